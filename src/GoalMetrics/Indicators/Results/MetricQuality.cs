using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>What the values of one metric in an answer rest on: the facts of the query's range, seen from its moment. Immutable.</summary>
public sealed class MetricQuality
{
    internal MetricQuality(Metric metric, TableDescription table, long? rows, long? nulls, Instant asOf)
    {
        Metric = metric;
        Table = table.Schema;
        Rows = rows;
        Nulls = nulls;
        RefusedRows = table.RefusedRows;
        Coverage = table.Coverage;
        LatestFact = table.LatestFact;
        Age = table.LatestFact is { } latest ? Duration.Max(Duration.Zero, asOf - latest) : null;
    }

    /// <summary>The metric.</summary>
    public Metric Metric { get; }

    /// <summary>The table: the metric's own, or that of the events that convert, each of which has its figures.</summary>
    public TableSchema Table { get; }

    /// <summary>
    /// The facts that count: in the range, before the moment, through the filters of query and metric. Of events that convert, those in
    /// the range and in the windows that are open at its end, through the filter of the conversions alone. Null where it is not known, as
    /// of a live table whose periods the range cuts, or too many to say.
    /// </summary>
    public long? Rows { get; }

    /// <summary>Of those, the facts without a value, or without a member where members are counted, or without an entity where conversions are. They were skipped. Null where it is not known.</summary>
    public long? Nulls { get; }

    /// <summary>The rows of the whole table that were refused when it was loaded.</summary>
    public long RefusedRows { get; }

    /// <summary>The time for which the table is complete; null where it has no facts.</summary>
    public Interval? Coverage { get; }

    /// <summary>When the latest fact of the table happened; a date stands for its start. Null where there are no facts.</summary>
    public Instant? LatestFact { get; }

    /// <summary>How long before the query's moment that was: the freshness of the data; zero where the facts go on beyond the moment.</summary>
    public Duration? Age { get; }

    private static string Text(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "unknown";

    /// <summary>The metric and its rows; with the table, where there is more than one.</summary>
    public override string ToString() => FormattableString.Invariant($"{Metric.Id}{(Metric.Conversion is null ? "" : $" ({Table})")}: {Text(Rows)} rows, {Text(Nulls)} without a value, {RefusedRows} refused");
}
