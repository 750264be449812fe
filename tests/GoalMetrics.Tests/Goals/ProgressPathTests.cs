using NodaTime;

namespace GoalMetrics.Tests.Goals;

/// <summary>Ways to a target that are not steady: as an earlier season went, and from milestone to milestone.</summary>
public sealed class ProgressPathTests
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

    [Fact]
    public void Of_WhatIsNoSeason_IsRefusedWithWhatToDo()
    {
        var year = Calendar.Year(2025);
        var average = Metric.Average("mean", Christmas, "revenue");
        var source = new InMemorySource(Calendar, Christmas);
        var lacks = () => Season(Christmas, Calendar.Range(new(2024, 12, 1), new(2025, 3, 1)), Grain.Month);
        var inJune = Query.For(Revenue(Christmas)).By(Grain.Month).During(year).AsOf(Calendar.At(new(2025, 6, 15, 0, 0)));
        var open = () => SeasonalPath.Of(source.Query(inJune), Revenue(Christmas));
        var level = () => SeasonalPath.Of(source.Query(Query.For(average).By(Grain.Month).During(year)), average);
        var nothing = () => Season(Monthly(2025, _ => 0m), year, Grain.Month);

        lacks.Should().Throw<ArgumentException>().WithMessage(
            "Of 'revenue' in the earlier season 2024-12 lacks data. Choose a season that is over and whose facts are loaded, or*");
        open.Should().Throw<ArgumentException>().WithMessage("Of 'revenue' in the earlier season 2025-06 is not over.*");
        level.Should().Throw<ArgumentException>().WithMessage("*'mean' does not add up over time. Take a sum or a count.*");
        nothing.Should().Throw<ArgumentException>().WithMessage("The total of 'revenue' in 2025 is 0. Expected one above 0*");
    }

    [Theory] // Weights 1, 2 and 1; each is expected once its last day is over.
    [InlineData(1, 1, 0, 0)]
    [InlineData(1, 31, 23, 0)]
    [InlineData(2, 1, 0, 0.25)]
    [InlineData(2, 28, 23, 0.25)]
    [InlineData(3, 1, 0, 0.75)]
    [InlineData(3, 31, 23, 0.75)]
    [InlineData(4, 1, 0, 1)]
    public void ShareAt_OfMilestones_IsThatOfTheOnesDue(int month, int day, int hour, decimal share) =>
        MilestonePath.Of(new("launch", new(2027, 3, 31)), new("design", new(2027, 1, 31)), new("build", new(2027, 2, 28)) { Weight = 2m })
            .ShareAt(Calendar.Quarter(2027, 1), Calendar.At(new(2027, month, day, hour, 0))).Should().Be(share);

    [Fact] // In the middle of January nothing is due, so a goal of which nothing is done is on track; on 1 February it is not.
    public void Track_MilestonesByTheirDueDates_IsOnTrackUntilOneIsLate()
    {
        var target = Target.Complete(new Milestone("design", new(2027, 1, 31)), new Milestone("launch", new(2027, 3, 31)));
        var goal = new SmartGoal("ship")
        {
            Target = target,
            Period = Calendar.Quarter(2027, 1),
            Path = MilestonePath.Of([.. target.Milestones]),
        };
        var source = new InMemorySource(Calendar);

        GoalTracker.Default.Track(goal, source, Calendar.At(new(2027, 1, 16, 0, 0))).Status.Should().Be(GoalStatus.OnTrack);
        GoalTracker.Default.Track(goal, source, Calendar.At(new(2027, 2, 1, 0, 0))).Status.Should().Be(GoalStatus.OffTrack);
    }

    [Fact]
    public void Of_NoMilestones_IsRefused() =>
        FluentActions.Invoking(() => MilestonePath.Of()).Should().Throw<ArgumentException>()
            .WithMessage("Expected at least one milestone.*");

    private static SeasonalPath Season(FactTable table, ReportingPeriod earlier, Grain grain) => SeasonalPath.Of(
        new InMemorySource(Calendar, table).Query(Query.For(Revenue(table)).By(grain).During(earlier)), Revenue(table));

    private static Metric Revenue(FactTable table) => Metric.Sum("revenue", table, "revenue");

    private static FactTable Monthly(int year, Func<int, decimal> value) =>
        Table(year, Enumerable.Range(1, 12).Select(month => (new LocalDate(year, month, 1), value(month))));

    private static FactTable Daily(int year, Func<int, decimal> value) =>
        Table(year, Enumerable.Range(0, 365).Select(day => (new LocalDate(year, 1, 1).PlusDays(day), value(day))));

    private static FactTable Table(int year, IEnumerable<(LocalDate Day, decimal Revenue)> rows) =>
        FactTable.From("sales", rows).At(row => row.Day).Value("revenue", row => row.Revenue, Unit.Money("DKK"))
            .Covering(new(year, 1, 1), new(year + 1, 1, 1)).Build();
}
