using System.Text.RegularExpressions;

namespace DocsTests;

/// <summary>The snippets of the page about F# are the regions of its sample, which is compiled and run beside the other samples.</summary>
public sealed partial class FSharpPageTests
{
    private static readonly string Page = Path.Combine(ReadmeTests.Root, "docs", "from-fsharp.md");
    private static readonly string Sample = Path.Combine(ReadmeTests.Root, "docs", "samples", "FSharp", "Program.fs");

    // To take changed regions over into the page, run this test once with UPDATE_DOCS=1.
    [Fact]
    public void Page_EverySnippet_IsItsRegion()
    {
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var regions = Region().Matches(File.ReadAllText(Sample).ReplaceLineEndings("\n"))
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["code"].Value.TrimEnd());
        var updated = Snippet().Replace(
            text, match => $"<!-- sample: {match.Groups["name"].Value} -->\n```fsharp\n{regions[match.Groups["name"].Value]}\n```");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Page, updated);
        }

        text.Should().Be(updated);
        Snippet().Count(text).Should().Be(text.Split("```fsharp").Length - 1).And.Be(regions.Count);
    }

    [GeneratedRegex(@"<!-- sample: (?<name>[a-z-]+) -->\n```fsharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"^// #region (?<name>[a-z-]+)\n(?<code>.*?)^// #endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();
}
