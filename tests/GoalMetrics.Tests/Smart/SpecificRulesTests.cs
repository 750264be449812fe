using GoalMetrics.Smart;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

public sealed class SpecificRulesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void Statement_Missing_IsFound(string? statement) => FoundBy(new StatementRule(), Stated(statement)).ShouldBe(
        FindingSeverity.Error,
        "SMART-S-STATEMENT",
        "goals/g/statement",
        ("The goal is not stated in words.", "State it in one sentence, such as: Increase site visitors by 20 % during the next quarter."),
        (
            "Målet er ikke formuleret i ord.",
            "Formulér det i én sætning, f.eks.: Øg antallet af besøgende på hjemmesiden med 20 % i næste kvartal."));

    [Fact]
    public void Statement_TwoWords_IsTooShort() => FoundBy(new StatementRule(), Stated("  Sell more! ")).ShouldBe(
        FindingSeverity.Warning,
        "SMART-S-STATEMENT-SHORT",
        "goals/g/statement",
        (
            "The statement has too few words to be understood: 'Sell more!'.",
            "State what is to change, how much and by when, such as: Increase site visitors by 20 % during the next quarter."),
        (
            "Formuleringen har for få ord til at blive forstået: 'Sell more!'.",
            "Skriv, hvad der skal ændres, hvor meget og hvornår, f.eks.: Øg antallet af besøgende på hjemmesiden med 20 % i næste"
            + " kvartal."));

    [Fact]
    public void Statement_301Characters_IsTooLong() => FoundBy(new StatementRule(), Stated(new string('x', 301))).ShouldBe(
        FindingSeverity.Warning,
        "SMART-S-STATEMENT-LONG",
        "goals/g/statement",
        (
            "The statement has 301 characters, which is more than anyone remembers.",
            "Keep one sentence of at most 300 characters, such as: Increase site visitors by 20 % during the next quarter."),
        (
            "Formuleringen er på 301 tegn; det kan ingen huske.",
            "Nøjes med én sætning på højst 300 tegn, f.eks.: Øg antallet af besøgende på hjemmesiden med 20 % i næste kvartal."));

    [Theory]
    [InlineData("Sell 20 % more", true)]
    [InlineData("Sell more cars", true)]
    [InlineData("Sell – more – !", false)]
    [InlineData("Customer-satisfaction up", false)]
    [InlineData("לשפר את שביעות הרצון", true)] // Right to left, with spaces.
    [InlineData("زيادة المبيعات", false)]
    [InlineData("次の四半期に訪問者を増やす", true)] // Written without spaces: a letter is as good as a word.
    [InlineData("增长", false)]
    [InlineData("เพิ่มยอดขาย", true)]
    public void Statement_InAnyScript_NeedsThreeWords(string statement, bool isEnough) =>
        FoundBy(new StatementRule(), Stated(statement)).Should().HaveCount(isEnough ? 0 : 1);

    [Fact]
    public void Statement_300CharactersAndBlanksAround_IsFine() =>
        FoundBy(new StatementRule(), Stated($"  {new string('x', 146)} y {new string('z', 151)}  ")).Should().BeEmpty();

    [Fact]
    public void Statement_10000Characters_IsTooLongOnly()
    {
        var found = FoundBy(new StatementRule(), Stated(string.Concat(Enumerable.Repeat("more 20 % ", 1_000))));

        found.Should().ContainSingle().Which.Message()
            .Should().Be("The statement has 9999 characters, which is more than anyone remembers.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Owner_Missing_IsFound(string? owner) => FoundBy(new OwnerRule(), new("g") { Owner = owner }).ShouldBe(
        FindingSeverity.Warning,
        "SMART-S-OWNER",
        "goals/g/owner",
        ("The goal has no owner.", "Name the person or department responsible for it, such as Owner = \"Marketing\"."),
        ("Målet har ingen ansvarlig.", "Angiv den person eller afdeling, der har ansvaret for det, f.eks. Owner = \"Marketing\"."));

    [Fact]
    public void Owner_Named_IsFine() => FoundBy(new OwnerRule(), new("g") { Owner = "Anna" }).Should().BeEmpty();

    [Fact]
    public void Direction_NeitherStatedNorGivenByTheTarget_IsWorthKnowing() =>
        FoundBy(new DirectionRule(), new("g") { Measure = Visits, Target = Target.Reach(100) }).ShouldBe(
        FindingSeverity.Info,
        "SMART-S-DIRECTION",
        "goals/g/measure",
        (
            "It is not stated whether higher or lower values of 'visits' are better; higher is assumed.",
            "State it with BetterWhen, such as BetterWhen(Direction.LowerIsBetter) for costs and complaints."),
        (
            "Det er ikke angivet, om højere eller lavere værdier af 'visits' er bedst; højere antages.",
            "Angiv det med BetterWhen, f.eks. BetterWhen(Direction.LowerIsBetter) for omkostninger og klager."));

    public static TheoryData<Measure, Target> Directed => new()
    {
        { Visits.BetterWhen(Direction.LowerIsBetter), Target.Reach(100) },
        { Visits, Target.Reach(100, from: 80) },
        { Visits, Target.Reach(100, over: Copenhagen.Year(2026)) },
        { Visits, Target.IncreaseBy(20.Percent(), from: 80) },
        { Visits, Target.StayAtMost(100) },
        { Visits, Target.StayWithin(80, 100) },
    };

    [Theory]
    [MemberData(nameof(Directed), DisableDiscoveryEnumeration = true)]
    public void Direction_StatedOrGivenByTheTarget_IsFine(Measure measure, Target target) =>
        FoundBy(new DirectionRule(), new("g") { Measure = measure, Target = target }).Should().BeEmpty();

    [Fact]
    public void Figure_OtherThanTheTarget_IsFound() =>
        FoundBy(
            new FigureRule(),
            Stated("Increase site visitors by 30 % in 2027", Target.IncreaseBy(20.Percent(), over: Copenhagen.Year(2026)))).ShouldBe(
            FindingSeverity.Warning,
            "SMART-S-FIGURE",
            "goals/g/statement",
            (
                "The statement says 30%, but the target says 20%.",
                "Let both say the same: write 20% in the statement, or correct the target."),
            (
                "I formuleringen står der 30 %, men måltallet er 20 %.",
                "Lad dem sige det samme: skriv 20 % i formuleringen, eller ret måltallet."));

    public static TheoryData<string, Target, bool> Figures
    {
        get
        {
            var step = Target.IncreaseBy(20.Percent(), over: Copenhagen.Year(2026));
            var rate = Target.Reach(4.Percent(), from: 3.Percent());
            var points = Target.IncreaseBy(2.PercentagePoints(), from: 10.Percent());
            var measured = Target.IncreaseBy(2.PercentagePoints(), over: Copenhagen.Year(2026));
            var fall = Target.DecreaseBy(12.5m.Percent(), under: Copenhagen.Year(2026));
            return new()
            {
                { "Increase visitors by 20 % in 2027", step, true },
                { "Increase visitors by 20% in 2027", step, true },
                { "Increase visitors by 20\u00A0% in 2027", step, true },
                { "Increase visitors by 20.0 percent in 2027", step, true },
                { "Øg besøgende med 20 procent i 2027", step, true },
                { "Øg besøgende med 20 pct. i 2027", step, true },
                { "Besucher um 20 Prozent steigern", step, true },
                { "Increase visitors by 21 PER CENT", step, false },
                { "Increase visitors by 19.9 %", step, false },
                { "Increase visitors by 2 %", step, false },
                { "Increase visitors by 30 % now and 20 % later", step, true },
                { "Increase 30 visitors in 2027", step, true },
                { "Increase visitors by 1,200 %", step, true }, // 1200 or 1.2: unsure, so silent.
                { "Increase visitors by 20.x %", step, true },
                { "Increase visitors by 1.000,5 %", step, true },
                { "Increase visitors by 99999999999 %", step, true },
                { "Increase visitors by 20.0000000 %", step, true },
                { "Increase visitors by 21.0000000 %", step, false },
                { "Increase visitors by 20. % that is", step, true },
                { "Increase visitors by 20.04 %", step, false },
                { "Increase visitors by 20.1 %", step, false },
                { "%", step, true },
                { "In 2027, at last", step, true },
                { "Take conversion from 3 % to 4 %", rate, true },
                { "Raise conversion by a third, 33 %", rate, true },
                { "Raise conversion by 33.3 %", rate, true },
                { "Raise conversion by 34 %", rate, false },
                { "Raise conversion by 1 percentage point", rate, true },
                { "Take conversion to 5 %", rate, false },
                { "Raise the share by 2 percentage points", points, true },
                { "Raise the share by 2 percentage points", points, true },
                { "Raise the share by 2 pp", points, true },
                { "Raise the share by 2 %-points", points, true },
                { "Øg andelen med 2 procentpoint", points, true },
                { "Raise the share by 2 %-pts", points, true },
                { "Raise the share by 2 percentage  points", points, true },
                { "Øg andelen med 2 %-enheder", points, true },
                { "Øg andelen med 2 procentenheder", points, true },
                { "Raise the share by 2 %", points, false },
                { "Raise the share by 2 %", measured, false },
                { "Raise the share by 2 percentage points", measured, true },
                { "Raise the share from 19 % to 21 %", measured, true }, // As may be.
                { "Raise the share by 1 percentage point", Target.Reach(20.Percent(), over: Copenhagen.Year(2026)), true },
                { "Sell 20 % more at the point of sale, 20 % point-of-sale", step, true },
                { "Sell 20 % point-of-sale", step, true },
                { "Raise the share by 3 percentage points", points, false },
                { "Increase visitors by 20 percentage points", step, false }, // 20 % more than 5 % are one point.
                { "Øg med 20 procentpoint", step, false },
                { "Take conversion up by 1 percentage point", rate, true },
                { "Raise the share to 12 %", points, true },
                { "Raise the share to 13 %", points, false },
                { "Sænk frafaldet med 12,5 %", fall, true },
                { "Sænk frafaldet med 13 %", fall, true }, // Rounded.
                { "Take conversion to 1 %", Target.Reach(0.96m.Percent()), true },
                { "Take conversion to 1 %", Target.Reach(0.6m.Percent()), false }, // Too far off to be rounded.
                { "Take conversion to 5 %", Target.Reach(5.5m.Percent()), false },
                { "Sænk frafaldet med 15 %", fall, false },
                { "Keep between 90 % and 95 %", Target.StayWithin(90.Percent(), 95.Percent()), true },
                { "Keep at 95 %", Target.StayWithin(90.Percent(), 95.Percent()), true },
                { "Keep at 80 %", Target.StayWithin(90.Percent(), 95.Percent()), false },
                { "Sell for 1,000,000, 5 % more", Target.Reach(Money.Dkk(1_000_000)), true }, // No percentage in the target.
                { "Launch it 100 %", Target.Complete(new Milestone("Launch", new(2027, 1, 1))), true },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Figures), DisableDiscoveryEnumeration = true)]
    public void Figure_InTheStatement_IsTheTargets(string statement, Target target, bool agrees) =>
        FoundBy(new FigureRule(), Stated(statement, target)).Should().HaveCount(agrees ? 0 : 1);

    [Theory]
    [InlineData("Increase visitors by 0000000000020 %", true)]
    [InlineData("Increase visitors by 2147483646 %", false)]
    [InlineData("Increase visitors by 2147483647 %", false)]
    [InlineData("Increase visitors by 2147483648 %", true)] // More than is read, so silent.
    [InlineData("Increase visitors by 21 Procent", false)]
    [InlineData("Increase visitors by 21 people", true)]
    [InlineData("Increase visitors by 21٪", false)]
    [InlineData("Increase visitors by 21％", false)]
    [InlineData("Increase visitors by 21", true)]
    [InlineData("Increase visitors by 21 of 20 %", true)] // Only the second is a percentage.
    [InlineData("Increase visitors by 20 of 21 %", false)]
    [InlineData("Increase visitors,21 %", false)] // A comma before the number is none of it.
    [InlineData("Increase visitors by 1..21 %", true)]
    [InlineData("Increase visitors by 21. %", true)]
    [InlineData("Increase visitors by 21.00000000000000000000000000000000 %", false)]
    [InlineData("Increase visitors by 20.00000000000000000000000000000000 %", true)]
    [InlineData("Increase visitors by 99999999999999999999999999999999 %", true)] // No decimal holds it.
    public void Figure_OfAnySize_IsRead(string statement, bool agrees) =>
        FoundBy(new FigureRule(), Stated(statement, Target.IncreaseBy(20.Percent(), over: Copenhagen.Year(2026))))
            .Should().HaveCount(agrees ? 0 : 1);

    [Fact]
    public void Figure_BesideTheLargestShare_IsCompared() =>
        FoundBy(new FigureRule(), Stated("Increase visitors by 21 %", Target.IncreaseBy(decimal.MaxValue, over: Copenhagen.Year(2026))))
            .Should().ContainSingle();

    [Fact]
    public void Figure_SeveralOthers_NamesTheFirst() =>
        FoundBy(
            new FigureRule(),
            Stated("Increase by 30 % now and 40 % later", Target.IncreaseBy(20.Percent(), over: Copenhagen.Year(2026))))[0]
            .Message().Should().Be("The statement says 30 %, but the target says 20 %.");

    [Fact]
    public void Figure_NoStatementOrNoTarget_IsSilent()
    {
        FoundBy(new FigureRule(), Stated(null, Target.Reach(4.Percent()))).Should().BeEmpty();
        FoundBy(new FigureRule(), Stated("Increase by 30 %")).Should().BeEmpty();
    }

    [Theory] // Each number is found once, whole, and what follows it is looked at only where it ends: no text is read over and over.
    [InlineData("7.7,", 250_000)]
    [InlineData("7", 1_000_000)]
    public void Figure_LongRunOfDigits_IsOneNumber(string part, int times)
    {
        var digits = string.Concat(Enumerable.Repeat(part, times));

        FigureRule.Numbers().Count(digits + " %").Should().Be(1);
        FigureRule.PercentSign().IsMatch(digits + " %", digits.Length).Should().BeTrue();
        FigureRule.PercentSign().IsMatch(digits + " %", digits.Length - 1).Should().BeFalse();
        FoundBy(new FigureRule(), Stated(digits + " %", Target.Reach(4.Percent()))).Should().BeEmpty();
    }

    private static SmartGoal Stated(string? statement, Target? target = null) => new("g") { Statement = statement, Target = target };
}
