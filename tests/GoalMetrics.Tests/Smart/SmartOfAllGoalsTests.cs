using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Smart;

/// <summary>All goals of a strategy are judged with one question to the source, and one that fails leaves the others alone.</summary>
public sealed class SmartOfAllGoalsTests
{
    private static readonly Instant NewYear = Utc2027(1, 1);

    private static readonly FactTable Table = Visits(new(2026, 10, 1), new(2027, 1, 1), (new(2026, 11, 5), 10m, 100m));

    private static readonly InMemorySource Source = new(Utc, Table);

    private static readonly Metric Lost = Metric.Count("lost-orders", TableSchema.Named("lost", FactTime.Date));

    private static readonly Strategy Strategy = new()
    {
        BusinessGoals = [new("grow")],
        Goals =
        [
            Goal("orders", Sum(Table), Target.IncreaseBy(20.Percent(), over: LastQuarter)),
            Goal("rate", Rate(Table), Target.Reach(12.Percent(), over: LastQuarter)),
            Goal("lost", Lost, Target.Reach(1_000, from: 900)),
            Goal("failing", Kpi.Of("failing", Boom, Sum(Table)), Target.IncreaseBy(20.Percent(), over: LastQuarter)),
            Goal("launch", null, Target.Complete(new Milestone("launch", new(2027, 2, 1)))),
            new("unfinished"),
            Goal("less", Sum(Table), Target.Reach(9, over: LastQuarter)),
        ],
    };

    [Fact]
    public void ValidateAll_GoalsOfAllKinds_FindsInEachItsOwn() => OfData(SmartValidator.Default.ValidateAll(Strategy, Source, NewYear))
        .Should().Equal(
            "orders: Met",
            "rate: Met",
            "lost: NotMet 'lost' could not be evaluated: The source has no table 'lost'; it has visits.",
            "failing: NotMet 'failing' could not be evaluated: boom",
            "launch: Met",
            "unfinished: NotMet",
            "less: NotMet From the measured baseline 10 the target 9 leads the wrong way.");

    [Fact]
    public void ValidateAll_Alone_FindsTheSame()
    {
        var alone = Strategy.Goals.Select(goal => SmartValidator.Default.Validate(goal, Strategy, Source, NewYear));

        Texts(SmartValidator.Default.ValidateAll(Strategy, Source, NewYear)).Should().Equal(Texts(alone));
    }

    [Fact]
    public void ValidateAll_WithoutData_IsThatOfEachGoal() =>
        Texts(SmartValidator.Default.ValidateAll(Strategy, null, NewYear))
            .Should().Equal(Texts(Strategy.Goals.Select(goal => SmartValidator.Default.Validate(goal, Strategy, NewYear))));

    [Fact]
    public async Task ValidateAllAsync_ManyGoals_AsksOnce()
    {
        var source = new ProbedSource(Source);
        var strategy = new Strategy
        {
            BusinessGoals = [new("grow")],
            Goals =
            [
                .. Enumerable.Range(1, 20).Select(i =>
                    Goal($"orders-{i}", Sum(Table), Target.IncreaseBy(Quantity.Ratio(i / 100m), over: LastQuarter))),
                .. Enumerable.Range(1, 20).Select(i => Goal($"rate-{i}", Rate(Table), Target.StayAtLeast(i.Percent()))),
            ],
        };

        var reports = await SmartValidator.Default.ValidateAllAsync(strategy, source, NewYear, TestContext.Current.CancellationToken);

        reports.Should().HaveCount(40).And.OnlyContain(report => report.IsSmart);
        (source.DescribeCount, source.AggregateCount).Should().Be((1, 1));
    }

    [Fact]
    public async Task ValidateAsync_RulesThatDoNotAsk_LeaveTheSourceAlone()
    {
        var source = new ProbedSource(Source);

        await SmartValidator.Default.Without<GoalMetrics.Smart.EvidenceRule>().Without<GoalMetrics.Smart.PastRule>()
            .ValidateAsync(Strategy.Goals[0], Strategy, source, NewYear, TestContext.Current.CancellationToken);

        (source.DescribeCount, source.AggregateCount).Should().Be((0, 0));
    }

    [Fact] // A rule of one's own sees what the built-in one sees, and the source is not asked again.
    public async Task EvidenceAsync_InARuleOfOnesOwn_HasBaselineAndTarget()
    {
        var source = new ProbedSource(Source);
        var rule = new ReachedRule();

        await SmartValidator.Default.With(rule).ValidateAllAsync(Strategy, source, NewYear, TestContext.Current.CancellationToken);

        rule.Seen.Should().Equal(
            "orders: 10 → 12",
            "rate: 10 % → 12 %",
            "lost: undefined: insufficient data (lost) → undefined: insufficient data (lost)",
            "failing: undefined: insufficient data (failing) → undefined: insufficient data (failing)",
            "none",
            "none",
            "less: 10 → 9");
        source.AggregateCount.Should().Be(1);
    }

    [Fact] // A source that does not answer is not a finding.
    public async Task ValidateAsync_SourceThatFails_LetsItThrough()
    {
        var source = new ProbedSource(Source) { Before = () => throw new TimeoutException("too slow") };

        await FluentActions.Awaiting(async () => await SmartValidator.Default.ValidateAllAsync(Strategy, source, NewYear))
            .Should().ThrowAsync<TimeoutException>();
    }

    [Fact]
    public void ValidateAll_NoStrategy_Throws() =>
        Messages.Of<ArgumentNullException>(() => SmartValidator.Default.ValidateAll(null!, Source, NewYear)).Should().Contain("'strategy'");

    // Fails only for what there is, so not when it is defined.
    private static Quantity Boom(Quantity orders) =>
        orders.AmountOrNull == 10m ? throw new InvalidOperationException("boom") : orders;

    private static IEnumerable<string> Texts(IEnumerable<SmartReport> reports) => reports.Select(report => report.ToText());

    private static IEnumerable<string> OfData(IEnumerable<SmartReport> reports) => reports.Select(report => string.Join(
        " ",
        report.Findings.Where(finding => finding.Code.StartsWith("TRACK", StringComparison.Ordinal)).Select(finding => finding.Message())
            .Prepend($"{report.Goal.Id}: {report[SmartCriterion.Measurable]}")));

    private static SmartGoal Goal(string id, Measure? measure, Target target) => new(id)
    {
        Statement = "A goal of the shop for the first quarter",
        Owner = id,
        Serves = ["grow"],
        Measure = measure,
        Target = target,
        Period = FirstQuarter,
    };

    private sealed class ReachedRule : ISmartRule
    {
        public List<string> Seen { get; } = [];

        public SmartCriterion Criterion => SmartCriterion.Achievable;

        public async ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default) =>
            Seen.Add((await context.EvidenceAsync(cancellationToken))?.ToString() ?? "none");
    }
}
