using NodaTime;

namespace GoalMetrics;

// Hours of a day for which a table has no facts.
internal readonly record struct SilentDay(LocalDate Date, DayHours Hours)
{
    // When the first of them starts, and the last, by the clock of reporting days.
    public LocalDateTime First => Date.At(new LocalTime(Hours.First, 0));

    public LocalDateTime Last => Date.At(new LocalTime(Hours.Last, 0));
}
