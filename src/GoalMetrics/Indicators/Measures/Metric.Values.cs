using GoalMetrics.Sources;

namespace GoalMetrics;

// What a metric makes of the answers of an engine, and of tables that do not have what it needs.
public sealed partial class Metric
{
    // The value of a period and members without any facts, in a table that covers the period.
    internal Quantity Empty => Main.AddsUp || CountedDimension is not null ? new(0m, Unit!) : Missing;

    internal Quantity Missing => Quantity.Undefined(UndefinedReason.NoData, Id, Unit);

    // A value that an engine gave, in the metric's unit, without zeros at its end.
    internal Quantity Of(AggregateValue value) => value.Amount is { } amount
        ? new(ShortestDecimal.Of(amount), Unit!)
        : Quantity.Undefined(value.Reason ?? UndefinedReason.Overflow, Id, Unit);

    // The percentile between two of so many sorted values, by linear interpolation.
    internal Quantity Between(AggregateValue below, AggregateValue above, AggregateValue count)
    {
        var position = ((Aggregate.OrderStatistic)Main).Share * (count.Amount!.Value - 1m);
        var (share, low, high) = (position - Math.Floor(position), Of(below), Of(above));

        // Where the step from one to the other is too large for a decimal, the value between them is not.
        return high - low is { IsDefined: true } step ? low + (step * share) : (low * (1m - share)) + (high * share);
    }

    // Whether the table that a source has under this name has what the metric was defined on.
    internal void CheckFits(TableSchema table)
    {
        try
        {
            Filter?.Check(table);
            Conversion?.Check(table);
            if (Main is Aggregate.Balance { Entity: { } entity })
            {
                table.CheckDimension(entity);
            }

            if (CountedDimension is { } dimension)
            {
                table.CheckDimension(dimension);
            }

            if (_column is not null && table.Column(_column.Name) is var column && !column.Equals(_column))
            {
                throw new ArgumentException($"Its column '{column.Name}' holds {Shown(column)}, and the metric expects {Shown(_column)}.");
            }
        }
        catch (ArgumentException unfit)
        {
            throw new ArgumentException($"'{Id}' was defined on another table '{table}' than the source has. {unfit.Message}", unfit);
        }

        static string Shown(FactColumn column) =>
            column.CountedPer is { } grain ? $"{column.Unit}, distinct per {grain}" : column.IsBalance ? $"{column.Unit}, a balance" : $"{column.Unit}";
    }
}
