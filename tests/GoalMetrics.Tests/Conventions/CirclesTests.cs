namespace GoalMetrics.Tests.Conventions;

/// <summary>The rule about circles bites: planted ones are found.</summary>
public sealed class CirclesTests
{
    private static readonly (string One, string Other)[] Pair = [("src/Goals/Aims", "src/Goals/Plans")];

    [Fact]
    public void Circles_OfTwoFolders_AreFoundOnBothSides() =>
        Rules.Circles([Aim("Goals/Aims", "Plan"), Plan("Goals/Plans", "Aim")]).Should().Equal(
            "src/Goals/Aims uses src/Goals/Plans: Plan in src/Goals/Aims/Aim.cs",
            "src/Goals/Plans uses src/Goals/Aims: Aim in src/Goals/Plans/Plan.cs");

    [Fact]
    public void Circles_OfThreeFolders_AreFoundOnAllSides() =>
        Rules.Circles([Aim("Goals/Aims", "Plan"), Plan("Goals/Plans", "Rule"), Rule("Goals/Rules", "Aim")]).Should().HaveCount(3);

    [Fact] // As Engines/InMemory has folders, and so has one of those.
    public void Circles_DeepInAStorey_AreFoundBetweenFoldersOfOneParent() =>
        Rules.Circles([Aim("Goals/Near/Aims/Old", "Plan"), Plan("Goals/Near/Plans", "Aim")])
            .Should().HaveCount(2).And.OnlyContain(use => use.StartsWith("src/Goals/Near/"));

    [Fact]
    public void Circles_OfWhatIsBesideThem_LeaveOthersOut() =>
        Rules.Circles([Aim("Goals/Aims", "Plan"), Plan("Goals/Plans", "Aim"), Rule("Goals/Rules", "Aim")]).Should().HaveCount(2);

    [Fact]
    public void Circles_InOrThroughANestedType_AreFound() =>
        Rules.Circles(
        [
            ("src/Goals/Aims/Aim.cs", "public sealed class Aim\n{\n    private sealed class Inner\n    {\n        Plan plan;\n    }\n}"),
            ("src/Goals/Plans/Plan.cs", "public sealed class Plan\n{\n    int number = Aim.Other.Number;\n}"),
        ]).Should().HaveCount(2);

    [Fact]
    public void Circles_OfANestedTypeOfTheFoldersOwn_AreNone() =>
        Rules.Circles(
        [
            Aim("Goals/Aims", "Plan"),
            ("src/Goals/Plans/Plan.cs", "public sealed class Plan\n{\n    private sealed class Aim;\n}"),
        ]).Should().BeEmpty();

    [Theory] // One way only; a folder and what is in it; the form of a type in JSON.
    [InlineData("Goals/Aims", "Goals/Plans", "int")]
    [InlineData("Goals", "Goals/Plans", "Aim")]
    [InlineData("Goals/Aims", "Goals/Aims/Json", "Aim")]
    [InlineData("Goals/Aims/Json", "Goals/Aims/Deep", "int")]
    public void Circles_OfWhatMayUseEachOther_AreNone(string aims, string plans, string used) =>
        Rules.Circles([Aim(aims, "Plan"), Plan(plans, used)]).Should().BeEmpty();

    [Fact]
    public void Circles_OfAPairThatIsOneIdea_AreNone() =>
        Rules.Circles([Aim("Goals/Aims", "Plan"), Plan("Goals/Plans", "Aim")], Pair).Should().BeEmpty();

    [Fact]
    public void Circles_OverBothOfAPair_AreFound() =>
        Rules.Circles([Aim("Goals/Aims", "Rule"), Plan("Goals/Plans", "Aim"), Rule("Goals/Rules", "Plan")], Pair).Should().Equal(
            "src/Goals/Aims uses src/Goals/Rules: Rule in src/Goals/Aims/Aim.cs",
            "src/Goals/Rules uses src/Goals/Plans: Plan in src/Goals/Rules/Rule.cs");

    [Fact]
    public void PairsInNoCircle_OneThatUsesTheOtherOneWay_IsFound() =>
        Rules.PairsInNoCircle([Aim("Goals/Aims", "Plan"), Plan("Goals/Plans", "int")], Pair)
            .Should().Equal("src/Goals/Aims and src/Goals/Plans");

    [Fact]
    public void PairsInNoCircle_OneThatUsesTheOtherBothWays_IsFine() =>
        Rules.PairsInNoCircle([Aim("Goals/Aims", "Plan"), Plan("Goals/Plans", "Aim")], Pair).Should().BeEmpty();

    private static (string Path, string Text) Aim(string folder, string used) => Class(folder, "Aim", used);

    private static (string Path, string Text) Plan(string folder, string used) => Class(folder, "Plan", used);

    private static (string Path, string Text) Rule(string folder, string used) => Class(folder, "Rule", used);

    private static (string Path, string Text) Class(string folder, string name, string used) =>
        ($"src/{folder}/{name}.cs", $"public sealed class {name} {{ {used} used; }}");
}
