using System.Diagnostics;

namespace GoalMetrics.Benchmarks;

/// <summary>A new process of native code, from its start to its end: a KPI over a few facts, printed.</summary>
internal sealed class FirstNumberRows : IGoalGroup
{
    private const string Project = "GoalMetrics.FirstNumber";
    private const string Answer = "conversion rate 2026-10: 3 %";
    private const int Runs = 20;

    public string Name => "first-number";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "first-number");
        Run("dotnet", "publish", Path.Combine(Repository(), "benchmarks", Project), "-c", "Release", "-o", folder, "-maxcpucount:1");
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{Project}.exe" : Project);
        Check(program);
        var milliseconds = Enumerable.Range(0, Runs).Select(_ => Run(program).Elapsed.TotalMilliseconds).ToList();
        var detail = FormattableString.Invariant($"median of {Runs}, fastest {milliseconds.Min():0.0} ms; on the wall; {new FileInfo(program).Length / 1e6:0.0} MB of native code");
        yield return new("first number in a new process (AOT)", GoalLimit.AtMost(30, "ms"), new(Medians.Of(milliseconds), "ms"), detail);
    }

    private static void Check(string program)
    {
        if (Run(program).Output.Trim() is var found && found != Answer)
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
