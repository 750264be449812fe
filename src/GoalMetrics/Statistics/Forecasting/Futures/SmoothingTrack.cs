namespace GoalMetrics.Statistics;

// The states of a smoothing model after each value. The figures of the season begin with those before the first value.
internal sealed class SmoothingTrack
{
    private readonly double[] _levels;
    private readonly double[] _trends;
    private readonly double[] _figures;
    private int _count;

    public SmoothingTrack(int values, double[] season)
    {
        _levels = new double[values];
        _trends = new double[values];
        _figures = season.Length == 0 ? [] : [.. season, .. new double[values]];
    }

    public void Add(double level, double trend, double figure)
    {
        (_levels[_count], _trends[_count]) = (level, trend);
        _count++;
        if (_figures.Length > 0)
        {
            _figures[_figures.Length - _levels.Length + _count - 1] = figure;
        }
    }

    public double Level(int back) => _levels[_count - 1 - back];

    public double Trend(int back) => _trends[_count - 1 - back];

    /// <summary>The latest figure known so many values before the end, for a place in the season that begins there.</summary>
    public double Figure(int back, int place) => _figures[_count - back + place];
}
