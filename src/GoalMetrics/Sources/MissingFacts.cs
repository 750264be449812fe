using NodaTime;

namespace GoalMetrics.Sources;

// What a table lacks by the looks of it: days without facts where almost all have some, and the rest of a last day that ends early.
internal sealed record MissingFacts(IReadOnlyList<LocalDate> Days, bool IsLastDayShort)
{
    public static readonly MissingFacts None = new([], IsLastDayShort: false);
}
