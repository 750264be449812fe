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
        var shared = new SharedCoverage(Goal.Measure!.Metrics, _plan.Tables, AsOf, AsOf);
        if (shared.IsOfSeveral)
        {
            (begin, end) = (Instant.Max(begin, shared.Begin), Instant.Min(end, shared.End));
            _terms = _terms with { SharedFrom = shared.Begin, SharedGaps = shared.Gaps };
        }

        _begin = begin;
        if (Period.Start < begin && begin < wanted)
        {
            var first = LocalDate.Max(Period.Calendar.DateOf(begin), beginsIn!.FirstDay(Period.Calendar));
            Find(
                GoalFindings.DataBegin,
                "data",
                [new("table", beginsIn.Schema.Name), new("gap", Days(Period.Start, begin)), new("begin", first)]);
        }

        // Of later conversions, not all are known.
        var mature = ConversionMaturity.Until(Goal.Measure!.Metrics, _plan.Tables, AsOf);
        var isImmature = mature < end;
        end = Instant.Min(end, mature);
        if (Period.Start < end && end < wanted)
        {
            JudgedAt = end;

            // A feed that is some hours late is nothing to mention; a day that is missing is.
            if (Days(end, wanted) is > 0 and var gap)
            {
                var (kind, name, what) = isImmature
                    ? (GoalFindings.Immature, "measure", Goal.Measure.Id)
                    : (GoalFindings.DataEnd, "table", endsIn!.Schema.Name);
                var last = Period.Calendar.DateHolding(end - Duration.Epsilon);
                Find(kind, "data", [new(name, what), new("gap", gap), new("end", last)]);
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

        int Days(Instant from, Instant until) =>
            NodaTime.Period.DaysBetween(Period.Calendar.DateHolding(from), Period.Calendar.DateHolding(until));
    }

    // In the goal's period so far, and in the one that its baseline is measured over.
    private void FindGaps()
    {
        var baseline = GoalTarget.Baseline?.Period;
        foreach (var table in _tables)
        {
            if (baseline is not null)
            {
                _findings.AddRange(DataFindings.GapsIn(table, baseline.Start, baseline.End, Period.Calendar));
            }

            _findings.AddRange(DataFindings.GapsIn(table, Period.Start, JudgedAt, Period.Calendar));
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
