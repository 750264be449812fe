namespace GoalMetrics.Benchmarks;

/// <summary>What each verb of the runner measures, in the order of the table.</summary>
internal static class GoalGroups
{
    private static readonly Dictionary<string, IGoalGroup[]> OfVerb = new(StringComparer.Ordinal)
    {
        ["goals"] =
        [
            // Early, when the compiler has seen no other arithmetic and the process has used little memory yet.
            new AllFormulasRows(),
            new LoadingRows(),
            new SmallRows(),
            new MemberRows(),

            // Those without W1 next: between its iterations BenchmarkDotNet collects the whole heap.
            new MicroRows(
                "formulas",
                "direct formula call, against the bare decimal arithmetic",
                GoalLimit.AtMost(2.5).WithoutAllocation(),
                typeof(Formulas)),
            new MicroRows("smart", "validating a good SMART goal, against FluentValidation", GoalLimit.AtMost(2), typeof(SmartValidation)),
            new LiveRows(),
            new FirstNumberRows(),
            new MemoryRows(),
            new StreamRows(),
            new DuckDbRows(),
            new DotNetRows(),
            new AllocationRows(),
            new DayRows(),
            new ThreadRows(),
            new LoadingAgainRows(),
        ],
        ["memory"] = [new MemoryGrowthRows()],
        ["load"] = [new LoadRows(), new LiveHourRows()],
    };

    /// <summary>Whether the word is a verb of the runner.</summary>
    public static bool Knows(string verb) => OfVerb.ContainsKey(verb);

    /// <summary>The groups of a verb; only those named, or beginning with a name and a dash, if any are.</summary>
    /// <exception cref="ArgumentException">A name is not known.</exception>
    public static IReadOnlyList<IGoalGroup> Of(string verb, IReadOnlyCollection<string> only)
    {
        var groups = OfVerb[verb];
        if (only.FirstOrDefault(name => !groups.Any(group => IsCalled(group, name))) is { } unknown)
        {
            var names = string.Join(", ", groups.Select(group => group.Name));
            throw new ArgumentException($"Found --only {unknown}; expected some of {names}.", nameof(only));
        }

        return [.. groups.Where(group => only.Count == 0 || only.Any(name => IsCalled(group, name)))];
    }

    private static bool IsCalled(IGoalGroup group, string name) =>
        group.Name == name || group.Name.StartsWith(name + "-", StringComparison.Ordinal);
}
