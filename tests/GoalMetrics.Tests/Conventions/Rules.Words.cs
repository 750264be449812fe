using System.Text.RegularExpressions;

namespace GoalMetrics.Tests.Conventions;

/// <summary>The rules about what is written: readers need no other document, and read plain English.</summary>
internal static partial class Rules
{
    /// <summary>References to numbered rules and cases of documents that readers do not have.</summary>
    public static IEnumerable<string> ReferencesElsewhere(IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(file => Reference().Matches(file.Text).Select(match => $"{file.Path} has {match.Value}"))
        .Distinct();

    /// <summary>Words in comments and pages for which plain English has others: what is recorded is not told.</summary>
    public static IEnumerable<string> UnidiomaticWords(IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(file => Unidiomatic().Matches(Prose(file.Path, file.Text)).Select(match => $"{file.Path} has {match.Value}"))
        .Distinct();

    private static string Prose(string path, string text)
    {
        if (!path.EndsWith(".cs", StringComparison.Ordinal))
        {
            return text;
        }

        var comments = TextOrComment().Matches(text)
            .Select(match => match.Value)
            .Where(found => found.StartsWith("//", StringComparison.Ordinal));
        return string.Join('\n', comments);
    }

    // A section, or a whole chapter in brackets; a case by its number.
    [GeneratedRegex(@"\bS\d+\.\d+\b|\(S\d+\)|\b[Cc]ases? [A-Z]\d+\b")]
    private static partial Regex Reference();

    // Things may be told apart, with what they are in between.
    [GeneratedRegex(@"\b(?:(?:told|tells)\b(?![^.;:]{0,30}\bapart\b)|nobody\b|whoever\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Unidiomatic();
}
