using System.Data;
using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Currencies;

public sealed class CurrencyColumnTests
{
    private static readonly LocalDate Day = new(2024, 3, 14);

    [Fact]
    public void Value_WithTheFactsCurrency_IsAColumnAndADimension()
    {
        var table = Loaded((1m, "EUR"), (2m, "USD"), (null, null), (null, "DKK"));
        table.Schema.Columns.Single().Should().Match<FactColumn>(
            column => column.Name == "amount" && column.Unit == null && column.CurrencyDimension == "currency");
        table.Schema.Dimensions.Single().Name.Should().Be("currency");
        table.RowCount.Should().Be(4);
        ByCurrency(table).Should().Equal("DKK ", "EUR EUR 1.00", "USD USD 2.00", " ");
    }

    // Payment providers write small letters, and exports pad their cells.
    [Fact]
    public void Value_CodesInAnyLetterCase_AreOneCurrency() =>
        ByCurrency(Loaded((1m, "usd"), (2m, "USD"), (3m, " Usd "))).Should().Equal("USD USD 6.00");

    [Theory]
    [InlineData(5, "EURO", "Table 'sales', row 2, column 'currency': found 'EURO'; expected a currency code of ISO 4217, such as EUR;"
        + " perhaps EUR.")]
    [InlineData(5, "$", "Table 'sales', row 2, column 'currency': found '$'; expected a currency code of ISO 4217, such as EUR;"
        + " the sign may stand for USD, AUD, CAD, NZD.")]
    [InlineData(5, "€", "Table 'sales', row 2, column 'currency': found '€'; expected a currency code of ISO 4217, such as EUR;"
        + " perhaps EUR.")]
    [InlineData(5, "kr", "Table 'sales', row 2, column 'currency': found 'kr'; expected a currency code of ISO 4217, such as EUR;"
        + " the sign may stand for DKK, SEK, NOK, ISK.")]
    [InlineData(5, "RMB", "Table 'sales', row 2, column 'currency': found 'RMB'; expected a currency code of ISO 4217, such as EUR;"
        + " perhaps CNY.")]
    [InlineData(5, "GBp", "Table 'sales', row 2, column 'currency': found 'GBp'; expected a currency code of ISO 4217, such as EUR;"
        + " GBp is a hundredth of GBP: compute both from the cells of the row.")]
    [InlineData(5, "GBX", "Table 'sales', row 2, column 'currency': found 'GBX'; expected a currency code of ISO 4217, such as EUR;"
        + " GBX is a hundredth of GBP: compute both from the cells of the row.")]
    [InlineData(null, "Total", "Table 'sales', row 2, column 'currency': found 'Total'; expected a currency code of ISO 4217, such as"
        + " EUR.")]
    [InlineData(5, null, "Table 'sales', row 2, column 'currency': found no currency; expected a currency code such as EUR, as"
        + " 'amount' has a value here.")]
    [InlineData(5, " ", "Table 'sales', row 2, column 'currency': found no currency; expected a currency code such as EUR, as"
        + " 'amount' has a value here.")]
    public void Value_ABadCurrency_IsRefused(int? amount, string? currency, string message)
    {
        Assert.Throws<RefusedRowException>(() => Loaded((1m, "EUR"), (amount, currency))).Row.ToString().Should().Be(message);
        var kept = Builder((1m, "EUR"), (amount, currency), (3m, "EUR")).KeepGoodRows().Build();
        kept.RefusedRows.Single().ToString().Should().Be(message);
        ByCurrency(kept).Should().Equal("EUR EUR 4.00");
    }

