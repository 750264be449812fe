namespace GoalMetrics.Statistics;

/// <summary>The standard normal distribution. Relative error below 1e-13 of shares, 1e-15 of quantiles.</summary>
internal static class Normal
{
    /// <summary>The share below z.</summary>
    public static double Cumulative(double z) => Survival(-z);

    /// <summary>The share above z.</summary>
    public static double Survival(double z)
    {
        var half = 0.5 * z * z;
        if (z >= 0d)
        {
            return 0.5 * GammaFunction.Upper(0.5, half);
        }

        return 0.5 + (0.5 * GammaFunction.Lower(0.5, half));
    }

    /// <summary>How likely a deviation of at least z is, on either side.</summary>
    public static double TwoSided(double z) => GammaFunction.Upper(0.5, 0.5 * z * z);

    /// <summary>The z between whose negative and itself the share lies: 1.96 for 0.95.</summary>
    public static double ForLevel(double level) => -Quantile((1d - level) / 2d);

    /// <summary>
    /// The z below which the share p lies, between 0 and 1: Wichura's rational approximations (1988, Applied Statistics 37, algorithm
    /// AS 241, PPND16).
    /// </summary>
    public static double Quantile(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            return q * Ratio(0.180625 - (q * q), CentreAbove, CentreBelow);
        }

        var r = Math.Sqrt(-Math.Log(q < 0d ? p : 1d - p));
        var z = r <= 5d ? Ratio(r - 1.6, MiddleAbove, MiddleBelow) : Ratio(r - 5d, TailAbove, TailBelow);
        return q < 0d ? -z : z;
    }

    private static ReadOnlySpan<double> CentreAbove =>
    [
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
        1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080,
    ];

    private static ReadOnlySpan<double> CentreBelow =>
    [
        5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867, 5394.1960214247511077,
        687.18700749205790830, 42.313330701600911252, 1d,
    ];

    private static ReadOnlySpan<double> MiddleAbove =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 0.241780725177450611770, 1.27045825245236838258, 3.64784832476320460504,
        5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734,
    ];

    private static ReadOnlySpan<double> MiddleBelow =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 0.148103976427480074590, 0.689767334985100004550,
        1.67638483018380384940, 2.05319162663775882187, 1d,
    ];

    private static ReadOnlySpan<double> TailAbove =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        0.296560571828504891230, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720,
    ];

    private static ReadOnlySpan<double> TailBelow =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 0.136929880922735805310, 0.599832206555887937690, 1d,
    ];

    // A quotient of two polynomials, the highest power first.
    private static double Ratio(double x, ReadOnlySpan<double> above, ReadOnlySpan<double> below) =>
        Polynomial(x, above) / Polynomial(x, below);

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = 0d;
        foreach (var coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
