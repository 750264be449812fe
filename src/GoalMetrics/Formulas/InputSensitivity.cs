using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How a formula's result moves when one of its inputs grows by 1 % and all others stay. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<InputSensitivity>))]
public sealed partial class InputSensitivity
{
    internal InputSensitivity(string input, Change result)
    {
        Input = input;
        Result = result;
    }

    /// <summary>The name of the input.</summary>
    public string Input { get; }

    /// <summary>
    /// From the result as it is to the result with this input 1 % larger; <see cref="Change.Relative"/> of 0.01 means that it moves in
    /// proportion. Where the input is 0, there is no 1 % of it: the later result is undefined
    /// (<see cref="UndefinedReason.ZeroDenominator"/>, with the input's name). Where 1 % more is outside its valid range, the later
    /// result is the mirror image of that for 1 % less; where that is outside too, undefined (<see cref="UndefinedReason.OutOfDomain"/>).
    /// </summary>
    public Change Result { get; }
}
