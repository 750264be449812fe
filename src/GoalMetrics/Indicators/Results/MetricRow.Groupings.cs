using System.Globalization;

namespace GoalMetrics;

// Members of groupings that are no dimensions of a table.
public sealed partial class MetricRow
{
    /// <summary>The row's member of a grouping, as what it is: <c>row.Member(TimeGrouping.Weekday)</c> is a day of the week.</summary>
    /// <exception cref="KeyNotFoundException">The row is not by the grouping.</exception>
    /// <exception cref="InvalidOperationException">The row stands for all members that <see cref="Query.Top"/> left out.</exception>
    public TMember Member<TMember>(MemberGrouping<TMember> grouping)
    {
        ArgumentNullException.ThrowIfNull(grouping);
        var member = this[grouping.Name];
        if (IsRestOf(grouping))
        {
            throw new InvalidOperationException(
                $"The row stands for the members of '{grouping}' that Top left out, and has none of its own. Look at IsRest first.");
        }

        return grouping.Parse(member);
    }

    /// <summary>
    /// The name of the row's member of a grouping for people, in the language of a culture, which defaults to English: <c>mandag</c>,
    /// <c>0 – &lt; 7</c>. For the members that <see cref="Query.Top"/> left out, the name that they have together.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The row is not by the grouping.</exception>
    public string ToText(Grouping grouping, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(grouping);
        var member = this[grouping.Name];
        if (IsRestOf(grouping))
        {
            return member!;
        }

        return grouping.TextOf(member, culture);
    }

    private bool IsRestOf(Grouping grouping) => IsRest && Query.TopMembers?.Dimension == grouping.Name;
}
