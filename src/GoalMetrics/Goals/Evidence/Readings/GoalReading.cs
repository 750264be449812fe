namespace GoalMetrics;

// A value of a goal's measure, and where it was read.
internal sealed record GoalReading(ReadingWindow Window, Quantity Value)
{
    public ReportingPeriod Period => Window.Period;
}
