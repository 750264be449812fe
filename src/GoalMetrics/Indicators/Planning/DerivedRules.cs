using GoalMetrics.Sources;

namespace GoalMetrics;

// What a source and its tables must be able to do for derived dimensions, checked while a question is planned.
internal static class DerivedRules
{
    // For what all facts of a table are grouped or filtered by.
    public static void Check(IReadOnlyList<DerivedDimension> groupings, Filter? filter, TableDescription table, IMetricSource source)
    {
        if (groupings.Count > 0 || filter is not null)
        {
            CheckDerived(groupings, filter, table, source);
        }
    }

    private static void CheckDerived(
        IReadOnlyList<DerivedDimension> groupings, Filter? filter, TableDescription table, IMetricSource source)
    {
        foreach (var dimension in groupings.Concat(DerivedDimensions.In(filter)))
        {
            Check(dimension, source);
            if (table.KeptGrain is { } grain)
            {
                throw new NotSupportedException(
                    $"Table '{table.Schema}' keeps totals of each {grain.Title()}, and no facts that could be asked by '{dimension}'."
                    + $" Give it a dimension '{dimension}', and state the member of each fact when it is added.");
            }
        }
    }

    // For the filters of an aggregate.
    public static void Check(Aggregate aggregate, IMetricSource source)
    {
        if (aggregate is { Filter: not null } or Aggregate.Balance or Aggregate.OfConversions)
        {
            CheckFilters(aggregate, source);
        }
    }

    private static void CheckFilters(Aggregate aggregate, IMetricSource source)
    {
        foreach (var dimension in DerivedDimensions.FiltersOf(aggregate).SelectMany(DerivedDimensions.In))
        {
            Check(dimension, source);
        }
    }

    private static void Check(DerivedDimension dimension, IMetricSource source)
    {
        if (!source.Capabilities.DerivesDimensions)
        {
            throw new NotSupportedException(
                $"The source {IDecoratedSource.NameOf(source)} does not derive dimensions, and reads no facts of which '{dimension}'"
                + " could be computed here.");
        }

        var calendar = source.Calendar;
        if (dimension is DerivedDimension.OfTime time
            && !(time.Zone.Equals(calendar.Zone) && time.FirstHour == calendar.FirstHourOfDay))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"'{dimension}' is of the clocks in {time.Zone.Id}, with days from {time.FirstHour}:00, and the source's calendar is of")
                + FormattableString.Invariant($" {calendar.Zone.Id}, with days from {calendar.FirstHourOfDay}:00.")
                + " Make the filter with the source's calendar.");
        }
    }
}
