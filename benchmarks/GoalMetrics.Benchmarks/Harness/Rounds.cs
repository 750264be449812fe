using System.Diagnostics;
using Perfolizer.Horology;

namespace GoalMetrics.Benchmarks;

/// <summary>Measures two ways in turn, so that what else happens on the machine meets both, and takes medians.</summary>
internal sealed class Rounds(IClock clock)
{
    private const int FewestRounds = 3;
    private const int MostRounds = 15;
    private const int FewestWarmUps = 2;

    /// <summary>How long a short way is repeated before it is timed: as long as the compiler takes to be done with it.</summary>
    public static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestContest = TimeSpan.FromSeconds(20);

    /// <summary>Warms both up, runs them in turn and gives the medians.</summary>
    public Medians Measure(Action ours, Action peers)
    {
        WarmUp(ours);
        WarmUp(peers);
        var (oursTimes, peersTimes) = (new List<double>(), new List<double>());
        var contest = Stopwatch.StartNew();
        while (oursTimes.Count < FewestRounds || (oursTimes.Count < MostRounds && contest.Elapsed < LongestContest))
        {
            oursTimes.Add(Time(ours));
            peersTimes.Add(Time(peers));
        }

        return new(Medians.Of(oursTimes), Medians.Of(peersTimes));
    }

    /// <summary>Warms both up, runs them in turn so many times and gives the fastest of each, in nanoseconds.</summary>
    public (double Ours, double Peers) Fastest(Action ours, Action peers, int runs)
    {
        WarmUp(ours);
        WarmUp(peers);
        var times = Enumerable.Range(0, runs).Select(_ => (Ours: Time(ours), Peers: Time(peers))).ToList();
        return (times.Min(time => time.Ours), times.Min(time => time.Peers));
    }

    /// <summary>Warms one way up, runs it again and again and gives the median of its nanoseconds.</summary>
    public double Measure(Action way) => Measure(way, static () => { }).Ours;

    // Twice at least, and short ones until the compiler has seen that they are worth its effort.
    private static void WarmUp(Action way)
    {
        var time = Stopwatch.StartNew();
        for (var run = 0; run < FewestWarmUps || time.Elapsed < WarmUpTime; run++)
        {
            way();
        }
    }

    private double Time(Action way)
    {
        // What others left behind is not collected on this one's account.
        GC.Collect();
        var start = clock.GetTimestamp();
        way();
        return (clock.GetTimestamp() - start) * 1e9 / clock.Frequency.Hertz;
    }
}
