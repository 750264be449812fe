using NodaTime;

namespace GoalMetrics;

// The time that a query is about: its range, the periods of its rows, and all windows that its measures are read in. The windows of the
// periods come first, then that of the whole range, then as many again for each comparison with an earlier time.
internal sealed class QueryRange
{
    private readonly ReadingWindow?[] _windows;
    private readonly PeriodState[] _states;
    private readonly IReadOnlyList<PeriodComparison> _comparisons;

    public QueryRange(Query query, SourceTables tables)
    {
        var metrics = query.Metrics;
        foreach (var metric in metrics)
        {
            WindowRules.Check(metric, tables.Of(metric.Table).Schema, query);
        }

        var calendar = tables.Source.Calendar;
        List<TableDescription> described = [.. metrics.Select(metric => tables.Of(metric.Table))];
        var whole = RangeOf(query, calendar, described);
        IReadOnlyList<ReportingPeriod> periods = query.Grain is { } grain && whole.Grain != grain ? whole.SplitBy(grain) : [whole];
        if (query.Widens && periods.Any(period => period.IsPartial))
        {
            periods = [.. periods.Select(period => period.Whole)];
            whole = calendar.Range(periods[0].StartDate, periods[^1].EndDate);
        }

        foreach (var metric in metrics)
        {
            WindowRules.Check(metric, tables.Of(metric.Table).Schema, periods);
        }

        Periods = periods;
        AsOf = query.Moment ?? whole.End;
        _comparisons = query.Comparisons;
        var terms = new ReadingTerms(AsOf, Beginning(described, whole), query.ComparesWhole, tables);
        List<ReadingWindow> now = [.. periods.Select(period => new ReadingWindow(period, terms))];
        TotalIndex = now.FindIndex(window => window.Period == whole);
        if (TotalIndex < 0)
        {
            TotalIndex = now.Count;
            now.Add(new(whole, terms with { IsOfTotal = true }));
        }

        Count = now.Count;
        _windows = new ReadingWindow?[Count * (1 + _comparisons.Count)];
        now.CopyTo(_windows!);
        for (var i = 0; i < Count; i++)
        {
            for (var comparison = 0; comparison < _comparisons.Count; comparison++)
            {
                _windows[((comparison + 1) * Count) + i] = now[i].At(Earlier(now[i].Period, _comparisons[comparison]));
            }
        }

        var ofTables = described.Select(table => table.Settling);
        var ofMetrics = metrics.Select(metric => metric.Settling);
        var settling = ofTables.Concat(ofMetrics).Append(Duration.Zero).Max();
        _states = [.. now.Select(window => window.Period.State(AsOf, settling))];
    }

    // The periods of the rows.
    public IReadOnlyList<ReportingPeriod> Periods { get; }

    public Instant AsOf { get; }

    // The number of periods, the whole range included, which may be one of them.
    public int Count { get; }

    // The index of the whole range.
    public int TotalIndex { get; }

    public ReadingWindow Total => _windows[TotalIndex]!;

    public IReadOnlyList<ReadingWindow?> Windows => _windows;

    public ReportingPeriod PeriodAt(int index) => _windows[index]!.Period;

    public PeriodState StateAt(int index) => _states[index];

    // The index of the earlier window that a window is compared with.
    public int EarlierIndex(int index, PeriodComparison comparison)
    {
        for (var i = 0; i < _comparisons.Count; i++)
        {
            if (_comparisons[i] == comparison)
            {
                return ((i + 1) * Count) + index;
            }
        }

        throw new InvalidOperationException(
            $"The query did not compare with {comparison}: add ComparedWith(PeriodComparison.{comparison}) to it.");
    }

    private static LocalDate Beginning(List<TableDescription> tables, ReportingPeriod range)
    {
        var starts = tables.Select(table => table.Coverage).OfType<Interval>().Select(coverage => coverage.Start);
        var start = starts.Append(range.Start).Min();
        var first = range.Calendar.StartOfDay(ReportingCalendar.MinDate);
        return start >= first ? range.Calendar.DateOf(start) : ReportingCalendar.MinDate;
    }

    // Before the first year there is nothing to compare with.
    private static ReportingPeriod? Earlier(ReportingPeriod period, PeriodComparison comparison)
    {
        if (period.StartDate.Year <= ReportingCalendar.MinDate.Year + 1)
        {
            return null;
        }

        return comparison == PeriodComparison.PreviousPeriod ? period.Previous() : period.YearEarlier();
    }

    private static ReportingPeriod RangeOf(Query query, ReportingCalendar calendar, List<TableDescription> tables)
    {
        if (query.Period is { } period)
        {
            return period.Calendar == calendar
                ? period
                : throw new ArgumentException(
                    $"The period {period} is of the calendar {period.Calendar}; the source has {calendar}."
                    + " Take periods from the source's calendar.");
        }

        if (query is { Start: { } start, End: { } end })
        {
            return calendar.Range(start, end);
        }

        var coverages = tables.Select(table => table.Coverage).OfType<Interval>().ToList();
        if (coverages.Count == 0)
        {
            throw new InvalidOperationException(
                "The query has no range, and its tables have no facts to take one from. Add Between(start, end) or During(period).");
        }

        var first = calendar.DateOf(coverages.Min(coverage => coverage.Start));
        var last = calendar.DateOf(coverages.Max(coverage => coverage.End) - Duration.Epsilon);
        return calendar.Range(first, last.PlusDays(1));
    }
}
