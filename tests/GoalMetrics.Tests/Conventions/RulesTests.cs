using System.Reflection;

namespace GoalMetrics.Tests.Conventions;

/// <summary>Every rule bites: planted violations are found.</summary>
public sealed class RulesTests
{
    [Fact]
    public void ForeignReferences_AnotherPackage_IsFound() =>
        Rules.ForeignReferences([new AssemblyName("NodaTime"), new AssemblyName("System.Runtime"), new AssemblyName("Newtonsoft.Json")])
            .Should().Equal("Newtonsoft.Json");

    [Fact]
    public void OpenClasses_AClassThatCanBeDerivedFrom_IsFound() =>
        Rules.OpenClasses([typeof(Planted), typeof(RulesTests)]).Should().Equal("Planted");

    [Fact]
    public void MutableStatics_AFieldThatCanChange_IsFound() =>
        Rules.MutableStatics([typeof(Planted)]).Should().Equal("Planted.s_changing");

    [Fact]
    public void PublicSetters_APropertyThatCanBeSet_IsFound() =>
        Rules.PublicSetters([typeof(PlantedService)]).Should().Equal("PlantedService.Settable");

    [Fact]
    public void BooleanParameters_AMethodWithOne_IsFound() =>
        Rules.BooleanParameters([typeof(PlantedService)]).Should().Equal("PlantedService.Do");

    [Fact]
    public void EqualWithoutOperators_ATypeThatOnlyHasEquals_IsFound() =>
        Rules.EqualWithoutOperators([typeof(Index), typeof(Version), typeof(Uri)]).Should().Equal("Index");

    [Fact]
    public void ForeignNamespaces_ATypeElsewhere_IsFound() =>
        Rules.ForeignNamespaces([typeof(Uri), typeof(Quantity)]).Should().Equal("System.Uri");

    [Fact]
    public void BannedTypeNames_AService_IsFound() =>
        Rules.BannedTypeNames([typeof(PlantedService), typeof(Planted)]).Should().Equal("PlantedService");

    [Fact]
    public void PublicTypesOutOfPlace_ASecondTypeInAFile_IsFound() =>
        Rules.PublicTypesOutOfPlace(
        [
            ("src/Good.cs", "public sealed class Good\n{\n}\n\npublic enum Second\n{\n}\n\npublic delegate int Third(int number);\n"),
            ("src/Part.Rest.cs", "public readonly partial struct Part\n"),
        ]).Should().Equal("Second in src/Good.cs", "Third in src/Good.cs");

    [Fact]
    public void UpwardUses_AFormulaThatKnowsAGoal_IsFound() =>
        UsesOfAim("src/Formulas/Rate.cs", "public sealed class Rate { Aim aim; } // Aim again")
            .Should().Equal("src/Formulas/Rate.cs uses Aim");

    [Fact]
    public void UpwardUses_AGoalThatKnowsAFormula_IsFine() =>
        Rules.UpwardUses(
            [("src/Formulas/Rate.cs", "public sealed class Rate;"), ("src/Goals/Aim.cs", "public sealed class Aim { Rate rate; }")])
            .Should().BeEmpty();

    [Theory]
    [InlineData("public sealed class Aim")]
    [InlineData("internal static class Aim")]
    [InlineData("internal readonly ref struct Aim")]
    [InlineData("public readonly record struct Aim(int Number)")]
    [InlineData("public record class Aim")]
    [InlineData("public interface Aim")]
    [InlineData("public enum Aim")]
    [InlineData("internal delegate bool Aim(ReadOnlySpan<int> numbers);")]
    [InlineData("public delegate IReadOnlyList<int> Aim<T>(T number);")]
    [InlineData("file sealed class Aim")]
    public void UpwardUses_AnyKindOfType_IsFound(string aim) =>
        Rules.UpwardUses([("src/Formulas/Rate.cs", "public sealed class Rate { Aim aim; }"), ("src/Goals/Aim.cs", aim)])
            .Should().Equal("src/Formulas/Rate.cs uses Aim");

