using System.Reflection;
using GoalMetrics.Smart;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

public sealed class SmartValidatorTests
{
    [Fact]
    public void Validate_GoodGoal_FindsNothing()
    {
        var report = SmartValidator.Default.Validate(MoreVisitors, Shop, AsOf);

        report.Findings.Should().BeEmpty();
        report.IsSmart.Should().BeTrue();
        report.Goal.Should().BeSameAs(MoreVisitors);
        report.AsOf.Should().Be(AsOf);
        Enum.GetValues<SmartCriterion>().Select(criterion => report[criterion]).Should().AllBeEquivalentTo(SmartVerdict.Met);
    }

    [Fact]
    public void Validate_EmptyGoal_SaysEveryThingThatIsMissingOnce() => CodesOf(new("g")).Should().Equal(
        "SMART-S-STATEMENT",
        "SMART-S-OWNER",
        "SMART-M-MEASURE",
        "SMART-M-TARGET",
        "SMART-A-CANNOT-TELL",
        "SMART-R-SERVES",
        "SMART-T-PERIOD");

    [Fact]
    public void Validate_OneThingMissing_OneRuleSaysSo()
    {
        CodesOf(Without(statement: true)).Should().Equal("SMART-S-STATEMENT");
        CodesOf(Without(owner: true)).Should().Equal("SMART-S-OWNER");
        CodesOf(Without(measure: true)).Should().Equal("SMART-M-MEASURE");
        CodesOf(Without(target: true)).Should().Equal("SMART-M-TARGET");
        CodesOf(Without(serves: true)).Should().Equal("SMART-R-SERVES");
        CodesOf(Without(period: true)).Should().Equal("SMART-T-PERIOD");
    }

    [Fact]
    public void Validate_MilestonesWithoutMeasure_IsSmart() => CodesOf(new("new-shop")
    {
        Statement = "Open the new shop in Aarhus before the summer of 2027",
        Target = Target.Complete(new Milestone("Sign the lease", new(2027, 2, 1)), new Milestone("Open", new(2027, 5, 31))),
        Period = Copenhagen.HalfYear(2027, 1),
        Owner = "Retail",
        Serves = ["grow-market-share"],
    }).Should().BeEmpty();

    [Fact]
    public void Validate_EveryWay_GivesTheSame()
    {
        var source = new InMemorySource(Copenhagen);
        var goal = new SmartGoal("g") { Serves = ["nothing"] };
        string[] codes =
        [
            "SMART-S-STATEMENT",
            "SMART-S-OWNER",
            "SMART-M-MEASURE",
            "SMART-M-TARGET",
            "SMART-A-CANNOT-TELL",
            "SMART-R-UNKNOWN",
            "SMART-T-PERIOD",
        ];

        Codes(SmartValidator.Default.Validate(goal, AsOf)).Should().Equal(codes.Except(["SMART-R-UNKNOWN"]));
        Codes(SmartValidator.Default.Validate(goal, null, AsOf)).Should().Equal(codes.Except(["SMART-R-UNKNOWN"]));
        Codes(SmartValidator.Default.Validate(goal, Shop, AsOf)).Should().Equal(codes);
        Codes(SmartValidator.Default.Validate(goal, Shop, source, AsOf)).Should().Equal(codes);
    }

    [Fact]
    public async Task ValidateAsync_BuiltInRules_AreDoneAtOnce()
    {
        var report = SmartValidator.Default.ValidateAsync(MoreVisitors, null, null, AsOf, TestContext.Current.CancellationToken);

        report.IsCompletedSuccessfully.Should().BeTrue();
        (await report).IsSmart.Should().BeTrue();
    }

    [Fact]
    public async Task ValidateAsync_Cancelled_Throws()
    {
        var cancelled = new CancellationToken(canceled: true);

        await FluentActions.Awaiting(async () => await SmartValidator.Default.ValidateAsync(MoreVisitors, null, null, AsOf, cancelled))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Validate_NoGoal_Throws() =>
        FluentActions.Invoking(() => SmartValidator.Default.Validate(null!, AsOf))
            .Should().Throw<ArgumentNullException>().WithParameterName("goal");

    [Fact]
    public void Default_Rules_AreAllThereAreAndAtLeastTwoForEachCriterion()
    {
        var declared = typeof(ISmartRule).Assembly.GetTypes().Where(
            type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISmartRule)));

