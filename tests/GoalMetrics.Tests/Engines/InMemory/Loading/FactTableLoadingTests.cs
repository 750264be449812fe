using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

// Facts that are objects: what they may carry, and what is refused.
public class FactTableLoadingTests
{
    private static readonly Unit Dkk = Unit.Money("DKK");
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact]
    public void Build_LocalDates_CountOnTheirDays() =>
        Days([new LocalDate(2026, 3, 29), new LocalDate(2026, 3, 30)], builder => builder.At(date => date))
            .Should().Equal("2026-03-29 1", "2026-03-30 1");

    [Fact]
    public void Build_LocalDatesOfAnotherCalendar_AreTheSameDays() =>
        Days([new LocalDate(2026, 3, 29).WithCalendar(CalendarSystem.Julian)], builder => builder.At(date => date))
            .Should().Equal("2026-03-29 1");

    [Fact]
    public void Build_NullableLocalDates_CountOnTheirDays() =>
        Days([new LocalDate(2026, 3, 29)], builder => builder.At(date => (LocalDate?)date)).Should().Equal("2026-03-29 1");

    [Fact]
    public void Build_DateOnly_CountsOnItsDay() =>
        Days([new DateOnly(2026, 3, 29)], builder => builder.At(date => date)).Should().Equal("2026-03-29 1");

    [Fact]
    public void Build_NullableDateOnly_CountsOnItsDay() =>
        Days([(DateOnly?)new DateOnly(2026, 3, 29)], builder => builder.At(date => date)).Should().Equal("2026-03-29 1");

    [Fact] // 23:30Z on the 28th is 00:30 on the 29th in Copenhagen.
    public void Build_Instants_CountOnTheDayOfTheZone() =>
        Days([Instant.FromUtc(2026, 3, 28, 22, 59), Instant.FromUtc(2026, 3, 28, 23, 30)], builder => builder.At(instant => instant))
            .Should().Equal("2026-03-28 1", "2026-03-29 1");

    [Fact]
    public void Build_NullableInstants_CountOnTheDayOfTheZone() =>
        Days([(Instant?)Instant.FromUtc(2026, 3, 28, 23, 30)], builder => builder.At(instant => instant)).Should().Equal("2026-03-29 1");

    [Fact] // 18:30 in New York is 23:30 in Copenhagen, and 19:30 already the next day.
    public void Build_DateTimeOffsets_CountOnTheDayOfTheZone() =>
        Days(
            [
                new DateTimeOffset(2026, 1, 10, 17, 30, 0, TimeSpan.FromHours(-5)),
                new DateTimeOffset(2026, 1, 10, 18, 30, 0, TimeSpan.FromHours(-5)),
            ],
            builder => builder.At(time => time)).Should().Equal("2026-01-10 1", "2026-01-11 1");

    [Fact]
    public void Build_NullableDateTimeOffsets_CountOnTheDayOfTheZone() =>
        Days([(DateTimeOffset?)new DateTimeOffset(2026, 1, 10, 23, 30, 0, TimeSpan.Zero)], builder => builder.At(time => time))
            .Should().Equal("2026-01-11 1");

    [Fact]
    public void Build_AllAt_CountsOnThatDay() =>
        Days(["a", "b"], builder => builder.AllAt(new LocalDate(2026, 3, 29))).Should().Equal("2026-03-29 2");

    [Fact] // Without them, the compiler would ask for a length of time.
    public void Value_WithoutAUnit_IsAnErrorThatAsksForIt() =>
        typeof(FactTableBuilder<string>).GetMethods()
            .Where(method => method is { Name: "Value", IsGenericMethod: true } && method.GetParameters().Length == 2)
            .Select(method => method.GetCustomAttributes(typeof(ObsoleteAttribute), false).Should().ContainSingle().Which)
            .Should().HaveCount(2).And.AllBeEquivalentTo(new
            {
                IsError = true,
                Message = "A number does not state what it is measured in. Add its unit, such as Unit.Count(\"order\") or"
                    + " Unit.Money(\"DKK\").",
            });

    [Fact] // A DateTime would compile into one of the others, and mean the machine's zone.
    public void At_DateTime_IsAnErrorThatSaysWhatToUse() =>
        typeof(FactTableBuilder<string>).GetMethod("At", [typeof(Func<string, DateTime?>)])!
            .GetCustomAttributes(typeof(ObsoleteAttribute), false).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new
            {
                IsError = true,
                Message = "A DateTime does not state its zone. State it with AtUtc(…) or AtLocalTime(…, zone),"
                    + " or use a LocalDate (LocalDate.FromDateTime).",
            });

    [Fact]
    public void Value_EveryKindOfNumber_IsTakenExactly()
    {
        var table = FactTable.From("t", [1]).AllAt(new LocalDate(2026, 1, 1))
            .Value("int", _ => 7, Dkk)
            .Value("long", _ => long.MaxValue, Dkk)
            .Value("ulong", _ => ulong.MaxValue, Dkk)
            .Value("byte", _ => (byte)200, Dkk)
            .Value("decimal", _ => 0.0000000000000000000000000001m, Dkk)
            .Value("double", _ => 0.1, Dkk)
            .Value("float", _ => 0.1f, Dkk)
            .Value("negative", _ => long.MinValue, Dkk)
            .Value("big", _ => System.Numerics.BigInteger.Pow(10, 28), Dkk)
            .Flag("yes", _ => true, Dkk)
            .Build();

        Sum(table, "int").Should().Be(7m);
        Sum(table, "long").Should().Be(9223372036854775807m);
        Sum(table, "ulong").Should().Be(18446744073709551615m);
        Sum(table, "byte").Should().Be(200m);
        Sum(table, "decimal").Should().Be(0.0000000000000000000000000001m);
        Sum(table, "double").Should().Be(0.1m);
        Sum(table, "float").Should().Be(0.1m);
        Sum(table, "negative").Should().Be(-9223372036854775808m);
        Sum(table, "big").Should().Be(10000000000000000000000000000m);
        Sum(table, "yes").Should().Be(1m);
    }

    [Fact]
    public void Value_Nulls_AreSkippedAndCounted()
    {
        decimal?[] amounts = [1m, null, 2.5m, null, null];
        var table = FactTable.From("sales", amounts).AllAt(new LocalDate(2026, 1, 1))
            .Value("amount", amount => amount, Dkk)
            .Flag("paid", amount => amount is null ? null : amount > 2m, Unit.Count("order"))
            .Build();

        table.RowCount.Should().Be(5);
        table.NullCount("amount").Should().Be(3);
        table.NullCount("paid").Should().Be(3);
        Sum(table, "amount").Should().Be(3.5m);
        Sum(table, "paid").Should().Be(1m);
        Total(table, Metric.Average("a", table, "amount")).Should().Be(new Quantity(1.75m, Dkk));
        Total(table, Metric.Count("n", table)).Amount.Should().Be(5m);
        table.ToString().Should().Be("sales (5 rows)");
    }

    [Fact]
    public void NullCount_UnknownColumn_NamesTheNearest() =>
        Assert.Throws<ArgumentException>(() => OneDay().Value("amount", _ => 1m, Dkk).Build().NullCount("amuont"))
            .Message.Should().Be("Table 'sales' has no value column 'amuont'; it has amount. Did you mean 'amount'? (Parameter 'column')");

    [Fact]
    public void Dimension_MembersOfAnyScriptAndLength_AreKeptAsTheyAre()
    {
        string[] members = ["", " UK", "UK", "uk", "שלום עולם", new string('x', 10_000), "👩‍👩‍👧"];
        var table = FactTable.From("t", members).AllAt(new LocalDate(2026, 1, 1)).Dimension("m", m => m).Build();
        var answer = Source(table).Query(Query.For(Metric.Count("n", table)).By("m"));
        answer.Rows.Select(row => row.Members[0]).Should().Equal(members.Order(StringComparer.Ordinal));
        answer.Rows.Should().OnlyContain(row => row[Metric.Count("n", table, null)].Amount == 1m);
    }

    [Fact]
    public void Dimension_WholeNumbers_AreMembersByTheirDigits()
    {
        long?[] keys = [12583, null, -7, 12583, long.MaxValue, null];
        var table = FactTable.From("t", keys).AllAt(new LocalDate(2026, 1, 1)).Dimension("customer", key => key).Build();
        var count = Metric.Count("n", table);
        Source(table).Query(Query.For(count).By("customer")).Rows.Select(row => $"{row.Members[0] ?? "none"} {row[count].Amount}")
            .Should().Equal("-7 1", "12583 2", "9223372036854775807 1", "none 2");
    }

    [Theory]
    [InlineData(double.NaN, "found NaN; expected a finite number, or null where there is none")]
    [InlineData(double.PositiveInfinity, "found Infinity; expected a finite number, or null where there is none")]
    [InlineData(double.NegativeInfinity, "found -Infinity; expected a finite number, or null where there is none")]
    [InlineData(1e29, "found 1E+29; expected a number within ±7.9 × 10²⁸")]
    [InlineData(-1e300, "found -1E+300; expected a number within ±7.9 × 10²⁸")]
    public void Value_NoDecimalNumber_IsRefused(double value, string problem) =>
        Assert.Throws<RefusedRowException>(
            () => FactTable.From("sales", [1.0, value]).AllAt(new LocalDate(2026, 1, 1)).Value("amount", v => v, Dkk).Build())
            .Message.Should().Be(
                $"Table 'sales', row 2, column 'amount': {problem}. Nothing was loaded. Mend the row,"
                + " or call KeepGoodRows() to load the others and get a list of the refused.");

    [Fact]
    public void Value_NegativeCount_IsRefused() =>
        Refused(OneDay().Value("orders", _ => -1, Unit.Count("order")))
            .Should().Be("Table 'sales', row 1, column 'orders': found -1; expected a count, not below 0.");

    [Fact]
    public void Value_NegativeMoney_IsTaken() => Sum(OneDay().Value("amount", _ => -1, Dkk).Build(), "amount").Should().Be(-1m);

    [Fact]
    public void At_Null_IsRefused() =>
        Refused(FactTable.From("sales", [1]).At(_ => (LocalDate?)null))
            .Should().Be("Table 'sales', row 1, column 'time': found null; expected a date.");

    [Fact]
    public void At_NullInstant_IsRefused() =>
        Refused(FactTable.From("sales", [1]).At(_ => (Instant?)null))
            .Should().Be("Table 'sales', row 1, column 'time': found null; expected an instant.");

    [Theory]
    [InlineData(0, 1, 1, "0000-01-01; expected a date from 0001-01-01 to 9998-12-31.")]
    [InlineData(-1, 12, 31, "-0001-12-31; expected a date from 0001-01-01 to 9998-12-31.")]
    [InlineData(
        9999,
        12,
        31,
        "9999-12-31; expected a date from 0001-01-01 to 9998-12-31 (9999 often stands for no date: leave the row out, or give its date).")]
    public void At_DateOutOfRange_IsRefused(int year, int month, int day, string problem) =>
        Refused(FactTable.From("sales", [new LocalDate(year, month, day)]).At(date => date))
            .Should().Be($"Table 'sales', row 1, column 'time': found {problem}");

    [Theory]
    [InlineData(0, "0000-06-01T00:00:00Z; expected a time from 0001-01-01 to 9998-12-31.")]
    [InlineData(
        9999,
        "9999-06-01T00:00:00Z; expected a time from 0001-01-01 to 9998-12-31 (9999 often stands for no date: leave the row out,"
        + " or give its date).")]
    public void At_InstantOutOfRange_IsRefused(int year, string problem) =>
        Refused(FactTable.From("sales", [new LocalDateTime(year, 6, 1, 0, 0).InUtc().ToInstant()]).At(time => time))
            .Should().Be($"Table 'sales', row 1, column 'time': found {problem}");

    [Fact] // The same year, month and day in two calendars are two days.
    public void At_DatesOfSeveralCalendarsByTurns_AreEachItsOwnDay()
    {
        var julian = new LocalDate(2026, 3, 29, CalendarSystem.Julian);
        Days(
            [new LocalDate(2026, 3, 29), julian, julian, new LocalDate(2026, 3, 29, CalendarSystem.Gregorian), new LocalDate(2026, 3, 29)],
            builder => builder.At(date => date))
            .Where(day => !day.EndsWith(" 0", StringComparison.Ordinal)).Should().Equal("2026-03-29 3", "2026-04-11 2");
    }

    [Fact]
    public void At_FirstDateOfAllBesideOthers_IsTaken() =>
        Days([ReportingCalendar.MinDate, new LocalDate(1, 1, 2), ReportingCalendar.MinDate], builder => builder.At(date => date))
            .Should().Equal("0001-01-01 2", "0001-01-02 1");

    [Fact]
    public void At_DateOnlyOutOfRange_IsRefused() =>
        Refused(FactTable.From("sales", [new DateOnly(9998, 12, 31), DateOnly.MaxValue]).At(date => date)).Should().Be(
            "Table 'sales', row 2, column 'time': found 9999-12-31; expected a date from 0001-01-01 to 9998-12-31 (9999 often stands for no"
            + " date: leave the row out, or give its date).");

    [Fact]
    public void At_DateTimeOffsetOutOfRange_IsRefused()
    {
        Refused(FactTable.From("sales", [DateTimeOffset.MinValue.AddDays(1), DateTimeOffset.MinValue]).At(time => time)).Should().Be(
            "Table 'sales', row 2, column 'time': found 0001-01-01T00:00:00Z; expected a time from 0001-01-01 to 9998-12-31.");
        Refused(FactTable.From("sales", [(DateTimeOffset?)null]).At(time => time))
            .Should().Be("Table 'sales', row 1, column 'time': found null; expected an instant.");
        Refused(FactTable.From("sales", [(DateOnly?)null]).At(date => date))
            .Should().Be("Table 'sales', row 1, column 'time': found null; expected a date.");
    }

    [Fact] // A nanosecond past the last moment is less than a tick.
    public void At_InstantsAtTheEdges_AreTakenToTheNanosecond()
    {
        Instant first = Instant.FromUtc(1, 1, 2, 0, 0), last = Instant.FromUtc(9998, 12, 31, 0, 0);
        FactTable.From("t", [first, last, first.PlusNanoseconds(1), last.PlusNanoseconds(-1)]).At(time => time).Build().RowCount
            .Should().Be(4);
        foreach (var outside in new[] { first.PlusNanoseconds(-1), last.PlusNanoseconds(1) })
        {
            Refused(FactTable.From("sales", [first, outside]).At(time => time))
                .Should().StartWith("Table 'sales', row 2, column 'time': found ");
        }
    }

    [Fact]
    public void At_OutermostDates_AreTaken()
    {
        var table = FactTable.From("t", [ReportingCalendar.MinDate, ReportingCalendar.MaxDate]).At(date => date).Build();
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(Metric.Count("n", table)).By(Grain.Year)).Rows
            .Should().HaveCount(9998);
    }

    [Fact]
    public void Build_SelectorThrows_NamesRowColumnAndCause()
    {
        var refused = Assert.Throws<RefusedRowException>(() => FactTable.From("sales", ["7", "8", "nine"]).AllAt(new LocalDate(2026, 1, 1))
            .Value("amount", text => text == "nine" ? throw new InvalidOperationException("No nine.") : 1m, Dkk).Build());

        refused.Row.Should().BeEquivalentTo(new
        {
            Table = "sales",
            RowNumber = 3L,
            Column = "amount",
            Found = "InvalidOperationException when it was read (No nine.)",
            Expected = "a value",
        });
        refused.Row.ToString().Should().Be(
            "Table 'sales', row 3, column 'amount': found InvalidOperationException when it was read (No nine.); expected a value.");
        refused.Row.Cause.Should().BeOfType<InvalidOperationException>();
        refused.InnerException.Should().BeSameAs(refused.Row.Cause);
    }

    [Fact]
    public void Build_KeepGoodRows_TakesTheRestWholeAndListsTheRefused()
    {
        (string? Day, double Amount, string Market)[] facts =
        [
            ("2026-01-01", 1, "UK"), (null, 2, "phantom"), ("2026-01-02", double.NaN, "phantom"), ("2026-01-02", 8, "abroad"),
            ("9999-12-31", 16, "phantom"),
        ];
        var table = FactTable.From("sales", facts)
            .Dimension("market", fact => fact.Market)
            .Value("amount", fact => fact.Amount, Dkk)
            .At(fact => fact.Day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(fact.Day).Value)
            .KeepGoodRows()
            .Build();

        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Column} {row.Found}")
            .Should().Equal("2 time null", "3 amount NaN", "5 time 9999-12-31");
        table.RowCount.Should().Be(2);
        var count = Metric.Count("n", table);
        var revenue = Metric.Sum("r", table, "amount");
        Source(table).Query(Query.For(count, revenue).By("market")).Rows
            .Select(row => $"{row.Members[0]} {row[count].Amount} {row[revenue].Amount}")
            .Should().Equal("UK 1 1", "abroad 1 8");
    }

    [Fact]
    public void Build_AllGood_ListsNoRefused() => OneDay().KeepGoodRows().Build().RefusedRows.Should().BeEmpty();

    [Fact]
    public void Build_NoFacts_IsAnEmptyTable()
    {
        var table = FactTable.From<int>("sales", []).AllAt(new LocalDate(2026, 1, 1)).Value("amount", x => x, Dkk).Build();
        table.RowCount.Should().Be(0);
        table.NullCount("amount").Should().Be(0);
    }

    [Fact]
    public void Build_AtMissing_SaysWhatToCall() =>
        Assert.Throws<InvalidOperationException>(() => FactTable.From("sales", [1]).Build())
            .Message.Should().Be(
                "Table 'sales': it was not stated when the facts happened. Call At(…) with a date or instant,"
                + " or AllAt(date) for a snapshot.");

    [Fact]
    public void At_Twice_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => OneDay().At(_ => new LocalDate(2026, 1, 2)))
            .Message.Should().Be("Table 'sales': the time was stated twice. Call At (or AllAt) once.");

    [Fact]
    public void Build_Twice_IsRefused()
    {
        var builder = OneDay();
        builder.Build();
        Assert.Throws<InvalidOperationException>(() => builder.Build()).Message
            .Should().Be("Table 'sales' was built already. Begin a new one with FactTable.From.");
        Assert.Throws<InvalidOperationException>(() => builder.Dimension("late", sale => "x")).Message
            .Should().Contain("was built already");
        Assert.Throws<InvalidOperationException>(() => builder.Covering(new(2026, 1, 1), new(2026, 2, 1))).Message
            .Should().Contain("was built already");
        Assert.Throws<InvalidOperationException>(() => builder.KeepGoodRows()).Message.Should().Contain("was built already");
    }

    [Fact]
    public void Columns_SameNameTwice_IsRefused()
    {
        const string message = "Table 'sales' has a column 'amount' already; expected each name once. (Parameter 'name')";
        Assert.Throws<ArgumentException>(() => OneDay().Value("amount", _ => 1, Dkk).Value("amount", _ => 1, Dkk)).Message
            .Should().Be(message);
        Assert.Throws<ArgumentException>(() => OneDay().Value("amount", _ => 1, Dkk).Dimension("amount", _ => "")).Message
            .Should().Be(message);
        Assert.Throws<ArgumentException>(() => OneDay().Dimension("amount", _ => 7).Flag("amount", _ => true, Dkk)).Message
            .Should().Be(message);
        Assert.Throws<ArgumentException>(
            () => OneDay().Dimension("amount", _ => "").DistinctCount("amount", _ => 1, Dkk, Grain.Day)).Message
            .Should().Be(message);
    }

    [Fact]
    public void Covering_EndNotAfterStart_IsRefused() =>
        Assert.Throws<ArgumentException>(() => OneDay().Covering(new(2026, 1, 2), new(2026, 1, 2)))
            .Message.Should().Be(
                "Table 'sales': coverage ends after it starts; found 2026-01-02 to 2026-01-02. The end is the date after the last one."
                + " (Parameter 'endExclusive')");

    [Fact]
    public void Covering_DatesOutOfRange_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OneDay().Covering(new(2026, 1, 2), new(9999, 12, 31)))
            .Message.Should().Be(
                "Table 'sales': expected coverage within 0001-01-01 to 9998-12-31; found 2026-01-02 to 9999-12-31. (Parameter 'start')");

    [Fact]
    public void SettlesAfter_NegativeTime_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OneDay().SettlesAfter(Duration.FromDays(-1))).ParamName.Should().Be("time");

    [Fact]
    public void From_BlankName_IsRefused() =>
        Assert.Throws<ArgumentException>(() => FactTable.From(" ", [1])).ParamName.Should().Be("name");

    [Fact]
    public void From_NoFacts_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => FactTable.From("t", (IEnumerable<int>)null!)).ParamName.Should().Be("facts");

    [Fact]
    public void Value_NoUnit_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => OneDay().Value("v", _ => 1, unit: null!)).ParamName.Should().Be("unit");

    [Fact]
    public void Dimension_NoMember_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => OneDay().Dimension("d", (Func<int, string?>)null!)).ParamName.Should().Be("member");

    [Fact]
    public void FromSeries_Points_AreARowEach()
    {
        var table = FactTable.FromSeries("subscribers", Unit.Count("subscriber"),
        [
            new SeriesPoint(new(2026, 1, 1), 100m).With("plan", "basic"),
            new SeriesPoint(new(2026, 1, 1), 7m).With("plan", "pro").With("market", "UK"),
            new SeriesPoint(new(2026, 1, 2), null).With("plan", "pro"),
        ]);

        table.Schema.DimensionNames.Should().BeEquivalentTo("plan", "market");
        table.Schema.Columns.Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Name = "value", Unit = Unit.Count("subscriber") });
        table.RowCount.Should().Be(3);
        table.NullCount("value").Should().Be(1);
        var sum = Metric.Sum("s", table, "value");
        var answer = Source(table).Query(Query.For(sum).By("plan"));
        answer["basic", sum].Amount.Should().Be(100m);
        answer["pro", sum].Amount.Should().Be(7m);
        Source(table).Query(Query.For(sum).By("market"))[(string?)null, sum].Amount.Should().Be(100m);
    }

    [Fact]
    public void FromSeries_BadPoint_IsRefused() =>
        Assert.Throws<RefusedRowException>(
            () => FactTable.FromSeries("s", Unit.Count(), [new(new(2026, 1, 1), 1m), new(new(2026, 1, 2), -1m)]))
            .Row.ToString().Should().Be("Table 's', row 2, column 'value': found -1; expected a count, not below 0.");

    [Fact]
    public void SeriesPointWith_DimensionTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SeriesPoint(new(2026, 1, 1), 1m).With("plan", null).With("plan", "pro"))
            .Message.Should().Be("Dimension 'plan' is stated already, as null; expected each dimension once. (Parameter 'dimension')");

    [Fact]
    public void SeriesPointWith_AnotherDimension_LeavesThePointAsItWas()
    {
        var point = new SeriesPoint(new(2026, 1, 1), 1m).With("plan", "pro");
        var both = point.With("market", "UK");
        point.Dimensions.Keys.Should().Equal("plan");
        both.Dimensions.Should().BeEquivalentTo(new Dictionary<string, string?> { ["plan"] = "pro", ["market"] = "UK" });
        (both.Date, both.Value).Should().Be((new LocalDate(2026, 1, 1), 1m));
    }

    [Fact]
    public void SeriesPointWith_BlankDimension_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SeriesPoint(new(2026, 1, 1), 1m).With(" ", "pro")).ParamName.Should().Be("dimension");

    [Fact]
    public void Builder_NullFunction_IsRefusedByName()
    {
        var builder = OneDay();
        Refused("date", () => builder.At((Func<int, LocalDate?>)null!));
        Refused("date", () => builder.At((Func<int, DateOnly?>)null!));
        Refused("instant", () => builder.At((Func<int, Instant?>)null!));
        Refused("instant", () => builder.At((Func<int, DateTimeOffset?>)null!));
        Refused("member", () => builder.Dimension("d", (Func<int, string?>)null!));
        Refused("member", () => builder.Dimension("d", (Func<int, long?>)null!));
        Refused("value", () => builder.Value("v", (Func<int, int>)null!, Dkk));
        Refused("value", () => builder.Value("v", (Func<int, int?>)null!, Dkk));
        Refused("value", () => builder.Flag("v", null!, Dkk));
        Refused("value", () => builder.DistinctCount("v", null!, Dkk, Grain.Day));
        Refused("value", () => builder.Balance("v", (Func<int, int>)null!, Dkk));
        Refused("value", () => builder.Balance("v", (Func<int, int?>)null!, Dkk));

        static void Refused(string parameter, Action call) => Assert.Throws<ArgumentNullException>(call).ParamName.Should().Be(parameter);
    }

    [Fact] // At once, and not when a column would be built.
    public void Builder_FunctionThatWasRefused_LeavesNoColumn()
    {
        var builder = OneDay();
        Assert.Throws<ArgumentNullException>(() => builder.Dimension("d", (Func<int, string?>)null!));
        Assert.Throws<ArgumentNullException>(() => builder.Value("v", (Func<int, int>)null!, Dkk));

        builder.Dimension("d", n => n).Value("v", n => n, Dkk).Build().RowCount.Should().Be(1);
    }

    private static FactTableBuilder<int> OneDay() => FactTable.From("sales", [1]).AllAt(new LocalDate(2026, 1, 1));

    private static string Refused<TFact>(FactTableBuilder<TFact> builder) =>
        Assert.Throws<RefusedRowException>(() => builder.Build()).Row.ToString();

    private static InMemorySource Source(FactTable table) => new(Copenhagen, table);

    private static Quantity Total(FactTable table, Metric metric) => Source(table).Query(Query.For(metric)).Total[metric];

    private static decimal Sum(FactTable table, string column) => Total(table, Metric.Sum("s", table, column)).Amount;

    private static IEnumerable<string> Days<TFact>(IEnumerable<TFact> facts, Action<FactTableBuilder<TFact>> at)
    {
        var builder = FactTable.From("t", facts);
        at(builder);
        var table = builder.Build();
        var count = Metric.Count("n", table);
        return Source(table).Query(Query.For(count).By(Grain.Day)).Rows.Select(row => $"{row.Period} {row[count].Amount}");
    }
}