    [Theory]
    [InlineData("public sealed class Rate\n{\n    private sealed class Inner\n    {\n        Aim aim;\n    }\n}")]
    [InlineData("public sealed class Rate\n{\n    int number = Aim.Inner.Number;\n}")]
    public void UpwardUses_InOrThroughANestedType_IsFound(string rate) =>
        UsesOfAim("src/Formulas/Rate.cs", rate).Should().Equal("src/Formulas/Rate.cs uses Aim");

    [Fact]
    public void UpwardUses_ANestedTypeOfTheFoldersOwn_IsNotThatAbove() =>
        UsesOfAim("src/Formulas/Rate.cs", "public sealed class Rate\n{\n    private sealed class Aim;\n}").Should().BeEmpty();

    [Theory]
    [InlineData("src/Goals/Target.cs", "src/Smart/Rule.cs")]
    [InlineData("src/Sources/Target.cs", "src/Engines/Live/Rule.cs")]
    [InlineData("src/Texts/Target.cs", "src/Findings/Rule.cs")]
    [InlineData("src/GoalMetrics/Tracking/Target.cs", "src/GoalMetrics/Analysis/Sources/Rule.cs")]
    public void UpwardUses_InACircleOfOneStorey_IsFoundOnOneSide(string lower, string upper) =>
        Rules.UpwardUses([(lower, "public sealed class Target { Rule rule; }"), (upper, "public sealed class Rule { Target target; }")])
            .Should().Equal($"{lower} uses Rule");

    [Fact]
    public void UpwardUses_AnEngineThatKnowsAMetric_IsFound() =>
        Rules.UpwardUses(
        [
            ("src/Engines/Live/Cells.cs", "internal sealed class Cells { Rate rate; Schema schema; }"),
            ("src/Sources/Schema.cs", "public sealed class Schema { }"),
            ("src/Indicators/Rate.cs", "public sealed class Rate { }"),
        ]).Should().Equal("src/Engines/Live/Cells.cs uses Rate");

    [Theory]
    [InlineData("using NodaTime;\n\nnamespace GoalMetrics;\n", 0)]
    [InlineData("using GoalMetrics.Statistics;\n\nnamespace GoalMetrics;\n", 1)]
    [InlineData("namespace GoalMetrics.Statistics;\n", 1)]
    [InlineData("namespace GoalMetrics.Statistics.Json;\n", 1)]
    public void UpwardUses_ATypeOfANamespaceThatIsNotOpen_IsAnotherOfThatName(string head, int found) =>
        Rules.UpwardUses(
        [
            ("src/Calendars/Day.cs", head + "public sealed class Day { Interval interval; }"),
            ("src/Statistics/Interval.cs", "namespace GoalMetrics.Statistics;\n\npublic sealed class Interval;"),
        ]).Should().HaveCount(found);

    [Fact]
    public void FilesWithoutStorey_AFolderThatIsNotKnown_IsFound() =>
        Rules.FilesWithoutStorey([("src/Quantities/Rate.cs", ""), ("src/Engines/Live/Cells.cs", ""), ("src/Attic/Goals/Box.cs", "")])
            .Should().Equal("src/Attic/Goals/Box.cs");

    [Theory]
    [InlineData("[MethodImpl(MethodImplOptions.AggressiveInlining)]", "AggressiveInlining")]
    [InlineData("ref var next = ref Unsafe.Add(ref first, 1);", "Unsafe.Add")]
    [InlineData("var bytes = MemoryMarshal.AsBytes(letters);", "MemoryMarshal")]
    [InlineData("Vector<long> low = new(lowest);", "Vector")]
    [InlineData("low = Vector.Min(low, vector);", "Vector")]
    [InlineData("var one = Vector256.Create(1);", "Vector256")]
    [InlineData("[SkipLocalsInit]", "SkipLocalsInit")]
    [InlineData("private unsafe int* _first;", "unsafe")]
    public void UglinessOutsideKernels_OneOfThem_IsFound(string code, string found) =>
        Rules.UglinessOutsideKernels(
        [
            ("src/GoalMetrics/Engines/InMemory/Scanning/Scan.cs", code),
            ("src/GoalMetrics/Engines/InMemory/Kernels/Sums.cs", code),
            ("src/GoalMetrics/Texts/Id.cs", $"// {code}\nvar vector = new VectorOfUnits(); // unsafe"),
        ]).Should().Equal($"src/GoalMetrics/Engines/InMemory/Scanning/Scan.cs has {found}");

