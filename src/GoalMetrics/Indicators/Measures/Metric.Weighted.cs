using GoalMetrics.Sources;

namespace GoalMetrics;

// Means in which some values count for more than others.
public sealed partial class Metric
{
    /// <summary>The column that the values of a weighted average are weighted by; null for other metrics.</summary>
    public string? Weight => (Main as Aggregate.SumOfProducts)?.Factor;

    /// <summary>
    /// A mean in which each value counts as much as its weight: a grade by the number of students, a rate by the amount it was paid on.
    /// Σ(value × weight) / Σ weight, over the facts that have both. Never added up: every period, group and total is computed from its
    /// facts.
    /// </summary>
    /// <remarks>
    /// <para>The products are added exactly, and the quotient is rounded once. It is in the unit of the values. Facts that lack the value
    /// or the weight are left out, and counted by <see cref="Query.WithDataQuality"/>.</para>
    /// <para>Undefined by <see cref="UndefinedReason.NoData"/> where no fact has both, by <see cref="UndefinedReason.ZeroDenominator"/>
    /// where all weights are 0, and by <see cref="UndefinedReason.OutOfDomain"/> where a weight is below 0.</para>
    /// </remarks>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="of">The table, or its schema.</param>
    /// <param name="column">The column of values.</param>
    /// <param name="weight">The column of weights, none below 0.</param>
    /// <exception cref="ArgumentException">
    /// The table has no such column, the values are distinct counts, or the weights are money in several currencies.
    /// </exception>
    public static Metric WeightedAverage(string id, TableSchema of, string column, string weight)
    {
        var weights = Checked(of).Column(weight, nameof(weight));
        if (weights.CurrencyDimension is { } currency)
        {
            throw new ArgumentException(
                $"Column '{weight}' of table '{of}' is money in the currency of its '{currency}', and cannot weight: 100 yen would count as"
                + " much as 100 euros. Load the weights in one currency, with ExchangeRates.Convert.",
                nameof(weight));
        }

        var areKnown = !GoalMetrics.Filter.NoValue(column) & !GoalMetrics.Filter.NoValue(weight);
        return OfColumn(
            id,
            of,
            column,
            Additivity.NonAdditive,
            new Aggregate.SumOfProducts(column, weight),
            new Aggregate.Sum(weight) { Filter = areKnown },
            new Aggregate.Count { Filter = areKnown },
            new Aggregate.Count { Filter = areKnown & GoalMetrics.Filter.Compare(weight, Comparison.Less, 0m) });
    }

    // The mean from the sum of products, the sum of weights, how many facts have both, and how many of them a weight below 0.
    internal Quantity Weighted(AggregateValue products, AggregateValue weights, AggregateValue count, AggregateValue negative, Unit unit)
    {
        if (count.Amount is null or 0m)
        {
            return Missing(unit);
        }

        if (negative.Amount > 0m)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, Weight, unit);
        }

        if (weights.Amount == 0m)
        {
            return Quantity.Undefined(UndefinedReason.ZeroDenominator, Weight, unit);
        }

        if (!products.IsDefined || !weights.IsDefined)
        {
            return Quantity.Undefined(products.Reason ?? weights.Reason!.Value, Id, unit);
        }

        if (ExactDecimal.Quotient(products.Whole, weights.Whole) is { } mean)
        {
            return new(mean, unit);
        }

        return Quantity.Undefined(UndefinedReason.Overflow, Id, unit);
    }

    private void CheckWeightFits(TableSchema table)
    {
        if (Weight is { } weight && table.Column(weight) is var found && !found.Equals(Table.Column(weight)))
        {
            throw new ArgumentException(
                $"Its column '{weight}' holds {Described(found)}, and the metric expects {Described(Table.Column(weight))}.");
        }
    }
}
