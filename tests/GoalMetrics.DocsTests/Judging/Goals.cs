#region goals-flow
using GoalMetrics;
using NodaTime;

#endregion

namespace DocsTests;

/// <summary>The guide to goals: the regions are its snippets.</summary>
public sealed class Goals
{
    [Fact]
    public void Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region goals-flow
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var june = calendar.Month(2026, 6);
        var shop = FactTable.From("shop", new[] { (Day: new LocalDate(2026, 6, 4), Revenue: 180m, Complaints: 4, Orders: 60) })
            .At(row => row.Day)
            .Value("revenue", row => row.Revenue, Unit.Money("DKK"))
            .Value("complaints", row => row.Complaints, Unit.Count("complaint"))
            .Value("orders", row => row.Orders, Unit.Count("order"))
            .Covering(new(2026, 6, 1), endExclusive: new(2026, 6, 11))     // known until the 10th
            .Build();
        var source = new InMemorySource(calendar, shop);
        var asOf = calendar.StartOfDay(new(2026, 6, 11));                  // 10 of 30 days have gone

        var sell = new SmartGoal("sell")
        {
            Measure = Metric.Sum("revenue", shop, "revenue").BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Money.Dkk(600)),
            Period = june,
        };
        GoalProgress sold = GoalTracker.Default.Track(sell, source, asOf);
        Console.WriteLine(sold.Attainment);        // 30 %: DKK 180 of DKK 600
        Console.WriteLine(sold.Expected);          // 33.33 %: 10 of 30 days
        Console.WriteLine(sold.Pace);              // 90 %: attained over expected
        Console.WriteLine(sold.Landing);           // DKK 540.00: 180 in 10 days go on for 30
        Console.WriteLine(sold.RequiredRate);      // DKK 21.00 per day: 420 are left for 20 days
        Console.WriteLine(sold.Status);            // AtRisk: the pace is below 1, and not below 0.9
        #endregion

        sold.Attainment.ToString(null).Should().Be("30 %");
        sold.Expected.ToString(null).Should().Be("33.33 %");
        sold.Pace.ToString(null).Should().Be("90 %");
        sold.Landing.Should().Be(Money.Dkk(540));
        sold.RequiredRate.ToString(null).Should().Be("DKK 21.00 per day");
        sold.Status.Should().Be(GoalStatus.AtRisk);

        #region goals-targets
        Target[] targets =
        [
            Target.Reach(Money.Dkk(600)),                                               // a value
            Target.Reach(4.Percent(), from: 3.Percent()),                               // a level, from where it stands
            Target.Reach(4.Percent(), over: calendar.Quarter(2026, 1)),                 // from where the data say it stood
            Target.IncreaseBy(20.Percent(), over: calendar.Month(2026, 5)),             // a fifth more than in May
            Target.IncreaseBy(2.PercentagePoints(), from: 8.Percent()),                 // of a rate: to 10 %; 2.Percent() is to 8.16 %
            Target.DecreaseBy(Quantity.Count(10), under: calendar.Month(2026, 5)),      // ten fewer than in May
            Target.StayAtLeast(Quantity.Count(50)),                                     // in every month, or every ReadEvery
            Target.StayAtMost(2.Percent()),
            Target.StayWithin(2.Percent(), 3.Percent()),
            Target.Complete(new Milestone("launch", due: new(2026, 6, 20))),
        ];
        #endregion

        targets.Should().HaveCount(10);

        #region goals-paths
        (LocalDate Month, decimal Sold)[] months = [(new(2025, 6, 1), 200m), (new(2025, 12, 1), 800m)];
        var lastYear = FactTable.From("last-year", months)
            .At(row => row.Month)
            .Value("revenue", row => row.Sold, Unit.Money("DKK"))
            .Covering(new(2025, 1, 1), endExclusive: new(2026, 1, 1))
            .Build();
        var before = Metric.Sum("revenue", lastYear, "revenue");
        var byMonth = new InMemorySource(calendar, lastYear)
            .Query(Query.For(before).By(Grain.Month).During(calendar.Year(2025)));
        var season = SeasonalPath.Of(byMonth, before);          // as the year before went
        var working = WeightedDaysPath.Instance;                // by the calendar's day weights
        var steps = MilestonePath.Of(                           // each step once its last day is over
            new Milestone("opening", due: new(2026, 3, 31)),
            new Milestone("second shop", due: new(2026, 9, 30)) { Weight = 3m });

        var inJuly = calendar.StartOfDay(new(2026, 7, 1));
        Console.WriteLine(season.ShareAt(calendar.Year(2026), inJuly));   // 0.2: DKK 200 of DKK 1,000 by the end of June
        Console.WriteLine(steps.ShareAt(calendar.Year(2026), inJuly));    // 0.25: 1 of 4
        var christmas = new SmartGoal("christmas") { Measure = sell.Measure, Target = sell.Target, Period = june, Path = season };
        #endregion

        season.ShareAt(calendar.Year(2026), inJuly).Should().Be(0.2m);
        steps.ShareAt(calendar.Year(2026), inJuly).Should().Be(0.25m);
        christmas.Path.Should().NotBeSameAs(working);

        #region goals-limit
        var fewer = new SmartGoal("fewer-complaints")
        {
            Measure = Metric.Sum("complaints", shop, "complaints").BetterWhen(Direction.LowerIsBetter),
            Target = Target.Reach(Quantity.Count(10, "complaint")),
            Period = june,
        };
        GoalProgress complained = GoalTracker.Default.Track(fewer, source, asOf);
        Console.WriteLine(complained.ToText());
        // Off track: used 40 % of the limit, 33.33 % expected, pace 0.83, lands at 12, limit 10
        Console.WriteLine(complained.Attainment);  // 83.33 %: it lands at 12, and 10 were allowed
        #endregion

        complained.ToText().Should().Be("Off track: used 40 % of the limit, 33.33 % expected, pace 0.83, lands at 12, limit 10");
        complained.Attainment.ToString(null).Should().Be("83.33 %");

        #region goals-smart
        var higher = new SmartGoal("sell-more")
        {
            Statement = "Sell for DKK 170 in the first ten days of July",
            Owner = "Sales",
            Measure = sell.Measure,
            Target = Target.Reach(Money.Dkk(170), over: calendar.Range(new(2026, 6, 1), new(2026, 6, 11))),
            Period = calendar.Range(new(2026, 7, 1), new(2026, 7, 11)),
            Serves = ["happy-shop"],
        };
        var plan = new Strategy { BusinessGoals = [new("happy-shop")], Goals = [higher] };

        SmartReport alone = SmartValidator.Default.Validate(higher, plan, asOf);
        Console.WriteLine(alone.IsSmart);                          // True: nothing in the goal speaks against it

        SmartReport withData = SmartValidator.Default.Validate(higher, plan, source, asOf);
        Console.WriteLine(withData.IsSmart);                       // False
        Console.WriteLine(withData[SmartCriterion.Measurable]);    // NotMet
        foreach (var finding in withData.FindingsOn(SmartCriterion.Measurable))
        {
            Console.WriteLine($"{finding.Code}: {finding.Message()}");
            // TRACK-WRONG-WAY: From the measured baseline DKK 180.00 the target DKK 170.00 leads the wrong way.
        }
        #endregion

        alone.IsSmart.Should().BeTrue();
        withData.IsSmart.Should().BeFalse();
        withData[SmartCriterion.Measurable].Should().Be(SmartVerdict.NotMet);
        withData.Findings.Should().ContainSingle().Which.Code.Should().Be("TRACK-WRONG-WAY");
        withData.Findings[0].Message().Should().Be("From the measured baseline DKK 180.00 the target DKK 170.00 leads the wrong way.");
        SmartValidator.Default.ValidateAll(plan, source, asOf).Single().ToText().Should().Be(withData.ToText());

        #region goals-scorecard
        var strategy = new Strategy
        {
            BusinessGoals = [new("happy-shop")],
            Goals = [new("sell") { Measure = sell.Measure, Target = sell.Target, Period = june, Serves = ["happy-shop"] }],
            Kpis = [Kpi.Of("order-value", Commerce.AverageOrderValue, sell.Measure, Metric.Sum("orders", shop, "orders"))],
        };
        Scorecard scorecard = Scorecard.Create(strategy, source, asOf);
        Console.WriteLine(scorecard.BusinessGoals[0].Attainment);          // 30 %
        Console.WriteLine(scorecard.BusinessGoals[0].WorstStatus);         // AtRisk
        Console.WriteLine(scorecard.BusinessGoals[0].ToText());            // 30 % attained, worst status: At risk
        Console.WriteLine(scorecard.Kpis[0].Current.Value);                // DKK 3.00 per order
        Console.WriteLine(scorecard.ToText(new("da-DK")));                 // a line for each, in Danish
        #endregion

        scorecard.BusinessGoals[0].Attainment.ToString(null).Should().Be("30 %");
        scorecard.BusinessGoals[0].WorstStatus.Should().Be(GoalStatus.AtRisk);
        scorecard.BusinessGoals[0].ToText().Should().Be("30 % attained, worst status: At risk");
        scorecard.Kpis[0].Current.Value.ToString(null).Should().Be("DKK 3.00 per order");
    }
}
