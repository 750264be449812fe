using System.Data;
using System.Globalization;
using System.Numerics;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

// Rows of a data reader, typed as from a database.
public class FactReaderTests
{
    private const string NoDate = "; expected a date such as 2011-11-30";
    private const string NoTime = ", without a time of day";
    private const string OrNoFact = "; a row that is no fact, such as a total or one without a time, is passed over with Where(row => …).";
    private const string OrCulture = "; if it is written in another culture, state it with In(culture).";
    private const string OutOfRange = "; expected a date from 0001-01-01 to 9998-12-31";

    private static readonly Unit Gbp = Unit.Money("GBP");

    [Fact]
    public void Build_TypedColumns_AreRead()
    {
        var data = Table(
            ("day", typeof(DateTime)), ("market", typeof(string)), ("orders", typeof(int)), ("revenue", typeof(decimal)),
            ("paid", typeof(bool)));
        data.Rows.Add(new DateTime(2011, 11, 9), "UK", 120, 54818.08m, true);
        data.Rows.Add(new DateTime(2011, 11, 9), DBNull.Value, 7, DBNull.Value, false);
        data.Rows.Add(new DateTime(2011, 11, 10), "UK", DBNull.Value, -1.5m, DBNull.Value);

        var table = FactTable.From("sales", data.CreateDataReader())
            .AtDate("day").Dimension("market").Value("orders", Unit.Count("order")).Value("turnover", Gbp, column: "revenue")
            .Value("paid", Unit.Count()).Build();

        table.RowCount.Should().Be(3);
        table.NullCount("turnover").Should().Be(1);
        table.NullCount("orders").Should().Be(1);
        Rows(table, "market", "turnover").Should().Equal("UK 54816.58", "null unknown");
        Rows(table, "market", "orders").Should().Equal("UK 120", "null 7");
        Rows(table, "market", "paid").Should().Equal("UK 1", "null 0");
    }

