using NodaTime;

namespace GoalMetrics.Tests.Goals;

/// <summary>A way that goes as an earlier season went.</summary>
public sealed class SeasonalPathTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    // 50 a month in 2025 and 550 in December: 1,100, of which half is sold by the end of November.
    private static readonly FactTable Christmas = Monthly(2025, month => month == 12 ? 550m : 50m);

    public static TheoryData<LocalDateTime, decimal> Shares => new()
    {
        { new(2026, 1, 1, 0, 0), 0m },
        { new(2026, 1, 16, 12, 0), 25m / 1_100m }, // half of January
        { new(2026, 2, 1, 0, 0), 50m / 1_100m },
        { new(2026, 7, 1, 0, 0), 300m / 1_100m },
        { new(2026, 12, 1, 0, 0), 0.5m },
        { new(2026, 12, 16, 12, 0), 825m / 1_100m }, // and half of December
        { new(2027, 1, 1, 0, 0), 1m },
        { new(2027, 6, 1, 0, 0), 1m },
    };

    [Theory]
    [MemberData(nameof(Shares))]
    public void ShareAt_OfASeason_IsWhatHadBeenReachedByTheSameDay(LocalDateTime moment, decimal share) =>
        Season(Christmas, Calendar.Year(2025), Grain.Month).ShareAt(Calendar.Year(2026), Calendar.At(moment))
            .Should().BeApproximately(share, 1e-20m);

    [Fact] // 600 of 1,200 by the end of November is exactly on pace, where a steady path would expect 334 of 365 days.
    public void Track_ByASeason_IsOnTrackWhereTheSeasonWas()
    {
        var table = Monthly(2026, month => month <= 11 ? 600m / 11m : 0m);
        var source = new InMemorySource(Calendar, table);
        var goal = new SmartGoal("christmas")
        {
            Measure = Revenue(table).BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Money.Dkk(1_200)),
            Period = Calendar.Year(2026),
            Path = Season(Christmas, Calendar.Year(2025), Grain.Month),
        };
        var progress = GoalTracker.Default.Track(goal, source, Calendar.At(new(2026, 12, 1, 0, 0)));

        progress.Expected.Should().Be(50.Percent());
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Pace.Amount.Should().BeApproximately(1m, 1e-20m);
        progress.Landing.Amount.Should().BeApproximately(1_200m, 1e-20m);
    }

    [Fact] // 29 February of a leap year is the end of 28 February before it, and every date after it is the same date.
    public void ShareAt_InALeapYear_GoesByDate()
    {
        var path = Season(Daily(2027, _ => 1m), Calendar.Year(2027), Grain.Day);
        var leapYear = Calendar.Year(2028);

        path.ShareAt(leapYear, Calendar.At(new(2028, 2, 29, 12, 0))).Should().Be(59m / 365m);
        path.ShareAt(leapYear, Calendar.At(new(2028, 3, 1, 0, 0))).Should().Be(59m / 365m);
        path.ShareAt(leapYear, Calendar.At(new(2028, 7, 1, 0, 0))).Should().Be(181m / 365m);
    }

    [Fact] // 100, then 30 back, then 30 sold again: 100 of 130 are not left until they have been passed.
    public void ShareAt_AfterReturns_WaitsAndNeverFalls()
    {
        var sold = Monthly(2025, month => month switch { 1 => 100m, 2 => -30m, 3 => 30m, 4 => 30m, _ => 0m });
        var path = Season(sold, Calendar.Year(2025), Grain.Month);
        var shares = Enumerable.Range(0, 366)
            .Select(day => path.ShareAt(Calendar.Year(2026), Calendar.StartOfDay(new LocalDate(2026, 1, 1).PlusDays(day)))).ToList();

        shares.Should().BeInAscendingOrder();
        shares[31].Should().Be(100m / 130m);
        shares[90].Should().Be(100m / 130m);
        shares[120].Should().Be(1m);
    }

    // December 2025 sold 100 a day, all other days 1: 334 + 3,100 in the year, and 31 + 30 + 3,100 = 3,161 in its last quarter.
    public static TheoryData<LocalDate, decimal> LastQuarter => new()
    {
        { new(2026, 10, 1), 0m },
        { new(2026, 11, 1), 31m / 3_161m },
        { new(2026, 12, 1), 61m / 3_161m },
        { new(2026, 12, 31), 3_061m / 3_161m },
        { new(2027, 1, 1), 1m },
    };

    [Theory]
    [MemberData(nameof(LastQuarter))]
    public void ShareAt_AQuarterOfASeasonOfAYear_IsTheShareOfTheSameDates(LocalDate day, decimal share) =>
        Busy().ShareAt(Calendar.Quarter(2026, 4), Calendar.StartOfDay(day)).Should().BeApproximately(share, 1e-20m);

    [Fact] // 1 November to 1 January: 15 of 3,130 on the 16th.
    public void ShareAt_AFreeRangeOfASeasonOfAYear_IsTheShareOfTheSameDates()
    {
        var range = Calendar.Range(new(2026, 11, 1), new(2027, 1, 1));

        Busy().ShareAt(range, Calendar.StartOfDay(new(2026, 11, 16))).Should().BeApproximately(15m / 3_130m, 1e-20m);
    }

    [Fact] // Two years: 1 a day in 2024 (366) and 2 a day in 2025 (730). One year follows the later of them, two years both.
    public void ShareAt_ASeasonOfTwoYears_GoesByTheLatestYearThatIsThere()
    {
        var days = Enumerable.Range(0, 731).Select(day => new LocalDate(2024, 1, 1).PlusDays(day));
        var table = Table(new(2024, 1, 1), new(2026, 1, 1), days.Select(day => (day, day.Year == 2024 ? 1m : 2m)));
        var both = Calendar.Range(new(2024, 1, 1), new(2026, 1, 1));
        var path = Season(table, both, Grain.Day);
        var inJuly = Calendar.StartOfDay(new(2026, 7, 1));

        path.ShareAt(Calendar.Year(2026), inJuly).Should().Be(362m / 730m); // 181 days of 2
        path.ShareAt(Calendar.Range(new(2026, 1, 1), new(2028, 1, 1)), inJuly).Should().Be(182m / 1_096m);
        path.ShareAt(Calendar.Year(2025), Calendar.StartOfDay(new(2025, 7, 1))).Should().Be(182m / 366m); // not by itself
    }

    [Fact] // 1 a day by months. 17 March to 1 June: 15 of the 31 days of March, 30 of April and 31 of May are 76.
    public void ShareAt_APeriodThatCutsRows_TakesTheirParts()
    {
        var table = Monthly(2025, month => month == 4 ? 30m : 31m);
        var range = Calendar.Range(new(2026, 3, 17), new(2026, 6, 1));

        Season(table, Calendar.Year(2025), Grain.Month).ShareAt(range, Calendar.StartOfDay(new(2026, 4, 1)))
            .Should().BeApproximately(15m / 76m, 1e-20m);
        Season(table, Calendar.Year(2025), Grain.Month).ShareAt(range, Calendar.StartOfDay(new(2026, 5, 16)))
            .Should().BeApproximately(60m / 76m, 1e-20m);
    }

    [Fact] // Returns of February count in the year, but not in its second half: 10 of 60 in July.
    public void ShareAt_OfAHalfYear_LeavesOutReturnsBeforeIt()
    {
        var sold = Monthly(2025, month => month == 2 ? -30m : 10m);

        Season(sold, Calendar.Year(2025), Grain.Month)
            .ShareAt(Calendar.HalfYear(2026, 2), Calendar.StartOfDay(new(2026, 8, 1))).Should().BeApproximately(1m / 6m, 1e-20m);
    }

    [Fact] // Week 10 of 2026 begins on 2 March, that of 2025 on 3 March: weekdays are matched, 1 + 2 of 28 by Wednesday.
    public void ShareAt_OfAWeek_GoesByTheSameWeekOfTheYearBefore()
    {
        var days = Daily(2025, day => (int)day.DayOfWeek);
        var path = Season(days, Calendar.Year(2025), Grain.Day);

        path.ShareAt(Calendar.Week(2026, 10), Calendar.StartOfDay(new(2026, 3, 4))).Should().BeApproximately(3m / 28m, 1e-20m);
    }

    [Fact] // February 2028 has a day more than that of 2027, which sold 1 to 28 on its days: 406 in all, 378 before the 28th.
    public void ShareAt_On29February_IsAllOf28February()
    {
        var path = Season(Daily(2027, day => day.Day), Calendar.Year(2027), Grain.Day);
        var february = Calendar.Month(2028, 2);

        path.ShareAt(february, Calendar.StartOfDay(new(2028, 2, 28))).Should().Be(378m / 406m);
        path.ShareAt(february, Calendar.At(new(2028, 2, 29, 12, 0))).Should().Be(1m);
    }

    [Fact] // The other way, 29 February 2024 belongs to the whole month: 406 of 435 on the last day, and all of it after.
    public void ShareAt_AfterALeapYear_GoesByDate()
    {
        var path = Season(Daily(2024, day => day.Day), Calendar.Year(2024), Grain.Day);
        var february = Calendar.Month(2025, 2);

        path.ShareAt(february, Calendar.StartOfDay(new(2025, 2, 28))).Should().Be(378m / 435m);
        path.ShareAt(february, Calendar.StartOfDay(new(2025, 3, 1))).Should().Be(1m);
    }

    [Fact] // November 2025 sold 1 a day up to the 15th and 3 a day after it: 15 + 45. 31 December is beyond its 30 days.
    public void ShareAt_AMonthAfterAnotherMonth_GoesByDaysSinceTheStart()
    {
        var path = Season(Daily(2025, day => day.Day <= 15 ? 1m : 3m), Calendar.Month(2025, 11), Grain.Day);

        path.ShareAt(Calendar.Month(2025, 12), Calendar.StartOfDay(new(2025, 12, 16))).Should().Be(0.25m);
        path.ShareAt(Calendar.Month(2025, 12), Calendar.StartOfDay(new(2025, 12, 31))).Should().Be(1m);
    }

    [Fact] // 14 days of 1 and 14 days of 3. 28 days and 29 February are alike, too.
    public void ShareAt_ACampaignAfterAnotherOne_GoesByDaysSinceTheStart()
    {
        var first = new LocalDate(2025, 9, 1);
        var path = Season(
            Daily(2025, day => day < first.PlusDays(14) ? 1m : 3m), Calendar.Range(first, first.PlusDays(28)), Grain.Day);

        path.ShareAt(Calendar.Range(new(2026, 4, 6), new(2026, 5, 4)), Calendar.StartOfDay(new(2026, 4, 20))).Should().Be(0.25m);
        path.ShareAt(Calendar.Range(new(2028, 2, 10), new(2028, 3, 10)), Calendar.StartOfDay(new(2028, 2, 24))).Should().Be(0.25m);
    }

    [Fact] // The calendar of the goal weighs its days, that of the table does not.
    public void ShareAt_AGoalOfACalendarWithDayWeights_GoesByDate()
    {
        var weighted = Calendar.WithDayWeights(DayWeights.WorkingDays);

        Busy().ShareAt(weighted.Quarter(2026, 4), Calendar.StartOfDay(new(2026, 12, 1))).Should().BeApproximately(61m / 3_161m, 1e-20m);
    }

    [Fact]
    public void ShareAt_APeriodWithoutSeason_IsRefusedWithWhatToQuery()
    {
        var asOf = Calendar.StartOfDay(new(2026, 5, 1));
        var lastQuarter = Season(Daily(2025, _ => 1m), Calendar.Quarter(2025, 4), Grain.Day);
        var fiscal = ReportingCalendar.Iso("Europe/Copenhagen").WithFiscalYearStartingIn(4);

        Refusal(() => lastQuarter.ShareAt(Calendar.Year(2026), asOf)).Should().Be(
            "A season goes by date, and the one of 'revenue' in 2025-Q4 does not hold the dates of 2026 in an earlier year."
            + " Query a range that holds them, such as 2025. (Parameter 'period')");
        Refusal(() => Busy().ShareAt(fiscal.FiscalYear(2027), asOf)).Should().Contain("the dates of FY2027 in an earlier year");
        Refusal(() => lastQuarter.ShareAt(Calendar.Quarter(2025, 4), asOf)).Should().Contain("the dates of 2025-Q4 in an earlier year");
        Refusal(() => Busy().ShareAt(Calendar.Hour(asOf), asOf)).Should().Contain("lies in one row of the earlier 2025");
        Refusal(() => Season(Christmas, Calendar.Year(2025), Grain.Month).ShareAt(Calendar.Month(2026, 5), asOf)).Should().Be(
            "The season 2025-05 of 2026-05 lies in one row of the earlier 2025, which does not show how it went."
            + " Query it by a shorter grain, such as By(Grain.Day). (Parameter 'period')");
        Refusal(() => Season(Monthly(2025, month => month == 1 ? 9m : 0m), Calendar.Year(2025), Grain.Month)
            .ShareAt(Calendar.Quarter(2026, 2), asOf)).Should().StartWith("The total of 'revenue' in 2025-Q2 is 0. Expected one above 0");
    }

    [Fact] // 600 in eleven months leave 600 for the 31 days of December, whatever the season expects: 600 / 334 so far, 600 / 31 from here.
    public void Track_ByASeason_HasRatesPerDayThatHasPassedAndIsLeft()
    {
        var table = Monthly(2026, month => month == 1 ? 600m : 0m);
        var goal = new SmartGoal("christmas")
        {
            Measure = Revenue(table).BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Money.Dkk(1_200)),
            Period = Calendar.Year(2026),
            Path = Season(Christmas, Calendar.Year(2025), Grain.Month),
        };
        var progress = GoalTracker.Default.Track(goal, new InMemorySource(Calendar, table), Calendar.StartOfDay(new(2026, 12, 1)));

        progress.RunRate.ToString(null).Should().Be("DKK 1.80 per day");
        progress.RequiredRate.ToString(null).Should().Be("DKK 19.35 per day");
    }

    [Fact] // A goal that cannot be judged is one finding of a scorecard, and SMART says so before.
    public void Scorecard_AGoalWithoutSeason_IsOneFinding()
    {
        var table = Monthly(2026, _ => 100m);
        var goal = new SmartGoal("sell")
        {
            Measure = Revenue(table).BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Money.Dkk(1_200)),
            Period = Calendar.Year(2026),
            Path = Season(Daily(2025, _ => 1m), Calendar.Quarter(2025, 4), Grain.Day),
        };
        var asOf = Calendar.StartOfDay(new(2026, 5, 1));
        var source = new InMemorySource(Calendar, table);
        var scorecard = Scorecard.Create(new() { Goals = [goal] }, source, asOf);
        var smart = SmartValidator.Default.Validate(goal, asOf);

        scorecard.Goals.Single().Status.Should().Be(GoalStatus.Unknown);
        scorecard.Goals.Single().Findings.Single().Message().Should().StartWith("'sell' could not be evaluated: A season goes by date");
        smart.FindingsOn(SmartCriterion.TimeBound).Single().Message().Should().Be(
            "The goal's path cannot be followed through 2026: A season goes by date, and the one of 'revenue' in 2025-Q4 does not hold the"
            + " dates of 2026 in an earlier year. Query a range that holds them, such as 2025.");
    }

    [Fact]
    public void Of_SeasonThatLacksData_IsRefusedWithWhatToDo()
    {
        var lacks = () => Season(Christmas, Calendar.Range(new(2024, 12, 1), new(2025, 3, 1)), Grain.Month);

        lacks.Should().Throw<ArgumentException>().WithMessage(
            "Of 'revenue' in the earlier season 2024-12 lacks data. Choose a season that is over and whose facts are loaded, or*");
    }

    [Fact]
    public void Of_SeasonThatIsNotOver_IsRefused()
    {
        var year = Calendar.Year(2025);
        var source = new InMemorySource(Calendar, Christmas);
        var inJune = Query.For(Revenue(Christmas)).By(Grain.Month).During(year).AsOf(Calendar.At(new(2025, 6, 15, 0, 0)));
        var open = () => SeasonalPath.Of(source.Query(inJune), Revenue(Christmas));

        open.Should().Throw<ArgumentException>().WithMessage("Of 'revenue' in the earlier season 2025-06 is not over.*");
    }

    [Fact]
    public void Of_MeasureThatDoesNotAddUp_IsRefusedWithWhatToDo()
    {
        var year = Calendar.Year(2025);
        var average = Metric.Average("mean", Christmas, "revenue");
        var source = new InMemorySource(Calendar, Christmas);
        var level = () => SeasonalPath.Of(source.Query(Query.For(average).By(Grain.Month).During(year)), average);

        level.Should().Throw<ArgumentException>().WithMessage("*'mean' does not add up over time. Take a sum or a count.*");
    }

    [Fact]
    public void Of_OneRow_IsRefusedWithWhatToDo()
    {
        var year = Calendar.Year(2025);
        var source = new InMemorySource(Calendar, Christmas);
        var oneRow = () => SeasonalPath.Of(source.Query(Query.For(Revenue(Christmas)).During(year)), Revenue(Christmas));

        oneRow.Should().Throw<ArgumentException>().WithMessage(
            "The season 2025 is one row, which does not show how it went. Ask by a shorter grain, such as By(Grain.Day).*");
    }

    [Fact]
    public void Of_TotalOfZero_IsRefused()
    {
        var year = Calendar.Year(2025);
        var nothing = () => Season(Monthly(2025, _ => 0m), year, Grain.Month);

        nothing.Should().Throw<ArgumentException>().WithMessage("The total of 'revenue' in 2025 is 0. Expected one above 0*");
    }

    private static SeasonalPath Busy() => Season(Daily(2025, day => day.Month == 12 ? 100m : 1m), Calendar.Year(2025), Grain.Day);

    private static string Refusal(Action asked) => asked.Should().Throw<ArgumentException>().Which.Message;

    private static SeasonalPath Season(FactTable table, ReportingPeriod earlier, Grain grain) => SeasonalPath.Of(
        new InMemorySource(Calendar, table).Query(Query.For(Revenue(table)).By(grain).During(earlier)), Revenue(table));

    private static Metric Revenue(FactTable table) => Metric.Sum("revenue", table, "revenue");

    private static FactTable Monthly(int year, Func<int, decimal> value) =>
        Table(year, Enumerable.Range(1, 12).Select(month => (new LocalDate(year, month, 1), value(month))));

    private static FactTable Daily(int year, Func<LocalDate, decimal> value)
    {
        var days = Enumerable.Range(0, 366).Select(day => new LocalDate(year, 1, 1).PlusDays(day)).Where(day => day.Year == year);
        return Table(year, days.Select(day => (day, value(day))));
    }

    private static FactTable Table(int year, IEnumerable<(LocalDate Day, decimal Revenue)> rows) =>
        Table(new(year, 1, 1), new(year + 1, 1, 1), rows);

    private static FactTable Table(LocalDate start, LocalDate end, IEnumerable<(LocalDate Day, decimal Revenue)> rows) =>
        FactTable.From("sales", rows).At(row => row.Day).Value("revenue", row => row.Revenue, Unit.Money("DKK"))
            .Covering(start, end).Build();
}
