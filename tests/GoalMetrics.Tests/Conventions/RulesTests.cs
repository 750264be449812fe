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
    public void OpenClasses_AClassThatCanBeDerivedFrom_IsFound() => Rules.OpenClasses([typeof(Planted), typeof(RulesTests)]).Should().Equal("Planted");

    [Fact]
    public void MutableStatics_AFieldThatCanChange_IsFound() => Rules.MutableStatics([typeof(Planted)]).Should().Equal("Planted.s_changing");

    [Fact]
    public void PublicSetters_APropertyThatCanBeSet_IsFound() => Rules.PublicSetters([typeof(PlantedService)]).Should().Equal("PlantedService.Settable");

    [Fact]
    public void BooleanParameters_AMethodWithOne_IsFound() => Rules.BooleanParameters([typeof(PlantedService)]).Should().Equal("PlantedService.Do");

    [Fact]
    public void ForeignNamespaces_ATypeElsewhere_IsFound() => Rules.ForeignNamespaces([typeof(Uri), typeof(Quantity)]).Should().Equal("System.Uri");

    [Fact]
    public void BannedTypeNames_AService_IsFound() => Rules.BannedTypeNames([typeof(PlantedService), typeof(Planted)]).Should().Equal("PlantedService");

    [Fact]
    public void PublicTypesOutOfPlace_ASecondTypeInAFile_IsFound() =>
        Rules.PublicTypesOutOfPlace([("src/Good.cs", "public sealed class Good\n{\n}\n\npublic enum Second\n{\n}\n"), ("src/Part.Rest.cs", "public readonly partial struct Part\n")])
            .Should().Equal("Second in src/Good.cs");

    [Fact]
    public void UpwardUses_AFormulaThatKnowsAGoal_IsFound() =>
        Rules.UpwardUses([("src/Formulas/Rate.cs", "public sealed class Rate { Aim aim; } // Aim again"), ("src/Goals/Aim.cs", "public sealed class Aim { Rate rate; }")])
            .Should().Equal("src/Formulas/Rate.cs uses Aim");

    [Fact]
    public void LongFiles_301Lines_IsFound() =>
        Rules.LongFiles([("long.cs", string.Concat(Enumerable.Repeat("x\n", 301))), ("short.cs", string.Concat(Enumerable.Repeat("x\n", 300)))]).Should().Equal("long.cs");

    [Fact]
    public void UnfinishedMarks_OneOfThem_IsFound() => Rules.UnfinishedMarks([("a.cs", "// TO" + "DO later"), ("b.cs", "done")]).Should().Equal("a.cs");

    [Fact]
    public void MachinePaths_OneOfThem_IsFound() => Rules.MachinePaths([("a.md", "see /ho" + "me/anna"), ("b.md", "src/home/x")]).Should().Equal("a.md");

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
