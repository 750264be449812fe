using System.Diagnostics.Metrics;

namespace GoalMetrics;

// What the measurements of an instrument are.
internal enum InstrumentNature
{
    // What there is at the moment: of gauges, and of kinds of instruments that are not known.
    Level,

    // What happened: of counters, up-down counters and histograms.
    Event,

    // What there has been so far, up and down: of observable up-down counters.
    Total,

    // What there has been so far, only up: of observable counters. One that is lower than before began at 0 again.
    RisingTotal,
}

internal static class InstrumentNatures
{
    public static InstrumentNature Nature(this Instrument instrument) =>
        Of<long>(instrument)
        ?? Of<int>(instrument)
        ?? Of<double>(instrument)
        ?? Of<float>(instrument)
        ?? Of<decimal>(instrument)
        ?? Of<short>(instrument)
        ?? Of<byte>(instrument)
        ?? InstrumentNature.Level;

    private static InstrumentNature? Of<T>(Instrument instrument)
        where T : struct => instrument switch
        {
            Counter<T> or UpDownCounter<T> or Histogram<T> => InstrumentNature.Event,
            ObservableCounter<T> => InstrumentNature.RisingTotal,
            ObservableUpDownCounter<T> => InstrumentNature.Total,
            _ => null,
        };
}
