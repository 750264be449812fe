using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// What was compared with what: a period and an earlier one, and how far each of them was read. Facts are read up to the question's moment
/// or the end of the data, and an earlier period as far as that is like for like. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<ComparedPeriods>))]
public sealed partial class ComparedPeriods
{
    internal ComparedPeriods(PeriodComparison comparison, ReadingWindow now, ReadingWindow? earlier, Instant? readUntil)
    {
        Comparison = comparison;
        Period = now.Period;
        Until = now.Terms.ComparesWhole ? Period.End : Instant.Max(Period.Start, now.Elapsed);
        Earlier = earlier?.Period;
        EarlierUntil = earlier is null ? null : EarlierEnd(earlier, readUntil);
    }

    /// <summary>The comparison.</summary>
    public PeriodComparison Comparison { get; }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Its facts were read up to here, exclusively.</summary>
    public Instant Until { get; }

    /// <summary>The earlier period; null where there is none, as of a week 53 in a year of 52.</summary>
    public ReportingPeriod? Earlier { get; }

    /// <summary>The facts of the earlier period were read up to here, exclusively; null where there is none.</summary>
    public Instant? EarlierUntil { get; }

    /// <summary>
    /// Both in one line: <c>2026-05 to 2026-05-12 with 2026-04 to 2026-04-12</c>. A period that was read whole has no end; of one without
    /// data it is <c>none of 2026-05</c>.
    /// </summary>
    public override string ToString()
    {
        var earlier = Earlier is null ? "nothing" : Named(Earlier, EarlierUntil!.Value);
        return $"{Named(Period, Until)} with {earlier}";
    }

    // What looks back from the end of a period that is not over may end before the period begins.
    private static Instant EarlierEnd(ReadingWindow earlier, Instant? readUntil)
    {
        if (readUntil is { } until && until < earlier.Until)
        {
            return until;
        }

        return Instant.Max(earlier.Period.Start, earlier.Until);
    }

    private static string Named(ReportingPeriod period, Instant until)
    {
        if (until == period.End)
        {
            return period.ToString();
        }

        if (until == period.Start)
        {
            return $"none of {period}";
        }

        var day = period.Calendar.DateHolding(until);
        var end = until.InZone(period.Calendar.Zone).LocalDateTime;
        if (until == period.Calendar.StartOf(day))
        {
            return FormattableString.Invariant($"{period} to {day.PlusDays(-1):R}");
        }

        return FormattableString.Invariant($"{period} to {end:uuuu-MM-dd HH:mm}");
    }
}
