using NodaTime;

namespace GoalMetrics.Tests.Tracking;

// Small worlds to judge goals in.
internal static class Facts
{
    public static readonly ReportingCalendar Utc = ReportingCalendar.Utc;

    // 31 days of January 2027 and 28 of February: quarters and months that are easy to count by hand.
    public static readonly ReportingPeriod January = Utc.Month(2027, 1);

    public static readonly ReportingPeriod FirstQuarter = Utc.Quarter(2027, 1);

    public static readonly ReportingPeriod LastQuarter = Utc.Quarter(2026, 4);

    public static Instant Utc2027(int month, int day, int hour = 0) => Instant.FromUtc(2027, month, day, hour, 0);

    // A table of orders, one row a day with the amount, that covers what is stated.
    public static FactTable Orders(LocalDate from, LocalDate until, params (LocalDate Day, decimal Orders)[] days) =>
        FactTable.From("orders", days).At(day => (LocalDate?)day.Day).Value("orders", day => day.Orders, Unit.Count("order"))
            .Covering(from, until).Build();

    public static Metric Sum(FactTable table, Direction direction = Direction.HigherIsBetter) =>
        Metric.Sum("orders", table, "orders").BetterWhen(direction);

    // A table of visits and orders, for a conversion rate.
    public static FactTable Visits(LocalDate from, LocalDate until, params (LocalDate Day, decimal Orders, decimal Visits)[] days) =>
        FactTable.From("visits", days).At(day => (LocalDate?)day.Day)
            .Value("orders", day => day.Orders, Unit.Count("order")).Value("visits", day => day.Visits, Unit.Count("visit"))
            .Covering(from, until).Build();

    public static Kpi Rate(FactTable table, Direction direction = Direction.HigherIsBetter) => Kpi.Of(
        "conversion", Marketing.ConversionRate, Metric.Sum("orders", table, "orders"), Metric.Sum("visits", table, "visits"))
            .BetterWhen(direction);

    public static GoalProgress Track(
        this FactTable table, Measure measure, Target target, ReportingPeriod period, Instant asOf, GoalStatus? previous = null) =>
        GoalTracker.Default.Track(
            new("goal")
            {
                Measure = measure,
                Target = target,
                Period = period,
            }, new InMemorySource(period.Calendar, table), asOf, previous);

    // Of each finding its code, and its whole message in English and Danish.
    public static IEnumerable<string> Lines(this GoalProgress progress) => progress.Findings.Select(finding =>
        $"{finding.Severity} {finding.Code} {finding.Path} | {finding.Message()} | {finding.Message(Danish)}");

    public static readonly System.Globalization.CultureInfo Danish = System.Globalization.CultureInfo.GetCultureInfo("da-DK");
}
