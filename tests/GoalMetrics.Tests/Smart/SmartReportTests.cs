using System.Globalization;
using GoalMetrics.Smart;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

public sealed class SmartReportTests
{
    private static readonly SmartGoal Bad = new("sell-more")
    {
        Statement = "Sell more!",
        Measure = Revenue,
        Target = Target.Reach(Money.Dkk(1_500_000), from: Money.Dkk(600_000)),
        Period = Copenhagen.Range(new(2026, 1, 1), new(2029, 1, 1)),
        Serves = ["grow-marketshare"],
    };

    [Fact]
    public void Verdict_OfEachCriterion_IsThatOfItsGravestFinding()
    {
        var report = SmartValidator.Default.Validate(Bad, Shop, AsOf);

        report[SmartCriterion.Specific].Should().Be(SmartVerdict.Doubtful);
        report[SmartCriterion.Measurable].Should().Be(SmartVerdict.Met);
        report[SmartCriterion.Achievable].Should().Be(SmartVerdict.Doubtful);
        report[SmartCriterion.Relevant].Should().Be(SmartVerdict.NotMet);
        report[SmartCriterion.TimeBound].Should().Be(SmartVerdict.Doubtful);
        report.IsSmart.Should().BeFalse();
    }

    [Fact]
    public void Verdict_InfosOnly_IsMet()
    {
        var report = SmartValidator.Default.Validate(new("g") { Measure = Visits, Target = Target.Reach(12_000) }, AsOf);

        report.FindingsOn(SmartCriterion.Measurable).Should().ContainSingle().Which.Severity.Should().Be(FindingSeverity.Info);
        report[SmartCriterion.Measurable].Should().Be(SmartVerdict.Met);
    }

    [Fact]
    public void IsSmart_WarningsOnly_IsTrue()
    {
        var validator = SmartValidator.Default.With(new Planted(SmartCriterion.Relevant, FindingSeverity.Warning, "W"));

        var report = validator.Validate(MoreVisitors, Shop, AsOf);

        report[SmartCriterion.Relevant].Should().Be(SmartVerdict.Doubtful);
        report.IsSmart.Should().BeTrue();
    }

    [Fact]
    public void IsSmart_ACriterionIsNotChecked_IsFalse()
    {
        var report = SmartValidator.Of([.. SmartValidator.Default.Rules.Where(rule => rule.Criterion != SmartCriterion.Relevant)])
            .Validate(MoreVisitors, Shop, AsOf);

        report[SmartCriterion.Relevant].Should().Be(SmartVerdict.NotChecked);
        report.IsSmart.Should().BeFalse();
    }

    [Fact]
    public void Verdict_Default_IsNotChecked() => default(SmartVerdict).Should().Be(SmartVerdict.NotChecked);

    [Fact]
    public void Findings_OfAllRules_AreByCriterionThenGravestThenAsTheRulesRan()
    {
        var report = SmartValidator.Of(
            new Planted(SmartCriterion.TimeBound, FindingSeverity.Error, "1"),
            new Planted(SmartCriterion.Specific, FindingSeverity.Info, "2"),
            new Planted(SmartCriterion.Measurable, FindingSeverity.Warning, "3"),
            new Planted(SmartCriterion.Specific, FindingSeverity.Error, "4"),
            new Planted(SmartCriterion.Measurable, FindingSeverity.Warning, "5")).Validate(new("g"), AsOf);

        report.Findings.Select(finding => finding.Code).Should().Equal("4", "2", "3", "5", "1");
        report.FindingsOn(SmartCriterion.Measurable).Select(finding => finding.Code).Should().Equal("3", "5");
        report.FindingsOn(SmartCriterion.Relevant).Should().BeEmpty();
    }

    [Fact]
    public void Criterion_Unknown_IsRefused()
    {
        const string expected =
            "Expected one of Specific, Measurable, Achievable, Relevant, TimeBound. (Parameter 'criterion')\nActual value was 5.";
        var report = SmartValidator.Default.Validate(new("g"), AsOf);

        Messages.Of<ArgumentOutOfRangeException>(() => report[(SmartCriterion)5]).ReplaceLineEndings("\n").Should().Be(expected);
        Messages.Of<ArgumentOutOfRangeException>(() => report.FindingsOn((SmartCriterion)5)).ReplaceLineEndings("\n").Should().Be(expected);
    }

