namespace GoalMetrics.Statistics;

/// <summary>The chi-square distribution. Relative error below 1e-13.</summary>
internal static class ChiSquare
{
    /// <summary>The share above x.</summary>
    public static double Survival(double x, double degreesOfFreedom) => GammaFunction.Upper(degreesOfFreedom / 2d, x / 2d);
}
