using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>What a search for the input that gives a wanted result came to.</summary>
[JsonConverter(typeof(ResultConverter<GoalSeekResult>))]
public sealed partial class GoalSeekResult
{
    internal GoalSeekResult(GoalSeekOutcome outcome, string input, Quantity value, Quantity nearestInput, Quantity nearestResult)
    {
        Outcome = outcome;
        Input = input;
        Value = value;
        NearestInput = nearestInput;
        NearestResult = nearestResult;
    }

    /// <summary>Whether it was found, and why not.</summary>
    public GoalSeekOutcome Outcome { get; }

    /// <summary>The name of the input that was sought.</summary>
    public string Input { get; }

    /// <summary>
    /// The value of the input that gives the wanted result. A count may come out as a part: 333.33 orders. Undefined where there
    /// is none: <see cref="UndefinedReason.OutOfDomain"/> with the cause <c>unreachable</c>, or with the reason and the cause for
    /// which the formula has no result.
    /// </summary>
    public Quantity Value { get; }

    /// <summary>The value tried that comes nearest to the wanted result; the value itself where it was found.</summary>
    public Quantity NearestInput { get; }

    /// <summary>The result for <see cref="NearestInput"/>.</summary>
    public Quantity NearestResult { get; }

    /// <summary>The input and what was found: <c>orders: 333.33</c>.</summary>
    public override string ToString() => $"{Input}: {Value.ToString(null)}";
}
