using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

// An ordinary export: its text, the statements that load it, and what is in it. The figures were added up by hand.
internal sealed record Export(string Name, char Mark, string Text, string Means, params Statement[] Statements)
{
    private static readonly Unit Dollars = Unit.Money("USD");
    private static readonly Unit Euros = Unit.Money("EUR");
    private static readonly Unit Kroner = Unit.Money("DKK");

    public static IReadOnlyList<Export> All { get; } =
    [
        new(
            "orders",
            ',',
            """
            Name,Created at,Financial Status,Subtotal,Discount,Shipping Country
            #1001,9/14/2026 8:30 AM,paid,"$1,234.50",$0.00,US
            #1002,9/14/2026 11:59 PM,voided,$99.00,$0.00,US
            #1003,9/15/2026 12:05 AM,paid,$100.00,$10.50,
            """,
            "2: 1234.5 89.5, US null",
            new("In(American)", rows => rows.In(new("en-US"))),
            new("AtLocalTime", rows => rows.AtLocalTime("Created at", DateTimeZoneProviders.Tzdb["America/New_York"])),
            new("Where", rows => rows.Where(row => row["Financial Status"] == "paid")),
            new("RefuseDuplicatesOf", rows => rows.RefuseDuplicatesOf("Name")),
            new("Dimension", rows => rows.Dimension("member", column: "Shipping Country")),
            new("BlankAsNull", rows => rows.BlankAsNull()),
            new("Value", rows => rows.Value("value", row => row.Number("Subtotal") - row.Number("Discount"), Dollars))),
        new(
            "ads",
            ';',
            """
            Tag;Kampagne;Kosten;Klicks;CTR;Conversions
            14.09.2026;Herbst;1.234,50 €;1.234;3,5 %; --
            15.09.2026;Winter;80,00 €;96;2,25 %;7
            Gesamt: Konto;;1.314,50 €;1.330;3,4 %;7
            """,
            "2: 1234.5 80, Herbst Winter",
            new("In(German)", rows => rows.In(new("de-DE"))),
            new("AtDate", rows => rows.AtDate("Tag")),
            new("NoValue", rows => rows.NoValue("--")),
            new("Where", rows => rows.Where(row => row["Tag"]?.StartsWith("Gesamt", StringComparison.Ordinal) == false)),
            new("Dimension", rows => rows.Dimension("member", column: "Kampagne")),
            new("Value", rows => rows.Value("value", Euros, column: "Kosten")
                .Value("clicks", Unit.Count("click"), column: "Klicks").Value("ctr", Unit.Ratio, column: "CTR")
                .Value("conversions", Unit.Count("conversion"), column: "Conversions"))),
        new(
            "bank",
            ';',
            """
            c1;c2;c3;c4
            14-09-26;Løn;23.456,78;25.000,00
            15-09-26;Husleje;−8.000,00;17.000,00
            15-09-26;Kort;89,95-;16.910,05
            """,
            "3: 23456.78 -8000 -89.95, Løn Husleje Kort",
            new("In(Danish)", rows => rows.In(new("da-DK"))),
            new("TwoDigitYearsFrom", rows => rows.TwoDigitYearsFrom(2000)),
            new("NameColumns", rows => rows.NameColumns("date", "text", "amount", "balance")),
            new("AtDate", rows => rows.AtDate("date")),
            new("Dimension", rows => rows.Dimension("member", column: "text")),
            new("Value", rows => rows.Value("value", Kroner, column: "amount").Balance("balance", Kroner))),
        new(
            "sessions",
            ',',
            """
            Date,Session source,Sessions,Engagement rate,Total time
            20260914,google,"1,234",56.12%,10:15:30
            20260914,(direct),56,40%,0:20:00
            ,,"1,290",55%,10:35:30
            """,
            "2: 1234 56, google (direct)",
            new("In(American)", rows => rows.In(new("en-US"))),
            new("AtDate", rows => rows.AtDate("Date")),
            new("Where", rows => rows.Where(row => !row.IsBlank("Date"))),
            new("Dimension", rows => rows.Dimension("member", column: "Session source")),
            new("Value", rows => rows.Value("value", Unit.Count("session"), column: "Sessions")
                .Value("rate", Unit.Ratio, column: "Engagement rate")
                .Value("time", Unit.Duration(DurationUnit.Second), column: "Total time"))),
        new(
            "payments",
            ',',
            """
            id,Created (UTC),Amount,Currency,Fee,Status
            ch_1,2026-09-14 22:30,123450,eur,3580,Paid
            ch_2,2026-09-15 09:00,999,eur,54,Failed
            ch_3,2026-09-15 10:15,10000,eur,315,Paid
            """,
            "2: 1234.5 100, eur",
            new("AtUtc", rows => rows.AtUtc("Created (UTC)")),
            new("Where", rows => rows.Where(row => row["Status"] == "Paid")),
            new("RefuseDuplicatesOf", rows => rows.RefuseDuplicatesOf("id")),
            new("Dimension", rows => rows.Dimension("member", column: "Currency")),
            new("Value", rows => rows.Value("value", Euros, column: "Amount", scaledBy: 0.01m)
                .Value("fee", Euros, column: "Fee", scaledBy: 0.01m))),
        new(
            "subscriptions",
            ';',
            """
            Kunde;Beginn;Tarif;MRR (EUR)
            Müller GmbH;46279;Basis;1.234,50
            ;46280;Extra;(34,50)
            Jensen ApS;46280;Basis;99,00
            """,
            "3: 1234.5 -34.5 99, Müller GmbH Jensen ApS",
            new("In(German)", rows => rows.In(new("de-DE"))),
            new("AtExcelDate", rows => rows.AtExcelDate("Beginn")),
            new("CarryDown", rows => rows.CarryDown("Kunde")),
            new("Dimension", rows => rows.Dimension("member", column: "Kunde").Dimension("plan", column: "Tarif")),
            new("Value", rows => rows.Value("value", Euros, column: "MRR (EUR)"))),
    ];

    // The rows, their values and the members of the dimension; or what was refused.
    public string Load(string? text = null, char? mark = null, string? without = null, bool keepsGoodRows = false)
    {
        try
        {
            var builder = Statements.Where(statement => statement.Name != without).Aggregate(
                FactTable.From("t", CsvText.Reader(mark ?? Mark, text ?? Text)), (rows, statement) => statement.Add(rows));
            return Read(keepsGoodRows ? builder.KeepGoodRows().Build() : builder.Build());
        }
        catch (RefusedRowException refused)
        {
            return $"refused row {refused.Row.RowNumber}, column '{refused.Row.Column}': found {refused.Row.Found};"
                + $" expected {refused.Row.Expected}";
        }
        catch (ArgumentException refused)
        {
            return $"refused: {refused.Message}";
        }
        catch (InvalidOperationException refused)
        {
            return $"refused: {refused.Message}";
        }
    }

    private static string Read(FactTable table)
    {
        var values = table.Values("value");
        var members = table.Dimension("member");
        var amounts = Enumerable.Range(0, table.RowCount).Select(row =>
            values.IsNull(row) ? "none" : values[row].ToString("0.####", CultureInfo.InvariantCulture));
        var named = Enumerable.Range(0, table.RowCount).Select(row => members.Member(members.CodeAt(row)) ?? "null").Distinct();
        return $"{table.RowCount}: {string.Join(' ', amounts)}, {string.Join(' ', named)}";
    }
}

// One statement of those that load an export.
internal sealed record Statement(string Name, Func<FactReaderBuilder, FactReaderBuilder> Add);
