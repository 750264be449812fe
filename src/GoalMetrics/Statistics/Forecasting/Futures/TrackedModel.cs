namespace GoalMetrics.Statistics;

/// <summary>A model that also says where it would have expected the series to go at an earlier moment.</summary>
internal abstract class TrackedModel : ForecastModel
{
    /// <summary>How many parameters were found from the values, the figures of a season among them.</summary>
    public abstract int Fitted { get; }

    /// <summary>
    /// The points from so many steps before the end on, by the states of that moment and by parameters that were fitted to the whole
    /// series.
    /// </summary>
    public abstract void PointsBefore(int back, Span<double> points);

    public sealed override double[] Points(int horizon)
    {
        var points = new double[horizon];
        PointsBefore(0, points);
        return points;
    }
}
