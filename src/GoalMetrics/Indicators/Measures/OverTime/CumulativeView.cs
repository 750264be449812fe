using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>From a date, or from the first date of the data, to the end of the period. Immutable.</summary>
public sealed class CumulativeView : TimeView
{
    internal CumulativeView(LocalDate? origin)
    {
        Origin = origin;
    }

    /// <summary>The first date; null for the first date of the data.</summary>
    public LocalDate? Origin { get; }

    /// <inheritdoc/>
    public override string Suffix
    {
        get
        {
            if (Origin is { } date)
            {
                return Invariant($"since-{date:uuuu-MM-dd}");
            }

            return "cumulative";
        }
    }

    /// <inheritdoc/>
    public override LocalizedText Title
    {
        get
        {
            if (Origin is { } date)
            {
                return new(Invariant($"since {date:uuuu-MM-dd}"), Invariant($"siden {date:uuuu-MM-dd}"));
            }

            return new("cumulative", "akkumuleret");
        }
    }

    internal override bool IsFromBeginning => Origin is null;

    internal override bool BeginsBefore(ReportingPeriod period) => true;

    internal override ReadingWindow? Of(ReadingWindow window) => window.Since(Origin);
}
