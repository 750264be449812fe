namespace GoalMetrics.Tests.Formulas;

public sealed class ServiceAndPeopleTests
{
    [Fact]
    public void SupportShares_ByHand_ArePartOverWhole()
    {
        // By hand: 564 / 752; 902 / 1,025; 412 / 515; 123 / 1,025.
        CustomerService.FirstContactResolution(564, 752).Should().Be(Quantity.Ratio(0.75m));
        CustomerService.ResolutionRate(902, 1_025).Should().Be(Quantity.Ratio(0.88m));
        CustomerService.ServiceLevel(412, 515).Should().Be(Quantity.Ratio(0.8m));
        CustomerService.BacklogRate(123, 1_025).Should().Be(Quantity.Ratio(0.12m));
        CustomerService.FirstContactResolution(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "contacts");
        CustomerService.ResolutionRate(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "received");
        CustomerService.ServiceLevel(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "answered");
        CustomerService.BacklogRate(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "received");
    }

    [Fact]
    public void Times_ByHand_AreDurations()
    {
        // By hand: (400 + 50 + 150) / 100 minutes; 600 / 40; 90 / 6; 2,000 / 4 hours.
        CustomerService.AverageHandleTime(Minutes(400), Minutes(50), Minutes(150), Quantity.Count(100, "call")).Should().Be(Minutes(6));
        CustomerService.AverageResponseTime(Minutes(600), 40).Should().Be(Minutes(15));
        CustomerService.MeanTimeToRecover(Minutes(90), 6).Should().Be(Minutes(15));
        CustomerService.MeanTimeBetweenFailures(Quantity.Duration(2_000, DurationUnit.Hour), 4)
            .Should().Be(Quantity.Duration(500, DurationUnit.Hour));
        CustomerService.AverageHandleTime(Quantity.Duration(1, DurationUnit.Hour), Minutes(0), Minutes(30), 45).Should().Be(Minutes(2));
        CustomerService.AverageHandleTime(Minutes(1), Minutes(1), Minutes(1), 0)
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "contacts");
        CustomerService.AverageResponseTime(Minutes(1), 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "responses");
        CustomerService.MeanTimeToRecover(Minutes(0), 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "incidents");
        CustomerService.MeanTimeBetweenFailures(Minutes(9), 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "failures");
        CustomerService.MeanTimeToRecover(Minutes(-9), 3).ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalDowntime");
    }

    [Fact]
    public void Uptime_ThreeNines_IsThePublishedDowntime()
    {
        // Beyer et al., Site Reliability Engineering, 2016, appendix A: 99.9 % allow 43.2 minutes in 30 days.
        CustomerService.Uptime(Minutes(43_200 - 43.2m), Quantity.Duration(30, DurationUnit.Day)).Should().Be(Quantity.Ratio(0.999m));
        CustomerService.Uptime(Minutes(0), Minutes(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "totalTime");
    }

    [Fact]
    public void ErrorBudgetRemaining_ByHand_IsTheShareLeft()
    {
        // By hand: 1 - 0.0005 / 0.001; 1 - 0.003 / 0.001.
        CustomerService.ErrorBudgetRemaining(0.9995m, 0.999m).Should().Be(Quantity.Ratio(0.5m));
        CustomerService.ErrorBudgetRemaining(0.997m, 0.999m).Should().Be(Quantity.Ratio(-2m));
        CustomerService.ErrorBudgetRemaining(0.999m, 1m).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "target");
        CustomerService.ErrorBudgetRemaining(1.1m, 0.999m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "uptime");
    }

    [Fact]
    public void People_ByHand_ArePartOverWhole()
    {
        // By hand: 18 / 150; 138 / 150; 96 / 2,400; 34 / 40.
        People.EmployeeTurnover(18, 150).Should().Be(Quantity.Ratio(0.12m));
        People.EmployeeRetention(138, 150).Should().Be(Quantity.Ratio(0.92m));
        People.AbsenceRate(Quantity.Duration(96, DurationUnit.Day), Quantity.Duration(2_400, DurationUnit.Day))
            .Should().Be(Quantity.Ratio(0.04m));
        People.AbsenceRate(Quantity.Duration(12, DurationUnit.Hour), Quantity.Duration(20, DurationUnit.Day))
            .Should().Be(Quantity.Ratio(0.025m));
        People.OfferAcceptanceRate(34, 40).Should().Be(Quantity.Ratio(0.85m));
        People.EmployeeTurnover(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "averageHeadcount");
        People.EmployeeRetention(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "employeesAtStart");
        People.AbsenceRate(Minutes(1), Minutes(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "scheduledTime");
        People.OfferAcceptanceRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "offersMade");
    }

    [Fact]
    public void TimeToHire_ByHand_IsInDays()
    {
        // By hand: 432 / 12 days.
        People.TimeToHire(Quantity.Duration(432, DurationUnit.Day), Quantity.Count(12, "hire"))
            .Should().Be(Quantity.Duration(36, DurationUnit.Day));
        People.TimeToHire(Minutes(1), 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "hires");
    }

    [Fact]
    public void EmployeeNetPromoterScore_ByHand_IsAScore()
    {
        // By hand: 100 × (45 - 20) / 125.
        People.EmployeeNetPromoterScore(45, 20, 125).Should().Be(Quantity.Score(20, -100, 100));
        People.EmployeeNetPromoterScore(0, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "responses");
        People.EmployeeNetPromoterScore(60, 60, 100).ShouldBeUndefined(UndefinedReason.OutOfDomain, "responses");
    }

    [Fact]
    public void TrainingHoursPerEmployee_ByHand_IsInHoursPerEmployee()
    {
        // By hand: 960 / 60.
        var hours = People.TrainingHoursPerEmployee(Quantity.Duration(960, DurationUnit.Hour), 60);
        hours.Amount.Should().Be(16m);
        hours.Unit!.ToString().Should().Be("hour per employee");
        People.TrainingHoursPerEmployee(Quantity.Duration(1, DurationUnit.Hour), 0)
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "employees");
    }

    private static Quantity Minutes(decimal minutes) => Quantity.Duration(minutes, DurationUnit.Minute);
}
