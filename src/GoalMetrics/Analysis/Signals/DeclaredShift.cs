using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A day from which on a process is known to be another: a new checkout, a price, a market. Limits are computed anew from then on.
/// Immutable.
/// </summary>
public sealed class DeclaredShift
{
    /// <summary>A shift for all measures of a report, or for some.</summary>
    /// <param name="from">The first day of the changed process. The period that holds it is the first of the new limits.</param>
    /// <param name="why">What changed, for the reader of the report.</param>
    /// <param name="measures">The measures it concerns; null or empty, the default, for all of the report.</param>
    /// <exception cref="ArgumentException">The reason is blank, or a measure is null.</exception>
    public DeclaredShift(LocalDate from, string why, IEnumerable<Measure>? measures = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        From = from.WithCalendar(CalendarSystem.Iso);
        Why = why;
        Measures = Copies.Of(measures ?? [], nameof(measures));
    }

    /// <summary>The first day of the changed process.</summary>
    public LocalDate From { get; }

    /// <summary>What changed.</summary>
    public string Why { get; }

    /// <summary>The measures it concerns; empty for all of a report.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    internal bool Concerns(Measure measure) =>
        Measures.Count == 0 || Measures.Any(one => one.Computation.Equals(measure.Computation));
}
