using System.Collections.Immutable;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Rows by what is no dimension of a table.
public sealed partial class Query
{
    /// <summary>
    /// A row for every member of a grouping that has facts, such as weekdays (<see cref="TimeGrouping"/>) or bands of a value
    /// (<see cref="Bands"/>), in addition to any dimensions asked for before. Its name is a dimension of the answer like any other.
    /// </summary>
    /// <exception cref="ArgumentException">The query is by another grouping or dimension of this name.</exception>
    public Query By(Grouping grouping)
    {
        ArgumentNullException.ThrowIfNull(grouping);
        if (!Dimensions.Contains(grouping.Name))
        {
            return With(copy => (copy.Dimensions, copy.Groupings) = (Dimensions.Add(grouping.Name), Groupings.Add(grouping)));
        }

        if (Groupings.Any(known => known.In(ReportingCalendar.Utc).Equals(grouping.In(ReportingCalendar.Utc))))
        {
            return this;
        }

        throw new ArgumentException(
            $"The query is by another {Shown.Quote(grouping.Name)} already. Give this one a name of its own with As(\"…\").",
            nameof(grouping));
    }

    // What an engine groups by, for the groupings among the dimensions. One list serves all of a question.
    internal IReadOnlyList<DerivedDimension> DerivedIn(ReportingCalendar calendar)
    {
        if (Groupings.IsEmpty)
        {
            return [];
        }

        return Derived(calendar, Groupings);
    }

    private static DerivedDimension[] Derived(ReportingCalendar calendar, ImmutableArray<Grouping> groupings) =>
        [.. groupings.Select(grouping => grouping.In(calendar))];
}
