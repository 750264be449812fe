using System.Text.RegularExpressions;

namespace GoalMetrics.Tests.Conventions;

/// <summary>The rules about folders: what each may use, and how much each may hold.</summary>
internal static partial class Rules
{
    private const int MostFiles = 25;

    // From the ground up, a storey a line. A folder uses itself and those named before it: nothing above, and never in circles.
    private static readonly string[][] Storeys =
    [
        ["Texts", "Quantities", "Calendars", "Findings", "Statistics"],
        ["Formulas", "Sources", "Engines"],
        ["Indicators"],
        ["Goals", "Smart"],
        ["Tracking", "Analysis"],
        ["Instruments"],
        ["DependencyInjection"],
    ];

    private static readonly List<string> FromTheGround = [.. Storeys.SelectMany(storey => storey)];

    /// <summary>Files in a folder without a storey: what they use, and what uses them, would go unseen.</summary>
    public static IEnumerable<string> FilesWithoutStorey(IEnumerable<(string Path, string Text)> files) => files
        .Where(file => Height(file.Path) < 0)
        .Select(file => file.Path);

    /// <summary>Files that name a type of a folder above their own.</summary>
    /// <remarks>
    /// A nested type is named through the type it is in, or by a file of the same folder. A type in a namespace that the file does not open
    /// is not meant by its name: another library has one like it, as NodaTime has an Interval.
    /// </remarks>
    public static IEnumerable<string> UpwardUses(IReadOnlyList<(string Path, string Text)> files)
    {
        var heightOf = files
            .SelectMany(
                file => TypeAtTheTop().Matches(file.Text)
                    .Select(match => (Type: match.Groups["name"].Value, Height: Height(file.Path), Room: NamespaceOf(file.Text))))
            .GroupBy(found => found.Type)
            .ToDictionary(group => group.Key, group => group.MinBy(found => found.Height));
        var nested = files
            .SelectMany(
                file => NestedType().Matches(file.Text).Select(match => (Type: match.Groups["name"].Value, Height: Height(file.Path))))
            .ToHashSet();

        return files
            .SelectMany(file => Words(file.Text).Select(word => (file.Path, file.Text, Word: word, Height: Height(file.Path))))
            .Where(use => heightOf.TryGetValue(use.Word, out var found) && found.Height > use.Height && IsOpen(found.Room, use.Text))
            .Where(use => !nested.Contains((use.Word, use.Height)))
            .Select(use => $"{use.Path} uses {use.Word}");
    }

    /// <summary>Code that is ugly for the sake of speed, and not in the room for it.</summary>
    public static IEnumerable<string> UglinessOutsideKernels(IEnumerable<(string Path, string Text)> files) => files
        .Where(file => !file.Path.Contains("/Engines/InMemory/Kernels/", StringComparison.Ordinal))
        .SelectMany(file => Ugly().Matches(CommentOrText().Replace(file.Text, "")).Select(match => $"{file.Path} has {match.Value}"));

    public static IEnumerable<string> CrowdedFolders(IEnumerable<string> paths) => paths
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
        .GroupBy(FolderOf)
        .Where(folder => folder.Count() > MostFiles)
        .Select(folder => folder.Key);

    private static int Height(string path) => FromTheGround.IndexOf(Room().Match(path).Groups["room"].Value);

    private static string NamespaceOf(string code) => Namespace().Match(code).Groups["name"].Value;

    private static bool IsOpen(string room, string code) =>
        $"{NamespaceOf(code)}.".StartsWith($"{room}.", StringComparison.Ordinal)
        || room.Length == 0
        || code.Contains($"using {room};", StringComparison.Ordinal);

    private static IEnumerable<string> Words(string code) =>
        Word().Matches(CommentOrText().Replace(code, "")).Select(match => match.Value).Distinct();

    [GeneratedRegex("^src/(?:GoalMetrics/)?(?<room>[^/]+)/")]
    private static partial Regex Room();

    [GeneratedRegex(@"^(?:public|internal|file) " + Declaration, RegexOptions.Multiline)]
    private static partial Regex TypeAtTheTop();

    [GeneratedRegex(@"^ +(?:(?:public|internal|protected|private) )+" + Declaration, RegexOptions.Multiline)]
    private static partial Regex NestedType();

    private const string Declaration =
        @"(?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*"
        + @"(?:(?:class|struct|enum|interface|record(?: class| struct)?) (?<name>\w+)|delegate [^(;=]+? (?<name>\w+)(?:<[^()]*>)?\()";

    [GeneratedRegex(
        @"\b(?:Unsafe\.\w+|MemoryMarshal|Vector(?:64|128|256|512)|Vector(?=[.<])|AggressiveInlining|SkipLocalsInit|unsafe)\b")]
    private static partial Regex Ugly();

    [GeneratedRegex(@"//.*|""(?:[^""\\]|\\.)*""")]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"(?<!\.)\b[A-Z]\w+\b")]
    private static partial Regex Word();
}
