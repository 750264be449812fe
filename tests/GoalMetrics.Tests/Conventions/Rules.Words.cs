using System.Text.RegularExpressions;

namespace GoalMetrics.Tests.Conventions;

/// <summary>The rules about what is written: readers need no other document, and read plain English.</summary>
internal static partial class Rules
{
    /// <summary>References to numbered rules and cases of documents that readers do not have.</summary>
    public static IEnumerable<string> ReferencesElsewhere(IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(file => Reference().Matches(file.Text).Select(match => $"{file.Path} has {match.Value}"))
        .Distinct();

    // A section, or a whole chapter in brackets; a case by its number.
    [GeneratedRegex(@"\bS\d+\.\d+\b|\(S\d+\)|\b[Cc]ases? [A-Z]\d+\b")]
    private static partial Regex Reference();
}
