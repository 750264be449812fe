using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>"Either side has facts", of the cases of 28 November 2026: worked out by hand.</summary>
public sealed class QueryHavingFactsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    // Visits: search in January, mail in both months. Orders: mail in February, phone in January.
    private static readonly FactTable Visits = Table("visits", ("search", 1, 10m), ("mail", 1, 0m), ("mail", 2, 4m));
    private static readonly FactTable Sales = Table("sales", ("mail", 2, 1m), ("phone", 1, 2m));

    private static readonly Metric Visited = Metric.Sum("visits", Visits, "count");
    private static readonly Metric Orders = Metric.Sum("orders", Sales, "count");
    private static readonly Kpi Rate = Kpi.Of("rate", Measure.Of("rate", (orders, visits) => orders / visits, Orders, Visited));
    private static readonly InMemorySource Source = new(Calendar, Visits, Sales);
    private static readonly Query ByMonth =
        Query.For(Visited, Orders, Rate).Between(new(2026, 1, 1), new(2026, 3, 1)).By(Grain.Month).By("source");

    [Fact]
    public void HavingFacts_OfTwoTables_KeepsRowsWhereEitherSideHasSome() =>
        Rows(ByMonth.HavingFacts(Visited, Orders)).Should().Equal("1 mail", "1 phone", "1 search", "2 mail");

    [Fact] // Without it, all members come in each period.
    public void HavingFacts_NotAskedFor_KeepsAllRows() => Rows(ByMonth).Should().HaveCount(6);

    [Fact]
    public void HavingFacts_WithoutMeasures_IsAboutAllOfTheQuery() =>
        Rows(ByMonth.HavingFacts()).Should().Equal(Rows(ByMonth.HavingFacts(Visited, Orders)));

    [Fact]
    public void HavingFacts_AskedForTwice_KeepsRowsWhereBothSidesHaveSome() =>
        Rows(ByMonth.HavingFacts(Visited).HavingFacts(Orders)).Should().Equal("2 mail");

    [Fact] // A sum of 0 has facts; a row without any has none.
    public void HavingFacts_OfOneSide_IsNotWhetherItIsAboveZero()
    {
        Rows(ByMonth.HavingFacts(Visited)).Should().Equal("1 mail", "1 search", "2 mail");
        Rows(ByMonth.Having(Visited, Comparison.Greater, 0)).Should().Equal("1 search", "2 mail");
    }

    [Fact]
    public void HavingFacts_OfAFormula_IsOfAnyOfItsTables() =>
        Rows(ByMonth.HavingFacts(Rate)).Should().Equal("1 mail", "1 phone", "1 search", "2 mail");

    [Fact]
    public void HavingFacts_OfAMeasureOverTime_IsOfTheTimeThatIsRead()
    {
        var before = Orders.Previous(Grain.Month);
        var mean = Orders.AverageOver(Grain.Day);

        var table = Source.Query(Query.For(before, mean).Between(new(2026, 1, 1), new(2026, 3, 1)).By(Grain.Month).By("source"));

        table.Row(Calendar.Month(2026, 2), "phone").HasFacts(before).Should().BeTrue();
        table.Row(Calendar.Month(2026, 1), "phone").HasFacts(before).Should().BeFalse();
        table.Row(Calendar.Month(2026, 1), "phone").HasFacts(mean).Should().BeTrue();
        table.Row(Calendar.Month(2026, 2), "phone").HasFacts(mean).Should().BeFalse();
    }

    [Fact]
    public void HavingFacts_WithAFilter_IsOfFactsThatPassIt() =>
        Rows(ByMonth.Where(Filter.Compare("count", Comparison.Greater, 0m)).HavingFacts()).Should().Equal("1 phone", "1 search", "2 mail");

    [Fact]
    public void HavingFacts_WithTop_KeepsTheRestWhereItHasSome() =>
        Rows(ByMonth.Top(1, "source", by: Visited).HavingFacts(Orders)).Should().Equal("1 other", "2 other");

    [Fact]
    public void HavingFacts_OfAnotherMeasure_IsRefused()
    {
        var asking = () => Query.For(Orders).By("source").HavingFacts(Visited);

        asking.Should().Throw<ArgumentException>().WithMessage("The query is not about 'visits'; it is about orders.*");
    }

    [Fact]
    public void Row_LeftOut_SaysWhy()
    {
        var table = Source.Query(ByMonth.HavingFacts(Orders));

        FluentActions.Invoking(() => table.Row(Calendar.Month(2026, 1), "search")).Should().Throw<KeyNotFoundException>()
            .WithMessage("The row for 'search' in 2026-01 was left out: it does not meet the query's Having.");
    }

    private static List<string> Rows(Query query) =>
        [.. Source.Query(query).Rows.Select(row => $"{row.Period.StartDate.Month} {row["source"]}")];

    private static FactTable Table(string name, params (string Source, int Month, decimal Count)[] facts) => FactTable.From(name, facts)
        .At(fact => new LocalDate(2026, fact.Month, 5))
        .Dimension("source", fact => fact.Source)
        .Value("count", fact => fact.Count, Unit.Count())
        .Covering(new(2026, 1, 1), new(2026, 3, 1))
        .Build();
}