    [Fact]
    public void CrowdedFolders_26Files_IsFound() =>
        Rules.CrowdedFolders([.. Files("src/Full", 26), .. Files("src/Roomy", 25), "src/Roomy/notes.md"]).Should().Equal("src/Full");

    [Fact]
    public void LongFiles_301Lines_IsFound() =>
        Rules.LongFiles(
            [("long.cs", string.Concat(Enumerable.Repeat("x\n", 301))), ("short.cs", string.Concat(Enumerable.Repeat("x\n", 300)))])
            .Should().Equal("long.cs");

    [Fact]
    public void LongLines_141Characters_IsFound() =>
        Rules.LongLines([("a.cs", $"x\n{new string('x', 141)}\n"), ("b.cs", $"{new string('x', 140)}\r\n")])
            .Should().Equal("a.cs:2 has 141 characters");

    [Theory]
    [InlineData("var x = a ? b : c ? d : e;")]
    [InlineData("var x = a ? (b ? c : d) : e;")]
    [InlineData("var x = a\n? b\n: F(c ? d : e);")]
    [InlineData("var x = F(a ? b : c ? d : e, f);")]
    [InlineData("var x = a ? b.Select(y => y ? 1 : 2) : c;")]
    public void NestedConditionals_OneInAnother_IsFound(string code) =>
        Rules.NestedConditionals([("a.cs", code)]).Should().ContainSingle().Which.Should().StartWith("a.cs:");

    [Theory]
    [InlineData("var x = a ? b : c; var y = d ? e : f;")]
    [InlineData("F(a ? b : c, d ? e : f);")]
    [InlineData("F(a ? b : c) ? d : e;")]
    [InlineData("if (a ? b : c) { x = d ? e : f; }")]
    [InlineData("_ = x switch { 1 => a ? b : c, _ => d ? e : f };")]
    [InlineData("int? x = a?.B ?? c; var y = d ? e : f; // what ? is : it")]
    [InlineData("var x = a ? \"b ? c : d\" : e;")]
    [InlineData("var x = a ? '\"' : ' '; var y = b ? '\\'' : c;")]
    public void NestedConditionals_OneAfterAnother_IsFine(string code) => Rules.NestedConditionals([("a.cs", code)]).Should().BeEmpty();

    [Theory]
    [InlineData("await Task.Delay(1);", "Task.Delay")]
    [InlineData("var clock = Stopwatch.StartNew();", "Stopwatch")]
    [InlineData("var now = DateTime.Now;", "DateTime.Now")]
    [InlineData("var now = DateTimeOffset.UtcNow;", "DateTimeOffset.UtcNow")]
    [InlineData("GC.Collect();", "GC.Collect")]
    [InlineData("new WeakReference(x)", "WeakReference")]
    [InlineData("[Fact(Timeout = 10_000)]", "Timeout")]
    [InlineData("[Theory(DisplayName = \"x\", Timeout = 1)]", "Timeout")]
    public void ClocksInTests_OneOfThem_IsFound(string code, string found) =>
        Rules.ClocksInTests([("a.cs", code), ("b.cs", "GC.GetAllocatedBytesForCurrentThread(); // unlike GC.Collect()")])
            .Should().Equal($"a.cs has {found}");

    [Theory]
    [InlineData("new Random()", "new Random()")]
    [InlineData("Random.Shared.Next()", "Random.Shared")]
    [InlineData("Guid.NewGuid()", "Guid.NewGuid")]
    public void ChanceInTests_OneOfThem_IsFound(string code, string found) =>
        Rules.ChanceInTests([("a.cs", code), ("b.cs", "new Random(5)")]).Should().Equal($"a.cs has {found}");

