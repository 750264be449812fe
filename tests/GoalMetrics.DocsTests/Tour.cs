#region direct-call
using System.Globalization;
using GoalMetrics;

#endregion
#region kpi-over-facts
using NodaTime;

#endregion
#region dependency-injection
using Microsoft.Extensions.DependencyInjection;

#endregion

namespace DocsTests;

/// <summary>The five-minute tour of the README: the regions are its snippets, one after the other.</summary>
public sealed class Tour
{
    [Fact]
    public void Tour_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region direct-call
        Quantity rate = Marketing.ConversionRate(conversions: 42, visitors: 1_200);
        Quantity roi = Finance.ReturnOnInvestment(returned: Money.Dkk(15_000), invested: Money.Dkk(10_000));
        Quantity none = Marketing.ConversionRate(conversions: 0, visitors: 0);

        var danish = CultureInfo.GetCultureInfo("da-DK");
        Console.WriteLine(rate.ToString(danish));                    // 3,5 %
        Console.WriteLine(roi);                                      // 50 %
        Console.WriteLine(none);                                     // undefined: zero denominator (visitors)
        Console.WriteLine(Money.Dkk(12_300.50m).ToString(danish));   // 12.300,50 kr.
        #endregion

        rate.ToString(danish).Should().Be("3,5 %");
        roi.ToString().Should().Be("50 %");
        none.ToString().Should().Be("undefined: zero denominator (visitors)");
        Money.Dkk(12_300.50m).ToString(danish).Should().Be("12.300,50 kr.");

        #region catalogue
        Formula conversionRate = FormulaCatalog.Default.Find("konverteringsrate");
        Console.WriteLine(conversionRate.Explain(42, 1_200).ToString(danish));   // Konverteringsrate = conversions / visitors = 42 / 1.200 = 3,5 %

        GoalSeekResult conversionsNeeded = conversionRate.GoalSeek("conversions", wanted: 0.05m, 42, 1_200);
        Console.WriteLine(conversionsNeeded.Value);                                   // 60
        #endregion

        conversionRate.Explain(42, 1_200).ToString(danish).Should().Be("Konverteringsrate = conversions / visitors = 42 / 1.200 = 3,5 %");
        conversionsNeeded.Value.ToString().Should().Be("60");

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
            Console.WriteLine(finding.Message());                   // Nobody owns the goal.
        }
        #endregion

        report[SmartCriterion.Specific].Should().Be(SmartVerdict.Doubtful);
        report.Findings.Select(finding => finding.Message()).Should().Equal("Nobody owns the goal.");

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

        #region plug-in
        var showUpRate = Formula.Of("show-up-rate", (came, missed) => came / (came + missed));
        Console.WriteLine(showUpRate.Evaluate(30, 10));             // 75 %
        Console.WriteLine(showUpRate.Evaluate(0, 0));               // undefined: zero denominator (came, missed)

        var velocity = Formula.Parse("won * value / cycle_days");
        Console.WriteLine(velocity.Evaluate(12, Money.Dkk(8_000), Quantity.Duration(30, DurationUnit.Day)));   // DKK 3,200.00 per day

        var catalog = FormulaCatalog.Default.With(showUpRate);
        Console.WriteLine(catalog.Find("ROI"));                     // return-on-investment(returned, invested)

        var validator = SmartValidator.Default.With(new QuarterRule());
        #endregion

        showUpRate.Evaluate(30, 10).ToString().Should().Be("75 %");
        showUpRate.Evaluate(0, 0).ToString().Should().Be("undefined: zero denominator (came, missed)");
        velocity.Evaluate(12, Money.Dkk(8_000), Quantity.Duration(30, DurationUnit.Day)).ToString().Should().Be("DKK 3,200.00 per day");
        catalog.Find("ROI").ToString().Should().Be("return-on-investment(returned, invested)");
        validator.Validate(goal, strategy, source, asOf).Findings.Select(finding => finding.Code).Should().Contain("ACME-QUARTER");

        #region dependency-injection
        var services = new ServiceCollection();
        services.AddGoalMetrics(metrics => metrics
            .UseCalendar(calendar)
            .AddTable(shop)
            .AddFormula(showUpRate)
            .AddSmartRule<QuarterRule>()
            .UseStatusPolicy(new StatusPolicy { AtRiskFrom = 0.8m }));

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var tracker = provider.GetRequiredService<GoalTracker>();
        Console.WriteLine(tracker.Policy.AtRiskFrom);               // 0.8
        #endregion

        tracker.Policy.AtRiskFrom.Should().Be(0.8m);
        provider.GetRequiredService<FormulaCatalog>().TryFind("show-up-rate", out _).Should().BeTrue();
        provider.GetRequiredService<SmartValidator>().Rules.Should().ContainSingle(rule => rule is QuarterRule);
    }
}

#region plug-in

// A rule of your own, made like the built-in ones.
public sealed class QuarterRule() : SmartRule(SmartCriterion.TimeBound)
{
    private static readonly FindingKind NotAQuarter = new(
        "ACME-QUARTER",
        FindingSeverity.Info,
        new("We plan in quarters; the goal runs over {period}.", "Vi planlægger i kvartaler; målet løber over {period}."),
        new("Choose a quarter.", "Vælg et kvartal."));

    protected override void Check(SmartContext context)
    {
        if (context.Goal.Period is { } period && period.Grain != Grain.Quarter)
        {
            context.Report(NotAQuarter, "period", [new("period", period)]);
        }
    }
}
#endregion
