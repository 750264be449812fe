using NodaTime;

namespace GoalMetrics.Tests.Tracking;

/// <summary>A value to keep is asked of whole periods where it adds up over time.</summary>
public sealed class StayPartsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    // 50 a day, 350 in every week of 2026.
    private static readonly FactTable Sales = FactTable.FromSeries(
        "sales", Unit.Money("DKK"), Enumerable.Range(0, 365).Select(day => new SeriesPoint(new LocalDate(2026, 1, 1).PlusDays(day), 50m)));

    private static readonly InMemorySource Source = new(Calendar, Sales);

    [Fact]
    public void Track_AFlowReadWeeklyInAQuarter_LeavesOutTheWeeksItCuts()
    {
        // The second quarter begins on Wednesday of week 14 and ends on Tuesday of week 27.
        var goal = new SmartGoal("weekly-revenue")
        {
            Measure = Metric.Sum("revenue", Sales, "value"),
            Target = Target.StayAtLeast(Money.Dkk(300m)),
            Period = Calendar.Quarter(2026, 2),
            ReadEvery = Grain.Week,
        };

        var progress = GoalTracker.Default.Track(goal, Source, Calendar.StartOfDay(new LocalDate(2026, 7, 10)));

        progress.Status.Should().Be(GoalStatus.Achieved);
        progress.Readings.Select(reading => reading.Period.ToString()).Should().StartWith("2026-W15").And.EndWith("2026-W26")
            .And.HaveCount(12);
        progress.Readings.Should().OnlyContain(reading => reading.Value == Money.Dkk(350m));
    }

    [Fact]
    public void Track_ALevelReadWeeklyInAQuarter_ReadsTheWeeksItCutsToo()
    {
        var goal = new SmartGoal("daily-sales")
        {
            Measure = Metric.Average("average-sale", Sales, "value"),
            Target = Target.StayAtLeast(Money.Dkk(50m)),
            Period = Calendar.Quarter(2026, 2),
            ReadEvery = Grain.Week,
        };

        GoalTracker.Default.Track(goal, Source, Calendar.StartOfDay(new LocalDate(2026, 7, 10))).Readings.Should().HaveCount(14);
    }

    [Fact]
    public void GoalTracker_APolicyUpsideDown_IsRefused() =>
        FluentActions.Invoking(() => new GoalTracker(new StatusPolicy { AtRiskFrom = 1.2m })).Should().Throw<ArgumentException>()
            .WithMessage(
                "At risk from pace 1.2, but on track from 1 already: expected AtRiskFrom at or below OnTrackFrom. (Parameter 'policy')");
}
