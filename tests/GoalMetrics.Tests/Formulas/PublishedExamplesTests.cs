namespace GoalMetrics.Tests.Formulas;

/// <summary>
/// Worked examples that others have printed, inputs and result: the result here is theirs, to the digits they give. Each source
/// stands beside its figures, read from stored copies of the pages in November 2026.
/// </summary>
public sealed partial class PublishedExamplesTests
{
    [Fact]
    public void Email_ACampaign_IsThePublishedFigures()
    {
        // basicfreetools.com, How email marketing metrics work: 10,000 sent, 500 bounced, 2,375 opened, 285 clicked, 19 unsubscribed.
        Marketing.EmailBounceRate(bounced: 500, sent: 10_000).Should().Be(Quantity.Ratio(0.05m));
        Marketing.OpenRate(opens: 2_375, delivered: 9_500).Should().Be(Quantity.Ratio(0.25m));
        Marketing.EmailClickRate(clicks: 285, delivered: 9_500).Should().Be(Quantity.Ratio(0.03m));
        Marketing.ClickToOpenRate(clicks: 285, opens: 2_375).Should().Be(Quantity.Ratio(0.12m));
        Marketing.UnsubscribeRate(unsubscribes: 19, delivered: 9_500).Should().Be(Quantity.Ratio(0.002m));

        // super-calc.com, Email open rate calculator: 17,640 of 18,000 delivered, 4,212 opened, 675 clicked; printed to two decimals.
        Marketing.OpenRate(opens: 4_212, delivered: 17_640).ShouldRoundTo(0.2388m, Unit.Ratio);
        Marketing.ClickToOpenRate(clicks: 675, opens: 4_212).ShouldRoundTo(0.1603m, Unit.Ratio);
        Marketing.EmailClickRate(clicks: 675, delivered: 17_640).ShouldRoundTo(0.0383m, Unit.Ratio);
    }

    [Fact]
    public void CartAbandonmentRate_TwoShops_IsThePublishedRate()
    {
        // gleam.io, How do I calculate cart abandonment rate.
        Marketing.CartAbandonmentRate(purchases: 300, carts: 1_000).Should().Be(Quantity.Ratio(0.7m));

        // goodcontent.org, Abandonment rate: 2,500 carts left beside 650 orders.
        Marketing.CartAbandonmentRate(purchases: 650, carts: 3_150).ShouldRoundTo(0.794m, Unit.Ratio);
    }

    [Fact]
    public void ShareOfVoice_Impressions_IsThePublishedShare()
    {
        // seo.ai, Calculate share of voice; messagespace.co.uk, Share of voice.
        Marketing.ShareOfVoice(own: 2_500, market: 10_000).Should().Be(Quantity.Ratio(0.25m));
        Marketing.ShareOfVoice(own: 1_000_000, market: 10_000_000).Should().Be(Quantity.Ratio(0.10m));
    }

    [Fact]
    public void ViralCoefficient_TwoWeeks_IsThePublishedFactor()
    {
        // metricgen.io, Viral coefficient: weeks 1 and 3 of the sample data.
        Marketing.ViralCoefficient(invitationsPerUser: 2m, invitationConversionRate: 0.25m).Should().Be(Quantity.Ratio(0.5m));
        Marketing.ViralCoefficient(invitationsPerUser: 2.5m, invitationConversionRate: 0.3m).Should().Be(Quantity.Ratio(0.75m));
    }

    [Fact]
    public void SellThroughRate_OneProduct_IsThePublishedRate() =>
        // calculator.7search.cc, Sell-through rate.
        Commerce.SellThroughRate(unitsSold: 300, unitsReceived: 500).Should().Be(Quantity.Ratio(0.6m));

