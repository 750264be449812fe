using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// What a table has not got yet, and whether it is late: whether so long a silence is no chance. It goes by the number of facts that count:
// a balance has a value on days without any.
internal sealed class OutstandingFacts
{
    private const double Chance = 0.01;

    private readonly TableSilence _silence;
    private readonly ReportingCalendar _calendar;
    private readonly Grain? _totals;
    private readonly IReadOnlyList<PlannedHistory> _counts;

    // By the clock of reporting days.
    private (LocalDateTime First, LocalDateTime Last)? _late;

    private OutstandingFacts(TableSilence silence, ReportingCalendar calendar, Grain? totals, IReadOnlyList<PlannedHistory> counts) =>
        (_silence, _calendar, _totals, _counts) = (silence, calendar, totals, counts);

    // Of the tables of a measure that lack time which is over. What they had is read with the rest of the plan; where an engine does not
    // count facts, a metric stands for them.
    public static List<OutstandingFacts> Of(Measure measure, Grain grain, Filter? filter, ReadingPlan plan)
    {
        var found = new List<OutstandingFacts>();
        var counts = plan.Tables.Source.Capabilities.Answers(AggregateKind.Count);
        foreach (var metric in measure.Metrics)
        {
            Add(metric.Table, counts ? CountOf(metric.Table).Filtered(metric.Filter) : metric, filter);
            if (metric.Conversion is { } conversion)
            {
                Add(conversion.Table, counts ? CountOf(conversion.Table) : null, null);
            }
        }

        return found;

        void Add(TableSchema schema, Metric? count, Filter? asked)
        {
            var table = plan.Tables.Of(schema);
            if (TableSilence.Of(table, grain == Grain.Hour, plan) is { } silence)
            {
                var counted = Counts(schema, count, asked).Select(each => Counted(each, table, silence, plan));
                found.Add(new(silence, plan.Tables.Calendar, TotalsOf(schema), [.. counted.OfType<PlannedHistory>()]));
            }
        }

        // Where nothing passes a filter, the table goes by all its facts.
        IEnumerable<(Metric Count, Filter? Asked)> Counts(TableSchema schema, Metric? count, Filter? asked)
        {
            if (count is not null)
            {
                yield return (count, asked);
            }

            if (counts && count is not null && (asked ?? count.Filter) is not null)
            {
                yield return (CountOf(schema), null);
            }
        }
    }

    // Once the plan has been read.
    public void Read()
    {
        if (_totals is { } grain)
        {
            _late = LateTotals(_calendar.PeriodAt(grain, _silence.Over).Start);
            return;
        }

        var days = _silence.Days;
        if (_counts.Select(UsualOf).FirstOrDefault(found => !found.HasNone) is not { } usual)
        {
            // Days differ only by their weights: a whole one is late, and what follows.
            List<SilentDay> whole = [.. days.Where(day => !_calendar.IsDayOff(day.Date)).SkipWhile(day => !day.Hours.IsAll)];
            _late = whole.Count == 0 ? null : (whole[0].First, whole[^1].Last);
            return;
        }

        if (usual.ChanceOfNone(_silence.Decisive) < Chance)
        {
            List<SilentDay> late = [.. days.Where(usual.Has)];
            _late = (usual.Part(late[0]).First, usual.Part(late[^1]).Last);
        }
    }

    // Whether a period, be it running, has any of what is late in it.
    public bool IsLate(ReportingPeriod period)
    {
        if (_late is not var (first, last))
        {
            return false;
        }

        if (!period.IsHour)
        {
            return period.StartDate <= last.Date && first.Date < period.EndDate;
        }

        var start = DayClock.HourOf(period.Start, _calendar);
        return first <= start && start <= last;
    }

    // Totals are late for the time until that which the running one is of.
    private (LocalDateTime First, LocalDateTime Last)? LateTotals(Instant running)
    {
        if (_silence.Known < running)
        {
            return (DayClock.HourOf(_silence.Known, _calendar), DayClock.HourOf(running - Duration.Epsilon, _calendar));
        }

        return null;
    }

    // Of what its facts are the totals; null where they are of days at most.
    private static Grain? TotalsOf(TableSchema table)
    {
        if (table.FactGrain is Grain.Day)
        {
            return null;
        }

        return table.FactGrain;
    }

    private static Metric CountOf(TableSchema table) => Metric.Count("facts", table);

    // Null where the table does not tell days apart, or has none before.
    private static PlannedHistory? Counted((Metric Count, Filter? Asked) of, TableDescription table, TableSilence silence, ReadingPlan plan)
    {
        var (grain, last) = (silence.NeedsHours ? Grain.Hour : Grain.Day, silence.Days[0].Date);
        var first = LocalDate.Max(last - UsualFacts.Back, ReportingCalendar.MinDate);
        if (first < last && Has(table, grain))
        {
            return new(new(of.Count, grain, first, of.Asked) { Until = last }, plan);
        }

        return null;
    }

    // Whether days, or hours, can be told apart in a table.
    private static bool Has(TableDescription table, Grain grain) =>
        (table.KeptGrain is null or Grain.Hour || table.KeptGrain == grain) && TotalsOf(table.Schema) is null;

    private UsualFacts UsualOf(PlannedHistory counted)
    {
        List<CountedDay> days = [.. counted.Read([]).Points.GroupBy(point => point.Period.StartDate).Select(DayOf)];
        return new(_calendar.TellingDays(days).OrderByDescending(day => day.Date));
    }

    private static CountedDay DayOf(IGrouping<LocalDate, HistoryPoint> day)
    {
        var (facts, unknown) = (DayHours.None, DayHours.None);
        foreach (var point in day)
        {
            var hours = HoursOf(point.Period);
            if (point.Value.AmountOrNull is not (null or 0m))
            {
                facts = facts.With(hours);
            }

            if (point.Coverage != HistoryCoverage.Full)
            {
                unknown = unknown.With(hours);
            }
        }

        return new(day.Key, facts, unknown);
    }

    // By the clock of reporting days, whatever wall clocks did since.
    private static DayHours HoursOf(ReportingPeriod period)
    {
        if (period.IsHour)
        {
            return DayHours.Only(DayClock.HourOf(period.Start, period.Calendar).Hour);
        }

        return DayHours.All;
    }
}
