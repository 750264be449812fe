using System.Data;
#region facts-objects
using GoalMetrics;
using NodaTime;

#endregion
#region facts-reader
using System.Globalization;

#endregion

namespace DocsTests;

/// <summary>The guide to loading facts: the regions are its snippets.</summary>
public sealed class Facts
{
    [Fact]
    public void Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region facts-objects
        var orders = new[]
        {
            (At: Instant.FromUtc(2026, 9, 14, 8, 30), Market: "DK", Customer: 7, IsFirst: true, Amount: 450m),
            (At: Instant.FromUtc(2026, 9, 15, 19, 5), Market: "SE", Customer: 9, IsFirst: false, Amount: 800m),
        };
        var sales = FactTable.From("sales", orders)
            .At(order => order.At)                                      // or a LocalDate, DateOnly, DateTimeOffset
            .Dimension("market", order => order.Market)
            .Dimension("customer", order => order.Customer)             // whole numbers are members too
            .Flag("first-orders", order => order.IsFirst, Unit.Count("order"))
            .Value("amount", order => order.Amount, Unit.Money("DKK"))
            .Covering(new(2026, 9, 1), endExclusive: new(2026, 10, 1))
            .Build();
        Console.WriteLine(sales.RowCount);                              // 2
        #endregion

        sales.RowCount.Should().Be(2);

        #region facts-filters
        var danish = Filter.Equal("market", "DK");
        var large = Filter.Compare("amount", Comparison.GreaterOrEqual, 500m);
        var nordic = Filter.In("market", "DK", "SE", "NO");
        var count = Metric.Count("orders", sales);
        var some = count.Where(nordic & (large | !danish)).As("some-orders");
        Console.WriteLine(new InMemorySource(ReportingCalendar.Utc, sales).Query(Query.For(count, some)).Total[some]);   // 1
        #endregion

        new InMemorySource(ReportingCalendar.Utc, sales).Query(Query.For(count, some)).Total[some].Amount.Should().Be(1);

        var days = Enumerable.Range(0, 61).Select(new LocalDate(2026, 8, 1).PlusDays);

        #region facts-gap
        var outage = new DateInterval(new(2026, 9, 10), new(2026, 9, 11));          // both days are part of it
        var visits = FactTable.From("visits", days.Where(day => !outage.Contains(day)))
            .At(day => day)
            .Value("visits", _ => 100, Unit.Count("visit"))
            .Covering(new(2026, 8, 1), endExclusive: new(2026, 10, 1), except: [outage])
            .Build();
        var perMonth = Metric.Sum("visits", visits, "visits");
        var september = ReportingCalendar.Utc.Month(2026, 9);
        var compared = new InMemorySource(ReportingCalendar.Utc, visits).Query(
            Query.For(perMonth).During(september).ComparedWith(PeriodComparison.PreviousPeriod));
        Console.WriteLine(compared.Total[perMonth]);                                                      // 2,800
        Console.WriteLine(compared.Total.Change(perMonth, PeriodComparison.PreviousPeriod).Relative);     // undefined: insufficient data …
        Console.WriteLine(compared.Findings[0].Message());        // Table 'visits' has no data from 2026-09-10 to 2026-09-11; …
        #endregion

        compared.Total[perMonth].ToString().Should().Be("2,800");
        compared.Total.Change(perMonth, PeriodComparison.PreviousPeriod).Relative.ToString().Should().Be(
            "undefined: insufficient data (visits)");
        compared.Findings[0].Message().Should().StartWith("Table 'visits' has no data from 2026-09-10 to 2026-09-11; that time is ");

        IDataReader reader = Exported();

        #region facts-reader
        var culture = CultureInfo.GetCultureInfo("da-DK");
        var ads = FactTable.From("ads", reader)
            .In(culture)                                                // 1.234,50 and 14-09-2026
            .AtDate("Dato")
            .Dimension("campaign", column: "Kampagne")
            .Value("cost", Unit.Money("DKK"), column: "Pris")
            .KeepGoodRows()
            .Build();
        Console.WriteLine(ads.RowCount);                                // 2
        foreach (var row in ads.RefusedRows)
        {
            Console.WriteLine(row);                                     // Table 'ads', row 3, column 'Pris': found '12,3,4'; expected …
        }
        #endregion

        ads.RowCount.Should().Be(2);
        ads.RefusedRows.Should().ContainSingle().Which.ToString()
            .Should().StartWith("Table 'ads', row 3, column 'Pris': found '12,3,4'; expected ");

        #region facts-series
        var costs = FactTable.FromSeries("costs", Unit.Money("DKK"),
        [
            new SeriesPoint(new(2026, 9, 14), 1_200m).With("channel", "search"),
            new SeriesPoint(new(2026, 9, 15), null).With("channel", "search"),
        ]);
        Console.WriteLine(costs.RowCount);                        // 2
        #endregion

        costs.RowCount.Should().Be(2);

        #region facts-wall-time
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var atOnce = Instant.FromUtc(2026, 11, 28, 4, 0);
        var shops = FactTable.From("shops", new[] { (At: atOnce, Zone: "America/Los_Angeles"), (At: atOnce, Zone: "Asia/Tokyo") })
            .AtWallTime(sale => sale.At, zone: sale => sale.Zone, calendar)
            .Build();
        var perDay = Metric.Count("sales", shops);
        foreach (var day in new InMemorySource(calendar, shops).Query(Query.For(perDay).By(Grain.Day)))
        {
            Console.WriteLine($"{day.Period}: {day[perDay]}");     // 2026-11-27: 1, then 2026-11-28: 1
        }
        #endregion

        new InMemorySource(calendar, shops).Query(Query.For(perDay).By(Grain.Day)).Select(day => $"{day.Period}: {day[perDay]}")
            .Should().Equal("2026-11-27: 1", "2026-11-28: 1");
    }

    private static DataTableReader Exported()
    {
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add("Dato", typeof(string));
        table.Columns.Add("Kampagne", typeof(string));
        table.Columns.Add("Pris", typeof(string));
        table.Rows.Add("14-09-2026", "efterår", "1.234,50");
        table.Rows.Add("15-09-2026", "efterår", "980,00");
        table.Rows.Add("16-09-2026", "efterår", "12,3,4");
        return table.CreateDataReader();
    }
}
