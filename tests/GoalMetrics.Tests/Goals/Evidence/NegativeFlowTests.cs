using GoalMetrics.Tests.Tracking;
using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Goals.Evidence;

// What accumulates below zero: credit notes, losses, targets of zero or less. Of January's 31 days 15 have gone at the start of the 16th.
public sealed class NegativeFlowTests
{
    private static readonly Instant The16th = Utc2027(1, 16);
    private static readonly Instant TheEnd = Utc2027(2, 1);

    [Theory] // Credit notes of 100 on the 3rd: nothing of a limit has been used, be it 310 or 0, so there is no pace of it.
    [InlineData(310, "On track: used -32.26 % of the limit, 48.39 % expected, lands at -DKK 206.67, limit DKK 310.00")]
    [InlineData(0, "On track: 48.39 % expected, lands at -DKK 206.67, limit DKK 0.00")]
    public void Track_LimitWithASumBelowZero_HasNoPace(int limit, string text)
    {
        var progress = Profits((3, -100m)).Track(Costs, Target.Reach(Money.Dkk(limit)), January, The16th);

        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Pace.ShouldBeUndefined(UndefinedReason.OutOfDomain, "used");
        progress.ToText().Should().Be(text);
    }

    public static TheoryData<string, Target, decimal, GoalStatus, decimal?> Closed => new()
    {
        { "break even", Target.Reach(Money.Dkk(0)), 50m, GoalStatus.Achieved, null },
        { "break even exactly", Target.Reach(Money.Dkk(0)), 0m, GoalStatus.Achieved, null },
        { "a loss", Target.Reach(Money.Dkk(0)), -1m, GoalStatus.Missed, null },

        // 250 of 200; and 150 of 200.
        { "break even from a loss", Target.Reach(Money.Dkk(0), from: Money.Dkk(-200)), 50m, GoalStatus.Achieved, 1.25m },
        { "a smaller loss", Target.Reach(Money.Dkk(0), from: Money.Dkk(-200)), -50m, GoalStatus.Missed, 0.75m },

        // A fifth of 310 is 62, so −248 is wanted; −155 is 155 better, and −279 is 31.
        { "a fifth less loss", Target.IncreaseBy(20.Percent(), from: Money.Dkk(-310)), -155m, GoalStatus.Achieved, 2.5m },
        { "a tenth less loss", Target.IncreaseBy(20.Percent(), from: Money.Dkk(-310)), -279m, GoalStatus.Missed, 0.5m },
    };

    [Theory]
    [MemberData(nameof(Closed))]
    public void Track_TargetOfZeroOrLessAtTheClose_IsAchievedOrMissed(
        string kind, Target target, decimal profit, GoalStatus status, decimal? attainment)
    {
        var progress = Profits((3, profit)).Track(Profit, target, January, TheEnd);

        progress.Status.Should().Be(status, kind);
        progress.Attainment.AmountOrNull.Should().Be(attainment, kind);
        progress.Pace.IsDefined.Should().BeFalse();
        progress.Findings.Select(finding => finding.Code).Should().Equal("TRACK-NO-SHARE");
    }

    public static TheoryData<string, Target, decimal, GoalStatus> Open => new()
    {
        // It lands at profit · 31 / 15, and may still fall: nothing is achieved before the close.
        { "profit", Target.Reach(Money.Dkk(0)), 50m, GoalStatus.OnTrack },
        { "loss", Target.Reach(Money.Dkk(0)), -15m, GoalStatus.OffTrack },

        // −120 lands at −248, −123 at −254.2 (90 % of the way), −124 at −256.27 (86.7 %).
        { "as wanted", Target.IncreaseBy(20.Percent(), from: Money.Dkk(-310)), -120m, GoalStatus.OnTrack },
        { "nearly", Target.IncreaseBy(20.Percent(), from: Money.Dkk(-310)), -123m, GoalStatus.AtRisk },
        { "too low", Target.IncreaseBy(20.Percent(), from: Money.Dkk(-310)), -124m, GoalStatus.OffTrack },
        { "without a baseline", Target.Reach(Money.Dkk(-248)), -123m, GoalStatus.OffTrack },
        { "well without a baseline", Target.Reach(Money.Dkk(-248)), -120m, GoalStatus.OnTrack },
    };

    [Theory]
    [MemberData(nameof(Open))]
    public void Track_TargetOfZeroOrLessOnTheWay_GoesByWhereItLands(string kind, Target target, decimal profit, GoalStatus status)
    {
        var table = Profits((3, profit));
        table.Track(Profit, target, January, The16th).Status.Should().Be(status, kind);
        table.Track(Profit, target, January, Utc2027(1, 1, hour: 5)).Status.Should().Be(GoalStatus.OnTrack, "no day has passed");
    }

    [Theory] // Returns are to come to 62 or more: −62 or less. They are not missed before they had time to come.
    [InlineData(-10, 16, GoalStatus.OffTrack)]
    [InlineData(-30, 16, GoalStatus.OnTrack)]
    [InlineData(-62, 32, GoalStatus.Achieved)]
    [InlineData(-61, 32, GoalStatus.Missed)]
    public void Track_ALimitBelowZero_IsDecidedAtTheClose(int sum, int day, GoalStatus status)
    {
        var at = January.Start + Duration.FromDays(day - 1);
        Profits((3, sum)).Track(Costs, Target.Reach(Money.Dkk(-62)), January, at).Status.Should().Be(status);
    }

    [Fact] // The 10th is not known, so neither is whether the loss stayed small.
    public void Track_TargetOfZeroWithAGap_IsUnknown()
    {
        var table = Of((3, 50m)).Covering(new(2027, 1, 1), new(2027, 3, 1), except: [new(new(2027, 1, 10), new(2027, 1, 10))]).Build();
        var progress = table.Track(Profit, Target.Reach(Money.Dkk(0)), January, TheEnd);

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => finding.Code).Should().Contain("TRACK-DATA-GAP");
    }

    private static Metric Profit => Metric.Sum("profit", Profits(), "amount").BetterWhen(Direction.HigherIsBetter);

    private static Metric Costs => Metric.Sum("costs", Profits(), "amount").BetterWhen(Direction.LowerIsBetter);

    private static FactTable Profits(params (int Day, decimal Amount)[] days) =>
        Of(days).Covering(new(2027, 1, 1), new(2027, 3, 1)).Build();

    private static FactTableBuilder<(int Day, decimal Amount)> Of(params (int Day, decimal Amount)[] days) =>
        FactTable.From("books", days).At(day => new LocalDate(2027, 1, day.Day)).Value("amount", day => day.Amount, Unit.Money("DKK"));
}
