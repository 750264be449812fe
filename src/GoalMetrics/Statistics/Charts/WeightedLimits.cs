namespace GoalMetrics.Statistics;

// The limits of values that rest on unlike numbers of observations. The default has none.
internal readonly record struct WeightedLimits(double Centre, double Spread, double MeanWeight)
{
    public bool IsDefined => MeanWeight > 0d;

    public double SigmaOf(double weight) => Spread / Math.Sqrt(weight);

    // In sigmas. Where nothing varies, a value that differs at all is beyond every limit.
    public double DistanceOf(double value, double weight)
    {
        var difference = value - Centre;
        var rounding = 1e-14 * Math.Abs(Centre);
        if (SigmaOf(weight) > rounding)
        {
            return difference / SigmaOf(weight);
        }

        return Math.Abs(difference) <= 100d * rounding ? 0d : difference * double.MaxValue;
    }
}
