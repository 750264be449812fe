using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// The time that a query is about: its range, the periods of its rows, and all windows that its measures are read in. The windows of the
// periods come first, then that of the whole range, then as many again for each comparison with an earlier time.
internal sealed class QueryRange
{
    private readonly ReadingWindow?[] _windows;
    private readonly SourceTables _tables;
    private readonly IReadOnlyList<Metric> _metrics;
    private readonly Duration _settling;
    private readonly ImmutableArray<PeriodComparison> _comparisons;
    private readonly Instant _seenAt;

    // Those of measures whose data begin later or end earlier; made where there are any.
    private Dictionary<(Instant? From, Instant End), IReadOnlyList<ReadingWindow?>>? _dataWindows;

    // The facts are seen at the moment of the query, unless they are at a later one.
    public QueryRange(Query query, SourceTables tables, Instant? seenAt = null)
    {
        _tables = tables;
        var metrics = query.Metrics;
        var described = new TableDescription[metrics.Count];
        for (var i = 0; i < described.Length; i++)
        {
            described[i] = tables.Of(metrics[i].Table);
            QueryRules.Check(metrics[i], described[i].Schema, query);
        }

        var calendar = tables.Calendar;
        _metrics = metrics;
        var whole = RangeOf(query, calendar, described);
        if (query.Grain is { } asked)
        {
            RowLimit.Check(whole, asked, isStated: query is { Period: not null } or { Start: not null });
        }

        var periods = query.Grain is { } grain && whole.Grain != grain ? whole.SplitBy(grain) : [whole];
        if (query.Widens)
        {
            (periods, whole) = Widened(periods, whole);
        }

        for (var i = 0; i < described.Length; i++)
        {
            WindowRules.Check(metrics[i], described[i].Schema, periods);
        }

        Periods = periods;
        AsOf = query.Moment ?? whole.End;
        _seenAt = seenAt ?? AsOf;
        _comparisons = query.Comparisons;
        var terms = new ReadingTerms(AsOf, RangeOfFacts.Beginning(described, whole), query.ComparesWhole, tables)
        {
            RollsToMoment = query.RollsToMoment,
        };
        var isTotal = periods is [var only] && only == whole;
        Count = isTotal ? 1 : periods.Count + 1;
        TotalIndex = Count - 1;
        _windows = Windows(whole, terms);
        _settling = Settling(described, metrics);
    }

    // The periods of the rows.
    public IReadOnlyList<ReportingPeriod> Periods { get; }

    public Instant AsOf { get; }

    // The number of periods, the whole range included, which may be one of them.
    public int Count { get; }

    // The index of the whole range.
    public int TotalIndex { get; }

    public ReadingWindow Total => _windows[TotalIndex]!;

    // Whether there is such a window; there is none before the first year.
    public bool Has(int index) => _windows[index] is not null;

    // The windows as a measure is read in them: as far as its data go.
    public IReadOnlyList<ReadingWindow?> WindowsOf(Measure measure)
    {
        // What neither looks back nor is compared with anything earlier is read the same, wherever its only table ends.
        if (_comparisons.IsEmpty && !measure.ReadsOtherWindows && IsOfOneTable(measure))
        {
            return _windows;
        }

        return DataWindowsOf(measure);
    }

    private IReadOnlyList<ReadingWindow?> DataWindowsOf(Measure measure)
    {
        var data = new SharedCoverage(measure.Metrics, _tables, AsOf, _seenAt);
        Instant? sharedFrom = data.IsOfSeveral ? data.Begin : null;
        if (data.End >= AsOf && sharedFrom is null)
        {
            return _windows;
        }

        var terms = _windows[0]!.Terms with
        {
            SharedFrom = sharedFrom,
            SharedGaps = data.Gaps,
            DataEnd = data.End,
            IsOfTotal = false,
        };
        if (data.Gaps.Count > 0)
        {
            return Windows(Total.Period, terms);
        }

        _dataWindows ??= [];
        if (!_dataWindows.TryGetValue((sharedFrom, data.End), out var windows))
        {
            _dataWindows.Add((sharedFrom, data.End), windows = Windows(Total.Period, terms));
        }

        return windows;
    }

    private static bool IsOfOneTable(Measure measure)
    {
        var metrics = measure.Metrics;
        for (var i = 1; i < metrics.Count; i++)
        {
            if (metrics[i].Table.Name != metrics[0].Table.Name)
            {
                return false;
            }
        }

        return true;
    }

