namespace GoalMetrics;

/// <summary>From the first date of the data to the start of the period, for the balance with which it opens. Immutable.</summary>
public sealed class OpeningView : TimeView
{
    internal OpeningView()
    {
    }

    /// <inheritdoc/>
    public override string Suffix => "opening";

    /// <inheritdoc/>
    public override LocalizedText Title => new("opening", "primo");

    internal override bool IsFromBeginning => true;

    internal override bool IsElsewhere => true;

    internal override ReadingWindow? Of(ReadingWindow window) => window.Before();
}
