using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GoalMetrics;

// One dimension more in the number of each row's cell: the cell so far times the dimension's members, plus the row's member. Most
// dimensions have few members, whose codes are kept in bytes, and are stepped through eight rows at a time.
internal static class MemberSteps
{
    // Whole numbers of 32 bits in a vector of 256.
    private const int InVector = 8;

    // The first dimension of few cells: the member is the cell.
    public static void First(Span<byte> cells, ReadOnlySpan<sbyte> codes) => MemoryMarshal.AsBytes(codes).CopyTo(cells);

    // There are at most as many cells as a byte can number.
    public static void Step(Span<byte> cells, ReadOnlySpan<sbyte> codes, int members)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = unchecked((byte)((cells[i] * members) + codes[i]));
        }
    }

    public static void Step(Span<int> cells, ReadOnlySpan<sbyte> codes, int members)
    {
        var done = Vector256.IsHardwareAccelerated && cells.Length >= InVector ? StepVectors(cells, codes, members) : 0;
        for (var i = done; i < cells.Length; i++)
        {
            cells[i] = unchecked((cells[i] * members) + codes[i]);
        }
    }

    // Row by row.
    public static void StepPlain<T>(Span<int> cells, ReadOnlySpan<T> codes, int members)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = unchecked((cells[i] * members) + int.CreateTruncating(codes[i]));
        }
    }

    // Returns how many rows were stepped: all but those that do not fill a vector.
    private static int StepVectors(Span<int> cells, ReadOnlySpan<sbyte> codes, int members)
    {
        var vectors = MemoryMarshal.Cast<int, Vector256<int>>(cells);
        var eights = MemoryMarshal.Cast<sbyte, long>(codes);
        for (var i = 0; i < vectors.Length && i < eights.Length; i++)
        {
            vectors[i] = (vectors[i] * members) + MaskedSums.Ints(eights[i]);
        }

        return Math.Min(vectors.Length, eights.Length) * InVector;
    }
}
