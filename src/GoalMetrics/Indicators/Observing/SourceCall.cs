using System.Diagnostics;

namespace GoalMetrics;

// A call of a source while something listens, from its start until it is disposed of.
internal sealed class SourceCall : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _activity;
    private readonly string _call;
    private readonly string _tables;
    private long _rows;
    private Exception? _error;

    public SourceCall(string call, IMetricSource source, IReadOnlyList<string> tables)
    {
        _call = call;
        string[] names = [.. tables.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _tables = string.Join(',', names);
        _activity = Telemetry.Activities.StartActivity($"goalmetrics.source.{call}");
        _activity?.SetTag("goalmetrics.tables", names);
        _activity?.SetTag("goalmetrics.requests", tables.Count);
        _activity?.SetTag("goalmetrics.engine", IDecoratedSource.NameOf(source));
    }

    // One answer, or all that was read.
    public void Add(string table, long rows)
    {
        _rows += rows;
        Telemetry.SourceRows.Record(rows, new KeyValuePair<string, object?>("goalmetrics.table", table));
    }

    public void Fail(Exception error)
    {
        _error = error;
        _activity.Fail(error);
    }

    public void Dispose()
    {
        if (_call != "describe")
        {
            _activity?.SetTag("goalmetrics.rows", _rows);
        }

        Telemetry.SourceDuration.Record(
            _started, _error, new() { { "goalmetrics.source.call", _call }, { "goalmetrics.tables", _tables } });
        _activity?.Dispose();
    }
}
