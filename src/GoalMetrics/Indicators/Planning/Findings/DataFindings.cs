using System.Globalization;
using System.Text;
using NodaTime;

namespace GoalMetrics;

// What is known about the tables that a question is about, and matters to all its answers.
internal static partial class DataFindings
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

    public static readonly FindingKind DataBegin = new(
        "DATA-BEGIN",
        FindingSeverity.Info,
        new("The data of table '{table}' begin with {begin}; nothing before that day is counted or compared.",
            "Data i tabellen '{table}' begynder {begin}; tiden før er hverken talt med eller sammenlignet."),
        new("Load earlier facts, or declare what the table covers with Covering.",
            "Indlæs ældre data, eller angiv med Covering, hvad tabellen dækker."));

    public static readonly FindingKind DataGap = new(
        "DATA-GAP",
        FindingSeverity.Warning,
        new("Table '{table}' has no data {when}; that time is neither counted nor compared.",
            "Tabellen '{table}' har ingen data {when}; den tid er hverken talt med eller sammenlignet."),
        new("Load these days, and leave them out of Covering(…, except: …).",
            "Indlæs disse dage, og fjern dem fra Covering(…, except: …)."));

    private static readonly FindingKind DaysMissing = new(
        "DATA-DAYS-MISSING",
        FindingSeverity.Info,
        new("Table '{table}' has facts for almost every {grain}, but none for {days}.",
            "Tabellen '{table}' har data for næsten alle {grain}, men ingen for {days}."),
        new("Load them, or state them with Covering(…, except: …). If nothing happened, state with Covering that the table is complete.",
            "Indlæs dem, eller angiv dem med Covering(…, except: …). Skete der intet, så angiv med Covering, at tabellen er komplet."));

    private static readonly FindingKind LastDayShort = new(
        "DATA-LAST-DAY",
        FindingSeverity.Info,
        new("The facts of table '{table}' end at {time} on {day}, its last day; on almost all others they go on later.",
            "Data i tabellen '{table}' slutter kl. {time} den {day}, som er dens sidste dag; næsten alle andre dage går de længere."),
        new("Load the rest of the day; if there is none, state with Covering how far the table goes.",
            "Indlæs resten af dagen, eller angiv med Covering, hvor langt tabellen går, hvis der ikke er mere."));

    private static readonly FindingKind FactsOutside = new(
        "DATA-OUTSIDE-COVERAGE",
        FindingSeverity.Warning,
        new("Table '{table}' has facts {when}; those outside its stated coverage are not counted.",
            "Tabellen '{table}' har data {when}; de, der ligger uden for de angivne dage, er ikke talt med."),
        new("Correct their dates, or what is stated with Covering.",
            "Ret datoerne eller det, der er angivet med Covering."));

    private static readonly FindingKind UnknownValues = new(
        "DATA-UNKNOWN-VALUES",
        FindingSeverity.Warning,
        new("Facts of table '{table}' without a value of '{column}': {count}. They are in none of its sums and averages.",
            "Rækker i tabellen '{table}' uden værdi for '{column}': {count}. De indgår ikke i summer og gennemsnit."),
        new("Load the values. If there are none in these facts, state it with NullMeansNone.",
            "Indlæs værdierne. Er der ingen, så angiv det med NullMeansNone."));

    private static readonly FindingKind OrderInDoubt = new(
        "DATA-ORDER",
        FindingSeverity.Warning,
        new("Table '{table}' lists its newest facts first, which is not stated: of several facts at the same time, as on {day},"
            + " '{measure}' takes the last row for the latest.",
            "Tabellen '{table}' har de nyeste rækker først, hvilket ikke er angivet: af flere rækker på samme tid, som den {day}, tager"
            + " '{measure}' den nederste som den seneste."),
        new("State NewestFirst() when it is loaded, or with OrderedBy the column that numbers its rows.",
            "Angiv NewestFirst() ved indlæsningen, eller med OrderedBy kolonnen, der nummererer rækkerne."));

    private static readonly FindingKind DatesBesideTimes = new(
        "DATA-DATES-BESIDE-TIMES",
        FindingSeverity.Warning,
        new("Table '{dates}' has dates, and table '{times}' times of day: for '{measure}' a date is the start of its day, so a conversion"
            + " on the day of its base event is not found.",
            "Tabellen '{dates}' har datoer, og tabellen '{times}' klokkeslæt: for '{measure}' er en dato begyndelsen af dagen, så en"
            + " konvertering på samme dag som sin hændelse findes ikke."),
        new("Load both tables by date, or both with times of day.",
            "Indlæs begge tabeller med dato, eller begge med klokkeslæt."));

    private const int MostDaysShown = 4;
    private const int RoomForDays = 64;

    // What is not known within the time that was asked about, and what is missing there. A gap that the moment lies in is an end.
    public static IReadOnlyList<Finding> Within(
        TableDescription table, Instant from, Instant until, Instant asOf, ReportingCalendar calendar)
    {
        var known = table.KnownUntil(asOf, calendar);
        var begin = BeginOf(table, from, calendar);
        var end = EndOf(table, known, until, calendar);
        var gaps = GapsIn(table, from, Instant.Min(until, known), calendar);
        if (begin is null && end is null)
        {
            return gaps;
        }

        var all = new List<Finding>(gaps.Count + 2);
        AddTo(all, begin);
        AddTo(all, end);
        all.AddRange(gaps);
        return all;
    }

    // Why facts are not complete for a stretch of time: the table begins late, ends early, or has gaps that were stated.
    public static List<Finding> LackingIn(TableDescription table, Interval time, Instant asOf, ReportingCalendar calendar)
    {
        var known = table.KnownUntil(asOf, calendar);
        var found = new List<Finding>(1);
        AddTo(found, BeginOf(table, time.Start, calendar));
        AddTo(found, EndOf(table, known, time.End, calendar));
        found.AddRange(StatedGapsIn(table, time.Start, Instant.Min(time.End, known), calendar));
        return found;
    }

    // Those that are not among the findings yet.
    public static void AddNew(List<Finding> findings, IEnumerable<Finding> found)
    {
        foreach (var one in found)
        {
            if (!findings.Exists(known => known.IsSameAs(one)))
            {
                findings.Add(one);
            }
        }
    }

    private static List<Finding> StatedGapsIn(TableDescription table, Instant from, Instant until, ReportingCalendar calendar)
    {
        var found = new List<Finding>();
        foreach (var gap in table.Gaps)
        {
            if (gap.Start < until && from < gap.End)
            {
                var (first, last) = (calendar.DateHolding(gap.Start), calendar.DateHolding(gap.End - Duration.Epsilon));
                found.Add(DataGap.At(PathOf(table), [new("table", table.Schema.Name), .. Days(first, last)]));
            }
        }

        return found;
    }

    // The gaps that were stated, and the days that seem to be missing.
    public static IReadOnlyList<Finding> GapsIn(TableDescription table, Instant from, Instant until, ReportingCalendar calendar)
    {
        if (table.Gaps.Count == 0 && table.MissingDays.Count == 0 && !table.IsLastDayShort)
        {
            return [];
        }

        var found = StatedGapsIn(table, from, until, calendar);
        if (MissingIn(table, from, until, calendar) is { } days)
        {
            var grain = (table.Schema.FactGrain ?? Grain.Day).OfAlmostEvery();
            found.Add(DaysMissing.At(PathOf(table), [new("table", table.Schema.Name), new("grain", grain), new("days", days)]));
        }

        AddTo(found, ShortDayIn(table, from, until, calendar));
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
        if (from <= latest && calendar.StartOf(day.PlusDays(1)) <= until)
        {
            return LastDayShort.At(PathOf(table), [new("table", table.Schema.Name), new("day", day), new("time", time)]);
        }

        return null;
    }

    // The first missing days, and how many there are if these are not all; null where there are none.
    private static string? MissingIn(TableDescription table, Instant from, Instant until, ReportingCalendar calendar)
    {
        var count = 0;
        StringBuilder? shown = null;
        for (var i = 0; i < table.MissingDays.Count; i++)
        {
            var day = table.MissingDays[i];
            var start = calendar.StartOf(day);
            if (start < from || start >= until)
            {
                continue;
            }

            count++;
            if (count <= MostDaysShown)
            {
                shown = shown is null ? new(RoomForDays) : shown.Append(", ");
                shown.Append(calendar.Period(table.Schema.FactGrain ?? Grain.Day, day));
            }
        }

        if (count > MostDaysShown)
        {
            shown!.Append(CultureInfo.InvariantCulture, $", … ({count})");
        }

        return shown?.ToString();
    }

    // Where the data end before the time that was asked about does. A feed that is some hours late is nothing to mention; a day that is
    // missing is.
    private static Finding? EndOf(TableDescription table, Instant end, Instant wanted, ReportingCalendar calendar)
    {
        var isEnd = table.Coverage?.End == end || table.Gaps.Any(gap => gap.Start == end);
        var isEarly = isEnd && end < calendar.StartOf(calendar.DateHolding(table.ExpectedUntil(wanted, calendar)));
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

    private static void AddTo(List<Finding> findings, Finding? found)
    {
        if (found is not null)
        {
            findings.Add(found);
        }
    }

    private static string PathOf(TableDescription table) => $"tables/{table.Schema.Name}";
}
