using static System.FormattableString;

namespace GoalMetrics;

/// <summary>The period a number of units later, or earlier where the number is negative. Immutable.</summary>
public sealed class ShiftedView : TimeView
{
    internal ShiftedView(int count, Grain grain)
    {
        Count = count;
        Grain = grain;
    }

    /// <summary>The number of units, not 0.</summary>
    public int Count { get; }

    /// <summary>The unit.</summary>
    public Grain Grain { get; }

    /// <inheritdoc/>
    public override string Suffix => Count == -1
        ? $"previous-{Grain.Slug()}"
        : Invariant($"{Math.Abs((long)Count)}-{Grain.Slug()}{(Count is 1 ? "" : "s")}-{(Count < 0 ? "earlier" : "later")}");

    /// <inheritdoc/>
    public override LocalizedText Title => (Count switch
    {
        -1 => new("previous {grain}", "{grain} før"),
        < 0 => new LocalizedText("{count} × {grain} earlier", "{count} × {grain} før"),
        _ => new LocalizedText("{count} × {grain} later", "{count} × {grain} senere"),
    }).Filled("{grain}", Grain.Title()).Filled("{count}", Invariant($"{Math.Abs((long)Count)}"));

    internal override bool KeepsAdditivity => true;

    internal override ReadingWindow? Of(ReadingWindow window) => window.Shifted(Count, Grain);
}
