using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

/// <summary>
/// A decimal as two words: sign and scale with the high digits above them, and the low digits. Sums and products of few digits are
/// computed on these at once, bit for bit as the operators do; that costs less than to call them.
/// </summary>
internal readonly struct DecimalDigits
{
    private const ulong Sign = 0x8000_0000;
    private const ulong MostScale = 0xFF_0000;
    private const int Scale = 16;
    private const int High = 32;

    // The head of what has no sign, all digits in the low bits, and as many decimals as there are powers of ten below 2^64.
    private const ulong MostOfLow = 19 << Scale;

    private static readonly bool LiesSo = new DecimalDigits(-12.3m) is { _head: Sign | (1 << Scale), _low: 123 };

    private readonly ulong _head;
    private readonly ulong _low;

    // By parts as large as the fields of decimal: what is written in parts and read as a whole keeps the processor waiting.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DecimalDigits(decimal amount)
    {
        var parts = Unsafe.BitCast<decimal, Parts>(amount);
        _head = ((ulong)parts.High << High) | parts.Flags;
        _low = parts.Low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal DecimalDigits(ulong head, ulong low)
    {
        _head = head;
        _low = low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deconstruct(out ulong head, out ulong low) => (head, low) = (_head, _low);

    public decimal Amount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Parts, decimal>(unchecked(new Parts((uint)_head, (uint)(_head >> High), _low)));
    }

    private static ReadOnlySpan<ulong> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>Whether the amount, its sign aside, is seen at once to be one or less. False where it takes a comparison to know.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AtMostOne(DecimalDigits amount)
    {
        var scale = unchecked((uint)(amount._head & MostScale) >> Scale);
        return LiesSo && amount._head >> High == 0 && scale < (uint)Powers.Length && amount._low <= Powers[unchecked((int)scale)];
    }

    /// <summary>Whether the amount is seen at once to be from zero to one. False where it takes a comparison to know.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsShare(DecimalDigits amount) => LiesSo && amount._head <= MostOfLow && amount._low <= Powers[unchecked((int)(amount._head >> Scale))];

    /// <summary>Whether the sum is seen at once to be a decimal: below 2^64, or below 2^96 through 10, are both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool FitSums(DecimalDigits left, DecimalDigits right) =>
        LiesSo && (left._head >> High == 0 || (left._head & MostScale) != 0) && (right._head >> High == 0 || (right._head & MostScale) != 0);

    /// <summary>
    /// Whether the quotient is seen at once to be a decimal: with as many decimals above as below, the digits become no more; below
    /// 2^64 through 10^-9 is below 2·10^28.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool FitQuotients(DecimalDigits dividend, DecimalDigits divisor) =>
        LiesSo && ((divisor._head & MostScale) <= (dividend._head & MostScale) || (dividend._head >> High == 0 && (divisor._head & MostScale) <= 9 << Scale));

    /// <summary>As <see cref="decimal.CompareTo(decimal)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Compare(DecimalDigits left, DecimalDigits right) =>
        LiesSo && left._head == right._head && (left._head & ~MostScale) == 0 ? left._low.CompareTo(right._low) : left.Amount.CompareTo(right.Amount);

    /// <summary>The sum or difference of two decimals of the same scale with all digits in the low bits.</summary>
    /// <returns>Whether they are so; else the operator has to tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryAdd(DecimalDigits left, DecimalDigits right, bool subtract, out DecimalDigits sum)
    {
        var (one, other) = (left._low, right._low);
        var differ = left._head ^ right._head;
        if (!LiesSo || ((left._head >> High) | (differ & ~Sign)) != 0)
        {
            sum = default;
            return false;
        }

        unchecked
        {
            if ((differ == 0) != subtract)
            {
                sum = new(one + other < one ? left._head | (1UL << High) : left._head, one + other);
            }
            else
            {
                // A difference of zero has the sign of the left, as the operator's does.
                sum = one < other ? new(left._head ^ Sign, other - one) : new(left._head, one - other);
            }
        }

        return true;
    }

    /// <summary>The product of two decimals where it comes out without rounding.</summary>
    /// <returns>Whether it is seen at once to do so; else the operator has to tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryMultiply(DecimalDigits left, DecimalDigits right, out DecimalDigits product)
    {
        unchecked
        {
            var scale = (left._head & ~Sign) + (right._head & ~Sign);
            if (LiesSo && (left._head | right._head) >> High == 0 && scale <= 28 << Scale)
            {
                // Of digits in 32 bits, which is most often, the product has room in the low bits, and the operator keeps sign and scale
                // of a zero. Of any other zero it forgets them.
                var sign = (left._head ^ right._head) & Sign;
                if ((left._low | right._low) <= uint.MaxValue)
                {
                    product = new(sign | scale, left._low * right._low);
                    return true;
                }

                var high = Math.BigMul(left._low, right._low, out var low);
                if (high <= uint.MaxValue && (high | low) != 0)
                {
                    product = new((high << High) | sign | scale, low);
                    return true;
                }
            }
        }

        product = default;
        return false;
    }

    internal bool IsZero => LiesSo ? ((_head >> High) | _low) == 0 : decimal.Sign(Amount) == 0;

    internal bool IsNegative => LiesSo ? (_head & Sign) != 0 && ((_head >> High) | _low) != 0 : decimal.Sign(Amount) < 0;

    /// <summary>The fields of decimal in their order, which is that of DECIMAL in OLE Automation.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Parts
    {
        public readonly uint Flags;
        public readonly uint High;
        public readonly ulong Low;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Parts(uint flags, uint high, ulong low)
        {
            Flags = flags;
            High = high;
            Low = low;
        }
    }
}
