using Perfolizer.Horology;

namespace GoalMetrics.Benchmarks;

/// <summary>The times of a formula and of its peer over the same inputs, taken in turn.</summary>
internal sealed class FormulaTiming(FormulaSides sides)
{
    private const int CallsOfWarmUp = 500;
    private const double BatchNanoseconds = 250e3;
    private const int MostCalls = 20_000;

    private readonly List<double> _ours = [];
    private readonly List<double> _bare = [];
    private int _calls = CallsOfWarmUp;

    /// <summary>The medians of one call each; the peer's is not a number where there is none.</summary>
    public Medians Medians => new(Medians.Of(_ours), sides.Bare is null ? double.NaN : Medians.Of(_bare));

    /// <summary>Our time as a multiple of the peer's.</summary>
    public double Ratio => Medians.Ours / Medians.Peers;

    /// <summary>The bytes a call allocates.</summary>
    public double Bytes
    {
        get
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            sides.Ours(_calls);
            return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / _calls;
        }
    }

    /// <summary>Calls both, so that the compiler sees that they are worth its effort.</summary>
    public void WarmUp()
    {
        sides.Ours(CallsOfWarmUp);
        sides.Bare?.Invoke(CallsOfWarmUp);
    }

    /// <summary>Sets how many calls a batch is of.</summary>
    public void Calibrate(IClock clock) =>
        _calls = Math.Clamp((int)(BatchNanoseconds / Math.Max(1, Time(sides.Ours, clock))), CallsOfWarmUp / 10, MostCalls);

    /// <summary>Times a batch of each side.</summary>
    public void Round(IClock clock)
    {
        _ours.Add(Time(sides.Ours, clock));
        if (sides.Bare is { } bare)
        {
            _bare.Add(Time(bare, clock));
        }
    }

    // Nanoseconds of a call.
    private double Time<T>(Repeated<T> side, IClock clock)
    {
        var start = clock.GetTimestamp();
        side(_calls);
        return (clock.GetTimestamp() - start) * 1e9 / clock.Frequency.Hertz / _calls;
    }
}
