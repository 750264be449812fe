namespace GoalMetrics;

// Arrays that grow by doubling, or at once to the expected length.
internal static class Growing
{
    // Without references the unused part is not cleared, as it is written before it is read.
    public static void MakeRoom<T>(ref T[] array, int used, int more, int expected = 0)
    {
        if (array.Length - used >= more)
        {
            return;
        }

        var length = Math.Max(Math.Max((long)used + more, 2L * used), expected);
        var larger = GC.AllocateUninitializedArray<T>((int)Math.Min(Array.MaxLength, length));
        array.AsSpan(0, used).CopyTo(larger);
        array = larger;
    }
}
