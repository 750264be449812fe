using System.Diagnostics;
using Perfolizer.Horology;

namespace GoalMetrics.Benchmarks;

/// <summary>One call made over and over once the compiler has seen it often: the median of its time, and what it allocates.</summary>
internal readonly record struct WarmCalls(double Nanoseconds, double Bytes)
{
    private const int Batches = 25;
    private const double BatchNanoseconds = 10e6;

    /// <summary>Warms the call up, then times batches of it.</summary>
    public static WarmCalls Of(Action call, IClock clock)
    {
        var warmUp = Stopwatch.StartNew();
        var count = 0L;
        while (warmUp.Elapsed < Rounds.WarmUpTime)
        {
            call();
            count++;
        }

        var calls = (int)Math.Clamp(BatchNanoseconds * count / warmUp.Elapsed.TotalNanoseconds, 1, 1e6);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var times = Enumerable.Range(0, Batches).Select(_ => Time(call, calls, clock)).ToArray();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / ((double)Batches * calls);
        return new(Medians.Of(times), bytes < 1 ? 0 : bytes);
    }

    private static double Time(Action call, int calls, IClock clock)
    {
        var start = clock.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            call();
        }

        return (clock.GetTimestamp() - start) * 1e9 / clock.Frequency.Hertz / calls;
    }
}
