using System.Numerics;

namespace GoalMetrics;

// The aggregations of S3.1, one class each. They stay together: each is a few lines, and they read best side by side.

internal sealed class CountAccumulator : Accumulator
{
    private long[] _counts = [];

    public override Quantity Result(int group) => _counts[group];

    protected override void Grow(int groupCount) => Grow(ref _counts, groupCount);

    protected override void Add(int row, int group) => _counts[group]++;
}

internal sealed class DistinctAccumulator(DimensionColumn column) : Accumulator
{
    private HashSet<int>?[] _seen = [];

    public override Quantity Result(int group) => _seen[group]?.Count ?? 0;

    protected override void Grow(int groupCount) => Grow(ref _seen, groupCount);

    protected override void Add(int row, int group)
    {
        var code = column.Codes[row];
        if (column.Members[code] is not null)
        {
            (_seen[group] ??= []).Add(code);
        }
    }
}

// What the accumulators of one column share: nulls are skipped, and the result is in the column's unit.
internal abstract class ValueAccumulator(ValueColumn column) : Accumulator
{
    protected ValueColumn Column { get; } = column;

    protected Unit Unit => Column.Definition.Unit;

    protected Quantity NoData => Quantity.Undefined(UndefinedReason.NoData, unit: Unit);

    protected sealed override void Add(int row, int group)
    {
        if (Column.Nulls is not { IsEmpty: false } nulls || !nulls[row])
        {
            AddValue(row, group);
        }
    }

    protected abstract void AddValue(int row, int group);
}

internal sealed class SumAccumulator(ValueColumn column, bool averages = false) : ValueAccumulator(column)
{
    // Mantissas at the column's scale: exact whatever the order. Columns of decimals need more than 128 bits.
    private Int128[] _sums = [];
    private BigInteger[] _wideSums = [];
    private long[] _counts = [];

    public override Quantity Result(int group)
    {
        if (averages && _counts[group] == 0)
        {
            return NoData;
        }

        var sum = ExactDecimal.From(Column.IsScaled ? _sums[group] : _wideSums[group], Column.Scale);
        return sum is not { } amount ? Quantity.Undefined(UndefinedReason.Overflow, unit: Unit)
            : new(averages ? amount / _counts[group] : amount, Unit);
    }

    protected override void Grow(int groupCount)
    {
        Grow(ref _counts, groupCount);
        if (Column.IsScaled)
        {
            Grow(ref _sums, groupCount);
        }
        else
        {
            Grow(ref _wideSums, groupCount);
        }
    }

    protected override void AddValue(int row, int group)
    {
        _counts[group]++;
        if (Column.IsScaled)
        {
            _sums[group] += Column.Mantissas[row];
        }
        else
        {
            _wideSums[group] += ExactDecimal.Mantissa(Column.Decimals[row], Column.Scale);
        }
    }
}

internal sealed class ExtremeAccumulator(ValueColumn column, int sign) : ValueAccumulator(column)
{
    private decimal?[] _extremes = [];

    public override Quantity Result(int group) => _extremes[group] is { } value ? new(value, Unit) : NoData;

    protected override void Grow(int groupCount) => Grow(ref _extremes, groupCount);

    protected override void AddValue(int row, int group)
    {
        var value = Column[row];
        if (_extremes[group] is not { } extreme || value.CompareTo(extreme) == sign)
        {
            _extremes[group] = value;
        }
    }
}

internal sealed class PercentileAccumulator(ValueColumn column, Aggregate aggregate) : ValueAccumulator(column)
{
    private List<decimal>?[] _values = [];

    public override Quantity Result(int group)
    {
        if (_values[group] is not { } values)
        {
            return NoData;
        }

        values.Sort();
        if (aggregate.Aggregation == Aggregation.PercentileNearestRank)
        {
            return new(values[Math.Max(0, (int)Math.Ceiling(aggregate.Percentile * values.Count) - 1)], Unit);
        }

        var position = aggregate.Percentile * (values.Count - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, values.Count - 1);
        return new Quantity(values[below], Unit) + ((new Quantity(values[above], Unit) - new Quantity(values[below], Unit)) * (position - below));
    }

    protected override void Grow(int groupCount) => Grow(ref _values, groupCount);

    protected override void AddValue(int row, int group) => (_values[group] ??= []).Add(Column[row]);
}

internal sealed class EdgeAccumulator(ValueColumn column, TimeColumn time, int sign) : ValueAccumulator(column)
{
    private int[] _rows = [];

    public override Quantity Result(int group) => _rows[group] is > 0 and var row ? new(Column[row - 1], Unit) : NoData;

    protected override void Grow(int groupCount) => Grow(ref _rows, groupCount);

    // Rows come in order, so that of equal times the first stays first and the last becomes last. Kept from 1; 0 is none.
    protected override void AddValue(int row, int group)
    {
        var order = _rows[group] == 0 ? sign : time.Times[row].CompareTo(time.Times[_rows[group] - 1]);
        if (order == sign || (order == 0 && sign > 0))
        {
            _rows[group] = row + 1;
        }
    }
}

internal sealed class BalanceAccumulator(ValueColumn column, FactTable table) : ValueAccumulator(column)
{
    private readonly DimensionColumn[] _dimensions = [.. table.Schema.Dimensions.Select(name => table.DimensionColumns[name])];
    private Dictionary<string, int>?[] _lastRows = [];

    public override Quantity Result(int group)
    {
        if (_lastRows[group] is not { } rows)
        {
            return NoData;
        }

        var sum = BigInteger.Zero;
        foreach (var row in rows.Values)
        {
            sum += ExactDecimal.Mantissa(Column[row], Column.Scale);
        }

        return ExactDecimal.From(sum, Column.Scale) is { } amount ? new(amount, Unit) : Quantity.Undefined(UndefinedReason.Overflow, unit: Unit);
    }

    protected override void Grow(int groupCount) => Grow(ref _lastRows, groupCount);

    protected override void AddValue(int row, int group)
    {
        var rows = _lastRows[group] ??= new(StringComparer.Ordinal);
        var entity = string.Join(',', _dimensions.Select(dimension => dimension.Codes[row]));
        if (!rows.TryGetValue(entity, out var last) || table.TimeColumn.Times[row] >= table.TimeColumn.Times[last])
        {
            rows[entity] = row;
        }
    }
}

internal sealed class SoleValueAccumulator(ValueColumn column) : ValueAccumulator(column)
{
    private (int Count, decimal Value)[] _values = [];

    public override Quantity Result(int group) => _values[group] switch
    {
        (0, _) => NoData,
        (1, var value) => new(value, Unit),
        _ => Quantity.Undefined(UndefinedReason.NotAdditive, unit: Unit),
    };

    protected override void Grow(int groupCount) => Grow(ref _values, groupCount);

    protected override void AddValue(int row, int group) => _values[group] = (_values[group].Count + 1, Column[row]);
}
