using GoalMetrics.Sources;

namespace GoalMetrics;

// Metrics whose values are approximate, in memory that does not grow with the number of facts.
public sealed partial class Metric
{
    /// <summary>
    /// The approximate number of different members of a dimension, in 16 KB however many there are (HyperLogLog): exact up to 1,024, with
    /// a standard error of 0.81 % above that. Suits live tables that must not grow, and millions of members counted in many cells.
    /// </summary>
    /// <remarks><see cref="MetricRow.ErrorOf"/> states how far a result may be off.</remarks>
    /// <inheritdoc cref="CountDistinct"/>
    public static Metric ApproximateCountDistinct(string id, TableSchema of, string dimension, string? noun = null)
    {
        Checked(of).CheckDimension(dimension, nameof(dimension));
        return new(id, of, null, CountOf(noun), Additivity.NonAdditive, new Aggregate.ApproximateCountDistinct(dimension));
    }

    /// <summary>
    /// The approximate percentile: a value within 1/256 (0.39 %) of the exact one by nearest rank, in memory that does not grow with the
    /// number of values (DDSketch). The smallest and the largest value are exact.
    /// </summary>
    /// <remarks><see cref="MetricRow.ErrorOf"/> states how far a result may be off.</remarks>
    /// <inheritdoc cref="Percentile"/>
    public static Metric ApproximatePercentile(string id, TableSchema of, string column, decimal share) =>
        OfColumn(id, of, column, Additivity.NonAdditive, new Aggregate.ApproximatePercentile(column, Share(share)));

    internal bool IsApproximate => Main.Kind is AggregateKind.ApproximateCountDistinct or AggregateKind.ApproximatePercentile;
}
