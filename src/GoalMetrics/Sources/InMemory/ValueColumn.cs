using System.Globalization;
using System.Numerics;

namespace GoalMetrics;

// Exact decimals. As long as every value fits a long at the finest scale met so far, the column is scaled longs; the first
// value that does not fit turns it into decimals, which are larger and slower to add.
internal sealed class ValueColumn(FactColumn column) : Column
{
    private const int FinestScaledLong = 18;

    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, FinestScaledLong + 1).Select(n => (long)BigInteger.Pow(10, n))];

    private decimal[]? _decimals;
    private bool[] _nulls = [];
    private decimal _staged;
    private bool _stagedNull;

    public string Name => column.Name;

    public FactColumn Definition => column;

    public int Scale { get; private set; }

    public int NullCount { get; private set; }

    // At the column's scale; of no use where the column holds decimals.
    public PackedNumbers Mantissas { get; } = new();

    public ReadOnlySpan<decimal> Decimals => _decimals is null ? [] : _decimals.AsSpan(0, Count);

    public bool IsScaled => _decimals is null;

    public decimal this[int row] => _decimals is null ? ExactDecimal.From(Mantissas[row], Scale) : _decimals[row];

    public bool IsNull(int row) => NullCount > 0 && _nulls[row];

    public bool StageNull(out CellProblem problem)
    {
        (_staged, _stagedNull, problem) = (0m, true, default);
        return true;
    }

    public bool Stage<TNumber>(TNumber value, out CellProblem problem)
        where TNumber : struct, INumber<TNumber>
    {
        if (!TNumber.IsFinite(value))
        {
            problem = new(value.ToString(null, CultureInfo.InvariantCulture), "a finite number, or null where there is none");
            return false;
        }

        decimal amount;
        try
        {
            amount = decimal.CreateChecked(value);
        }
        catch (OverflowException)
        {
            problem = new(value.ToString(null, CultureInfo.InvariantCulture), "a number within ±7.9 × 10²⁸");
            return false;
        }

        if (amount < 0m && column.Unit.Kind == UnitKind.Count)
        {
            problem = new(value.ToString(null, CultureInfo.InvariantCulture), "a count, not below 0");
            return false;
        }

        (_staged, _stagedNull, problem) = (amount, false, default);
        return true;
    }

    protected override void CommitAt(int row)
    {
        if (_stagedNull || NullCount > 0)
        {
            if (row >= _nulls.Length)
            {
                Array.Resize(ref _nulls, Math.Max(16, row * 2));
            }

            _nulls[row] = _stagedNull;
            NullCount += _stagedNull ? 1 : 0;
        }

        if (_decimals is null && !TryPutScaled())
        {
            _decimals = new decimal[Math.Max(16, row * 2)];
            for (var i = 0; i < row; i++)
            {
                _decimals[i] = ExactDecimal.From(Mantissas[i], Scale);
            }

            Mantissas.Clear();
        }

        if (_decimals is not null)
        {
            Put(ref _decimals, row, _staged);
            Scale = Math.Max(Scale, _staged.Scale);
        }
    }

    private bool TryPutScaled()
    {
        int scale = _staged.Scale;
        var value = _staged;
        while (scale > Scale && decimal.Round(value, scale - 1) is var shorter && shorter == value)
        {
            (value, scale) = (shorter, scale - 1);
        }

        if (scale > FinestScaledLong || (scale > Scale && !Mantissas.TryMultiply(PowersOfTen[scale - Scale])))
        {
            return false;
        }

        Scale = Math.Max(scale, Scale);
        if (!ExactDecimal.TryMantissa(value, out var mantissa) || Math.BigMul(mantissa, PowersOfTen[Scale - scale], out var scaled) != scaled >> 63)
        {
            return false;
        }

        Mantissas.Add([scaled]);
        return true;
    }
}
