namespace GoalMetrics;

/// <summary>Where a goal starts from (S6.2): a stated quantity, or the measure over an earlier period. Immutable; equality is by value.</summary>
public sealed record Baseline
{
    private readonly Quantity? _stated;

    private Baseline(Quantity? stated, ReportingPeriod? period)
    {
        _stated = stated;
        Period = period;
    }

    /// <summary>The stated quantity; null where it is measured.</summary>
    public Quantity? Stated => _stated;

    /// <summary>The period it is measured over; null where it is stated.</summary>
    public ReportingPeriod? Period { get; }

    // The same for rules, which run often: without a copy, and undefined where there is none.
    internal ref readonly Quantity StatedOrNone => ref Nullable.GetValueRefOrDefaultRef(in _stated);

    /// <summary>A stated quantity.</summary>
    /// <exception cref="ArgumentException">The quantity is undefined.</exception>
    public static Baseline At(Quantity quantity) => quantity.IsDefined
        ? new(quantity, null)
        : throw new ArgumentException($"A baseline must have a value; found {quantity.ToString(null)}.", nameof(quantity));

    /// <summary>The measure over an earlier period.</summary>
    public static Baseline Over(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new(null, period);
    }

    /// <summary>The quantity, or the name of the period.</summary>
    public override string ToString() => Stated?.ToString(null) ?? Period!.ToString();
}
