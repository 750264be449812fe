using NodaTime;

namespace GoalMetrics.Tests.Goals;

/// <summary>Where a path stands, and the days that its rates are stated by.</summary>
public sealed class PathPositionTests
{
    private static readonly Unit Day = Unit.Duration(DurationUnit.Day);

    [Fact] // A quarter of 30 days.
    public void ElapsedDays_NotStated_AreTheShareOfTheDays()
    {
        var position = PathPosition.Of(1, 4, 30);

        position.ElapsedDays.Should().Be(7.5m);
        position.DayUnit.Should().Be(Day);
        default(PathPosition).ElapsedDays.Should().Be(0m);
        default(PathPosition).DayUnit.Should().Be(Day);
    }

    [Fact] // A Saturday that counts for three is no three days: rates stay per day of the calendar, of which 10 of 30 have passed.
    public void PositionAt_WeightsWithoutDaysOff_CountsDaysOfTheCalendar()
    {
        var calendar = ReportingCalendar.Utc.WithDayWeights(DayWeights.Of(1m, 1m, 1m, 1m, 2m, 3m, 1m));
        var position = WeightedDaysPath.Instance.PositionAt(calendar.Month(2026, 6), calendar.StartOfDay(new(2026, 6, 11)));

        (position.Days, position.ElapsedDays, position.DayUnit).Should().Be((30m, 10m, Day));
        (position.Part, position.Whole).Should().Be((13m, 42m)); // 10 a week: a week and three days, of four weeks and two days
    }

    [Fact]
    public void WithElapsedDays_OfAPathThatIsNotSteady_KeepsTheShare()
    {
        var position = PathPosition.Of(1, 4, 30).WithDaysNamed("match day").WithElapsedDays(20);

        position.Share.Should().Be(0.25m);
        position.ElapsedDays.Should().Be(20m);
        position.DayUnit.Should().Be(Unit.Count("match day"));
        position.Should().NotBe(PathPosition.Of(1, 4, 30)).And.Be(PathPosition.Of(1, 4, 30).WithElapsedDays(20).WithDaysNamed("match day"));
        position.GetHashCode().Should().Be(PathPosition.Of(1, 4, 30).WithDaysNamed("match day").GetHashCode());
    }

    [Fact]
    public void WithElapsedDays_BelowZero_IsRefused()
    {
        var position = PathPosition.Of(1, 4, 30);

        FluentActions.Invoking(() => position.WithElapsedDays(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void WithElapsedDays_MoreThanThereAre_IsRefused()
    {
        var position = PathPosition.Of(1, 4, 30);

        FluentActions.Invoking(() => position.WithElapsedDays(31)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void WithDaysNamed_Blank_IsRefused()
    {
        var position = PathPosition.Of(1, 4, 30);

        FluentActions.Invoking(() => position.WithDaysNamed(" ")).Should().Throw<ArgumentException>();
    }

    [Fact] // A path of one's own expects half at once; 10 of 30 days have gone all the same.
    public void PositionAt_OfAPathOfOnesOwn_HasTheDaysOfTheCalendar()
    {
        IProgressPath path = new Half();
        var june = ReportingCalendar.Utc.Month(2026, 6);
        var position = path.PositionAt(june, ReportingCalendar.Utc.StartOfDay(new(2026, 6, 11)));

        position.Share.Should().Be(0.5m);
        position.ElapsedDays.Should().Be(10m);
    }

    private sealed class Half : IProgressPath
    {
        public decimal ShareAt(ReportingPeriod period, Instant moment) => 0.5m;
    }
}
