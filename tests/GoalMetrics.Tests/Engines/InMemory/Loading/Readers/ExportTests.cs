using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

// Ordinary exports, each loaded in at most six lines. The figures were added up by hand.
public class ExportTests
{
    private static readonly CultureInfo American = new("en-US");
    private static readonly CultureInfo Danish = new("da-DK");
    private static readonly CultureInfo German = new("de-DE");
    private static readonly Unit Dollars = Unit.Money("USD");
    private static readonly Unit Euros = Unit.Money("EUR");
    private static readonly Unit Kroner = Unit.Money("DKK");

    [Fact] // American: local times with AM and PM, amounts with a sign, cancelled orders, and one that was exported twice.
    public void ShopOrders_American()
    {
        using var reader = CsvText.Reader(',', """
            Name,Created at,Financial Status,Subtotal,Discount,Shipping Country
            #1001,9/14/2026 8:30 AM,paid,"$1,234.50",$0.00,US
            #1002,9/14/2026 11:59 PM,voided,$99.00,$0.00,US
            #1003,9/15/2026 12:05 AM,paid,$100.00,$10.50,
            #1003,9/15/2026 12:05 AM,paid,$100.00,$10.50,
            """);
        var orders = FactTable.From("orders", reader).In(American).AtLocalTime("Created at", Zone("America/New_York"))
            .Where(row => row["Financial Status"] == "paid").RefuseDuplicatesOf("Name").KeepGoodRows()
            .Dimension("country", column: "Shipping Country").BlankAsNull()
            .Value("net", row => row.Number("Subtotal") - row.Number("Discount"), Dollars)
            .Build();

        Sums(orders, "net", "country", "America/New_York").Should().Equal("2026-09-14 US 1234.5", "2026-09-15 null 89.5");
        orders.RefusedRows.Should().ContainSingle().Which.ToString().Should().Be(
            "Table 'orders', row 4, column 'Name': found '#1003'; expected a key that no row above has; row 3 has it.");
    }

    [Fact] // German: a comma for decimals, a euro sign behind, words for no value, a total below.
    public void AdCosts_German()
    {
        using var reader = CsvText.Reader(';', """
            Tag;Kampagne;Kosten;Klicks;CTR;Conversions
            14.09.2026;Herbst;1.234,50 €;1.234;3,5 %; --
            15.09.2026;Herbst;80,00 €;96;2,25 %;7
            Gesamt: Konto;;1.314,50 €;1.330;3,4 %;7
            """);
        var ads = FactTable.From("ads", reader).In(German).AtDate("Tag").NoValue("--")
            .Where(row => row["Tag"]?.StartsWith("Gesamt", StringComparison.Ordinal) == false)
            .Dimension("campaign", column: "Kampagne")
            .Value("cost", Euros, column: "Kosten").Value("clicks", Unit.Count("click"), column: "Klicks")
            .Value("ctr", Unit.Ratio, column: "CTR").Value("conversions", Unit.Count("conversion"), column: "Conversions")
            .Build();

        Sums(ads, "cost", "campaign").Should().Equal("2026-09-14 Herbst 1234.5", "2026-09-15 Herbst 80");
        Sums(ads, "clicks", null).Should().Equal("2026-09-14 1234", "2026-09-15 96");
        var best = Metric.Max("best", ads, "ctr");
        Source(ads).Query(Query.For(best)).Total[best].Amount.Should().Be(0.035m);
        ads.NullCount("conversions").Should().Be(1);
    }

    [Fact] // Danish: no line of names, so columns by place; a minus sign of its own, points for thousands.
    public void BankStatement_Danish()
    {
        using var reader = CsvText.Reader(';', """
            c1;c2;c3;c4
            14-09-2026;Løn;23.456,78;25.000,00
            15-09-2026;Husleje;−8.000,00;17.000,00
            15-09-2026;Kort;89,95-;16.910,05
            """);
        var bank = FactTable.From("bank", reader).In(Danish).NameColumns("date", "text", "amount", "balance")
            .AtDate("date")
            .Dimension("text")
            .Value("amount", Kroner)
            .Balance("balance", Kroner)
            .Build();

        Sums(bank, "amount", null).Should().Equal("2026-09-14 23456.78", "2026-09-15 -8089.95");
        var last = Metric.Last("last", bank, "balance");
        Source(bank).Query(Query.For(last).By(Grain.Day)).Rows.Select(row => row[last].Amount).Should().Equal(25_000m, 16_910.05m);
    }

