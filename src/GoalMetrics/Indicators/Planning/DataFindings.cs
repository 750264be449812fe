using System.Globalization;
using NodaTime;

namespace GoalMetrics;

// What is known about the tables that a question is about, and matters to all its answers.
internal static class DataFindings
{
    private static readonly FindingKind RefusedRows = new(
        "DATA-REFUSED-ROWS",
        FindingSeverity.Warning,
        new("Table '{table}' lacks the rows that were refused when it was loaded: {count}.",
            "Tabellen '{table}' mangler de rækker, der blev afvist ved indlæsningen: {count}."),
        new("Mend the rows that RefusedRows lists, and load them again.",
            "Ret rækkerne i RefusedRows, og indlæs dem igen."));

    private static readonly FindingKind Empty = new(
        "DATA-EMPTY",
        FindingSeverity.Warning,
        new("Table '{table}' has no facts.", "Tabellen '{table}' har ingen data."),
        new("Load its facts; where only those of one tenant are seen, see that there is one by this name.",
            "Indlæs data; hvor kun én kundes data ses, så sørg for, at den findes under det navn."));

    public static readonly FindingKind DataEnd = new(
        "DATA-END",
        FindingSeverity.Warning,
        new("The data of table '{table}' end with {end}; nothing after that day is counted or compared.",
            "Data i tabellen '{table}' slutter med {end}; tiden derefter er hverken talt med eller sammenlignet."),
        new("Load the missing days, or declare what the table covers with Covering.",
            "Indlæs de manglende dage, eller angiv med Covering, hvad tabellen dækker."));

    private static readonly FindingKind DataBegin = new(
        "DATA-BEGIN",
        FindingSeverity.Info,
        new("The data of table '{table}' begin with {begin}; nothing before that day is counted or compared.",
            "Data i tabellen '{table}' begynder {begin}; tiden før er hverken talt med eller sammenlignet."),
        new("Load earlier facts, or declare what the table covers with Covering.",
            "Indlæs ældre data, eller angiv med Covering, hvad tabellen dækker."));

    private static readonly FindingKind DataGap = new(
        "DATA-GAP",
        FindingSeverity.Warning,
        new("Table '{table}' has no data from {first} to {last}; these days are neither counted nor compared.",
            "Tabellen '{table}' har ingen data fra {first} til {last}; disse dage er hverken talt med eller sammenlignet."),
        new("Load these days, and leave them out of Covering(…, except: …).",
            "Indlæs disse dage, og fjern dem fra Covering(…, except: …)."));

    private static readonly FindingKind DaysMissing = new(
        "DATA-DAYS-MISSING",
        FindingSeverity.Info,
        new("Table '{table}' has facts for almost every {grain}, but none for {days}.",
            "Tabellen '{table}' har data for næsten alle perioder ({grain}), men ingen for {days}."),
        new("Load them, or state them with Covering(…, except: …). If nothing happened then, say with Covering that the table is complete.",
            "Indlæs dem, eller angiv dem med Covering(…, except: …). Skete der intet, så angiv med Covering, at tabellen er komplet."));

    private static readonly FindingKind LastDayShort = new(
        "DATA-LAST-DAY",
        FindingSeverity.Info,
        new("The facts of table '{table}' end at {time} on {day}, its last day; on almost all others they go on later.",
            "Data i tabellen '{table}' slutter kl. {time} den {day}, som er dens sidste dag; næsten alle andre dage går de længere."),
        new("Load the rest of the day; where there is none, say with Covering how far the table goes.",
            "Indlæs resten af dagen, eller angiv med Covering, hvor langt tabellen går, hvis der ikke er mere."));

    private static readonly FindingKind FactsOutside = new(
        "DATA-OUTSIDE-COVERAGE",
        FindingSeverity.Warning,
        new("Table '{table}' has facts from {first} to {last}; those outside the days that it is said to cover are not counted.",
            "Tabellen '{table}' har data fra {first} til {last}; de, der ligger uden for de angivne dage, er ikke talt med."),
        new("Correct their dates, or what is stated with Covering.",
            "Ret datoerne eller det, der er angivet med Covering."));

    private static readonly FindingKind UnknownValues = new(
        "DATA-UNKNOWN-VALUES",
        FindingSeverity.Warning,
        new("Facts of table '{table}' without a value of '{column}': {count}. They are in none of its sums and averages.",
            "Rækker i tabellen '{table}' uden værdi for '{column}': {count}. De indgår ikke i summer og gennemsnit."),
        new("Load the values. If there is none in these facts, say so with NullMeansNone.",
            "Indlæs værdierne. Er der ingen, så angiv det med NullMeansNone."));

    private static readonly FindingKind Immature = new(
        "DATA-IMMATURE",
        FindingSeverity.Info,
        new("'{measure}' is compared only up to the end of {end}: the windows of later conversions are still open.",
            "'{measure}' er kun sammenlignet til og med {end}: vinduerne for senere konverteringer er stadig åbne."),
        new("Ask again once they have closed, or compare the conversion rate.",
            "Spørg igen, når de er lukket, eller sammenlign konverteringsfrekvensen."));

    private const int MostDaysShown = 4;

    // What is not known within the time that was asked about, and what is missing there.
    public static IReadOnlyList<Finding> Within(TableDescription table, Instant from, Instant until, ReportingCalendar calendar)
    {
        var begin = BeginOf(table, from, calendar);
        var end = EndOf(table, until, calendar);
        var gaps = GapsIn(table, from, until, calendar);
        if (begin is null && end is null)
        {
            return gaps;
        }

        Finding?[] limits = [begin, end];
        return [.. limits.OfType<Finding>(), .. gaps];
    }

