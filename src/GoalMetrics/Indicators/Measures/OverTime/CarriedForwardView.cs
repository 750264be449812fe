namespace GoalMetrics;

/// <summary>From the first date of the data to the end of the period, for balances that are carried forward. Immutable.</summary>
public sealed class CarriedForwardView : TimeView
{
    internal CarriedForwardView()
    {
    }

    /// <inheritdoc/>
    public override string Suffix => "carried-forward";

    /// <inheritdoc/>
    public override LocalizedText Title => new("carried forward", "videreført");

    internal override ReadingWindow? Of(ReadingWindow window) => window.Since(null);
}
