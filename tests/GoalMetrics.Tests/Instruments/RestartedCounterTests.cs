using System.Diagnostics.Metrics;
using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Instruments;

/// <summary>An observable counter that is lower than before was restarted: it began at 0 again.</summary>
public sealed class RestartedCounterTests
{
    private static readonly FakeTime Time = new(Instant.FromUtc(2027, 3, 1, 12, 0));

    private static readonly Unit Euros = Unit.Money("EUR");
    private static readonly Unit Seconds = Unit.Duration(DurationUnit.Second);

    // 5 + 7 + 6 before the restart, 5 + 2 + 5 + 6 after it.
    private static readonly double[] Restarted = [4, 9, 16, 22, 5, 7, 12, 18];

    public static TheoryData<Unit> Units => [Unit.Count(), Euros, Seconds];

    [Theory, MemberData(nameof(Units))]
    public void Collect_CounterThatRestarts_CountsOn(Unit unit) =>
        Read(unit, Restarted).Should().Be((36m, 0L));

    [Theory] // To 0, once and again; as high as before the restart, which looks like standing still; at the first collection.
    [InlineData("4 9 0 3", 8)]
    [InlineData("4 9 0 0 3 1 2", 10)]
    [InlineData("4 9 9 9", 5)]
    [InlineData("9 4", 4)]
    [InlineData("9 4 4.5", 4.5)]
    [InlineData("4 9 NaN 3 5", 10)]
    [InlineData("4 NaN", 0)]
    [InlineData("7", 0)]
    public void Collect_OtherRestarts_CountOn(string readings, double expected) =>
        Read(Seconds, [.. readings.Split(' ').Select(reading => double.Parse(reading, CultureInfo.InvariantCulture))]).Sum
            .Should().Be((decimal)expected);

    [Theory, MemberData(nameof(Units))] // Up-down counters go down as they should; counts do not take it: −17 is refused.
    public void Collect_UpDownCounter_StaysAsItIs(Unit unit)
    {
        var expected = unit.Kind == UnitKind.Count ? (31m, 1L) : (14m, 0L);
        Read(unit, Restarted, isUpDown: true).Should().Be(expected);
    }

    [Theory, MemberData(nameof(Units))] // 9 → −3 is no restart; then on from there: 5.
    public void Collect_CounterBelowZero_IsRefused(Unit unit)
    {
        Read(unit, [4, 9, -3, 2], out var refusal).Should().Be((10m, 1L));
        refusal.Should().EndWith("found -12; expected a counter that goes up, or begins at 0 again.");
    }

    [Fact] // The series of host y restarts, that of host x does not.
    public void Collect_OneSeriesRestarts_TheOtherGoesOn()
    {
        using var meter = new Meter("Restarted.Series");
        var (x, y) = (10, 20);
        meter.CreateObservableCounter("events", () => new[] { Of(x, "x"), Of(y, "y") });
        var (schema, table) = Table(Unit.Count());
        using var bridge = InstrumentBridge.Listen(Time).Into(table, "Restarted.Series", "events").Start();

        (x, y) = (15, 3);
        bridge.Collect();

        Sum(schema, table).Should().Be(8m);

        static Measurement<int> Of(int total, string host) => new(total, new KeyValuePair<string, object?>("host", host));
    }

    [Fact] // What a balance shows is the total itself, before and after.
    public void Collect_CounterIntoABalance_IsTheTotal()
    {
        using var meter = new Meter("Restarted.Balance");
        var total = 9;
        meter.CreateObservableCounter("events", () => total);
        var schema = TableSchema.Named("events", FactTime.Instant).Balance("amount", Unit.Count());
        var balance = Metric.Balance("balance", schema, "amount");
        var table = LiveTable.Of(schema, ReportingCalendar.Utc).By(Grain.Day).Keeping(balance).Build();
        using var bridge = InstrumentBridge.Listen(Time).Into(table, "Restarted.Balance", "events").Start();

        bridge.Collect();
        total = 2;
        bridge.Collect();

        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(balance)).Total[balance].Amount.Should().Be(2m);
    }

    private static (decimal Sum, long Refused) Read(Unit unit, double[] readings, bool isUpDown = false) =>
        Read(unit, readings, out _, isUpDown);

    // The first reading is taken when the bridge starts.
    private static (decimal Sum, long Refused) Read(Unit unit, double[] readings, out string? refusal, bool isUpDown = false)
    {
        using var meter = new Meter("Restarted");
        var now = readings[0];
        _ = isUpDown
            ? meter.CreateObservableUpDownCounter("events", () => now)
            : (object)meter.CreateObservableCounter("events", () => now);
        var (schema, table) = Table(unit);
        using var bridge = InstrumentBridge.Listen(Time).Into(table, "Restarted", "events").Start();
        foreach (var reading in readings[1..])
        {
            now = reading;
            bridge.Collect();
        }

        refusal = bridge.LastRefusal?.ToString();
        return (table.FactCount == 0 ? 0m : Sum(schema, table), bridge.RefusedCount);
    }

    private static (TableSchema Schema, LiveTable Table) Table(Unit unit)
    {
        var schema = TableSchema.Named("events", FactTime.Instant).Value("amount", unit);
        return (schema, LiveTable.Of(schema, ReportingCalendar.Utc).By(Grain.Day).Keeping(Metric.Sum("sum", schema, "amount")).Build());
    }

    private static decimal Sum(TableSchema schema, LiveTable table)
    {
        var sum = Metric.Sum("sum", schema, "amount");
        return new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(sum)).Total[sum].Amount;
    }
}
