using GoalMetrics.Sources;

namespace GoalMetrics;

// Percentiles: an engine says the values around a place, and the core interpolates between them.
public sealed partial class Metric
{
    /// <summary>The median: the middle one of the sorted values, or the mean of the two in the middle.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Metric Median(string id, TableSchema of, string column) => Percentile(id, of, column, 0.5m);

    /// <summary>
    /// A percentile: the value at a share p of the way through the n sorted values, interpolated between neighbours. The smallest is at 0,
    /// the largest at 1: from place 1, <c>1 + p (n − 1)</c>, which is PERCENTILE.INC in Excel and type 7 in R.
    /// </summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="of">The table, or its schema.</param>
    /// <param name="column">The column of values.</param>
    /// <param name="share">The share of the values below: 0.95 for the 95th percentile.</param>
    /// <exception cref="ArgumentException">The table has no such column, or the share is not from 0 to 1.</exception>
    public static Metric Percentile(string id, TableSchema of, string column, decimal share) =>
        Interpolated(id, of, column, Share(share), OrderRank.Below, OrderRank.Above);

    /// <summary>
    /// A percentile by the exclusive method: the value at place <c>p (n + 1)</c> of the n sorted values, counted from 1 and interpolated
    /// between neighbours. It is PERCENTILE.EXC in Excel and type 6 in R, SPSS and Minitab; the median is that of
    /// <see cref="Median"/>.
    /// </summary>
    /// <remarks>
    /// The values are taken for a sample in which none is the smallest or largest there is. Where the place lies before the first or behind
    /// the last of them (p below <c>1 / (n + 1)</c> or above <c>n / (n + 1)</c>), it is undefined (<c>InsufficientData</c>), as in
    /// Excel; R takes the first or last instead.
    /// </remarks>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="of">The table, or its schema.</param>
    /// <param name="column">The column of values.</param>
    /// <param name="share">The share of the values below, above 0 and below 1: 0.95 for the 95th percentile.</param>
    /// <exception cref="ArgumentException">The table has no such column, or the share is not between 0 and 1.</exception>
    public static Metric PercentileExclusive(string id, TableSchema of, string column, decimal share)
    {
        if (share is > 0m and < 1m)
        {
            return Interpolated(id, of, column, share, OrderRank.BelowExclusive, OrderRank.AboveExclusive);
        }

        throw new ArgumentOutOfRangeException(
            nameof(share),
            share,
            "Expected a share above 0 and below 1, such as 0.95 for the 95th percentile: exclusive percentiles have no ends."
            + " For the smallest and largest value use Metric.Min and Metric.Max.");
    }

    /// <summary>
    /// A percentile by nearest rank: the smallest value with at least the share of the values at or below it. The result always occurs.
    /// </summary>
    /// <inheritdoc cref="Percentile"/>
    public static Metric PercentileNearestRank(string id, TableSchema of, string column, decimal share) =>
        OfColumn(id, of, column, Additivity.NonAdditive, new Aggregate.OrderStatistic(column, Share(share), OrderRank.Nearest));

    // The percentile between two neighbouring sorted values, by linear interpolation.
    internal Quantity Between(AggregateValue below, AggregateValue above, AggregateValue count, Unit unit)
    {
        var place = PlaceAmong(count.Amount!.Value);
        if (place < 0m || place > count.Amount.Value - 1m)
        {
            if (count.Amount.Value == 0m)
            {
                return Missing(unit);
            }

            return Quantity.Undefined(UndefinedReason.InsufficientData, Id, unit);
        }

        var share = place - Math.Floor(place);
        var (low, high) = (Of(below, Given(unit)), Of(above, Given(unit)));
        if (high - low is { IsDefined: true } step)
        {
            return In(unit, low + (step * share));
        }

        // The step from one to the other is too large for a decimal, but the value between them is not.
        return In(unit, (low * (1m - share)) + (high * share));
    }

    // Where the percentile stands among so many sorted values, counted from 0.
    private decimal PlaceAmong(decimal count) => Main switch
    {
        Aggregate.TimeToConvert times => times.Share * (count - 1m),
        Aggregate.OrderStatistic { Rank: OrderRank.BelowExclusive } sorted => (sorted.Share * (count + 1m)) - 1m,
        _ => ((Aggregate.OrderStatistic)Main).Share * (count - 1m),
    };

    private static Metric Interpolated(
        string id, TableSchema of, string column, decimal share, OrderRank below, OrderRank above) => OfColumn(
            id,
            of,
            column,
            Additivity.NonAdditive,
            new Aggregate.OrderStatistic(column, share, below),
            new Aggregate.OrderStatistic(column, share, above),
            new Aggregate.Count { Filter = !GoalMetrics.Filter.NoValue(column) });

    private static decimal Share(decimal share)
    {
        if (share is >= 0m and <= 1m)
        {
            return share;
        }

        throw new ArgumentOutOfRangeException(
            nameof(share), share, "Expected a share from 0 to 1, such as 0.95 for the 95th percentile.");
    }
}
