using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace GoalMetrics.Tests.Indicators.Observing;

// What the library reports of the questions that are asked under one activity of a test. Other tests run at the same time.
internal sealed class Heard : IDisposable
{
    private static readonly ActivitySource Tests = new("GoalMetrics.Tests");

    private readonly List<Activity> _ended = [];
    private readonly List<(string Line, ActivityTraceId Trace)> _measured = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements = new();
    private readonly Activity _root;

    public Heard()
    {
        _activities = new()
        {
            ShouldListenTo = source => source.Name is "GoalMetrics" or "GoalMetrics.Tests",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Add(_ended, activity),
        };
        ActivitySource.AddActivityListener(_activities);
        _root = Tests.StartActivity("test")!;
        _measurements.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "GoalMetrics")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _measurements.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
            Measured(instrument, instrument.Unit == "s" ? Took(value) : value.ToString(CultureInfo.InvariantCulture), tags));
        _measurements.Start();
    }

    /// <summary>The activities in the order they began, indented under their parents.</summary>
    public IReadOnlyList<string> Activities
    {
        get
        {
            lock (_ended)
            {
                var own = _ended.Where(activity => activity.TraceId == _root.TraceId).ToList();
                return [.. Under(own, _root.SpanId, "")];
            }
        }
    }

    public IReadOnlyList<string> Measurements
    {
        get
        {
            lock (_measured)
            {
                return [.. _measured.Where(one => one.Trace == _root.TraceId).Select(one => one.Line)];
            }
        }
    }

    public void Dispose()
    {
        _root.Dispose();
        _activities.Dispose();
        _measurements.Dispose();
    }

    private static IEnumerable<string> Under(List<Activity> all, ActivitySpanId parent, string indent) => all
        .Where(activity => activity.ParentSpanId == parent)
        .OrderBy(activity => activity.StartTimeUtc)
        .SelectMany(activity => Under(all, activity.SpanId, indent + "  ").Prepend(indent + Line(activity)));

    private static string Line(Activity activity)
    {
        var tags = activity.TagObjects.Select(tag => $"{tag.Key}={(tag.Value is string[] names ? string.Join(',', names) : tag.Value)}");
        var status = activity.Status == ActivityStatusCode.Unset ? "" : $" {activity.Status}";
        return $"{activity.OperationName}{status} {string.Join(' ', tags)}".TrimEnd();
    }

    private static string Took(double seconds) => seconds >= 0 ? "some" : "impossible";

    private void Measured(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        Add(_measured, ($"{instrument.Name} [{instrument.Unit}] {{{all}}} {value}", Activity.Current?.TraceId ?? default));
    }

    private static void Add<T>(List<T> list, T item)
    {
        lock (list)
        {
            list.Add(item);
        }
    }
}
