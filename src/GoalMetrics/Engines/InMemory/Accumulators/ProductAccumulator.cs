using System.Numerics;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Exact sums of the products of two columns, cell by cell, whatever the order of the rows. Products of whole numbers at one scale are added
// in 128 bits for as long as they find room; all else is added without a limit, as whole units of the finest decimal of a product.
internal sealed class ProductAccumulator(ValueColumn column, ValueColumn factors, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private Int128[] _running = [];
    private BigInteger[] _settled = [];
    private int _runningScale;

    public override AggregateValue Result(int cell, Aggregate asked) =>
        AggregateValue.Exact(new ExactAmount(TotalOf(cell), ExactAmount.FinestScale));

    public override void Grow(int cellCount)
    {
        Grow(ref _running, cellCount);
        Grow(ref _settled, cellCount);
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        var digits = TotalOf(cell).ToByteArray();
        writer.Write(digits.Length);
        writer.Write(digits);
    }

    public override void Read(int cell, BinaryReader reader) => _settled[cell] += new BigInteger(reader.ReadBytes(reader.ReadInt32()));

    protected override void Add(Chunk chunk)
    {
        if (!Column.IsScaled || !factors.IsScaled)
        {
            AddDecimals(chunk);
            return;
        }

        if (Column.Scale + factors.Scale is var scale && scale != _runningScale)
        {
            Settle();
            _runningScale = scale;
        }

        var cells = chunk.Cells;
        var rows = chunk.Rows;
        for (var i = 0; i < cells.Length; i++)
        {
            AddRunning(cells[i], (Int128)Column.Mantissas[rows[i]] * factors.Mantissas[rows[i]]);
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map) =>
        _settled[cell] += ((ProductAccumulator)other).TotalOf(otherCell);

    private void AddDecimals(Chunk chunk)
    {
        var cells = chunk.Cells;
        var rows = chunk.Rows;
        for (var i = 0; i < cells.Length; i++)
        {
            var (value, factor) = (Column[rows[i]], factors[rows[i]]);
            BigInteger product = ExactDecimal.Mantissa(value);
            product *= ExactDecimal.Mantissa(factor);
            _settled[cells[i]] += Units(product, value.Scale + factor.Scale);
        }
    }

    private void AddRunning(int cell, Int128 product)
    {
        ref var sum = ref _running[cell];
        var (before, after) = (sum, unchecked(sum + product));
        if (Int128.IsNegative(before) == Int128.IsNegative(product) && Int128.IsNegative(after) != Int128.IsNegative(product))
        {
            _settled[cell] += Units(before, _runningScale);
            after = product;
        }

        sum = after;
    }

    private BigInteger TotalOf(int cell) => _settled[cell] + Units(_running[cell], _runningScale);

    private void Settle()
    {
        for (var cell = 0; cell < _running.Length; cell++)
        {
            _settled[cell] += Units(_running[cell], _runningScale);
            _running[cell] = 0;
        }
    }

    private static BigInteger Units(BigInteger mantissa, int scale)
    {
        if (mantissa.IsZero)
        {
            return mantissa;
        }

        return mantissa * PowersOfTen.Big(ExactAmount.FinestScale - scale);
    }
}
