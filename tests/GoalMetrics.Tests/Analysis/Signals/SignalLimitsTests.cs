using NodaTime;

namespace GoalMetrics.Tests.Analysis.Signals;

/// <summary>What has no dependable limits is not judged, and seasons go by the calendar.</summary>
public sealed class SignalLimitsTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 1, 5);

    [Fact] // Two equal days say nothing about how far days stray.
    public void Create_AStretchOfTwoDays_HasNoLimits()
    {
        var noise = new Random(3);
        var (source, sales) = Daily(60, day => day < 58 ? noise.Next(90, 111) : 50);
        var options = new SignalOptions { Shifts = [new(First.PlusDays(58), "another price")] };

        var signals = SignalReport.Of(sales, source, At(60), options)[sales];

        signals.Limits.Should().ContainSingle().Which.Last.StartDate.Should().Be(First.PlusDays(57));
        signals.Points[59].IsJudged.Should().BeFalse();
        signals.Reaches(Quantity.Count(49)).Should().Be(TargetReach.Unknown);
        signals.Findings.Select(finding => finding.Message()).Should().Equal(
            "'sales' has 2 final values; limits need 6 and are dependable from 10 on.");
    }

    [Fact] // From 100 by one a day to 219: above its mean in the end, and below it in the beginning.
    public void Create_ASeriesThatGrows_SaysThatItsLevelDoesNotStay()
    {
        var (source, sales) = Daily(120, day => 100 + day + (day * 7 % 5));

        var signals = SignalReport.Of(sales, source, At(120))[sales];

        signals.Signals.Should().Contain(signal => signal.Kind == SignalKind.EightOnOneSide);
        var finding = signals.Findings.Single(each => each.Code == "SIGNALS-TREND");
        finding.Message().Should().Be(
            "'sales' does not stay around one level: from 102 to 221, by the slope through its 120 values."
            + " Limits are for a level that stays, and signal a trend again and again.");
        finding.Severity.Should().Be(FindingSeverity.Info);
    }

    [Fact] // A day that stands out is no trend; two levels are, until the shift between them is declared.
    public void Create_AnOutlierOrADeclaredShift_IsNoTrend()
    {
        var noise = new Random(5);
        int[] usual = [.. Enumerable.Range(0, 120).Select(_ => noise.Next(90, 111))];
        var (source, sales) = Daily(120, day => day == 90 ? 200 : usual[day]);
        var (shifted, moved) = Daily(120, day => usual[day] + (day < 60 ? 0 : 50));

        SignalReport.Of(sales, source, At(120))[sales].Findings.Should().BeEmpty();
        Codes(new()).Should().Contain("SIGNALS-TREND");
        Codes(new() { Shifts = [new(First.PlusDays(60), "another price")] }).Should().BeEmpty();

        IEnumerable<string> Codes(SignalOptions options) =>
            SignalReport.Of(moved, shifted, At(120), options)[moved].Findings.Select(finding => finding.Code);
    }

    [Fact] // 100 days at 10, 20 at 8: most pairs of days are alike, so the slope between them is 0, though there are fewer in the end.
    public void Create_MostDaysAlike_HaveNoSlope()
    {
        var (source, sales) = Daily(120, day => day < 100 ? 10 : 8);

        SignalReport.Of(sales, source, At(120))[sales].Findings.Select(finding => finding.Code).Should().NotContain("SIGNALS-TREND");
    }

    [Fact] // Tested by means of neighbours.
    public void Create_ALongSeriesThatGrows_SaysSoToo()
    {
        var (source, sales) = Daily(900, day => 1_000 + day + (day * 7 % 5));

        SignalReport.Of(sales, source, At(900))[sales].Findings.Select(finding => finding.Code).Should().Contain("SIGNALS-TREND");
    }

    [Fact] // From day 120 on everything is twice as much, weekdays and weekends. Each stretch has a week of its own.
    public void Create_ASeasonAcrossAShift_IsThatOfEachStretch()
    {
        var (source, sales) = Daily(180, day => (day < 120 ? 1_000 : 2_000) * Week(day) + (day * 7 % 11));
        var options = new SignalOptions { Shifts = [new(First.PlusDays(120), "a second shop")] };

        var signals = SignalReport.Of(sales, source, At(180), options)[sales];

        signals.Pattern.Should().Be(SeasonalPattern.Weekday);
        signals.Points[63].Centre.Amount.Should().BeInRange(990m, 1_030m);
        signals.Points[63].UpperLimit.Amount.Should().BeLessThan(1_060m);
        signals.Points[175].Centre.Amount.Should().BeInRange(1_980m, 2_040m);
        signals.Signals.Should().BeEmpty();

        static decimal Week(int day) => (day % 7) switch { 5 => 0.5m, 6 => 0.4m, 4 => 1.2m, _ => 1m };
    }

    [Fact] // Eight weeks over the change of clocks on 29 March: a thousand at night, twice as much by day.
    public void Create_HoursOverAChangeOfClocks_GoByTheClock()
    {
        var hours = Enumerable.Range(0, 56 * 24).Select(hour => Copenhagen.StartOfDay(new(2026, 3, 2)) + Duration.FromHours(hour)).ToList();
        var table = FactTable.From("hours", hours.Select((at, i) => (At: at, Value: Usual(at) + (i * 13 % 17)))).At(row => row.At)
            .Value("x", row => row.Value, Unit.Money("DKK")).Build();
        var sum = Metric.Sum("sum", table, "x");

        var signals = SignalReport.Of(
            sum, new InMemorySource(Copenhagen, table), hours[^1] + Duration.FromHours(1), new() { Grain = Grain.Hour })[sum];

        signals.Pattern.Should().Be(SeasonalPattern.HourOfWeek);
        signals.Signals.Where(signal => signal.Kind == SignalKind.BeyondLimit).Should().BeEmpty();

        static decimal Usual(Instant at) => at.InZone(Copenhagen.Zone).Hour is >= 9 and <= 18 ? 2_000m : 1_000m;
    }

    [Fact] // An order every tenth day: with fewer than five to be expected, the days with two are none.
    public void Create_SmallCounts_AreShownAndNotJudged()
    {
        var (source, sales) = Daily(200, day => (day % 10 == 0 ? 1 : 0) + (day % 30 == 0 ? 1 : 0));

        var signals = SignalReport.Of(sales, source, At(200))[sales];

        signals.Signals.Should().BeEmpty();
        signals.Points.Should().OnlyContain(point => !point.IsJudged);
        signals.Findings.Select(finding => finding.Code).Should().Contain("SIGNALS-SMALL-NUMBERS");
    }

    [Fact] // 20,000 visits on weekdays and 300 at weekends: the days that rest on 300 stray farther.
    public void Reaches_ARateThatRestsOnFewSomeDays_CountsTheirLimits()
    {
        var noise = new Random(5);
        var days = Enumerable.Range(0, 140).Select(day => (Day: First.PlusDays(day), Visits: day % 7 < 5 ? 20_000 : 300)).ToList();
        var table = FactTable.From("site", days.Select(day => (day.Day, day.Visits, Orders: OrdersOf(day.Visits)))).At(row => row.Day)
            .Value("orders", row => row.Orders, Unit.Count("order")).Value("visits", row => row.Visits, Unit.Count("visit")).Build();
        var rate = Kpi.Of("rate", Marketing.ConversionRate, Metric.Sum("o", table, "orders"), Metric.Sum("v", table, "visits"))
            .BetterWhen(Direction.HigherIsBetter).Read(every: Grain.Day);

        var signals = SignalReport.Of(rate, new InMemorySource(ReportingCalendar.Utc, table), At(140))[rate];

        signals.Method.Should().Be(SignalMethod.LaneyP);
        signals.Reaches(4.Percent()).Should().Be(TargetReach.Sometimes);

        int OrdersOf(int visits) => Enumerable.Range(0, visits).Count(_ => noise.NextDouble() < 0.05);
    }

    [Fact] // Premium subscribers of all subscribers: both levels carry over, and so does their share.
    public void Create_ARatioOfBalances_IsJudgedByItsChanges()
    {
        var rows = Enumerable.Range(0, 90).Select(day => (Day: First.PlusDays(day), Premium: 200 + (day / 2), All: 1_000 + day));
        var table = FactTable.From("subscribers", rows).At(row => row.Day)
            .Balance("premium", row => row.Premium, Unit.Count("subscriber"))
            .Balance("all", row => row.All, Unit.Count("subscriber")).Build();
        var share = Measure.Of(
            "share", (premium, all) => premium / all, Metric.Balance("p", table, "premium"), Metric.Balance("a", table, "all"));

        SignalReport.Of(share, new InMemorySource(ReportingCalendar.Utc, table), At(90))[share].Method
            .Should().Be(SignalMethod.XmrOfChanges);
    }

    [Fact] // Closed at weekends: on Monday morning nothing is late, and on Wednesday the data of Monday and Tuesday are.
    public void Create_AShopThatIsClosedAtWeekends_IsLateOnlyWhenItIs()
    {
        var days = Enumerable.Range(0, 54).Where(day => day % 7 < 5)
            .Select(day => (Day: First.PlusDays(day), Value: 100m + (day * 7 % 11)));
        var table = FactTable.From("shop", days).At(row => row.Day).Value("x", row => row.Value, Unit.Money("DKK")).Build();
        var sum = Metric.Sum("sum", table, "x");
        var source = new InMemorySource(ReportingCalendar.Utc, table);

        Late(56).Should().BeEmpty();
        Late(57).Should().Equal("2026-03-02 2026-03-02");
        Late(58).Should().Equal("2026-03-02 2026-03-03");
        Late(65).Should().Equal("2026-03-02 2026-03-10");

        IEnumerable<string> Late(int day) => SignalReport.Of(sum, source, At(day) + Duration.FromHours(9)).Signals
            .Where(signal => signal.Kind == SignalKind.LateData).Select(signal => $"{signal.First} {signal.Last}");
    }

    private static Instant At(int days) => ReportingCalendar.Utc.StartOfDay(First.PlusDays(days));

    private static (InMemorySource Source, Metric Sales) Daily(int count, Func<int, decimal> valueOf)
    {
        var table = FactTable.From("facts", Enumerable.Range(0, count).Select(day => (Day: First.PlusDays(day), Value: valueOf(day))))
            .At(row => row.Day).Value("sales", row => row.Value, Unit.Count()).Covering(First, First.PlusDays(count)).Build();
        return (new InMemorySource(ReportingCalendar.Utc, table), Metric.Sum("sales", table, "sales").BetterWhen(Direction.HigherIsBetter));
    }
}
