using System.Reflection;
using GoalMetrics;

namespace DocsTests;

/// <summary>The page of findings lists every kind that the library has.</summary>
public sealed class FindingsPageTests
{
    private static readonly string File = Path.Combine(ReadmeTests.Root, "docs", "findings.md");

    [Fact]
    public void Page_IsWrittenFromTheLibrary()
    {
        var found = System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File).ReplaceLineEndings("\n") : "";
        var expected = Page();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            System.IO.File.WriteAllText(File, expected);
        }

        found.Should().Be(expected);
    }

    [Fact]
    public void Kinds_Codes_AreUnique() => Kinds().Select(kind => kind.Code).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(20);

    private static List<FindingKind> Kinds() =>
    [
        .. typeof(FindingKind).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(FindingKind))
            .Select(field => (FindingKind)field.GetValue(null)!)
            .OrderBy(kind => kind.Code, StringComparer.Ordinal),
    ];

    private static string Page() => $"""
        # Findings

        <!-- Written from the library by the documentation tests: change the kinds beside the rules, not this page. -->

        What the library finds in goals, strategies and facts comes back as `Finding`s: a code that does not change, a severity, a path
        such as `goals/more-revenue/owner`, and arguments. `Message(culture)` and `Suggestion(culture)` are the sentences below in the
        reader's language. Rules of your own bring [kinds of their own](add-your-own-rule.md).

        | code | severity | what was found | what to do |
        |---|---|---|---|
        {string.Join("\n", Kinds().Select(Row))}

        """.ReplaceLineEndings("\n");

    private static string Row(FindingKind kind) =>
        $"| `{kind.Code}` | {kind.Severity} | {Cell(kind.Message.English)} | {Cell(kind.Suggestion.English)} |";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
