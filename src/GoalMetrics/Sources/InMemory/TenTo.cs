using System.Numerics;

namespace GoalMetrics;

internal static class TenTo
{
    // All that fit a long.
    public static readonly long[] Power = [.. Enumerable.Range(0, StagedValues.FinestScale + 1).Select(n => (long)BigInteger.Pow(10, n))];

    // All by which the scales of two decimals can differ.
    public static readonly BigInteger[] LargePower = [.. Enumerable.Range(0, ExactDecimal.FinestScale + 1).Select(n => BigInteger.Pow(10, n))];
}
