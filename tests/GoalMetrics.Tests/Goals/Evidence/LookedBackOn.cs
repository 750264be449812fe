using NodaTime;

namespace GoalMetrics.Tests.Goals.Evidence;

// Every day is the same: 10 orders and 100 visits. What is computed from days without data is found by hand.
internal static class LookedBackOn
{
    public static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    public static LocalDate D(int month, int day, int year = 2026) => new(year, month, day);

    public static Instant At(int month, int day, int hour = 0) => Calendar.StartOfDay(D(month, day)) + Duration.FromHours(hour);

    public static DateInterval Gap(LocalDate first, LocalDate last) => new(first, last);

    // One row a day, but for the gaps, and coverage that is stated.
    public static FactTable Days(LocalDate from, int count, params DateInterval[] gaps) => Days("t", from, count, gaps);

    public static FactTable Days(string name, LocalDate from, int count, params DateInterval[] gaps) => FactTable
        .From(name, Enumerable.Range(0, count).Select(from.PlusDays).Where(day => !gaps.Any(gap => gap.Contains(day)))).At(day => day)
        .Value("x", _ => 10m, Unit.Count("order")).Value("v", _ => 100m, Unit.Count("visit"))
        .Covering(from, from.PlusDays(count), except: gaps).Build();

    // The total of each month from the first on, dated on its first day.
    public static FactTable Months(string name, LocalDate first, int count) => FactTable
        .From(name, Enumerable.Range(0, count).Select(first.PlusMonths)).At(day => day)
        .Value("x", _ => 300m, Unit.Count("order")).Value("v", _ => 3_000m, Unit.Count("visit"))
        .EachFactCovers(Grain.Month).Build();

    public static Metric X(FactTable table) => Metric.Sum("x", table, "x").BetterWhen(Direction.HigherIsBetter);

    public static Metric V(FactTable table) => Metric.Sum("v", table, "v");

    public static InMemorySource Source(params FactTable[] tables) => new(Calendar, [.. tables]);

    public static Scorecard Card(this FactTable table, Measure measure, Instant asOf, Grain every = Grain.Month) => Scorecard.Create(
        new Strategy { Kpis = [Kpi.Of("k", measure).Read(every)] }, Source(table), asOf);

    // What is said of the data: code, table and days. What does not fit together in a strategy is no matter of theirs.
    public static IEnumerable<string> OfData(this IEnumerable<Finding> findings) => findings
        .Where(finding => !finding.Code.StartsWith("STRATEGY-", StringComparison.Ordinal))
        .Select(finding => string.Join(' ', [finding.Code, .. finding.Arguments.Where(IsTableOrDay).Select(Value)]));

    private static bool IsTableOrDay(FindingArgument argument) => argument.Name == "table" || argument.Value is LocalDate;

    private static string Value(FindingArgument argument) => argument.Value is LocalDate day ? $"{day:R}" : $"{argument.Value}";
}
