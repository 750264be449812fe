#region time-facts
using GoalMetrics;
using NodaTime;

#endregion

namespace DocsTests;

#region time-line
internal sealed record Line(ReportingPeriod Period, string? Channel, Quantity Revenue, decimal? Customers);

#endregion

/// <summary>The guide to time: the regions are its snippets.</summary>
public sealed class OverTime
{
    [Fact]
    public void Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region time-facts
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var sales = FactTable.From("sales", new[]
            {
                (Day: new LocalDate(2026, 1, 5), Customer: "ann", Channel: "email", Amount: 100m),
                (Day: new LocalDate(2026, 1, 20), Customer: "bob", Channel: "search", Amount: 300m),
                (Day: new LocalDate(2026, 2, 3), Customer: "ann", Channel: "email", Amount: 150m),
                (Day: new LocalDate(2026, 2, 24), Customer: "cid", Channel: "social", Amount: 50m),
                (Day: new LocalDate(2026, 3, 2), Customer: "ann", Channel: "email", Amount: 400m),
            })
            .At(sale => sale.Day)
            .Dimension("customer", sale => sale.Customer)
            .Dimension("channel", sale => sale.Channel)
            .Value("amount", sale => sale.Amount, Unit.Money("DKK"))
            .Covering(new(2026, 1, 1), new(2026, 4, 1))
            .Build();
        var source = new InMemorySource(calendar, sales);
        var revenue = Metric.Sum("revenue", sales, "amount");
        var customers = Metric.CountDistinct("customers", sales, "customer", "customer");
        #endregion

        #region time-measures
        var active = customers.Rolling(60, Grain.Day);
        var yearToDate = revenue.ToDate(Grain.Year);
        var everBought = customers.Cumulative();
        var growth = Kpi.Of("growth", Finance.GrowthRate, revenue, revenue.Previous(Grain.Month));

        var table = source.Query(Query.For(revenue, active, yearToDate, everBought, growth).By(Grain.Month));
        var march = table.TotalOf(calendar.Month(2026, 3));
        Console.WriteLine(march[active]);          // 2
        Console.WriteLine(march[yearToDate]);      // DKK 1,000.00
        Console.WriteLine(march[everBought]);      // 3
        Console.WriteLine(march[growth]);          // 100 %
        #endregion

        march[active].ToString().Should().Be("2");
        march[yearToDate].Should().Be(Money.Dkk(1_000));
        march[everBought].ToString().Should().Be("3");
        march[growth].ToString().Should().Be("100 %");

        #region time-compared
        var march10 = calendar.Range(new(2026, 3, 1), new(2026, 3, 11));
        PeriodComparison[] comparisons =
        [
            PeriodComparison.PreviousPeriod,                                     // as many days, or whole months, just before
            PeriodComparison.YearEarlier,                                        // the same dates, months or week numbers
            PeriodComparison.SameWeekdays,                                       // 52 weeks earlier
            PeriodComparison.Earlier(2, Grain.Month),
            PeriodComparison.With(calendar.Range(new(2026, 1, 15), new(2026, 1, 25))),
            PeriodComparison.WithSame(CalendarEvent.Easter),                     // as many days before or after Easter
        ];
        var compared = source.Query(Query.For(revenue).During(march10).ComparedWith(comparisons)).Total;
        Console.WriteLine(compared.Change(revenue, comparisons[3]).Absolute);    // DKK 300.00
        foreach (var comparison in comparisons)
        {
            Console.WriteLine(compared.Compared(revenue, comparison));
            // 2026-03-01/2026-03-11 with 2026-02-19/2026-03-01
            // 2026-03-01/2026-03-11 with 2025-03-01/2025-03-11
            // 2026-03-01/2026-03-11 with 2025-03-02/2025-03-12
            // 2026-03-01/2026-03-11 with 2026-01-01/2026-01-11
            // 2026-03-01/2026-03-11 with 2026-01-15/2026-01-25
            // 2026-03-01/2026-03-11 with 2025-03-16/2025-03-26
        }
        #endregion

        compared.Change(revenue, comparisons[3]).Absolute.Should().Be(Money.Dkk(300));
        comparisons.Select(comparison => compared.Compared(revenue, comparison).ToString()).Should().Equal(
            "2026-03-01/2026-03-11 with 2026-02-19/2026-03-01",
            "2026-03-01/2026-03-11 with 2025-03-01/2025-03-11",
            "2026-03-01/2026-03-11 with 2025-03-02/2025-03-12",
            "2026-03-01/2026-03-11 with 2026-01-01/2026-01-11",
            "2026-03-01/2026-03-11 with 2026-01-15/2026-01-25",
            "2026-03-01/2026-03-11 with 2025-03-16/2025-03-26");

