namespace GoalMetrics;

/// <summary>A stretch of time of fixed length that ends with the period. Immutable.</summary>
public sealed class RollingView : TimeView
{
    internal RollingView(int count, Grain grain)
    {
        Count = count;
        Grain = grain;
    }

    /// <summary>How many units long the stretch is.</summary>
    public int Count { get; }

    /// <summary>The unit.</summary>
    public Grain Grain { get; }

    /// <inheritdoc/>
    public override string Suffix => $"rolling-{RollingUnits.Slug(Count, Grain)}";

    /// <inheritdoc/>
    public override LocalizedText Title =>
        new LocalizedText("rolling {length}", "rullende {length}").Filled("{length}", Grain.Counted(Count));

    internal override ReadingWindow Of(ReadingWindow window) => window.Rolling(RollingUnits.Length(Count, Grain));
}
