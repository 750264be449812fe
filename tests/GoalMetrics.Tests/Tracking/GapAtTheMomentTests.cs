using NodaTime;

namespace GoalMetrics.Tests.Tracking;

// 10 orders a day from January to April 2026 in one table, or 4 and 6 in two, which say which days they lack. One table and two are judged
// alike, while the gap is running and once it is over.
public class GapAtTheMomentTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly DateInterval AroundTheEnd = new(new(2026, 3, 31), new(2026, 4, 1));
    private static readonly DateInterval Inside = new(new(2026, 3, 8), new(2026, 3, 10));

    [Theory] // March lacks its last day for good: what was sold then is not known.
    [InlineData(3, 31, 10, GoalStatus.OnTrack)] // the gap is running: judged at the end of the 30th
    [InlineData(4, 1, 10, GoalStatus.OnTrack)]
    [InlineData(4, 2, 0, GoalStatus.OnTrack)]
    [InlineData(4, 2, 10, GoalStatus.Unknown)]
    [InlineData(5, 3, 0, GoalStatus.Unknown)]
    public void Track_GapOverTheEndOfThePeriod_IsUnknownOnceItIsOver(int month, int day, int hour, GoalStatus expected) =>
        Judge(AroundTheEnd, Calendar.At(new(2026, month, day, hour, 0))).Should().AllBeEquivalentTo(expected);

    [Theory] // The 8th to the 10th.
    [InlineData(8, 0, GoalStatus.OnTrack)]
    [InlineData(9, 0, GoalStatus.OnTrack)]
    [InlineData(10, 18, GoalStatus.OnTrack)]
    [InlineData(11, 0, GoalStatus.OnTrack)]
    [InlineData(11, 10, GoalStatus.Unknown)]
    [InlineData(20, 0, GoalStatus.Unknown)]
    public void Track_MomentInAGap_IsJudgedWhereItBegan(int day, int hour, GoalStatus expected) =>
        Judge(Inside, Calendar.At(new(2026, 3, day, hour, 0))).Should().AllBeEquivalentTo(expected);

    [Fact]
    public void Track_MomentInAGap_SaysHowFarTheDataGo()
    {
        var table = Daily("orders", 10m, Inside);
        var progress = GoalTracker.Default.Track(
            Goal(Metric.Sum("orders", table, "n")), new InMemorySource(Calendar, table), Calendar.At(new(2026, 3, 10, 10, 0)));

        progress.JudgedAt.Should().Be(Calendar.StartOfDay(new(2026, 3, 8)));
        progress.Findings.Select(finding => finding.Message()).Should().Equal(
            "The goal is judged as of the end of 2026-03-07, as far as the data of table 'orders' go; days missing: 2.");
    }

    [Theory] // Query, scorecard and tracker call it the same: nothing on its first day, then an end, and a gap once it is over.
    [InlineData(8, 0, "")]
    [InlineData(8, 10, "")]
    [InlineData(9, 10, "DATA-END")]
    [InlineData(11, 0, "DATA-END")]
    [InlineData(11, 10, "DATA-GAP")]
    public void Findings_OfEveryView_NameTheSame(int day, int hour, string code)
    {
        var table = Daily("orders", 10m, Inside);
        var (source, asOf) = (new InMemorySource(Calendar, table), Calendar.At(new(2026, 3, day, hour, 0)));
        var orders = Metric.Sum("orders", table, "n").BetterWhen(Direction.HigherIsBetter);
        var query = Query.For(orders).During(Calendar.Month(2026, 3)).AsOf(asOf);
        var card = Scorecard.Create(new() { Kpis = [Kpi.Of("kpi", orders)] }, source, asOf);
        string[] expected = code.Length == 0 ? [] : [code];

        source.Query(query).Findings.Select(finding => finding.Code).Should().Equal(expected);
        card.Findings.Select(finding => finding.Code).Where(found => found.StartsWith("DATA", StringComparison.Ordinal))
            .Should().Equal(expected);
        GoalTracker.Default.Track(Goal(orders), source, asOf).Findings.Select(finding => finding.Code.Replace("TRACK-", ""))
            .Distinct().Should().Equal(expected);
    }

    private static IEnumerable<GoalStatus> Judge(DateInterval gap, Instant asOf)
    {
        var (one, first, second) = (Daily("one", 10m, gap), Daily("first", 4m, gap), Daily("second", 6m, gap));
        var sum = Measure.Of("sum", (a, b) => a + b, Metric.Sum("a", first, "n"), Metric.Sum("b", second, "n"));
        var source = new InMemorySource(Calendar, one, first, second);
        foreach (var measure in new[] { Metric.Sum("one", one, "n"), sum })
        {
            yield return GoalTracker.Default.Track(Goal(measure), source, asOf).Status;
        }
    }

    private static SmartGoal Goal(Measure measure) => new("sell")
    {
        Measure = measure,
        Target = Target.Reach(Quantity.Count(310, "order")),
        Period = Calendar.Month(2026, 3),
    };

    private static FactTable Daily(string name, decimal value, DateInterval gap)
    {
        var days = Enumerable.Range(0, 120).Select(day => new LocalDate(2026, 1, 1).PlusDays(day)).Where(day => !gap.Contains(day));
        return FactTable.From(name, days).At(day => day).Value("n", _ => value, Unit.Count("order"))
            .Covering(new(2026, 1, 1), new(2026, 5, 1), except: [gap]).Build();
    }
}
