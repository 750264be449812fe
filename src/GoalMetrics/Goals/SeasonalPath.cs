using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// A path that goes as an earlier season went: the share expected on a day is the share of that season's total that had been reached on
/// the same day, such as half of a year's sales by the end of November. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// share(t) = Σ values of the earlier period up to the same day / Σ values of all of it. Days are matched as in a comparison with the
/// earlier period: by date between years, and by the number of days since the start otherwise. Inside a row of the table the share
/// grows steadily.
/// </para>
/// <para>The share never falls: after a day with more returns than sales it waits until the total is passed again.</para>
/// </remarks>
public sealed class SeasonalPath : IProgressPath
{
    private readonly ReportingPeriod _earlier;
    private readonly List<Step> _steps;

    private SeasonalPath(ReportingPeriod earlier, List<Step> steps)
    {
        _earlier = earlier;
        _steps = steps;
    }

    /// <summary>The way that a measure went in the range of a query, by the rows' periods.</summary>
    /// <param name="earlier">
    /// The measure in the earlier period, by the day for a path that follows days:
    /// <c>source.Query(Query.For(revenue).By(Grain.Day).During(calendar.Year(2025)))</c>. Dimensions do not matter.
    /// </param>
    /// <param name="measure">A measure of the query that adds up over time.</param>
    /// <exception cref="ArgumentException">
    /// The measure does not add up over time; a period has no value, is not over or lacks data; or the total is not above 0.
    /// </exception>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    public static SeasonalPath Of(MetricTable earlier, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(measure);
        if (measure.Additivity != Additivity.Additive)
        {
            throw new ArgumentException(
                $"A season is a share of a total, and '{measure.Id}' does not add up over time. Take a sum or a count.", nameof(measure));
        }

        List<ReportingPeriod> periods = [.. earlier.Rows.Select(row => row.Period).Distinct().OrderBy(period => period.Start)];
        var values = periods.ConvertAll(period => Known(earlier.TotalOf(period), measure));
        var total = values.Sum();
        if (total <= 0m)
        {
            throw new ArgumentException(
                Invariant($"The total of '{measure.Id}' in {earlier.Total.Period} is {total}.")
                + " Expected one above 0 that days can be a share of.",
                nameof(earlier));
        }

        var (sum, reached) = (0m, 0m);
        var steps = new List<Step>(periods.Count);
        foreach (var (period, value) in periods.Zip(values))
        {
            sum += value;
            var next = Math.Max(reached, Math.Min(sum, total));
            steps.Add(new(period, reached, next));
            reached = next;
        }

        return new(earlier.Total.Period, steps);
    }

    /// <inheritdoc/>
    public decimal ShareAt(ReportingPeriod period, Instant moment) => PositionAt(period, moment).Share;

    /// <inheritdoc/>
    public PathPosition PositionAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        var matched = period.LikeForLikeEnd(_earlier, moment);
        var step = _steps.FindLast(step => step.Period.Start < matched);
        return PathPosition.Of(step?.At(matched) ?? 0m, _steps[^1].After, period.Days);
    }

    private static decimal Known(MetricRow row, Measure measure)
    {
        var value = row[measure];
        if (value.IsDefined && row.State != PeriodState.Open && row.IsFullyCoveredFor(measure))
        {
            return value.Amount;
        }

        var found = row.State == PeriodState.Open ? "is not over" : "lacks data";
        throw new ArgumentException(
            $"Of '{measure.Id}' in the earlier season {row.Period} {found}. Choose a season that is over and whose facts are loaded,"
            + " or state with Covering that there were none.",
            nameof(row));
    }

    // A row's period, with what had been reached before it and after it.
    private sealed record Step(ReportingPeriod Period, decimal Before, decimal After)
    {
        public decimal At(Instant moment) => moment >= Period.End ? After : Before + ((After - Before) * Period.ElapsedShare(moment));
    }
}