    [Fact]
    public void Value_ColumnOfAnotherName_IsReadFromThere()
    {
        using var reader = new FakeReader(["Beløb", "Valuta"], [["12,50", "DKK"], ["3", "EUR"]]);
        var table = FactTable.From("sales", reader).In(new CultureInfo("da-DK")).AllAt(Day)
            .Value("amount", column: "Beløb", currency: "Valuta").Build();
        table.Schema.Dimensions.Single().Name.Should().Be("Valuta");
        var inDkk = Metric.Sum("in-dkk", table, "amount").Where(Filter.Equal("Valuta", "DKK"));
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(inDkk)).Total[inDkk].Should().Be(Money.Dkk(12.5m));
    }

    [Fact]
    public void Value_SeveralColumnsInOneCurrency_NameTheDimension()
    {
        var table = FactTable.From<(decimal Amount, decimal? Fee, string Currency)>("sales", [(10m, 1m, "eur"), (20m, null, "USD")])
            .AllAt(Day).Dimension("currency", sale => sale.Currency)
            .Value("amount", sale => sale.Amount, currency: "currency").Value("fee", sale => sale.Fee, currency: "currency").Build();
        var fees = Metric.Sum("fees", table, "fee").Where(Filter.Equal("currency", "EUR"));
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(fees)).Total[fees].Should().Be(Money.Eur(1m));
    }

    [Fact]
    public void Value_CurrencyOfADimensionThatIsNotThere_IsRefused()
    {
        var none = () => FactTable.From("sales", [1]).AllAt(Day).Value("amount", sale => sale, currency: "currency");

        Messages.Of<ArgumentException>(none)
            .Should().Be("Table 'sales' has no dimension 'currency'; it has none. (Parameter 'currency')");
    }

    [Fact]
    public void Value_CurrencyOfWholeNumbers_IsRefused()
    {
        var numbers = () => FactTable.From("sales", [1]).AllAt(Day).Dimension("currency", _ => (long?)978)
            .Value("amount", sale => sale, currency: "currency");

        Messages.Of<ArgumentException>(numbers)
            .Should().Be(
                "Dimension 'currency' of table 'sales' has whole numbers; expected codes of currencies, such as EUR. (Parameter"
                    + " 'currency')");
    }

    [Fact]
    public void Value_CurrencyColumnTwice_IsRefusedWithWhatToDo()
    {
        var twice = () => FactTable.From("sales", [1]).AllAt(Day).Dimension("currency", _ => "EUR")
            .Value("amount", sale => sale, currency: _ => "EUR");

        Messages.Of<ArgumentException>(twice)
            .Should().Be(
                "There is a column 'currency' already. Add the dimension once, and name it: Value(\"amount\", …, currency: \"currency\")."
                + " (Parameter 'currency')");
    }

    [Fact]
    public void Reader_ACurrencyColumn_IsReadByName()
    {
        using var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        data.Columns.Add("date");
        data.Columns.Add("amount");
        data.Columns.Add("cur");
        data.Rows.Add("2024-03-14", "10.50", "usd");
        data.Rows.Add("2024-03-14", "", "");
        data.Rows.Add("2024-03-14", "4", "EUR");
        var table = FactTable.From("sales", data.CreateDataReader())
            .AtDate("date").Dimension("currency", column: "cur").Value("amount", currency: "currency").Build();
        ByCurrency(table).Should().Equal("EUR EUR 4.00", "USD USD 10.50", " ");

        data.Columns["cur"]!.ColumnName = "currency";
        var byName = FactTable.From("sales", data.CreateDataReader()).AtDate("date").Value("amount", currency: "currency").Build();
        ByCurrency(byName).Should().Equal("EUR EUR 4.00", "USD USD 10.50", " ");

        data.Rows.Add("2024-03-14", "7", DBNull.Value);
        Messages.Of<RefusedRowException>(
                () => FactTable.From("sales", data.CreateDataReader())
                    .AtDate("date").Value("amount", currency: "currency").Build())
            .Should().StartWith(
                "Table 'sales', row 4, column 'currency': found no currency; expected a currency code such as EUR, as 'amount' has a"
                    + " value");
    }

    [Fact] // As payment providers write it: minor units, and codes in small letters.
    public void Reader_AComputedAmount_HasTheCurrencyOfItsRow()
    {
        using var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        data.Columns.Add("date");
        data.Columns.Add("minor");
        data.Columns.Add("currency");
        data.Rows.Add("2024-03-14", "1050", "usd");
        data.Rows.Add("2024-03-14", "", "");
        var table = FactTable.From("sales", data.CreateDataReader())
            .AtDate("date").Value("amount", row => row.Number("minor") / 100m, currency: "currency").Build();
        ByCurrency(table).Should().Equal("USD USD 10.50", " ");
    }

    private static FactTable Loaded(params (decimal? Amount, string? Currency)[] rows) => Builder(rows).Build();

    private static FactTableBuilder<(decimal? Amount, string? Currency)> Builder(params (decimal? Amount, string? Currency)[] rows) =>
        FactTable.From("sales", rows).AllAt(Day).Value("amount", row => row.Amount, currency: row => row.Currency);

    private static IEnumerable<string> ByCurrency(FactTable table)
    {
        var amount = Metric.Sum("amount", table, "amount");
        var answer = new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(amount).By("currency"));
        return answer.Rows.Select(row => $"{row["currency"]} {(row[amount].IsDefined ? row[amount] : "")}");
    }
}
