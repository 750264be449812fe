using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

public class ApproximateMetricsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    [Fact]
    public void ApproximateCountDistinct_UpTo1024Members_Exact()
    {
        var (table, source) = Visits(1_024);
        var customers = Metric.ApproximateCountDistinct("customers", table, "customer", "customer");

        var total = source.Query(Query.For(customers)).Total;

        total[customers].Should().Be(Quantity.Count(1_024, "customer"));
        total.ErrorOf(customers).Should().Be(Quantity.Count(0, "customer"));
    }

    // 100,000 customers; four standard errors of 0.8125 % are 3,250. The total over days is that of the union, not of the sum.
    [Fact]
    public void ApproximateCountDistinct_ManyMembers_WithinItsErrorOverAnyRange()
    {
        var (table, source) = Visits(100_000);
        var (exact, near) =
            (Metric.CountDistinct("customers", table, "customer"), Metric.ApproximateCountDistinct("nearly", table, "customer"));

        var answer = source.Query(Query.For(exact, near).By(Grain.Day).By("channel"));

        answer.Total[exact].Amount.Should().Be(100_000m);
        answer.Total[near].Amount.Should().BeInRange(96_750m, 103_250m);
        answer.Total.ErrorOf(near).Amount.Should().Be(answer.Total[near].Amount * 0.008125m);
        answer.Total.ErrorOf(exact).Amount.Should().Be(0m);
        answer.Should().OnlyContain(row => Math.Abs(row[near].Amount - row[exact].Amount) <= 0.0325m * row[exact].Amount);
    }

    // Values 1 to 100,000: the 95th percentile by nearest rank is 95,000, and 1/256 of it is 371.
    [Fact]
    public void ApproximatePercentile_KnownValues_WithinItsBound()
    {
        var (table, source) = Visits(100_000);
        var p95 = Metric.ApproximatePercentile("p95", table, "amount", 0.95m);

        var total = source.Query(Query.For(p95)).Total;

        total[p95].Amount.Should().BeInRange(94_629m, 95_371m);
        total[p95].Unit.Should().Be(Unit.Money("DKK"));
        total.ErrorOf(p95).Amount.Should().Be(total[p95].Amount / 256m);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 100_000)]
    public void ApproximatePercentile_Ends_Exact(int share, int expected)
    {
        var (table, source) = Visits(100_000);
        var end = Metric.ApproximatePercentile("end", table, "amount", share);

        source.Query(Query.For(end)).Total[end].Amount.Should().Be(expected);
    }

    // Revenue per customer of about 5 x 10⁹ / 10⁵ = 50,000.5: a count that is 0.8125 % larger makes it 0.806 % smaller.
    [Fact]
    public void ErrorOf_Formula_IsWhatItsInputsMayChangeItBy()
    {
        var (table, source) = Visits(100_000);
        var revenue = Metric.Sum("revenue", table, "amount");
        var customers = Metric.ApproximateCountDistinct("customers", table, "customer", "customer");
        var perCustomer = Kpi.Of("revenue-per-customer", Customers.AverageRevenuePerCustomer, revenue, customers);

        var total = source.Query(Query.For(perCustomer)).Total;

        (total.ErrorOf(perCustomer).Amount / total[perCustomer].Amount).Should().BeApproximately(1m - (1m / 1.008125m), 1e-10m);
    }

    [Fact]
    public void ErrorOf_Undefined_Undefined()
    {
        var (table, source) = Visits(3);
        var p50 = Metric.ApproximatePercentile("p50", table, "amount", 0.5m).Where(Filter.Equal("channel", "none"));

        var total = source.Query(Query.For(p50)).Total;

        total[p50].Reason.Should().Be(UndefinedReason.NoData);
        total.ErrorOf(p50).Reason.Should().Be(UndefinedReason.NoData);
    }

    // Each customer once on each of two days, with amounts 1, 2, 3 … .
    private static (FactTable Table, InMemorySource Source) Visits(int customers)
    {
        var table = FactTable.From("visits", Enumerable.Range(0, 2 * customers))
            .At(i => new LocalDate(2026, 1, 1 + (i / customers)))
            .Dimension("customer", i => (long?)(i % customers))
            .Dimension("channel", i => i % 2 == 0 ? "email" : "search")
            .Value("amount", i => (i % customers) + 1, Unit.Money("DKK"))
            .Build();
        return (table, new(Calendar, table));
    }
}
