using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>What the data do not say is not made up: not by the clock, not by what is missing, not by windows that look back.</summary>
public sealed class NothingMadeUpTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    // One an hour, at half past, from 1 January 2026 to 11 March 02:30.
    private static readonly FactTable Hourly = FactTable.From("t", Enumerable.Range(0, (24 * 69) + 3))
        .At(hour => Copenhagen.StartOfDay(new(2026, 1, 1)) + Duration.FromHours(hour) + Duration.FromMinutes(30))
        .Value("x", _ => 1, Unit.Count("x")).Build();

    [Theory] // No fact arrives during the day, and the shop sells as it always did.
    [InlineData(Grain.Day)]
    [InlineData(Grain.Week)]
    [InlineData(Grain.Month)]
    public void Current_InstantsLoadedInTheNight_AreJudgedTheSameAllDay(Grain grain)
    {
        var kpi = Kpi.Of("x", Metric.Sum("x-sum", Hourly, "x")).BetterWhen(Direction.HigherIsBetter).Read(grain);
        foreach (var hour in new[] { 3, 10, 17, 23 })
        {
            var current = Scorecard.Create(
                new Strategy { Kpis = [kpi] }, new InMemorySource(Copenhagen, Hourly), At(new(2026, 3, 11), hour)).Kpis[0].Current;

            (current.Verdict, current.FromPrevious.Relative).Should().Be((ChangeVerdict.Unchanged, Quantity.Ratio(0)), $"at {hour}");
        }
    }

    [Fact] // 168 hours a week: 51 in the 50 and a half hours that are known.
    public void Track_InstantsLoadedInTheNight_IsJudgedTheSameAllDay()
    {
        foreach (var hour in new[] { 3, 10, 17, 23 })
        {
            var progress = Hourly.Track(
                Metric.Sum("x-sum", Hourly, "x").BetterWhen(Direction.HigherIsBetter),
                Target.Reach(Quantity.Count(168, "x")),
                Copenhagen.WeekOf(new(2026, 3, 11)),
                At(new(2026, 3, 11), hour));

            progress.Status.Should().Be(GoalStatus.OnTrack);
            progress.Pace.Amount.Should().BeApproximately(51m / 50.5m, 1e-9m);
        }
    }

    [Theory] // The cost of the first days is known, their revenue is not: DKK 2,800 so far says nothing about the profit.
    [InlineData(Direction.HigherIsBetter, 2_000)]
    [InlineData(Direction.LowerIsBetter, 2_000)]
    [InlineData(Direction.HigherIsBetter, 4_000)]
    public void Track_DifferenceOfWhichAPartIsKnown_IsUnknown(Direction direction, int target)
    {
        var revenue = FactTable.From("revenue", Enumerable.Range(3, 28)).At(day => new LocalDate(2026, 4, day))
            .Value("amount", _ => 100m, Unit.Money("DKK")).Build();
        var costs = FactTable.From("costs", [(Day: 1, Amount: 10_000m), (Day: 20, Amount: 0m)]).At(cost => new LocalDate(2026, 4, cost.Day))
            .Value("amount", cost => cost.Amount, Unit.Money("DKK")).Covering(new(2026, 1, 1), new(2026, 5, 20)).Build();
        var profit = Kpi.Of(
            "profit", (one, other) => one - other, Metric.Sum("revenue", revenue, "amount"), Metric.Sum("costs", costs, "amount"))
            .BetterWhen(direction);
        var goal = new SmartGoal("goal") { Measure = profit, Target = Target.Reach(Money.Dkk(target)), Period = Utc.Month(2026, 4) };

        GoalTracker.Default.Track(goal, new InMemorySource(Utc, revenue, costs), Utc.StartOfDay(new(2026, 5, 5)))
            .Status.Should().Be(GoalStatus.Unknown);
    }

    [Fact] // 28 of 30 costs are not known: the limit may well be broken, and the text says so.
    public void ToText_ValuesThatAreNotKnown_AreMentioned()
    {
        var table = FactTable.From("t", Enumerable.Range(1, 30)).At(day => (LocalDate?)new LocalDate(2027, 1, day))
            .Value("cost", day => day <= 2 ? 10m : (decimal?)null, Unit.Count()).Covering(new(2027, 1, 1), new(2027, 2, 1)).Build();
        var cost = Metric.Sum("cost", table, "cost").BetterWhen(Direction.LowerIsBetter);

        table.Track(cost, Target.Reach(100), January, Utc2027(2, 1)).ToText().Should().EndWith(
            "Facts of table 't' without a value of 'cost': 28. They are in none of its sums and averages.");
    }

    [Theory] // The smallest of the days that are known is 9.8; on the missing one it may have been less.
    [InlineData(9.5, GoalStatus.Unknown)]
    [InlineData(9.9, GoalStatus.Missed)]
    public void Track_SmallestValueOverAGap_IsKnownOnlyWhereDecided(double target, GoalStatus expected)
    {
        var table = FactTable.From("t", Enumerable.Range(1, 31).Where(day => day != 15)).At(day => new LocalDate(2027, 1, day))
            .Value("x", day => 9.7m + (day / 10m), Unit.Count())
            .Covering(new(2027, 1, 1), new(2027, 2, 1), except: [new DateInterval(new(2027, 1, 15), new(2027, 1, 15))]).Build();
        var least = Metric.Min("least", table, "x").BetterWhen(Direction.HigherIsBetter);

        table.Track(least, Target.Reach(Quantity.Count((decimal)target), from: 5), January, Utc2027(2, 1)).Status.Should().Be(expected);
    }

    [Theory] // The data end with March. A mean of the last 28 days has a value in April, and says nothing about April.
    [InlineData(2, 0)]
    [InlineData(2, 10)]
    [InlineData(20, 0)]
    public void Track_MeasureThatLooksBackOverAPeriodWithoutData_IsUnknown(int day, int hour)
    {
        var table = FactTable.FromSeries("t", Unit.Count(), Enumerable.Range(0, 90).Select(each =>
            new SeriesPoint(new LocalDate(2026, 1, 1).PlusDays(each), 10m)));
        Measure[] looking =
        [
            Metric.Average("mean", table, "value").Rolling(28, Grain.Day),
            Metric.Sum("sum", table, "value").ToDate(Grain.Year),
            Metric.Sum("sum", table, "value").Cumulative(),
            Metric.Average("mean", table, "value").Previous(Grain.Month),
        ];
        foreach (var measure in looking)
        {
            var progress = table.Track(
                Kpi.Of("kpi", measure).BetterWhen(Direction.HigherIsBetter),
                Target.Reach(12, from: 8),
                Utc.Month(2026, 4),
                Instant.FromUtc(2026, 4, day, hour, 0));

            progress.Status.Should().Be(GoalStatus.Unknown, measure.Id);
            progress.Findings.Select(finding => finding.Message()).Should().Equal(
                "The measure 'kpi' has no value to judge by: the data of table 't' end with 2026-03-31.");
        }
    }

    [Fact] // A day without data is not better than the day before it because the year has gone on.
    public void Current_ToDateOfADayWithoutData_IsNotCompared()
    {
        var table = FactTable.FromSeries("t", Unit.Count(), Enumerable.Range(0, 100).Select(each =>
            new SeriesPoint(new LocalDate(2026, 1, 1).PlusDays(each), 10m)));
        var sum = Metric.Sum("sum", table, "value");
        Kpi[] kpis =
        [
            Kpi.Of("year", sum.ToDate(Grain.Year)).Read(Grain.Day),
            Kpi.Of("ever", sum.Cumulative()).Read(Grain.Day),
        ];
        var scorecard = Scorecard.Create(
            new Strategy { Kpis = [.. kpis.Select(kpi => kpi.BetterWhen(Direction.HigherIsBetter))] },
            new InMemorySource(Utc, table),
            Instant.FromUtc(2026, 4, 12, 9, 0));

        scorecard.Kpis.Select(kpi => kpi.LatestClosed.FromPrevious.Relative.Reason).Should().Equal(
            UndefinedReason.InsufficientData, UndefinedReason.InsufficientData);
    }

    [Theory] // Every day sells the same, and 28 days are compared with as many of the 28 before: two of April with two of March.
    [InlineData(Grain.Month, 5)]
    [InlineData(Grain.Week, 8)]
    [InlineData(Grain.Day, 11)]
    public void Current_RollingSumOfAnOpenPeriod_IsComparedWithAsManyDays(Grain grain, int day)
    {
        var table = FactTable.FromSeries("t", Unit.Count(), Enumerable.Range(0, 100).Select(each =>
            new SeriesPoint(new LocalDate(2026, 1, 1).PlusDays(each), 10m)));
        var kpi = Kpi.Of("rolling", Metric.Sum("sum", table, "value").Rolling(28, Grain.Day))
            .BetterWhen(Direction.HigherIsBetter).Read(grain);
        var current = Scorecard.Create(
            new Strategy { Kpis = [kpi] }, new InMemorySource(Utc, table), Instant.FromUtc(2026, 4, day, 0, 0)).Kpis[0].Current;

        current.FromPrevious.Relative.Should().Be(Quantity.Ratio(0));
    }

    [Fact] // 1 of 10 converts every day. Orders are known since 10 February, visits since the 22nd.
    public void Cumulative_OfTwoTablesThatBeginApart_IsOfTheTimeThatBothHave()
    {
        var orders = FactTable.FromSeries("orders", Unit.Count(), Enumerable.Range(0, 80).Select(day =>
            new SeriesPoint(new LocalDate(2026, 2, 10).PlusDays(day), 10m)));
        var visits = FactTable.FromSeries("visits", Unit.Count(), Enumerable.Range(0, 68).Select(day =>
            new SeriesPoint(new LocalDate(2026, 2, 22).PlusDays(day), 100m)));
        var (ordered, visited) = (Metric.Sum("ordered", orders, "value"), Metric.Sum("visited", visits, "value"));
        Measure[] rates =
        [
            Measure.Of("apart", (one, other) => one / other, ordered.Cumulative(), visited.Cumulative()),
            Measure.Of("rate", (one, other) => one / other, ordered, visited).Cumulative(),
        ];
        var table = new InMemorySource(Utc, orders, visits).Query(
            Query.For(rates).Between(new(2026, 3, 1), new(2026, 5, 1)).By(Grain.Month));

        table.SelectMany(row => rates.Select(rate => row[rate])).Distinct().Should().Equal(10.Percent());
    }

    [Fact] // 4 in the hour from 05:00; those of the night before are not part of it.
    public void Track_GoalForAnHour_CountsThatHour()
    {
        var table = FactTable.From("t", [1, 2, 3, 4, 5]).At(hour => At(new(2026, 4, 3), hour) + Duration.FromMinutes(10))
            .Value("x", _ => 1, Unit.Count()).Covering(new(2026, 4, 3), new(2026, 4, 4)).Build();
        var measure = Metric.Sum("x-sum", table, "x").BetterWhen(Direction.HigherIsBetter);
        var progress = table.Track(measure, Target.Reach(4), Copenhagen.Hour(At(new(2026, 4, 3), 5)), At(new(2026, 4, 3), 6));

        (progress.Status, progress.Actual.Amount).Should().Be((GoalStatus.Missed, 1m));
    }

    [Theory] // 12 orders in the first second of the month.
    [InlineData(Direction.HigherIsBetter, 360, GoalStatus.OnTrack)]
    [InlineData(Direction.LowerIsBetter, 20, GoalStatus.OnTrack)]
    [InlineData(Direction.LowerIsBetter, 11, GoalStatus.Missed)]
    [InlineData(Direction.HigherIsBetter, 12, GoalStatus.Achieved)]
    public void Track_OneSecondIn_SaysNothingAboutTheMonth(Direction direction, int target, GoalStatus expected)
    {
        var table = Orders(new(2027, 1, 1), new(2027, 2, 1), (new(2027, 1, 1), 12m));
        var progress = table.Track(Sum(table, direction), Target.Reach(target), January, Utc2027(1, 1) + Duration.FromSeconds(1));

        progress.Status.Should().Be(expected);
        (progress.Pace.IsDefined, progress.RunRate.IsDefined, progress.Landing.IsDefined).Should().Be((false, false, false));
    }

    [Fact] // 1 and 2 November 2025 are a weekend: nothing is expected yet, and 1 % of the limit is no reason for alarm.
    public void Track_LimitBeforeTheFirstWorkingDay_IsOnTrack()
    {
        var calendar = ReportingCalendar.Utc.WithDayWeights(DayWeights.WorkingDays);
        var table = Orders(new(2025, 11, 1), new(2025, 12, 1), (new(2025, 11, 1), 1m));
        var goal = new SmartGoal("goal")
        {
            Measure = Sum(table, Direction.LowerIsBetter),
            Target = Target.Reach(100),
            Period = calendar.Month(2025, 11),
            Path = WeightedDaysPath.Instance,
        };

        GoalTracker.Default.Track(goal, new InMemorySource(calendar, table), Instant.FromUtc(2025, 11, 2, 12, 0))
            .Status.Should().Be(GoalStatus.OnTrack);
    }

    private static Instant At(LocalDate day, int hour) => Copenhagen.StartOfDay(day) + Duration.FromHours(hour);
}
