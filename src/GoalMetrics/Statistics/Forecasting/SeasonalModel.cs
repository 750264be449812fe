namespace GoalMetrics.Statistics;

// A model of the series without its season, and the season again.
internal sealed class SeasonalModel(TrackedModel inner, double[] season, SeasonalForm form) : TrackedModel
{
    public override int DegreesOfFreedom => inner.DegreesOfFreedom;

    public override int Fitted => inner.Fitted + season.Length - 1;

    public override void PointsBefore(int back, Span<double> points)
    {
        inner.PointsBefore(back, points);
        AddSeason(points, back);
    }

    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        inner.Simulate(surprises, scale, path);
        AddSeason(path, back: 0);
    }

    private void AddSeason(Span<double> path, int back)
    {
        var place = (season.Length - (back % season.Length)) % season.Length;
        for (var step = 0; step < path.Length; step++)
        {
            path[step] = form.With(path[step], season[place]);
            place = place + 1 == season.Length ? 0 : place + 1;
        }
    }
}
