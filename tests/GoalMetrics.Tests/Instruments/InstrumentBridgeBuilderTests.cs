using System.Diagnostics.Metrics;
using NodaTime;

namespace GoalMetrics.Tests.Instruments;

/// <summary>What cannot be listened to is said at once, before anything is taken.</summary>
public sealed class InstrumentBridgeBuilderTests
{
    private static readonly FakeTime Time = new(Instant.FromUtc(2027, 3, 1, 12, 0));

    private readonly LiveTable _table = Table(TableSchema.Named("sales", FactTime.Instant).Dimension("market").Dimension("channel")
        .Value("amount", Unit.Money("DKK")).Value("seconds", Unit.Duration(DurationUnit.Second)).Balance("items", Unit.Count("item")));

    [Fact]
    public void Into_SeveralColumnsAndNoneNamed_AsksForOne()
    {
        var builder = InstrumentBridge.Listen(Time);

        Messages.Of<ArgumentException>(() => builder.Into(_table, "Shop", "a")).Should().Be(
            "Table 'sales' has 3 value columns (amount, seconds, items); name the one that the measurement goes into."
            + " (Parameter 'column')");
    }

    [Fact]
    public void Into_UnknownColumn_NamesThoseThatThereAre()
    {
        var builder = InstrumentBridge.Listen(Time);

        Messages.Of<ArgumentException>(() => builder.Into(_table, "Shop", "a", "amuont")).Should()
            .StartWith("Table 'sales' has no value column 'amuont'; it has amount, seconds, items.");
    }

    [Fact]
    public void Into_TagOfAnUnknownDimension_NamesThoseThatThereAre()
    {
        var builder = InstrumentBridge.Listen(Time);

        Messages.Of<ArgumentException>(() => builder.Into(_table, "Shop", "a", "amount", Tags("marked", "x"))).Should()
            .StartWith("Table 'sales' has no dimension 'marked'; it has market, channel.");
    }

    [Fact]
    public void Into_OneTagForTwoDimensions_IsRefused()
    {
        var builder = InstrumentBridge.Listen(Time);

        Messages.Of<ArgumentException>(() => builder.Into(_table, "Shop", "a", "amount", Tags("market", "channel"))).Should().Be(
            "Two dimensions of table 'sales' take the tag 'channel'; expected a tag of its own for each. (Parameter 'tags')");
    }

    [Fact]
    public void Into_TableWithoutColumns_IsRefused()
    {
        var builder = InstrumentBridge.Listen(Time);

        Messages.Of<ArgumentException>(() => builder.Into(Table(TableSchema.Named("visits", FactTime.Instant)), "Shop", "a")).Should().Be(
            "Table 'visits' has no value column, and a measurement needs one: give it one with Value(…). (Parameter 'column')");
    }

    [Fact]
    public void Into_BlankMeter_IsRefused()
    {
        var builder = InstrumentBridge.Listen(Time);

        Messages.Of<ArgumentException>(() => builder.Into(_table, " ", "a", "amount")).Should().Contain("'meter'");
    }

    [Fact]
    public void Into_NoTable_IsRefused()
    {
        var builder = InstrumentBridge.Listen(Time);

        Messages.Of<ArgumentNullException>(() => builder.Into(null!, "Shop", "a")).Should().Contain("'table'");
    }

    [Fact]
    public void Listen_NoTime_IsRefused() =>
        Messages.Of<ArgumentNullException>(() => InstrumentBridge.Listen(null!)).Should().Contain("'time'");

    [Fact]
    public void Into_TheSameTwice_Throws() =>
        Messages.Of<ArgumentException>(() => InstrumentBridge.Listen(Time).Into(_table, "Shop", "a", "amount")
            .Into(_table, "Shop", "a", "seconds").Into(_table, "Shop", "a", "amount")).Should().Be(
            "'a' of meter 'Shop' goes into table 'sales', column 'amount' already; it would count twice. (Parameter 'instrument')");

    [Fact]
    public void Start_NoInstrument_Throws() =>
        Messages.Of<InvalidOperationException>(() => InstrumentBridge.Listen(Time).Start()).Should()
            .Be("There is no instrument to listen to: name at least one with Into(…).");

    [Fact]
    public void Start_UnitsThatDoNotFit_ThrowsAndListensToNothing()
    {
        using var meter = new Meter("Builder.Units");
        var amount = meter.CreateCounter<int>("amount", "EUR");
        meter.CreateHistogram<double>("duration", "ms");
        meter.CreateUpDownCounter<int>("items");

        Messages.Of<InvalidOperationException>(() => InstrumentBridge.Listen(Time)
            .Into(_table, meter.Name, "amount", "amount").Into(_table, meter.Name, "duration", "seconds")
            .Into(_table, meter.Name, "items", "items").Start()).Should().Be(
            "Instrument 'amount' of meter 'Builder.Units', into table 'sales', column 'amount': found the unit 'EUR'; expected DKK, the "
                + "unit of the column. "
            + "Instrument 'duration' of meter 'Builder.Units', into table 'sales', column 'seconds': found the unit 'ms'; expected "
                + "seconds, the unit of the column. "
            + "Instrument 'items' of meter 'Builder.Units', into table 'sales', column 'items': found an instrument that records "
                + "changes; expected one that records a level, as the column is a balance: a gauge, or an observable counter. "
            + "Change the one or the other; nothing is listened to.");

        amount.Add(1);
        (amount.Enabled, _table.FactCount).Should().Be((false, 0L));
    }

