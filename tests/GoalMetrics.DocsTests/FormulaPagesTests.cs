using GoalMetrics;

namespace DocsTests;

/// <summary>
/// The pages of the formulas say what the catalogue says. After a change, run these tests once with UPDATE_DOCS=1.
/// </summary>
public sealed class FormulaPagesTests
{
    private static readonly string Folder = Path.Combine(ReadmeTests.Root, "docs", "formulas");

    public static TheoryData<string> Families => [.. FormulaCatalog.Default.Families];

    [Theory]
    [MemberData(nameof(Families))]
    public void Page_OfAFamily_IsWrittenFromTheCatalogue(string family) =>
        Compare(FormulaPage.FileOf(family), FormulaPage.Of(FormulaCatalog.Default, family));

    [Fact]
    public void Index_IsWrittenFromTheCatalogue() => Compare("README.md", FormulaPage.Index(FormulaCatalog.Default));

    [Fact]
    public void Folder_HoldsNoOtherPages() => Directory.EnumerateFiles(Folder).Select(Path.GetFileName)
        .Should().BeEquivalentTo([.. FormulaCatalog.Default.Families.Select(FormulaPage.FileOf), "README.md"]);

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/GoalMetrics/package-readme.md")]
    public void Readme_NumberOfFormulas_IsThatOfTheCatalogue(string document) =>
        File.ReadAllText(Path.Combine(ReadmeTests.Root, document))
            .Should().MatchRegex($@"\b{FormulaCatalog.Default.Formulas.Count}\b.{{0,10}}(formulas|of them)");

    private static void Compare(string file, string expected)
    {
        var path = Path.Combine(Folder, file);
        var found = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        found.Should().Be(expected);
    }
}
