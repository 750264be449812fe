using System.Numerics;

namespace GoalMetrics;

// Exact sums of a column, group by group, whatever the order of the rows. Decimals of different scales are summed apart:
// 96 bits each, they find room in 128 for as many rows as a table can have.
internal sealed class ExactSums(ValueColumn column)
{
    private readonly int _scales = column.IsScaled ? 1 : column.Scale + 1;
    private Int128[] _sums = [];

    public void Grow(int groupCount) => Accumulator.Grow(ref _sums, groupCount * _scales);

    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        if (column.IsScaled)
        {
            AddScaled(rows, groups);
            return;
        }

        var decimals = column.Decimals;
        for (var i = 0; i < rows.Length; i++)
        {
            var value = decimals[rows[i]];
            _sums[(groups[i] * _scales) + value.Scale] += ExactDecimal.Mantissa(value);
        }
    }

    // Null where it is too large.
    public decimal? Total(int group) => ExactDecimal.From(Mantissa(group), column.Scale);

    public decimal? Quotient(int group, long divisor) => ExactDecimal.Quotient(Mantissa(group), column.Scale, divisor);

    private void AddScaled(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        var mantissas = column.Mantissas;
        var sums = _sums;
        for (var i = 0; i < rows.Length; i++)
        {
            // Fewer than 2³¹ longs: they cannot overflow.
            ref var sum = ref sums[groups[i]];
            sum = unchecked(sum + mantissas[rows[i]]);
        }
    }

    private BigInteger Mantissa(int group)
    {
        if (column.IsScaled)
        {
            return _sums[group];
        }

        var total = BigInteger.Zero;
        for (var scale = 0; scale < _scales; scale++)
        {
            total += _sums[(group * _scales) + scale] * BigInteger.Pow(10, column.Scale - scale);
        }

        return total;
    }
}
