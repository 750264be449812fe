namespace GoalMetrics.Statistics;

/// <summary>
/// The Theta method for a series without season: simple smoothing with a drift of half the slope of the line of least squares
/// (Assimakopoulos and Nikolopoulos 2000; in the form of Hyndman and Billah 2003).
/// </summary>
internal sealed class ThetaModel : TrackedModel
{
    private readonly SmoothingModel _level;
    private readonly double _drift;
    private readonly double _alpha;
    private readonly int _count;

    public ThetaModel(double[] values)
    {
        _level = SmoothingFit.FromFirstValues(SmoothingShape.Simple, values, new());
        _alpha = _level.Parameters.Alpha!.Value;
        _drift = new Line(values).Slope / 2d;
        _count = values.Length;
    }

    public override int DegreesOfFreedom => _level.DegreesOfFreedom;

    // With the slope of the line.
    public override int Fitted => _level.Fitted + 1;

    public override void PointsBefore(int back, Span<double> points)
    {
        _level.PointsBefore(back, points);
        for (var step = 0; step < points.Length; step++)
        {
            points[step] += Drift(step, _count - back);
        }
    }

    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        _level.Simulate(surprises, scale, path);
        for (var step = 0; step < path.Length; step++)
        {
            path[step] += Drift(step, _count);
        }
    }

    // The smoothed level lags behind a trend by 1/α steps.
    private double Drift(int step, int known) => _drift * (step + ((1d - Math.Pow(1d - _alpha, known)) / _alpha));
}
