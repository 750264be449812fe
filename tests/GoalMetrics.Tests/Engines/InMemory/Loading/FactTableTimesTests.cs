using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

// Objects whose times need a statement, whose values are lengths of time, or that arrive asynchronously.
public class FactTableTimesTests
{
    private static readonly DateTimeZone Copenhagen = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];
    private static readonly LocalDate Day = new(2026, 1, 1);

    [Theory]
    [InlineData(DateTimeKind.Unspecified, "2026-09-14T14:05:00Z")]
    [InlineData(DateTimeKind.Utc, "2026-09-14T14:05:00Z")]
    public void AtUtc_DateTime_IsOfUtc(DateTimeKind kind, string time) => Time(At(kind).AtUtc(at => at)).Should().Be(time);

    [Theory]
    [InlineData(DateTimeKind.Unspecified, "2026-09-14T12:05:00Z")]
    [InlineData(DateTimeKind.Utc, "2026-09-14T14:05:00Z")] // Taken at its word.
    public void AtLocalTime_DateTime_IsOnTheClocksOfTheZone(DateTimeKind kind, string time) =>
        Time(At(kind).AtLocalTime(at => at, Copenhagen)).Should().Be(time);

    [Fact]
    public void AtUtc_OfTheMachinesZoneOrNull_IsRefused()
    {
        Refused(At(DateTimeKind.Local).AtUtc(at => at)).Should().Be(
            "Table 't', row 1, column 'time': found 2026-09-14T14:05:00 (Local); expected a time that does not depend on the zone of this"
            + " machine: one of UTC, or of no stated kind.");
        Refused(FactTable.From("t", [1]).AtUtc(_ => null)).Should().Be(
            "Table 't', row 1, column 'time': found null; expected a date and time such as 2011-11-30 14:05:00.");
    }

    [Fact]
    public void AtLocalTime_LocalDateTimeShownTwice_IsRefusedOrResolved()
    {
        LocalDateTime[] times = [new(2026, 10, 25, 2, 30)];
        Refused(FactTable.From("t", times).AtLocalTime(at => at, Copenhagen)).Should().StartWith(
            "Table 't', row 1, column 'time': found 2026-10-25T02:30:00; expected a time that was once;");
        Time(FactTable.From("t", times).AtLocalTime(at => at, Copenhagen).ResolveLocalTimes(Resolvers.LenientResolver))
            .Should().Be("2026-10-25T00:30:00Z");
    }

    [Fact]
    public void Value_TimeSpans_AreExactSeconds()
    {
        TimeSpan?[] lengths = [TimeSpan.FromMinutes(20), TimeSpan.FromTicks(1), null];
        var table = FactTable.From("calls", lengths).AllAt(Day).Value("handled", length => length).Build();
        var sum = Metric.Sum("handled", table, "handled");
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(sum)).Total[sum]
            .Should().Be(new Quantity(1200.0000001m, Unit.Duration(DurationUnit.Second)));
        table.NullCount("handled").Should().Be(1);
    }

    [Fact]
    public void RefuseDuplicatesOf_KeySeenBefore_IsRefused()
    {
        (int? Id, int Amount)[] orders = [(1, 10), (2, -1), (2, 20), (1, 40), (null, 80)];
        var table = FactTable.From("t", orders).AllAt(Day).Value("n", order => order.Amount, Unit.Count("order"))
            .RefuseDuplicatesOf(order => order.Id).KeepGoodRows().Build();
        table.RowCount.Should().Be(2);
        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Column}: {row.Found}; {row.Expected}").Should().Equal(
            "2 n: -1; a count, not below 0",
            "4 key: 1; a key that no row above has; row 1 has it",
            "5 key: null; a key, since rows with the same one are refused");
    }

    [Fact]
    public async Task BuildAsync_FactsThatArrive_AreLoaded()
    {
        var table = await FactTable.From("t", Arriving([1, 2, 3])).AllAt(Day).Value("n", n => n, Unit.Count())
            .BuildAsync(TestContext.Current.CancellationToken);
        var sum = Metric.Sum("s", table, "n");
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(sum)).Total[sum].Amount.Should().Be(6);
    }

    [Fact]
    public async Task BuildAsync_FactsThatAreThere_AreLoaded() =>
        (await FactTable.From("t", [1, 2, 3]).AllAt(Day).BuildAsync(TestContext.Current.CancellationToken)).RowCount.Should().Be(3);

    [Fact]
    public async Task BuildAsync_BadFact_IsNumbered()
    {
        var build = () => FactTable.From("t", Arriving([1, -2, 3])).AllAt(Day).Value("n", n => n, Unit.Count())
            .BuildAsync(TestContext.Current.CancellationToken).AsTask();
        (await build.Should().ThrowAsync<RefusedRowException>()).Which.Row.RowNumber.Should().Be(2);
    }

    [Fact]
    public async Task BuildAsync_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        var seen = 0;
        var build = () => FactTable.From("t", Arriving(Enumerable.Range(1, 100))).AllAt(Day).Value("n", n => Count(n), Unit.Count())
            .BuildAsync(cancel.Token).AsTask();
        await build.Should().ThrowAsync<OperationCanceledException>();
        seen.Should().Be(7);

        int Count(int n)
        {
            seen++;
            if (n == 7)
            {
                cancel.Cancel();
            }

            return n;
        }
    }

    [Fact]
    public void Build_FactsThatArrive_SaysWhatToCall() =>
        Messages.Of<InvalidOperationException>(() => FactTable.From("t", Arriving([1])).AllAt(Day).Build())
            .Should().Be("The facts of table 't' come asynchronously; expected a call of BuildAsync() instead of Build().");

    [Fact] // Such as the sets of an object-relational mapper.
    public void From_BothKindsOfSequence_IsReadAsItIs() =>
        FactTable.From("t", new Both(1, 2)).AllAt(Day).Build().RowCount.Should().Be(2);

    private static FactTableBuilder<DateTime> At(DateTimeKind kind) =>
        FactTable.From("t", ImmutableArray.Create(new DateTime(2026, 9, 14, 14, 5, 0, kind)));

    private static string Time<TFact>(FactTableBuilder<TFact> builder) =>
        InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeTicks(builder.Build().TimeColumn.First));

    private static string Refused<TFact>(FactTableBuilder<TFact> builder) =>
        Assert.Throws<RefusedRowException>(() => builder.Build()).Row.ToString();

    private static async IAsyncEnumerable<T> Arriving<T>(
        IEnumerable<T> facts, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var fact in facts)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return fact;
        }
    }

    private sealed class Both(params int[] numbers) : IEnumerable<int>, IAsyncEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => numbers.AsEnumerable().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            Arriving(numbers, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }
}
