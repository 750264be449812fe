namespace GoalMetrics;

// A period of which a part is known already: that part, the share of a forecast that is left, and between what the period can still be.
internal readonly record struct KnownShare(double Known, double Left)
{
    public static readonly KnownShare Nothing = new(0d, 1d);

    public double Least { get; init; } = double.NegativeInfinity;

    public double Most { get; init; } = double.PositiveInfinity;

    // Whether the rest of the period is added to what is known, and what may be left of it on one of the days like it.
    public bool IsSum { get; init; }

    public IReadOnlyList<double> Lefts { get; init; } = [];

    // Whether the rest of the period goes on from what is known, and is not added to it.
    public bool IsLevel { get; init; }

    public bool IsForecast => Left > 0d;

    public static KnownShare All(double known) => new(known, 0d);

    public static KnownShare Mean(double known, double share) => new(known * share, 1d - share);

    public static KnownShare AtLeast(double known) => Nothing with { Least = known };

    public static KnownShare AtMost(double known) => Nothing with { Most = known };

    public double With(double forecast) => Math.Clamp(Known + (Left * forecast), Least, Most);

    // In a possible future. As its hours, the parts of a period are taken to be independent where nothing is known of them.
    public double Added(double future, double expected, int path)
    {
        if (Lefts.Count > 0)
        {
            return Known + (Lefts[path % Lefts.Count] * future);
        }

        return Moved(expected, future - expected);
    }

    // Surprises of a shorter time are smaller by the root of it.
    public double Moved(double expectedChange, double surprise) => Known + (Left * expectedChange) + (Math.Sqrt(Left) * surprise);
}
