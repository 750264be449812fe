namespace GoalMetrics.Tests.Formulas;

// Service, operations and people.
public sealed partial class PublishedExamplesTests
{
    [Fact]
    public void ErrorBudgetRemaining_TenMinutesDown_IsThePublishedShare()
    {
        // calculatorlib.com, Cloud uptime error budget: 10 of 43.2 minutes in 30 days used, 76.85 % of the budget left.
        var uptime = CustomerService.Uptime(upTime: Minutes(43_200 - 10), totalTime: Minutes(43_200));
        CustomerService.ErrorBudgetRemaining(uptime, target: 0.999m).ShouldRoundTo(0.7685m, Unit.Ratio);
    }

    [Fact]
    public void FirstContactResolution_TwoTeams_IsThePublishedRate()
    {
        // customerfacing.io, First contact resolution rate: 61.54 %; sparrowdesk.com, First contact resolution: 60 %.
        CustomerService.FirstContactResolution(resolvedOnFirstContact: 8, contacts: 13).ShouldRoundTo(0.6154m, Unit.Ratio);
        CustomerService.FirstContactResolution(resolvedOnFirstContact: 120, contacts: 200).Should().Be(Quantity.Ratio(0.6m));
    }

    [Fact]
    public void ResolutionRate_TwoTeams_IsThePublishedRate()
    {
        // Tymeshift (support.tymeshift.com), Resolution rate: 75.5 %; mindmesh.com, What is resolution rate: 87.5 %.
        CustomerService.ResolutionRate(resolved: 74, received: 98).ShouldRoundTo(0.755m, Unit.Ratio);
        CustomerService.ResolutionRate(resolved: 350, received: 400).Should().Be(Quantity.Ratio(0.875m));
    }

    [Fact]
    public void BacklogRate_TwoTeams_IsThePublishedRate()
    {
        // thecustomersupportschool.com, Why customer support ticket backlog should be measured: 10 %.
        CustomerService.BacklogRate(openCases: 100, received: 1_000).Should().Be(Quantity.Ratio(0.1m));

        // mindmesh.com, What is resolution rate: 350 of 400 solved, the other 12.5 % in the backlog.
        CustomerService.BacklogRate(openCases: 400 - 350, received: 400).Should().Be(Quantity.Ratio(0.125m));
    }

    [Fact]
    public void AverageResponseTime_FiveHundredTickets_IsThePublishedTime() =>
        // generatekpi.com, First response time: 50 minutes.
        CustomerService.AverageResponseTime(totalResponseTime: Minutes(25_000), responses: 500).Amount.Should().Be(50m);

    [Fact]
    public void Utilization_ThreeWeeks_IsThePublishedRate()
    {
        // Wikipedia, Utilization rate: 75 %, 80 % and 125 %.
        Operations.Utilization(used: Hours(30), capacity: Hours(40)).Should().Be(Quantity.Ratio(0.75m));
        Operations.Utilization(used: Hours(32), capacity: Hours(40)).Should().Be(Quantity.Ratio(0.8m));
        Operations.Utilization(used: Hours(50), capacity: Hours(40)).Should().Be(Quantity.Ratio(1.25m));
    }

    [Fact]
    public void OnTimeDelivery_AThousandShipments_IsThePublishedRate() =>
        // mfgcalcs.com, On-time delivery rate, worked example.
        Operations.OnTimeDelivery(onTime: 940, deliveries: 1_000).Should().Be(Quantity.Ratio(0.94m));

    [Fact]
    public void OrderAccuracy_OneMonth_IsThePublishedRate() =>
        // bitergo.com, Glossary, Order accuracy.
        Operations.OrderAccuracy(accurateOrders: 11_760, orders: 12_000).Should().Be(Quantity.Ratio(0.98m));

    [Fact]
    public void FirstPassYield_TwoRuns_IsThePublishedYield()
    {
        // mfgcalcs.com, First pass yield, worked example: 90.83 % of 1,200 and 36.33 % of 3,000.
        Operations.FirstPassYield(passedFirstTime: 1_090, started: 1_200).ShouldRoundTo(0.9083m, Unit.Ratio);
        Operations.FirstPassYield(passedFirstTime: 1_090, started: 3_000).ShouldRoundTo(0.3633m, Unit.Ratio);
    }

    [Fact]
    public void DefectRate_TwoLots_IsThePublishedRate()
    {
        // bit1024.com, Defect rate; mfgcalcs.com, Defect rate, worked example.
        Operations.DefectRate(defective: 15, inspected: 500).Should().Be(Quantity.Ratio(0.03m));
        Operations.DefectRate(defective: 45, inspected: 5_000).Should().Be(Quantity.Ratio(0.009m));
    }

    [Fact]
    public void EmployeeRetention_AHundredEmployees_IsThePublishedRate() =>
        // humano.ro, Employee retention rate.
        People.EmployeeRetention(employeesStayed: 90, employeesAtStart: 100).Should().Be(Quantity.Ratio(0.9m));

    [Fact]
    public void AbsenceRate_OneMonth_IsThePublishedRate() =>
        // ezcalculator.net, Absence percentage: 5 days of 100 employees' 20.
        People.AbsenceRate(absentTime: Days(5), scheduledTime: Days(100 * 20)).Should().Be(Quantity.Ratio(0.0025m));

    [Fact]
    public void TimeToHire_TwoRounds_IsThePublishedTime()
    {
        // Bhola, psychometric-solutions.com, Time to hire: ten applicants, 31.8 days; chatkick.com, Time to hire: 41 days.
        People.TimeToHire(totalTime: Days(25 + 48 + 16 + 18 + 22 + 36 + 37 + 45 + 50 + 21), hires: 10).Amount.Should().Be(31.8m);
        People.TimeToHire(totalTime: Days(43 + 32 + 48), hires: 3).Amount.Should().Be(41m);
    }

    [Fact]
    public void EmployeeNetPromoterScore_AHundredAnswers_IsThePublishedScore() =>
        // ThriveSparrow (support.thrivesparrow.com), Employee net promoter score calculation.
        People.EmployeeNetPromoterScore(promoters: 50, detractors: 20, responses: 100).Amount.Should().Be(30m);

    [Fact]
    public void TrainingHoursPerEmployee_AQuarterAndAYear_IsThePublishedTime()
    {
        // calculator7.snowdaycalculatornow.com, Training hours per employee calculation: 6.3 hours in quarter 1, 24 in the year.
        People.TrainingHoursPerEmployee(trainingTime: Hours(1_260), employees: 200).Amount.Should().Be(6.3m);
        People.TrainingHoursPerEmployee(trainingTime: Hours(4_800), employees: 200).Amount.Should().Be(24m);
    }

    private static Quantity Days(decimal days) => Quantity.Duration(days, DurationUnit.Day);
}