    [Fact]
    public void QuotaAttainment_Sellers_IsThePublishedShare()
    {
        // prowi.io, Quota attainment: the three examples, and February of the table.
        Commerce.QuotaAttainment(Money.Usd(250_000), Money.Usd(250_000)).Should().Be(Quantity.Ratio(1m));
        Commerce.QuotaAttainment(Money.Usd(200_000), Money.Usd(250_000)).Should().Be(Quantity.Ratio(0.8m));
        Commerce.QuotaAttainment(Money.Usd(312_500), Money.Usd(250_000)).Should().Be(Quantity.Ratio(1.25m));
        Commerce.QuotaAttainment(Money.Usd(55_000), Money.Usd(50_000)).Should().Be(Quantity.Ratio(1.1m));
    }

    [Fact]
    public void PipelineCoverage_ThreeMillionForOne_IsThePublishedMultiple() =>
        // metrickittools.com, Sales quota coverage.
        Commerce.PipelineCoverage(pipeline: Money.Usd(3_000_000), target: Money.Usd(1_000_000)).Should().Be(Quantity.Ratio(3m));

    [Fact]
    public void SalesVelocity_ThreeTeams_IsThePublishedRate()
    {
        // winsabove, Sales velocity: $2,326 a day; optif.ai: $13,889; askedwell.com: about $1,667.
        Velocity(18, 0.24m, 42_000m, 78m).Should().Be(2_326m);
        Velocity(50, 0.25m, 50_000m, 45m).Should().Be(13_889m);
        Velocity(50, 0.25m, 12_000m, 90m).Should().Be(1_667m);

        static decimal Velocity(int opportunities, decimal winRate, decimal size, decimal days) => Math.Round(
            Commerce.SalesVelocity(opportunities, winRate, Money.Usd(size), Quantity.Duration(days, DurationUnit.Day)).Amount, 0);
    }

    [Fact]
    public void RuleOf40_TwentyAndTwenty_IsForty() =>
        // financeband.com, What is the rule of 40.
        Customers.RuleOf40(growthRate: 0.2m, profitMargin: 0.2m).Should().Be(Quantity.Ratio(0.4m));

    [Fact]
    public void EarnedValue_ToTheEndOfMarch_IsThePublishedFigures()
    {
        // theicpm.com, Combine basics metrics to unleash the power of earned value: earned 50, planned 45, spent 55.
        Operations.ScheduleVariance(earnedValue: Money.Usd(50), plannedValue: Money.Usd(45)).Should().Be(Money.Usd(5));
        Operations.CostVariance(earnedValue: Money.Usd(50), actualCost: Money.Usd(55)).Should().Be(Money.Usd(-5));
        Operations.SchedulePerformanceIndex(earnedValue: Money.Usd(50), plannedValue: Money.Usd(45)).ShouldRoundTo(1.11m, Unit.Ratio);

        // pdfcoke.com, Earned value management: earned 75, planned 110, spent 100.
        Operations.CostPerformanceIndex(earnedValue: Money.Usd(75), actualCost: Money.Usd(100)).Should().Be(Quantity.Ratio(0.75m));
        Operations.SchedulePerformanceIndex(earnedValue: Money.Usd(75), plannedValue: Money.Usd(110)).ShouldRoundTo(0.68m, Unit.Ratio);
    }

    [Fact]
    public void Equipment_OneShift_IsThePublishedEffectiveness()
    {
        // waycalculator.com, Overall equipment effectiveness: 420 of 480 minutes, 400 made at a minute each, 380 good.
        var availability = Operations.Availability(Minutes(420), Minutes(480));
        var performance = Operations.Performance(idealCycleTime: Minutes(1), totalCount: 400, runTime: Minutes(420));
        var quality = Operations.Quality(goodCount: 380, totalCount: 400);
        availability.Should().Be(Quantity.Ratio(0.875m));
        performance.ShouldRoundTo(0.952m, Unit.Ratio);
        quality.Should().Be(Quantity.Ratio(0.95m));

        // Printed 79.1 %, from the rounded performance; 0.875 · 400 / 420 · 0.95 is 0.791666….
        Operations.OverallEquipmentEffectiveness(availability, 0.952m, quality).ShouldRoundTo(0.791m, Unit.Ratio);
    }

