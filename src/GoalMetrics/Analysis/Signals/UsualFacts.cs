using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// On which days of the week, or in which hours of it, a table whose data are late usually has facts that count. It goes by the number of
// facts: a balance has a value on days without any.
internal sealed class UsualFacts
{
    private const int Weeks = 4;

    // A week more, for the hours that clocks skip, and the days of a gap.
    private static readonly Period Back = Period.FromDays(((Weeks + 1) * 7) + 1);

    private readonly Instant _known;
    private readonly PlannedHistory? _counts;
    private HashSet<(IsoDayOfWeek Weekday, int Hour)> _empty = [];

    private UsualFacts(Instant known, PlannedHistory? counts) => (_known, _counts) = (known, counts);

    // Of the tables of a measure that lack a day that is over. What they had is read with the rest of the plan; where an engine does not
    // count facts, a metric stands for them.
    public static List<UsualFacts> Of(Measure measure, Grain grain, Filter? filter, ReadingPlan plan)
    {
        var found = new List<UsualFacts>();
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
            var (table, calendar) = (plan.Tables.Of(schema), plan.Tables.Source.Calendar);
            var known = table.KnownUntil(plan.AsOf, calendar);
            if (table.Coverage is null || known >= calendar.StartOf(calendar.DateHolding(plan.AsOf)))
            {
                return;
            }

            var counted = grain == Grain.Hour ? Grain.Hour : Grain.Day;
            if (count is null || !Has(table, counted))
            {
                found.Add(new(known, null));
                return;
            }

            var last = calendar.DateHolding(known);
            var first = LocalDate.Max(last - Back, ReportingCalendar.MinDate);
            found.Add(new(known, new(new(count, counted, first, asked) { Until = last.PlusDays(1) }, plan)));
        }
    }

    // Once the plan has been read.
    public void Read()
    {
        if (_counts?.Read([]) is not { } history)
        {
            return;
        }

        var known = history.Points.Where(point => point.Coverage == HistoryCoverage.Full && point.Period.End <= _known);
        _empty = [.. known.GroupBy(point => PlaceOf(point.Period)).Where(IsEmpty).Select(place => place.Key)];
    }

    // Whether facts of a day or an hour are outstanding that usually has some. Where that is not known, any day has.
    public bool IsLate(ReportingPeriod period) => _known < period.End && !_empty.Contains(PlaceOf(period));

    private static Metric CountOf(TableSchema table) => Metric.Count("facts", table);

    // Whether a table tells days, or hours, apart.
    private static bool Has(TableDescription table, Grain grain) =>
        (table.KeptGrain is null or Grain.Hour || table.KeptGrain == grain) && table.Schema.FactGrain is null or Grain.Day;

    // By the wall clock, whatever clocks did since.
    private static (IsoDayOfWeek Weekday, int Hour) PlaceOf(ReportingPeriod period) => period.IsHour
        ? (period.StartDate.DayOfWeek, period.Start.InZone(period.Calendar.Zone).Hour)
        : (period.StartDate.DayOfWeek, 0);

    // Whether nothing happened then in the last weeks that are known.
    private static bool IsEmpty(IEnumerable<HistoryPoint> weeks)
    {
        var last = weeks.TakeLast(Weeks).ToList();
        return last.Count == Weeks && last.TrueForAll(point => point.Value.AmountOrNull is null or 0m);
    }
}