    [Theory]
    [InlineData((byte)7, 7)]
    [InlineData((sbyte)-7, -7)]
    [InlineData((short)-7, -7)]
    [InlineData((ushort)7, 7)]
    [InlineData(7, 7)]
    [InlineData(7u, 7)]
    [InlineData(-7L, -7)]
    [InlineData(7ul, 7)]
    [InlineData(0.5f, 0.5)]
    [InlineData(-0.1, -0.1)]
    public void Value_EveryTypeOfNumber_IsRead(object cell, double amount)
    {
        var table = FactTable.From("t", OneCell("v", cell)).AllAt(new(2026, 1, 1)).Value("v", Gbp).Build();
        Rows(table, null, "v").Should().Equal(((decimal)amount).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Value_BigInteger_IsRead() =>
        Rows(FactTable.From("t", OneCell("v", BigInteger.Pow(10, 20))).AllAt(new(2026, 1, 1)).Value("v", Gbp).Build(), null, "v")
            .Should().Equal("100000000000000000000");

    [Theory]
    [InlineData(double.NaN, "NaN; expected a finite number, or null where there is none.")]
    [InlineData(float.PositiveInfinity, "Infinity; expected a finite number, or null where there is none.")]
    [InlineData(1e29, "1E+29; expected a number within ±7.9 × 10²⁸.")]
    [InlineData('7', "7; expected a number such as 1234.5, or nothing.")]
    public void Value_NoNumber_IsRefused(object cell, string problem) =>
        Refused(FactTable.From("sales", OneCell("v", cell)).AllAt(new(2026, 1, 1)).Value("v", Gbp))
            .Should().Be($"Table 'sales', row 1, column 'v': found {problem}");

    [Fact]
    public void Value_NegativeCount_IsRefused() =>
        Refused(FactTable.From("sales", OneCell("v", -2)).AllAt(new(2026, 1, 1)).Value("v", Unit.Count("order")))
            .Should().Be("Table 'sales', row 1, column 'v': found -2; expected a count, not below 0.");

    public static TheoryData<object> Dates =>
    [
        new LocalDate(2011, 11, 9), new DateOnly(2011, 11, 9), new DateTime(2011, 11, 9),
        "2011-11-09", " 2011-11-09 ", "2011-11-09T00:00:00", "2011-11-09 00:00:00", "2011-11-09 00:00:00.000",
    ];

    [Theory]
    [MemberData(nameof(Dates), DisableDiscoveryEnumeration = true)]
    public void AtDate_EveryTypeOfDate_IsRead(object cell) =>
        Period(FactTable.From("t", OneCell("day", cell)).AtDate("day")).Should().Be("2011-11-09/2011-11-10");

    public static TheoryData<object?, string> NoDates => new()
    {
        { null, "null" + NoDate + NoTime + "." },
        { DBNull.Value, "null" + NoDate + NoTime + "." },
        { "", "''" + NoDate + OrCulture.TrimEnd('.') + OrNoFact },
        { "soon", "'soon'" + NoDate + OrCulture.TrimEnd('.') + OrNoFact },
        { "0000-00-00", "'0000-00-00'; expected a date that exists; 0000-00 is not a month." },
        { "2011-02-29", "'2011-02-29'; expected a date that exists; 2011-02 has 28 days." },
        { "11/09/2011", "'11/09/2011'" + NoDate + OrCulture },
        {
            "2011-11-09 14:05:00",
            "'2011-11-09 14:05:00'; expected a date without a time of day; a time is read with AtLocalTime(column, zone), AtUtc(column) or"
            + " AtInstant(column)."
        },
        {
            new DateTime(2011, 11, 9, 14, 5, 0),
            "2011-11-09T14:05:00 (Unspecified); expected a date without a time of day; a time is read with AtLocalTime(column, zone) or"
            + " AtUtc(column)."
        },
        {
            new DateTimeOffset(2011, 11, 9, 14, 5, 0, TimeSpan.Zero),
            "2011-11-09T14:05:00+00:00; expected a date without a time of day; a time is read with AtInstant(column)."
        },
        { 20111109, "20111109" + NoDate + NoTime + "." },
        { "0000-06-01", "0000-06-01" + OutOfRange + "." },
        { "9999-12-31", "9999-12-31" + OutOfRange + " (9999 often stands for no date: leave the row out, or give its date)." },
        { DateTime.MaxValue.Date, "9999-12-31" + OutOfRange + " (9999 often stands for no date: leave the row out, or give its date)." },
    };

    [Theory]
    [MemberData(nameof(NoDates), DisableDiscoveryEnumeration = true)]
    public void AtDate_NoDate_IsRefused(object? cell, string problem) =>
        Refused(FactTable.From("sales", OneCell("day", cell)).AtDate("day"))
            .Should().Be($"Table 'sales', row 1, column 'day': found {problem}");

    public static TheoryData<object> Instants =>
    [
        Instant.FromUtc(2011, 11, 9, 23, 5), new DateTimeOffset(2011, 11, 10, 0, 5, 0, TimeSpan.FromHours(1)),
        new DateTime(2011, 11, 9, 23, 5, 0, DateTimeKind.Utc),
        "2011-11-09T23:05:00Z", "2011-11-10T00:05:00+01:00", "2011-11-10T00:05:00+01", "2011-11-10 00:05:00+01:00",
        " 2011-11-09 23:05:00.000Z ",
    ];

    [Theory]
    [MemberData(nameof(Instants), DisableDiscoveryEnumeration = true)]
    public void AtInstant_EveryTypeOfInstant_IsRead(object cell)
    {
        Period(FactTable.From("t", OneCell("at", cell)).AtInstant("at")).Should().Be("2011-11-09/2011-11-10");
        Period(FactTable.From("t", OneCell("at", cell)).AtInstant("at"), "Europe/Copenhagen").Should().Be("2011-11-10/2011-11-11");
    }

    public static TheoryData<object?, string> NoInstants => new()
    {
        { DBNull.Value, "null" },
        { new DateTime(2011, 11, 9, 14, 5, 0), "2011-11-09T14:05:00 (Unspecified)" },
        { new DateTime(2011, 11, 9, 14, 5, 0, DateTimeKind.Local), "2011-11-09T14:05:00 (Local)" },
        { "2011-11-09T14:05:00", "'2011-11-09T14:05:00'" },
        { "2011-11-09", "'2011-11-09'" },
    };

    [Theory]
    [MemberData(nameof(NoInstants), DisableDiscoveryEnumeration = true)]
    public void AtInstant_NoInstant_IsRefused(object? cell, string found) =>
        Refused(FactTable.From("sales", OneCell("at", cell)).AtInstant("at")).Should().Be(
            $"Table 'sales', row 1, column 'at': found {found}; expected a time with its offset such as 2011-11-30T14:05:00Z;"
            + " one without is read with AtUtc(column) or AtLocalTime(column, zone), a date with AtDate(column).");

    public static TheoryData<object?, string?> Members => new()
    {
        { null, null }, { DBNull.Value, null }, { "", "" }, { " UK", " UK" }, { 'x', "x" }, { 12583, "12583" }, { -1L, "-1" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1.50m, "1.50" }, { 0.1, "0.1" }, { true, "True" }, { DayOfWeek.Friday, "Friday" }, { new DateTime(2011, 11, 9), "2011-11-09" },
        { new DateTime(2011, 11, 9, 14, 5, 0), "2011-11-09T14:05:00" }, { new DateOnly(2011, 11, 9), "2011-11-09" },
        { new LocalDate(2011, 11, 9), "2011-11-09" },
        { new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), "0f8fad5b-d9cb-469f-a165-70867728950e" },
    };

    [Theory]
    [MemberData(nameof(Members), DisableDiscoveryEnumeration = true)]
    public void Dimension_EveryTypeOfMember_IsReadTheSameInEveryCulture(object? cell, string? member)
    {
        var table = FactTable.From("t", OneCell("m", cell)).In(new CultureInfo("da-DK")).AllAt(new(2026, 1, 1)).Dimension("m").Build();
        var count = Metric.Count("n", table);
        Source(table).Query(Query.For(count).By("m")).Rows.Should().ContainSingle().Which.Members.Should().Equal(member);
    }

    [Fact]
    public void Dimension_NoMember_IsRefused() =>
        Refused(FactTable.From("sales", OneCell("m", new byte[] { 1, 2 })).AllAt(new(2026, 1, 1)).Dimension("m"))
            .Should().Be(
                "Table 'sales', row 1, column 'm': found Byte[] System.Byte[]; expected a member: text, a number, a date, or null.");

    [Fact]
    public void Build_MissingColumn_NamesTheNearest()
    {
        var reader = Table(("date", typeof(string)), ("market", typeof(string)), ("revenue_gbp", typeof(decimal))).CreateDataReader();
        Messages.Of<ArgumentException>(
            () => FactTable.From("sales", reader).AtDate("date").Value("revenue", Gbp, column: "revenue_gpb").Build())
            .Should().Be("The reader has no column 'revenue_gpb'; it has date, market, revenue_gbp. Did you mean 'revenue_gbp'?");
    }

    [Fact] // SQL folds letter case, CSV does not: a name that differs by it is not found, but named.
    public void Build_OtherLetterCase_IsMissingButNamed() =>
        Messages.Of<ArgumentException>(
            () => FactTable.From("sales", OneCell("Revenue", 1)).AllAt(new(2026, 1, 1)).Value("revenue", Gbp).Build())
            .Should().Be("The reader has no column 'revenue'; it has Revenue. Did you mean 'Revenue'?");

    [Theory] // A byte order mark before the first name, blanks around it.
    [InlineData("\uFEFFrevenue")]
    [InlineData(" revenue\u00A0")]
    public void Build_NameWithBlanksOrInvisibleLetters_IsFound(string name) =>
        Rows(FactTable.From("sales", OneCell(name, 1)).AllAt(new(2026, 1, 1)).Value("revenue", Gbp).Build(), null, "revenue")
            .Should().Equal("1");

    [Fact]
    public void Build_InvisibleLetterInAnotherName_IsShown() =>
        Messages.Of<ArgumentException>(
            () => FactTable.From("sales", OneCell("\uFEFFturnover", 1)).AllAt(new(2026, 1, 1)).Value("revenue", Gbp).Build())
            .Should().StartWith(@"The reader has no column 'revenue'; it has \uFEFFturnover.");

    [Fact]
    public void Build_ReaderWithoutColumns_SaysSo() =>
        Messages.Of<ArgumentException>(() => FactTable.From("sales", Table().CreateDataReader()).AtDate("date").Build())
            .Should().Be("The reader has no column 'date'; it has none.");

    [Fact]
    public void Build_ColumnTwice_IsRefused()
    {
        using var reader = new FakeReader(["amount", "day", "amount"], [["1", "2026-01-01", "2"]]);
        Messages.Of<ArgumentException>(() => FactTable.From("sales", (IDataReader)reader).AtDate("day").Value("amount", Gbp).Build())
            .Should().Be(
                "The reader has more than one column 'amount': which one is meant? Give each a name of its own, such as"
                + " NameColumn(2, \"amount 2\").");
    }

    [Fact]
    public void Build_ColumnTwiceThatIsNotAskedFor_IsNoMatter()
    {
        using var reader = new FakeReader(["note", "day", "note"], [["1", "2026-01-01", "2"]]);
        FactTable.From("sales", (IDataReader)reader).AtDate("day").Build().RowCount.Should().Be(1);
    }

    [Fact]
    public void Build_NoRows_IsAnEmptyTable() =>
        FactTable.From("sales", Table(("day", typeof(string))).CreateDataReader()).AtDate("day").Build().RowCount.Should().Be(0);

    [Fact]
    public void Build_CellThrows_NamesRowColumnAndCause()
    {
        using var reader = new FakeReader(["day", "amount"], [["2026-01-01", 1], ["2026-01-01", new InvalidCastException("Not this.")]]);
        var refused = Assert.Throws<RefusedRowException>(
            () => FactTable.From("sales", (IDataReader)reader).AtDate("day").Value("amount", Gbp).Build());
        refused.Row.ToString().Should().Be(
            "Table 'sales', row 2, column 'amount': found InvalidCastException when it was read (Not this.); expected a value.");
        refused.Row.Cause.Should().BeOfType<InvalidCastException>();
    }

    [Fact]
    public void Build_KeepGoodRows_TakesTheRest()
    {
        using var reader = new FakeReader(["day", "amount"], [["2026-01-01", 1], ["x", 2], ["2026-01-01", "y"], ["2026-01-02", 8]]);
        var table = FactTable.From("sales", (IDataReader)reader).AtDate("day").Value("amount", Gbp).KeepGoodRows().Build();
        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Column} {row.Found}").Should().Equal("2 day 'x'", "3 amount 'y'");
        Rows(table, null, "amount").Should().Equal("9");
    }