    // The gaps that were stated, and the days that seem to be missing.
    public static IReadOnlyList<Finding> GapsIn(TableDescription table, Instant from, Instant until, ReportingCalendar calendar)
    {
        if (table.Gaps.Count == 0 && table.MissingDays.Count == 0 && !table.IsLastDayShort)
        {
            return [];
        }

        var found = new List<Finding>();
        foreach (var gap in table.Gaps)
        {
            if (gap.Start < until && from < gap.End)
            {
                var (first, last) = (calendar.DateHolding(gap.Start), calendar.DateHolding(gap.End - Duration.Epsilon));
                found.Add(DataGap.At(PathOf(table), [new("table", table.Schema.Name), new("first", first), new("last", last)]));
            }
        }

        if (MissingIn(table, from, until, calendar) is { Count: > 0 } days)
        {
            var grain = (table.Schema.FactGrain ?? Grain.Day).Title();
            found.Add(DaysMissing.At(
                PathOf(table), [new("table", table.Schema.Name), new("grain", grain), new("days", Listed(days))]));
        }

        if (ShortDayIn(table, from, until, calendar) is { } cut)
        {
            found.Add(cut);
        }

        return found;
    }

    // While the day is running its facts count up to the latest one.
    private static Finding? ShortDayIn(TableDescription table, Instant from, Instant until, ReportingCalendar calendar)
    {
        if (table is not { IsLastDayShort: true, LatestFact: { } latest })
        {
            return null;
        }

        var day = calendar.DateHolding(latest);
        var time = latest.InZone(calendar.Zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
        return from <= latest && calendar.StartOf(day.PlusDays(1)) <= until
            ? LastDayShort.At(PathOf(table), [new("table", table.Schema.Name), new("day", day), new("time", time)])
            : null;
    }

    private static List<LocalDate> MissingIn(TableDescription table, Instant from, Instant until, ReportingCalendar calendar) =>
        [.. table.MissingDays.Where(day => calendar.StartOf(day) >= from && calendar.StartOf(day) < until)];

    // Where the data end before the time that was asked about does. A feed that is some hours late is nothing to mention; a day that is
    // missing is.
    public static Finding? EndOf(TableDescription table, Instant wanted, ReportingCalendar calendar)
    {
        var end = table.KnownUntil(wanted, calendar);
        var isEarly = table.Coverage is { } coverage && coverage.End == end && end < calendar.StartOf(calendar.DateHolding(wanted));
        if (!isEarly)
        {
            return null;
        }

        var last = table.LastDay(end, calendar);
        return DataEnd.At(PathOf(table), [new("table", table.Schema.Name), new("end", last)]);
    }

    // Where the data begin after the time that was asked about does.
    public static Finding? BeginOf(TableDescription table, Instant wanted, ReportingCalendar calendar)
    {
        if (table.Coverage is not { } coverage || coverage.Start <= wanted)
        {
            return null;
        }

        return DataBegin.At(PathOf(table), [new("table", table.Schema.Name), new("begin", table.FirstDay(calendar))]);
    }

    // Where windows of conversions that began in the time that was asked about are still open.
    public static IEnumerable<Finding> ImmatureIn(Measure measure, SourceTables tables, Interval time, Instant seenAt)
    {
        var (from, until) = (time.Start, time.End);
        var end = ConversionMaturity.Until(measure.Metrics, tables, seenAt);
        if (end >= until || end <= from)
        {
            return [];
        }

        var last = tables.Source.Calendar.DateHolding(end - Duration.Epsilon);
        return [Immature.At($"measures/{measure.Id}", [new("measure", measure.Id), new("end", last)])];
    }

    // What matters to everything that is read of the tables of these metrics.
    public static IEnumerable<Finding> Of(IReadOnlyList<Metric> metrics, SourceTables tables)
    {
        var described = tables.Of(metrics);
        if (described.TrueForAll(HasNothingToMention))
        {
            return [];
        }

        return
        [
            .. Refused(described),
            .. described.Where(table => table.IsEmpty).Select(table => Empty.At(PathOf(table), [new("table", table.Schema.Name)])),
            .. described.Select(table => OutsideOf(table, tables.Source.Calendar)).OfType<Finding>(),
        ];
    }

    private static bool HasNothingToMention(TableDescription table) =>
        table is { RefusedRows: 0, HasFactsOutside: false, IsEmpty: false };

    public static Finding Unknown(string table, string column, decimal count) =>
        UnknownValues.At($"tables/{table}", [new("table", table), new("column", column), new("count", count)]);

    // Only where it is known when the facts happened.
    private static Finding? OutsideOf(TableDescription table, ReportingCalendar calendar)
    {
        if (!table.HasFactsOutside || table is not { EarliestFact: { } first, LatestFact: { } last })
        {
            return null;
        }

        return FactsOutside.At(
            PathOf(table),
            [new("table", table.Schema.Name), new("first", calendar.DateHolding(first)), new("last", calendar.DateHolding(last))]);
    }

    private static IEnumerable<Finding> Refused(IEnumerable<TableDescription> tables) => tables
        .Where(table => table.RefusedRows > 0)
        .Select(table => RefusedRows.At(
            PathOf(table), [new("table", table.Schema.Name), new("count", table.RefusedRows)]));

    private static string Listed(List<LocalDate> days)
    {
        var shown = string.Join(", ", days.Take(MostDaysShown).Select(day => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)));
        return days.Count > MostDaysShown ? $"{shown}, … ({days.Count.ToString(CultureInfo.InvariantCulture)})" : shown;
    }

    private static string PathOf(TableDescription table) => $"tables/{table.Schema.Name}";
}
