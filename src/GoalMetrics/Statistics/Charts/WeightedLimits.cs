namespace GoalMetrics.Statistics;

// The limits of values that rest on unlike numbers of observations. The default has none.
internal readonly record struct WeightedLimits(double Centre, double Spread, double MeanWeight)
{
    public bool IsDefined => MeanWeight > 0d;

    public double SigmaOf(double weight) => Spread / Math.Sqrt(weight);

    public double DistanceOf(double value, double weight) => ChartDistance.InSigmas(value, Centre, SigmaOf(weight));
}