        #region time-balance
        var stock = FactTable.From("stock", new[]
            {
                (Day: new LocalDate(2026, 1, 1), Items: 80),
                (Day: new LocalDate(2026, 1, 31), Items: 20),
            })
            .At(row => row.Day)
            .Balance("items", row => row.Items, Unit.Count("item"))
            .Build();
        var atEnd = Metric.Balance("stock", stock, "items");
        var average = Metric.Balance("average-stock", stock, "items", BalanceValue.Average);
        var january = new InMemorySource(calendar, stock).Query(Query.For(atEnd, average).During(calendar.Month(2026, 1))).Total;
        Console.WriteLine($"{january[atEnd]} items, {january[average]} on average");   // 20 items, 50 on average
        #endregion

        $"{january[atEnd]} items, {january[average]} on average".Should().Be("20 items, 50 on average");

        #region time-carried
        var cash = FactTable.From("cash", new[]
            {
                (Day: new LocalDate(2026, 1, 5), Account: "ann", Amount: 100m),
                (Day: new LocalDate(2026, 1, 9), Account: "bob", Amount: 50m),
                (Day: new LocalDate(2026, 2, 3), Account: "ann", Amount: 110m),
                (Day: new LocalDate(2026, 3, 4), Account: "ann", Amount: 20m),
            })
            .At(row => row.Day)
            .Dimension("account", row => row.Account)
            .Balance("amount", row => row.Amount, Unit.Money("DKK"))
            .Covering(new(2026, 1, 1), new(2026, 4, 1))
            .Build();
        var balance = Metric.Balance("balance", cash, "amount", entity: "account");
        var carried = balance.CarriedForward();
        foreach (var row in new InMemorySource(calendar, cash).Query(Query.For(balance, carried).By(Grain.Month)))
        {
            Console.WriteLine($"{row.Period}: {row[balance].Amount}, {row[carried].Amount}");   // 150, 150; 110, 160; 20, 70
        }
        #endregion

        new InMemorySource(calendar, cash).Query(Query.For(balance, carried).By(Grain.Month))
            .Select(row => $"{row[balance].Amount}, {row[carried].Amount}")
            .Should().Equal("150, 150", "110, 160", "20, 70");

        #region time-moving
        var subscriptions = FactTable.From("subscriptions", new[]
            {
                (Day: new LocalDate(2026, 1, 1), Customer: "ann", Plan: "basic", Monthly: 10m),
                (Day: new LocalDate(2026, 1, 1), Customer: "bob", Plan: "basic", Monthly: 10m),
                (Day: new LocalDate(2026, 1, 20), Customer: "ann", Plan: "pro", Monthly: 30m),
            })
            .At(row => row.Day)
            .Dimension("customer", row => row.Customer)
            .Dimension("plan", row => row.Plan)
            .Balance("monthly", row => row.Monthly, Unit.Money("EUR"))
            .Build();
        var recurring = Metric.Balance("recurring", subscriptions, "monthly", entity: "customer");
        var byPlan = new InMemorySource(calendar, subscriptions).Query(Query.For(recurring).By("plan"));
        var (basic, pro, total) = (byPlan["basic", recurring], byPlan["pro", recurring], byPlan.Total[recurring]);
        Console.WriteLine($"{basic.Amount} + {pro.Amount} = {total.Amount}");   // 10 + 30 = 40
        #endregion

        #region time-snapshots
        var complete = recurring.OfCompleteSnapshots();                // bob is not on the list of the 20th: he has gone
        var account = Metric.Balance("account", cash, "amount").OfOneAccount();
        var opening = balance.Opening();
        var books = new InMemorySource(calendar, subscriptions, cash).Query(
            Query.For(complete, account, opening).During(calendar.Month(2026, 1))).Total;
        Console.WriteLine($"{books[complete].Amount}, {books[account].Amount}, {books[opening]}");   // 30, 50, undefined: …
        #endregion

        (books[complete].Amount, books[account].Amount, books[opening].IsDefined).Should().Be((30m, 50m, false));

        $"{basic.Amount} + {pro.Amount} = {total.Amount}".Should().Be("10 + 30 = 40");

        #region time-conversions
        var visits = FactTable.From("visits", new[]
            {
                (Day: new LocalDate(2026, 1, 3), Customer: "ann", Campaign: "newsletter"),
                (Day: new LocalDate(2026, 1, 4), Customer: "ann", Campaign: "ad"),
                (Day: new LocalDate(2026, 1, 4), Customer: "dan", Campaign: "ad"),
                (Day: new LocalDate(2026, 1, 30), Customer: "eve", Campaign: "newsletter"),
            })
            .At(visit => visit.Day)
            .Dimension("customer", visit => visit.Customer)
            .Dimension("campaign", visit => visit.Campaign)
            .Build();
        var withinAWeek = Conversions.Of(visits, sales, entity: "customer", within: Duration.FromDays(7));
        var (bought, open) = (withinAWeek.Rate("bought"), withinAWeek.Immature("still-open"));

        var byCampaign = new InMemorySource(calendar, visits, sales).Query(
            Query.For(bought, open).During(calendar.Month(2026, 1)).By("campaign").AsOf(calendar.StartOfDay(new LocalDate(2026, 2, 1))));
        Console.WriteLine(byCampaign["ad", bought]);           // 50 %
        Console.WriteLine(byCampaign["newsletter", bought]);   // 0 %
        Console.WriteLine(byCampaign.Total[open]);             // 1
        #endregion

