namespace GoalMetrics.Statistics;

/// <summary>The incomplete beta function. Relative error below 1e-12 up to parameters of 1e6.</summary>
internal static class BetaFunction
{
    private const int MostTerms = 200_000;

    /// <summary>
    /// The share of the beta distribution below x, <c>I_x(a, b)</c>, by the continued fraction of Didonato and Morris.
    /// </summary>
    /// <param name="a">The first parameter, above 0.</param>
    /// <param name="b">The second parameter, above 0.</param>
    /// <param name="x">From 0 to 1.</param>
    /// <param name="y"><c>1 − x</c>, given apart because the subtraction may lose all digits.</param>
    public static double Cumulative(double a, double b, double x, double y)
    {
        if (x <= 0d || y <= 0d)
        {
            return x <= 0d ? 0d : 1d;
        }

        if (x <= (a + 1d) / (a + b + 2d))
        {
            return Fraction(a, b, x, y);
        }

        return 1d - Fraction(b, a, y, x);
    }

    /// <summary><c>ln(x^a y^b / B(a, b))</c> with y = 1 − x.</summary>
    public static double LogKernel(double a, double b, double x, double y)
    {
        var sum = a + b;
        return (0.5 * Math.Log(a / sum * b / (2d * Math.PI)))
            - GammaFunction.Deviance(a, sum * x)
            - GammaFunction.Deviance(b, sum * y)
            + GammaFunction.StirlingCorrection(sum)
            - GammaFunction.StirlingCorrection(a)
            - GammaFunction.StirlingCorrection(b);
    }

    // By the modified method of Lentz. The difference a y − b x, unlike a − (a + b) x, keeps its digits where y is small.
    private static double Fraction(double a, double b, double x, double y)
    {
        var lambda = (a * y) - (b * x);
        var value = NotZero(a / (a + 1d) * (lambda + 1d));
        double c = value, d = 0d;
        for (var m = 1d; m < MostTerms; m++)
        {
            var before = a + (2d * m) - 1d;
            var numerator = (a + m - 1d) / before * ((a + b + m - 1d) / before) * m * (b - m) * x * x;
            var denominator = m + (m * (b - m) * x / before) + ((a + m) / (before + 2d) * (lambda + 1d + (m * (1d + y))));
            d = 1d / NotZero(denominator + (numerator * d));
            c = NotZero(denominator + (numerator / c));
            value *= c * d;
            if (Math.Abs((c * d) - 1d) < 1e-16)
            {
                break;
            }
        }

        return Math.Exp(LogKernel(a, b, x, y)) / value;
    }

    private static double NotZero(double value)
    {
        if (Math.Abs(value) < 1e-300)
        {
            return 1e-300;
        }

        return value;
    }
}
