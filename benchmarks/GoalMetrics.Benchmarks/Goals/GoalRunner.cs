namespace GoalMetrics.Benchmarks;

/// <summary>Measures the goals of a verb and prints the table.</summary>
internal static class GoalRunner
{
    private const int BadOptions = 2;

    /// <summary>Runs the verb with the options that follow it on the command line, and gives the exit code.</summary>
    public static int Run(string verb, ReadOnlySpan<string> arguments)
    {
        RunOptions options;
        IReadOnlyList<IGoalGroup> groups;
        try
        {
            options = RunOptions.Parse(arguments);
            groups = GoalGroups.Of(verb, options.Only);
        }
        catch (ArgumentException bad)
        {
            Console.Error.WriteLine(bad.Message);
            return BadOptions;
        }

        Measure(groups, options);
        return 0;
    }

    private static void Measure(IReadOnlyList<IGoalGroup> groups, RunOptions options)
    {
        var run = new GoalRun(options);
        var rows = new List<GoalRow>();
        foreach (var group in groups)
        {
            Console.Error.WriteLine($"{group.Name} ...");
            foreach (var row in group.Measure(run))
            {
                if (!row.IsInFullOnly)
                {
                    Console.Error.WriteLine($"  {row.Goal}: {row.Measured} {row.Verdict} ({row.Detail})");
                }

                rows.Add(row);
            }
        }

        var table = new GoalTable(rows, new(options));
        Console.WriteLine(table.ToText());
        if (options.Markdown is { } file)
        {
            File.WriteAllText(file, table.ToMarkdown());
        }
    }
}
