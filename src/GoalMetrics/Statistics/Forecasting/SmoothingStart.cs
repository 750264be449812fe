namespace GoalMetrics.Statistics;

// Parameters and the states before the first value.
internal readonly record struct SmoothingStart(
    double Alpha, double Beta, double Gamma, double Phi, double Level, double Trend, double[] Season)
{
    /// <summary>
    /// The squared one-step errors, and the states after the last value. The season is turned so that its next figure is first.
    /// </summary>
    public double Squares(
        SmoothingShape shape,
        ReadOnlySpan<double> values,
        out double level,
        out double trend,
        Span<double> season,
        SmoothingTrack? track = null)
    {
        (level, trend) = (Level, shape.HasTrend ? Trend : 0d);
        Season.AsSpan(0, season.Length).CopyTo(season);
        var squares = 0d;
        var phase = 0;
        foreach (var value in values)
        {
            var expected = level + (Phi * trend);
            var (fitted, adjusted) = (expected, value);
            if (shape.HasSeason)
            {
                fitted = shape.Form.With(expected, season[phase]);
                adjusted = shape.Form.Without(value, season[phase]);
            }

            squares += (value - fitted) * (value - fitted);
            var next = expected + (Alpha * (adjusted - expected));
            if (shape.HasTrend)
            {
                trend = (Beta * (next - level)) + ((1d - Beta) * Phi * trend);
            }

            level = next;
            var figure = 0d;
            if (shape.HasSeason)
            {
                figure = season[phase] += Gamma * (shape.Form.Without(value, level) - season[phase]);
                phase = phase + 1 == season.Length ? 0 : phase + 1;
            }

            track?.Add(level, trend, figure);
        }

        Turn(season, phase);
        if (double.IsFinite(squares))
        {
            return squares;
        }

        return double.MaxValue;
    }

    private static void Turn(Span<double> season, int phase)
    {
        if (phase == 0)
        {
            return;
        }

        double[] turned = [.. season[phase..], .. season[..phase]];
        turned.CopyTo(season);
    }
}
