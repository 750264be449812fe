using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// An event that moves in the calendar, such as Easter or a sale of your own: the days that it falls on, one in each year. Figures around
/// it are compared with those around the one before. Immutable.
/// </summary>
/// <remarks>
/// The day stands for all that moves with it: the week before Easter, or the four days from Black Friday to Cyber Monday. Of an event that
/// lasts several days, state the first.
/// </remarks>
public sealed class CalendarEvent : IEquatable<CalendarEvent>
{
    // An event of another season is not what a range is about.
    private const int MostDaysAway = 182;

    private readonly Func<int, LocalDate>? _rule;
    private readonly LocalDate[] _days;

    private CalendarEvent(string id, LocalizedText title, Func<int, LocalDate> rule)
    {
        Id = id;
        Title = title;
        _rule = rule;
        _days = [];
    }

    /// <summary>An event by its days.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores: <c>summer-sale</c>.</param>
    /// <param name="days">The days that it falls on, in any order.</param>
    /// <exception cref="ArgumentException">The id is invalid, a day is listed twice, or there are no days.</exception>
    public CalendarEvent(string id, IEnumerable<LocalDate> days)
    {
        Id = GoalMetrics.Id.Checked(id, nameof(id));
        Title = id;
        _days = [.. Copies.Of(days, nameof(days)).Order()];
        if (_days.Length == 0)
        {
            throw new ArgumentException($"Event '{id}' has no days: expected the day of each time that it takes place.", nameof(days));
        }

        for (var i = 1; i < _days.Length; i++)
        {
            if (_days[i] == _days[i - 1])
            {
                throw new ArgumentException(Invariant($"Event '{id}' has {_days[i]:R} twice: expected each day once."), nameof(days));
            }
        }
    }

    /// <summary>Easter Sunday of the western churches, in the Gregorian calendar.</summary>
    /// <remarks>J. Meeus, Astronomical Algorithms, chapter 8. Dates before 1583 are those that the rule would have given.</remarks>
    public static CalendarEvent Easter { get; } = new("easter", new("Easter", "påske"), EasterSunday);

    /// <summary>The Friday after Thanksgiving in the USA, which is the fourth Thursday of November.</summary>
    public static CalendarEvent BlackFriday { get; } = new(
        "black-friday",
        new("Black Friday", "Black Friday"),
        year => new LocalDate(year, 11, 1).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Thursday)).PlusDays(22));

    /// <summary>The short name.</summary>
    public string Id { get; }

    /// <summary>The name shown to people. Defaults to the id.</summary>
    public LocalizedText Title { get; private init; }

    /// <summary>The same event, with the name shown to people.</summary>
    public CalendarEvent Titled(LocalizedText title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (_rule is null)
        {
            return new(Id, _days) { Title = title };
        }

        return new(Id, title, _rule);
    }

    /// <summary>The days that it falls on in a year, in order; empty where none is known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside the supported dates.</exception>
    public IReadOnlyList<LocalDate> DaysIn(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, ReportingCalendar.MinDate.Year);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, ReportingCalendar.MaxDate.Year);
        if (_rule is null)
        {
            return [.. _days.Where(day => day.Year == year)];
        }

        return [_rule(year)];
    }

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(CalendarEvent? left, CalendarEvent? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(CalendarEvent? left, CalendarEvent? right) => !Equals(left, right);

    /// <summary>Whether it is the same event: name and days are equal.</summary>
    public bool Equals(CalendarEvent? other) =>
        other is not null && Id == other.Id && _rule == other._rule && _days.SequenceEqual(other._days);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CalendarEvent);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, _days.Length);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    // How many days before the event that a range is about the one before it was; null where either is not known.
    internal int? DaysSinceTheOneBefore(ReportingPeriod range)
    {
        var last = range.EndDate.PlusDays(-1);
        LocalDate[] near = [.. DaysAround(range.StartDate.Year - 2, last.Year + 1)];
        var inside = near.Count(day => day >= range.StartDate && day <= last);
        if (inside > 1)
        {
            throw new ArgumentException(
                Invariant($"{range} holds {inside} times '{Id}', and can be compared with one only. Ask about each of them by itself."));
        }

        var nearest = near.Where(day => Away(day) <= MostDaysAway).OrderBy(Away).Select(day => (LocalDate?)day).FirstOrDefault();
        if (nearest is not { } own || near.Where(day => day < own).Select(day => (LocalDate?)day).LastOrDefault() is not { } before)
        {
            return null;
        }

        return Period.DaysBetween(before, own);

        int Away(LocalDate day)
        {
            if (day < range.StartDate)
            {
                return Period.DaysBetween(day, range.StartDate);
            }

            return Math.Max(0, Period.DaysBetween(last, day));
        }
    }

    private IEnumerable<LocalDate> DaysAround(int firstYear, int lastYear)
    {
        if (_rule is null)
        {
            return _days;
        }

        var (first, last) = (Math.Max(firstYear, ReportingCalendar.MinDate.Year), Math.Min(lastYear, ReportingCalendar.MaxDate.Year));
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(_rule);
    }

    private static LocalDate EasterSunday(int year)
    {
        var (golden, century, inCentury) = (year % 19, year / 100, year % 100);
        var (leapCenturies, afterLeapCentury) = (century / 4, century % 4);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var fullMoon = ((19 * golden) + century - leapCenturies - moonCorrection + 15) % 30;
        var weekday = (32 + (2 * afterLeapCentury) + (2 * (inCentury / 4)) - fullMoon - (inCentury % 4)) % 7;
        var exception = (golden + (11 * fullMoon) + (22 * weekday)) / 451;
        var days = fullMoon + weekday - (7 * exception) + 114;
        return new(year, days / 31, (days % 31) + 1);
    }
}
