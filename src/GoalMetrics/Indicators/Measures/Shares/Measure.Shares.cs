namespace GoalMetrics;

// Shares of a total.
public abstract partial class Measure
{
    /// <summary>
    /// The share that each member of a dimension has of all of them, in the same period and with the same other members:
    /// <c>orders.ShareOf("source")</c> by month, market and source is the orders of the source over those of all sources, of the month
    /// and market.
    /// </summary>
    /// <remarks>
    /// <para>The whole is computed from all facts that the filters of query and measure let through, so that distinct counts are counted
    /// anew and not added. Shares of what adds up sum to 1, to 28 digits. A total over the members is 100 %.</para>
    /// <para>Undefined by <see cref="UndefinedReason.ZeroDenominator"/> where the whole is zero. A query that is not by the dimension is
    /// refused: the share of one member is a formula over two metrics, of which one has a filter.</para>
    /// </remarks>
    /// <param name="dimension">The dimension, or the name of a grouping of the query.</param>
    /// <param name="id">Defaults to the measure's id and <c>share-of-source</c>.</param>
    /// <exception cref="ArgumentException">
    /// The measure is not an amount that has parts, such as a mean or a rate, or the id is not well-formed.
    /// </exception>
    public ShareMeasure ShareOf(string dimension, string? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dimension);
        return new(this, dimension, id);
    }

    /// <summary>
    /// The share that each member of a grouping has, such as of each weekday. The same as <see cref="ShareOf(string, string?)"/> of its
    /// name.
    /// </summary>
    /// <param name="grouping">The grouping, which the query is by.</param>
    /// <exception cref="ArgumentException">
    /// The measure is not an amount that has parts, such as a mean or a rate; or it is read day by day and shared by parts of time:
    /// Mondays and all days are not as many.
    /// </exception>
    public ShareMeasure ShareOf(Grouping grouping)
    {
        ArgumentNullException.ThrowIfNull(grouping);
        if (grouping is not Bands && IsOfSubPeriods(this))
        {
            throw new ArgumentException(
                $"'{Id}' is read period by period, and '{grouping.Name}' has some of these periods: each of its members would be set"
                + " against another number of them. Take the share of the measure that is read.",
                nameof(grouping));
        }

        return new(this, grouping.Name, null);
    }

    // Whether it is read day by day, or by another grain, and these values are put together.
    internal static bool IsOfSubPeriods(Measure measure) => measure switch
    {
        SubPeriodMeasure => true,
        NamedMeasure named => IsOfSubPeriods(named.Measure),
        _ => measure.Inputs.Any(IsOfSubPeriods),
    };
}
