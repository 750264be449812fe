using GoalMetrics.Tests.Tracking;
using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Goals.Evidence;

// A row of dates is read as soon as its day has begun. Where the data go on beyond today it is whole, and so is the day on the path.
public sealed class WholeTodayTests
{
    private static readonly Metric Sold = Sum(SixADay(31));

    public static TheoryData<Instant, decimal> Moments => new()
    {
        { Utc2027(1, 2), 1m },
        { Utc2027(1, 2) + Duration.FromMinutes(5), 2m },
        { Utc2027(1, 2, hour: 9), 2m },
        { Utc2027(1, 3), 2m },
        { Utc2027(1, 3, hour: 23), 3m },
    };

    [Theory] // 6 of the 10 that each day should bring: 60 % at any hour. At midnight the new day has not begun.
    [MemberData(nameof(Moments))]
    public void Track_DatesBeyondToday_DoNotMoveByTheHour(Instant at, decimal days)
    {
        var progress = SixADay(31).Track(Sold, Target.Reach(310), January, at);

        (progress.Status, progress.Pace.Amount).Should().Be((GoalStatus.OffTrack, 0.6m));
        (progress.Actual.Amount, progress.ElapsedDays, progress.RemainingDays).Should().Be((6m * days, days, 31m - days));
        (progress.Expected, progress.Landing.Amount, progress.RunRate.Amount).Should().Be((Quantity.Ratio(days / 31m), 186m, 6m));
        progress.RequiredRate.Amount.Should().Be((310m - (6m * days)) / (31m - days));
        progress.JudgedAt.Should().Be(at);
    }

    [Fact] // From 0 to 31 in January; the mean stands at 6 all the time.
    public void Track_ALevelOfDatesBeyondToday_IsExpectedByWholeDays() =>
        SixADay(31).Track(
            Metric.Average("mean", SixADay(31), "orders").BetterWhen(Direction.HigherIsBetter),
            Target.Reach(Quantity.Count(31m, "order"), from: Quantity.Count(0m, "order")),
            January,
            Utc2027(1, 2, hour: 9)).Expected.Should().Be(Quantity.Ratio(2m / 31m));

    [Fact] // The last row is that of today, which is refreshed: the day counts by its part, 1.5 of 31 days.
    public void Track_ARowOfTodayThatIsTheLast_CountsByTheHour()
    {
        var table = FactTable.From("orders", Enumerable.Range(1, 2)).At(day => (LocalDate?)new LocalDate(2027, 1, day))
            .Value("orders", _ => 6m, Unit.Count("order")).Build();

        table.Track(Sum(table), Target.Reach(310), January, Utc2027(1, 2, hour: 12)).ElapsedDays.Should().Be(1.5m);
    }

    [Fact] // Rows with times of day are read up to the moment, wherever they go on to.
    public void Track_InstantsBeyondToday_CountByTheHour()
    {
        var table = FactTable.From("orders", Enumerable.Range(0, 31 * 24)).At(hour => Utc2027(1, 1) + Duration.FromHours(hour))
            .Value("orders", _ => 1m, Unit.Count("order")).Build();

        table.Track(Sum(table), Target.Reach(31 * 24), January, Utc2027(1, 2, hour: 12)).Pace.Should().Be(Quantity.Ratio(1m));
    }

    [Fact] // On the last day all has come: nothing is left to bring it in.
    public void Track_OnTheLastDay_HasNoDayLeft()
    {
        var progress = SixADay(40).Track(Sold, Target.Reach(310), January, Utc2027(1, 31, hour: 9));

        (progress.State, progress.RemainingDays, progress.Status).Should().Be((PeriodState.Open, 0m, GoalStatus.OffTrack));
        progress.RequiredRate.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "days");
    }

    private static FactTable SixADay(int days) => Orders(
        new(2027, 1, 1), new LocalDate(2027, 1, 1).PlusDays(days), [.. Enumerable.Range(0, days).Select(day =>
            (new LocalDate(2027, 1, 1).PlusDays(day), 6m))]);
}