    [Fact]
    public void Build_Twice_IsRefused()
    {
        var builder = FactTable.From("sales", OneCell("v", 1)).AllAt(new(2026, 1, 1));
        builder.Build();
        Assert.Throws<InvalidOperationException>(() => builder.Build()).Message
            .Should().Be("Table 'sales' was built already. Begin a new one with FactTable.From.");
    }

    [Fact]
    public void Build_AtMissingOrTwice_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => FactTable.From("sales", OneCell("v", 1)).Build())
            .Message.Should().Be(
                "Table 'sales': it was not stated when the facts happened. Call At(…) with a date or instant,"
                + " or AllAt(date) for a snapshot.");
        Assert.Throws<InvalidOperationException>(() => FactTable.From("sales", OneCell("v", 1)).AllAt(new(2026, 1, 1)).AtInstant("v"))
            .Message.Should().Be("Table 'sales': the time was stated twice. Call At (or AllAt) once.");
    }

    [Fact]
    public async Task CoveringAndSettlesAfter_AreTheTables()
    {
        var table = FactTable.From("sales", OneCell("day", "2026-01-05")).AtDate("day").Covering(new(2026, 1, 1), new(2026, 2, 1))
            .SettlesAfter(Duration.FromDays(3)).Build();
        var described = (await Source(table).DescribeAsync(["sales"], TestContext.Current.CancellationToken)).Single();
        described.Schema.Should().BeSameAs(table.Schema);
        described.Coverage.Should().Be(new Interval(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 2, 1, 0, 0)));
        described.Settling.Should().Be(Duration.FromDays(3));
        described.LatestFact.Should().Be(Instant.FromUtc(2026, 1, 5, 0, 0));
    }

    [Fact] // From the first fact's day to the last one's, in the zone: half past midnight of the 10th in Copenhagen.
    public async Task Coverage_NotStated_IsThatOfTheFacts()
    {
        var table =
            FactTable.From("t", new FakeReader(["at"], [["2026-01-09T23:30:00Z"], ["2026-01-07T12:00:00Z"]])).AtInstant("at").Build();
        var described = (await Source(table, "Europe/Copenhagen").DescribeAsync(["t"], TestContext.Current.CancellationToken)).Single();
        described.Coverage.Should().Be(new Interval(Instant.FromUtc(2026, 1, 6, 23, 0), Instant.FromUtc(2026, 1, 10, 23, 0)));
        described.LatestFact.Should().Be(Instant.FromUtc(2026, 1, 9, 23, 30));
        var empty = FactTable.From("t", new FakeReader(["at"], [])).AtInstant("at").Build();
        (await Source(empty).DescribeAsync(["t"], TestContext.Current.CancellationToken)).Single().Coverage.Should().BeNull();
    }

    [Fact]
    public async Task BuildAsync_DbReader_IsReadAsynchronously()
    {
        using var reader = new FakeReader(["day", "amount"], [["2026-01-01", 1], ["2026-01-02", 2]]);
        var table =
            await FactTable.From("sales", reader).AtDate("day").Value("amount", Gbp).BuildAsync(TestContext.Current.CancellationToken);
        Rows(table, null, "amount").Should().Equal("3");
        (reader.SyncReads, reader.AsyncReads).Should().Be((0, 3));
    }

    [Fact]
    public async Task BuildAsync_RowsComeLate_DoesNotComeBackToTheContext()
    {
        var context = new CountingContext();
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var reader = new FakeReader(["day"], [["2026-01-01"]]) { Late = released.Task };

        var build = context.Start(() => FactTable.From("sales", reader).AtDate("day").BuildAsync().AsTask());
        released.SetResult();
        await build;

        context.Posts.Should().Be(0);
    }

    [Fact]
    public async Task BuildAsync_PlainReader_IsReadToo()
    {
        using var inner = new FakeReader(["day"], [["2026-01-01"], ["2026-01-02"]]);
        var table = await FactTable.From("sales", new PlainReader(inner)).AtDate("day").BuildAsync(TestContext.Current.CancellationToken);
        table.RowCount.Should().Be(2);
    }

    [Fact]
    public async Task BuildAsync_CancelledBefore_ReadsNothing()
    {
        using var reader = new FakeReader(["day"], [["2026-01-01"]]);
        var build = () => FactTable.From("sales", new PlainReader(reader)).AtDate("day").BuildAsync(new CancellationToken(true)).AsTask();
        await build.Should().ThrowAsync<OperationCanceledException>();
        reader.SyncReads.Should().Be(0);
    }

    [Fact]
    public async Task BuildAsync_CancelledBetweenRows_Stops()
    {
        using var cancel = new CancellationTokenSource();
        using var reader = new FakeReader(["day"], Enumerable.Repeat<object?[]>(["2026-01-01"], 100))
        {
            BeforeRow = row =>
            {
                if (row == 7)
                {
                    cancel.Cancel();
                }
            },
        };
        var build = () => FactTable.From("sales", new PlainReader(reader)).AtDate("day").BuildAsync(cancel.Token).AsTask();
        await build.Should().ThrowAsync<OperationCanceledException>();
        reader.SyncReads.Should().Be(7);
    }

    [Fact] // A reader that gives up must not be taken for a bad row.
    public async Task BuildAsync_CellCancelled_IsNoBadRow()
    {
        using var reader = new FakeReader(["day"], [[new OperationCanceledException()]]);
        var build = () =>
            FactTable.From("sales", reader).AtDate("day").KeepGoodRows().BuildAsync(TestContext.Current.CancellationToken).AsTask();
        await build.Should().ThrowAsync<OperationCanceledException>();
    }

    private static InMemorySource Source(FactTable table, string zone = "UTC") => new(ReportingCalendar.Iso(zone), table);

    private static string Period(FactReaderBuilder builder, string zone = "UTC")
    {
        var table = builder.Build();
        return Source(table, zone).Query(Query.For(Metric.Count("n", table))).Total.Period.ToString();
    }

    private static string Refused(FactReaderBuilder builder) => Assert.Throws<RefusedRowException>(() => builder.Build()).Row.ToString();

    private static List<string> Rows(FactTable table, string? dimension, string column)
    {
        var sum = Metric.Sum("s", table, column);
        var query = Query.For(sum);
        return [.. Source(table).Query(dimension is null ? query : query.By(dimension)).Rows.Select(row => Line(row))];

        string Line(MetricRow row)
        {
            var amount = row[sum].AmountOrNull?.ToString("G29", CultureInfo.InvariantCulture) ?? "unknown";
            return string.Join(' ', row.Members.Select(member => member ?? "null").Append(amount));
        }
    }

    private static FakeReader OneCell(string name, object? cell) => new([name], [[cell]]);

    private static DataTable Table(params (string Name, Type Type)[] columns)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var (name, type) in columns)
        {
            table.Columns.Add(name, type);
        }

        return table;
    }
}
