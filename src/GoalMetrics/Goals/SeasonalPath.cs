using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// A path that goes as an earlier season went: the share expected on a day is the share of that season's total that had been reached on
/// the same day, such as half of a year's sales by the end of November. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// share(t) = Σ values of the season up to the same day / Σ values of all of it. The season is the goal's period a whole number of years
/// earlier, the latest that lies inside the range of the table, so that a table of 2025 holds the season of every quarter of 2026. Periods
/// are moved as <see cref="ReportingPeriod.Shift(int, Grain)"/> moves them, and days are matched as
/// <see cref="ReportingPeriod.LikeForLikeEnd"/> matches them: 29 February is the end of 28 February. Inside a row of the table the share
/// grows steadily.
/// </para>
/// <para>
/// Where the table does not hold these dates, all of it is the season, and days are matched by their number since the start: December as
/// November went, a campaign of 28 days as the one before. The table must then end before the goal's period begins, and both must be
/// shorter than 360 days and have the same grain, or the same number of days but for 29 February. Any other period is refused.
/// </para>
/// <para>The share never falls: after a day with more returns than sales it waits until the total is passed again.</para>
/// </remarks>
public sealed class SeasonalPath : IProgressPath
{
    private readonly string _measure;
    private readonly ReportingPeriod _range;
    private readonly List<SeasonRow> _rows;

    private SeasonalPath(string measure, ReportingPeriod range, List<SeasonRow> rows)
    {
        _measure = measure;
        _range = range;
        _rows = rows;
    }

    /// <summary>The way that a measure went in the range of a query, by the rows' periods.</summary>
    /// <param name="earlier">
    /// The measure in an earlier time, by the day for a path that follows days:
    /// <c>source.Query(Query.For(revenue).By(Grain.Day).During(calendar.Year(2025)))</c>. It may hold more than the dates of the goal's
    /// period, such as a whole year, or several. Dimensions do not matter.
    /// </param>
    /// <param name="measure">A measure of the query that adds up over time.</param>
    /// <exception cref="ArgumentException">
    /// The measure does not add up over time; the table has one row for all of its range; a period has no value, is not over or lacks
    /// data; or the total is not above 0.
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

        var range = earlier.Total.Period;
        List<ReportingPeriod> periods = [.. earlier.Rows.Select(row => row.Period).Distinct().OrderBy(period => period.Start)];
        if (periods is [var only] && only.Start <= range.Start && only.End >= range.End)
        {
            throw new ArgumentException(
                $"The season {range} is one row, which does not show how it went. Ask by a shorter grain, such as By(Grain.Day).",
                nameof(earlier));
        }

        var rows = periods.ConvertAll(period => new SeasonRow(period, Known(earlier, period, measure)));
        var path = new SeasonalPath(measure.Id, range, rows);
        path.CheckTotal(rows.Sum(row => row.Value), range, nameof(earlier));
        return path;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The table does not hold the season of the period; the message says what to query.</exception>
    public decimal ShareAt(ReportingPeriod period, Instant moment) => PositionAt(period, moment).Share;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The table does not hold the season of the period; the message says what to query.</exception>
    public PathPosition PositionAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        var season = SeasonOf(period);
        var rows = _rows.FindAll(row => row.Period.Start < season.End && row.Period.End > season.Start);
        if (rows is [var only] && only.Period.Start <= season.Start && only.Period.End >= season.End)
        {
            throw new ArgumentException(
                $"The season {season} of {period} lies in one row of the earlier {_range}, which does not show how it went."
                + " Query it by a shorter grain, such as By(Grain.Day).",
                nameof(period));
        }