        #region time-to-convert
        var inWeekFive = Conversions.Of(visits, sales, "customer", from: Duration.FromDays(28), to: Duration.FromDays(35));
        var (came, mean) = (inWeekFive.Converted("came-back"), withinAWeek.AverageTimeToConvert("mean-time"));
        var (median, nineInTen) = (withinAWeek.MedianTimeToConvert("median"), withinAWeek.PercentileOfTimeToConvert("p90", 0.9m));

        var later = new InMemorySource(calendar, visits, sales).Query(
            Query.For(came, mean, median, nineInTen).During(calendar.Month(2026, 1)).AsOf(calendar.StartOfDay(new LocalDate(2026, 3, 10))));
        Console.WriteLine($"{later.Total[came]}, {later.Total[mean]}");   // 1, 1 day
        #endregion

        $"{later.Total[came]}, {later.Total[mean]}".Should().Be("1, 1 day");

        byCampaign["ad", bought].ToString().Should().Be("50 %");
        byCampaign["newsletter", bought].ToString().Should().Be("0 %");
        byCampaign.Total[open].ToString().Should().Be("1");

        #region time-day-start
        var nights = ReportingCalendar.Iso("Europe/Copenhagen").WithDayStartingAt(4);
        var halfPastTwo = new LocalDateTime(2026, 11, 28, 2, 30).InZoneStrictly(nights.Zone).ToInstant();
        Console.WriteLine(nights.PeriodAt(Grain.Day, halfPastTwo));    // 2026-11-27: the night belongs to Friday
        Console.WriteLine(nights.PeriodAt(Grain.Hour, halfPastTwo));   // 2026-11-28T02+01
        #endregion

        nights.PeriodAt(Grain.Day, halfPastTwo).ToString().Should().Be("2026-11-27");

        #region time-shapes
        var best = source.Query(Query.For(revenue, customers)
            .By("channel")
            .Top(1, "channel", by: revenue)                          // the others as one row, computed from their facts
            .OrderedBy(revenue)
            .WithDataQuality());
        foreach (var row in best)
        {
            Console.WriteLine($"{row["channel"]}: {row[revenue]} from {row[customers]}");   // email: DKK 650.00 from 1 …
        }

        Console.WriteLine(best.QualityOf(revenue)[0]);               // revenue: 5 rows, 0 without a value, 0 refused
        var grid = best.ToDataTable();                               // for grids and exports
        #endregion

        best.Select(row => $"{row["channel"]}: {row[revenue]} from {row[customers]}")
            .Should().Equal("email: DKK 650.00 from 1", "other: DKK 350.00 from 2");
        best.QualityOf(revenue)[0].ToString().Should().Be("revenue: 5 rows, 0 without a value, 0 refused");
        grid.Rows.Count.Should().Be(2);

        #region time-records
        var monthly = source.Query(Query.For(revenue, customers).By(Grain.Month).By("channel"));
        IReadOnlyList<Line> lines = monthly.ToRecords(
            row => new Line(row.Period, row["channel"], row[revenue], row[customers].AmountOrNull));
        foreach (var record in monthly.ToRecords())     // long and narrow, for exports: 2026-01;email;revenue;100 …
        {
            Console.WriteLine($"{record.Period};{record.Members[0]};{record.MeasureId};{record.Value.AmountOrNull}");
        }
        #endregion

        lines[0].Should().Be(new Line(calendar.Month(2026, 1), "email", Money.Dkk(100), 1m));
        monthly.ToRecords().Should().HaveCount(2 * lines.Count).And.Subject.First().ToString()
            .Should().Be("2026-01 (email) revenue: DKK 100.00");

        #region time-calendars
        var danish = ReportingCalendar.Iso("Europe/Copenhagen")
            .WithFiscalYearStartingIn(7)
            .WithRetailYear(RetailCalendar.Nrf)
            .WithHolidays([new LocalDate(2026, 12, 24), new LocalDate(2026, 12, 25), new LocalDate(2026, 12, 31)])
            .WithDayWeights(DayWeights.WorkingDays);
        ReportingPeriod quarter = ReportingPeriod.Parse("FY2027-Q2", danish);
        Console.WriteLine($"{quarter.StartDate:R} to {quarter.EndDate:R}");   // 2026-10-01 to 2027-01-01
        Console.WriteLine(danish.Month(2026, 12).WeightedDays);               // 20
        Console.WriteLine(danish.RetailYear(2023).Days / 7);                  // 53
        #endregion

        FormattableString.Invariant($"{quarter.StartDate:R} to {quarter.EndDate:R}").Should().Be("2026-10-01 to 2027-01-01");
        danish.Month(2026, 12).WeightedDays.Should().Be(20m);
        (danish.RetailYear(2023).Days / 7).Should().Be(53);
    }
}