    [Fact]
    public void FoldersOfNothing_AFolderThatTheLibraryDoesNotHave_IsFound() =>
        Rules.FoldersOfNothing(
            ["tests/GoalMetrics.Tests/A.cs", "tests/GoalMetrics.Tests/Old/ATests.cs", "tests/GoalMetrics.Tests/New/BTests.cs"],
            ["src/GoalMetrics/New/Deep/B.cs"])
            .Should().Equal("/Old");

    [Fact]
    public void ForeignNamespaces_AnotherFoldersNamespace_IsFound() =>
        Rules.ForeignNamespaces(
        [
            ("tests/GoalMetrics.Tests/New/A.cs", "using X;\n\nnamespace GoalMetrics.Tests.Old;\n"),
            ("tests/GoalMetrics.Tests/New/B.cs", "using X;\n\nnamespace GoalMetrics.Tests.New;\n"),
            ("tests/GoalMetrics.Tests/C.cs", "namespace GoalMetrics.Tests;\n"),
            ("tests/GoalMetrics.Tests/Usings.cs", "global using X;\n"),
        ]).Should().Equal("tests/GoalMetrics.Tests/New/A.cs");

    [Fact]
    public void UnfinishedMarks_OneOfThem_IsFound() =>
        Rules.UnfinishedMarks([("a.cs", "// TO" + "DO later"), ("b.cs", "done")]).Should().Equal("a.cs");

    [Theory]
    [InlineData("S2", ".3")]
    [InlineData("(S", "2)")]
    [InlineData("Case ", "D8")]
    [InlineData("cases ", "B12")]
    public void ReferencesElsewhere_OneOfThem_IsFound(string start, string end) =>
        Rules.ReferencesElsewhere([("a.cs", $"// As agreed: {start}{end}, by hand."), ("b.md", "In case Ann has S3, §2.3 or 2.3.")])
            .Should().Equal($"a.cs has {start}{end}");

    [Theory]
    [InlineData("a.cs", "var told = 1; // 10 seconds unless told.", "told")]
    [InlineData("a.cs", "/// <summary>Tells a balance.</summary>", "Tells")]
    [InlineData("a.cs", "var x = \"//\"; // Nobody\n// asks.", "Nobody")]
    [InlineData("a.md", "Left out by whoever states it.", "whoever")]
    [InlineData("a.props", "<!-- So that nobody has to. -->", "nobody")]
    [InlineData("a.md", "What a table tells. Hours lie apart.", "tells")]
    public void UnidiomaticWords_OneOfThem_IsFound(string path, string text, string found) =>
        Rules.UnidiomaticWords([(path, text)]).Should().Equal($"{path} has {found}");

    [Theory]
    [InlineData("a.cs", "var nobody = \"// told\"; // Not asked for.")]
    [InlineData("a.cs", "// They are told\n    // apart; the id tells two of them apart.")]
    [InlineData("a.md", "Too early to tell, or untold.")]
    public void UnidiomaticWords_Others_AreFine(string path, string text) => Rules.UnidiomaticWords([(path, text)]).Should().BeEmpty();

    [Fact]
    public void MachinePaths_OneOfThem_IsFound() =>
        Rules.MachinePaths([("a.md", "see /ho" + "me/anna"), ("b.md", "src/home/x")]).Should().Equal("a.md");

    private static IEnumerable<string> UsesOfAim(string path, string text) => Rules.UpwardUses(
        [(path, text), ("src/Goals/Aim.cs", "public sealed class Aim\n{\n    public static class Inner\n    {\n    }\n}\n")]);

    private static IEnumerable<string> Files(string folder, int count) =>
        Enumerable.Range(1, count).Select(number => $"{folder}/F{number}.cs");

#pragma warning disable CA1823, CA1852, IDE0044, IDE0051, CS0169, CS0414, IDE1006 // Planted violations.
    private class Planted
    {
        private static int s_changing;
    }
#pragma warning restore CA1823, CA1852, IDE0044, IDE0051, CS0169, CS0414, IDE1006
}

public sealed class PlantedService
{
    public string? Settable { get; set; }

    public string? Initialised { get; init; }

    public void Do(bool really) => Settable = really.ToString();
}

public static class PlantedFormulas
{
    public static Quantity Twice(Quantity amount) => 2m * amount;
}
