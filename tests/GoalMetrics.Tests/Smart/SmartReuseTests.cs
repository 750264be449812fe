using System.Runtime.CompilerServices;
using GoalMetrics.Smart;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

/// <summary>What is used again from one validation to the next is seen by nobody.</summary>
public sealed class SmartReuseTests
{
    [Fact]
    public void Validate_AfterABadGoal_FindsNothingOfIt()
    {
        var validator = SmartValidator.Default.With();
        var bad = validator.Validate(new("bad"), AsOf);

        validator.Validate(MoreVisitors, Shop, AsOf).Findings.Should().BeEmpty();
        validator.Validate(new("worse"), AsOf).Findings.Should().OnlyContain(finding => finding.Path.StartsWith("goals/worse/", StringComparison.Ordinal));
        bad.Goal.Id.Should().Be("bad");
        bad.Findings.Should().HaveCount(7).And.OnlyContain(finding => finding.Path.StartsWith("goals/bad/", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_AfterOneWithinAStrategy_IsAlone()
    {
        var validator = SmartValidator.Of(new KnownBusinessGoalRule());
        var goal = new SmartGoal("g") { Serves = ["x"] };

        validator.Validate(goal, Shop, AsOf).Findings.Should().ContainSingle();
        validator.Validate(goal, AsOf).Findings.Should().BeEmpty();
    }

    [Fact]
    public void Validator_BetweenValidations_HoldsNothingOfTheCallers()
    {
        var validator = SmartValidator.Default.With();
        var goal = Judge(validator);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        goal.IsAlive.Should().BeFalse();
        GC.KeepAlive(validator);
    }

    [Fact]
    public void Validate_RuleFromOutside_HasAContextOfItsOwn()
    {
        var keeping = new KeepingRule();
        var validator = SmartValidator.Default.With(keeping);

        validator.Validate(MoreVisitors, Shop, AsOf);
        validator.Validate(new("g"), AsOf);

        keeping.Kept.Should().HaveCount(2).And.OnlyHaveUniqueItems();
        keeping.Kept[0].Goal.Should().BeSameAs(MoreVisitors);
        keeping.Kept[0].Strategy.Should().BeSameAs(Shop);
    }

    [Fact]
    public void Validate_RuleThatReimplementsTheInterface_IsCalledByIt()
    {
        var report = SmartValidator.Of(new ReimplementingRule()).Validate(MoreVisitors, AsOf);

        report.Findings.Should().ContainSingle().Which.Code.Should().Be("BY-INTERFACE");
    }

    [Fact]
    public void Validate_FromManyThreads_MixesNothing() => Enumerable.Range(0, 2_000).AsParallel().Select(i => (Id: $"g{i}", Report: SmartValidator.Default.Validate(new($"g{i}"), AsOf)))
        .Should().OnlyContain(each => each.Report.Goal.Id == each.Id && each.Report.Findings.Length == 7 && each.Report.Findings.All(finding => finding.Path.StartsWith($"goals/{each.Id}/", StringComparison.Ordinal)));

    [Fact]
    public void Report_Default_HasNoGoalAndFoundNothing()
    {
        Messages.Of<InvalidOperationException>(() => default(SmartReport).Goal)
            .Should().Be("There is no goal: this report was not made by a SmartValidator. Call Validate to get one.");
        default(SmartReport).Findings.Should().BeEmpty();
        default(SmartReport)[SmartCriterion.Specific].Should().Be(SmartVerdict.Met);
    }

    // Apart, so that no local of the test keeps the goal alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Judge(SmartValidator validator)
    {
        var goal = new SmartGoal("g");
        validator.Validate(goal, new Strategy { Goals = [goal] }, AsOf);
        return new(goal);
    }

    private sealed class KeepingRule() : SmartRule(SmartCriterion.Specific)
    {
        public List<SmartContext> Kept { get; } = [];

        protected override void Check(SmartContext context) => Kept.Add(context);
    }

    private sealed class ReimplementingRule() : SmartRule(SmartCriterion.Specific), ISmartRule
    {
        ValueTask ISmartRule.CheckAsync(SmartContext context, CancellationToken cancellationToken)
        {
            context.Report(new("BY-INTERFACE", FindingSeverity.Info, "m", "s"), "part");
            return default;
        }

        protected override void Check(SmartContext context) => context.Report(new("BY-CLASS", FindingSeverity.Info, "m", "s"), "part");
    }
}
