using GoalMetrics.Sources;

namespace GoalMetrics;

// Metrics whose values are near enough, in memory that does not grow with the facts.
public sealed partial class Metric
{
    /// <summary>
    /// The number of different members of a dimension, near enough and in 16 KB however many there are: exact up to 1,024, beyond with a
    /// standard error of 0.81 % (HyperLogLog). For a live table that must not grow, or where millions are counted by many cells.
    /// </summary>
    /// <remarks><see cref="MetricRow.ErrorOf"/> says how far a result may be off.</remarks>
    /// <inheritdoc cref="CountDistinct"/>
    public static Metric ApproximateCountDistinct(string id, TableSchema of, string dimension, string? noun = null)
    {
        Checked(of).CheckDimension(dimension, nameof(dimension));
        return new(id, of, null, CountOf(noun), Additivity.NonAdditive, new Aggregate.ApproximateCountDistinct(dimension));
    }

    /// <summary>
    /// A value within 1/256 (0.39 %) of the one that stands at a share of the way through the sorted values (nearest rank), in memory
    /// that does not grow with their number (DDSketch). The smallest and the largest are exact.
    /// </summary>
    /// <remarks><see cref="MetricRow.ErrorOf"/> says how far a result may be off.</remarks>
    /// <inheritdoc cref="Percentile"/>
    public static Metric ApproximatePercentile(string id, TableSchema of, string column, decimal share) =>
        OfColumn(id, of, column, Additivity.NonAdditive, new Aggregate.ApproximatePercentile(column, Share(share)));

    internal bool IsApproximate => Main.Kind is AggregateKind.ApproximateCountDistinct or AggregateKind.ApproximatePercentile;
}
