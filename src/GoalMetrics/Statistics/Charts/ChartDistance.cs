namespace GoalMetrics.Statistics;

// How far a value is from the centre of a chart.
internal static class ChartDistance
{
    // In sigmas. Where nothing varies but by rounding, a value that differs at all is beyond every limit.
    public static double InSigmas(double value, double centre, double sigma)
    {
        var difference = value - centre;
        var rounding = 1e-14 * Math.Abs(centre);
        if (sigma > rounding)
        {
            return difference / sigma;
        }

        if (Math.Abs(difference) <= 100d * rounding)
        {
            return 0d;
        }

        return difference * double.MaxValue;
    }
}
