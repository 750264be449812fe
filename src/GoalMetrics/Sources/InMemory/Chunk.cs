namespace GoalMetrics;

// Rows are looked at in chunks, which fit the processor's nearest memory.
internal static class Chunk
{
    public const int Size = 4096;
}
