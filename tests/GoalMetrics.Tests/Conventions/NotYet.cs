namespace GoalMetrics.Tests.Conventions;

/// <summary>Folders and files where a rule does not hold yet. The lists only ever get shorter.</summary>
internal static class NotYet
{
    public static readonly string[] ShortLines =
    [
        "docs/samples/",
        "src/GoalMetrics/Formulas/",
        "src/GoalMetrics/Indicators/Live/",
        "src/GoalMetrics/Tracking/StrategyInstruments.cs",
        "src/GoalMetrics/Tracking/StrategyReader.cs",
        "tests/GoalMetrics.AotSmoke/",
        "tests/GoalMetrics.DocsTests/",
        "tests/GoalMetrics.Tests/Calendars/",
        "tests/GoalMetrics.Tests/Findings/FindingTests.cs",
        "tests/GoalMetrics.Tests/Formulas/",
        "tests/GoalMetrics.Tests/Indicators/CancellationTests.cs",
        "tests/GoalMetrics.Tests/Indicators/Live/",
        "tests/GoalMetrics.Tests/Quantities/",
        "tests/GoalMetrics.Tests/Sources/",
        "tests/GoalMetrics.Tests/Tracking/Collected.cs",
        "tests/GoalMetrics.Tests/Tracking/OpenTelemetryTests.cs",
        "tests/GoalMetrics.Tests/Tracking/StrategyInstrumentsTests.cs",
    ];

    public static readonly string[] FlatConditionals =
    [
        "docs/samples/",
        "src/GoalMetrics/Formulas/",
        "src/GoalMetrics/Indicators/Live/",
        "tests/GoalMetrics.Tests/Calendars/",
        "tests/GoalMetrics.Tests/Formulas/",
        "tests/GoalMetrics.Tests/Indicators/Live/",
        "tests/GoalMetrics.Tests/Sources/",
    ];

    public static readonly string[] RoomyFolders =
    [
        "src/GoalMetrics/Formulas/Families",
        "src/GoalMetrics/Quantities",
        "tests/GoalMetrics.Tests/Formulas",
    ];

    public static readonly string[] WithoutClocks =
    [
        "tests/GoalMetrics.Tests/Indicators/CancellationTests.cs",
        "tests/GoalMetrics.Tests/Tracking/StrategyInstrumentsTests.cs",
    ];

    public static IEnumerable<(string Path, string Text)> Except(this IEnumerable<(string Path, string Text)> files, string[] places) =>
        files.Where(file => !places.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal)));
}
