using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

/// <summary>The digits of a decimal as a whole number, and where its point is.</summary>
internal static class DecimalDigits
{
    private const uint Sign = 0x8000_0000;
    private const uint MostScale = 0xFF_0000;
    private const int Scale = 16;
    private const int High = 32;

    private static readonly bool LiesSo = Unsafe.BitCast<decimal, Parts>(-12.3m) is { Flags: Sign | (1 << Scale), High: 0, Low: 123 };

    /// <summary>The digits as a whole number, and how many of them are decimals. Reads part by part, as decimals are written.</summary>
    /// <returns>Whether the digits fit a long.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(in decimal amount, out long mantissa, out int scale)
    {
        ulong low;
        uint flags, high;
        if (LiesSo)
        {
            ref readonly var parts = ref Unsafe.As<decimal, Parts>(ref Unsafe.AsRef(in amount));
            (low, flags, high) = (parts.Low, parts.Flags, parts.High);
        }
        else
        {
            Span<int> bits = stackalloc int[4];
            decimal.GetBits(amount, bits);
            unchecked
            {
                (low, flags, high) = (((ulong)(uint)bits[1] << High) | (uint)bits[0], (uint)bits[3], (uint)bits[2]);
            }
        }

        scale = (int)((flags & MostScale) >> Scale);
        mantissa = unchecked((flags & Sign) != 0 ? -(long)low : (long)low);
        return high == 0 && low <= long.MaxValue;
    }

    /// <summary>The fields of decimal in their order, which is that of DECIMAL in OLE Automation.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Parts(uint Flags, uint High, ulong Low);
}
