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

    private static IEnumerable<string> Found(Regex banned, IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(file => banned.Matches(CommentOrText().Replace(file.Text, "")).Select(match => $"{file.Path} has {match.Value}"))
        .Distinct();

    [GeneratedRegex(
        @"\b(?:Stopwatch|Task\.Delay|Thread\.Sleep|SpinWait|PeriodicTimer|DateTime(?:Offset)?\.(?:Utc)?Now|DateTime\.Today|SystemClock"
        + @"|TimeProvider\.System|TickCount(?:64)?|GC\.Collect|GC\.WaitForPendingFinalizers|WeakReference|CancelAfter)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(?:new Random\(\)|Random\.Shared|Guid\.NewGuid|Guid\.CreateVersion7|RandomNumberGenerator)")]
    private static partial Regex Chance();
}
