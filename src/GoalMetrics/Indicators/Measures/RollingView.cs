using NodaTime;

namespace GoalMetrics;

/// <summary>The stretch of a stated length that ends with the period. Immutable.</summary>
public sealed class RollingView : TimeView
{
    internal RollingView(Period length)
    {
        Length = length;
    }

    /// <summary>The length.</summary>
    public Period Length { get; }

    /// <inheritdoc/>
    public override string Suffix => $"rolling-{PeriodWords.Slug(Length)}";

    /// <inheritdoc/>
    public override LocalizedText Title => new LocalizedText("rolling {length}", "løbende {length}").Filled("{length}", PeriodWords.Title(Length));

    internal override ReadingWindow Of(ReadingWindow window) => window.Rolling(Length);
}
