namespace GoalMetrics.Statistics;

// A model of the series without its season, and the season again.
internal sealed class SeasonalModel(ForecastModel inner, double[] season, SeasonalForm form) : ForecastModel
{
    public override int DegreesOfFreedom => inner.DegreesOfFreedom;

    public override double[] Points(int horizon)
    {
        var points = inner.Points(horizon);
        AddSeason(points);
        return points;
    }

    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        inner.Simulate(surprises, scale, path);
        AddSeason(path);
    }

    private void AddSeason(Span<double> path)
    {
        for (var step = 0; step < path.Length; step++)
        {
            path[step] = form.With(path[step], season[step % season.Length]);
        }
    }
}
