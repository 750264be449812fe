using System.Globalization;
using CsCheck;
using GoalMetrics.Tests.Engines.InMemory.Loading.Readers;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

/// <summary>Facts of several zones, whose day and hour are those of their own clocks.</summary>
public sealed class WallTimeTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    // In Los Angeles it was 20:00 on the 27th, in Tokyo 13:00 and in Copenhagen 05:00 on the 28th.
    private static readonly Instant AtOnce = Instant.FromUtc(2026, 11, 28, 4, 0);

    [Fact]
    public void Day_OfAnInstantAndItsZone_IsThatOfTheClocksThere()
    {
        var table = FactTable.From("sales", new[] { "America/Los_Angeles", "Asia/Tokyo", "Europe/Copenhagen" })
            .AtWallTime(_ => AtOnce, zone => zone, Copenhagen).Build();
        Lines(table, Grain.Day).Should().Equal("2026-11-27: 1", "2026-11-28: 2");
        Lines(table, Grain.Hour).Where(line => !line.EndsWith(": 0", StringComparison.Ordinal)).Should().Equal(
            "2026-11-27T20+01: 1", "2026-11-28T05+01: 1", "2026-11-28T13+01: 1");
    }

    [Fact] // The same hour of the day, in both places.
    public void Hour_OfOffsetsAndLocalTimes_IsTheOneThatIsWritten()
    {
        var nine = new LocalDateTime(2026, 11, 28, 9, 0);
        var offsets = FactTable.From("offsets", new[] { 9, -8 })
            .AtWallTime(hours => new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(hours)), Copenhagen).Build();
        var locals = FactTable.From("locals", new[] { nine, nine }).AtWallTime(time => time, Copenhagen).Build();
        Lines(offsets, Grain.Day).Should().Equal("2026-11-28: 2");
        foreach (var table in new[] { offsets, locals })
        {
            Lines(table, Grain.Hour).Where(line => !line.EndsWith(": 0", StringComparison.Ordinal))
                .Should().Equal("2026-11-28T09+01: 2");
        }
    }

    [Fact] // Night on Saturday by the clocks of Los Angeles, where days end at four.
    public void Day_ThatEndsAtNight_IsThatOfTheClocksThere()
    {
        var nights = Copenhagen.WithDayStartingAt(4);
        var table = FactTable.From("sales", new[] { Instant.FromUtc(2026, 11, 28, 10, 30) })
            .AtWallTime(time => time, _ => "America/Los_Angeles", nights).Build();
        Lines(table, Grain.Day, nights).Should().Equal("2026-11-27: 1");
    }

    [Fact] // 02:30 on 29 March was skipped in Copenhagen, and 02:30 on 25 October shown twice; not in Tokyo, nor in a calendar of UTC.
    public void Hour_ThatTheCalendarSkipsOrRepeats_StaysInItsDay()
    {
        var times = new[] { new LocalDateTime(2026, 3, 29, 2, 30), new LocalDateTime(2026, 10, 25, 2, 30) };
        var copenhagen = FactTable.From("sales", times).AtWallTime(time => time, Copenhagen).Build();
        Lines(copenhagen, Grain.Hour).Where(Counts).Should().Equal("2026-03-29T03+02: 1", "2026-10-25T02+02: 1");
        var utc = FactTable.From("sales", times).AtWallTime(time => time, ReportingCalendar.Utc).Build();
        Lines(utc, Grain.Hour, ReportingCalendar.Utc).Where(Counts).Should().Equal("2026-03-29T02+00: 1", "2026-10-25T02+00: 1");

        static bool Counts(string line) => !line.EndsWith(": 0", StringComparison.Ordinal);
    }

    [Fact] // It is 20:00 on the 27th where it happened, and is seen once it is 20:00 on the 27th in the calendar.
    public void AsOf_GoesByTheClocks()
    {
        var table = FactTable.From("sales", new[] { AtOnce }).AtWallTime(time => time, _ => "America/Los_Angeles", Copenhagen).Build();
        var count = Metric.Count("count", table);
        decimal At(int hour) => new InMemorySource(Copenhagen, table).Query(Query.For(count)
            .During(Copenhagen.Day(new(2026, 11, 27))).AsOf(Copenhagen.At(new(2026, 11, 27, hour, 0)))).Total[count].Amount;
        (At(20), At(21)).Should().Be((0m, 1m));
    }

    [Theory]
    [InlineData("Europe/Copenhagn", "found 'Europe/Copenhagn'; expected an IANA time zone such as Asia/Tokyo; nearest: Europe/Copenhagen")]
    [InlineData("Tokyo Standard Time", "found 'Tokyo Standard Time'; expected an IANA time zone such as Asia/Tokyo; nearest: Asia/Tokyo")]
    [InlineData(null, "found null; expected an IANA time zone such as Asia/Tokyo")]
    public void Zone_Unknown_RefusesTheRowWithTheNearest(string? zone, string message)
    {
        var table = FactTable.From("sales", new[] { zone, "Asia/Tokyo" })
            .AtWallTime(_ => AtOnce, it => it, Copenhagen).KeepGoodRows().Build();
        table.RowCount.Should().Be(1);
        table.RefusedRows.Single().ToString().Should().StartWith($"Table 'sales', row 1, column 'time': {message}");
    }

    [Fact]
    public void Source_InAnotherZone_RefusesTheTable()
    {
        var table = FactTable.From("sales", new[] { AtOnce }).AtWallTime(time => time, _ => "Asia/Tokyo", Copenhagen).Build();
        Messages.Of<ArgumentException>(() => new InMemorySource(ReportingCalendar.Utc, table)).Should().StartWith(
            "Table 'sales' was loaded with AtWallTime for a calendar in Europe/Copenhagen; the source's is in UTC."
            + " Load it with the calendar of the source.");
        new InMemorySource(Copenhagen.WithFiscalYearStartingIn(4), table).Should().NotBeNull();
    }

    [Fact] // With a zone, what states its offset is an instant, and what does not is what the clocks there showed.
    public void Reader_TimesAndZones_AreReadByRow()
    {
        using var reader = CsvText.Reader(
            ';',
            """
            When;Zone
            2026-11-28T04:00:00Z;America/Los_Angeles
            2026-11-28 05:00 +0100;Asia/Tokyo
            2026-11-28 20:15;America/Los_Angeles
            2026-11-28 20:15;Amerika/Los_Angeles
            2026-11-28 20:15;
            """);
        var table = FactTable.From("sales", reader).AtWallTime("When", "Zone", Copenhagen).KeepGoodRows().Build();
        Lines(table, Grain.Hour).Where(line => !line.EndsWith(": 0", StringComparison.Ordinal)).Should().Equal(
            "2026-11-27T20+01: 1", "2026-11-28T13+01: 1", "2026-11-28T20+01: 1");
        table.RefusedRows.Should().HaveCount(2);
        table.RefusedRows[0].ToString().Should().StartWith(
            "Table 'sales', row 4, column 'Zone': found 'Amerika/Los_Angeles'; expected an IANA time zone such as Asia/Tokyo;"
            + " nearest: America/Los_Angeles");
    }

    [Fact] // 10:00 at -03:00 is 13:00 of UTC, and 22:00 in Tokyo.
    public void Reader_DatesTimesAndZones_AreReadByRow()
    {
        using var reader = CsvText.Reader(
            ';',
            """
            Dato;Kl.;Sted
            28-11-2026;20.15;America/Los_Angeles
            28-11-2026;13:00;Asia/Tokyo
            28-11-2026;10:00 -0300;Asia/Tokyo
            29-03-2026;02:30;Asia/Tokyo
            31-11-2026;09:00;Asia/Tokyo
            28-11-2026;25:00;Asia/Tokyo
            28-11-2026;;Asia/Tokyo
            28-11-2026;09:00;Tokio
            28-11-2026;09:00;
            """);
        var table = FactTable.From("sales", reader).In(CultureInfo.GetCultureInfo("da-DK"))
            .AtWallTime("Dato", "Kl.", "Sted", Copenhagen).KeepGoodRows().Build();

        Lines(table, Grain.Hour).Where(line => !line.EndsWith(": 0", StringComparison.Ordinal)).Should().Equal(
            "2026-03-29T03+02: 1", "2026-11-28T13+01: 1", "2026-11-28T20+01: 1", "2026-11-28T22+01: 1");
        table.RefusedRows.Select(row => row.ToString().Split(';')[0]).Should().Equal(
            "Table 'sales', row 5, column 'Dato': found '31-11-2026'",
            "Table 'sales', row 6, column 'Kl.': found '25:00'",
            "Table 'sales', row 7, column 'Kl.': found ''",
            "Table 'sales', row 8, column 'Sted': found 'Tokio'",
            "Table 'sales', row 9, column 'Sted': found ''");
    }

    [Fact] // Without a zone, what is written is what the clocks showed.
    public void Reader_TimesAlone_AreTakenAsTheyRead()
    {
        using var reader = CsvText.Reader(
            ';',
            """
            When
            2026-11-28T09:00:00-08:00
            2026-11-28 09:10 +0900
            2026-11-28 09:20
            """);
        Lines(FactTable.From("sales", reader).AtWallTime("When", Copenhagen).Build(), Grain.Hour)
            .Where(line => !line.EndsWith(": 0", StringComparison.Ordinal)).Should().Equal("2026-11-28T09+01: 3");
    }

    [Fact] // Against the dates of the clocks there, one by one.
    public void Day_AnyInstantsAndZones_IsTheOneOnTheWall()
    {
        var zones = Gen.OneOfConst("Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati", "Australia/Lord_Howe", "Africa/Casablanca");
        var facts = Gen.Select(Gen.Int[0, 24 * 400], zones).Array[1, 30];
        Gen.Select(facts, Gen.OneOfConst("UTC", "Europe/Copenhagen", "America/Santiago")).Sample((rows, of) =>
        {
            var calendar = ReportingCalendar.Iso(of);
            static Instant Time(int hours) => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(hours);
            var table = FactTable.From("sales", rows).AtWallTime(row => Time(row.Item1), row => row.Item2, calendar).Build();
            var expected = rows.GroupBy(row => Time(row.Item1).InZone(DateTimeZoneProviders.Tzdb[row.Item2]).Date)
                .OrderBy(day => day.Key).Select(day => FormattableString.Invariant($"{day.Key:uuuu-MM-dd}: {day.Count()}"));
            Lines(table, Grain.Day, calendar).Where(line => !line.EndsWith(": 0", StringComparison.Ordinal)).Should().Equal(expected);
        });
    }

    private static IEnumerable<string> Lines(FactTable table, Grain grain, ReportingCalendar? calendar = null)
    {
        var count = Metric.Count("count", table);
        return new InMemorySource(calendar ?? Copenhagen, table).Query(Query.For(count).By(grain)).Rows
            .Select(row => $"{row.Period}: {row[count].Amount:0}");
    }
}
