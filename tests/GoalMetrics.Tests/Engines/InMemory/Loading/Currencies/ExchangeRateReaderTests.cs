using System.Data;
using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Currencies;

public sealed class ExchangeRateReaderTests
{
    private static readonly LocalDate Thursday = new(2024, 3, 14);

    // Lines of the European Central Bank's eurofxref-hist.csv, less some columns: newest first, N/A for what is not quoted, currencies that
    // are gone, and a comma at the end of each line.
    private const string Wide = """
        Date,USD,BGN,CYP,CZK,DKK,GBP,
        2024-03-15,1.089,1.9558,N/A,24.950,7.457,0.85458,
        2024-03-14,1.0925,1.9558,N/A,25.081,7.4566,0.85485,
        1999-01-04,1.1789,N/A,0.58231,35.107,7.4501,0.7111,
        """;

    [Fact]
    public void Build_AFileOfTheCentralBank_HasACurrencyAColumn()
    {
        var rates = ExchangeRates.From(Rows(Wide)).AtDate("Date").OneBuys("EUR").Build();
        rates.Currencies.Select(currency => currency.Code).Should().Equal("EUR", "BGN", "CZK", "DKK", "GBP", "USD");
        rates.RateOn("EUR", "CZK", Thursday).Should().Be(25.081m);
        rates.RateOn("EUR", "USD", Thursday).Should().Be(1.0925m);
        rates.RateOn("EUR", "GBP", new(1999, 1, 4)).Should().Be(0.7111m);
        rates.RateOn("EUR", "BGN", new(1999, 1, 4)).Should().BeNull();
    }

    [Fact]
    public async Task BuildAsync_ARowADayAndCurrency_IsReadInItsCulture()
    {
        const string rows = """
            dato;valuta;kurs
            14-03-2024;usd;6,8253
            14-03-2024; GBP ;8,7227
            15-03-2024;USD;
            ;;
            15-03-2024;CYP;12,5
            15-03-2024;DKK;1
            """;
        var rates = await ExchangeRates.From(Rows(rows, ';')).In(CultureInfo.GetCultureInfo("da-DK"))
            .AtDate("dato").OneCosts("DKK", currency: "valuta", rate: "kurs").BuildAsync(TestContext.Current.CancellationToken);
        rates.RateOn("USD", "DKK", Thursday).Should().Be(6.8253m);
        rates.RateOn("GBP", "DKK", Thursday).Should().Be(8.7227m);
        rates.LastKnownWithin(1).RateOn("USD", "DKK", new(2024, 3, 15)).Should().Be(6.8253m, "a blank cell is no rate");
        rates.Currencies.Select(currency => currency.Code).Should().Equal("DKK", "GBP", "USD");
    }

    [Fact]
    public void Build_TypedCells_AreTakenAsTheyAre()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("day", typeof(DateTime));
        table.Columns.Add("code", typeof(string));
        table.Columns.Add("rate", typeof(double));
        table.Rows.Add(new DateTime(2024, 3, 14), "USD", 1.0925);
        table.Rows.Add(new DateTime(2024, 3, 14), "DKK", DBNull.Value);
        table.Rows.Add(new DateTime(2024, 3, 15), "DKK", 7.457);
        var rates = ExchangeRates.From(table.CreateDataReader()).AtDate("day").OneBuys("EUR", currency: "code", rate: "rate").Build();
        rates.RateOn("EUR", "USD", Thursday).Should().Be(1.0925m);
        rates.RateOn("EUR", "DKK", Thursday).Should().BeNull();
    }

    [Theory]
    [InlineData("day;c;r\n2024-03-14;USD;0", "Table 'exchange rates', row 1, column 'r': found '0'; expected a rate above 0, such as"
        + " 1.0925, or nothing. Nothing was loaded. Mend the row, or leave it out.")]
    [InlineData("day;c;r\n2024-03-14;USD;-1.5", "Table 'exchange rates', row 1, column 'r': found '-1.5'; expected a rate above 0, such as"
        + " 1.0925, or nothing. Nothing was loaded. Mend the row, or leave it out.")]
    [InlineData("day;c;r\n2024-03-14;USD;1.5\n14/3;USD;1.5", "Table 'exchange rates', row 2, column 'day': found '14/3'; expected a date"
        + " such as 2011-11-30; if it is written in another culture, state it with In(culture). Nothing was loaded. Mend the row, or leave"
        + " it out.")]
    [InlineData("day;c;r\n2024-03-14;;1.5", "Table 'exchange rates', row 1, column 'c': found no currency; expected the code of a currency,"
        + " such as USD. Nothing was loaded. Mend the row, or leave it out.")]
    public void Build_ABadRow_IsRefused(string rows, string message) =>
        Messages.Of<RefusedRowException>(
                () => ExchangeRates.From(Rows(rows, ';')).AtDate("day").OneBuys("EUR", currency: "c", rate: "r").Build())
            .Should().Be(message);

    private const string Incomplete =
        "It was not stated where the rates stand. Call AtDate(column), and OneBuys or OneCosts for the currency and the rate.";

    [Fact]
    public void Build_NoRateStated_IsRefused() => Messages
        .Of<InvalidOperationException>(() => ExchangeRates.From(Rows(Wide)).AtDate("Date").Build())
        .Should().Be(Incomplete);

    [Fact]
    public void Build_NoDateStated_IsRefused() => Messages
        .Of<InvalidOperationException>(() => ExchangeRates.From(Rows(Wide)).OneBuys("EUR").Build())
        .Should().Be(Incomplete);

    [Fact]
    public void Build_UnknownColumn_NamesThoseThatThereAre() =>
        Messages.Of<ArgumentException>(() => ExchangeRates.From(Rows("day;r\n1;2", ';')).AtDate("date").OneBuys("EUR").Build())
            .Should().Be("The reader has no column 'date'; it has day, r.");

    [Fact]
    public void Build_Twice_IsRefused()
    {
        var builder = ExchangeRates.From(Rows(Wide)).AtDate("Date").OneBuys("EUR");
        builder.Build();

        Messages.Of<InvalidOperationException>(builder.Build)
            .Should().Be("These rates were read already. Begin anew with ExchangeRates.From.");
    }

    private static DataTableReader Rows(string text, char separator = ',')
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var name in lines[0].Split(separator))
        {
            table.Columns.Add(name);
        }

        foreach (var line in lines.Skip(1))
        {
            table.Rows.Add([.. line.Split(separator)]);
        }

        return table.CreateDataReader();
    }
}
