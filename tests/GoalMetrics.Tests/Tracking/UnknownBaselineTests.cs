using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>A goal whose baseline is to be measured, and cannot be, is not judged: it may lead either way.</summary>
public sealed class UnknownBaselineTests
{
    // Data begin on 1 February 2027, so that the first quarter is not known. Of every 100 orders 4 come back.
    private static readonly FactTable Returns = FactTable.From("returns", Enumerable.Range(0, 200))
        .At(day => new LocalDate(2027, 2, 1).PlusDays(day))
        .Value("returned", _ => 4, Unit.Count("return")).Value("orders", _ => 100, Unit.Count("order")).Build();

    private static readonly Measure Rate = RateOf(Returns);

    private static readonly ReportingPeriod SecondQuarter = Utc.Quarter(2027, 2);

    public static TheoryData<Direction> Directions => [Direction.Neutral, Direction.LowerIsBetter, Direction.HigherIsBetter];

    [Theory, MemberData(nameof(Directions))] // From 8 % down to 2 %, or up: it is not known.
    public void Track_Level_IsUnknown(Direction direction)
    {
        var rate = Kpi.Of("return-rate-kpi", Rate).BetterWhen(direction);
        var target = Target.Reach(2.Percent(), over: FirstQuarter);

        var open = Returns.Track(rate, target, SecondQuarter, Utc2027(5, 10));
        var closed = Returns.Track(rate, target, SecondQuarter, Utc2027(7, 5));

        (open.Status, closed.Status).Should().Be((GoalStatus.Unknown, GoalStatus.Unknown));
        closed.Actual.Should().Be(4.Percent());
        closed.Attainment.IsDefined.Should().BeFalse();
        closed.Findings.Select(finding => finding.Code).Should().Contain("TRACK-BASELINE-PARTIAL");
        closed.ToText().Should().StartWith("Unknown: ");
    }

    [Theory, MemberData(nameof(Directions))] // 364 returns of 200: 182 % if more were wanted.
    public void Track_Flow_IsUnknown(Direction direction)
    {
        var measure = Metric.Sum("returned", Returns, "returned").BetterWhen(direction);

        var progress = Returns.Track(
            measure, Target.Reach(Quantity.Count(200, "return"), over: FirstQuarter), SecondQuarter, Utc2027(7, 5));

        (progress.Status, progress.Actual.Amount).Should().Be((GoalStatus.Unknown, 364m));
        progress.Attainment.IsDefined.Should().BeFalse();
    }

    [Fact]
    public void Scorecard_OfAGoalWithoutItsBaseline_HasNothingToRollUp()
    {
        var goal = new SmartGoal("fewer")
        {
            Measure = Rate,
            Target = Target.Reach(2.Percent(), over: FirstQuarter),
            Period = SecondQuarter,
            Serves = [new BusinessGoal("happy")],
        };
        var strategy = new Strategy { BusinessGoals = [new BusinessGoal("happy")], Goals = [goal] };

        var happy = Scorecard.Create(strategy, new InMemorySource(Utc, Returns), Utc2027(7, 5)).BusinessGoals[0];

        (happy.WorstStatus, happy.Attainment.IsDefined).Should().Be((GoalStatus.Unknown, false));
        happy.UnknownGoals.Should().ContainSingle();
    }

    [Fact] // Once January is loaded: from 8 to 2 %, and 4 % at the end.
    public void Track_WithTheBaseline_GoesDown()
    {
        var table = FactTable.From("returns", Enumerable.Range(0, 200)).At(day => new LocalDate(2027, 1, 1).PlusDays(day))
            .Value("returned", day => day < 90 ? 8 : 4, Unit.Count("return")).Value("orders", _ => 100, Unit.Count("order")).Build();

        var progress = table.Track(RateOf(table), Target.Reach(2.Percent(), over: FirstQuarter), SecondQuarter, Utc2027(7, 5));

        progress.ToText().Should().Be("Missed: 66.67 % of the way, 100 % expected, pace 0.67, stands at 4 %, target 2 %");
    }

    private static Measure RateOf(FactTable table) => Measure.Of(
        "return-rate",
        (returned, orders) => returned / orders,
        Metric.Sum("returned", table, "returned"),
        Metric.Sum("orders", table, "orders"));
}
