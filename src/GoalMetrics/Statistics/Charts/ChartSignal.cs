namespace GoalMetrics.Statistics;

/// <summary>A stretch of points that a rule finds to be more than noise. Immutable; safe to share between threads.</summary>
public readonly partial struct ChartSignal : IEquatable<ChartSignal>
{
    internal ChartSignal(ChartRule rule, ChartSide side, int first, int last) => (Rule, Side, First, Last) = (rule, side, first, last);

    /// <summary>The rule.</summary>
    public ChartRule Rule { get; }

    /// <summary>Which way it points.</summary>
    public ChartSide Side { get; }

    /// <summary>The index of the first point of the stretch, from 0.</summary>
    public int First { get; }

    /// <summary>The index of the last point of the stretch.</summary>
    public int Last { get; }

    /// <summary>Whether both are the same rule, side and stretch.</summary>
    public bool Equals(ChartSignal other) => (Rule, Side, First, Last) == (other.Rule, other.Side, other.First, other.Last);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ChartSignal other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Side, First, Last);

    /// <summary>Rule, side and stretch, as <c>EightOnOneSide Above 12-19</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Rule} {Side} {First}-{Last}");

    /// <summary>Whether both are equal, as <see cref="Equals(ChartSignal)"/>.</summary>
    public static bool operator ==(ChartSignal left, ChartSignal right) => left.Equals(right);

    /// <summary>Whether both differ.</summary>
    public static bool operator !=(ChartSignal left, ChartSignal right) => !left.Equals(right);
}
