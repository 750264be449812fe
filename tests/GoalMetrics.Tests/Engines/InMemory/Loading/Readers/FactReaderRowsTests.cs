using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

// Which rows are facts, what is computed from several cells, and how columns are found.
public class FactReaderRowsTests
{
    private static readonly Unit Gbp = Unit.Money("GBP");
    private static readonly LocalDate Day = new(2026, 1, 1);

    [Fact] // Refused rows keep the numbers that they have in the file.
    public void Where_OtherRows_ArePassedOverButNumbered()
    {
        using var reader = new FakeReader(["kind", "v"], [["sale", "1"], ["total", "9"], ["sale", "x"], ["sale", "2"], ["other", "4"]]);
        var table = FactTable.From("t", reader).AllAt(Day).Where(row => row["kind"] != "total").Where(row => row["kind"] != "other")
            .Value("v", Gbp).KeepGoodRows().Build();
        Values(table, "v").Should().Equal("1", "2");
        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Found}").Should().Equal("3 'x'");
    }

    [Fact]
    public void Where_ConditionThrowsOrCellIsBad_RefusesTheRow()
    {
        using var reader = new FakeReader(["n", "v"], [["1", 1], ["x", 2], [null, 3], ["5", 4]]);
        var table = FactTable.From("t", reader).AllAt(Day).Where(row => row.Number("n")!.Value < 4).Value("v", Gbp).KeepGoodRows().Build();
        Values(table, "v").Should().Equal("1");
        table.RefusedRows.Select(row => row.ToString()).Should().Equal(
            "Table 't', row 2, column 'n': found 'x'; expected a number such as 1234.5, or nothing; if it stands for no value, state it"
            + " with NoValue('x').",
            "Table 't', row 3, column 'row': found InvalidOperationException when it was read (Nullable object must have a value.);"
            + " expected a value.");
    }

    [Fact] // What the reader itself throws is of the cell that was asked for, with what it was.
    public void Where_CellThatTheReaderCannotGive_IsNamed()
    {
        var tooShort = new IndexOutOfRangeException("The line is too short.");
        using var reader = new FakeReader(["kind", "v"], [["sale", "1"], [tooShort, "2"], ["sale", tooShort]]);
        var table = FactTable.From("t", reader).AllAt(Day).Where(row => row["kind"] == "sale").Value("v", row => row.Number("v"), Gbp)
            .KeepGoodRows().Build();
        table.RefusedRows.Select(row => row.ToString()).Should().Equal(
            "Table 't', row 2, column 'kind': found IndexOutOfRangeException when it was read (The line is too short.); expected a value.",
            "Table 't', row 3, column 'v': found IndexOutOfRangeException when it was read (The line is too short.); expected a value.");
        table.RefusedRows.Should().OnlyContain(row => row.Cause == tooShort);
    }

    [Fact] // A mistake of the program: no row can be good.
    public void Where_UnknownColumn_EndsTheLoading()
    {
        using var reader = new FakeReader(["kind", "v"], [["sale", 1]]);
        Messages.Of<ArgumentException>(
            () => FactTable.From("t", reader).AllAt(Day).Where(row => row["kin"] == "sale").Value("v", Gbp).KeepGoodRows().Build())
            .Should().Be("The reader has no column 'kin'; it has kind, v. Did you mean 'kind'?");
    }

    [Fact]
    public void CarryDown_BlankCells_HaveTheValueAbove()
    {
        using var reader = new FakeReader(
            ["customer", "v"], [["ann", null], ["", 1], [null, 2], ["bob", 3], ["  ", 4]]);
        var table = FactTable.From("t", reader).AllAt(Day).CarryDown("customer").Where(row => !row.IsBlank("v"))
            .Dimension("customer").Dimension("again", row => row["customer"]).Value("v", Gbp).Build();
        var sum = Metric.Sum("s", table, "v");
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(sum).By("customer", "again")).Rows
            .Select(row => $"{string.Join(' ', row.Members)} {row[sum].Amount:0}").Should().Equal("ann ann 3", "bob bob 7");
    }

    [Fact]
    public void CarryDown_NothingAbove_IsRefused()
    {
        using var reader = new FakeReader(["customer"], [[" "], ["ann"]]);
        var table = FactTable.From("t", reader).AllAt(Day).CarryDown("customer").Dimension("who", column: "customer").KeepGoodRows()
            .Build();
        table.RowCount.Should().Be(1);
        table.RefusedRows.Should().ContainSingle().Which.ToString().Should().Be(
            "Table 't', row 1, column 'customer': found ' '; expected a value, as there is none above it to carry down.");
    }

    [Fact]
    public void RefuseDuplicatesOf_SeveralColumns_IsTheirCombination()
    {
        using var reader = new FakeReader(
            ["a", "b", "v"], [["x", 1, 1], ["x", 2, 2], ["x", 1, 4], ["x", 3, "bad"], ["x", 3, 8], ["", null, 16], ["x|", 1, 32]]);
        var table = FactTable.From("t", reader).AllAt(Day).RefuseDuplicatesOf("a", "b").Value("v", Gbp).KeepGoodRows().Build();
        Values(table, "v").Should().Equal("1", "2", "8", "32");
        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Column}: {row.Found}; {row.Expected}").Should().Equal(
            "3 a, b: 'x | 1'; a key that no row above has; row 1 has it",
            "4 v: 'bad'; a number such as 1234.5, or nothing; if it stands for no value, state it with NoValue('bad')",
            "6 a, b: null; a key, since rows with the same one are refused");
    }

    [Fact]
    public void RefuseDuplicatesOf_Nothing_IsRefused() =>
        Messages.Of<ArgumentException>(() => FactTable.From("t", new FakeReader([], [])).RefuseDuplicatesOf())
            .Should().StartWith("Expected the columns that make up the key of a row; found none.");

    [Fact]
    public void Value_ComputedFromCells_IsReadInTheUnitOfTheColumn()
    {
        using var reader = new FakeReader(
            ["gross", "tax", "discount"], [["£1,234.50", "(£34.50)", "10 %"], ["", "1", "0"], ["5", "$1", "0"], ["5", "1", "ten"]]);
        var table = FactTable.From("t", reader).In(new CultureInfo("en-GB")).AllAt(Day)
            .Value("net", row => (row.Number("gross") + row.Number("tax")) * (1 - row.Number("discount", Unit.Ratio)), Gbp)
            .KeepGoodRows().Build();
        Values(table, "net").Should().Equal("1080", "none");
        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Column}: {row.Found}; {row.Expected}").Should().Equal(
            "3 tax: '$1'; a number in a column of GBP; '$' is the sign of another unit: state the one the column is in",
            "4 discount: 'ten'; a number such as 1234.5, or nothing; if it stands for no value, state it with NoValue('ten')");
    }

    [Fact]
    public void Row_TypedCells_AreNumbersDatesAndTexts()
    {
        using var reader = new FakeReader(
            ["whole", "broken", "day", "nothing"], [[7, 1.5m, new DateTime(2026, 9, 14), DBNull.Value], [7, 1.5m, "soon", null]]);
        var table = FactTable.From("t", reader).At(row => row.Date("day"))
            .Value("product", row => row.Number("whole") * row.Number("broken") + (row.Number("nothing") ?? 0.25m), Unit.Count())
            .Dimension("text", row => $"{row["whole"]} {row["broken"]} {row["day"]} {row["nothing"] ?? "null"}")
            .KeepGoodRows().Build();
        Values(table, "product").Should().Equal("10.75");
        table.Dimension("text").Member(0).Should().Be("7 1.5 2026-09-14 null");
        table.RefusedRows.Single().ToString().Should().StartWith("Table 't', row 2, column 'day': found 'soon'; expected a date such as");
    }

    [Theory]
    [InlineData("123450", "0.01", "1234.5")]
    [InlineData("1234567890123", "0.000001", "1234567.890123")]
    [InlineData("1,5", "1000", "1500")]
    [InlineData("", "0.01", "none")]
    public void Value_Scaled_IsExact(string text, string scale, string amount)
    {
        using var reader = new FakeReader(["v"], [[text]]);
        var factor = decimal.Parse(scale, CultureInfo.InvariantCulture);
        Values(FactTable.From("t", reader).In(new CultureInfo("de-DE")).AllAt(Day).Value("v", Gbp, scaledBy: factor).Build(), "v")
            .Should().Equal(amount);
    }

    [Fact] // 56 % of a hundredth would be half a per cent.
    public void Value_PercentThatIsScaled_IsRefused()
    {
        using var reader = new FakeReader(["v"], [["56.12%"]]);
        FactTable.From("t", reader).AllAt(Day).Value("v", Unit.Ratio, scaledBy: 0.01m).KeepGoodRows().Build()
            .RefusedRows.Select(row => row.Expected).Should().Equal("a number without %, as it is scaled by 0.01; leave scaledBy out");
    }

    [Fact]
    public void Value_ScaledBeyondADecimal_IsRefused()
    {
        using var reader = new FakeReader(["v"], [[decimal.MaxValue], ["10"]]);
        FactTable.From("t", reader).AllAt(Day).Value("v", Gbp, scaledBy: 0.3m).KeepGoodRows().Build()
            .RefusedRows.Select(row => row.Expected).Should().Equal("a number that is exact after it was scaled by 0.3");
        Assert.Throws<ArgumentOutOfRangeException>(() => FactTable.From("t", new FakeReader(["v"], [])).Value("v", Gbp, scaledBy: 0m))
            .ParamName.Should().Be("scaledBy");
    }

    [Fact]
    public void NoValue_StatedWords_AreNoValueInAnyCase()
    {
        using var reader = new FakeReader(["v"], [[" --"], ["N/A"], ["n/a "], ["1"], ["-"]]);
        var table = FactTable.From("t", reader).AllAt(Day).NoValue("--", "n/a").Value("v", Gbp).KeepGoodRows().Build();
        Values(table, "v").Should().Equal("none", "none", "none", "1");
        table.RefusedRows.Should().ContainSingle().Which.Found.Should().Be("'-'");
        Assert.Throws<ArgumentException>(() => FactTable.From("t", reader).NoValue(" ")).ParamName.Should().Be("words");
    }

    [Theory]
    [InlineData(false, "", " ", "a", "null")]
    [InlineData(true, "null", "null", "a", "null")]
    public void BlankAsNull_BlankMembers_AreNull(bool isStated, params string[] members)
    {
        using var reader = new FakeReader(["m"], [[""], [" "], ["a"], [null]]);
        var builder = FactTable.From("t", reader).AllAt(Day).Dimension("m");
        var column = (isStated ? builder.BlankAsNull() : builder).Build().Dimension("m");
        Enumerable.Range(0, 4).Select(row => column.Member(column.CodeAt(row)) ?? "null").Should().Equal(members);
    }

    [Fact]
    public void NameColumns_ByPlace_AreTheNames()
    {
        using var reader = new FakeReader(["amount", "", "amount"], [["1", "x", "2"]]);
        var table = FactTable.From("t", reader).AllAt(Day).NameColumns(null, "kind").NameColumn(2, "fee")
            .Dimension("kind").Value("amount", Gbp).Value("fee", Gbp).Build();
        Values(table, "amount").Should().Equal("1");
        Values(table, "fee").Should().Equal("2");
    }

    [Fact]
    public void NameColumn_BeyondTheReader_IsRefused()
    {
        Messages.Of<ArgumentException>(() => FactTable.From("t", new FakeReader(["a"], [])).AllAt(Day).NameColumns("x", "y").Build())
            .Should().Be("Expected a place below 1, the number of the reader's columns; found 1, to be named 'y'."
                + " If its lines have more cells than one, state to it what stands between them.");
        Messages.Of<ArgumentException>(() => FactTable.From("t", new FakeReader(["a", "b"], [])).AllAt(Day).NameColumn(2, "x").Build())
            .Should().Be("Expected a place below 2, the number of the reader's columns; found 2, to be named 'x'.");
        Assert.Throws<ArgumentOutOfRangeException>(() => FactTable.From("t", new FakeReader(["a"], [])).NameColumn(-1, "x"));
    }

    [Fact] // A price has the sign of its currency, of no other, and no sign where money is below.
    public void Value_PriceWithASign_IsReadInItsCurrency()
    {
        var perMonth = Gbp.Per(Unit.Duration(DurationUnit.Month));
        using var reader = new FakeReader(["price"], [["£9.50"], ["9.50 GBP"], ["$9.50"], ["9.50"]]);
        var table = FactTable.From("t", reader).In(new("en-GB")).AllAt(Day).Value("price", perMonth).KeepGoodRows().Build();
        Values(table, "price").Should().Equal("9.5", "9.5", "9.5");
        table.RefusedRows.Single().Expected.Should().Be(
            "a number in a column of GBP per month; '$' is the sign of another unit: state the one the column is in");

        using var visits = new FakeReader(["v"], [["£2"]]);
        FactTable.From("t", visits).In(new("en-GB")).AllAt(Day).Value("v", Unit.Count("visit").Per(Gbp)).KeepGoodRows().Build()
            .RefusedRows.Should().ContainSingle();
    }

    private const string ReadPast =
        " If lines stand above that of the names, such as a title or an empty one, read past them before the reader begins.";

    [Theory]
    [InlineData("Bel\uFFFDb", " Letters were lost when the file was read: open it in its own encoding, such as Encoding.Latin1.")]
    [InlineData("A report", ReadPast)]
    [InlineData("", ReadPast)]
    public void Build_NamesThatWereSpoilt_SaysWhatHappened(string name, string hint) =>
        Messages.Of<ArgumentException>(() => FactTable.From("t", new FakeReader([name], [])).AllAt(Day).Value("Day", Gbp).Build())
            .Should().StartWith("The reader has no column 'Day'; it has ").And.EndWith(hint);

    [Fact]
    public void Build_NamelessColumns_AreCounted() =>
        Messages.Of<ArgumentException>(() => FactTable.From("t", new FakeReader(["", "a", " "], [])).AtDate("b").Build())
            .Should().Be("The reader has no column 'b'; it has a, and 2 without a name: name columns by place with NameColumns."
                + " Did you mean 'a'?");

    [Theory]
    [InlineData(" amount")]
    [InlineData("amount ")]
    public void Build_TwoNamesThatDifferInBlanks_TheExactOneIsMeant(string other)
    {
        using var reader = new FakeReader([other, "amount"], [["1", "2"]]);
        Values(FactTable.From("t", reader).AllAt(Day).Value("amount", Gbp).Build(), "amount").Should().Equal("2");
    }

    [Theory]
    [InlineData("00:05:30", "330")]
    [InlineData("100:00:00.5", "360000.5")]
    [InlineData("-0:00:01", "-1")]
    [InlineData("90", "90")]
    public void Value_LengthsOfTimeAsText_AreSeconds(string text, string amount)
    {
        using var reader = new FakeReader(["v"], [[text]]);
        Values(FactTable.From("t", reader).AllAt(Day).Value("v", Unit.Duration(DurationUnit.Second)).Build(), "v").Should().Equal(amount);
    }

    [Fact]
    public void Value_LengthsOfTime_AreExactInTheirUnit()
    {
        using var reader = new FakeReader(
            ["v"], [[TimeSpan.FromMinutes(90)], [Duration.FromHours(2)], [TimeSpan.FromMinutes(20)], ["1:30"], [TimeSpan.FromTicks(36)]]);
        var table = FactTable.From("t", reader).AllAt(Day).Value("v", Unit.Duration(DurationUnit.Hour)).KeepGoodRows().Build();
        Values(table, "v").Should().Equal("1.5", "2", "0.000000001");
        table.RefusedRows.Select(row => $"{row.Found}; {row.Expected}").Should().Equal(
            "00:20:00; a length of time that is exact in hours; load the column in seconds",
            "'1:30'; a number such as 1234.5, or nothing; if it is written in another culture, state it with In(culture)");
        Assert.Throws<RefusedRowException>(
            () => FactTable.From("t", new FakeReader(["v"], [[TimeSpan.FromHours(1)]])).AllAt(Day).Value("v", Gbp).Build())
            .Row.Expected.Should().Be("a number; a length of time needs a column of Unit.Duration");
    }

    private static List<string> Values(FactTable table, string column)
    {
        var values = table.Values(column);
        return [.. Enumerable.Range(0, table.RowCount).Select(
            row => values.IsNull(row) ? "none" : values[row].ToString("0.############", CultureInfo.InvariantCulture))];
    }
}
