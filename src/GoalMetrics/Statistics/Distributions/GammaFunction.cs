namespace GoalMetrics.Statistics;

/// <summary>
/// The incomplete gamma function, and what it shares with the beta function. Relative error below 1e-13 up to shapes of 1e6.
/// </summary>
/// <remarks>
/// Powers and factorials are weighed against each other before they are large, as in C. Loader, Fast and Accurate Computation of
/// Binomial Probabilities (2000): a difference of logarithms of large gamma functions would keep few digits.
/// </remarks>
internal static class GammaFunction
{
    private const int MostTerms = 200_000;

    // From here on the series for the correction is exact in double.
    private const double Large = 16d;

    /// <summary>
    /// What Stirling's formula lacks: <c>ln Γ(x) = (x − ½) ln x − x + ½ ln 2π + correction</c>, for x above 0.
    /// </summary>
    public static double StirlingCorrection(double x)
    {
        var smaller = 0d;
        for (; x < Large; x++)
        {
            smaller += ((x + 0.5) * LogOnePlus(1d / x)) - 1d;
        }

        var square = 1d / (x * x);
        var series = (1d / 1188d) - (square * 691d / 360_360d);
        series = (1d / 1680d) - (square * series);
        series = (1d / 1260d) - (square * series);
        series = (1d / 360d) - (square * series);
        return smaller + (((1d / 12d) - (square * series)) / x);
    }

    /// <summary><c>x ln(x / mean) + mean − x</c>, to all digits also where both are near each other.</summary>
    public static double Deviance(double x, double mean)
    {
        var difference = x - mean;
        if (Math.Abs(difference) >= 0.1 * (x + mean))
        {
            if (x == 0d)
            {
                return mean;
            }

            return (x * Math.Log(x / mean)) + mean - x;
        }

        var ratio = difference / (x + mean);
        var sum = difference * ratio;
        var term = 2d * x * ratio;
        for (var odd = 3; ; odd += 2)
        {
            term *= ratio * ratio;
            var next = sum + (term / odd);
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }

    /// <summary>The share of the gamma distribution of this shape below x: <c>P(shape, x)</c>.</summary>
    public static double Lower(double shape, double x)
    {
        if (x <= 0d)
        {
            return 0d;
        }

        if (x < shape + 1d)
        {
            return Series(shape, x);
        }

        return 1d - Fraction(shape, x);
    }

    /// <summary>The share of the gamma distribution of this shape above x: <c>Q(shape, x)</c>.</summary>
    public static double Upper(double shape, double x)
    {
        if (x <= 0d)
        {
            return 1d;
        }

        if (x < shape + 1d)
        {
            return 1d - Series(shape, x);
        }

        return Fraction(shape, x);
    }

    public static double LogOnePlus(double x)
    {
        var sum = 1d + x;
        if (sum == 1d)
        {
            return x;
        }

        return Math.Log(sum) * (x / (sum - 1d));
    }

    // x^shape e^-x / Γ(shape)
    private static double Kernel(double shape, double x) =>
        Math.Sqrt(shape / (2d * Math.PI)) * Math.Exp(-Deviance(shape, x) - StirlingCorrection(shape));

    private static double Series(double shape, double x)
    {
        double sum = 1d, term = 1d;
        for (var n = 1; n < MostTerms && term > sum * 1e-17; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }

        return Kernel(shape, x) * sum / shape;
    }

    // Legendre's continued fraction, by the modified method of Lentz.
    private static double Fraction(double shape, double x)
    {
        var b = x + 1d - shape;
        double c = double.MaxValue, d = 1d / b;
        var value = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var a = n * (shape - n);
            b += 2d;
            d = 1d / ((a * d) + b);
            c = b + (a / c);
            value *= c * d;
            if (Math.Abs((c * d) - 1d) < 1e-16)
            {
                break;
            }
        }

        return Kernel(shape, x) * value;
    }
}
