using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace GoalMetrics.Benchmarks;

/// <summary>How BenchmarkDotNet measures on a machine that does other work too.</summary>
internal static class InProcessJob
{
    private const int Iterations = 9;
    private static readonly TimeInterval IterationTime = TimeInterval.FromMilliseconds(200);

    public static Job Create(bool processorTime)
    {
        var job = Job.ShortRun
            .WithIterationCount(Iterations)
            .WithIterationTime(IterationTime)
            .WithToolchain(InProcessEmitToolchain.Instance);
        return processorTime ? job.WithClock(new ProcessorClock()) : job;
    }
}
