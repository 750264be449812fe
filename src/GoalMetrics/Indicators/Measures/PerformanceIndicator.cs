using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A performance indicator (PI): a specific, operational measure, read hourly, daily or weekly, that drives a KPI. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<PerformanceIndicator>))]
public sealed class PerformanceIndicator : NamedMeasure
{
    private PerformanceIndicator(Measure measure, Grain every)
        : base(measure.Id, measure)
    {
        Title = measure.Title;
        ReadEvery = every;
    }

    /// <summary>How often it is read.</summary>
    public Grain ReadEvery { get; }

    // Two indicators that read the same measure equally often are the same.
    internal object Definition => (Identity, ReadEvery);

    // Whether the other is this indicator, whichever direction and title either was given.
    internal bool IsSameAs(PerformanceIndicator other) => ReadEvery == other.ReadEvery && Measure.IsSameAs(other.Measure);

    /// <summary>A measure read once every period of the grain.</summary>
    /// <exception cref="ArgumentException">
    /// The grain is the hour, and a table the measure is computed from has only dates; or the facts of one are totals of longer periods.
    /// </exception>
    public static PerformanceIndicator Every(Grain grain, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new(measure, WindowRules.Readable(grain, measure, nameof(grain)));
    }

    /// <summary>A measure read every day.</summary>
    public static PerformanceIndicator Daily(Measure measure) => Every(Grain.Day, measure);

    /// <summary>A measure read every week.</summary>
    public static PerformanceIndicator Weekly(Measure measure) => Every(Grain.Week, measure);
}
