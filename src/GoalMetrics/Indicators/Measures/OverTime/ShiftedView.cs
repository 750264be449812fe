using static System.FormattableString;

namespace GoalMetrics;

/// <summary>The period a number of units later, or earlier if the number is negative. Immutable.</summary>
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
    public override string Suffix
    {
        get
        {
            if (Count == -1)
            {
                return $"previous-{Grain.Slug()}";
            }

            var ending = Count == 1 ? "" : "s";
            var direction = Count < 0 ? "earlier" : "later";
            return Invariant($"{Math.Abs((long)Count)}-{Grain.Slug()}{ending}-{direction}");
        }
    }

    /// <inheritdoc/>
    public override LocalizedText Title => Count switch
    {
        -1 => new LocalizedText("previous {grain}", "forrige {grain}").Filled("{grain}", Grain.Title()),
        < 0 => new LocalizedText("{length} earlier", "{length} tidligere").Filled("{length}", Grain.Counted(-(long)Count)),
        _ => new LocalizedText("{length} later", "{length} senere").Filled("{length}", Grain.Counted(Count)),
    };

    internal override bool KeepsAdditivity => true;

    internal override bool IsElsewhere => true;

    internal override ReadingWindow? Of(ReadingWindow window) => window.Shifted(Count, Grain);

    // Whether a measure reads other times than it is asked for, at any depth.
    internal static bool IsIn(Measure measure) => measure switch
    {
        NamedMeasure named => IsIn(named.Measure),
        WindowedMeasure { View: ShiftedView } => true,
        _ => measure.Inputs.Any(IsIn),
    };
}
