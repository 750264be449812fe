using NodaTime;

namespace GoalMetrics;

// What is found for a measure, rather than for one of its tables.
internal static partial class DataFindings
{
    private static readonly FindingKind Uncounted = new(
        "DATA-RUNNING-TOTAL",
        FindingSeverity.Warning,
        new("Running totals leave out what table '{table}' has before {begin}: another table of the measure lacks data of that time.",
            "Akkumulerede tal medregner ikke det, som tabellen '{table}' har før {begin}: en anden tabel mangler data for den tid."),
        new("If that table is complete from an earlier day on, state it with Covering; or load what it lacks, or use CumulativeSince.",
            "Er den anden tabel komplet fra tidligere, angiv det med Covering; indlæs ellers det manglende, eller brug CumulativeSince."));

    private static readonly FindingKind Immature = new(
        "DATA-IMMATURE",
        FindingSeverity.Info,
        new("'{measure}' is compared only up to the end of {end}: the windows of later conversions are still open.",
            "'{measure}' er kun sammenlignet til og med {end}: vinduerne for senere konverteringer er stadig åbne."),
        new("Ask again once they have closed, or compare the conversion rate.",
            "Spørg igen, når de er lukket, eller sammenlign konverteringsfrekvensen."));

    // Of what adds up from the beginning in several tables, facts of one that are older than all of another are left out.
    public static IEnumerable<Finding> UncountedIn(Measure measure, SourceTables tables, Instant asOf)
    {
        var totals = measure.LooksBack ? measure.RunningTotals.ToList() : [];
        if (totals.Count == 0)
        {
            return [];
        }

        // Totals of months may be read only from the end of the month in which another table begins: that one does not have more.
        var begin = new SharedCoverage(measure.Metrics, tables, asOf, asOf).Begin;
        var latest = tables.Of(measure.Metrics).Max(table => table.Coverage?.Start);
        var earlier = tables.Of(totals).Where(table => table.Coverage?.Start < begin && table.Coverage?.Start < latest);
        return earlier.Select(table => Uncounted.At(
            PathOf(table), [new("table", table.Schema.Name), new("begin", tables.Calendar.DateHolding(begin))]));
    }

    // Where windows of conversions that began in the time that was asked about are still open.
    public static IEnumerable<Finding> ImmatureIn(Measure measure, SourceTables tables, Interval time, Instant seenAt)
    {
        var calendar = tables.Calendar;
        var known = measure.Metrics.Min(metric => tables.Of(metric.Table).KnownUntil(seenAt, calendar));
        var end = ConversionMaturity.Until(measure.Metrics, tables, seenAt);
        if (end >= Instant.Min(time.End, known) || end <= time.Start)
        {
            return [];
        }

        var last = calendar.DateHolding(end - Duration.Epsilon);
        return [Immature.At($"measures/{measure.Id}", [new("measure", measure.Id), new("end", last)])];
    }
}
