using NodaTime;

namespace GoalMetrics.Tests.Analysis.Signals;

// How long a table must have been silent before that is no chance: below 1 %, by what it had on the same weekdays of its last eight known
// weeks. Of n such days k had facts. Of N days on which there may be some, M had none, so m = (M + 1/3)/(N + 2/3). A day without has a
// chance of (n - k + 2m)/(n + 2), and counts among n, N and M for those after it.
public sealed class SilenceTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly ReportingCalendar DaysFromSix = Copenhagen.WithDayStartingAt(6);

    // Monday 3 August 2026; 30 November is a Monday too.
    private static readonly LocalDate First = new(2026, 8, 3);

    [Fact] // Of 56 days none without: m = (1/3)/(56 2/3) = 0.0059, so that one day of silence has a chance of 2m/10 = 0.12 %.
    public void Of_ATableThatHasFactsEveryDay_IsLateAtOnce()
    {
        var table = Days(Every(First, new(2026, 11, 27), _ => true));

        Late(table, new(2026, 11, 28, 9, 0)).Should().BeEmpty();
        Late(table, new(2026, 11, 29, 0, 0)).Should().Equal("2026-11-28");
    }

    [Fact] // Closed on 26 October, a Monday: m = (1 + 1/3)/(56 2/3) = 0.0235. A Monday has (1 + 2m)/10 = 10.5 %, a Tuesday 0.8 %.
    public void Of_AWeekdayThatWasMissedOnce_IsNotLateByItself()
    {
        var table = Days(Every(First, new(2026, 11, 29), day => day != new LocalDate(2026, 10, 26)));

        Late(table, new(2026, 12, 1, 9, 0)).Should().BeEmpty();
        Late(table, new(2026, 12, 2, 9, 0)).Should().Equal("2026-11-30 to 2026-12-01");
    }

    [Fact] // Every second Monday from 3 August to 23 November.
    public void Of_ATableOfEverySecondWeek_IsLateAfterManyWeeks()
    {
        // Of 56 days 4 had facts: 4 of 8 Mondays, and none of 48 others, whose silence has a chance of (52/56)^48 = 2.9 %. So m is
        // (4 + 1/3)/(8 2/3) = 0.5, and a Monday has (4 + 1)/10. The next: m = (5 + 1/3)/(9 2/3) = 0.552, (5 + 2m)/11 = 55 %, and so on;
        // the product is 1.1 % after eleven, and 0.9 % after twelve.
        var table = Days(Enumerable.Range(0, 9).Select(i => First.PlusWeeks(2 * i)));

        Late(table, new(2027, 2, 15, 9, 0)).Should().BeEmpty();
        Late(table, new(2027, 2, 16, 9, 0)).Should().Equal("2026-11-30 to 2027-02-15");
    }

    [Fact] // Silences of 21 days and more are 0.8^21 = 0.9 % of all. By four weeks of the same weekday, 141 of the 200 were late.
    public void Of_RareEvents_AreHardlyEverLateByChance()
    {
        var late = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var (days, asOf) = Rare(new(seed));
            late += Late(Days(days), asOf).Length;
        }

        late.Should().BeLessThanOrEqualTo(4);
    }

    [Fact] // 40 days of silence have a chance of 0.8^40 = 0.01 %. Where eight weeks had few facts, the share is too uncertain to say so.
    public void Of_RareEventsThatAreLate_AreFound()
    {
        var found = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var (days, asOf) = Rare(new(seed));
            found += Late(Days(days.Where(day => day < asOf.Date.PlusDays(-40))), asOf).Length;
        }

        found.Should().BeGreaterThanOrEqualTo(186);
    }

    [Theory] // Weekends had none, or were not seen yet.
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_AYoungTableOfWeekdays_IsNotLateAfterAWeekend(int weeks)
    {
        var table = Days(Every(new LocalDate(2026, 11, 30).PlusWeeks(-weeks), new(2026, 11, 27), IsWeekday));

        foreach (var grain in new[] { Grain.Day, Grain.Week, Grain.Month })
        {
            Late(table, new(2026, 11, 29, 9, 0), grain).Should().BeEmpty();
            Late(table, new(2026, 11, 30, 9, 0), grain).Should().BeEmpty();
        }
    }

    [Fact]
    public void Of_AYoungTableOfWeekdays_IsLateTheSoonerTheMoreIsKnown()
    {
        // Three weeks: 15 days with, 4 weekend days without; (4/19)^4 = 0.2 % is no chance, so m = (1/3)/(15 2/3) = 0.021, 2m/5 = 0.9 %.
        var three = Days(Every(new(2026, 11, 9), new(2026, 11, 27), IsWeekday));
        Late(three, new(2026, 12, 1, 9, 0)).Should().Equal("2026-11-30");

        // Two weeks: (2/12)^2 = 2.8 % is none either, m = (1/3)/(10 2/3) = 0.031 and 2m/4 = 1.6 %. Tuesday: 2m/4 = 5.7 %.
        var two = Days(Every(new(2026, 11, 16), new(2026, 11, 27), IsWeekday));
        Late(two, new(2026, 12, 1, 9, 0)).Should().BeEmpty();
        Late(two, new(2026, 12, 2, 9, 0)).Should().Equal("2026-11-30 to 2026-12-01");
    }

    [Fact] // One Monday: m = (1/3)/(1 2/3) = 0.2, and 2m/3 = 13 %. The next: m = (1 + 1/3)/(2 2/3) = 0.5, (1 + 2m)/4 = 50 %; 13 make 0.9 %.
    public void Of_ASingleDay_IsNotLateForMonths()
    {
        var table = Days([new LocalDate(2026, 11, 2)]);

        Late(table, new(2026, 11, 10, 9, 0)).Should().BeEmpty();
        Late(table, new(2027, 1, 26, 9, 0)).Should().BeEmpty();
        Late(table, new(2027, 2, 2, 9, 0)).Should().Equal("2026-11-09 to 2027-02-01");
    }

    [Fact] // Monday is not over on Monday.
    public void Of_AShopOfWeekdays_IsLateFromTuesdayMorning()
    {
        var table = Days(Every(First, new(2026, 11, 27), IsWeekday));

        Late(table, new(2026, 11, 30, 9, 0)).Should().BeEmpty();
        Late(table, new(2026, 12, 1, 9, 0)).Should().Equal("2026-11-30");
    }

    [Fact] // Said to be complete until 23 November, with nothing since August: no weekday is better than another.
    public void Of_ATableThatHadNothingForWeeks_IsLateForAnyWholeDay()
    {
        var days = Every(new(2026, 6, 1), new(2026, 8, 31), IsWeekday);
        var table = Days(days, new DateInterval(new(2026, 6, 1), new(2026, 11, 22)));

        Late(table, new(2026, 11, 23, 9, 0)).Should().BeEmpty();
        Late(table, new(2026, 11, 24, 9, 0)).Should().Equal("2026-11-23");
        Late(table, new(2026, 11, 30, 9, 0)).Should().Equal("2026-11-23 to 2026-11-29");
        Late(table, new(2026, 11, 30, 9, 0), Grain.Week).Should().Equal("2026-W48");
    }

    [Fact] // Every hour had facts on all of some 60 days. Today they end at 9:05.
    public void Of_HoursOfTheDayThatIsRunning_AreLate()
    {
        var table = Hours(new(2026, 11, 30, 9, 0), _ => true);

        Late(table, new(2026, 11, 30, 16, 0), Grain.Hour).Should().Equal("2026-11-30T10+01 to 2026-11-30T15+01");
        Late(table, new(2026, 11, 30, 10, 59), Grain.Hour).Should().BeEmpty();
        Late(table, new(2026, 11, 30, 16, 0)).Should().BeEmpty();
    }

    [Fact] // Open from 9 to 17: nothing is late at night, nor on the next day, as a table that is loaded each night has nothing of it.
    public void Of_HoursOfTheNight_AreNotLate()
    {
        var table = Hours(new(2026, 11, 29, 16, 0), time => time.Hour is >= 9 and < 17);

        Late(table, new(2026, 11, 29, 23, 0), Grain.Hour).Should().BeEmpty();
        Late(table, new(2026, 11, 30, 9, 30), Grain.Hour).Should().BeEmpty();
        Late(table, new(2026, 11, 30, 11, 30), Grain.Hour).Should().BeEmpty();
        Late(table, new(2026, 11, 30, 8, 0)).Should().BeEmpty();
        Late(table, new(2026, 12, 1, 11, 30), Grain.Hour).Should().Equal("2026-11-30T09+01 to 2026-12-01T10+01");
    }

    [Fact] // Some of today is there, until 11: the two hours after it are late.
    public void Of_HoursOfADayThatHasBegun_AreLate()
    {
        var table = Hours(new(2026, 11, 30, 10, 0), time => time.Hour is >= 9 and < 17);

        Late(table, new(2026, 11, 30, 13, 30), Grain.Hour).Should().Equal("2026-11-30T11+01 to 2026-11-30T12+01");
        Late(table, new(2026, 11, 30, 22, 30), Grain.Hour).Should().Equal("2026-11-30T11+01 to 2026-11-30T16+01");
    }

    [Fact] // Facts every hour, until 9:05 yesterday.
    public void Of_ADayThatEndsEarly_IsLate()
    {
        var table = Hours(new(2026, 11, 29, 9, 0), _ => true);

        Late(table, new(2026, 11, 30, 0, 0)).Should().Equal("2026-11-29");
        Late(table, new(2026, 11, 30, 8, 0)).Should().Equal("2026-11-29");
        Late(table, new(2026, 11, 30, 8, 0), Grain.Month).Should().Equal("2026-11");
        Late(table, new(2026, 11, 30, 8, 0), Grain.Hour).Should().Equal("2026-11-29T10+01 to 2026-11-30T07+01");
        Late(table, new(2026, 12, 1, 8, 0)).Should().Equal("2026-11-29 to 2026-11-30");
    }

    [Fact] // The last fact of each day comes by 9, as on the last one.
    public void Of_ADayWithoutFactsAfterIts_IsNotLate()
    {
        var table = Hours(new(2026, 11, 29, 9, 0), time => time.Hour is >= 6 and <= 9);

        Late(table, new(2026, 11, 30, 0, 0)).Should().BeEmpty();
        Late(table, new(2026, 11, 30, 6, 0), Grain.Hour).Should().BeEmpty();
    }

    [Fact] // A source may state that it is complete until 9 in the morning.
    public async Task OfAsync_ACoverageThatEndsWithinADay_IsLateForTheRestOfIt()
    {
        var until = Copenhagen.At(new(2026, 11, 29, 9, 0));
        var table = Hours(new(2026, 11, 29, 8, 0), _ => true);
        var source = new ProbedSource(new InMemorySource(Copenhagen, table))
        {
            Describe = described => new(described.Schema, new(described.Coverage!.Value.Start, until)),
        };

        (await LateAsync(Grain.Day)).Should().Equal("2026-11-29");
        (await LateAsync(Grain.Hour)).Should().Equal("2026-11-29T09+01 to 2026-11-30T07+01");

        async Task<string[]> LateAsync(Grain grain)
        {
            var report = await SignalReport.OfAsync(
                Metric.Count("facts", table),
                source,
                Copenhagen.At(new(2026, 11, 30, 8, 0)),
                new SignalOptions { Grain = grain },
                TestContext.Current.CancellationToken);
            return Named(report);
        }
    }

    [Fact] // In Beirut clocks went forward at midnight on Sunday 29 March, which began at 1.
    public void Of_ADayThatBeginsAtOne_IsAWholeDay()
    {
        var calendar = ReportingCalendar.Iso("Asia/Beirut");
        var times = Every(new(2026, 1, 5), new(2026, 3, 28), _ => true).Select(day => calendar.At(day.At(new LocalTime(12, 0))));
        var table = FactTable.From("noons", times).At(time => time).Build();

        var report = SignalReport.Of(
            Metric.Count("facts", table), new InMemorySource(calendar, table), calendar.At(new(2026, 3, 30, 9, 0)));

        Named(report).Should().Equal("2026-03-29");
    }

    [Fact] // Clocks went back on Sunday 25 October at 3: the hour from 2 to 3 came twice, and both are late.
    public void Of_TheNightInWhichClocksGoBack_NamesBothHoursOfOneName()
    {
        var table = Hours(new(2026, 10, 25, 0, 0), _ => true);

        Late(table, new(2026, 10, 25, 8, 0), Grain.Hour).Should().Equal("2026-10-25T01+02 to 2026-10-25T07+01");
    }

    [Fact] // No refund has come since August: whether a day is missing shows in all facts of the table, which are those of weekdays.
    public void Of_AFilterThatNothingPasses_GoesByAllFacts()
    {
        var table = FactTable.From("facts", Every(First, new(2026, 11, 27), IsWeekday))
            .At(day => day)
            .Dimension("kind", day => day.Month == 8 ? "refund" : "sale")
            .Build();
        var refunds = Metric.Count("refunds", table).Where(Filter.Equal("kind", "refund"));
        var source = new InMemorySource(Copenhagen, table);

        On(30).Should().BeEmpty();
        On(31).Should().Equal("2026-11-30");

        string[] On(int day) =>
            Named(SignalReport.Of(refunds, source, Copenhagen.At(new LocalDate(2026, 11, 1).PlusDays(day - 1).At(new(9, 0)))));
    }

    [Theory] // Facts on every day, also until 29 November. The 30th is a holiday, or has no weight of its own: nothing is expected of it.
    [InlineData(true)]
    [InlineData(false)]
    public void Of_ADayOff_IsNotLate(bool isHoliday)
    {
        var calendar = isHoliday
            ? Copenhagen.WithHolidays([new(2026, 11, 30)])
            : Copenhagen.WithDayWeights(DayWeights.Even.With(new(2026, 11, 30), 0m));
        var table = Days(Every(First, new(2026, 11, 29), _ => true));

        Late(table, new(2026, 12, 1, 9, 0), calendar: calendar).Should().BeEmpty();
        Late(table, new(2026, 12, 2, 9, 0), calendar: calendar).Should().Equal("2026-12-01");
    }

    [Fact] // A shop that sells every day, of a company that is closed at weekends. Data stopped on Friday 13 November, or at 21 that day.
    public void Of_AWeekdayWithoutWeight_GoesByItsFacts()
    {
        var calendar = Copenhagen.WithDayWeights(DayWeights.WorkingDays);
        var days = Days(Every(First, new(2026, 11, 13), _ => true));
        var hours = Hours(new(2026, 11, 13, 20, 0), _ => true);

        Late(days, new(2026, 11, 14, 9, 0), calendar: calendar).Should().BeEmpty();
        Late(days, new(2026, 11, 15, 9, 0), calendar: calendar).Should().Equal("2026-11-14");
        Late(days, new(2026, 11, 16, 9, 0), calendar: calendar).Should().Equal("2026-11-14 to 2026-11-15");
        Late(hours, new(2026, 11, 16, 9, 0), Grain.Hour, calendar).Should().Equal("2026-11-13T21+01 to 2026-11-16T08+01");
    }

    [Fact] // The 30th is a Monday, and the first weekend that was seen had no facts. The calendar says that this is no chance.
    public void Of_WeekdaysWithoutWeightAndFacts_SayNothingAboutOthers()
    {
        // Five days: m = (1/3)/(5 2/3) = 0.059, and a Monday has 2m/3 = 3.9 %. Tuesday: m = (1 + 1/3)/(6 2/3) = 0.2, 2m/3 = 13 %.
        var calendar = Copenhagen.WithDayWeights(DayWeights.WorkingDays);
        var table = Days(Every(new(2026, 11, 23), new(2026, 11, 27), _ => true));

        Late(table, new(2026, 12, 1, 9, 0), calendar: calendar).Should().BeEmpty();
        Late(table, new(2026, 12, 2, 9, 0), calendar: calendar).Should().Equal("2026-11-30 to 2026-12-01");
    }

    [Fact] // Said to be complete until Friday 27 November, with nothing since August: days differ only by the calendar.
    public void Of_AWeekdayWithoutWeight_IsNotLateWhereNoFactsShowIt()
    {
        var calendar = Copenhagen.WithDayWeights(DayWeights.WorkingDays);
        var days = Every(new(2026, 6, 1), new(2026, 8, 31), IsWeekday);
        var table = Days(days, new DateInterval(new(2026, 6, 1), new(2026, 11, 27)));

        Late(table, new(2026, 11, 29, 9, 0)).Should().Equal("2026-11-28");
        Late(table, new(2026, 11, 30, 9, 0), calendar: calendar).Should().BeEmpty();
        Late(table, new(2026, 12, 1, 9, 0), calendar: calendar).Should().Equal("2026-11-30");
    }

    [Fact] // A bar that is open from 18 to 3, and whose days are from 6 to 6: all that there is until now is there, at any time of day.
    public void Of_DaysThatStartInTheMorning_AreNotLateWhileDataAreLive()
    {
        for (var hour = 0; hour < 24; hour++)
        {
            var table = Hours(new(2026, 11, 17, hour, 0), IsBarOpen);

            Late(table, new(2026, 11, 17, hour, 20), Grain.Hour, DaysFromSix).Should().BeEmpty();
        }
    }

    [Fact] // It stopped at 21 on 17 November. The hours after midnight are later ones of the same day, and none are usual after 3.
    public void Of_DaysThatStartInTheMorning_AreLateForTheHoursAfterMidnight()
    {
        var table = Hours(new(2026, 11, 17, 20, 0), IsBarOpen);

        Late(table, new(2026, 11, 18, 2, 20), Grain.Hour, DaysFromSix).Should().Equal("2026-11-17T21+01 to 2026-11-18T01+01");
        Late(table, new(2026, 11, 18, 5, 20), Grain.Hour, DaysFromSix).Should().Equal("2026-11-17T21+01 to 2026-11-18T02+01");
        Late(table, new(2026, 11, 18, 19, 20), Grain.Hour, DaysFromSix).Should().Equal("2026-11-17T21+01 to 2026-11-18T18+01");
        Late(table, new(2026, 11, 18, 5, 20), Grain.Day, DaysFromSix).Should().BeEmpty();
        Late(table, new(2026, 11, 18, 6, 0), Grain.Day, DaysFromSix).Should().Equal("2026-11-17");
    }

    [Fact] // It stopped at 1, and 24 November is the latest day that has any: only the hours from 1 on are missing.
    public void Of_DaysThatStartInTheMorning_MayStopAfterMidnight()
    {
        var table = Hours(new(2026, 11, 25, 0, 0), IsBarOpen);

        Late(table, new(2026, 11, 25, 1, 50), Grain.Hour, DaysFromSix).Should().BeEmpty();
        Late(table, new(2026, 11, 25, 12, 0), Grain.Hour, DaysFromSix).Should().Equal("2026-11-25T01+01 to 2026-11-25T02+01");
    }

    [Fact] // Clocks went back on 25 October at 3, within the day of the 24th: its hours from 1 on, and two of the next.
    public void Of_DaysThatStartInTheMorning_NamesBothHoursOfOneName()
    {
        var table = Hours(new(2026, 10, 25, 0, 0), _ => true);

        Late(table, new(2026, 10, 25, 8, 0), Grain.Hour, DaysFromSix).Should().Equal("2026-10-25T01+02 to 2026-10-25T07+01");
    }

    [Fact] // Facts may come two days late: those of the 28th are all there by the end of the 30th.
    public void Of_FactsThatMayStillCome_AreNotLate()
    {
        var (twoDays, ever) = (SettlingAfter(Duration.FromDays(2)), SettlingAfter(Duration.MaxValue));

        Late(twoDays, new(2026, 11, 30, 23, 59)).Should().BeEmpty();
        Late(twoDays, new(2026, 12, 1, 0, 0)).Should().Equal("2026-11-28");
        Late(ever, new(2026, 12, 1, 0, 0)).Should().BeEmpty();

        static FactTable SettlingAfter(Duration time) =>
            FactTable.From("days", Every(First, new(2026, 11, 27), _ => true)).At(day => day).SettlesAfter(time).Build();
    }

    [Fact] // A feed that is always an hour behind, with facts until 15.
    public void Of_AFeedThatIsAnHourBehind_IsNotLateWhereItSaysSo()
    {
        var last = new LocalDateTime(2026, 11, 30, 14, 0);
        var (plain, stated) = (Hours(last, _ => true), Hours(last, _ => true, Duration.FromHours(1)));

        Late(plain, new(2026, 11, 30, 16, 20), Grain.Hour).Should().Equal("2026-11-30T15+01");
        Late(stated, new(2026, 11, 30, 16, 20), Grain.Hour).Should().BeEmpty();
        Late(stated, new(2026, 11, 30, 17, 0), Grain.Hour).Should().Equal("2026-11-30T15+01");
    }

    private static bool IsBarOpen(LocalDateTime time) => time.Hour is >= 18 or < 3;

    private static bool IsWeekday(LocalDate day) => day.DayOfWeek <= IsoDayOfWeek.Friday;

    private static IEnumerable<LocalDate> Every(LocalDate first, LocalDate last, Func<LocalDate, bool> isOne) =>
        Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays).Where(isOne);

    // Facts on a fifth of the days, until the evening before the morning that is asked about, 10 to 25 weeks after the first.
    private static (List<LocalDate> Days, LocalDateTime AsOf) Rare(Random chance)
    {
        var last = First.PlusDays(70 + chance.Next(105));
        List<LocalDate> days = [.. Every(First, last, _ => chance.NextDouble() < 0.2)];
        return (days, last.PlusDays(1).At(new LocalTime(9, 0)));
    }

    private static FactTable Days(IEnumerable<LocalDate> days, DateInterval? covered = null)
    {
        var builder = FactTable.From("days", days).At(day => day);
        return covered is null ? builder.Build() : builder.Covering(covered.Start, covered.End.PlusDays(1)).Build();
    }

    // A fact five minutes past each hour that is open, from Monday 14 September on.
    private static FactTable Hours(LocalDateTime last, Func<LocalDateTime, bool> isOpen, Duration settling = default)
    {
        var (start, end) = (Copenhagen.At(new(2026, 9, 14, 0, 0)), Copenhagen.At(last));
        var hours = Enumerable.Range(0, (int)(end - start).TotalHours + 1).Select(hour => start + Duration.FromHours(hour))
            .Where(hour => isOpen(hour.InZone(Copenhagen.Zone).LocalDateTime)).Select(hour => hour + Duration.FromMinutes(5));
        return FactTable.From("hours", hours).At(time => time).SettlesAfter(settling).Build();
    }

    private static string[] Late(FactTable table, LocalDateTime asOf, Grain grain = Grain.Day, ReportingCalendar? calendar = null)
    {
        var (count, source) = (Metric.Count("facts", table), new InMemorySource(calendar ?? Copenhagen, table));
        return Named(SignalReport.Of(count, source, Copenhagen.At(asOf), new SignalOptions { Grain = grain }));
    }

    private static string[] Named(SignalReport report) =>
    [
        .. report.Signals.Where(signal => signal.Kind == SignalKind.LateData)
            .Select(signal => signal.First == signal.Last ? $"{signal.First}" : $"{signal.First} to {signal.Last}"),
    ];
}
