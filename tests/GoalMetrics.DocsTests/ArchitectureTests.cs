using System.Text.RegularExpressions;
using GoalMetrics;

namespace DocsTests;

/// <summary>The tours of the architecture page name types that exist, and the first is no longer than it promises.</summary>
public sealed partial class ArchitectureTests
{
    private const int MostStops = 35;

    private static readonly string Page = File.ReadAllText(Path.Combine(ReadmeTests.Root, "docs", "architecture.md"))
        .ReplaceLineEndings("\n");

    private static readonly HashSet<string> Types =
        [.. typeof(Quantity).Assembly.GetTypes().Select(type => type.Name.Split('`')[0])];

    [Fact]
    public void Tours_EveryStop_IsAType() => Stops(Page).Where(stop => !Types.Contains(stop)).Should().BeEmpty();

    [Fact]
    public void Tours_WhatStandsBesideAStop_IsAType() => Beside().Matches(Page)
        .SelectMany(match => Name().Matches(match.Value).Select(name => name.Groups["name"].Value))
        .Should().NotBeEmpty().And.OnlyContain(name => Types.Contains(name));

    [Fact]
    public void FirstTour_Stops_AreAtMost35()
    {
        var tour = Page.Split("\n### ")[1];

        tour.Should().StartWith("From an object to a KPI's value");
        Stops(tour).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(20).And.HaveCountLessThanOrEqualTo(MostStops);
    }

    [Fact]
    public void Rooms_AreTheFoldersOfTheLibrary()
    {
        var source = Path.Combine(ReadmeTests.Root, "src", "GoalMetrics");
        var rooms = Room().Matches(Page).SelectMany(match => match.Groups["room"].Captures).Select(room => room.Value).ToList();

        rooms.Where(room => !Directory.Exists(Path.Combine(source, room))).Should().BeEmpty();
        var first = rooms.Select(room => room.Split('/')[0]).ToHashSet();
        Directory.EnumerateDirectories(source).Select(Path.GetFileName).Where(IsRoom)
            .Should().OnlyContain(folder => first.Contains(folder!));
    }

    private static bool IsRoom(string? folder) => folder is not ("bin" or "obj" or "PublicAPI");

    private static IEnumerable<string> Stops(string text) => Stop().Matches(text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^\d+\. `(?<name>\w+)`", RegexOptions.Multiline)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^\d+\. `\w+`.*\((?<beside>[^)]*)\)", RegexOptions.Multiline)]
    private static partial Regex Beside();

    [GeneratedRegex(@"`(?<name>[A-Z]\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| (?:`(?<room>[A-Z][\w/]*)`(?:, )?)+ \|", RegexOptions.Multiline)]
    private static partial Regex Room();
}
