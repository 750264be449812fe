using System.Numerics;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Amounts times rates, added exactly: as decimals while they have room for all digits, and as whole numbers of any size from then on.
internal struct MoneySum
{
    private decimal _sum;
    private BigInteger _large;
    private int _scale;

    // Rounded once, where a decimal has no room for all digits.
    public readonly AggregateValue Value
    {
        get
        {
            if (_scale == 0 && _large.IsZero)
            {
                return ShortestDecimal.Of(_sum);
            }

            var (all, scale) = All();
            if (ExactDecimal.From(all, scale, out _) is { } rounded)
            {
                return ShortestDecimal.Of(rounded);
            }

            return AggregateValue.Undefined(UndefinedReason.Overflow);
        }
    }

    public static MoneySum Of(decimal sum) => new() { _sum = sum };

    // False if the sum has too many digits for a decimal.
    public static bool TryAdd(decimal before, AggregateValue amount, decimal rate, out decimal sum)
    {
        sum = before;
        return amount is { Beyond: null, Amount: { } small }
            && TryMultiply(small, rate, out var product)
            && ExactAmount.TryAdd(before, product, out sum);
    }

    public void Add(AggregateValue amount, decimal rate)
    {
        if (TryAdd(_sum, amount, rate, out var sum))
        {
            _sum = sum;
            return;
        }

        amount.TryGetExact(out var unscaled, out var scale);
        AddLarge(unscaled * ExactDecimal.Mantissa(rate), scale + rate.Scale);
    }

    // Rounded as a mean of amounts in one currency is.
    public readonly AggregateValue Over(long count)
    {
        var (all, scale) = All();
        if (ExactDecimal.From(all, scale, out var isExact) is { } sum && isExact)
        {
            return AggregateValue.Mean(ExactDecimal.Mantissa(sum), sum.Scale, count);
        }

        return Quotient(all, scale, count);
    }

    private static AggregateValue Quotient(BigInteger all, int scale, long count)
    {
        const int spare = 28;
        if (ExactDecimal.From(all * BigInteger.Pow(10, spare) / count, scale + spare, out _) is { } mean)
        {
            return ShortestDecimal.Of(mean);
        }

        return AggregateValue.Undefined(UndefinedReason.Overflow);
    }

    // False if the product has too many digits for a decimal.
    private static bool TryMultiply(decimal amount, decimal rate, out decimal product) =>
        DecimalArithmetic.TryMultiply(amount, rate, out product) && product.Scale == amount.Scale + rate.Scale;

    private void AddLarge(BigInteger mantissa, int scale)
    {
        var common = Math.Max(scale, _scale);
        _large = At(_large, _scale, common) + At(mantissa, scale, common);
        _scale = common;
    }

    private readonly (BigInteger Mantissa, int Scale) All()
    {
        var common = Math.Max((int)_sum.Scale, _scale);
        return (At(ExactDecimal.Mantissa(_sum), _sum.Scale, common) + At(_large, _scale, common), common);
    }

    private static BigInteger At(BigInteger mantissa, int scale, int common) => mantissa * BigInteger.Pow(10, common - scale);
}