    [Fact] // Dates without marks, shares without a percent sign, lengths of time, a line of totals without a date.
    public void AnalyticsSessions_American()
    {
        using var reader = CsvText.Reader(',', "\uFEFF" + """
            Date,Session source,Sessions,Engagement rate,Total time
            20260914,google,"1,234",0.5612,10:15:30
            20260914,(direct),56,0.4,0:20:00
            ,,"1,290",0.55,10:35:30
            """);
        var site = FactTable.From("site", reader).In(American).AtDate("Date").Where(row => !row.IsBlank("Date"))
            .Dimension("source", column: "Session source")
            .Value("sessions", Unit.Count("session"), column: "Sessions")
            .Value("engagement", Unit.Ratio, column: "Engagement rate")
            .Value("time", Unit.Duration(DurationUnit.Second), column: "Total time")
            .Build();

        Sums(site, "sessions", "source").Should().Equal("2026-09-14 (direct) 56", "2026-09-14 google 1234");
        Sums(site, "time", null).Should().Equal("2026-09-14 38130");
    }

    [Fact] // Amounts in cents, times of UTC that do not say so, two columns of one name.
    public void Payments_InCents()
    {
        using var reader = CsvText.Reader(',', """
            id,Created (UTC),Amount,Currency,Fee,Currency,Status
            ch_1,2026-09-14 22:30,123450,eur,3580,eur,Paid
            ch_2,2026-09-15 09:00,999,eur,54,eur,Failed
            ch_3,2026-09-15 10:15,10000,eur,315,eur,Paid
            """);
        var payments = FactTable.From("payments", reader).NameColumn(5, "Fee currency").AtUtc("Created (UTC)")
            .Where(row => row["Status"] == "Paid").RefuseDuplicatesOf("id")
            .Dimension("currency", column: "Currency")
            .Value("gross", Euros, column: "Amount", scaledBy: 0.01m)
            .Value("net", row => (row.Number("Amount") - row.Number("Fee")) / 100, Euros)
            .Build();

        Sums(payments, "gross", "currency", "Europe/Berlin").Should().Equal("2026-09-15 eur 1334.5");
        Sums(payments, "net", null).Should().Equal("2026-09-14 1198.7", "2026-09-15 96.85");
    }

    [Fact] // From a workbook: numbers of days, customers named once, years of two digits in another column.
    public void Subscriptions_GermanExcel()
    {
        using var reader = CsvText.Reader(';', """
            Kunde;Beginn;Tarif;MRR (EUR)
            Müller GmbH;46279;Basis;1’234,50
            ;46280;Extra;(34,50)
            Jensen ApS;46280;Basis;99,00
            """);
        var subscriptions = FactTable.From("subscriptions", reader).In(German).AtExcelDate("Beginn").CarryDown("Kunde")
            .Dimension("customer", column: "Kunde")
            .Dimension("plan", column: "Tarif")
            .Value("mrr", Euros, column: "MRR (EUR)")
            .Build();

        Sums(subscriptions, "mrr", "customer").Should().Equal(
            "2026-09-14 Müller GmbH 1234.5", "2026-09-15 Jensen ApS 99", "2026-09-15 Müller GmbH -34.5");
    }

    [Fact] // German: a date and a time in two columns, years of two digits, debit and credit apart, clocks that go back.
    public void Payments_GermanLocalTime()
    {
        using var reader = CsvText.Reader(';', """
            Datum;Uhrzeit;Soll;Haben
            25.10.26;02:30:00;;12,00
            25.10.26;03:30:00;5,50;
            """);
        var payments = FactTable.From("payments", reader).In(German).TwoDigitYearsFrom(2000)
            .AtLocalTime("Datum", "Uhrzeit", Zone("Europe/Berlin")).ResolveLocalTimes(Resolvers.LenientResolver)
            .Value("amount", row => (row.Number("Haben") ?? 0) - (row.Number("Soll") ?? 0), Euros)
            .Build();

        Sums(payments, "amount", null, "Europe/Berlin").Should().Equal("2026-10-25 6.5");
        payments.TimeColumn.First.Should().Be(Instant.FromUtc(2026, 10, 25, 0, 30).ToUnixTimeTicks());
    }

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static string Amount(Quantity quantity) => quantity.Amount.ToString(CultureInfo.InvariantCulture);

    private static InMemorySource Source(FactTable table, string zone = "UTC") => new(ReportingCalendar.Iso(zone), table);

    private static List<string> Sums(FactTable table, string column, string? dimension, string zone = "UTC")
    {
        var sum = Metric.Sum("s", table, column);
        var query = Query.For(sum).By(Grain.Day);
        return [.. Source(table, zone).Query(dimension is null ? query : query.By(dimension)).Rows
            .Where(row => row[sum].IsDefined && row[sum].Amount != 0)
            .Select(row => string.Join(' ', [row.Period.ToString(), .. row.Members.Select(member => member ?? "null"), Amount(row[sum])]))];
    }
}
