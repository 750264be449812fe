using GoalMetrics.Sources;

namespace GoalMetrics;

// How a metric turns an engine's answers into values, how many facts they rest on, and whether a table has what it needs.
public sealed partial class Metric
{
    private static readonly Unit Seconds = Unit.Duration(DurationUnit.Second);

    // Which facts have nothing to aggregate; null where all have something.
    internal Filter? NullFilter
    {
        get
        {
            if (CountedDimension is { } dimension)
            {
                return GoalMetrics.Filter.IsNull(dimension);
            }

            if (Weight is { } weight)
            {
                return GoalMetrics.Filter.NoValue(_column!.Name) | GoalMetrics.Filter.NoValue(weight);
            }

            if (_column is null)
            {
                return null;
            }

            return GoalMetrics.Filter.NoValue(_column.Name);
        }
    }

    // For a sum: how many facts it is of, and how many of them have no value. Null for what is undefined without values by itself.
    internal (Aggregate Facts, Aggregate Unknown)? UnknownCounts
    {
        get
        {
            if (Main is not Aggregate.Sum)
            {
                return null;
            }

            return (new Aggregate.Count { Filter = Filter }, new Aggregate.Count { Filter = UnknownFilter });
        }
    }

    // Which of its facts have no value in its column; null where it has none.
    internal Filter? UnknownFilter
    {
        get
        {
            if (ValueColumn is { } column)
            {
                return FilterExtensions.And(Filter, GoalMetrics.Filter.NoValue(column));
            }

            return null;
        }
    }

    // The value of a period and members without any facts, in a table that covers the period.
    internal Quantity Empty(Unit unit)
    {
        if (IsZeroOfNothing)
        {
            return new(0m, unit);
        }

        return Missing(unit);
    }

    internal Quantity Missing(Unit? unit) => Quantity.Undefined(UndefinedReason.NoData, Id, unit);

    // A value from an engine, without trailing zeros.
    internal Quantity Of(AggregateValue value, Unit unit)
    {
        if (value.Amount is { } amount)
        {
            return In(unit, new(ShortestDecimal.Of(amount), Given(unit)));
        }

        return Quantity.Undefined(value.Reason ?? UndefinedReason.Overflow, Id, unit);
    }

    // What an engine answers in: seconds for the time to convert, else the unit of the metric itself.
    private Unit Given(Unit unit)
    {
        if (Main is Aggregate.TimeToConvert or Aggregate.AverageTimeToConvert)
        {
            return Seconds;
        }

        return unit;
    }

    private static Quantity In(Unit unit, Quantity value)
    {
        if (ReferenceEquals(value.Unit, unit))
        {
            return value;
        }

        return value.In(unit);
    }

    // Checks that the source's table of this name has everything the metric was defined on.
    internal void CheckFits(TableSchema table)
    {
        try
        {
            Filter?.Check(table);
            Among?.Check(table);
            if (Conversion is { } conversion)
            {
                Conversions.Check(conversion, table);
            }

            if (Main is Aggregate.Balance { Entity: { } entity })
            {
                table.CheckDimension(entity);
            }

            if (CountedDimension is { } dimension)
            {
                table.CheckDimension(dimension);
            }

            CheckWeightFits(table);
            if (_column is not null)
            {
                CheckColumn(table.Column(_column.Name), _column);
            }
        }
        catch (ArgumentException unfit)
        {
            throw new ArgumentException(
                $"'{Id}' was defined on another table '{table}' than the source has. {Failure.MessageOf(unfit)}", unfit);
        }
    }

    private static void CheckColumn(FactColumn found, FactColumn expected)
    {
        if (!found.Equals(expected))
        {
            throw new ArgumentException(
                $"Its column '{found.Name}' holds {Described(found)}, and the metric expects {Described(expected)}.");
        }
    }

    private static string Described(FactColumn column)
    {
        if (column.CountedPer is { } grain)
        {
            return $"{column.Unit}, distinct per {grain}";
        }

        if (column.IsBalance)
        {
            return $"{UnitOf(column)}, a balance";
        }

        return UnitOf(column);
    }

    private static string UnitOf(FactColumn column) =>
        column.Unit?.ToString() ?? $"money in the currency of '{column.CurrencyDimension}'";

    // For a mean or a percentile: the facts that count, and those of them without a value. Every source that answers the metric has both,
    // since the quality of the data is read from them. Null for all else.
    internal (Metric Facts, Metric Unknown)? ObservationCounts
    {
        get
        {
            if (Main.Kind is not (AggregateKind.Average or AggregateKind.SumOfProducts or AggregateKind.OrderStatistic
                    or AggregateKind.ApproximatePercentile)
                || NullFilter is not { } isNull)
            {
                return null;
            }

            return (Counting(Filter), Counting(FilterExtensions.And(Filter, isNull)));
        }
    }

    private Metric Counting(Filter? filter) =>
        new(Id, Table, null, Unit.Count(), Additivity.Additive, new Aggregate.Count { Filter = filter });
}
