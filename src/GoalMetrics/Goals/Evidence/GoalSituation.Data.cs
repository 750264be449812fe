using NodaTime;

namespace GoalMetrics;

// How far the data of the goal's measure reach, and what is missing of them.
internal sealed partial class GoalSituation
{
    private void FindEndsOfData()
    {
        var wanted = Instant.Min(JudgedAt, Period.End);
        var (begin, end) = (Instant.MinValue, Instant.MaxValue);
        var (beginsIn, endsIn) = ((TableDescription?)null, (TableDescription?)null);
        foreach (var table in _tables)
        {
            if (table.Coverage?.Start is { } own && own > begin)
            {
                (begin, beginsIn) = (own, table);
            }

            if (table.KnownUntil(AsOf, Period.Calendar) is var known && known < end)
            {
                (end, endsIn) = (known, table);
            }
        }

        // Of totals of months beside daily facts, what is known of one month alone is nothing to judge by.
        var (beginOfTables, endOfTables) = (begin, end);
        var shared = new SharedCoverage(Goal.Measure!.Metrics, _plan.Tables, AsOf, AsOf);
        if (shared.IsOfSeveral)
        {
            (begin, end) = (Instant.Max(begin, shared.Begin), Instant.Min(end, shared.End));
            _terms = _terms with { SharedFrom = shared.Begin, SharedGaps = shared.Gaps };
        }

        _begin = begin;
        if (Period.Start < begin && begin < wanted)
        {
            FindBegin(shared, GapBefore(begin) ?? beginsIn!, beginOfTables);
        }

        // Of later conversions, not all are known.
        var mature = ConversionMaturity.Until(Goal.Measure!.Metrics, _plan.Tables, AsOf);
        var isImmature = mature <= end && mature < endOfTables;
        end = Instant.Min(end, mature);
        if (Period.Start < end && end < wanted)
        {
            JudgedAt = end;

            // A feed that is some hours late is nothing to mention; a day that is missing is.
            if (!_isCut && Days(end, wanted) is > 0 and var gap)
            {
                FindEnd(shared, isImmature ? null : GapAfter(end) ?? endsIn, Instant.Min(endOfTables, wanted), gap);
            }
        }

        // On the first day nothing is known yet, as at its first moment.
        var isFirstDay = Period.Calendar.DateHolding(wanted) == Period.StartDate;
        if (Period.Start == end && end < wanted && isFirstDay)
        {
            JudgedAt = end;
        }
        else
        {
            HasNothing = end <= Period.Start && Period.Start < wanted;
            _whyNothing = isImmature ? UndefinedReason.Immature : UndefinedReason.NoData;
        }

        _gone = Gone();
    }

    // A row of dates is read once its day has begun. The last one may be a part of today, as far as it was loaded; where facts go on beyond
    // today, it is all of it.
    private Instant Gone()
    {
        var calendar = Period.Calendar;
        var today = calendar.DateHolding(JudgedAt);
        var tomorrow = calendar.StartOf(today.PlusDays(1));
        var isAtStart = JudgedAt == calendar.StartOf(today);
        if (JudgedAt == AsOf && !isAtStart && _tables.TrueForAll(GoesOn))
        {
            return tomorrow;
        }

        return JudgedAt;

        bool GoesOn(TableDescription table) => table.Schema.FactGrain is null && table.IsByDay() && table.LatestFact >= tomorrow;
    }

    // From the first day that can be read on; where that is the first of a whole month, data begin in the one before.
    private void FindBegin(SharedCoverage shared, TableDescription table, Instant beginOfTables)
    {
        var calendar = Period.Calendar;
        if (shared.IsBeginCut && beginOfTables > Period.Start && TableOfTotals is { } totals)
        {
            Find(
                GoalFindings.WholeBegin,
                "data",
                [
                    new("table", table.Schema.Name),
                    new("first", table.FirstDay(calendar)),
                    new("gap", Days(Period.Start, beginOfTables)),
                    new("totals", totals.Schema.Name),
                    new("grain", totals.Schema.FactGrain!.Value.Title()),
                    new("begin", calendar.DateHolding(_begin)),
                ]);
            return;
        }

        var first = LocalDate.Max(calendar.DateOf(_begin), table.FirstDay(calendar));
        Find(
            GoalFindings.DataBegin,
            "data",
            [new("table", table.Schema.Name), new("gap", Days(Period.Start, _begin)), new("begin", first)]);
    }

