namespace GoalMetrics;

/// <summary>
/// How far a measure has moved before over as much time as a goal leaves it, and how far the goal asks it to move. Immutable.
/// </summary>
/// <remarks>
/// A step is the change between two values that lie <see cref="Length"/> periods of the grain apart. It is a share of the earlier value
/// where no value is at or below zero, and the difference for all else, such as rates (in percentage points) and scores.
/// </remarks>
public sealed class PastSteps
{
    internal PastSteps(HistoryPoint from, Grain grain, int length, ReportingPeriod largestIn)
    {
        From = from;
        Grain = grain;
        Length = length;
        LargestIn = largestIn;
    }

    /// <summary>The latest period before the goal's that is closed and wholly covered, and its value: where the measure stands.</summary>
    public HistoryPoint From { get; }

    /// <summary>The grain of the periods.</summary>
    public Grain Grain { get; }

    /// <summary>How many periods the measure has, from <see cref="From"/> to the end of the goal.</summary>
    public int Length { get; }

    /// <summary>The number of steps of that length before, up to 60.</summary>
    public int Count { get; internal init; }

    /// <summary>The step that the goal asks for: from the value of <see cref="From"/> to the target.</summary>
    public Quantity Asked { get; internal init; }

    /// <summary>The largest step before in the direction of the goal; the smallest fall where the measure never went that way.</summary>
    public Quantity Largest { get; internal init; }

    /// <summary>The last period of that step.</summary>
    public ReportingPeriod LargestIn { get; }

    /// <summary>Whether the goal asks the measure to go farther than it ever did.</summary>
    public bool IsBeyondPast => Rises ? Asked > Largest : Asked < Largest;

    /// <summary>Whether the goal asks the measure to rise.</summary>
    public bool Rises { get; internal init; }

    /// <summary>What the goal asks for, and the largest step before: <c>20 % from 2026-10; at most 1.4 % in 29 months</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Asked.ToString(null)} from {From.Period}; at most {Largest.ToString(null)} in {Count} {Grain.Plural().English}");
}