    [Fact]
    public void DefectsPerMillion_Widgets_IsThePublishedNumber() =>
        // mysixsigmatrainer.com, Defects per million opportunities.
        Operations.DefectsPerMillion(defects: 50, units: 1_000, opportunities: 10).Amount.Should().Be(5_000m);

    [Fact]
    public void RolledThroughputYield_TwoProcesses_IsThePublishedYield()
    {
        // Pyzdek, The Six Sigma Project Planner, 2003, table 24; qualityamerica.com, Rolled throughput yield.
        Operations.RolledThroughputYield([0.995m, 0.985m, 0.999m, 0.99995m]).ShouldRoundTo(0.979m, Unit.Ratio);
        Operations.RolledThroughputYield([0.997m, 0.995m, 0.95m, 0.89m, 0.923m, 0.94m]).ShouldRoundTo(0.728m, Unit.Ratio);
    }

    [Fact]
    public void OnTimeInFull_TwoSuppliers_IsThePublishedRate()
    {
        // calcsimpler.com, OTIF delivery rate: 90.00 % and 97.78 %.
        Operations.OnTimeInFull(1_080, 1_200).Should().Be(Quantity.Ratio(0.9m));
        Operations.OnTimeInFull(440, 450).ShouldRoundTo(0.9778m, Unit.Ratio);
    }

    [Fact]
    public void CycleTime_BottlesInABar_IsThePublishedTime() =>
        // optimizingtheflow.blogspot.com, Applying Little's law: 12 bottles, 6 a year, 2 years.
        Operations.CycleTime(12, 6, Quantity.Duration(1, DurationUnit.Year)).Should().Be(Quantity.Duration(2, DurationUnit.Year));

    [Fact]
    public void Reliability_AWeek_IsThePublishedTimes()
    {
        // scribd.com/document/403226083, exercise 1: 111 hours up and 9 down in 3 failures.
        CustomerService.MeanTimeBetweenFailures(Hours(111), 3).Amount.Should().Be(37m);
        CustomerService.MeanTimeToRecover(Hours(9), 3).Amount.Should().Be(3m);
    }

    [Fact]
    public void ServiceLevel_TwoCenters_IsThePublishedLevel()
    {
        // kpiexamples.operately.com, Call service level; phaseware.com, Customer support metrics 101: 368 of 400 and 528 of 600.
        CustomerService.ServiceLevel(80, 100).Should().Be(Quantity.Ratio(0.8m));
        CustomerService.ServiceLevel(368 + 528, 400 + 600).Should().Be(Quantity.Ratio(0.896m));
    }

    [Fact]
    public void AverageHandleTime_AHundredCalls_IsThePublishedTime() =>
        // cal53.calculator.city, Average time per call: 5.00, 0.50 and 1.20 minutes a call, 6.70 together.
        CustomerService.AverageHandleTime(Minutes(500), Minutes(50), Minutes(120), 100).Amount.Should().Be(6.7m);

    [Fact]
    public void EmployeeTurnover_TwoOfTen_IsThePublishedRate() =>
        // The Hackett Group, glossary, Staff turnover.
        People.EmployeeTurnover(2, 10).Should().Be(Quantity.Ratio(0.2m));

    [Fact]
    public void OfferAcceptanceRate_TwoCompanies_IsThePublishedRate()
    {
        // National Association of Colleges and Employers, as printed by investguiding.com; costcalculator.calculator.city.
        People.OfferAcceptanceRate(138, 200).Should().Be(Quantity.Ratio(0.69m));
        People.OfferAcceptanceRate(34, 40).Should().Be(Quantity.Ratio(0.85m));
    }

    private static Quantity Minutes(decimal minutes) => Quantity.Duration(minutes, DurationUnit.Minute);

    private static Quantity Hours(decimal hours) => Quantity.Duration(hours, DurationUnit.Hour);
}
