using System.Globalization;
using System.Numerics;

namespace GoalMetrics;

// Exact decimals. As long as every value fits a long at the finest scale so far, the column holds scaled longs; the first
// value that does not fit turns it into decimals, which are larger and slower to add.
internal sealed class ValueColumn(FactColumn column, bool takesAny = false) : StagedColumn
{
    private readonly bool _isCount = !takesAny && column.Unit?.Kind == UnitKind.Count;
    private readonly bool _isScore = !takesAny && column.Unit?.Kind == UnitKind.Score;
    private StagedValues _staged = new();
    private long[] _scaled = [];
    private decimal[]? _decimals;
    private bool[] _nulls = [];

    public string Name => column.Name;

    public FactColumn Definition => column;

    // So many decimals are kept even if they are zeros: leaving them out saves memory, which numbers that do not stay have no need of.
    public int DecimalsThatStay { get; init; }

    public int Scale { get; private set; }

    public int NullCount { get; private set; }

    // At the column's scale; empty if the column holds decimals.
    public PackedNumbers Mantissas { get; } = new();

    public ReadOnlySpan<decimal> Decimals => _decimals is null ? [] : _decimals.AsSpan(0, Count);

    public bool IsScaled => _decimals is null;

    public decimal this[int row]
    {
        get
        {
            if (_decimals is null)
            {
                return ExactDecimal.From(Mantissas[row], Scale);
            }

            return _decimals[row];
        }
    }

    public bool IsNullStaged(int slot) => _staged.IsNull(slot);

    public bool IsNull(int row) => NullCount > 0 && _nulls[row];

    public CellProblem? StageNull(int slot)
    {
        _staged.SetNull(slot);
        return null;
    }

    // Yes and no as 1 and 0.
    public CellProblem? StageFlag(int slot, bool? value)
    {
        if (value is not { } yes)
        {
            return StageNull(slot);
        }

        return Stage(slot, yes ? 1 : 0);
    }

    public CellProblem? Stage<TNumber>(int slot, TNumber value)
        where TNumber : struct, INumber<TNumber>
    {
        // Compiled for each type of number, with only its own branch left.
        if (value is int or long or short or byte or uint or ushort or sbyte)
        {
            var whole = long.CreateTruncating(value);
            _staged.SetWhole(slot, whole);
            if (_isScore)
            {
                return OffScale(whole);
            }

            if (whole < 0 && _isCount)
            {
                return NegativeCount(value);
            }

            return null;
        }

        if (value is decimal amount)
        {
            return StageDecimal(slot, amount);
        }

        return StageOther(slot, value);
    }

    // Not copied: what was just written in parts and is read as a whole keeps the processor waiting.
    public CellProblem? StageAmount(int slot, in decimal? value)
    {
        if (!value.HasValue)
        {
            return StageNull(slot);
        }

        ref readonly var amount = ref Nullable.GetValueRefOrDefaultRef(in value);
        _staged.SetDecimal(slot, in amount, Scale);
        return Problem(in amount);
    }

    public override void Move(int from, int to) => _staged.Move(from, to);

    public override void Clear()
    {
        base.Clear();
        Mantissas.Clear();
        NullCount = 0;
    }

    public override void Freeze()
    {
        Mantissas.Trim();
        Array.Resize(ref _nulls, NullCount > 0 ? Count : 0);
        if (_decimals is not null)
        {
            Array.Resize(ref _decimals, Count);
        }

        (_staged, _scaled) = (new(), []);
    }

    public override void Commit(int slots) => Add(_staged, 0, slots);

    public void Add(StagedValues staged, int from, int count)
    {
        AppendNulls(staged, from, count);
        if (_decimals is null && !TryAppendScaled(staged, from, count))
        {
            _decimals = new decimal[Math.Max(Count + count, Expected)];
            for (var row = 0; row < Count; row++)
            {
                _decimals[row] = ExactDecimal.From(Mantissas[row], Scale);
            }

            Mantissas.Clear();
        }

        if (_decimals is not null)
        {
            Growing.MakeRoom(ref _decimals, Count, count);
            for (var i = 0; i < count; i++)
            {
                _decimals[Count + i] = staged.Value(from + i);
                Scale = Math.Max(Scale, _decimals[Count + i].Scale);
            }
        }

        Added(count);
    }

    // What is wrong with the value; null if it fits the column.
    public CellProblem? Problem(in decimal value)
    {
        if (_isScore)
        {
            return OffScale(value);
        }

        if (_isCount && decimal.IsNegative(value) && value < 0m)
        {
            return NegativeCount(value);
        }

        return null;
    }

    private CellProblem? OffScale(decimal value)
    {
        var (lowest, highest) = (column.Unit!.Minimum!.Value, column.Unit.Maximum!.Value);
        if (value >= lowest && value <= highest)
        {
            return null;
        }

        return new(
            value.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"a score from {lowest} to {highest}"));
    }

    private static CellProblem NegativeCount<TNumber>(TNumber value)
        where TNumber : struct, INumber<TNumber> => new(value.ToString(null, CultureInfo.InvariantCulture), "a count, not below 0");

    private CellProblem? StageDecimal(int slot, decimal value)
    {
        _staged.SetDecimal(slot, in value, Scale);
        return Problem(in value);
    }

    private CellProblem? StageOther<TNumber>(int slot, TNumber value)
        where TNumber : struct, INumber<TNumber>
    {
        if (!TNumber.IsFinite(value))
        {
            return new(value.ToString(null, CultureInfo.InvariantCulture), "a finite number, or null where there is none");
        }

        decimal amount;
        try
        {
            amount = decimal.CreateChecked(value);
        }
        catch (OverflowException)
        {
            return new(value.ToString(null, CultureInfo.InvariantCulture), "a number within ±7.9 × 10²⁸");
        }

        // Shown as it was given.
        if (StageDecimal(slot, amount) is { } problem)
        {
            return new(value.ToString(null, CultureInfo.InvariantCulture), problem.Expected);
        }

        return null;
    }

    private void AppendNulls(StagedValues staged, int from, int count)
    {
        if (NullCount == 0 && !staged.HasNulls(from, count))
        {
            return;
        }

        if (NullCount == 0)
        {
            // All rows so far have a value, and so nothing was kept about them.
            Growing.MakeRoom(ref _nulls, 0, Count + count, Expected);
            _nulls.AsSpan(0, Count).Clear();
        }

        Growing.MakeRoom(ref _nulls, Count, count);
        for (var i = 0; i < count; i++)
        {
            var isNull = staged.IsNull(from + i);
            _nulls[Count + i] = isNull;
            NullCount += isNull ? 1 : 0;
        }
    }

    private bool TryAppendScaled(StagedValues staged, int from, int count)
    {
        var numbers = staged.At(Scale, from, count);
        if (numbers.IsEmpty)
        {
            if (staged.ScaleFor(from, count, Scale, DecimalsThatStay) is not { } scale)
            {
                return false;
            }

            if (scale > Scale && !Mantissas.TryMultiply(PowersOfTen.Longs[scale - Scale]))
            {
                return false;
            }

            Scale = scale;
            Growing.MakeRoom(ref _scaled, 0, BatchSize);
            if (!staged.TryScale(scale, from, _scaled.AsSpan(0, count)))
            {
                return false;
            }

            numbers = _scaled.AsSpan(0, count);
        }

        // The ends of a long stand for "no value yet" where the smallest and the largest are looked for.
        if (numbers.ContainsAny(long.MinValue, long.MaxValue))
        {
            return false;
        }

        Mantissas.Expected = Expected;
        Mantissas.Add(numbers);
        return true;
    }
}
