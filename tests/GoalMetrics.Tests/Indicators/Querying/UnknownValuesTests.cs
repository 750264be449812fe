using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>The number of facts without a value is that of what was read, and stands with its number.</summary>
public sealed class UnknownValuesTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;

    // Three facts without an amount: two in January, of DK and SE, and one in March of DK.
    private static readonly FactTable Sales = FactTable
        .From("sales", (Sale[])
        [
            new(new(2026, 1, 5), "DK", 10m), new(new(2026, 1, 6), "DK", null), new(new(2026, 1, 7), "SE", null),
            new(new(2026, 2, 5), "DK", 20m), new(new(2026, 2, 6), "SE", 30m),
            new(new(2026, 3, 5), "DK", 40m), new(new(2026, 3, 6), "DK", null),
        ])
        .At(sale => sale.Day).Dimension("market", sale => sale.Market).Value("amount", sale => sale.Amount, Unit.Money("DKK"))
        .Covering(new(2026, 1, 1), new(2026, 4, 1)).Build();

    private static readonly InMemorySource Source = new(Utc, Sales);
    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "amount");
    private static readonly Metric OrderValue = Metric.Average("order-value", Sales, "amount");

    [Fact]
    public void Query_CountsThoseOfItsRange()
    {
        Counts(Query.For(Revenue)).Should().Equal(3);
        Counts(Query.For(Revenue).During(Utc.Month(2026, 1))).Should().Equal(2);
        Counts(Query.For(Revenue).During(Utc.Month(2026, 2))).Should().BeEmpty();
        Counts(Query.For(Revenue).During(Utc.Quarter(2026, 1)).By(Grain.Month).By("market")).Should().Equal(3);
        Counts(Query.For(Revenue).During(Utc.Month(2026, 3)).AsOf(Instant.FromUtc(2026, 3, 6, 0, 0))).Should().BeEmpty();
    }

    [Fact]
    public void Query_Compared_CountsBothSides()
    {
        Counts(Query.For(Revenue).During(Utc.Month(2026, 2)).ComparedWith(PeriodComparison.PreviousPeriod)).Should().Equal(2);
        Counts(Query.For(Revenue).During(Utc.Month(2026, 3)).ComparedWith(PeriodComparison.PreviousPeriod)).Should().Equal(1);
    }

    [Fact]
    public void Query_Filtered_CountsThoseThatPass()
    {
        Counts(Query.For(Revenue).Where(Filter.Equal("market", "SE"))).Should().Equal(1);
        Counts(Query.For(Revenue.Where(Filter.Equal("market", "SE")))).Should().Equal(1);
        Counts(Query.For(Revenue, Revenue.Where(Filter.Equal("market", "SE")).As("se"))).Should().Equal(3);
    }

    [Fact]
    public void Query_Average_CountsThemToo() =>
        Counts(Query.For(OrderValue).During(Utc.Month(2026, 1))).Should().Equal(2);

    [Fact]
    public void Goal_CountsThoseOfItsPeriodAndBaseline()
    {
        Counts(GoalTracker.Default.Track(Goal(Target.Reach(Money.Dkk(50))), Source, Instant.FromUtc(2026, 3, 1, 0, 0)).Findings)
            .Should().BeEmpty();
        var more = Target.IncreaseBy(20.Percent(), over: Utc.Month(2026, 1));
        Counts(GoalTracker.Default.Track(Goal(more), Source, Instant.FromUtc(2026, 3, 1, 0, 0)).Findings).Should().Equal(2);
    }

    [Fact]
    public void Scorecard_MentionsAColumnOnceWithAllThatItReads()
    {
        var kpi = Kpi.Of("revenue-kpi", Revenue).Read(every: Grain.Month);
        var value = Kpi.Of("value-kpi", OrderValue).Read(every: Grain.Quarter);
        var strategy = new Strategy { Kpis = [kpi, value] };
        Counts(Scorecard.Create(strategy, Source, Instant.FromUtc(2026, 4, 1, 0, 0)).Findings).Should().Equal(3);

        var monthly = new Strategy { Kpis = [kpi] };
        Counts(Scorecard.Create(monthly, Source, Instant.FromUtc(2026, 4, 1, 0, 0)).Findings).Should().Equal(1);
    }

    [Fact]
    public void Live_CountsThoseOfItsRange()
    {
        var schema = TableSchema.Named("live", FactTime.Instant).Value("amount", Unit.Money("DKK"));
        var (sum, mean) = (Metric.Sum("sum", schema, "amount"), Metric.Average("mean", schema, "amount"));
        var live = LiveTable.Of(schema, Utc).By(Grain.Day).Keeping(sum, mean).Build();
        live.Add(Instant.FromUtc(2026, 1, 5, 8, 0), [], [10m]);
        live.Add(Instant.FromUtc(2026, 1, 6, 8, 0), [], [null]);
        live.Add(Instant.FromUtc(2026, 2, 5, 8, 0), [], [null]);
        var source = new InMemorySource(Utc, live);
        Counts(source.Query(Query.For(sum).During(Utc.Month(2026, 1)).AsOf(Instant.FromUtc(2026, 2, 6, 0, 0))).Findings)
            .Should().Equal(1);
        Counts(source.Query(Query.For(mean).During(Utc.Month(2026, 1)).AsOf(Instant.FromUtc(2026, 2, 6, 0, 0))).Findings)
            .Should().Equal(1);
    }

    private static SmartGoal Goal(Target target) => new("more")
    {
        Statement = "More revenue",
        Measure = Revenue,
        Target = target,
        Period = Utc.Month(2026, 2),
        Owner = "Sales",
    };

    private static IEnumerable<long> Counts(Query query) => Counts(Source.Query(query).Findings);

    private static IEnumerable<long> Counts(IEnumerable<Finding> findings) => findings
        .Where(finding => finding.Code == "DATA-UNKNOWN-VALUES")
        .Select(finding => Convert.ToInt64(finding.Arguments.Single(argument => argument.Name == "count").Value, null));

    private sealed record Sale(LocalDate Day, string Market, decimal? Amount);
}
