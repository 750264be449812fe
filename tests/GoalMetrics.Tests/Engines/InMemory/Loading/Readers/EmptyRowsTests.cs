namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

/// <summary>Empty lines of files are no rows, wherever they stand; they count as lines.</summary>
public sealed class EmptyRowsTests
{
    private static readonly Unit Gbp = Unit.Money("GBP");
    private static readonly string[] Names = ["day", "who", "amount"];

    public static TheoryData<string> Empties => ["", " ", "\u00A0", "null", "DBNull"];

    [Theory, MemberData(nameof(Empties))]
    public void AtDate_EmptyRows_ArePassedOver(string empty)
    {
        using var reader = Between(empty, "x");
        var table = FactTable.From("t", reader).AtDate("day").CarryDown("who").RefuseDuplicatesOf("day").KeepGoodRows()
            .Where(row => row["who"]!.Length > 0 || row.IsBlank("day"))
            .Dimension("who").Value("amount", Gbp).Build();

        table.RowCount.Should().Be(2);
        table.RefusedRows.Select(row => row.ToString()).Should().Equal(
            "Table 't', row 6, column 'amount': found 'x'; expected a number such as 1234.5, or nothing; if it stands for no value, state"
            + " it with NoValue('x').");
    }

    [Theory, MemberData(nameof(Empties))] // Anything in a row makes it one, and its time is missing.
    public void AtDate_RowsWithoutATime_AreRefused(string empty)
    {
        var cell = Cell(empty);
        using var reader = new FakeReader(Names, [["2026-01-01", "ann", "1"], [cell, cell, "1"]]);
        Assert.Throws<RefusedRowException>(() => FactTable.From("t", reader).AtDate("day").Value("amount", Gbp).Build())
            .Row.RowNumber.Should().Be(2);
    }

    [Fact] // Without times, an empty line would be a fact; a row of a database of which nothing is known may be one.
    public void AllAt_EmptyLines_ArePassedOver()
    {
        using var lines = new FakeReader(["who", "amount"], [["ann", "1"], ["", " "], ["", "2"]]);
        FactTable.From("t", lines).AllAt(new(2026, 1, 1)).Dimension("who").Value("amount", Gbp).Build().RowCount.Should().Be(2);

        using var rows = new FakeReader(["who", "amount"], [["ann", 1m], [DBNull.Value, DBNull.Value]]);
        FactTable.From("t", rows).AllAt(new(2026, 1, 1)).Dimension("who").Value("amount", Gbp).Build().RowCount.Should().Be(2);

        using var column = new FakeReader(["who"], [["ann"], [""]]);
        FactTable.From("t", column).AllAt(new(2026, 1, 1)).Dimension("who").Build().RowCount.Should().Be(2);
    }

    [Fact] // What cannot be read is not empty.
    public void AtDate_RowThatIsTooShort_IsRefused()
    {
        using var reader = new FakeReader(Names, [["", new IndexOutOfRangeException("The line is too short."), ""]]);
        FluentActions.Invoking(() => FactTable.From("t", reader).AtDate("day").Value("amount", Gbp).Build())
            .Should().Throw<RefusedRowException>();
    }

    // Empty rows at the start, between the others, and at the end.
    private static FakeReader Between(string empty, string bad)
    {
        object?[] none = [Cell(empty), Cell(empty), Cell(empty)];
        return new(
            Names, [none, ["2026-01-01", "ann", "1"], none, none, ["2026-01-02", "", "2"], ["2026-01-03", "bob", bad], none]);
    }

    private static object? Cell(string empty) => empty switch
    {
        "null" => null,
        "DBNull" => DBNull.Value,
        _ => empty,
    };
}
