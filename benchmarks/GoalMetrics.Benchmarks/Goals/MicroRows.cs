using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// A class of BenchmarkDotNet as one row: the worst of its benchmarks against the baseline of the same category, and the most bytes.
/// </summary>
internal sealed class MicroRows(string name, string goal, GoalLimit limit, Type benchmarks) : IGoalGroup
{
    public string Name => name;

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(InProcessJob.Create(run.Options.ProcessorTime))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile);
        var summary = BenchmarkRunner.Run(benchmarks, config);
        var contests = summary.Reports.GroupBy(Category).SelectMany(Contests).OrderBy(contest => contest.Ratio).ToList();
        if (contests.Count == 0)
        {
            throw new InvalidOperationException(
                $"{benchmarks.Name} has no benchmark beside a baseline, or it failed: run it with --filter.");
        }

        var worst = contests[^1];
        var kept = contests.Count(contest => limit.IsKeptBy(contest.Measured));
        var median = Medians.Of(contests.Select(contest => contest.Ratio));
        var detail = FormattableString.Invariant(
            $"the worst of {contests.Count}: {worst.Name}; {kept} keep it, median {median:0.00} ×");
        yield return new(goal, limit, worst.Measured with { Bytes = contests.Max(contest => contest.Bytes) }, detail);
    }

    private static string Category(BenchmarkReport report) => string.Join(",", report.BenchmarkCase.Descriptor.Categories);

    private static IEnumerable<Contest> Contests(IEnumerable<BenchmarkReport> category)
    {
        var reports = category.ToLookup(report => report.BenchmarkCase.Descriptor.Baseline);
        return reports[false].Select(report => new Contest(
            report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            Median(report) / Median(reports[true].Single()),
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0));
    }

    private static double Median(BenchmarkReport report) => report.ResultStatistics?.Median
        ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} failed: run it with --filter.");

    private readonly record struct Contest(string Name, double Ratio, long Bytes)
    {
        public Measurement Measured => new(Ratio, Measurement.Times, Bytes);
    }
}
