#region direct-call
using System.Globalization;
using GoalMetrics;

#endregion
#region kpi-over-facts
using NodaTime;

#endregion

namespace DocsTests;

/// <summary>The tour of the README: the regions are its snippets, one after the other.</summary>
public sealed class Tour
{
    [Fact]
    public void Tour_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region direct-call
        Quantity rate = Marketing.ConversionRate(conversions: 42, visitors: 1_200);
        Quantity roi = Finance.ReturnOnInvestment(returned: Money.Dkk(15_000), invested: Money.Dkk(10_000));
        Quantity none = Marketing.ConversionRate(conversions: 0, visitors: 0);

        Console.WriteLine(rate.ToString(CultureInfo.GetCultureInfo("da-DK")));   // 3,5 %
        Console.WriteLine(roi);                                                  // 50 %
        Console.WriteLine(none);                                                 // undefined: zero denominator (visitors)
        #endregion

        rate.ToString(CultureInfo.GetCultureInfo("da-DK")).Should().Be("3,5 %");
        roi.ToString().Should().Be("50 %");
        none.ToString().Should().Be("undefined: zero denominator (visitors)");

        #region kpi-over-facts
        var days = new[]
        {
            (Date: new LocalDate(2026, 9, 14), Market: "DK", Visits: 900, Orders: 27, Revenue: 13_500m),
            (Date: new LocalDate(2026, 9, 15), Market: "SE", Visits: 300, Orders: 6, Revenue: 2_400m),
            (Date: new LocalDate(2026, 10, 1), Market: "DK", Visits: 800, Orders: 32, Revenue: 16_800m),
            (Date: new LocalDate(2026, 10, 2), Market: "SE", Visits: 400, Orders: 4, Revenue: 1_900m),
        };

        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var shop = FactTable.From("shop", days)
            .At(day => day.Date)                                    // LocalDate, DateOnly, Instant or DateTimeOffset
            .Dimension("market", day => day.Market)
            .Value("visits", day => day.Visits, Unit.Count("visit"))
            .Value("orders", day => day.Orders, Unit.Count("order"))
            .Value("revenue", day => day.Revenue, Unit.Money("DKK"))
            .Covering(new(2026, 9, 1), endExclusive: new(2026, 11, 1))   // on the other days nothing was sold
            .Build();
        var source = new InMemorySource(calendar, shop);

        var visits = Metric.Sum("visits", of: shop, column: "visits");
        var orders = Metric.Sum("orders", of: shop, column: "orders");
        var revenue = Metric.Sum("revenue", of: shop, column: "revenue");
        var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, visits)
            .DrivenBy(PerformanceIndicator.Daily(visits), PerformanceIndicator.Daily(orders));

        var october = calendar.Month(2026, 10);
        var table = source.Query(Query.For(conversion, revenue)
            .Between(new LocalDate(2026, 9, 1), new LocalDate(2026, 11, 1))
            .By(Grain.Month)
            .By("market")
            .ComparedWith(PeriodComparison.PreviousPeriod));

        Console.WriteLine(table[october, "DK", conversion]);        // 4 %
        Console.WriteLine(table[october, conversion]);              // 3 %
        Console.WriteLine(table.Total[conversion]);                 // 2.88 %
        Console.WriteLine(table.TotalOf(october).Change(conversion, PeriodComparison.PreviousPeriod).Absolute);   // 0.25 pp
        #endregion

        table[october, "DK", conversion].ToString().Should().Be("4 %");
        table[october, conversion].ToString().Should().Be("3 %");
        table.Total[conversion].ToString().Should().Be("2.88 %");
        table.TotalOf(october).Change(conversion, PeriodComparison.PreviousPeriod).Absolute.ToString().Should().Be("0.25 pp");

        #region smart-report
        var growth = new BusinessGoal("grow-revenue") { Title = new("Grow revenue", "Øg omsætningen") };
        var goal = new SmartGoal("more-revenue")
        {
            Statement = "Increase revenue by 20 % in October over September",
            Measure = revenue,
            Target = Target.IncreaseBy(20.Percent(), over: calendar.Month(2026, 9)),
            Period = october,
            Serves = [growth],
        };
        var strategy = new Strategy
        {
            BusinessGoals = [growth],
            Goals = [goal],
            Kpis = [Kpi.Of("revenue", revenue).Serving(growth).DrivenBy(PerformanceIndicator.Daily(orders)), conversion.Serving(growth)],
        };

        var asOf = calendar.StartOfDay(new LocalDate(2026, 10, 3));
        SmartReport report = SmartValidator.Default.Validate(goal, strategy, source, asOf);

        Console.WriteLine(report[SmartCriterion.Specific]);         // Doubtful
        foreach (var finding in report.Findings)
        {
            Console.WriteLine(finding.Message());                   // The goal has no owner.
        }
        #endregion

        report[SmartCriterion.Specific].Should().Be(SmartVerdict.Doubtful);
        report.Findings.Select(finding => finding.Message()).Should().Equal("The goal has no owner.");

        #region tracking
        GoalProgress progress = GoalTracker.Default.Track(goal, source, asOf);

        Console.WriteLine(progress.Target);                         // DKK 19,080.00
        Console.WriteLine(progress.Attainment);                     // 98.01 %
        Console.WriteLine(progress.Expected);                       // 6.45 %
        Console.WriteLine(progress.Status);                         // OnTrack
        Console.WriteLine(progress.RequiredRate);                   // DKK 13.10 per day

        Scorecard scorecard = Scorecard.Create(strategy, source, asOf);
        Console.WriteLine(scorecard.Kpis[1].Current.Value);         // 3 %
        #endregion

        progress.Target.ToString().Should().Be("DKK 19,080.00");
        progress.Attainment.ToString().Should().Be("98.01 %");
        progress.Expected.ToString().Should().Be("6.45 %");
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.RequiredRate.ToString().Should().Be("DKK 13.10 per day");
        scorecard.Kpis[1].Current.Value.ToString().Should().Be("3 %");
    }
}
