using GoalMetrics.Sources;

namespace GoalMetrics;

// How long it takes.
public sealed partial class Conversions
{
    /// <summary>
    /// The mean time to convert: from each base event that was converted to the first conversion that is credited to it.
    /// </summary>
    /// <remarks>
    /// <para>Only the base events that <see cref="Converted"/> counts: immature ones are left out, since those that convert soon would be
    /// over-represented among them, unless <see cref="IncludingImmature"/> is used. A base event that is not converted has no time, so
    /// that the mean says nothing about how many are. Undefined (<see cref="UndefinedReason.NoData"/>) where none is converted.</para>
    /// <para>Between two dates whole days are counted, and the time is 0 on the same day; otherwise it is the time that elapsed, where a
    /// date stands for the start of its day. Never added up: every period and member is computed anew.</para>
    /// </remarks>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="unit">The unit of the result, from seconds to weeks. Defaults to days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is months or years, which have no fixed length.</exception>
    public Metric AverageTimeToConvert(string id, DurationUnit unit = DurationUnit.Day) =>
        Metric.OfTimeToConvert(id, _base, UnitOf(unit), new Aggregate.AverageTimeToConvert(_match));

    /// <summary>The median time to convert: half of the base events that were converted took less.</summary>
    /// <inheritdoc cref="AverageTimeToConvert"/>
    public Metric MedianTimeToConvert(string id, DurationUnit unit = DurationUnit.Day) =>
        PercentileOfTimeToConvert(id, 0.5m, unit);

    /// <summary>
    /// A percentile of the time to convert: the time at a share of the way through the sorted ones, interpolated between neighbours.
    /// </summary>
    /// <inheritdoc cref="AverageTimeToConvert"/>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="share">The share of the times below: 0.9 for the time within which nine in ten of those that convert do.</param>
    /// <param name="unit">The unit of the result, from seconds to weeks. Defaults to days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is months or years, or the share is not from 0 to 1.</exception>
    public Metric PercentileOfTimeToConvert(string id, decimal share, DurationUnit unit = DurationUnit.Day) => Metric.OfTimeToConvert(
        id,
        _base,
        UnitOf(unit),
        new Aggregate.TimeToConvert(_match, share, OrderRank.Below),
        new Aggregate.TimeToConvert(_match, share, OrderRank.Above),
        new Aggregate.Conversion(_match, ConversionCount.ConvertedEvents));

    private static Unit UnitOf(DurationUnit unit)
    {
        if (unit is DurationUnit.Month or DurationUnit.Year)
        {
            throw new ArgumentOutOfRangeException(
                nameof(unit), unit, "A time to convert has a fixed length: expected a unit from seconds to weeks.");
        }

        return Unit.Duration(unit);
    }
}
