namespace GoalMetrics;

// The values of parts of time, read without the groupings that chose the parts.
internal sealed class PartValues(MeasureNode node, AcrossReadings across)
{
    // Null where there are no facts of the other members.
    public Quantity? At(int part, Reading reading)
    {
        if (across.TryOf(reading, out var other))
        {
            return node.Value(part, other);
        }

        return null;
    }
}
