using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A period of a chart: the value, and the limits that it is judged by. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<SignalPoint>))]
public sealed partial class SignalPoint
{
    internal SignalPoint(HistoryPoint point, Quantity undefined)
    {
        (Period, Value, N) = (point.Period, point.Value, point.N);
        Centre = LowerLimit = UpperLimit = undefined;
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The value, as it was.</summary>
    public Quantity Value { get; }

    /// <summary>How many observations it rests on, where that is known; null otherwise.</summary>
    public long? N { get; }

    /// <summary>
    /// The expected value: the centre, with the seasonal pattern put back, such as that of Saturdays. For a balance, it is the previous
    /// balance plus the mean change. Undefined where the point is not judged.
    /// </summary>
    public Quantity Centre { get; internal init; }

    /// <summary>The lower limit, three sigma below the centre; of shares at least 0.</summary>
    public Quantity LowerLimit { get; internal init; }

    /// <summary>The upper limit, three sigma above the centre; of shares at most 1.</summary>
    public Quantity UpperLimit { get; internal init; }

    /// <summary>
    /// Whether the point is judged. A point without a final value is not judged. A share is not judged if fewer than five of either outcome
    /// are expected. A mean is not judged if it is of fewer than 30 values.
    /// </summary>
    public bool IsJudged { get; internal init; }
}
