namespace GoalMetrics;

/// <summary>
/// Where a moment lies on the way to a target: the share of the way that is expected, as an exact fraction, and the days of the path,
/// such as working days. Immutable; the default is the start of a path without days.
/// </summary>
public readonly struct PathPosition : IEquatable<PathPosition>
{
    private static readonly Unit CalendarDay = Unit.Duration(DurationUnit.Day);

    private readonly decimal _whole;
    private readonly Unit? _dayUnit;

    private PathPosition(decimal part, decimal whole, decimal days, Unit? dayUnit, decimal? ownElapsedDays)
    {
        Part = part;
        _whole = whole;
        Days = days;
        _dayUnit = dayUnit;
        OwnElapsedDays = ownElapsedDays;
    }

    /// <summary>The share that is expected, from 0 to 1: <see cref="Part"/> over <see cref="Whole"/>.</summary>
    public decimal Share => Part / Whole;

    /// <summary>The part of the way that is expected, in any unit.</summary>
    public decimal Part { get; }

    /// <summary>The whole way, in the same unit.</summary>
    public decimal Whole => _whole == 0m ? 1m : _whole;

    /// <summary>The days of the whole path that count: all of the period, or its working days.</summary>
    public decimal Days { get; }

    /// <summary>
    /// Those of <see cref="Days"/> that have passed. Defaults to their <see cref="Share"/>, as each brings the same on a path that is
    /// steady by its days.
    /// </summary>
    public decimal ElapsedDays => OwnElapsedDays ?? Part * Days / Whole;

    /// <summary>What a day of the path is, as rates are stated per day: a calendar day by default, or a thing that is counted.</summary>
    public Unit DayUnit => _dayUnit ?? CalendarDay;

    // Null where the share says it.
    internal decimal? OwnElapsedDays { get; }

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(PathPosition left, PathPosition right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(PathPosition left, PathPosition right) => !left.Equals(right);

    /// <summary>A position as an exact fraction: 14 days and 20 minutes of 28 days are 20,180 of 40,320 minutes.</summary>
    /// <param name="part">The part of the way that is expected.</param>
    /// <param name="whole">The whole way, in the same unit; above 0.</param>
    /// <param name="days">The days of the whole path that count; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The whole is not above 0, or there are fewer days than 0.</exception>
    public static PathPosition Of(decimal part, decimal whole, decimal days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return new(part, whole, days, null, null);
    }

    /// <summary>
    /// The same position on a path whose share does not grow by its days, such as a season's: rates are then per day that has passed, and
    /// per day that is left.
    /// </summary>
    /// <param name="elapsedDays">The days that have passed, from 0 to <see cref="Days"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are below 0, or more than there are.</exception>
    public PathPosition WithElapsedDays(decimal elapsedDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elapsedDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elapsedDays, Days);
        return new(Part, Whole, Days, _dayUnit, elapsedDays);
    }

    /// <summary>The same position, with days that are not all calendar days.</summary>
    /// <param name="noun">What one is, in the singular: <c>working day</c>, <c>match day</c>.</param>
    /// <exception cref="ArgumentException">The noun is blank or too long.</exception>
    public PathPosition WithDaysNamed(string noun) => new(Part, Whole, Days, Unit.Count(noun), OwnElapsedDays);

    /// <summary>Whether both have the same part and whole, and the same days.</summary>
    public bool Equals(PathPosition other) =>
        Part == other.Part
        && Whole == other.Whole
        && Days == other.Days
        && ElapsedDays == other.ElapsedDays
        && DayUnit == other.DayUnit;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PathPosition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Part, Whole, Days, DayUnit);

    /// <summary>The part and the whole: <c>20180 of 40320</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Part} of {Whole}");
}
