namespace GoalMetrics.Benchmarks;

/// <summary>Measures the goals of a verb and prints the table.</summary>
internal static class GoalRunner
{
    /// <summary>Runs the verb with the options that follow it on the command line.</summary>
    public static void Run(string verb, ReadOnlySpan<string> arguments)
    {
        var options = RunOptions.Parse(arguments);
        var groups = GoalGroups.Of(verb, options.Only);
        var run = new GoalRun(options);
        var rows = new List<GoalRow>();
        foreach (var group in groups)
        {
            Console.Error.WriteLine($"{group.Name} ...");
            foreach (var row in group.Measure(run))
            {
                Console.Error.WriteLine($"  {row.Goal}: {row.Measured} {row.Verdict} ({row.Detail})");
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