    [Fact]
    public void Start_UnfitInstrumentCreatedLater_DoesNotDisturbAndIsRefused()
    {
        using var meter = new Meter("Builder.Later");
        using var bridge = InstrumentBridge.Listen(Time).Into(_table, meter.Name, "duration", "seconds").Start();

        meter.CreateHistogram<double>("duration", "ms").Record(250);

        bridge.LastRefusal!.ToString().Should()
            .Be("Instrument 'duration' of meter 'Builder.Later', into table 'sales', column 'seconds': found the unit 'ms'; expected "
            + "seconds, the unit of the column.");
        (bridge.RefusedCount, _table.FactCount).Should().Be((1L, 0L));
    }

    [Theory]
    [InlineData("s", "Second")]
    [InlineData("min", "Minute")]
    [InlineData("h", "Hour")]
    [InlineData("d", "Day")]
    [InlineData("wk", "Week")]
    [InlineData("mo", "Month")]
    [InlineData("a", "Year")]
    public void Conflict_UnitOfTime_FitsItsOwnDurationOnly(string unit, string duration)
    {
        InstrumentUnit.Conflict(unit, Unit.Duration(Enum.Parse<DurationUnit>(duration))).Should().BeNull();
        InstrumentUnit.Of(Unit.Duration(Enum.Parse<DurationUnit>(duration))).Should().Be(unit);
        Enum.GetValues<DurationUnit>().Count(other => InstrumentUnit.Conflict(unit, Unit.Duration(other)) is null).Should().Be(1);
        InstrumentUnit.Conflict(unit, Unit.Count("order")).Should().Be("count of order");
    }

    [Fact] // What is counted is free text; what measures is not.
    public void Conflict_WhatIsKnown_IsFound()
    {
        Fits(null, Unit.Money("DKK")).Should().BeTrue();
        Fits("1", Unit.Money("DKK")).Should().BeTrue();
        Fits("{order}", Unit.Count("visit")).Should().BeTrue();
        Fits("{DKK}", Unit.Money("DKK")).Should().BeTrue();
        Fits("DKK", Unit.Count("order")).Should().BeFalse();
        Fits("{EUR}", Unit.Money("DKK")).Should().BeFalse();
        Fits("{EUR}", Unit.Money("DKK").Per("order")).Should().BeTrue();
        Fits("us", Unit.Duration(DurationUnit.Second)).Should().BeFalse();
        Fits("By", Unit.Count()).Should().BeTrue();
        Fits("By", Unit.Count("byte")).Should().BeTrue();
        Fits("By", Unit.Count("order")).Should().BeFalse();
        Fits("bit", Unit.Count("byte")).Should().BeFalse();
        Fits("MiBy", Unit.Count("byte")).Should().BeFalse();
        Fits("MiBy", Unit.Count("mebibyte")).Should().BeTrue();
        Fits("MiBy", Unit.Count()).Should().BeTrue();
        Fits("MiBy", Unit.Money("DKK")).Should().BeFalse();
        Fits("%", Unit.Score(0, 100)).Should().BeTrue();
        InstrumentUnit.Conflict("%", Unit.Ratio).Should().Be("a ratio, of which 1 is the whole");

        static bool Fits(string? unit, Unit column) => InstrumentUnit.Conflict(unit, column) is null;
    }

    [Fact]
    public void Of_EveryKind_IsWrittenAsCollectorsReadIt()
    {
        InstrumentUnit.Of(null).Should().BeNull();
        InstrumentUnit.Of(Unit.Ratio).Should().Be("1");
        InstrumentUnit.Of(Unit.PercentagePoint).Should().Be("1");
        InstrumentUnit.Of(Unit.Money("DKK")).Should().Be("{DKK}");
        InstrumentUnit.Of(Unit.Count("order")).Should().Be("{order}");
        InstrumentUnit.Of(Unit.Count("sales {call}")).Should().Be("{sales__call_}");
        InstrumentUnit.Of(Unit.Count()).Should().Be("{count}");
        InstrumentUnit.Of(Unit.Score(-100, 100)).Should().Be("{score}");
        InstrumentUnit.Of(Unit.Money("DKK").Per("order")).Should().Be("{DKK}/{order}");
        InstrumentUnit.Of(Unit.Money("DKK").Per("order").Per(Unit.Duration(DurationUnit.Day))).Should().Be("{DKK}/{order}/d");
        InstrumentUnit.Of(Unit.Count(new string('x', 61))).Should().HaveLength(63);
        InstrumentUnit.Of(Unit.Count(new string('x', 62))).Should().BeNull();
    }

    private static Dictionary<string, string> Tags(string dimension, string tag) => new() { [dimension] = tag };

    private static LiveTable Table(TableSchema schema) =>
        LiveTable.Of(schema, ReportingCalendar.Utc).Keeping(Metric.Count("rows", schema)).Build();
}
