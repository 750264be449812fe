namespace GoalMetrics.Tests.Formulas.Families;

public sealed class PeopleTests
{
    [Fact]
    public void AbsenceRate_OneMonth_IsThePublishedRate() =>
        // ezcalculator.net, Absence percentage: 5 days of 100 employees' 20.
        People.AbsenceRate(absentTime: Days(5), scheduledTime: Days(100 * 20)).Should().Be(Quantity.Ratio(0.0025m));

    [Fact]
    public void AbsenceRate_HoursAndDays_ConvertsThem()
    {
        // By hand: half a day of 20.
        People.AbsenceRate(Quantity.Duration(12, DurationUnit.Hour), Quantity.Duration(20, DurationUnit.Day))
            .Should().Be(Quantity.Ratio(0.025m));
    }

    [Fact]
    public void EmployeeNetPromoterScore_AHundredAnswers_IsThePublishedScore() =>
        // ThriveSparrow (support.thrivesparrow.com), Employee net promoter score calculation.
        People.EmployeeNetPromoterScore(promoters: 50, detractors: 20, responses: 100).Amount.Should().Be(30m);

    [Fact]
    public void EmployeeNetPromoterScore_NotOfTheResponses_IsUndefined()
    {
        People.EmployeeNetPromoterScore(0, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "responses");
        People.EmployeeNetPromoterScore(60, 60, 100).ShouldBeUndefined(UndefinedReason.OutOfDomain, "responses");
    }

    [Fact]
    public void TrainingHoursPerEmployee_AQuarter_IsThePublishedTime()
    {
        // calculator7.snowdaycalculatornow.com, Training hours per employee calculation: 6.3 hours in quarter 1.
        var hours = People.TrainingHoursPerEmployee(trainingTime: Hours(1_260), employees: 200);
        hours.Amount.Should().Be(6.3m);
        hours.Unit!.ToString().Should().Be("hour per employee");
    }

    [Fact]
    public void EmployeeTurnover_TwoOfTen_IsThePublishedRate() =>
        // The Hackett Group, glossary, Staff turnover.
        People.EmployeeTurnover(2, 10).Should().Be(Quantity.Ratio(0.2m));

    [Fact]
    public void OfferAcceptanceRate_OneCompany_IsThePublishedRate()
    {
        // costcalculator.calculator.city, Offer acceptance rate.
        People.OfferAcceptanceRate(34, 40).Should().Be(Quantity.Ratio(0.85m));
    }

    [Fact]
    public void EmployeeRetention_AHundredEmployees_IsThePublishedRate() =>
        // humano.ro, Employee retention rate.
        People.EmployeeRetention(employeesStayed: 90, employeesAtStart: 100).Should().Be(Quantity.Ratio(0.9m));

    [Fact]
    public void TimeToHire_OneRound_IsThePublishedTime()
    {
        // Bhola, psychometric-solutions.com, Time to hire: ten applicants, 31.8 days.
        People.TimeToHire(totalTime: Days(25 + 48 + 16 + 18 + 22 + 36 + 37 + 45 + 50 + 21), hires: 10).Amount.Should().Be(31.8m);
    }

    private static Quantity Hours(decimal hours) => Quantity.Duration(hours, DurationUnit.Hour);

    private static Quantity Days(decimal days) => Quantity.Duration(days, DurationUnit.Day);
}
