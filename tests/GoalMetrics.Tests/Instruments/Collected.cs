using System.Diagnostics.Metrics;
using System.Globalization;

namespace GoalMetrics.Tests.Instruments;

/// <summary>What a collector reads off the observable instruments of a meter: <c>name{tag=value} amount</c>, sorted.</summary>
internal static class Collected
{
    public static List<string> From(Meter meter)
    {
        var lines = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter == meter)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        lines.Sort(StringComparer.Ordinal);
        return lines;

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{instrument.Name}{{{string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}}} {value}"));
    }

    /// <summary>The instruments: <c>ObservableGauge name [unit] description</c>.</summary>
    public static List<string> InstrumentsOf(Meter meter)
    {
        var lines = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter == meter)
                {
                    lines.Add($"{instrument.GetType().Name.Split('`')[0]} {instrument.Name} [{instrument.Unit}] {instrument.Description}");
                }
            },
        };
        listener.Start();
        return lines;
    }
}
