namespace GoalMetrics;

// What a query may ask of a table. What may be asked for in which window is in the rules about windows.
internal static class QueryRules
{
    // Counts made before they were loaded are not added up over a dimension that is left out, nor over periods of another grain.
    public static void Check(Metric metric, TableSchema table, Query query)
    {
        foreach (var dimension in query.Dimensions)
        {
            var grouping = query.Groupings.IsEmpty ? null : Named(dimension, query);
            if (grouping is null)
            {
                CheckDimension(dimension, table, query, "query", "Ask for the measures of each table in a query of its own.");
            }
            else
            {
                DerivedDimensions.Check(grouping.In(ReportingCalendar.Utc), table, "query");
            }
        }

        CheckFilter(table, query);
        if (query.Grain == Grain.Hour && table.Time == FactTime.Date)
        {
            throw WindowRules.NoHours(metric, table);
        }

        if (metric.CountedPer is { } grain)
        {
            CheckCounted(grain, metric, table, query);
        }
    }

    private static void CheckFilter(TableSchema table, Query query)
    {
        if (query.Filter is not { } filter)
        {
            return;
        }

        foreach (var named in filter.Named())
        {
            CheckDimension(named.Dimension, table, query, "filter", "Filter the metrics that have it instead, with Metric.Where.");
        }

        filter.Check(table);
    }

    // A query's dimensions and filter are those of all its tables.
    private static void CheckDimension(string dimension, TableSchema table, Query query, string parameter, string advice)
    {
        if (!table.HasDimension(dimension))
        {
            throw NotInAll(dimension, table, query, parameter, advice);
        }
    }

    private static ArgumentException NotInAll(string dimension, TableSchema table, Query query, string parameter, string advice)
    {
        var others = query.Metrics.Select(metric => metric.Table).Where(other => other.HasDimension(dimension)).ToList();
        if (others.Count == 0)
        {
            table.CheckDimension(dimension, parameter);
        }

        return new(
            $"Table '{table}' has no dimension {Shown.Quote(dimension)}, as table '{others[0]}' has, and the query asks both by it."
            + $" {advice}",
            parameter);
    }

    private static Grouping? Named(string dimension, Query query) =>
        query.Groupings.FirstOrDefault(grouping => grouping.Name == dimension);

    private static void CheckCounted(Grain grain, Metric metric, TableSchema table, Query query)
    {
        var added = table.DimensionNames.FirstOrDefault(dimension =>
            !query.Dimensions.Contains(dimension)
            && query.Filter?.Fixes(dimension) != true
            && metric.Filter?.Fixes(dimension) != true);
        var asked = query.Grain ?? query.Period?.Grain;
        if (asked == grain && added is null)
        {
            return;
        }

        var per = string.Join(" and ", table.DimensionNames.Prepend(Spaced(grain)));
        var by = string.Join(" and ", asked is { } one ? query.Dimensions.Prepend(Spaced(one)) : query.Dimensions);
        var found = by.Length == 0 ? "as one number" : $"by {by}";
        var thing = metric.Unit!.Noun ?? "thing";
        throw new NotAdditiveException(
            $"'{metric.Id}' was asked for {found}, but was counted for each {per} before it was loaded."
            + $" Such counts can be neither added up nor split: the same {thing} {Twice(grain, asked, added)} would be counted twice."
            + $" Ask for it by {per}, or load facts with a key of each {thing} and use Metric.CountDistinct.",
            metric);
    }

    private static string Twice(Grain grain, Grain? asked, string? added)
    {
        if (asked == grain)
        {
            return $"under two members of {added}";
        }

        if (grain == Grain.Day)
        {
            return "on two days";
        }

        return $"in two {Spaced(grain)}s";
    }

    // fiscal year of FiscalYear.
    private static string Spaced(Grain grain) => grain.Slug().Replace('-', ' ');
}
