using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace GoalMetrics;

// Reading the names that periods print, the same in every culture.
public sealed partial class ReportingPeriod
{
    private const int Longest = 200;

    private const string Forms =
        "2027, 2027-H1, 2027-Q1, 2027-03, 2027-W05, 2027-03-09, 2027-03-09T14+01, FY2027, FY2027-H1, FY2027-Q2, "
        + "R2027, R2027-Q1, R2027-P03, R2027-W05 or 2027-01-01/2027-04-01";

    private const string IsoDate = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private const RegexOptions Exactly = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>
    /// The period of this name, as <see cref="ToString"/> writes it: <c>2027-Q1</c>, <c>FY2027-Q2</c> or <c>2027-W05</c>.
    /// </summary>
    /// <param name="text">The name, in any letter case; spaces around it are ignored.</param>
    /// <param name="calendar">The calendar that the period is of.</param>
    /// <exception cref="FormatException">
    /// The text names no period, or one that the calendar does not have; the message says what it may be.
    /// </exception>
    public static ReportingPeriod Parse(string text, ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(calendar);
        return Read(text, calendar, out var problem) ?? throw new FormatException(problem);
    }

    /// <summary>The period of this name, where there is one. No text makes it throw.</summary>
    /// <inheritdoc cref="Parse"/>
    /// <param name="text">The name.</param>
    /// <param name="calendar">The calendar that the period is of.</param>
    /// <param name="period">The period; null where the text names none.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, ReportingCalendar calendar, [NotNullWhen(true)] out ReportingPeriod? period)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        period = text is null ? null : Read(text, calendar, out _);
        return period is not null;
    }

    private static ReportingPeriod? Read(string text, ReportingCalendar calendar, out string problem)
    {
        problem = $"Expected a period such as {Forms}; found {Shown.Quote(text)}.";
        var name = text.Length > Longest ? "" : text.Trim();
        try
        {
            if (Part().Match(name) is { Success: true } part)
            {
                return ReadPart(part, calendar, out problem);
            }

            if (Dates().Match(name) is { Success: true } range)
            {
                return calendar.Range(Date(range, "start"), Date(range, "end"));
            }

            if (Day().Match(name) is { Success: true } day)
            {
                return calendar.Day(Date(day, "start"));
            }

            if (Hour().Match(name) is { Success: true } hour)
            {
                return ReadHour(hour, name, calendar, ref problem);
            }

            if (Year().Match(name) is { Success: true } year)
            {
                return ReadYear(year, calendar, ref problem);
            }
        }
        catch (UnparsableValueException unreadable)
        {
            problem = Invariant($"Period {Shown.Quote(text)}: {unreadable.Message.ReplaceLineEndings(" ")}");
        }
        catch (ArgumentException outOfRange)
        {
            problem = Invariant($"Period {Shown.Quote(text)}: {Failure.MessageOf(outOfRange)}");
        }

        return null;
    }

    // Months are named by their calendar year, also in a fiscal year; the months of a retail year are periods.
    private static string PartsOf(string kind, int year)
    {
        if (kind == "FY")
        {
            return Invariant($"fiscal year, such as FY{year:D4}-Q2 or FY{year:D4}-H1")
                + Invariant($", or a month by its calendar year, such as {year:D4}-03");
        }

        return Invariant($"retail year, such as R{year:D4}-P03, R{year:D4}-Q1 or R{year:D4}-W05");
    }

    private static ReportingPeriod? ReadYear(Match name, ReportingCalendar calendar, ref string problem)
    {
        var year = Number(name, "year");
        var number = name.Groups["number"].Success ? Number(name, "number") : 1;
        var kind = name.Groups["kind"].Value.ToUpperInvariant();
        if (kind.Length > 0 && name.Groups["number"].Success && !name.Groups["unit"].Success)
        {
            problem = $"Expected a part of a {PartsOf(kind, year)}; found {Shown.Quote(name.Value)}.";
            return null;
        }

        return (kind + name.Groups["unit"].Value).ToUpperInvariant() switch
        {
            "" when name.Groups["number"].Success => calendar.Month(year, number),
            "" => calendar.Year(year),
            "H" => calendar.HalfYear(year, number),
            "Q" => calendar.Quarter(year, number),
            "W" => calendar.Week(year, number),
            "FY" => calendar.FiscalYear(year),
            "FYH" => calendar.FiscalHalfYear(year, number),
            "FYQ" => calendar.FiscalQuarter(year, number),
            "R" => calendar.RetailYear(year),
            "RQ" => calendar.RetailQuarter(year, number),
            "RP" => calendar.RetailPeriod(year, number),
            "RW" => calendar.RetailWeek(year, number),
            _ => null,
        };
    }

    private static ReportingPeriod? ReadPart(Match name, ReportingCalendar calendar, out string problem)
    {
        if (Read(name.Groups["whole"].Value, calendar, out problem) is not { Grain: not null } whole)
        {
            return null;
        }

        var (start, end) = (Date(name, "start"), Date(name, "end"));
        problem = Invariant($"Expected a part of {whole}, from {whole.StartDate:R} to {whole.EndDate:R}; found {start:R}/{end:R}.");
        if (start >= whole.StartDate && end <= whole.EndDate && start < end)
        {
            return whole.Cut(start, end);
        }

        return null;
    }

    private static ReportingPeriod? ReadHour(Match name, string text, ReportingCalendar calendar, ref string problem)
    {
        var local = Date(name, "start").At(new LocalTime(Number(name, "hour"), Optional(name, "minute"), Optional(name, "second")));
        var offset = OffsetPattern.GeneralInvariantWithZ.Parse(name.Groups["offset"].Value).GetValueOrThrow();
        var start = local.WithOffset(offset).ToInstant();
        var hour = calendar.Hour(start);
        problem = $"No hour of the calendar in {calendar.Zone.Id} starts at {Shown.Quote(text)}; the one that holds it is {hour}.";
        if (hour.Start == start && hour.Start.InZone(calendar.Zone).Offset == offset)
        {
            return hour;
        }

        return null;
    }

    private static LocalDate Date(Match match, string group) => LocalDatePattern.Iso.Parse(match.Groups[group].Value).GetValueOrThrow();

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Optional(Match match, string group)
    {
        if (match.Groups[group].Success)
        {
            return Number(match, group);
        }

        return 0;
    }

    // [0-9] and not \d: the digits of other scripts are not taken.
    [GeneratedRegex("^(?<kind>FY|R)?(?<year>[0-9]{4})(-(?<unit>[HQWP])?(?<number>[0-9]{1,2}))?$", Exactly | RegexOptions.IgnoreCase)]
    private static partial Regex Year();

    [GeneratedRegex($"^(?<start>{IsoDate})$", Exactly)]
    private static partial Regex Day();

    [GeneratedRegex($"^(?<start>{IsoDate})/(?<end>{IsoDate})$", Exactly)]
    private static partial Regex Dates();

    [GeneratedRegex(
        $"^(?<start>{IsoDate})T(?<hour>[0-9]{{2}})(:(?<minute>[0-9]{{2}})(:(?<second>[0-9]{{2}}))?)?(?<offset>Z|[+-][0-9:]{{2,8}})$",
        Exactly | RegexOptions.IgnoreCase)]
    private static partial Regex Hour();

    [GeneratedRegex($"^(?<whole>[^ ]+) \\(part: (?<start>{IsoDate})/(?<end>{IsoDate})\\)$", Exactly | RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
