namespace GoalMetrics.Statistics;

/// <summary>Student's t distribution. Relative error below 1e-12 up to a million degrees of freedom.</summary>
internal static class StudentT
{
    /// <summary>How likely a deviation of at least t is, on either side.</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        var square = t * t;
        var total = degreesOfFreedom + square;
        return BetaFunction.Cumulative(degreesOfFreedom / 2d, 0.5, degreesOfFreedom / total, square / total);
    }

    /// <summary>The t between whose negative and itself the share lies: 2.571 for 0.95 and 5 degrees of freedom.</summary>
    public static double ForLevel(double level, double degreesOfFreedom)
    {
        var beyond = 1d - level;
        var high = 2d;
        while (TwoSided(high, degreesOfFreedom) > beyond)
        {
            high *= 2d;
        }

        return Root.Between(t => Math.Log(TwoSided(t, degreesOfFreedom) / beyond), 0d, high);
    }

    /// <summary>
    /// The share above t when the true mean is off by <paramref name="shift"/> standard errors: the noncentral distribution, as a sum
    /// over Poisson weights (Lenth 1989, Applied Statistics 38, algorithm AS 243). Absolute error below 1e-12.
    /// </summary>
    public static double NoncentralSurvival(double t, double degreesOfFreedom, double shift)
    {
        const double largestShift = 37d;
        if (shift > largestShift || degreesOfFreedom > 1e6)
        {
            // Abramowitz and Stegun 26.7.10: the weights of the sum would vanish.
            var quarter = 1d / (4d * degreesOfFreedom);
            return Normal.Survival(((t * (1d - quarter)) - shift) / Math.Sqrt(1d + (t * t * 2d * quarter)));
        }

        double square = t * t, total = degreesOfFreedom + square;
        return Normal.Survival(-shift) - Mixture(square / total, degreesOfFreedom / total, degreesOfFreedom / 2d, shift);
    }

    private static double Mixture(double x, double y, double b, double shift)
    {
        var half = shift * shift / 2d;
        double odd = BetaFunction.Cumulative(0.5, b, x, y), even = BetaFunction.Cumulative(1d, b, x, y);
        double oddStep = Math.Exp(BetaFunction.LogKernel(0.5, b, x, y)) / 0.5, evenStep = Math.Exp(BetaFunction.LogKernel(1d, b, x, y));
        double oddWeight = Math.Exp(-half), evenWeight = shift * Math.Sqrt(2d / Math.PI) * Math.Exp(-half);
        double sum = 0d, left = 1d;
        for (var j = 0; left > 1e-17 && j < 10_000; j++)
        {
            sum += (oddWeight * odd) + (evenWeight * even);
            if (j > half)
            {
                left = odd * oddWeight;
            }

            odd -= oddStep;
            even -= evenStep;
            oddStep *= x * (j + 0.5 + b) / (j + 1.5);
            evenStep *= x * (j + 1d + b) / (j + 2d);
            oddWeight *= half / (j + 1d);
            evenWeight *= half / (j + 1.5);
        }

        return sum / 2d;
    }
}
