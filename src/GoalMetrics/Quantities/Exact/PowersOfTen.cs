using System.Numerics;

namespace GoalMetrics;

internal static class PowersOfTen
{
    // 10⁰ to 10¹⁸: all that fit a long.
    public static readonly long[] Longs = [.. All.Take(19).Select(power => (long)power)];

    // 10⁰ to 10²⁸: the most by which the scales of two decimals can differ.
    public static readonly Int128[] Wide = [.. All.Take(29)];

    public static BigInteger Big(int power)
    {
        if (power < Wide.Length)
        {
            return Wide[power];
        }

        return BigInteger.Pow(10, power);
    }

    private static IEnumerable<Int128> All
    {
        get
        {
            for (Int128 power = 1; ; power *= 10)
            {
                yield return power;
            }
        }
    }
}
