namespace GoalMetrics.Tests.Conventions;

/// <summary>The library keeps the rules of the house.</summary>
public sealed class ConventionTests
{
    // The places where tests may ask for numbers that differ from run to run.
    private static readonly string[] Seeds = ["tests/GoalMetrics.Tests/Seeded.cs", "tests/GoalMetrics.EngineTests/Contract/Seeded.cs"];

    // Rooms that are one idea, each with the reason.
    private static readonly (string One, string Other)[] OneIdea =
    [
        // A measure compiles itself into nodes that read from a plan, and a plan collects what metrics need: to say what to compute and to
        // say what has to be read for it are two sides of one thing.
        ("src/GoalMetrics/Indicators/Measures", "src/GoalMetrics/Indicators/Planning"),
    ];

    private static readonly Type[] Types = typeof(Quantity).Assembly.GetTypes();

    [Fact]
    public void Library_References_AreNodaTimeAndDependencyInjectionAbstractionsOnly() =>
        Rules.ForeignReferences(typeof(Quantity).Assembly.GetReferencedAssemblies()).Should().BeEmpty();

    [Fact]
    public void Project_PackageReferences_AreTheTwoAndAnalyzersOnly()
    {
        var project = SourceTree.Read("src/GoalMetrics/GoalMetrics.csproj");

        System.Text.RegularExpressions.Regex.Matches(project, "PackageReference Include=\"([^\"]+)\"(?! PrivateAssets=\"all\")")
            .Select(match => match.Groups[1].Value)
            .Should().BeEquivalentTo("NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions");
    }

    [Fact]
    public void Library_Classes_AreSealedStaticOrAbstract() => Rules.OpenClasses(Types).Should().BeEmpty();

    [Fact]
    public void Library_StaticFields_NeverChange() => Rules.MutableStatics(Types).Should().BeEmpty();

    [Fact]
    public void Library_PublicProperties_AreNotSetAfterwards() => Rules.PublicSetters(Types).Should().BeEmpty();

    [Fact]
    public void Library_PublicMethods_TakeNoBooleans() => Rules.BooleanParameters(Types).Should().BeEmpty();

    [Fact]
    public void Library_TypesEqualByValue_HaveOperators() => Rules.EqualWithoutOperators(Types).Should().BeEmpty();

    [Fact]
    public void Library_PublicTypes_AreInItsNamespaces() => Rules.ForeignNamespaces(Types).Should().BeEmpty();

    [Fact]
    public void Library_Names_SayWhatATypeIs() => Rules.BannedTypeNames(Types).Should().BeEmpty();

    [Fact]
    public void Source_PublicTypes_AreInTheFileOfTheirName() => Rules.PublicTypesOutOfPlace(SourceTree.Files("src")).Should().BeEmpty();

    [Fact]
    public void Source_EveryStorey_UsesOnlyThoseBelow() => Rules.UpwardUses(Code("src/GoalMetrics")).Should().BeEmpty();

    [Fact]
    public void Source_EveryFolder_HasAStorey() => Rules.FilesWithoutStorey(Code("src/GoalMetrics")).Should().BeEmpty();

    [Fact]
    public void Source_FoldersSideBySide_UseEachOtherInNoCircle() => Rules.Circles(Code("src/GoalMetrics"), OneIdea).Should().BeEmpty();

    [Fact]
    public void Source_FoldersOfOneIdea_UseEachOther() => Rules.PairsInNoCircle(Code("src/GoalMetrics"), OneIdea).Should().BeEmpty();

    [Fact]
    public void Source_Ugliness_IsInKernelsOnly() => Rules.UglinessOutsideKernels(Code("src")).Should().BeEmpty();

    [Fact]
    public void Source_Files_AreAtMost300Lines() => Rules.LongFiles(SourceTree.Files("src")).Should().BeEmpty();

    [Fact]
    public void Code_Lines_AreAtMost140Characters() =>
        Rules.LongLines(Code("src", "tests", "benchmarks", "docs")).Should().BeEmpty();

    [Fact]
    public void Code_ConditionalExpressions_AreNotNested() =>
        Rules.NestedConditionals(Code("src", "tests", "benchmarks", "docs")).Should().BeEmpty();

    [Fact]
    public void Code_Folders_HaveAtMost25Files() =>
        Rules.CrowdedFolders(Code("src", "tests", "benchmarks", "docs").Select(file => file.Path)).Should().BeEmpty();

    [Fact]
    public void Tests_Time_IsNotTheMachines() => Rules.ClocksInTests(Code("tests")).Should().BeEmpty();

    [Fact]
    public void Tests_Numbers_AreTheSameInEveryRun() =>
        Rules.ChanceInTests(Code("tests").Where(file => !Seeds.Contains(file.Path))).Should().BeEmpty();

    [Fact]
    public void Tests_Folders_AreThoseOfTheLibrary() =>
        Rules.FoldersOfNothing(Paths("tests/GoalMetrics.Tests"), Paths("src/GoalMetrics"))
            .Should().BeSubsetOf(["/Conventions", "/Samples"]);

    [Fact]
    public void Tests_Namespaces_FollowFolders() => Rules.ForeignNamespaces(Code("tests/GoalMetrics.Tests")).Should().BeEmpty();

    [Fact]
    public void Code_UnfinishedMarks_AreNone() =>
        Rules.UnfinishedMarks(SourceTree.Files("src", "docs", "benchmarks")).Should().BeEmpty();

    [Fact]
    public void Text_References_AreToWhatReadersHave() =>
        Rules.ReferencesElsewhere(SourceTree.Files("src", "tests", "benchmarks", "docs")).Should().BeEmpty();

    [Fact]
    public void Text_Words_AreThoseOfPlainEnglish() =>
        Rules.UnidiomaticWords([.. SourceTree.Files("src", "docs"), ("README.md", SourceTree.Read("README.md"))]).Should().BeEmpty();

    [Fact]
    public void Code_MachinePaths_AreNone() =>
        Rules.MachinePaths(SourceTree.Files("src", "docs", "benchmarks", "tests/GoalMetrics.AotSmoke")).Should().BeEmpty();

    [Fact]
    public void Repository_TopLevel_IsAsAgreed() =>
        SourceTree.TopLevel().Where(name => !name.StartsWith('.')).Should().BeSubsetOf(
            [
                "src", "tests", "benchmarks", "docs", "Directory.Build.props", "GoalMetrics.sln", "README.md", "LICENSE",
                "bin", "obj", "BenchmarkDotNet.Artifacts",
            ]);

    private static IEnumerable<string> Paths(string folder) => Code(folder).Select(file => file.Path);

    private static List<(string Path, string Text)> Code(params string[] folders) =>
        [.. SourceTree.Files(folders).Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))];
}
