using GoalMetrics;
using GoalMetrics.Statistics;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace DocsTests;

/// <summary>The guide to signals: the regions are its snippets.</summary>
public sealed class Signals
{
    [Fact]
    public void Signals_Snippets_GiveWhatTheirCommentsSay()
    {
        #region signals-facts
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var shop = FactTable.From("shop", CheckoutDays())              // from 11 to 13 November the checkout lost orders
            .At(day => day.Date)
            .Value("visits", day => day.Visits, Unit.Count("visit"))
            .Value("orders", day => day.Orders, Unit.Count("order"))
            .Build();
        var source = new InMemorySource(calendar, shop);
        var visits = Metric.Sum("visits", shop, "visits").BetterWhen(Direction.HigherIsBetter);
        var orders = Metric.Sum("orders", shop, "orders").BetterWhen(Direction.HigherIsBetter);
        var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, visits).Read(every: Grain.Day)
            .DrivenBy(PerformanceIndicator.Daily(visits), PerformanceIndicator.Daily(orders));
        var asOf = calendar.At(new LocalDateTime(2026, 11, 21, 9, 0));
        #endregion

        #region signals-read
        SignalReport report = SignalReport.Of(conversion, source, asOf);

        foreach (var signal in report[conversion].Signals.Take(3))
        {
            Console.WriteLine($"{signal}: {signal.Verdict}");
        }
        // Conversion rate 2026-11-11 to 2026-11-15: 1.89 %, expected 2.91 % (four of five beyond 1 sigma): Worse
        // Conversion rate 2026-11-11 to 2026-11-13: 1.45 %, expected 2.91 % (two of three beyond 2 sigma): Worse
        // Conversion rate 2026-11-13: 1.53 %, expected 2.91 % (beyond a limit): Worse
        #endregion

        var shown = string.Join('\n', report[conversion].Signals.Select(signal => $"{signal}: {signal.Verdict}"));
        shown.Should().StartWith(
            "Conversion rate 2026-11-11 to 2026-11-15: 1.89 %, expected 2.91 % (four of five beyond 1 sigma): Worse\n"
            + "Conversion rate 2026-11-11 to 2026-11-13: 1.45 %, expected 2.91 % (two of three beyond 2 sigma): Worse\n"
            + "Conversion rate 2026-11-13: 1.53 %, expected 2.91 % (beyond a limit): Worse\n");

        #region signals-chart
        MeasureSignals traffic = report[visits];
        Console.WriteLine(traffic.Method);                            // Xmr
        Console.WriteLine(traffic.Pattern);                           // Weekday: taken out before the days were judged

        SignalPoint sunday = traffic.Points[^7];
        Console.WriteLine($"{sunday.Period}: {sunday.Value} in {sunday.LowerLimit:N0} to {sunday.UpperLimit:N0}");
        // 2026-11-15: 703 in 512 to 748
        #endregion

        #region signals-trend
        var signups = FactTable.From("signups", Enumerable.Range(0, 90))                // one more every day
            .At(day => new LocalDate(2026, 8, 23).PlusDays(day))
            .Value("count", day => 40 + day, Unit.Count("sign-up"))
            .Build();
        Measure growing = Metric.Sum("sign-ups", signups, "count");

        SignalReport everyDay = SignalReport.Of(growing, new InMemorySource(calendar, signups), asOf);
        Console.WriteLine(everyDay[growing].Findings[0].Message());
        // 'sign-ups' does not stay around one level: from 40 to 129, by the slope through its 90 values. Limits are for a
        // level that stays, and signal a trend again and again.
        #endregion

        everyDay[growing].Findings[0].Message().Should().Be(
            "'sign-ups' does not stay around one level: from 40 to 129, by the slope through its 90 values."
            + " Limits are for a level that stays, and signal a trend again and again.");

        traffic.Method.Should().Be(SignalMethod.Xmr);
        traffic.Pattern.Should().Be(SeasonalPattern.Weekday);
        $"{sunday.Period}: {sunday.Value} in {sunday.LowerLimit:N0} to {sunday.UpperLimit:N0}"
            .Should().Be("2026-11-15: 703 in 512 to 748");

        #region signals-target
        MeasureSignals rate = report[conversion];
        Console.WriteLine(rate.Reaches(1.Percent()));               // Always: even the worst of the usual days keeps it
        Console.WriteLine(rate.Reaches(3.Percent()));               // Sometimes: it is chance
        Console.WriteLine(rate.Reaches(5.Percent()));               // Never, unless something is changed
        #endregion

        rate.Reaches(1.Percent()).Should().Be(TargetReach.Always);
        rate.Reaches(3.Percent()).Should().Be(TargetReach.Sometimes);
        rate.Reaches(5.Percent()).Should().Be(TargetReach.Never);

        #region signals-options
        var options = new SignalOptions
        {
            Baseline = 60,                                          // limits from the first 60 days, and frozen then
            Shifts = [new DeclaredShift(new LocalDate(2026, 6, 1), "a new checkout", [conversion])],
            Rules = [ChartRule.BeyondLimit, ChartRule.EightOnOneSide],
        };
        SignalReport frozen = SignalReport.Of(conversion, source, asOf, options);
        Console.WriteLine(frozen[conversion].Limits[1].Why);        // a new checkout
        #endregion

        frozen[conversion].Limits[1].Why.Should().Be("a new checkout");
    }

    [Fact]
    public void Configuration_Snippet_GivesWhatItsCommentsSay()
    {
        const string settings = """
            {
              "Signals": {
                "Baseline": 60,
                "Rules": ["BeyondLimit", "EightOnOneSide"],
                "Shifts": [{ "From": "2026-06-01", "Why": "a new checkout" }]
              }
            }
            """;
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(settings));
        var configuration = new ConfigurationBuilder().AddJsonStream(file).Build();

        #region signals-configuration
        // appsettings.json: "Signals": {
        //     "Baseline": 60, "Rules": ["BeyondLimit", "EightOnOneSide"], "Shifts": [{ "From": "2026-06-01", "Why": "a new checkout" }] }
        SignalOptions configured = configuration.GetSection("Signals")
            .Get<SignalOptions>(binder => binder.ErrorOnUnknownConfiguration = true)!;

        Console.WriteLine(configured.Shifts[0].Why);                // a new checkout, in all measures
        #endregion

        configured.Baseline.Should().Be(60);
        configured.Rules.Should().Equal(ChartRule.BeyondLimit, ChartRule.EightOnOneSide);
        configured.Shifts.Should().ContainSingle().Which.Why.Should().Be("a new checkout");
    }

    private static IEnumerable<(LocalDate Date, int Visits, int Orders)> CheckoutDays()
    {
        var random = new Random(11);
        foreach (var day in ShopDays.All.Where(day => day.Market == "DK" && day.Date >= new LocalDate(2026, 1, 1)))
        {
            var isBroken = day.Date >= new LocalDate(2026, 11, 11) && day.Date <= new LocalDate(2026, 11, 13);
            var orders = day.Orders + random.Next(-4, 5);
            yield return (day.Date, day.Visits, isBroken ? orders / 2 : orders);
        }
    }
}
