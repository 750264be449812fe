using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A KPI or goal that could not be evaluated, and why. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<EvaluationFailure>))]
public sealed partial class EvaluationFailure
{
    internal EvaluationFailure(string path, Exception error)
    {
        Path = path;
        Error = error;
    }

    /// <summary>Which one, such as <c>kpis/conversion-rate</c> or <c>goals/more-orders</c>.</summary>
    public string Path { get; }

    /// <summary>What was thrown.</summary>
    public Exception Error { get; }

    /// <summary>The path, and the message of the error.</summary>
    public override string ToString() => $"{Path}: {Error.Message}";
}