        var total = rows.Sum(row => row.Within(season));
        CheckTotal(total, season, nameof(period));
        return PathPosition.Of(Reached(rows, season, total, period.LikeForLikeEnd(season, moment)), total, period.Days)
            .WithElapsedDays(period.ElapsedDays(moment));
    }

    // What had been reached of the season's total by the moment. It never falls, and never passes the total.
    private static decimal Reached(List<SeasonRow> rows, ReportingPeriod season, decimal total, Instant moment)
    {
        var (sum, reached) = (0m, 0m);
        foreach (var row in rows)
        {
            var before = reached;
            sum += row.Within(season);
            reached = Math.Max(reached, Math.Min(sum, total));
            if (moment < row.Period.End)
            {
                return before + ((reached - before) * row.ElapsedShare(season, moment));
            }
        }

        return reached;
    }

    // The same dates of the latest earlier year that the table holds. Where it holds none, all of it, if the two are alike.
    private ReportingPeriod SeasonOf(ReportingPeriod period)
    {
        // The year of a week or a retail period may be another than that of its first date.
        var years = period.StartDate.Year - _range.StartDate.Year + 1;
        for (var back = 1; back <= years; back++)
        {
            if (period.Shifted(-back, Grain.Year) is { } same && Holds(same))
            {
                return InRange(same);
            }
        }

        if (IsAlike(period))
        {
            return _range;
        }

        var example = period.Shifted(-1, Grain.Year) is { } year ? $", such as {year}" : "";
        throw new ArgumentException(
            $"A season goes by date, and the one of '{_measure}' in {_range} does not hold the dates of {period} in an earlier year."
            + $" Query a range that holds them{example}.",
            nameof(period));
    }

    private bool Holds(ReportingPeriod period)
    {
        if (period.IsHour)
        {
            return period.Start >= _range.Start && period.End <= _range.End;
        }

        return period.StartDate >= _range.StartDate && period.EndDate <= _range.EndDate && !_range.IsHour;
    }

    // The calendar of a goal may have other day weights, or days that begin later.
    private ReportingPeriod InRange(ReportingPeriod season)
    {
        if (season.IsHour || season.Calendar == _range.Calendar)
        {
            return season;
        }

        return _range.Calendar.Range(season.StartDate, season.EndDate);
    }

    // Matched by days since the start, a year that begins in April would go as one that begins in January.
    private bool IsAlike(ReportingPeriod period)
    {
        const int NearlyAYear = 360;
        var isLater = period.Start >= _range.End;
        if (!isLater || Math.Max(period.Days, _range.Days) >= NearlyAYear || period.IsHour != _range.IsHour)
        {
            return false;
        }

        var isOfOneGrain = period.Grain is { } grain && grain == _range.Grain && !period.IsPartial && !_range.IsPartial;
        return isOfOneGrain || period.Days == _range.Days || CommonDays(period) == CommonDays(_range);
    }

    // Days other than 29 February.
    private static int CommonDays(ReportingPeriod period) =>
        Enumerable.Range(0, period.Days).Count(day => period.StartDate.PlusDays(day) is not { Month: 2, Day: 29 });

    private static decimal Known(MetricTable earlier, ReportingPeriod period, Measure measure)
    {
        var row = earlier.TotalOf(period);
        var value = row[measure];
        if (value.IsDefined && row.State != PeriodState.Open && row.IsFullyCoveredFor(measure))
        {
            return value.Amount;
        }

        var found = row.State == PeriodState.Open ? "is not over" : "lacks data";
        throw new ArgumentException(
            $"Of '{measure.Id}' in the earlier season {row.Period} {found}. Choose a season that is over and whose facts are loaded,"
            + " or state with Covering that there were none.",
            nameof(earlier));
    }

    private void CheckTotal(decimal total, ReportingPeriod season, string parameter)
    {
        if (total <= 0m)
        {
            throw new ArgumentException(
                Invariant($"The total of '{_measure}' in {season} is {total}. Expected one above 0 that days can be a share of."),
                parameter);
        }
    }

    // A row of the table: its period, and the value in it. Of a row that reaches beyond the season, only what lies inside counts.
    private sealed record SeasonRow(ReportingPeriod Period, decimal Value)
    {
        public decimal Within(ReportingPeriod season) => Value * (Period.ElapsedShare(season.End) - Period.ElapsedShare(season.Start));

        // The elapsed share of the part inside the season.
        public decimal ElapsedShare(ReportingPeriod season, Instant moment)
        {
            var (from, to) = (Period.ElapsedShare(season.Start), Period.ElapsedShare(season.End));
            var elapsed = Math.Clamp(Period.ElapsedShare(moment), from, to);
            return (elapsed - from) / (to - from);
        }
    }
}
