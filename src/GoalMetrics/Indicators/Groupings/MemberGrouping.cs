using System.Globalization;

namespace GoalMetrics;

/// <summary>A grouping whose members are of a type, such as days of the week. Immutable.</summary>
/// <typeparam name="TMember">The type of its members.</typeparam>
public abstract class MemberGrouping<TMember> : Grouping
{
    private protected MemberGrouping(string name)
        : base(name)
    {
    }

    /// <summary>The same grouping under another name, such as where a table has a dimension of the usual name.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public MemberGrouping<TMember> As(string name) => Renamed(name);

    /// <summary>
    /// The member as rows have it, to look values up: <c>table[TimeGrouping.Weekday.MemberOf(IsoDayOfWeek.Monday), orders]</c>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such member.</exception>
    public abstract string? MemberOf(TMember member);

    /// <summary>The name of a member for people, in the language of a culture, which defaults to English.</summary>
    /// <exception cref="ArgumentException">There is no such member.</exception>
    public abstract string ToText(TMember member, CultureInfo? culture = null);

    /// <summary>
    /// Facts of some of its members, for <see cref="Query.Where"/> and <see cref="Metric.Where"/>:
    /// <c>TimeGrouping.Weekday.Is(calendar, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)</c>.
    /// </summary>
    /// <param name="calendar">The calendar of the source that is asked; another zone is refused.</param>
    /// <param name="members">The members.</param>
    /// <exception cref="ArgumentException">There is no such member.</exception>
    public Filter Is(ReportingCalendar calendar, params TMember[] members)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(members);
        return Filter.In(In(calendar), [.. members.Select(MemberOf)]);
    }

    private protected abstract MemberGrouping<TMember> Renamed(string name);

    // The member that a row has.
    internal abstract TMember Parse(string? member);

    internal sealed override string TextOf(string? member, CultureInfo? culture) => ToText(Parse(member), culture);
}
