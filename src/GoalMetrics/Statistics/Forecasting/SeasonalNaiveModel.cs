namespace GoalMetrics.Statistics;

/// <summary>
/// The values of a season before. Its errors are the differences over a season; neighbours among them resemble each other, since a level
/// that has moved stays so, and a future therefore takes a whole stretch of them.
/// </summary>
internal sealed class SeasonalNaiveModel : TrackedModel
{
    private readonly double[] _values;
    private readonly double[] _last;
    private readonly double[] _differences;

    public SeasonalNaiveModel(double[] values, int period)
    {
        period = Math.Min(period, values.Length);
        _values = values;
        _last = values[^period..];
        _differences = Stationarity.Differenced(values, period);
    }

    public override int DegreesOfFreedom => _differences.Length;

    public override int Fitted => 0;

    public override void PointsBefore(int back, Span<double> points)
    {
        var last = _values.AsSpan(_values.Length - back - _last.Length, _last.Length);
        for (var step = 0; step < points.Length; step++)
        {
            points[step] = last[step % last.Length];
        }
    }

    // The surprise after those of the steps says where the stretch begins and which way it goes. Without a season, neighbours are unlike.
    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        var chosen = surprises[path.Length];
        var start = (int)((1d - Normal.TwoSided(chosen)) * _differences.Length);
        var sign = chosen < 0d ? -scale : scale;
        var sigma = Spread(_differences.Sum(difference => difference * difference), _differences.Length);
        for (var step = 0; step < path.Length; step++)
        {
            var before = step < _last.Length ? _last[step] : path[step - _last.Length];
            var error = _last.Length == 1
                ? surprises[step] * scale * sigma
                : sign * _differences[(start + step) % _differences.Length];
            path[step] = before + error;
        }
    }
}
