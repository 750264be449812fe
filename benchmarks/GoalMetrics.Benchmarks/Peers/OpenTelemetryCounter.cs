using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// OpenTelemetry with its SDK: a counter of .NET with one tag, aggregated by a provider that keeps what it exports in memory, and exports
/// when it is asked to.
/// </summary>
internal sealed class OpenTelemetryCounter : IDisposable
{
    private const string MeterName = "GoalMetrics.Benchmarks.Shop";
    private readonly Meter _meter = new(MeterName);
    private readonly List<OpenTelemetry.Metrics.Metric> _exported = [];
    private readonly MeterProvider _provider;
    private readonly Counter<long> _visits;

    public OpenTelemetryCounter()
    {
        _provider = Sdk.CreateMeterProviderBuilder().AddMeter(MeterName).AddInMemoryExporter(_exported).Build();
        _visits = _meter.CreateCounter<long>("visits");
    }

    /// <summary>Counts so many visits, over the channels in turn.</summary>
    public void Add(int visits)
    {
        var channels = FactRow.Channels;
        for (var i = 0; i < visits; i++)
        {
            _visits.Add(1, new KeyValuePair<string, object?>("channel", channels[i & 7]));
        }
    }

    /// <summary>All visits counted so far, as they are exported.</summary>
    public long Total()
    {
        _exported.Clear();
        _provider.ForceFlush();
        var total = 0L;
        foreach (var metric in _exported)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                total += point.GetSumLong();
            }
        }

        return total;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _provider.Dispose();
        _meter.Dispose();
    }
}
