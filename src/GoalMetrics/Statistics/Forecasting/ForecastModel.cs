namespace GoalMetrics.Statistics;

/// <summary>A model that has been fitted: where it expects the series to go, and futures it holds possible.</summary>
internal abstract class ForecastModel
{
    /// <summary>The expected values of the steps ahead.</summary>
    public abstract double[] Points(int horizon);

    /// <summary>
    /// Writes a future. Its surprises are the standard normal numbers given, as large as the model's own times the scale.
    /// </summary>
    public abstract void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path);

    /// <summary>How many one-step errors the spread rests on, less what was fitted; 0 where there is no spread to speak of.</summary>
    public abstract int DegreesOfFreedom { get; }

    /// <summary>The parameters and last states of a smoothing model; null for others.</summary>
    public virtual SmoothingParameters? Parameters => null;

    // The root mean square with what was fitted taken off.
    protected static double Spread(double squares, int freedom)
    {
        if (freedom > 0)
        {
            return Math.Sqrt(squares / freedom);
        }

        return 0d;
    }
}
