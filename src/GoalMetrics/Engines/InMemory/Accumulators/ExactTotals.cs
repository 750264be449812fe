using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Exact sums of decimals, cell by cell, in any order. Those of each scale are summed apart: 96 bits each, they find room in 128 for
// two thousand million of the largest.
internal sealed class ExactTotals
{
    // By scale; made once there is something to add.
    private Int128[]?[] _sums = [];
    private bool[]? _overflowed;

    public void Add(int cell, decimal value) => Add(cell, value.Scale, ExactDecimal.Mantissa(value));

    public void Add(int cell, int scale, Int128 mantissa)
    {
        IsEmpty = false;
        if (_sums.Length == 0)
        {
            _sums = new Int128[ExactDecimal.FinestScale + 1][];
        }

        ref var sum = ref At(ref _sums[scale], cell);
        var before = sum;
        sum = unchecked(before + mantissa);
        if (Int128.IsNegative(before) == Int128.IsNegative(mantissa) && Int128.IsNegative(sum) != Int128.IsNegative(mantissa))
        {
            SetOverflowed(cell);
        }
    }

    public void Add(int cell, ExactTotals other, int otherCell)
    {
        for (var scale = 0; scale < other._sums.Length; scale++)
        {
            if (other._sums[scale] is { } sums && otherCell < sums.Length && sums[otherCell] != 0)
            {
                Add(cell, scale, sums[otherCell]);
            }
        }

        if (other.HasOverflowed(otherCell))
        {
            SetOverflowed(cell);
        }
    }

    public void SetOverflowed(int cell)
    {
        IsEmpty = false;
        At(ref _overflowed, cell) = true;
    }

    // Whether nothing but 0 was added to any cell.
    public bool IsEmpty { get; private set; } = true;

    public AggregateValue Total(int cell)
    {
        if (HasOverflowed(cell))
        {
            return AggregateValue.Undefined(UndefinedReason.Overflow);
        }

        return AggregateValue.Exact(Of(cell));
    }

    // Null where it is too large.
    public decimal? Quotient(int cell, long divisor)
    {
        var (mantissa, scale) = Of(cell);
        if (HasOverflowed(cell))
        {
            return null;
        }

        return ExactDecimal.Quotient(mantissa, scale, divisor);
    }

    // Adds the mean of a cell of others. Of one time it is the sum itself, which may be larger than a decimal.
    public void AddMean(int cell, ExactTotals others, int otherCell, long divisor)
    {
        if (divisor == 1)
        {
            Add(cell, others, otherCell);
        }
        else if (others.Quotient(otherCell, divisor) is { } mean)
        {
            Add(cell, mean);
        }
        else
        {
            SetOverflowed(cell);
        }
    }

    // As a whole number and a fraction of 28 decimals, however the values were written.
    public void Write(int cell, BinaryWriter writer)
    {
        var (mantissa, scale) = Of(cell);
        var finest = mantissa * PowersOfTen.Wide[ExactDecimal.FinestScale - scale];
        var whole = BigInteger.DivRem(finest, PowersOfTen.Wide[ExactDecimal.FinestScale], out var fraction);
        var isTooLarge = HasOverflowed(cell) || BigInteger.Abs(whole) > Int128.MaxValue;
        writer.Write(isTooLarge);
        Write(writer, isTooLarge ? 0 : (Int128)whole);
        Write(writer, isTooLarge ? 0 : (Int128)fraction);
    }

    public void Read(int cell, BinaryReader reader)
    {
        if (reader.ReadBoolean())
        {
            SetOverflowed(cell);
        }

        Add(cell, 0, Read(reader));
        Add(cell, ExactDecimal.FinestScale, Read(reader));
    }

    private static void Write(BinaryWriter writer, Int128 number)
    {
        writer.Write((long)(number >> 64));
        writer.Write(unchecked((ulong)number));
    }

    private static Int128 Read(BinaryReader reader)
    {
        var upper = reader.ReadInt64();
        return new(unchecked((ulong)upper), reader.ReadUInt64());
    }

    private bool HasOverflowed(int cell) => _overflowed is not null && cell < _overflowed.Length && _overflowed[cell];

    private ExactAmount Of(int cell)
    {
        var (total, finest) = (BigInteger.Zero, 0);
        for (var scale = 0; scale < _sums.Length; scale++)
        {
            if (_sums[scale] is { } sums && cell < sums.Length && sums[cell] != 0)
            {
                total = (finest == scale ? total : total * PowersOfTen.Wide[scale - finest]) + sums[cell];
                finest = scale;
            }
        }

        return new(total, finest);
    }

    private static ref T At<T>([NotNull] ref T[]? array, int cell)
    {
        if (array is null || array.Length <= cell)
        {
            Array.Resize(ref array, Math.Max(cell + 1, (array?.Length ?? 0) * 2));
        }

        return ref array[cell];
    }
}
