namespace GoalMetrics.Statistics;

/// <summary>
/// Exponential smoothing with or without trend and season, in the form of Holt (1957) and Winters (1960):
/// <c>level = α (y ∖ season) + (1 − α)(level + φ trend)</c>, <c>trend = β (level − level before) + (1 − β) φ trend</c>,
/// <c>season = γ (y ∖ level) + (1 − γ) season</c>.
/// </summary>
internal sealed class SmoothingModel : TrackedModel
{
    private readonly SmoothingShape _shape;
    private readonly double _alpha;
    private readonly double _beta;
    private readonly double _gamma;
    private readonly double _phi;
    private readonly double _level;
    private readonly double _trend;
    private readonly double[] _season;
    private readonly double _sigma;
    private readonly SmoothingTrack _track;

    /// <summary>
    /// Smooths values from the given states on; errors count from the first value. Parameters and start values were fitted, and maybe the
    /// figures of the season.
    /// </summary>
    public SmoothingModel(SmoothingShape shape, SmoothingStart start, ReadOnlySpan<double> values, int fitted, int figures = 0)
    {
        _shape = shape;
        (_alpha, _beta, _gamma, _phi) = (start.Alpha, start.Beta, start.Gamma, start.Phi);
        _season = shape.HasSeason ? new double[shape.Period] : [];
        _track = new(values.Length, shape.HasSeason ? start.Season : []);
        Squares = start.Squares(shape, values, out _level, out _trend, _season, _track);
        Fitted = fitted + figures;
        DegreesOfFreedom = Math.Max(0, values.Length - fitted);
        _sigma = Spread(Squares, DegreesOfFreedom);
    }

    public double Squares { get; }

    public override int Fitted { get; }

    public override int DegreesOfFreedom { get; }

    public override SmoothingParameters Parameters => new()
    {
        Alpha = _alpha,
        Beta = _shape.HasTrend ? _beta : null,
        Gamma = _shape.HasSeason ? _gamma : null,
        Phi = _shape.IsDamped ? _phi : null,
        Level = _level,
        Trend = _shape.HasTrend ? _trend : null,
        Season = _shape.HasSeason ? [.. _season] : null,
    };

    public override void PointsBefore(int back, Span<double> points)
    {
        double level = _track.Level(back), trend = _track.Trend(back), growth = 0d, power = _phi;
        for (var step = 0; step < points.Length; step++)
        {
            growth += power * trend;
            power *= _phi;
            points[step] = level + growth;
            if (_shape.HasSeason)
            {
                points[step] = _shape.Form.With(points[step], _track.Figure(back, step % _shape.Period));
            }
        }
    }

    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        double level = _level, trend = _trend;
        double[] season = [.. _season];
        for (var step = 0; step < path.Length; step++)
        {
            var expected = level + (_phi * trend);
            var part = _shape.HasSeason ? season[step % _shape.Period] : 0d;
            var error = surprises[step] * scale * _sigma;
            path[step] = (_shape.HasSeason ? _shape.Form.With(expected, part) : expected) + error;
            var adjusted = _shape.HasSeason ? _shape.Form.Without(path[step], part) : path[step];
            var next = expected + (_alpha * (adjusted - expected));
            trend = _shape.HasTrend ? (_beta * (next - level)) + ((1d - _beta) * _phi * trend) : 0d;
            level = next;
            if (_shape.HasSeason)
            {
                season[step % _shape.Period] = part + (_gamma * (_shape.Form.Without(path[step], level) - part));
            }
        }
    }
}
