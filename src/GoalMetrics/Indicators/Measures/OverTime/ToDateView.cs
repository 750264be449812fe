namespace GoalMetrics;

/// <summary>From the start of a longer period to the end of the period. Immutable.</summary>
public sealed class ToDateView : TimeView
{
    internal ToDateView(Grain grain)
    {
        Grain = grain;
    }

    /// <summary>The grain of the longer period.</summary>
    public Grain Grain { get; }

    /// <inheritdoc/>
    public override string Suffix => $"{Grain.Slug()}-to-date";

    /// <inheritdoc/>
    public override LocalizedText Title => new LocalizedText("{grain} to date", "{grain} til dato").Filled("{grain}", Grain.Title());

    internal override bool BeginsBefore(ReportingPeriod period) => period.Calendar.Holding(Grain, period.StartDate)?.End >= period.End;

    internal override ReadingWindow? Of(ReadingWindow window) => window.ToDate(Grain);
}
