using System.Globalization;
using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>
/// What the rows of a query can be by, beside periods and the dimensions of tables: a part of the time of each fact
/// (<see cref="TimeGrouping"/>), or a band of one of its values (<see cref="Bands"/>). Asked for with <see cref="Query.By(Grouping)"/>.
/// Immutable.
/// </summary>
public abstract class Grouping
{
    private protected Grouping(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>What the rows call it: <c>row["weekday"]</c>. No dimension of the tables asked may have this name.</summary>
    public string Name { get; }

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    // What an engine groups by. The same grouping of the same calendar is equal.
    internal abstract DerivedDimension In(ReportingCalendar calendar);

    // The name of a member as a row has it, for people.
    internal abstract string TextOf(string? member, CultureInfo? culture);
}
