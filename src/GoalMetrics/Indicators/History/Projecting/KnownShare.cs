namespace GoalMetrics;

// A period of which a part is known already: that part, the share of a forecast that is left, and what the period has at least.
internal readonly record struct KnownShare(double Known, double Left, double AtLeast)
{
    public static readonly KnownShare Nothing = new(0d, 1d, double.NegativeInfinity);

    public double With(double forecast) => Math.Max(AtLeast, Known + (Left * forecast));
}
