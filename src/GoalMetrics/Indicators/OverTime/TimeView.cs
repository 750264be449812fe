using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// How a measure over time looks at another stretch of time than it is asked for.
internal abstract record TimeView
{
    // What is added to the id of the measure.
    public abstract string Suffix { get; }

    // What is added to its title.
    public abstract LocalizedText Title { get; }

    // Whether values in the view still add up over time where the measure's do.
    public virtual bool KeepsAdditivity => false;

    // Null where there is no such time.
    public abstract MeasureScope? Of(MeasureScope scope);
}

internal sealed record RollingView(Period Length) : TimeView
{
    public override string Suffix => $"rolling-{PeriodWords.Slug(Length)}";

    public override LocalizedText Title => new LocalizedText("rolling {length}", "løbende {length}").Filled("{length}", PeriodWords.Title(Length));

    public override MeasureScope Of(MeasureScope scope) => scope.Rolling(Length);
}

internal sealed record ToDateView(Grain Grain) : TimeView
{
    public override string Suffix => $"{Grain.Slug()}-to-date";

    public override LocalizedText Title => new LocalizedText("{grain} to date", "{grain} til dato").Filled("{grain}", Grain.Title());

    public override MeasureScope? Of(MeasureScope scope) => scope.ToDate(Grain);
}

internal sealed record CumulativeView(LocalDate? Origin) : TimeView
{
    public override string Suffix => Origin is { } date ? Invariant($"since-{date:uuuu-MM-dd}") : "cumulative";

    public override LocalizedText Title => Origin is { } date
        ? new(Invariant($"since {date:uuuu-MM-dd}"), Invariant($"siden {date:uuuu-MM-dd}"))
        : new("cumulative", "akkumuleret");

    public override MeasureScope? Of(MeasureScope scope) => scope.Since(Origin);
}

internal sealed record CarriedForwardView : TimeView
{
    public override string Suffix => "carried-forward";

    public override LocalizedText Title => new("carried forward", "videreført");

    public override MeasureScope? Of(MeasureScope scope) => scope.Since(null);
}

internal sealed record ShiftedView(int Count, Grain Grain) : TimeView
{
    public override string Suffix => Count == -1
        ? $"previous-{Grain.Slug()}"
        : Invariant($"{Math.Abs((long)Count)}-{Grain.Slug()}{(Count is 1 ? "" : "s")}-{(Count < 0 ? "earlier" : "later")}");

    public override LocalizedText Title => (Count switch
    {
        -1 => new("previous {grain}", "{grain} før"),
        < 0 => new LocalizedText("{count} × {grain} earlier", "{count} × {grain} før"),
        _ => new LocalizedText("{count} × {grain} later", "{count} × {grain} senere"),
    }).Filled("{grain}", Grain.Title()).Filled("{count}", Invariant($"{Math.Abs((long)Count)}"));

    public override bool KeepsAdditivity => true;

    public override MeasureScope? Of(MeasureScope scope) => scope.Shifted(Count, Grain);
}
