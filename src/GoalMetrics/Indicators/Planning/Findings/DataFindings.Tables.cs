namespace GoalMetrics;

// What is found in tables, whatever is asked of them.
internal static partial class DataFindings
{
    // What matters to everything that is read of the tables of these metrics.
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Metric> metrics, SourceTables tables)
    {
        var (described, found) = (tables.Of(metrics), new List<Finding>());
        FindInDoubt(metrics, tables, found);
        FindDatesBesideTimes(metrics, found);
        foreach (var table in described)
        {
            AddTo(found, RefusedOf(table));
        }

        foreach (var table in described)
        {
            AddTo(found, table.IsEmpty ? Empty.At(PathOf(table), [new("table", table.Schema.Name)]) : null);
        }

        foreach (var table in described)
        {
            AddTo(found, OutsideOf(table, tables.Calendar));
        }

        return found;
    }

    // For each table the first metric that depends on an order that is not stated.
    private static void FindInDoubt(IReadOnlyList<Metric> metrics, SourceTables tables, List<Finding> found)
    {
        for (var i = 0; i < metrics.Count; i++)
        {
            var (metric, table) = (metrics[i], tables.Of(metrics[i].Table));
            if (table.OrderInDoubt?.Invoke(metric.Aggregates[0]) is not { } moment || IsFoundIn(table, found))
            {
                continue;
            }

            var day = tables.Calendar.DateHolding(moment);
            found.Add(OrderInDoubt.At(
                PathOf(table), [new("table", table.Schema.Name), new("day", day), new("measure", metric.Id)]));
        }
    }

    // For each table of conversions by date the first metric that looks there for those of base events with times of day.
    private static void FindDatesBesideTimes(IReadOnlyList<Metric> metrics, List<Finding> found)
    {
        HashSet<string>? tables = null;
        for (var i = 0; i < metrics.Count; i++)
        {
            if (metrics[i] is not { Table: { Time: FactTime.Instant } times, Conversion.Table: { Time: FactTime.Date } dates } metric)
            {
                continue;
            }

            tables ??= new(StringComparer.Ordinal);
            if (tables.Add(dates.Name))
            {
                found.Add(DatesBesideTimes.At(
                    $"tables/{dates.Name}", [new("dates", dates.Name), new("times", times.Name), new("measure", metric.Id)]));
            }
        }
    }

    private static bool IsFoundIn(TableDescription table, List<Finding> found) => found.Exists(finding => finding.Path == PathOf(table));

    public static Finding Unknown(string table, string column, decimal count) =>
        UnknownValues.At($"tables/{table}", [new("table", table), new("column", column), new("count", count)]);

    // Only where it is known when the facts happened.
    private static Finding? OutsideOf(TableDescription table, ReportingCalendar calendar)
    {
        if (!table.HasFactsOutside() || table is not { EarliestFact: { } first, LatestFact: { } last })
        {
            return null;
        }

        return FactsOutside.At(
            PathOf(table),
            [new("table", table.Schema.Name), .. Days(calendar.DateHolding(first), calendar.DateHolding(last))]);
    }

    private static Finding? RefusedOf(TableDescription table)
    {
        if (table.RefusedRows == 0)
        {
            return null;
        }

        return RefusedRows.At(PathOf(table), [new("table", table.Schema.Name), new("count", table.RefusedRows)]);
    }
}
