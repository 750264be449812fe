using System.Globalization;
using NodaTime;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

/// <summary>Rules made outside the library, through the door the built-in ones use.</summary>
public sealed class SmartPlugInTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-AT");

    [Fact]
    public void With_ARuleOfOnesOwn_IsOneLine()
    {
        var report = SmartValidator.Default.With(new NamedOwnerRule()).Validate(MoreVisitors, Shop, AsOf);

        var finding = report.Findings.Should().ContainSingle().Subject;
        finding.Path.Should().Be("goals/more-visitors/owner");
        finding.Message(German).Should().Be("'Marketing' ist eine Abteilung, keine Person.");
        finding.Suggestion(German).Should().Be("Nennen Sie eine Person, etwa 'Anna Berg'.");
        finding.Message(Danish).Should().Be("'Marketing' er en afdeling, ikke en person.");
        finding.Message(CultureInfo.GetCultureInfo("fr")).Should().Be("'Marketing' is a department, not a person.");
        report[SmartCriterion.Specific].Should().Be(SmartVerdict.Doubtful);
        report.ToText(German)
            .Should().Contain("  - 'Marketing' ist eine Abteilung, keine Person.\n    Nennen Sie eine Person, etwa 'Anna Berg'.");
    }

    [Fact]
    public async Task CheckAsync_AskingTheSource_Waits()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var source = new ProbedSource(VisitsOf(2026)) { Before = () => released.Task };
        var validator = SmartValidator.Of(new ReachedAlreadyRule(), new NamedOwnerRule());

        var pending = validator.ValidateAsync(Visitors(target: 90), Shop, source, AsOf, TestContext.Current.CancellationToken);

        pending.IsCompleted.Should().BeFalse();
        released.SetResult();
        var report = await pending;
        report.Findings.Select(finding => finding.Message(English)).Should().Equal(
            "'Marketing' is a department, not a person.", "The target 90 was reached already over 2026: 100.");
        report[SmartCriterion.Achievable].Should().Be(SmartVerdict.NotMet);
    }

    [Fact]
    public void Validate_AskingTheSourceInMemory_IsDoneAtOnce()
    {
        var validator = SmartValidator.Of(new ReachedAlreadyRule());

        validator.Validate(Visitors(target: 90), null, VisitsOf(2026), AsOf)[SmartCriterion.Achievable].Should().Be(SmartVerdict.NotMet);
        validator.Validate(Visitors(target: 101), null, VisitsOf(2026), AsOf)[SmartCriterion.Achievable].Should().Be(SmartVerdict.Met);
        validator.Validate(Visitors(target: 90), AsOf)[SmartCriterion.Achievable].Should().Be(SmartVerdict.NotChecked); // No data.
    }

    [Fact]
    public void Context_OfARule_HoldsWhatWasPassed()
    {
        var source = VisitsOf(2026);
        SmartContext? seen = null;
        var validator = SmartValidator.Of(new Spy(context =>
        {
            seen = context;
            return default;
        }));

        validator.Validate(MoreVisitors, Shop, source, AsOf);

        seen!.Goal.Should().BeSameAs(MoreVisitors);
        seen.Strategy.Should().BeSameAs(Shop);
        seen.Source.Should().BeSameAs(source);
        seen.AsOf.Should().Be(AsOf);
    }

    [Fact]
    public void Validate_ARuleThatThrows_LetsItThrough()
    {
        var validator = SmartValidator.Default.With(new Spy(_ => throw new TimeoutException("too slow")));

        Messages.Of<TimeoutException>(() => validator.Validate(MoreVisitors, AsOf)).Should().Be("too slow");
    }

    [Fact]
    public async Task ValidateAsync_ARuleThatThrowsLater_LetsItThrough()
    {
        var validator = SmartValidator.Default.With(new Spy(async _ =>
        {
            await Task.Yield();
            throw new TimeoutException("too slow");
        }));

        await FluentActions.Awaiting(async () => await validator.ValidateAsync(MoreVisitors, null, null, AsOf))
            .Should().ThrowAsync<TimeoutException>();
    }

    [Fact]
    public void Validate_ARuleThatWaits_IsRefusedInsteadOfBlocking()
    {
        var never = new TaskCompletionSource();
        var validator = SmartValidator.Of(new Spy(async _ => await never.Task), new Spy(_ => throw new TimeoutException("not reached")));

        Messages.Of<InvalidOperationException>(() => validator.Validate(MoreVisitors, Shop, VisitsOf(2026), AsOf))
            .Should().Be("Spy did not complete at once, and Validate does not wait. Call ValidateAsync and await it.");
    }

    [Fact]
    public async Task Validate_ARuleThatWaited_CannotReportAfterwards()
    {
        var released = new TaskCompletionSource();
        var reported = new TaskCompletionSource<Exception?>();
        var validator = SmartValidator.Of(new Spy(async context =>
        {
            await released.Task;
            reported.SetResult(Record.Exception(() => context.Report(NamedOwnerRule.Kind, "owner")));
        }));
        FluentActions.Invoking(() => validator.Validate(MoreVisitors, AsOf)).Should().Throw<InvalidOperationException>();

        released.SetResult();

        (await reported.Task)
            .Should().BeOfType<InvalidOperationException>().Which.Message.Should().StartWith("SHOP-S-PERSON was reported for goal");
    }

    [Fact]
    public void Validate_RuleThatReimplementsTheInterface_IsCalledByIt()
    {
        var report = SmartValidator.Of(new ReimplementingRule()).Validate(MoreVisitors, AsOf);

        report.Findings.Should().ContainSingle().Which.Code.Should().Be("BY-INTERFACE");
    }

    [Fact]
    public void Abstain_OnlyRuleOfItsCriterion_LeavesItNotChecked()
    {
        var report = SmartValidator.Of(Relevance(context => context.Abstain())).Validate(MoreVisitors, AsOf);

        report[SmartCriterion.Relevant].Should().Be(SmartVerdict.NotChecked);
        report.IsSmart.Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Abstain_AnotherRuleChecks_IsMet(bool isFirst)
    {
        var (abstaining, checking) = (Relevance(context => context.Abstain()), Relevance(_ => { }));

        var report = SmartValidator.Of(isFirst ? [abstaining, checking] : [checking, abstaining]).Validate(MoreVisitors, AsOf);

        report[SmartCriterion.Relevant].Should().Be(SmartVerdict.Met);
    }

    [Theory]
    [InlineData(FindingSeverity.Info, SmartVerdict.NotChecked)]
    [InlineData(FindingSeverity.Warning, SmartVerdict.Doubtful)]
    [InlineData(FindingSeverity.Error, SmartVerdict.NotMet)]
    public void Abstain_AfterReporting_LeavesTheFinding(FindingSeverity severity, SmartVerdict verdict)
    {
        var report = SmartValidator.Of(Relevance(context =>
        {
            context.Report(new("SHOP-R-NO-DATA", severity, "There are no data to judge by.", "Pass a source."), "measure");
            context.Abstain();
        })).Validate(MoreVisitors, AsOf);

        report.FindingsOn(SmartCriterion.Relevant).Should().ContainSingle().Which.Path.Should().Be("goals/more-visitors/measure");
        report[SmartCriterion.Relevant].Should().Be(verdict);
    }

    [Fact]
    public void Abstain_AfterTheValidation_IsRefused()
    {
        SmartContext? kept = null;
        SmartValidator.Of(Relevance(context => kept = context)).Validate(MoreVisitors, AsOf);

        Messages.Of<InvalidOperationException>(() =>
        {
            kept!.Abstain();
            return null;
        }).Should().Be(
            "A rule abstained for goal 'more-visitors' after the validation had ended."
            + " Report before the task of CheckAsync completes.");
    }

    [Fact]
    public async Task ValidateAsync_Token_IsHandedToTheRules()
    {
        using var cancellation = new CancellationTokenSource();
        var validator = SmartValidator.Of(
            new Spy(async _ => await cancellation.CancelAsync()), new Spy(_ => throw new InvalidOperationException("not reached")));

        await FluentActions.Awaiting(async () => await validator.ValidateAsync(MoreVisitors, null, null, AsOf, cancellation.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Report_AfterTheValidation_IsRefused()
    {
        SmartContext? kept = null;
        SmartValidator.Of(new Spy(context =>
        {
            kept = context;
            return default;
        })).Validate(MoreVisitors, AsOf);

        Messages.Of<InvalidOperationException>(() =>
        {
            kept!.Report(NamedOwnerRule.Kind, "owner");
            return null;
        }).Should().Be(
            "SHOP-S-PERSON was reported for goal 'more-visitors' after the validation had ended."
            + " Report before the task of CheckAsync completes.");
    }

    [Fact]
    public void Report_FindingMadeElsewhere_KeepsItsPath()
    {
        var finding = NamedOwnerRule.Kind.At("tables/sales", [new("owner", "Anna")]);

        var report = SmartValidator.Of(Relevance(context => context.Report(finding))).Validate(MoreVisitors, AsOf);

        report.FindingsOn(SmartCriterion.Relevant).Should().ContainSingle().Which.Should().BeSameAs(finding);
    }

    [Fact]
    public void Report_FindingAfterTheValidation_IsRefused()
    {
        SmartContext? kept = null;
        SmartValidator.Of(Relevance(context => kept = context)).Validate(MoreVisitors, AsOf);

        Messages.Of<InvalidOperationException>(() =>
        {
            kept!.Report(NamedOwnerRule.Kind.At("tables/sales"));
            return null;
        }).Should().StartWith("SHOP-S-PERSON was reported for goal 'more-visitors' after the validation had ended.");
    }

    [Fact]
    public void Report_NoFinding_IsRefused() =>
        FluentActions.Invoking(() => SmartValidator.Of(Relevance(context => context.Report(null!))).Validate(MoreVisitors, AsOf))
            .Should().Throw<ArgumentNullException>().WithParameterName("finding");

    [Fact]
    public void Report_NoKind_IsRefused() =>
        FluentActions.Invoking(() => SmartValidator.Of(Relevance(context => context.Report(null!, "x"))).Validate(MoreVisitors, AsOf))
            .Should().Throw<ArgumentNullException>().WithParameterName("kind");

    [Fact]
    public void Report_NoPart_IsRefused() =>
        FluentActions.Invoking(
            () => SmartValidator.Of(Relevance(context => context.Report(NamedOwnerRule.Kind, " "))).Validate(MoreVisitors, AsOf))
            .Should().Throw<ArgumentException>().WithParameterName("part");

    [Fact]
    public void Report_ArgumentThatIsNull_IsRefused() => Messages.Of<ArgumentException>(() => SmartValidator.Of(
        Relevance(context => context.Report(NamedOwnerRule.Kind, "owner", [new("owner", "Anna"), null!]))).Validate(MoreVisitors, AsOf))
            .Should().Be("Expected no nulls; found one at index 1. (Parameter 'arguments')");

    [Fact]
    public void SmartRule_WithoutCriterion_IsRefused() =>
        FluentActions.Invoking(() => new LostRule()).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("criterion");

    [Fact]
    public async Task CheckAsync_WithoutContext_IsRefused() =>
        await FluentActions.Awaiting(async () => await new NamedOwnerRule().CheckAsync(null!)).Should().ThrowAsync<ArgumentNullException>();

    private static Spy Relevance(Action<SmartContext> check) => new(context =>
    {
        check(context);
        return default;
    });

    private static SmartGoal Visitors(int target) => new("visitors")
    {
        Owner = "Marketing",
        Measure = Visits,
        Target = Target.Reach(target, over: Copenhagen.Year(2026)),
        Period = Copenhagen.Year(2027),
    };

    private static InMemorySource VisitsOf(int year) => new(
        Copenhagen,
        FactTable.From("site", Enumerable.Range(0, 100))
            .At(i => new LocalDate(year, 1, 1).PlusDays(i))
            .Dimension("channel", _ => "web")
            .Build());

    private sealed class NamedOwnerRule() : SmartRule(SmartCriterion.Specific)
    {
        public static readonly FindingKind Kind = new(
            "SHOP-S-PERSON",
            FindingSeverity.Warning,
            new LocalizedText("'{owner}' is a department, not a person.", "'{owner}' er en afdeling, ikke en person.")
                .With("de", "'{owner}' ist eine Abteilung, keine Person."),
            new LocalizedText("Name a person, such as 'Anna Berg'.", "Angiv en person, f.eks. 'Anna Berg'.")
                .With("de", "Nennen Sie eine Person, etwa 'Anna Berg'."));

        protected override void Check(SmartContext context)
        {
            if (context.Goal.Owner is { } owner && !owner.Contains(' ', StringComparison.Ordinal))
            {
                context.Report(Kind, "owner", [new("owner", owner)]);
            }
        }
    }

    private sealed class ReachedAlreadyRule : ISmartRule
    {
        private static readonly FindingKind Reached = new(
            "SHOP-A-REACHED",
            FindingSeverity.Error,
            "The target {target} was reached already over {period}: {value}.",
            "Aim higher, such as 20 % above it.");

        public SmartCriterion Criterion => SmartCriterion.Achievable;

        public async ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default)
        {
            if (context is not { Source: { } source, Goal: { Measure: { } measure, Target: { } wanted } }
                || wanted is not { Value: { } target, Baseline.Period: { } period })
            {
                context.Abstain();
                return;
            }

            var value = (await source.QueryAsync(Query.For(measure).During(period), cancellationToken)).Total[measure];
            if (value >= target)
            {
                context.Report(Reached, "target", [new("target", target), new("period", period), new("value", value)]);
            }
        }
    }

    private sealed class Spy(Func<SmartContext, ValueTask> check) : ISmartRule
    {
        public SmartCriterion Criterion => SmartCriterion.Relevant;

        public ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default) => check(context);
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

    private sealed class LostRule() : SmartRule((SmartCriterion)5)
    {
        protected override void Check(SmartContext context)
        {
        }
    }
}
