using System.Globalization;
using System.Text;
using GoalMetrics;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.TimeZones;
using Sylvan.Data.Csv;

namespace DocsTests;

/// <summary>The guide to files as people have them: the regions are its snippets.</summary>
public sealed class Files
{
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly Unit Dollars = Unit.Money("USD");
    private static readonly Unit Euros = Unit.Money("EUR");
    private static readonly Unit Kroner = Unit.Money("DKK");

    [Fact]
    public void ShopOrders_American()
    {
        using var csv = Csv("""
            Name,Created at,Financial Status,Subtotal,Discount,Shipping Country
            #1001,9/14/2026 8:30 AM,paid,"$1,234.50",$34.50,US
            #1002,9/14/2026 11:59 PM,voided,$99.00,$0.00,US
            #1003,9/15/2026 12:05 AM,paid,$100.00,$10.50,
            """);

        #region files-orders
        var orders = FactTable.From("orders", csv).In(American)
            .AtLocalTime("Created at", DateTimeZoneProviders.Tzdb["America/New_York"])
            .Where(row => row["Financial Status"] == "paid").RefuseDuplicatesOf("Name")
            .Dimension("country", "Shipping Country").BlankAsNull()
            .Value("net", row => row.Number("Subtotal") - (row.Number("Discount") ?? 0m), Dollars)
            .Build();
        #endregion

        Total(orders, "net").Should().Be(1_289.50m);
    }

    [Fact]
    public void AdCosts_German()
    {
        using var csv = Csv("""
            Tag;Kampagne;Kosten;Klicks;Conversions
            14.09.2026;Herbst;1.234,50 €;1.234; --
            15.09.2026;Herbst;80,00 €;96;7
            Gesamt: Konto; --;1.314,50 €;1.330;7
            """);

        #region files-ads
        var ads = FactTable.From("ads", csv).In(German).AtDate("Tag").NoValue("--")
            .Where(row => !row["Tag"]!.StartsWith("Gesamt", StringComparison.Ordinal))
            .Dimension("campaign", "Kampagne")
            .Value("cost", Euros, "Kosten").Value("clicks", Unit.Count("click"), "Klicks")
            .Value("conversions", Unit.Count("conversion"), "Conversions")
            .Build();
        #endregion

        Total(ads, "cost").Should().Be(1_314.50m);
        Total(ads, "clicks").Should().Be(1_330);
    }

    [Fact]
    public void BankStatement_Danish()
    {
        using var csv = CsvDataReader.Create(
            new StringReader("""
                14-09-26;Løn;23.456,78;25.000,00
                15-09-26;Husleje;−8.000,00;17.000,00
                15-09-26;Kort;89,95-;16.910,05
                """),
            new CsvDataReaderOptions { Delimiter = ';', HasHeaders = false });

        #region files-bank
        var bank = FactTable.From("bank", csv).In(Danish).TwoDigitYearsFrom(2000)
            .NameColumns("date", "text", "amount", "balance")
            .AtDate("date")
            .Value("amount", Kroner).Balance("balance", Kroner)
            .Build();
        #endregion

        Total(bank, "amount").Should().Be(15_366.83m);
        #region files-bank-balance
        var closing = Metric.Balance("closing", bank, "balance").OfOneAccount().CarriedForward();
        #endregion

        var source = new InMemorySource(ReportingCalendar.Utc, bank);
        source.Query(Query.For(closing).AsOf(Instant.FromUtc(2026, 9, 16, 0, 0))).Total[closing].Amount.Should().Be(16_910.05m);
    }

    [Fact]
    public void AnalyticsSessions_American()
    {
        using var csv = Csv("\uFEFF" + """
            Date,Session source,Sessions,Engagement rate,Total time
            20260914,google,"1,234",56.12%,10:15:30
            20260914,(direct),56,40%,0:20:00
            ,Total,"1,290",55.4%,10:35:30
            """);

        #region files-sessions
        var site = FactTable.From("site", csv).In(American).AtDate("Date").Where(row => !row.IsBlank("Date"))
            .Dimension("source", "Session source")
            .Value("sessions", Unit.Count("session"), "Sessions")
            .Value("engaged", row => row.Number("Sessions") * row.Number("Engagement rate", Unit.Ratio), Unit.Count("session"))
            .Value("time", Unit.Duration(DurationUnit.Second), "Total time")
            .Build();
        #endregion

        Total(site, "sessions").Should().Be(1_290);
        Total(site, "engaged").Should().Be(714.9208m);
        Total(site, "time").Should().Be(38_130);
    }