    // The whole range as a measure is read in it.
    public ReadingWindow TotalOf(Measure measure) => WindowsOf(measure)[TotalIndex]!;

    public ReportingPeriod PeriodAt(int index) => _windows[index]!.Period;

    public PeriodState StateAt(int index) => StateAt(index, AsOf);

    public PeriodState StateAt(int index, Instant asOf) => PeriodAt(index).State(asOf, _settling);

    // The index of the earlier window that a window is compared with.
    public int EarlierIndex(int index, PeriodComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        for (var i = 0; i < _comparisons.Length; i++)
        {
            if (_comparisons[i] == comparison)
            {
                return ((i + 1) * Count) + index;
            }
        }

        var compared = _comparisons.IsEmpty ? "it has no comparison" : $"it was with {Shown.List(_comparisons.Select(each => each.Id))}";
        throw new InvalidOperationException(
            $"The query was not compared with {comparison}: {compared}. Add ComparedWith to it, with this comparison.");
    }

    // What is not known of the time that the query is about, and of what its values lack beside it.
    public List<Finding> DataFindings(LackingData lacking)
    {
        var first = Total.Period.Start;
        foreach (var window in _windows)
        {
            if (window is not null)
            {
                first = Instant.Min(first, window.Period.Start);
            }
        }

        var found = new List<Finding>();
        foreach (var table in _tables.Of(_metrics))
        {
            found.AddRange(GoalMetrics.DataFindings.Within(table, first, Total.Until, AsOf, _tables.Calendar));
        }

        lacking.AddTo(found, AsOf, _tables.Calendar);
        return found;
    }

    // Of which measures only a part is compared, since windows of conversions are still open.
    public IEnumerable<Finding> ImmatureFindings(ImmutableArray<Measure> measures)
    {
        if (_comparisons.IsEmpty)
        {
            return [];
        }

        return measures.SelectMany(measure => GoalMetrics.DataFindings.ImmatureIn(measure, _tables, Total.Seen, _seenAt));
    }

    // Whole periods where any is cut.
    private static (IReadOnlyList<ReportingPeriod> Periods, ReportingPeriod Whole) Widened(
        IReadOnlyList<ReportingPeriod> periods, ReportingPeriod whole)
    {
        if (!periods.Any(period => period.IsPartial))
        {
            return (periods, whole);
        }

        ReportingPeriod[] widened = [.. periods.Select(period => period.Whole)];
        return (widened, whole.Calendar.Range(widened[0].StartDate, widened[^1].EndDate));
    }

    // The windows of the periods, of the whole range, and of the earlier times that they are compared with.
    private ReadingWindow?[] Windows(ReportingPeriod whole, ReadingTerms terms)
    {
        var windows = new ReadingWindow?[Count * (1 + _comparisons.Length)];
        for (var i = 0; i < Periods.Count; i++)
        {
            windows[i] = new(Periods[i], terms);
        }

        windows[TotalIndex] ??= new(whole, terms with { IsOfTotal = true });
        for (var i = 0; i < Count; i++)
        {
            for (var comparison = 0; comparison < _comparisons.Length; comparison++)
            {
                var now = windows[i]!;
                int? number = i < Periods.Count && Periods[i] != whole ? i : null;
                windows[((comparison + 1) * Count) + i] = now.ComparedAt(_comparisons[comparison].Of(now.Period, whole, number));
            }
        }

        return windows;
    }

    private static ReportingPeriod RangeOf(Query query, ReportingCalendar calendar, TableDescription[] tables)
    {
        if (query.Period is { } period)
        {
            if (period.Calendar == calendar)
            {
                return period;
            }

            throw new ArgumentException(
                $"The period {period} is of the calendar {period.Calendar}; the source has {calendar}."
                + " Take periods from the source's calendar.");
        }

        if (query is { Start: { } start, End: { } end })
        {
            return calendar.Range(start, end);
        }

        return RangeOfFacts.Days(tables, calendar)
            ?? throw new InvalidOperationException(
                "No range is stated, and there are no facts to take one from. Load them, or add Between(start, end) or During(period).");
    }

    // How long after its end a period may still change.
    private static Duration Settling(TableDescription[] tables, IReadOnlyList<Metric> metrics)
    {
        var longest = Duration.Zero;
        for (var i = 0; i < metrics.Count; i++)
        {
            longest = Duration.Max(longest, Duration.Max(metrics[i].Settling, tables[i].Settling));
        }

        return longest;
    }
}
