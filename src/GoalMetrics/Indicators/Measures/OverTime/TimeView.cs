namespace GoalMetrics;

/// <summary>
/// The window of time in which a measure is read, in place of the period asked for. Immutable; equality is by value.
/// </summary>
public abstract class TimeView : IEquatable<TimeView>
{
    private protected TimeView()
    {
    }

    /// <summary>The text appended to the id of the measure: <c>rolling-28-days</c>.</summary>
    public abstract string Suffix { get; }

    /// <summary>The text appended to its title.</summary>
    public abstract LocalizedText Title { get; }

    // Whether values in the view still add up over time where the measure's do.
    internal virtual bool KeepsAdditivity => false;

    // Whether it is no part of what the period is about: an earlier or a later one.
    internal virtual bool IsElsewhere => false;

    // Whether it begins at the same moment all through the period, while its end goes on.
    internal virtual bool BeginsBefore(ReportingPeriod period) => false;

    // Whether it begins where the data do.
    internal virtual bool IsFromBeginning => false;

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(TimeView? left, TimeView? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(TimeView? left, TimeView? right) => !Equals(left, right);

    /// <summary>Whether the other is the same view.</summary>
    public bool Equals(TimeView? other) => other is not null && GetType() == other.GetType() && Suffix == other.Suffix;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as TimeView);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), Suffix);

    /// <summary>The suffix.</summary>
    public sealed override string ToString() => Suffix;

    internal static LocalizedText TitleOf(Measure measure, LocalizedText view) =>
        new LocalizedText("{measure}, {view}").Filled("{view}", view).Filled("{measure}", measure.Title);

    // Null where there is no such window.
    internal abstract ReadingWindow? Of(ReadingWindow window);
}
