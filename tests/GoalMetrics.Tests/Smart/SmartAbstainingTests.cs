using GoalMetrics.Smart;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

/// <summary>A built-in rule that lacks what it needs does not count as having checked its criterion.</summary>
public sealed class SmartAbstainingTests
{
    private static readonly ReportingPeriod Quarter = Copenhagen.Quarter(2027, 1);
    private static readonly Target OverLastYear = Target.IncreaseBy(Quantity.Count(20), over: Copenhagen.Year(2026));
    private static readonly Target Launch = Target.Complete(new Milestone("Launch", new(2027, 2, 1)));

    public static TheoryData<ISmartRule, SmartGoal, Strategy?, SmartVerdict> Cases => new()
    {
        { new StatementRule(), new("g") { Statement = MoreVisitors.Statement }, null, SmartVerdict.Met },
        { new OwnerRule(), new("g") { Owner = "Anna" }, null, SmartVerdict.Met },
        { new FigureRule(), new("g"), null, SmartVerdict.NotChecked },
        { new FigureRule(), new("g") { Statement = "Sell more cars" }, null, SmartVerdict.NotChecked },
        { new FigureRule(), new("g") { Statement = "Sell 5 % more", Target = Target.Reach(100) }, null, SmartVerdict.NotChecked },
        { new FigureRule(), new("g") { Statement = "Sell more cars", Target = Target.StayAtLeast(5.Percent()) }, null, SmartVerdict.Met },
        { new DirectionRule(), new("g") { Measure = Visits }, null, SmartVerdict.NotChecked },
        { new DirectionRule(), new("g") { Target = Launch }, null, SmartVerdict.NotChecked },
        { new DirectionRule(), MoreVisitors, null, SmartVerdict.Met },
        { new MeasureRule(), new("g") { Target = Launch }, null, SmartVerdict.Met },
        { new TargetRule(), new("g") { Target = Launch }, null, SmartVerdict.Met },
        { new BaselineRule(), new("g"), null, SmartVerdict.NotChecked },
        { new BaselineRule(), new("g") { Measure = Visits }, null, SmartVerdict.NotChecked },
        { new BaselineRule(), new("g") { Measure = Visits, Target = OverLastYear }, null, SmartVerdict.Met },
        { new BaselineLengthRule(), new("g") { Measure = Visits, Target = OverLastYear }, null, SmartVerdict.NotChecked },
        {
            new BaselineLengthRule(),
            new("g") { Measure = Conversion, Period = Quarter, Target = Target.Reach(4.Percent(), over: Copenhagen.Year(2026)) },
            null,
            SmartVerdict.Met
        },
        { new ReadingRule(), new("g") { Period = Quarter }, null, SmartVerdict.NotChecked },
        { new ReadingRule(), new("g") { ReadEvery = Grain.Month }, null, SmartVerdict.NotChecked },
        { new ReadingRule(), new("g") { ReadEvery = Grain.Month, Period = Quarter }, null, SmartVerdict.Met },
        { new EvidenceRule(), MoreVisitors, Shop, SmartVerdict.NotChecked },
        { new GroundsRule(), new("g"), null, SmartVerdict.Doubtful },
        { new GroundsRule(), MoreVisitors, Shop, SmartVerdict.NotChecked }, // The others judge.
        { new LimitRule(), new("g"), null, SmartVerdict.NotChecked },
        { new LimitRule(), new("g") { Target = Launch }, null, SmartVerdict.NotChecked },
        { new LimitRule(), new("g") { Target = OverLastYear }, null, SmartVerdict.NotChecked }, // Its value is not known without data.
        { new LimitRule(), new("g") { Target = Target.IncreaseBy(20, from: 100) }, null, SmartVerdict.Met },
        { new StepRule(), new("g"), null, SmartVerdict.NotChecked },
        { new StepRule(), new("g") { Target = Target.StayAtLeast(5) }, null, SmartVerdict.NotChecked },
        { new StepRule(), new("g") { Target = OverLastYear }, null, SmartVerdict.NotChecked },
        { new StepRule(), MoreVisitors, null, SmartVerdict.Met },
        { new PastRule(), MoreVisitors, Shop, SmartVerdict.NotChecked },
        { new TimeLeftRule(), new("g"), null, SmartVerdict.NotChecked },
        { new TimeLeftRule(), MoreVisitors, null, SmartVerdict.Met },
        { new LoadRule(), MoreVisitors, null, SmartVerdict.NotChecked },
        { new LoadRule(), new("g") { Owner = " ", Period = Quarter }, Shop, SmartVerdict.NotChecked },
        { new LoadRule(), new("g") { Owner = "Anna" }, Shop, SmartVerdict.NotChecked },
        { new LoadRule(), MoreVisitors, Shop, SmartVerdict.Met },
        { new ServesRule(), MoreVisitors, null, SmartVerdict.Met },
        { new KnownBusinessGoalRule(), MoreVisitors, null, SmartVerdict.NotChecked },
        { new KnownBusinessGoalRule(), new("g"), Shop, SmartVerdict.NotChecked },
        { new KnownBusinessGoalRule(), MoreVisitors, Shop, SmartVerdict.Met },
        { new RelevantMeasureRule(), new("g") { Measure = Visits }, Shop, SmartVerdict.NotChecked },
        { new RelevantMeasureRule(), new("g") { Serves = ["grow-market-share"] }, Shop, SmartVerdict.NotChecked },
        { new RelevantMeasureRule(), MoreVisitors, null, SmartVerdict.NotChecked },
        { new RelevantMeasureRule(), MoreVisitors, Shop, SmartVerdict.Met },
        { new RelevantMeasureRule(), new("g") { Measure = Conversion, Serves = ["grow-market-share"] }, null, SmartVerdict.Met },
        { new PeriodRule(), MoreVisitors, null, SmartVerdict.Met },
        { new CalendarRule(), MoreVisitors, Shop, SmartVerdict.NotChecked },
        { new OpenPeriodRule(), new("g"), null, SmartVerdict.NotChecked },
        { new OpenPeriodRule(), MoreVisitors, null, SmartVerdict.Met },
        { new PeriodLengthRule(), new("g"), null, SmartVerdict.NotChecked },
        { new PeriodLengthRule(), MoreVisitors, null, SmartVerdict.Met },
        { new PathRule(), new("g"), null, SmartVerdict.NotChecked },
        { new PathRule(), MoreVisitors, null, SmartVerdict.Met },
        { new MilestoneRule(), MoreVisitors, null, SmartVerdict.NotChecked },
        { new MilestoneRule(), new("g") { Target = Launch }, null, SmartVerdict.NotChecked },
        { new MilestoneRule(), new("g") { Target = Launch, Period = Quarter }, null, SmartVerdict.Met },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Validate_ByOneRule_IsCheckedWhereTheRuleHasWhatItNeeds(
        ISmartRule rule, SmartGoal goal, Strategy? strategy, SmartVerdict verdict) =>
        SmartValidator.Of(rule).Validate(goal, strategy, AsOf)[rule.Criterion].Should().Be(verdict);

    [Fact]
    public void Cases_OfAllBuiltInRules_AreThere() =>
        Cases.Select(row => row.Data.Item1.GetType()).Distinct()
            .Should().BeEquivalentTo(SmartValidator.Default.Rules.Select(rule => rule.GetType()));
}