    [Fact]
    public void Payments_InCents()
    {
        using var csv = Csv("""
            id,Created (UTC),Amount,Fee,Status
            ch_1,2026-09-14 22:30,123450,3580,Paid
            ch_2,2026-09-15 09:00,999,54,Failed
            ch_3,2026-09-15 10:15,10000,315,Paid
            """);

        #region files-payments
        var payments = FactTable.From("payments", csv).AtUtc("Created (UTC)")
            .Where(row => row["Status"] == "Paid").RefuseDuplicatesOf("id")
            .Value("gross", Euros, "Amount", scaledBy: 0.01m)
            .Value("fee", Euros, "Fee", scaledBy: 0.01m)
            .Build();
        #endregion

        Total(payments, "gross").Should().Be(1_334.50m);
        Total(payments, "fee").Should().Be(38.95m);
    }

    [Fact]
    public void Subscriptions_GermanExcel()
    {
        using var csv = Csv("""
            Kunde;Beginn;Tarif;MRR (EUR)
            Müller GmbH;46279;Basis;1.234,50
            ;46280;Extra;(34,50)
            Jensen ApS;46280;Basis;99,00
            """);

        #region files-subscriptions
        var subscriptions = FactTable.From("subscriptions", csv).In(German)
            .AtExcelDate("Beginn").CarryDown("Kunde")
            .Dimension("customer", "Kunde").Dimension("plan", "Tarif")
            .Value("mrr", Euros, "MRR (EUR)")
            .Build();
        #endregion

        Total(subscriptions, "mrr").Should().Be(1_299);
    }

    [Fact]
    public void Subscriptions_OneRowACustomer()
    {
        (string Id, string Plan, decimal Price, LocalDate Start, LocalDate? Cancelled)[] customers =
        [
            ("ann", "basic", 19m, new(2026, 1, 15), new LocalDate(2026, 3, 2)),
            ("bo", "pro", 49m, new(2026, 2, 1), null),
        ];

        #region files-subscribers
        var steps = customers.SelectMany(customer => new[]
        {
            (Day: (LocalDate?)customer.Start, customer.Id, customer.Plan, Mrr: customer.Price),
            (Day: customer.Cancelled, customer.Id, customer.Plan, Mrr: 0m),          // who has left pays nothing
        });
        var subscribers = FactTable.From("subscribers", steps.Where(step => step.Day is not null)).At(step => step.Day)
            .Dimension("customer", step => step.Id).Dimension("plan", step => step.Plan)
            .Balance("mrr", step => step.Mrr, Dollars).Covering(new(2026, 1, 1), endExclusive: new(2026, 5, 1))
            .Build();
        var mrr = Metric.Balance("mrr", subscribers, "mrr", entity: "customer").CarriedForward();
        #endregion

        var months = new InMemorySource(ReportingCalendar.Utc, subscribers).Query(Query.For(mrr).By(Grain.Month));
        months.Select(month => month[mrr].Amount).Should().Equal(19m, 68m, 49m, 49m);
    }

    [Fact]
    public void Payments_LocalTimeInTwoColumns()
    {
        using var csv = Csv("""
            Datum;Uhrzeit;Soll;Haben
            25.10.2026;02:30:00;;12,00
            25.10.2026;03:30:00;5,50;
            """);

        #region files-clocks
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var payments = FactTable.From("payments", csv).In(German)
            .AtLocalTime("Datum", "Uhrzeit", berlin)
            .ResolveLocalTimes(Resolvers.LenientResolver)           // of 02:30, which came twice, the first
            .Value("amount", row => (row.Number("Haben") ?? 0) - (row.Number("Soll") ?? 0), Euros)
            .Build();
        #endregion

        Total(payments, "amount").Should().Be(6.50m);
    }

