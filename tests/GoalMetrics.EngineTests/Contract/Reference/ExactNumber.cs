using System.Numerics;

namespace EngineTests.Contract.Reference;

// Numbers as whole units of the 56th decimal, which holds every decimal, every product of two, and every sum of them.
internal static class ExactNumber
{
    private const int Decimals = 56;
    private static readonly BigInteger FinestOfDecimal = BigInteger.Pow(10, 28);
    private static readonly BigInteger One = BigInteger.Pow(10, Decimals);
    private static readonly BigInteger MostUnscaled = new(decimal.MaxValue);

    // 0 where there is no value.
    public static BigInteger Of(AggregateValue value) =>
        value.TryGetExact(out var unscaled, out var scale) ? unscaled * BigInteger.Pow(10, Decimals - scale) : 0;

    public static BigInteger Sum(IEnumerable<decimal> values) => values.Aggregate(BigInteger.Zero, (sum, value) => sum + Of(value));

    public static BigInteger Product(decimal one, decimal other) => Of(one) * Of(other) / One;

    public static AggregateValue Value(BigInteger units) => AggregateValue.Exact(units, Decimals);

    // The units of a mean with as many decimals as a decimal has room for, half to even.
    public static BigInteger Mean(BigInteger units, int count)
    {
        for (var unit = FinestOfDecimal; ; unit *= 10)
        {
            var rounded = HalfToEven(units, count * unit);
            if (BigInteger.Abs(rounded) <= MostUnscaled)
            {
                return rounded * unit;
            }
        }
    }

    private static BigInteger HalfToEven(BigInteger dividend, BigInteger divisor)
    {
        var floor = (dividend - (((dividend % divisor) + divisor) % divisor)) / divisor;
        var twiceTheRest = 2 * (dividend - (floor * divisor));
        var isUp = twiceTheRest > divisor || (twiceTheRest == divisor && !floor.IsEven);
        return isUp ? floor + 1 : floor;
    }
}
