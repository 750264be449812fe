namespace GoalMetrics.Sources;

/// <summary>
/// A window of time as a range of cuts: from one cut up to, but not including, a later one. Immutable; equality is by value. The default
/// is an empty range, which no request contains.
/// </summary>
public readonly struct CutRange : IEquatable<CutRange>
{
    /// <summary>A range of cuts.</summary>
    /// <param name="start">The index of the cut where the window starts.</param>
    /// <param name="end">The index of the cut where it ends; facts at that cut are not in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is below 0, or the end does not come after it.</exception>
    public CutRange(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        if (end <= start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(end), FormattableString.Invariant($"A window ends at a later cut than it starts at; found {start} to {end}."));
        }

        Start = start;
        End = end;
    }

    /// <summary>The index of the cut where the window starts.</summary>
    public int Start { get; }

    /// <summary>The index of the cut where it ends.</summary>
    public int End { get; }

    /// <summary>The number of pieces between neighbouring cuts that the window is made of.</summary>
    public int Length => End - Start;

    /// <summary>Whether both ranges are the same.</summary>
    public static bool operator ==(CutRange left, CutRange right) => left.Equals(right);

    /// <summary>Whether the ranges differ.</summary>
    public static bool operator !=(CutRange left, CutRange right) => !left.Equals(right);

    /// <summary>Whether both ranges are the same.</summary>
    public bool Equals(CutRange other) => Start == other.Start && End == other.End;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CutRange other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End);

    /// <summary>As <c>[0, 31)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"[{Start}, {End})");
}