    [Fact]
    public void ToText_GoodGoal_InEnglish() => SmartValidator.Default.Validate(MoreVisitors, Shop, AsOf).ToText(English).Should().Be("""
        more-visitors: SMART
        Increase site visitors by 20 % during the first quarter of 2027
        Specific    met
        Measurable  met
        Achievable  met
        Relevant    met
        Time-bound  met
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ToText_GoodGoal_InDanish() => SmartValidator.Default.Validate(MoreVisitors, Shop, AsOf).ToText(Danish).Should().Be("""
        more-visitors: SMART
        Increase site visitors by 20 % during the first quarter of 2027
        Specifikt      opfyldt
        Målbart        opfyldt
        Opnåeligt      opfyldt
        Relevant       opfyldt
        Tidsbegrænset  opfyldt
        """.ReplaceLineEndings("\n"));

    private static readonly SmartGoal Milestones = new("new-shop")
    {
        Statement = "Open the new shop in Aarhus",
        Target = Target.Complete(new Milestone("Open", new(2027, 5, 31))),
        Owner = "Retail",
        Serves = ["grow-market-share"],
    };

    private static readonly SmartValidator WithoutPeriods = SmartValidator.Default.Without<PeriodRule>();

    [Fact] // Without a value to judge or a period, nothing is known of whether it can be achieved.
    public void ToText_NotCheckedInFull_InEnglish() => WithoutPeriods.Validate(Milestones, Shop, AsOf).ToText(English).Should().Be("""
        new-shop: not checked in full
        Open the new shop in Aarhus
        Specific    met
        Measurable  met
        Achievable  not checked
        Relevant    met
        Time-bound  not checked
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ToText_NotCheckedInFull_InDanish() => WithoutPeriods.Validate(Milestones, Shop, AsOf).ToText(Danish).Should().Be("""
        new-shop: ikke fuldt vurderet
        Open the new shop in Aarhus
        Specifikt      opfyldt
        Målbart        opfyldt
        Opnåeligt      ikke vurderet
        Relevant       opfyldt
        Tidsbegrænset  ikke vurderet
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ToText_NotCheckedInFullAndAnError_IsNotSmart() =>
        SmartValidator.Default.Validate(Milestones, Shop, AsOf).ToText(English).Should().StartWith("new-shop: not SMART\n")
            .And.Contain("Achievable  not checked\n");

    private const string BadInEnglish = """
        sell-more: not SMART
        Sell more!
        Specific    doubtful
          - The statement has too few words to be understood: 'Sell more!'.
            State what is to change, how much and by when, such as: Increase site visitors by 20 % during the next quarter.
          - The goal has no owner.
            Name the person or department responsible for it, such as Owner = "Marketing".
        Measurable  met
        Achievable  doubtful
          - The target lies 150% above the baseline: it more than doubles.
            Cut it into steps, such as 25 % a quarter, or check the figure: 20 % is written 20.Percent() or 0.2m, not 20m.
        Relevant    not met
          - The goal serves 'grow-marketshare', which is not among the strategy's business goals.
            Refer to one that is (grow-market-share), or add 'grow-marketshare' to them.
        Time-bound  doubtful
          - The goal's period 2026-01-01/2029-01-01 is longer than 2 years: nothing is urgent so far ahead.
            Cut it into shorter goals, such as one a year, and make the long aim a business goal.
        """;

    [Fact]
    public void ToText_BadGoal_InEnglish() =>
        SmartValidator.Default.Validate(Bad, Shop, AsOf).ToText(English).Should().Be(BadInEnglish.ReplaceLineEndings("\n"));

    [Fact]
    public void ToText_BadGoal_InDanish() => SmartValidator.Default.Validate(Bad, Shop, AsOf).ToText(Danish).Should().Be("""
        sell-more: ikke SMART
        Sell more!
        Specifikt      tvivlsomt
          - Formuleringen har for få ord til at blive forstået: 'Sell more!'.
            Skriv, hvad der skal ændres, hvor meget og hvornår, f.eks.: Øg antallet af besøgende på hjemmesiden med 20 % i næste kvartal.
          - Målet har ingen ansvarlig.
            Angiv den person eller afdeling, der har ansvaret for det, f.eks. Owner = "Marketing".
        Målbart        opfyldt
        Opnåeligt      tvivlsomt
          - Måltallet ligger 150 % over udgangspunktet: mere end en fordobling.
            Del det op i trin, f.eks. 25 % pr. kvartal, eller kontrollér tallet: 20 % skrives 20.Percent() eller 0.2m, ikke 20m.
        Relevant       ikke opfyldt
          - Målet understøtter 'grow-marketshare', som ikke er blandt strategiens virksomhedsmål.
            Henvis til et, der findes (grow-market-share), eller tilføj 'grow-marketshare'.
        Tidsbegrænset  tvivlsomt
          - Målets periode 2026-01-01/2029-01-01 er længere end 2 år: så langt ude i fremtiden haster intet.
            Del det op i kortere mål, f.eks. ét om året, og gør det langsigtede mål til et virksomhedsmål.
        """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("da", "Specifikt  ")]
    [InlineData("fr-FR", "Specific  ")]
    [InlineData("", "Specific  ")]
    public void ToText_OfACulture_FallsBack(string culture, string start) =>
        SmartValidator.Default.Validate(MoreVisitors, AsOf).ToText(CultureInfo.GetCultureInfo(culture)).Split('\n')[2]
            .Should().StartWith(start);

    [Fact]
    public void ToString_OnADanishMachine_IsEnglish()
    {
        using var _ = new CurrentCulture("da-DK");

        SmartValidator.Default.Validate(MoreVisitors, AsOf).ToString()
            .Should().StartWith("more-visitors: SMART").And.Contain("Specific    met");
    }

    [Fact]
    public void ToText_NoStatement_HasNoLineForIt() =>
        SmartValidator.Of().Validate(new("g") { Statement = " " }, AsOf).ToText().Should().StartWith("g: not checked in full\nSpecific ");

    [Fact]
    public void ToText_LongStatementOfManyLines_IsCutOnOneLine()
    {
        var text = SmartValidator.Of().Validate(new("g") { Statement = "more\n" + new string('x', 9_995) }, AsOf).ToText().Split('\n');

        text.Should().HaveCount(7);
        text[1].Should().Be($"more {new string('x', 295)}… (10000 characters)");
    }

    [Fact]
    public void ToText_StatementFromRightToLeft_HasALineOfItsOwn()
    {
        const string statement = "להגדיל את מספר המבקרים ב-20 % ברבעון הבא";

        SmartValidator.Of().Validate(new("g") { Statement = statement }, AsOf).ToText().Split('\n')[1].Should().Be(statement);
    }

    private sealed class Planted(SmartCriterion criterion, FindingSeverity severity, string code) : SmartRule(criterion)
    {
        protected override void Check(SmartContext context) => context.Report(new(code, severity, "m", "s"), "part");
    }
}
