using System.Numerics;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// Sets of small numbers as words of bits.
internal static class BitWords
{
    // Adds the members of another set, which has as many words.
    public static void Unite(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        var byVector = MemoryMarshal.Cast<ulong, Vector<ulong>>(words);
        var othersByVector = MemoryMarshal.Cast<ulong, Vector<ulong>>(others);
        for (var i = 0; i < byVector.Length; i++)
        {
            byVector[i] |= othersByVector[i];
        }

        var done = byVector.Length * Vector<ulong>.Count;
        UnitePlain(words[done..], others[done..]);
    }

    public static void UnitePlain(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] |= others[i];
        }
    }
}
