namespace GoalMetrics.Tests.Indicators;

// Known figures of the real data that come with the samples.
public class SampleFiguresTests
{
    private static readonly ReportingCalendar London = ReportingCalendar.Iso("Europe/London");

    [Fact]
    public void Webshop_RevenueAndOrderValue_AreThePublishedFigures()
    {
        var shop = Webshop();
        var revenue = Metric.Sum("revenue", shop, "revenue_gbp");
        var orders = Metric.Sum("orders", shop, "orders");
        var orderValue = Kpi.Of("order-value", Commerce.AverageOrderValue, revenue, orders);
        var asOf = London.StartOfDay(new(2011, 11, 10));
        var source = new InMemorySource(London, shop);
        var query = Query.For(revenue, orderValue).AsOf(asOf);

        var quarters = source.Query(query.Between(new(2011, 7, 1), new(2012, 1, 1)).By(Grain.Quarter));
        quarters[London.Quarter(2011, 3), revenue].Should().Be(Money.Gbp(2_525_887.68m));
        quarters[London.Quarter(2011, 4), revenue].Should().Be(Money.Gbp(1_609_217.60m));
        Pounds(quarters[London.Quarter(2011, 3), orderValue]).Should().Be(540.64m);
        Pounds(quarters[London.Quarter(2011, 4), orderValue]).Should().Be(570.44m);
        quarters.Rows.Select(row => row.State).Should().Equal(PeriodState.Closed, PeriodState.Open);

        var months = source.Query(
            query.Between(new(2011, 10, 1), new(2011, 12, 1)).By(Grain.Month).ComparedWith(PeriodComparison.PreviousPeriod));
        Pounds(months[London.Month(2011, 10), orderValue]).Should().Be(566.17m);
        var november = months.TotalOf(London.Month(2011, 11));
        Pounds(november[orderValue]).Should().Be(581.61m);
        Pounds(november.Earlier(orderValue, PeriodComparison.PreviousPeriod)).Should().Be(626.88m);
    }

    [Fact] // Of all orders that were placed: those cancelled and those not.
    public void Webshop_CancellationRate_IsThePublishedFigure()
    {
        var shop = Webshop();
        var orders = Metric.Sum("orders", shop, "orders");
        var cancelled = Metric.Sum("cancelled", shop, "cancelled_orders");
        var rate = Measure.Of("cancellation-rate", (lost, kept) => lost.DividedBy(lost + kept), cancelled, orders);
        var answer = new InMemorySource(London, shop)
            .Query(Query.For(rate).Between(new(2011, 9, 1), new(2011, 11, 1)).By(Grain.Month).AsOf(London.StartOfDay(new(2011, 11, 10))));
        Math.Round(answer[London.Month(2011, 9), rate].Amount, 4).Should().Be(0.1535m);
        Math.Round(answer[London.Month(2011, 10), rate].Amount, 4).Should().Be(0.1507m);
    }

    [Fact] // 596 rows; parts add up to the whole exactly, and customers are never added.
    public void Webshop_Markets_AddUp()
    {
        var shop = Webshop();
        var (revenue, customers) = (Metric.Sum("revenue", shop, "revenue_gbp"), Metric.Sum("customers", shop, "customers"));
        var source = new InMemorySource(London, shop);
        shop.RowCount.Should().Be(596);
        var answer = source.Query(Query.For(revenue).By(Grain.Week).By("market"));
        answer.Rows.Sum(row => row[revenue].Amount).Should().Be(answer.Total[revenue].Amount);
        Assert.Throws<NotAdditiveException>(() => source.Query(Query.For(customers).By(Grain.Week).By("market")));
    }

    [Fact] // 26.54 %, and 42.71 % of those with a monthly contract: the published shares of the data set.
    public void Telco_Churn_IsThePublishedFigure()
    {
        using var reader = DataFiles.Csv(DataFiles.Sample("Churn", "telco_customers.csv"));
        var telco = FactTable.From("telco", reader).AllAt(new(2026, 1, 1)).Dimension("churn").Dimension("contract")
            .Value("monthly_charges", Unit.Money("USD")).Value("total_charges", Unit.Money("USD")).Build();
        var customers = Metric.Count("customers", telco, "customer");
        var lost = Metric.Count("lost", telco, "customer").Where(Filter.Equal("churn", "Yes"));
        var rate = Kpi.Of("churn-rate", Customers.ChurnRate, lost, customers);
        var answer = new InMemorySource(ReportingCalendar.Utc, telco).Query(Query.For(lost, customers, rate).By("contract"));

        (answer.Total[lost].Amount, answer.Total[customers].Amount).Should().Be((1_869m, 7_043m));
        (answer["Month-to-month", lost].Amount, answer["Month-to-month", customers].Amount).Should().Be((1_655m, 3_875m));
        (answer["One year", lost].Amount, answer["Two year", lost].Amount).Should().Be((166m, 48m));
        Math.Round(answer.Total[rate].Amount, 12).Should().Be(0.265369870794m);
        telco.NullCount("total_charges").Should().Be(11);
    }

    [Fact] // 1,908 of 12,330 sessions end with a purchase, as published with the data.
    public void Sessions_Conversion_IsThePublishedFigure()
    {
        using var reader = DataFiles.Csv(DataFiles.Sample("TrafficSources", "sessions_monthly.csv"));
        var shop = FactTable.From("shop", reader).AllAt(new(2026, 1, 1)).Dimension("month").Dimension("visitor_type")
            .Dimension("traffic_source")
            .Value("sessions", Unit.Count("session")).Value("purchases", Unit.Count("purchase")).Build();
        var (sessions, purchases) = (Metric.Sum("sessions", shop, "sessions"), Metric.Sum("purchases", shop, "purchases"));
        var conversion = Measure.Of("conversion", Marketing.ConversionRate, purchases, sessions);
        var answer = new InMemorySource(ReportingCalendar.Utc, shop).Query(Query.For(sessions, purchases, conversion).By("visitor_type"));
        (answer.Total[purchases].Amount, answer.Total[sessions].Amount).Should().Be((1_908m, 12_330m));
        Math.Round(answer.Total[conversion].Amount, 15).Should().Be(0.154744525547445m);
        Math.Round(answer["Returning_Visitor", conversion].Amount, 15).Should().Be(0.139323286892238m);
    }

    private static FactTable Webshop()
    {
        using var reader = DataFiles.Csv(DataFiles.Sample("Webshop", "webshop_daily.csv"));
        return FactTable.From("webshop", reader).AtDate("date").Dimension("market")
            .Value("orders", Unit.Count("order")).Value("revenue_gbp", Unit.Money("GBP")).Value("cancelled_orders", Unit.Count("order"))
            .DistinctCount("customers", Unit.Count("customer"), Grain.Day).Build();
    }

    private static decimal Pounds(Quantity value) => Math.Round(value.Amount, 2);
}
