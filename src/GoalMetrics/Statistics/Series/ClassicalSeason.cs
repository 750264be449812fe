namespace GoalMetrics.Statistics;

// The two steps of the classical decomposition, and the arithmetic of both forms.
internal static class ClassicalSeason
{
    /// <summary>A centred moving average over a season; of an even one, the ends count half. Null where it does not reach.</summary>
    public static double?[] Trend(ReadOnlySpan<double> values, int period)
    {
        var trend = new double?[values.Length];
        var half = period / 2;
        for (var i = half; i < values.Length - half; i++)
        {
            var sum = 0d;
            for (var j = i - half; j <= i + half; j++)
            {
                sum += period % 2 == 0 && Math.Abs(j - i) == half ? values[j] / 2d : values[j];
            }

            trend[i] = sum / period;
        }

        return trend;
    }

    /// <summary>The mean of what the trend leaves at each place of the season, centred on none.</summary>
    public static double[] Figure(ReadOnlySpan<double> values, double?[] trend, int period, SeasonalForm form)
    {
        var (figure, counts) = (new double[period], new int[period]);
        for (var i = 0; i < values.Length; i++)
        {
            if (trend[i] is { } level)
            {
                figure[i % period] += form.Without(values[i], level);
                counts[i % period]++;
            }
        }

        for (var phase = 0; phase < period; phase++)
        {
            figure[phase] /= counts[phase];
        }

        var mean = figure.Average();
        return [.. figure.Select(part => form.Without(part, mean))];
    }

    public static double Without(this SeasonalForm form, double value, double part)
    {
        if (form == SeasonalForm.Additive)
        {
            return value - part;
        }

        return value / part;
    }

    public static double With(this SeasonalForm form, double value, double part)
    {
        if (form == SeasonalForm.Additive)
        {
            return value + part;
        }

        return value * part;
    }

    public static double Without(this SeasonalForm form, double value, IReadOnlyList<IReadOnlyList<double>> parts, int place) =>
        parts.Aggregate(value, (rest, part) => form.Without(rest, part[place]));

    // What a part adds: of a factor, its logarithm.
    public static double Amount(this SeasonalForm form, double part)
    {
        if (form == SeasonalForm.Additive)
        {
            return part;
        }

        return Math.Log(part);
    }
}