        SmartValidator.Default.Rules.Select(rule => rule.GetType()).Should().BeEquivalentTo(declared);
        SmartValidator.Default.Rules.GroupBy(rule => rule.Criterion).Should().HaveCount(5).And.OnlyContain(group => group.Count() >= 2);
    }

    [Fact]
    public void BuiltInKinds_Codes_AreUniqueAndNameTheirCriterion()
    {
        var kinds = SmartValidator.Default.Rules
            .SelectMany(rule => KindsOf(rule).Select(kind => (rule.Criterion, kind.Code)))
            .ToList();

        kinds.Should().HaveCountGreaterThanOrEqualTo(19).And.OnlyHaveUniqueItems(kind => kind.Code);
        kinds.Should().OnlyContain(kind => kind.Code.StartsWith($"SMART-{kind.Criterion.ToString()[0]}-", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_RuleType_LeavesTheRestInOrder()
    {
        var lenient = SmartValidator.Default.Without<OwnerRule>();

        lenient.Rules.Should().Equal(SmartValidator.Default.Rules.Where(rule => rule is not OwnerRule));
        lenient.Without<OwnerRule>().Rules.Should().Equal(lenient.Rules);
        SmartValidator.Default.Rules.OfType<OwnerRule>().Should().ContainSingle();
        Codes(lenient.Validate(new("g"), AsOf)).Should().NotContain("SMART-S-OWNER");
    }

    [Fact]
    public void With_Rules_RunLast()
    {
        PeriodLengthRule strict = new(longestYears: 1);

        var validator = SmartValidator.Default.Without<PeriodLengthRule>().With(strict);

        validator.Rules.Should().HaveCount(SmartValidator.Default.Rules.Count).And.EndWith(strict);
        validator.With().Rules.Should().Equal(validator.Rules);
    }

    [Fact]
    public void Of_NoRules_ChecksNothing()
    {
        var report = SmartValidator.Of().Validate(MoreVisitors, Shop, AsOf);

        SmartValidator.Of().Rules.Should().BeEmpty();
        Enum.GetValues<SmartCriterion>().Select(criterion => report[criterion]).Should().AllBeEquivalentTo(SmartVerdict.NotChecked);
        report.IsSmart.Should().BeFalse();
    }

    [Fact]
    public void Validate_AfterABadGoal_FindsNothingOfIt()
    {
        SmartValidator.Default.Validate(new("bad"), AsOf).Findings.Should().HaveCount(7);

        SmartValidator.Default.Validate(MoreVisitors, Shop, AsOf).Findings.Should().BeEmpty();
    }

    [Fact]
    public void Of_MutableList_IsCopied()
    {
        ISmartRule[] rules = [new OwnerRule()];
        var validator = SmartValidator.Of(rules);

        rules[0] = new PeriodRule();

        validator.Rules.Should().ContainSingle(rule => rule is OwnerRule);
    }

    [Fact]
    public void Of_RuleWithoutCriterion_IsRefused() => Messages.Of<ArgumentException>(() => SmartValidator.Of(new LostRule()))
        .Should().Be("LostRule is for the criterion 7. Expected one of the five, Specific to TimeBound. (Parameter 'rules')");

    [Fact]
    public void With_RuleThatIsNull_IsRefused() =>
        FluentActions.Invoking(() => SmartValidator.Default.With([null!]))
            .Should().Throw<ArgumentNullException>().WithParameterName("rules");

    [Fact]
    public void With_Null_IsRefused() =>
        FluentActions.Invoking(() => SmartValidator.Default.With(null!)).Should().Throw<ArgumentNullException>().WithParameterName("rules");

    [Fact]
    public void Of_Null_IsRefused() =>
        FluentActions.Invoking(() => SmartValidator.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("rules");

    [Fact]
    public void Validate_FromManyThreads_MixesNothing() => Enumerable.Range(0, 500).AsParallel()
        .Select(i => (Id: $"g{i}", Report: SmartValidator.Default.Validate(new($"g{i}"), Shop, AsOf)))
        .Should().OnlyContain(each => each.Report.Goal.Id == each.Id && each.Report.Findings.Count == 7
            && each.Report.Findings.All(finding => finding.Path.StartsWith($"goals/{each.Id}/", StringComparison.Ordinal)));

    private static IEnumerable<FindingKind> KindsOf(ISmartRule rule) => rule.GetType()
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
        .Select(field => field.GetValue(null))
        .OfType<FindingKind>();

    private static SmartGoal Without(
        bool statement = false,
        bool owner = false,
        bool measure = false,
        bool target = false,
        bool serves = false,
        bool period = false) => new("g")
        {
            Statement = statement ? null : MoreVisitors.Statement,
            Owner = owner ? null : MoreVisitors.Owner,
            Measure = measure ? null : MoreVisitors.Measure,
            Target = target ? null : MoreVisitors.Target,
            Serves = serves ? [] : MoreVisitors.Serves,
            Period = period ? null : MoreVisitors.Period,
        };

    private static string[] CodesOf(SmartGoal goal) => Codes(SmartValidator.Default.Validate(goal, Shop, AsOf));

    private static string[] Codes(SmartReport report) => [.. report.Findings.Select(finding => finding.Code)];

    private sealed class LostRule : ISmartRule
    {
        public SmartCriterion Criterion => (SmartCriterion)7;

        public ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default) => default;
    }
}
