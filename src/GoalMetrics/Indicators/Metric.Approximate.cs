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
        return new(id, of, Aggregation.ApproximateCountDistinct, null, dimension, noun is null ? Unit.Count() : Unit.Count(noun), Additivity.NonAdditive);
    }

    /// <summary>
    /// A value within 1/256 (0.39 %) of the one that stands at a share of the way through the sorted values (nearest rank), in memory
    /// that does not grow with their number (DDSketch). The smallest and the largest are exact.
    /// </summary>
    /// <remarks><see cref="MetricRow.ErrorOf"/> says how far a result may be off.</remarks>
    /// <inheritdoc cref="Percentile"/>
    public static Metric ApproximatePercentile(string id, TableSchema of, string column, decimal share) =>
        OfColumn(id, of, column, Aggregation.ApproximatePercentile, Additivity.NonAdditive, Share(share));

    internal bool IsApproximate => Aggregate.Aggregation is Aggregation.ApproximateCountDistinct or Aggregation.ApproximatePercentile;

    // The share of itself that a value may be off by: one standard error of a count, the largest there can be of a percentile.
    internal decimal RelativeErrorOf(Quantity value) => Aggregate.Aggregation switch
    {
        Aggregation.ApproximateCountDistinct when value.AmountOrNull > DistinctHashes.Most => (decimal)HyperLogLog.StandardError,
        Aggregation.ApproximatePercentile => QuantileSketch.RelativeError,
        _ => 0m,
    };
}
