using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>A stretch of time to report on: half-open in local dates, with its exact instants.</summary>
/// <remarks>
/// Made by a <see cref="ReportingCalendar"/>. A day of 23 or 25 hours is a day. Immutable, safe to share between threads,
/// equal by value (calendar, grain, dates and instants), ordered by start and then by end.
/// </remarks>
[JsonConverter(typeof(ReportingPeriodConverter))]
public sealed partial class ReportingPeriod : IEquatable<ReportingPeriod>, IComparable<ReportingPeriod>
{
    private static readonly LocalizedText PartOf = new("{whole} (part: {dates})", "{whole} (del: {dates})");

    private readonly ReportingPeriod? _whole;

    internal ReportingPeriod(
        ReportingCalendar calendar,
        Grain? grain,
        (LocalDate Start, LocalDate End) dates,
        (Instant Start, Instant End) instants,
        ReportingPeriod? whole = null)
    {
        Calendar = calendar;
        Grain = grain;
        (StartDate, EndDate) = dates;
        (Start, End) = instants;
        _whole = whole;
    }

    /// <summary>The calendar that made the period.</summary>
    public ReportingCalendar Calendar { get; }

    /// <summary>The grain; null for a free range.</summary>
    public Grain? Grain { get; }

    /// <summary>The first date; for an hour, the date of the day it belongs to.</summary>
    public LocalDate StartDate { get; }

    /// <summary>The date after the last one (exclusive); for an hour, the date after <see cref="StartDate"/>.</summary>
    public LocalDate EndDate { get; }

    /// <summary>The first instant.</summary>
    public Instant Start { get; }

    /// <summary>The first instant after the period.</summary>
    public Instant End { get; }

    /// <summary>The exact time from <see cref="Start"/> to <see cref="End"/>; zero for a day that the zone skipped.</summary>
    public Duration Length => End - Start;

    /// <summary>The number of local dates; 1 for an hour, which lies in one date.</summary>
    public int Days => NodaTime.Period.DaysBetween(StartDate, EndDate);

    /// <summary>Whether this is a part of a longer period of its grain, as <see cref="SplitBy"/> leaves at the edges of a range.</summary>
    public bool IsPartial => _whole is not null;

    /// <summary>The period this is a part of, or the period itself.</summary>
    public ReportingPeriod Whole => _whole ?? this;

    internal bool IsHour => Grain == GoalMetrics.Grain.Hour;

    /// <summary>Whether the instant is in the period.</summary>
    public bool Contains(Instant instant) => Start <= instant && instant < End;

    /// <summary>Whether the date is in the period; for an hour, whether the date starts in it.</summary>
    public bool Contains(LocalDate date)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        return StartDate <= iso && iso < EndDate && (!IsHour || Contains(Calendar.StartOf(iso)));
    }

    /// <summary>Whether calendar, grain, dates and instants are the same.</summary>
    public bool Equals(ReportingPeriod? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Start == other.Start && End == other.End && StartDate == other.StartDate
            && EndDate == other.EndDate && Grain == other.Grain && Calendar.Equals(other.Calendar));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportingPeriod);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start.GetHashCode(), End.GetHashCode());

    /// <summary>Orders by start, then by end, then by dates, grain and calendar; null comes first.</summary>
    public int CompareTo(ReportingPeriod? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = (Start, End, StartDate, EndDate).CompareTo((other.Start, other.End, other.StartDate, other.EndDate));
        if (order == 0)
        {
            order = Nullable.Compare(Grain, other.Grain);
        }

        if (order != 0)
        {
            return order;
        }

        return string.CompareOrdinal(Calendar.ToString(), other.Calendar.ToString());
    }

    /// <summary>Whether both are equal by value.</summary>
    public static bool operator ==(ReportingPeriod? left, ReportingPeriod? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(ReportingPeriod? left, ReportingPeriod? right) => !Equals(left, right);

    /// <summary>Whether the left period comes before the right one, as <see cref="CompareTo"/> orders them.</summary>
    public static bool operator <(ReportingPeriod? left, ReportingPeriod? right) => Compare(left, right) < 0;

    /// <summary>Whether the left period does not come after the right one, as <see cref="CompareTo"/> orders them.</summary>
    public static bool operator <=(ReportingPeriod? left, ReportingPeriod? right) => Compare(left, right) <= 0;

    /// <summary>Whether the left period comes after the right one, as <see cref="CompareTo"/> orders them.</summary>
    public static bool operator >(ReportingPeriod? left, ReportingPeriod? right) => Compare(left, right) > 0;

    /// <summary>Whether the left period does not come before the right one, as <see cref="CompareTo"/> orders them.</summary>
    public static bool operator >=(ReportingPeriod? left, ReportingPeriod? right) => Compare(left, right) >= 0;

    /// <summary>
    /// The name of the period, the same in every culture: <c>2027</c>, <c>2027-H1</c>, <c>2027-Q1</c>, <c>2027-03</c>, <c>2027-W05</c>,
    /// <c>2027-03-09</c>, <c>2027-03-09T14+01</c> (the wall clock at its start), <c>FY2027</c>, <c>FY2027-H1</c>, <c>FY2027-Q2</c>,
    /// <c>R2027</c>, <c>R2027-Q1</c>, <c>R2027-P03</c>, <c>R2027-W05</c>;
    /// <c>2011-07-01/2011-11-10</c> for a free range, whose end is exclusive;
    /// <c>2011-11 (part: 2011-11-01/2011-11-10)</c> for a part.
    /// </summary>
    public override string ToString() => ToText();

    /// <summary>
    /// The name for people: that of <see cref="ToString"/>, with the word for a part in their language:
    /// <c>2011-11 (del: 2011-11-01/2011-11-10)</c>. <see cref="Parse"/> reads the English one.
    /// </summary>
    /// <param name="culture">The language. Defaults to English.</param>
    public string ToText(CultureInfo? culture = null)
    {
        if (IsHour)
        {
            return HourName();
        }

        var dates = Invariant($"{StartDate:R}/{EndDate:R}");
        if (IsPartial)
        {
            return PartOf.Filled("{whole}", Whole.ToString()).Filled("{dates}", dates).In(culture);
        }

        if (Grain is { } grain)
        {
            return GrainArithmetic.NameOf(Calendar, grain, StartDate);
        }

        return dates;
    }

    // With minutes and seconds only where the hour does not start on the hour.
    private string HourName()
    {
        var start = Start.InZone(Calendar.Zone);
        var pattern = (start.Minute, start.Second) switch
        {
            (0, 0) => "uuuu-MM-ddTHH",
            (_, 0) => "uuuu-MM-ddTHH:mm",
            _ => "uuuu-MM-ddTHH:mm:ss",
        };
        var local = start.LocalDateTime.ToString(pattern, CultureInfo.InvariantCulture);
        return Invariant($"{local}{start.Offset:g}");
    }

    private static int Compare(ReportingPeriod? left, ReportingPeriod? right) => Comparer<ReportingPeriod?>.Default.Compare(left, right);
}
