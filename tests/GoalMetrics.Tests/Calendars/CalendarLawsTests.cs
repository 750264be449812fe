using CsCheck;
using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics.Tests.Calendars;

// Laws that hold for every zone, week rule and fiscal year.
public class CalendarLawsTests
{
    private const int Iterations = 2_000;

    private static readonly int LastDay = NodaTime.Period.DaysBetween(ReportingCalendar.MinDate, ReportingCalendar.MaxDate);

    private static readonly Gen<RetailCalendar> AnyRetail = Gen.Select(
        Gen.Enum<RetailPattern>(), Gen.Int[1, 12], Gen.Int[1, 7], Gen.Enum<RetailYearEnd>(), Gen.Enum<YearName>(),
        (pattern, month, day, end, named) => new RetailCalendar(pattern, month, (IsoDayOfWeek)day, end, named));

    private static readonly Gen<ReportingCalendar> AnyCalendar =
        from zone in Gen.OneOfConst(DateTimeZoneProviders.Tzdb.Ids.ToArray())
        from firstDay in Gen.Int[1, 7]
        from minDays in Gen.Int[1, 7]
        from month in Gen.Int[1, 12]
        from named in Gen.Enum<YearName>()
        from retail in AnyRetail
        from firstHour in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 23]))
        select ReportingCalendar.Iso(zone).WithDayStartingAt(firstHour)
            .WithWeeksStartingOn((IsoDayOfWeek)firstDay, minDays).WithFiscalYearStartingIn(month, named)
            .WithRetailYear(retail);

    // Most dates where zones are lively; some anywhere, and some at the ends.
    private static readonly Gen<LocalDate> AnyDate = Gen.Frequency(
            (6, Gen.Int[Day(1850), Day(2060)]),
            (2, Gen.Int[0, LastDay]),
            (1, Gen.Int[0, 400]),
            (1, Gen.Int[LastDay - 400, LastDay]))
        .Select(day => ReportingCalendar.MinDate.PlusDays(day));

    private static readonly Gen<Grain> AnyGrain = Gen.Enum<Grain>();

    private static readonly Gen<Instant> AnyInstant =
        Gen.Select(AnyDate, Gen.Long[0, NodaConstants.TicksPerDay - 1]).Select((date, ticks) => Inside(date).PlusTicks(ticks));

    [Fact]
    public void PeriodAt_AnyInstant_HoldsItAndMeetsItsNeighbours() =>
        Gen.Select(AnyCalendar, AnyGrain, AnyInstant).Sample(
            (calendar, grain, instant) =>
            {
                var period = calendar.PeriodAt(grain, instant);
                Assert.True(period.Contains(instant));
                if (calendar.DateOf(instant) is { Year: > 2 and < 9997 })
                {
                    var (previous, next) = (period.Previous(), period.Next());
                    Assert.Equal((period.Start, period.End), (previous.End, next.Start));
                    Assert.Equal(period, previous.Next());
                    Assert.Equal(period, next.Previous());
                }
            },
            iter: Iterations);

    [Fact] // Every zone of the database, at every change of its clocks since 1930: what ends there is what the next one starts with.
    public void Periods_AtEveryChangeOfEveryZone_MeetWithoutGapOrOverlap()
    {
        Grain[] grains = [Grain.Hour, Grain.Day, Grain.Week, Grain.Month];
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            var calendar = ReportingCalendar.Iso(id);
            var intervals = calendar.Zone.GetZoneIntervals(Instant.FromUtc(1930, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0));
            foreach (var change in intervals.Skip(1))
            {
                foreach (var grain in grains)
                {
                    var before = calendar.PeriodAt(grain, change.Start - Duration.Epsilon);
                    var after = calendar.PeriodAt(grain, change.Start);
                    Assert.True(before == after || before.End == after.Start, $"{id}: {before} and {after}");
                    Assert.True(
                        before.Next().Start == before.End && after.Previous().End == after.Start, $"{id}: around {before} and {after}");
                }
            }
        }
    }

    [Fact]
    public void Parse_AnyPeriodOrPart_IsThePeriodThatWasPrinted() =>
        Gen.Select(AnyCalendar, AnyGrain, AnyInstant, Gen.Int[0, 40])
            .Where((calendar, _, instant, _) => calendar.DateOf(instant).Year is > 2 and < 9996)
            .Sample(
                (calendar, grain, instant, days) =>
                {
                    var date = calendar.DateOf(instant);
                    var period = days == 0
                        ? calendar.PeriodAt(grain, instant)
                        : FirstOf(calendar.Range(date, date.PlusDays(days)).SplitBy(grain));
                    return period is null || ReportingPeriod.Parse(period.ToString(), calendar) == period;
                },
                iter: Iterations);

    [Fact]
    public void Period_AnyDate_HoldsItWhereverItLies() =>
        Gen.Select(AnyCalendar, AnyGrain.Where(grain => grain != Grain.Hour), AnyDate).Sample(
            (calendar, grain, date) =>
            {
                var period = calendar.Period(grain, date);
                return period.Contains(date) && period.StartDate < period.EndDate && period == period.Shift(0)
                    && period == calendar.Period(grain, date) && period.ToString() == calendar.Period(grain, date).ToString();
            },
            iter: Iterations);

    [Fact]
    public void DateOf_AnyInstant_IsTheDayThatHoldsIt() =>
        Gen.Select(AnyCalendar, AnyInstant).Sample(
            (calendar, instant) =>
            {
                var date = calendar.DateOf(instant);
                return calendar.Day(date).Contains(instant) && calendar.StartOfDay(date) <= instant;
            },
            iter: Iterations);

    [Fact]
    public void SplitBy_AnyRangeAndGrain_CoversItExactly() =>
        Gen.Select(AnyCalendar, AnyGrain, AnyDate, Gen.Int[1, 400]).Where((_, _, date, _) => date.Year is > 2 and < 9996).Sample(
            (calendar, grain, date, days) =>
            {
                var range = calendar.Range(date, date.PlusDays(days));
                var parts = range.SplitBy(grain);
                if (range.Start == range.End && grain == Grain.Hour)
                {
                    Assert.Empty(parts);
                    return;
                }

                Assert.Equal((range.Start, range.End), (parts[0].Start, parts[^1].End));
                Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
                Assert.All(parts.Skip(1).SkipLast(1), part => Assert.False(part.IsPartial));
                Assert.All(parts, part => Assert.Equal(part.IsPartial, part.Whole.Length != part.Length || part.Whole.Days != part.Days));
                if (grain != Grain.Hour)
                {
                    Assert.Equal(range.Days, parts.Sum(part => part.Days));
                }
            },
            iter: Iterations / 4);

    [Fact]
    public void Shift_ByHours_EqualsAsManyStepsAndComesBack() =>
        Gen.Select(AnyCalendar, AnyInstant, Gen.Int[1, 1_000]).Where((_, instant, _) => instant.InUtc().Year is > 2 and < 9997).Sample(
            (calendar, instant, hours) =>
            {
                var hour = calendar.Hour(instant);
                var stepped = hour;
                for (var i = 0; i < hours; i++)
                {
                    stepped = calendar.Hour(stepped.End);
                }

                return hour.Shift(hours) == stepped && stepped.Shift(-hours) == hour;
            },
            iter: Iterations / 4);

    [Fact]
    public void ElapsedShare_LaterInstant_NeverFalls() =>
        Gen.Select(AnyCalendar, AnyGrain, AnyInstant, AnyInstant).Sample(
            (calendar, grain, instant, other) =>
            {
                var period = calendar.PeriodAt(grain, instant);
                var later = Instant.Max(instant, other);
                return period.ElapsedShare(instant) is >= 0m and <= 1m
                    && period.ElapsedShare(instant) <= period.ElapsedShare(later)
                    && period.ElapsedDays(instant) <= period.ElapsedDays(later)
                    && period.ElapsedShare(period.Start) == 0m
                    && period.ElapsedShare(period.End) == 1m;
            },
            iter: Iterations);

    [Fact]
    public void LikeForLikeEnd_AnyInstant_LiesInTheEarlierPeriod() =>
        Gen.Select(AnyCalendar, AnyGrain, AnyInstant).Where((_, _, instant) => instant.InUtc().Year is > 3 and < 9997).Sample(
            (calendar, grain, instant) =>
            {
                var period = calendar.PeriodAt(grain, instant);
                return new[] { period.Previous(), period.AYearEarlier() ?? period.Shift(-52, Grain.Week) }.All(earlier =>
                    period.LikeForLikeEnd(earlier, instant) is var end && earlier.Start <= end && end <= earlier.End
                    && period.LikeForLikeEnd(earlier, period.Start) == earlier.Start
                    && period.LikeForLikeEnd(earlier, period.End) == earlier.End);
            },
            iter: Iterations);

    [Fact]
    public void Days_AroundEveryChangeOfEveryZone_MeetAndHoldTheirHours()
    {
        foreach (var id in TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct())
        {
            var calendar = ReportingCalendar.Iso(id);
            var changes = calendar.Zone.GetZoneIntervals(Instant.FromUtc(1800, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0))
                .Where(interval => interval.HasStart)
                .Select(interval => interval.Start.InUtc().Date);
            foreach (var change in changes)
            {
                for (var date = change.PlusDays(-2); date <= change.PlusDays(2); date = date.PlusDays(1))
                {
                    CheckDay(calendar, date);
                }
            }
        }
    }

    private static void CheckDay(ReportingCalendar calendar, LocalDate date)
    {
        var day = calendar.Day(date);
        Require(day.Start <= day.End && day.End == calendar.StartOfDay(date.PlusDays(1)), day);
        var first = calendar.FirstDateStartingAtOrAfter(day.Start);
        Require(first <= date && calendar.StartOfDay(first) == day.Start, day);
        var at = day.Start;
        foreach (var hour in day.SplitBy(Grain.Hour))
        {
            Require(hour.Start == at && hour.StartDate == date && calendar.DateOf(at) == date, hour);
            Require(hour.Length > Duration.Zero && hour.Length <= Duration.FromHours(1), hour);
            Require(Offset(hour.Start) == Offset(hour.End - Duration.Epsilon), hour);
            at = hour.End;
        }

        Require(at == day.End, day);

        Offset Offset(Instant instant) => calendar.Zone.GetUtcOffset(instant);
    }

    private static void Require(bool holds, ReportingPeriod period) => Assert.True(holds, $"{period} in {period.Calendar}");

    private static int Day(int year) => NodaTime.Period.DaysBetween(ReportingCalendar.MinDate, new LocalDate(year, 1, 1));

    // Far enough from the outermost midnights to be supported in every zone.
    private static ReportingPeriod? FirstOf(IReadOnlyList<ReportingPeriod> parts) => parts.Count == 0 ? null : parts[0];

    private static Instant Inside(LocalDate date) =>
        LocalDate.Max(new(1, 1, 3), LocalDate.Min(date, new(9998, 12, 28))).AtMidnight().InUtc().ToInstant();
}
