using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Smart;

/// <summary>A small web shop and its goals.</summary>
internal static class SmartExamples
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    public static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    public static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");
    public static readonly Instant AsOf = Instant.FromUtc(2026, 12, 15, 9, 0);

    public static readonly TableSchema Site = TableSchema.Named("site", FactTime.Date).Dimension("channel");
    public static readonly TableSchema Sales = TableSchema.Named("sales", FactTime.Date)
        .Value("amount", Unit.Money("DKK"))
        .Value("rating", Unit.Score(1m, 5m));
    public static readonly Metric Visits = Metric.Count("visits", Site, "visit");
    public static readonly Metric Orders = Metric.Count("orders", Sales, "order");
    public static readonly Metric Revenue = Metric.Sum("revenue", Sales, "amount");
    public static readonly Metric Rating = Metric.Average("rating", Sales, "rating");

    public static readonly Kpi Conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, Orders, Visits)
        .Serving("grow-market-share")
        .DrivenBy(PerformanceIndicator.Daily(Visits), PerformanceIndicator.Daily(Orders));

    public static readonly Kpi Satisfaction = Kpi.Of("satisfaction", Rating)
        .Serving("delight-customers")
        .DrivenBy(PerformanceIndicator.Weekly(Rating));

    public static readonly SmartGoal MoreVisitors = new("more-visitors")
    {
        Statement = "Increase site visitors by 20 % during the first quarter of 2027",
        Measure = Visits,
        Target = Target.IncreaseBy(20.Percent(), over: Copenhagen.Quarter(2026, 1)),
        Period = Copenhagen.Quarter(2027, 1),
        Owner = "Marketing",
        Serves = ["grow-market-share"],
    };

    public static readonly Strategy Shop = new()
    {
        BusinessGoals = [new("grow-market-share"), new("delight-customers")],
        Kpis = [Conversion, Satisfaction],
        Goals = [MoreVisitors],
    };

    /// <summary>What the rule alone finds.</summary>
    public static IReadOnlyList<Finding> FoundBy(ISmartRule rule, SmartGoal goal, Strategy? strategy = null, Instant? asOf = null) =>
        SmartValidator.Of(rule).Validate(goal, strategy, asOf ?? AsOf).Findings;

    /// <summary>Holds a finding to its code, severity and place, and to its whole texts in both languages.</summary>
    public static void ShouldBe(
        this IReadOnlyList<Finding> found,
        FindingSeverity severity,
        string code,
        string path,
        (string Message, string Suggestion) english,
        (string Message, string Suggestion) danish)
    {
        var finding = found.Should().ContainSingle().Subject;
        finding.Code.Should().Be(code);
        finding.Severity.Should().Be(severity);
        finding.Path.Should().Be(path);
        finding.Message(English).Should().Be(english.Message);
        finding.Suggestion(English).Should().Be(english.Suggestion);
        finding.Message(Danish).Should().Be(danish.Message);
        finding.Suggestion(Danish).Should().Be(danish.Suggestion);
    }
}
