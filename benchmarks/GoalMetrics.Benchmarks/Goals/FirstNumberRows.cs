using System.Diagnostics;
using System.Globalization;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// A KPI over a few facts, printed by a new process: of native code, from its start to its end; and compiled while it runs, the query
/// alone.
/// </summary>
internal sealed class FirstNumberRows : IGoalGroup
{
    private const string Project = "GoalMetrics.FirstNumber";
    private const string Answer = "conversion rate 2026-10: 3 %";
    private const int Runs = 20;

    public string Name => "first-number";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        yield return Native();
        yield return Jitted();
    }

    private static GoalRow Native()
    {
        var folder = Built("publish", "first-number");
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{Project}.exe" : Project);
        Check(Run(program).Output.Trim());
        var milliseconds = Enumerable.Range(0, Runs).Select(_ => Run(program).Elapsed.TotalMilliseconds).ToList();
        var size = new FileInfo(program).Length / 1e6;
        var detail = FormattableString.Invariant(
            $"median of {Runs}, fastest {milliseconds.Min():0.0} ms; on the wall; {size:0.0} MB of native code");
        return new("first number in a new process (AOT)", GoalLimit.AtMost(10, "ms"), new(Medians.Of(milliseconds), "ms"), detail);
    }

    // The start of the runtime, the zone and loading are not the query's.
    private static GoalRow Jitted()
    {
        var program = Path.Combine(Built("build", "first-query"), $"{Project}.dll");
        var lines = Enumerable.Range(0, Runs).Select(_ => Run("dotnet", program, "--time").Output.Split('\n')).ToList();
        lines.ForEach(line => Check(line[0].Trim()));
        var (query, all) = (Milliseconds(lines, 1), Milliseconds(lines, 2));
        var detail = FormattableString.Invariant(
            $"median of {Runs}, fastest {query.Min():0.0} ms; {Medians.Of(all):0} ms with the zone, loading and the KPI; on the wall");
        return new("first query of a JIT process", GoalLimit.AtMost(40, "ms"), new(Medians.Of(query), "ms"), detail);
    }

    private static List<double> Milliseconds(List<string[]> runs, int line) =>
        [.. runs.Select(run => double.Parse(run[line], CultureInfo.InvariantCulture))];

    private static string Built(string verb, string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, name);
        Run("dotnet", verb, Path.Combine(Repository(), "benchmarks", Project), "-c", "Release", "-o", folder, "-maxcpucount:1");
        return folder;
    }

    private static void Check(string found)
    {
        if (found != Answer)
        {
            throw new InvalidOperationException($"{Project} printed '{found}'; expected '{Answer}'.");
        }
    }

    private static (string Output, TimeSpan Elapsed) Run(string program, params string[] arguments)
    {
        var time = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? (output, time.Elapsed) : throw new InvalidOperationException($"{program} failed: {output}");
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GoalMetrics.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
        }

        return folder;
    }
}
