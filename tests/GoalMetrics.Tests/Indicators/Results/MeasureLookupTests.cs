using NodaTime;

namespace GoalMetrics.Tests.Indicators.Results;

public sealed class MeasureLookupTests
{
    private static readonly FactTable Sales = FactTable.From("sales", new[] { (Revenue: 100m, Orders: 4), (Revenue: 50m, Orders: 1) })
        .AllAt(new LocalDate(2026, 3, 1))
        .Value("revenue", sale => sale.Revenue, Unit.Money("DKK"))
        .Value("orders", sale => sale.Orders, Unit.Count("order"))
        .Build();

    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "revenue");
    private static readonly Metric Orders = Metric.Sum("orders", Sales, "orders");
    private static readonly InMemorySource Source = new(ReportingCalendar.Utc, Sales);

    [Fact]
    public void Row_TheSameMeasureWithAnotherPurpose_GivesItsValue()
    {
        var value = Kpi.Of("order-value", Commerce.AverageOrderValue, Revenue, Orders);
        var row = Source.Query(Query.For(value, Orders)).Total;

        // 150 / 5
        row[value.Serving("growth").Titled("Order value")].Should().Be(Money.Dkk(30m).Per("order"));
        row[PerformanceIndicator.Daily(Orders)].Should().Be(Quantity.Count(5, "order"));
        row[Metric.Sum("orders", Sales, "orders")].Should().Be(Quantity.Count(5, "order"));
    }

    [Fact]
    public void Row_AnotherMeasureWithTheSameId_Throws()
    {
        var row = Source.Query(Query.For(Revenue)).Total;

        FluentActions.Invoking(() => row[Metric.Max("revenue", Sales, "revenue")]).Should().Throw<KeyNotFoundException>()
            .WithMessage("The query asked for another measure with the id 'revenue'. Look it up with the measure the query was made with.");
        FluentActions.Invoking(() => row[Kpi.Of("revenue", (r, o) => r / o, Revenue, Orders)]).Should().Throw<KeyNotFoundException>();
    }

    [Fact]
    public void Kpi_WhatIsSaidTwice_CountsOnce()
    {
        var kpi = Kpi.Of("revenue-kpi", Revenue)
            .Serving("growth", "growth").Serving("growth", "care")
            .DrivenBy(PerformanceIndicator.Daily(Orders), PerformanceIndicator.Daily(Orders)).DrivenBy(PerformanceIndicator.Weekly(Orders));

        kpi.BusinessGoals.Should().Equal("growth", "care");
        kpi.Drivers.Select(driver => driver.ReadEvery).Should().Equal(Grain.Day, Grain.Week);
    }

    [Fact]
    public void Kpi_WhatIsMissing_Throws()
    {
        var kpi = Kpi.Of("revenue-kpi", Revenue);

        FluentActions.Invoking(() => kpi.Serving("growth", null!)).Should().Throw<ArgumentException>()
            .WithMessage("KPI 'revenue-kpi': expected the ids of business goals; found one that is missing. (Parameter 'businessGoals')");
        FluentActions.Invoking(() => kpi.DrivenBy([null!])).Should().Throw<ArgumentException>()
            .WithMessage("KPI 'revenue-kpi': expected performance indicators; found one that is missing. (Parameter 'drivers')");
        FluentActions.Invoking(() => kpi.BetterWhen((Direction)9)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Expected one of Neutral, HigherIsBetter, LowerIsBetter*");
    }

    // Data from 5 January on, by month.
    private static readonly FactTable FromTheFifth = FactTable.From("late", new[] { new LocalDate(2026, 1, 5), new LocalDate(2026, 2, 28) })
        .At(day => day)
        .Build();

    [Fact]
    public void TotalOf_PartOfThePeriod_SaysHowToGetTheWhole()
    {
        var table = new InMemorySource(ReportingCalendar.Utc, FromTheFifth)
            .Query(Query.For(Metric.Count("days", FromTheFifth)).By(Grain.Month));

        Messages.Of<KeyNotFoundException>(() => table.TotalOf(ReportingCalendar.Utc.Month(2026, 1))).Should().Be(
            "The table has no period 2026-01; it has 2026-01 (part: 2026-01-05/2026-02-01), 2026-02. Only a part of it is in the range:"
            + " state the range with Between, or widen it with WidenedToWholePeriods.");
    }

    [Fact]
    public void TotalOf_PeriodOfAnotherCalendar_NamesBoth()
    {
        var (copenhagen, utc) = (ReportingCalendar.Iso("Europe/Copenhagen"), ReportingCalendar.Utc);
        var table = new InMemorySource(copenhagen, FromTheFifth)
            .Query(Query.For(Metric.Count("days", FromTheFifth)).By(Grain.Month));

        Messages.Of<KeyNotFoundException>(() => table.TotalOf(utc.Month(2026, 2))).Should().EndWith(
            "it has 2026-01 (part: 2026-01-05/2026-02-01), 2026-02."
            + $" It is a period of the calendar {utc}; the table's calendar is {copenhagen}.");
    }
}
