using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// The quality of the data behind one metric in an answer: the facts in the query's range, seen from its moment. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<MetricQuality>))]
public sealed partial class MetricQuality
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

    /// <summary>The table: the metric's own, or the table of conversions, which is reported separately.</summary>
    public TableSchema Table { get; }

    /// <summary>
    /// The number of facts that count: in the range, before the moment, and matching the filters of query and metric. For conversions, the
    /// facts in the range or in a window that is open at its end, matching the filter of the conversions alone. Null where the number is
    /// not known, as for a live table whose periods the range cuts, or is too large to state.
    /// </summary>
    public long? Rows { get; }

    /// <summary>
    /// The number of those facts that were skipped because they have no value, or no member where members are counted, or no entity where
    /// conversions are. Null where the number is not known.
    /// </summary>
    public long? Nulls { get; }

    /// <summary>The number of rows of the whole table that were refused when it was loaded.</summary>
    public long RefusedRows { get; }

    /// <summary>The time for which the table is complete; null where it has no facts.</summary>
    public Interval? Coverage { get; }

    /// <summary>The time of the latest fact of the table; a date stands for its start. Null where there are no facts.</summary>
    public Instant? LatestFact { get; }

    /// <summary>
    /// The freshness of the data: the time from the latest fact to the query's moment. Zero where facts go on beyond the moment, null where
    /// there are none.
    /// </summary>
    public Duration? Age { get; }

    /// <summary>The metric and its numbers of rows, with the table where there is more than one.</summary>
    public override string ToString()
    {
        var table = Metric.Conversion is null ? "" : $" ({Table})";
        var rows = $"{Text(Rows)} rows, {Text(Nulls)} without a value, {Text(RefusedRows)} refused";
        return $"{Metric.Id}{table}: {rows}";
    }

    private static string Text(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
