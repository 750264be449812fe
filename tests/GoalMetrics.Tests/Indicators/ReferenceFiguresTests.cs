using System.Globalization;

namespace GoalMetrics.Tests.Indicators;

// Figures computed by R 4.2.2 from published data that do not come with the project.
public class ReferenceFiguresTests
{
    [Fact] // Fader & Hardie publish 23,570 customers and 69,659 transactions for CDNOW.
    public void Cdnow_Totals_AreThePublishedFigures()
    {
        using var reader = DataFiles.Csv(DataFiles.Reference("cdnow_master.csv"));
        var cdnow = FactTable.From("cdnow", reader).AtDate("date").Dimension("customer", "customer_id")
            .Value("units", Unit.Count("unit"), "number_of_cds").Value("revenue", Unit.Money("USD"), "dollar_value").Build();
        var orders = Metric.Count("orders", cdnow, "order");
        var customers = Metric.CountDistinct("customers", cdnow, "customer", "customer");
        var units = Metric.Sum("units", cdnow, "units");
        var revenue = Metric.Sum("revenue", cdnow, "revenue");
        var orderValue = Measure.Of("order-value", Commerce.AverageOrderValue, revenue, orders);
        var perCustomer = Measure.Of("per-customer", Customers.AverageRevenuePerUser, revenue, customers);
        var answer = new InMemorySource(ReportingCalendar.Utc, cdnow)
            .Query(Query.For(orders, customers, units, revenue, orderValue, perCustomer).By(Grain.Month));

        answer.Total[customers].Should().Be(Quantity.Count(23_570m, "customer"));
        answer.Total[orders].Amount.Should().Be(69_659m);
        answer.Total[units].Amount.Should().Be(167_881m);
        answer.Total[revenue].Should().Be(Money.Usd(2_500_315.63m));
        answer.Total[orderValue].Amount.Should().BeApproximately(35.8936480569632m, 1e-12m);
        answer.Total[perCustomer].Amount.Should().BeApproximately(106.080425540942m, 1e-11m);
        answer[ReportingCalendar.Utc.Month(1997, 1), customers].Amount.Should().Be(7_846m);
    }

    [Fact]
    public void FacebookAds_AllRows_AreTheReferenceFigures()
    {
        using var reader = DataFiles.Csv(DataFiles.Reference("kag_facebook_ads.csv"));
        var ads = FactTable.From("ads", reader).AllAt(new(2026, 1, 1)).Dimension("campaign", "xyz_campaign_id")
            .Value("impressions", Unit.Count("impression"), "Impressions").Value("clicks", Unit.Count("click"), "Clicks")
            .Value("spent", Unit.Money("USD"), "Spent").Value("approved", Unit.Count("customer"), "Approved_Conversion").Build();
        var impressions = Metric.Sum("impressions", ads, "impressions");
        var clicks = Metric.Sum("clicks", ads, "clicks");
        var spent = Metric.Sum("spent", ads, "spent");
        var approved = Metric.Sum("approved", ads, "approved");
        var clickRate = Measure.Of("click-rate", (some, all) => some.DividedBy(all), clicks, impressions);
        var costPerClick = Measure.Of("cost-per-click", (cost, things) => cost.DividedBy(things), spent, clicks);
        var acquisitionCost = Measure.Of("acquisition-cost", (cost, things) => cost.DividedBy(things), spent, approved);
        var answer = new InMemorySource(ReportingCalendar.Utc, ads)
            .Query(Query.For(impressions, clicks, spent, approved, clickRate, costPerClick, acquisitionCost).By("campaign"));

        ads.RowCount.Should().Be(1_143);
        answer.Total[impressions].Amount.Should().Be(213_434_828m);
        answer.Total[clicks].Amount.Should().Be(38_165m);
        answer.Total[approved].Amount.Should().Be(1_079m);
        answer.Total[spent].Should().Be(Money.Usd(58_705.229958205m));
        answer.Total[clickRate].Amount.Should().BeApproximately(0.000178813365923578m, 1e-17m);
        answer.Total[costPerClick].Amount.Should().BeApproximately(1.53819546595585m, 1e-13m);
        answer.Total[acquisitionCost].Amount.Should().BeApproximately(54.4070713236376m, 1e-12m);
        answer["916", spent].Should().Be(Money.Usd(149.710000657m));
        answer["916", acquisitionCost].Amount.Should().BeApproximately(6.23791669404167m, 1e-13m);
    }

    [Fact]
    public void Shoppers_ByVisitorAndMonth_AreTheReferenceFigures()
    {
        using var reader = DataFiles.Csv(DataFiles.Reference("online_shoppers_intention.csv"));
        var shop = FactTable.From("shop", reader).AllAt(new(2026, 1, 1)).Dimension("visitor", "VisitorType").Dimension("month", "Month")
            .Value("purchases", Unit.Count("purchase"), "Revenue").Build();
        var (sessions, purchases) = (Metric.Count("sessions", shop, "session"), Metric.Sum("purchases", shop, "purchases"));
        var query = Query.For(sessions, purchases);
        var source = new InMemorySource(ReportingCalendar.Utc, shop);

        Rows(source.Query(query.By("visitor"))).Should().Equal("New_Visitor 1694 422", "Other 85 16", "Returning_Visitor 10551 1470");
        Rows(source.Query(query.By("month"))).Should().Equal(
            "Aug 433 76", "Dec 1727 216", "Feb 184 3", "Jul 432 66", "June 288 29", "Mar 1907 192", "May 3364 365", "Nov 2998 760",
                "Oct 549 115", "Sep 448 86");

        IEnumerable<string> Rows(MetricTable answer) =>
            answer.Rows.Select(row => $"{row.Members[0]} {row[sessions].Amount} {row[purchases].Amount}");
    }

    [Fact] // The file counts months as parts of a year: 1949.08333333333 is February 1949.
    public void AirPassengers_YearOverYear_IsTheReferenceFigure()
    {
        var points = File.ReadLines(DataFiles.Reference("ts_airpassengers.csv")).Skip(1).Select(line => line.Split(','))
            .Select(
                cells =>
                (Time: decimal.Parse(cells[0], CultureInfo.InvariantCulture), Value: decimal.Parse(cells[1], CultureInfo.InvariantCulture)))
            .Select(point => new SeriesPoint(new((int)point.Time, (int)Math.Round((point.Time % 1m) * 12m) + 1, 1), point.Value));
        var table = FactTable.FromSeries("passengers", Unit.Count("passenger"), points);
        var passengers = Metric.Sum("passengers", table, "value");
        var source = new InMemorySource(ReportingCalendar.Utc, table);

        var years = source.Query(
            Query.For(passengers).Between(new(1959, 1, 1), new(1961, 1, 1)).By(Grain.Year).ComparedWith(PeriodComparison.YearEarlier));
        years.Rows.Select(row => row[passengers].Amount).Should().Equal(5_140m, 5_714m);
        years.Rows[1].Change(passengers, PeriodComparison.YearEarlier).Relative.Amount.Should().BeApproximately(0.111673151750973m, 1e-15m);

        var december = source.Query(Query.For(passengers).During(ReportingCalendar.Utc.Month(1960, 12)).By(Grain.Month)
            .ComparedWith(PeriodComparison.PreviousPeriod, PeriodComparison.YearEarlier)).Rows.Single();
        december.Change(passengers, PeriodComparison.PreviousPeriod).Relative.Amount.Should().BeApproximately(0.107692307692308m, 1e-15m);
        december.Change(passengers, PeriodComparison.YearEarlier).Relative.Amount.Should().BeApproximately(0.0666666666666667m, 1e-15m);
    }
}
