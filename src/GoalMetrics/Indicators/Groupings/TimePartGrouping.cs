using System.Globalization;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A grouping by a part of the local time: how its members are written in rows, read back, and named for people.
internal sealed class TimePartGrouping<TMember>(
    string name,
    TimePart part,
    Func<TMember, string?> written,
    Func<string, TMember?> read,
    Func<TMember, CultureInfo, string> textOf) : MemberGrouping<TMember>(name)
    where TMember : struct
{
    private protected override MemberGrouping<TMember> Renamed(string name) =>
        new TimePartGrouping<TMember>(name, part, written, read, textOf);

    public override string MemberOf(TMember member)
    {
        if (written(member) is { } text && read(text) is not null)
        {
            return text;
        }

        throw new ArgumentOutOfRangeException(nameof(member), member, $"Expected a member of '{Name}'.");
    }

    public override string ToText(TMember member, CultureInfo? culture = null)
    {
        _ = MemberOf(member);
        return textOf(member, culture ?? CultureInfo.InvariantCulture);
    }

    internal override TMember Parse(string? member) => (member is null ? null : read(member))
        ?? throw new ArgumentException($"{Shown.Quote(member)} is not a member of '{Name}'.", nameof(member));

    internal override DerivedDimension In(ReportingCalendar calendar) => new DerivedDimension.OfTime(
        Name, part, calendar.Zone, calendar.FirstHourOfDay)
    {
        Listed = part switch
        {
            TimePart.Weekday => new FactDimension(Name).InOrder(WeekOf(calendar)),
            TimePart.HourOfDay => new FactDimension(Name, MemberKind.WholeNumber).InOrder(DayOf(calendar)),
            _ => new(Name, MemberKind.WholeNumber),
        },
    };

    private static string[] DayOf(ReportingCalendar calendar) =>
        [.. Enumerable.Range(0, 24).Select(i => ((calendar.FirstHourOfDay + i) % 24).ToString(CultureInfo.InvariantCulture))];

    private static string[] WeekOf(ReportingCalendar calendar) =>
        [.. Enumerable.Range(0, 7).Select(i => ((IsoDayOfWeek)((((int)calendar.FirstDayOfWeek - 1 + i) % 7) + 1)).ToString())];
}
