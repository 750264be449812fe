namespace GoalMetrics.Statistics;

// The line of least squares through values at 0, 1, ….
internal readonly struct Line
{
    public Line(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        double middle = (n - 1) / 2d, mean = 0d, product = 0d;
        foreach (var value in values)
        {
            mean += value / n;
        }

        for (var i = 0; i < n; i++)
        {
            product += (i - middle) * (values[i] - mean);
        }

        Squares = n * ((double)n * n - 1d) / 12d;
        Slope = n > 1 ? product / Squares : 0d;
        Start = mean - (Slope * middle);
    }

    /// <summary>The height at 0.</summary>
    public double Start { get; }

    public double Slope { get; }

    /// <summary>The squares of the places about their middle.</summary>
    public double Squares { get; }

    public double At(double place) => Start + (Slope * place);
}
