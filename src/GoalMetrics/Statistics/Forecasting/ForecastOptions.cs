namespace GoalMetrics.Statistics;

/// <summary>How a forecast simulates its future. Immutable.</summary>
public sealed partial class ForecastOptions
{
    /// <summary>How many sample paths: from 100 to 100,000; defaults to 1,000. More make intervals smoother, and cost time.</summary>
    public int Paths { get; init; } = 1_000;

    /// <summary>The seed of the paths: the same seed gives the same paths, on every machine. Defaults to 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Parameters and start values of a smoothing model; those not given are found. Defaults to none given.</summary>
    public SmoothingParameters Given
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Given));
            field = value;
        }
    } = new();

    internal RandomNumbers Random => new(unchecked((ulong)Seed));

    internal void Check()
    {
        Require.Between(Paths, 100, 100_000, nameof(Paths));
        Given.Check();
    }
}
