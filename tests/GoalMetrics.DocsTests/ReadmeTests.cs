using System.Text.RegularExpressions;

namespace DocsTests;

/// <summary>The snippets of README and docs are the regions of the code here: written once, compiled and run.</summary>
public sealed partial class ReadmeTests
{
    internal static readonly string Root = FindRoot();

    private const string Marker = "<!-- snippet: ";

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
        .Where(file => File.ReadAllText(file) is var text
            && (text.Contains("```csharp", StringComparison.Ordinal) || text.Contains(Marker, StringComparison.Ordinal)))
        .Select(file => Path.GetRelativePath(Root, file))];

    // To take changed regions over into the documents, run these tests once with UPDATE_DOCS=1.
    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_EverySnippet_IsItsRegion(string document)
    {
        var path = Path.Combine(Root, document);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var updated = Snippet().Replace(text, match => Written(match.Groups["name"].Value));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, updated);
        }

        text.Should().Be(updated);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_EveryBlockOfCode_IsASnippet(string document)
    {
        var text = File.ReadAllText(Path.Combine(Root, document)).ReplaceLineEndings("\n");

        Snippet().Count(text).Should().Be(text.Split("```csharp").Length - 1);
        Snippet().Count(text).Should().Be(text.Split(Marker).Length - 1, "a marker without a block of code shows nothing");
    }

    [Fact]
    public void Readme_IsAmongTheDocuments() => Documents.Should().Contain(row => row.Data == "README.md");

    private static string Written(string name) => $"<!-- snippet: {name} -->\n```csharp\n{Region(name)}\n```";

    [GeneratedRegex(@"<!-- snippet: (?<name>[a-z-]+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"^\s*#region (?<name>[a-z-]+)\n(?<code>.*?)^\s*#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex RegionPattern();

    private static string Region(string name)
    {
        var parts = Directory.EnumerateFiles(Path.Combine(Root, "tests", "GoalMetrics.DocsTests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => RegionPattern().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            .Where(match => match.Groups["name"].Value == name)
            .Select(match => Dedent(match.Groups["code"].Value))
            .ToList();
        parts.Should().NotBeEmpty("the snippet '{0}' must be a region", name);
        return string.Join("\n\n", parts);
    }

    private static string Dedent(string code)
    {
        var lines = code.Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : ""));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GoalMetrics.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder;
    }
}
