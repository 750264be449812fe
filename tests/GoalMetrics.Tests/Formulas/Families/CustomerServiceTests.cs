namespace GoalMetrics.Tests.Formulas.Families;

public sealed class CustomerServiceTests
{
    [Fact]
    public void AverageHandleTime_AHundredCalls_IsThePublishedTime() =>
        // cal53.calculator.city, Average time per call: 5.00, 0.50 and 1.20 minutes a call, 6.70 together.
        CustomerService.AverageHandleTime(Minutes(500), Minutes(50), Minutes(120), 100).Amount.Should().Be(6.7m);

    [Fact]
    public void AverageHandleTime_HoursAndMinutes_ConvertsThem()
    {
        // By hand: (60 + 0 + 30) / 45 minutes.
        CustomerService.AverageHandleTime(Quantity.Duration(1, DurationUnit.Hour), Minutes(0), Minutes(30), 45).Should().Be(Minutes(2));
    }

    [Fact]
    public void Uptime_ThreeNines_IsThePublishedDowntime()
    {
        // Beyer et al., Site Reliability Engineering, 2016, appendix A: 99.9 % allow 43.2 minutes in 30 days.
        CustomerService.Uptime(Minutes(43_200 - 43.2m), Quantity.Duration(30, DurationUnit.Day)).Should().Be(Quantity.Ratio(0.999m));
    }

    [Fact]
    public void ErrorBudgetRemaining_TenMinutesDown_IsThePublishedShare()
    {
        // calculatorlib.com, Cloud uptime error budget: 10 of 43.2 minutes in 30 days used, 76.85 % of the budget left.
        var uptime = CustomerService.Uptime(upTime: Minutes(43_200 - 10), totalTime: Minutes(43_200));
        CustomerService.ErrorBudgetRemaining(uptime, target: 0.999m).ShouldRoundTo(0.7685m, Unit.Ratio);
    }

    [Fact]
    public void ErrorBudgetRemaining_MoreThanTheBudgetUsed_IsNegative()
    {
        // By hand: 1 - 0.003 / 0.001.
        CustomerService.ErrorBudgetRemaining(0.997m, 0.999m).Should().Be(Quantity.Ratio(-2m));
        CustomerService.ErrorBudgetRemaining(0.999m, 1m).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "target");
    }

    [Fact]
    public void MeanTimes_AWeek_ArePublished()
    {
        // scribd.com/document/403226083, exercise 1: 111 hours up and 9 down in 3 failures.
        CustomerService.MeanTimeBetweenFailures(Hours(111), 3).Amount.Should().Be(37m);
        CustomerService.MeanTimeToRecover(Hours(9), 3).Amount.Should().Be(3m);
    }

    [Fact]
    public void ServiceLevel_OneCenter_IsThePublishedLevel()
    {
        // kpiexamples.operately.com, Call service level.
        CustomerService.ServiceLevel(80, 100).Should().Be(Quantity.Ratio(0.8m));
    }

    [Fact]
    public void FirstContactResolution_OneTeam_IsThePublishedRate()
    {
        // customerfacing.io, First contact resolution rate: 61.54 %.
        CustomerService.FirstContactResolution(resolvedOnFirstContact: 8, contacts: 13).ShouldRoundTo(0.6154m, Unit.Ratio);
    }

    [Fact]
    public void ResolutionRate_OneTeam_IsThePublishedRate()
    {
        // Tymeshift (support.tymeshift.com), Resolution rate: 75.5 %.
        CustomerService.ResolutionRate(resolved: 74, received: 98).ShouldRoundTo(0.755m, Unit.Ratio);
    }

    [Fact]
    public void BacklogRate_OneTeam_IsThePublishedRate()
    {
        // mindmesh.com, What is resolution rate: 350 of 400 solved, the other 12.5 % in the backlog.
        CustomerService.BacklogRate(openCases: 400 - 350, received: 400).Should().Be(Quantity.Ratio(0.125m));
    }

    [Fact]
    public void AverageResponseTime_FiveHundredTickets_IsThePublishedTime() =>
        // generatekpi.com, First response time: 50 minutes.
        CustomerService.AverageResponseTime(totalResponseTime: Minutes(25_000), responses: 500).Amount.Should().Be(50m);

    private static Quantity Minutes(decimal minutes) => Quantity.Duration(minutes, DurationUnit.Minute);

    private static Quantity Hours(decimal hours) => Quantity.Duration(hours, DurationUnit.Hour);
}