    [Fact]
    public async Task Readers_OfOtherPackages()
    {
        var path = Path.Combine(Path.GetTempPath(), $"goalmetrics-docs-{Environment.ProcessId}.csv");
        await File.WriteAllTextAsync(path, "Dato;Kampagne;Pris\n14-09-2026;Efterår;1.234,50\n15-09-2026;Efterår;980,00\n");
        try
        {
            (await WithSylvan(path)).Should().Be(2_214.50m);
            WithCsvHelper(path).Should().Be(2_214.50m);
            WithSep(path).Should().Be(2_214.50m);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Objects_ThatArrive()
    {
        #region files-async
        var visits = await FactTable.From("visits", Arriving())     // an IAsyncEnumerable<T>
            .AtUtc(visit => visit.At)                               // a DateTime says nothing of its zone: state it
            .Value("length", visit => visit.Length)                 // a TimeSpan, in seconds
            .RefuseDuplicatesOf(visit => visit.Id)
            .BuildAsync();
        #endregion

        Total(visits, "length").Should().Be(150.5m);

        static async IAsyncEnumerable<(int Id, DateTime At, TimeSpan Length)> Arriving()
        {
            await Task.Yield();
            yield return (1, new DateTime(2026, 9, 14, 8, 30, 0), TimeSpan.FromSeconds(30.5));
            yield return (2, new DateTime(2026, 9, 14, 8, 31, 0), TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public void LinesAboveTheNames_AreReadPast()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "Rapport for september\n\nDato;Beløb\n14-09-2026;1.234,50\n", Encoding.Latin1);
            BelowATitle(path).Should().Be(1_234.50m);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<decimal> WithSylvan(string path)
    {
        #region files-sylvan
        await using var csv = await CsvDataReader.CreateAsync(path, new CsvDataReaderOptions { Delimiter = ';', Comment = '\0' });
        var ads = await FactTable.From("ads", csv).In(CultureInfo.GetCultureInfo("da-DK"))
            .AtDate("Dato").Dimension("campaign", "Kampagne").Value("cost", Unit.Money("DKK"), "Pris")
            .BuildAsync();
        #endregion

        return Total(ads, "cost");
    }

    private static decimal BelowATitle(string path)
    {
        #region files-title
        using var text = new StreamReader(path, Encoding.Latin1);     // an older program; Excel writes code page 1252
        text.ReadLine();                                              // Rapport for september
        text.ReadLine();                                              // and the empty line below it
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = ';', Comment = '\0' });
        var ads = FactTable.From("ads", csv).In(CultureInfo.GetCultureInfo("da-DK"))
            .AtDate("Dato").Value("cost", Unit.Money("DKK"), "Beløb")
            .Build();
        #endregion

        return Total(ads, "cost");
    }

    private static decimal WithCsvHelper(string path)
    {
        #region files-csvhelper
        using var rows = CsvHelper.CsvReader.FromFile(path, new CsvHelper.CsvReaderOptions { Separator = ';' });
        using var csv = new CsvHelper.CsvDataReader(rows);
        var ads = FactTable.From("ads", csv).In(CultureInfo.GetCultureInfo("da-DK"))
            .AtDate("Dato").Dimension("campaign", "Kampagne").Value("cost", Unit.Money("DKK"), "Pris")
            .Build();
        #endregion

        return Total(ads, "cost");
    }

    private static decimal WithSep(string path)
    {
        #region files-sep
        var danish = CultureInfo.GetCultureInfo("da-DK");
        using var csv = Sep.New(';').Reader(options => options with { CultureInfo = danish, Unescape = true }).FromFile(path);
        var lines = csv.Enumerate(row => (
            Day: DateOnly.ParseExact(row["Dato"].Span, "dd-MM-yyyy", danish),
            Campaign: row["Kampagne"].ToString(),
            Cost: row["Pris"].Parse<decimal>()));
        var ads = FactTable.From("ads", lines)
            .At(line => line.Day).Dimension("campaign", line => line.Campaign).Value("cost", line => line.Cost, Unit.Money("DKK"))
            .Build();
        #endregion

        return Total(ads, "cost");
    }

    private static CsvDataReader Csv(string text) =>
        CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { Comment = '\0' });

    private static decimal Total(FactTable table, string column)
    {
        var sum = Metric.Sum("sum", table, column);
        return new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(sum)).Total[sum].Amount;
    }
}
