using System.Text.RegularExpressions;

namespace GoalMetrics.Tests.Conventions;

/// <summary>The rules about tests: they give the same answer on any machine, at any hour.</summary>
internal static partial class Rules
{
    /// <summary>Tests that wait, measure time, or depend on what the garbage collector does.</summary>
    public static IEnumerable<string> ClocksInTests(IEnumerable<(string Path, string Text)> files) =>
        Found(Clock(), files);

    /// <summary>Tests with numbers or names that differ from run to run.</summary>
    public static IEnumerable<string> ChanceInTests(IEnumerable<(string Path, string Text)> files) =>
        Found(Chance(), files);

    /// <summary>Folders of tests for which the library has no folder.</summary>
    public static IEnumerable<string> FoldersOfNothing(IEnumerable<string> tests, IEnumerable<string> library)
    {
        var known = library.SelectMany(path => Outwards(FolderOf(path)["src/GoalMetrics".Length..])).ToHashSet();
        return tests.Select(path => FolderOf(path)["tests/GoalMetrics.Tests".Length..]).Distinct().Where(folder => !known.Contains(folder));
    }

    /// <summary>Tests whose namespace is not that of their folder.</summary>
    public static IEnumerable<string> ForeignNamespaces(IEnumerable<(string Path, string Text)> tests) => tests
        .Where(file => Namespace().Match(file.Text) is { Success: true } found
            && found.Groups["name"].Value != FolderOf(file.Path)["tests/".Length..].Replace('/', '.'))
        .Select(file => file.Path);

    private static IEnumerable<string> Outwards(string folder)
    {
        for (; folder.Length > 0; folder = FolderOf(folder))
        {
            yield return folder;
        }

        yield return folder;
    }

    private static IEnumerable<string> Found(Regex banned, IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(file => banned.Matches(CommentOrText().Replace(file.Text, "")).Select(match => $"{file.Path} has {match.Value}"))
        .Distinct();

    [GeneratedRegex(
        @"\b(?:Stopwatch|Task\.Delay|Thread\.Sleep|SpinWait|PeriodicTimer|DateTime(?:Offset)?\.(?:Utc)?Now|DateTime\.Today|SystemClock"
        + @"|TimeProvider\.System|TickCount(?:64)?|GC\.Collect|GC\.WaitForPendingFinalizers|WeakReference|CancelAfter|Timeout)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:new Random\(\)|Random\.Shared|Guid\.NewGuid|Guid\.CreateVersion7|RandomNumberGenerator)")]
    private static partial Regex Chance();
}
