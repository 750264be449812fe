using System.Numerics;

namespace GoalMetrics.Statistics;

/// <summary>
/// Random numbers that are the same on every machine for the same seed: xoshiro256++ (Blackman and Vigna 2021), seeded by SplitMix64. Not
/// for several threads at once, and not for secrets.
/// </summary>
internal sealed class RandomNumbers
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double? _spare;

    public RandomNumbers(ulong seed) => (_a, _b, _c, _d) = (Mixed(ref seed), Mixed(ref seed), Mixed(ref seed), Mixed(ref seed));

    /// <summary>At least 0 and below 1, with 53 random bits.</summary>
    public double Uniform() => (Bits() >> 11) * (1d / (1UL << 53));

    /// <summary>A whole number from 0 to below the count.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>Standard normal, by Marsaglia's polar method: two at a time.</summary>
    public double Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        double x, y, square;
        do
        {
            x = (2d * Uniform()) - 1d;
            y = (2d * Uniform()) - 1d;
            square = (x * x) + (y * y);
        }
        while (square is >= 1d or 0d);

        var scale = Math.Sqrt(-2d * Math.Log(square) / square);
        _spare = y * scale;
        return x * scale;
    }

    /// <summary>Chi-square, by the approximation of Wilson and Hilferty (1931); at least a twentieth of its mean.</summary>
    public double ChiSquare(int freedom)
    {
        var ninth = 2d / (9d * freedom);
        var root = 1d - ninth + (Normal() * Math.Sqrt(ninth));
        return freedom * Math.Max(0.05, root * root * root);
    }

    private static ulong Mixed(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    private ulong Bits()
    {
        unchecked
        {
            var bits = BitOperations.RotateLeft(_a + _d, 23) + _a;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return bits;
        }
    }
}
