using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

/// <summary>A decimal as it lies in memory, the same as the DECIMAL of OLE Automation: scale and sign, 32 high bits, 64 low bits.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DecimalDigits
{
    private static readonly bool LiesSo = Unsafe.BitCast<decimal, DecimalDigits>(-12.3m) is { _flags: unchecked((int)0x80010000), _high: 0, _low: 123 };

    private readonly int _flags;
    private readonly uint _high;
    private readonly ulong _low;

    private static ReadOnlySpan<ulong> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>Whether the amount, its sign aside, is seen at once to be one or less. False where it takes a comparison to know.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AtMostOne(in decimal amount)
    {
        if (!LiesSo)
        {
            return false;
        }

        var digits = Unsafe.BitCast<decimal, DecimalDigits>(amount);
        var scale = (digits._flags >> 16) & 0xFF;
        return digits._high == 0 && scale < PowersOfTen.Length && digits._low <= PowersOfTen[scale];
    }

    /// <summary>Whether all digits are in the low bits: the sum of two such decimals always is a decimal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool FitSums(in decimal left, in decimal right) =>
        LiesSo && (Unsafe.BitCast<decimal, DecimalDigits>(left)._high | Unsafe.BitCast<decimal, DecimalDigits>(right)._high) == 0;

    /// <summary>Whether the digits of both, taken together, fit a decimal: the product of two such decimals always is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool FitProducts(in decimal left, in decimal right)
    {
        var (one, other) = (Unsafe.BitCast<decimal, DecimalDigits>(left), Unsafe.BitCast<decimal, DecimalDigits>(right));
        return LiesSo && (one._high | other._high) == 0 && BitOperations.LeadingZeroCount(one._low) + BitOperations.LeadingZeroCount(other._low) >= 32;
    }
}