    // As far as can be judged; where no table ends, conversions are still open.
    private void FindEnd(SharedCoverage shared, TableDescription? table, Instant endOfTables, int gap)
    {
        var calendar = Period.Calendar;
        var last = calendar.DateHolding(JudgedAt - Duration.Epsilon);
        if (table is null)
        {
            Find(GoalFindings.Immature, "data", [new("measure", Goal.Measure!.Id), new("gap", gap), new("end", last)]);
        }
        else if (shared.IsEndCut && TableOfTotals is { } totals)
        {
            Find(
                GoalFindings.WholeEnd,
                "data",
                [
                    new("table", table.Schema.Name),
                    new("last", table.LastDay(endOfTables, calendar)),
                    new("gap", Days(endOfTables, Instant.Min(AsOf, Period.End))),
                    new("totals", totals.Schema.Name),
                    new("grain", totals.Schema.FactGrain!.Value.Title()),
                    new("end", last),
                ]);
        }
        else
        {
            Find(GoalFindings.DataEnd, "data", [new("table", table.Schema.Name), new("gap", gap), new("end", last)]);
        }
    }

    private TableDescription? TableOfTotals => _tables.Find(table => table.Schema.FactGrain is not null);

    // Of several tables, the one that lacks data right before a moment or after it.
    private TableDescription? GapBefore(Instant begin) => _tables.Find(table => table.Gaps.Any(gap => gap.End == begin));

    private TableDescription? GapAfter(Instant end) => _tables.Find(table => table.Gaps.Any(gap => gap.Start == end));

    private int Days(Instant from, Instant until) =>
        NodaTime.Period.DaysBetween(Period.Calendar.DateHolding(from), Period.Calendar.DateHolding(until));

    // In the goal's period so far, and in the one that its baseline is measured over. Later days are no matter of the goal.
    private void FindGaps()
    {
        var baseline = GoalTarget.Baseline?.Period;
        var until = Instant.Min(JudgedAt, Period.End);
        foreach (var table in _tables)
        {
            if (baseline is not null)
            {
                DataFindings.AddNew(_findings, DataFindings.GapsIn(table, baseline.Start, baseline.End, Period.Calendar));
            }

            DataFindings.AddNew(_findings, DataFindings.GapsIn(table, Period.Start, until, Period.Calendar));
        }
    }

    private bool HasBeginOfData(ReportingPeriod period) => period.Start < _begin && _begin < period.End;

    private bool IsGap(ReportingPeriod period) =>
        _tables.Exists(table => table.HasGapIn(new(period.Start, period.End)));

    private void FindPartialBaseline()
    {
        if (GoalTarget.Baseline?.Period is not { } period)
        {
            return;
        }

        var isOpen = AsOf < period.End;
        var covered = _tables.Select(table => table.Coverage).OfType<Interval>().ToList();
        var isCut = covered.Exists(each => each.Start > period.Start || (each.End < period.End && !isOpen));
        var isPartial = period.Start < AsOf && (isCut || IsGap(period));
        var isImmature = ConversionMaturity.Until(Goal.Measure!.Metrics, _plan.Tables, AsOf) < period.End;
        if (isPartial || isOpen || isImmature)
        {
            _baselineIsPartial = true;
            if (!isPartial)
            {
                Find(isOpen ? GoalFindings.OpenBaseline : GoalFindings.ImmatureBaseline, "target/baseline", [new("period", period)]);
                return;
            }

            var limits = TableLimits.Of(_tables, period.Start, Instant.Min(period.End, AsOf), Period.Calendar);
            Find(GoalFindings.PartialBaseline, "target/baseline", [new("period", period), new("limits", limits)]);
        }
    }
}
