namespace GoalMetrics;

// The table as records, for programs that continue with types of their own.
public sealed partial class MetricTable
{
    /// <summary>
    /// The rows as records of your own type: <c>table.ToRecords(row => new Line(row.Period, row["market"], row[revenue]))</c>.
    /// </summary>
    /// <param name="record">
    /// Creates a record from a row, using <c>row.Period</c>, <c>row["dimension"]</c> and <c>row[measure]</c>. No reflection is used.
    /// </param>
    public IReadOnlyList<TRecord> ToRecords<TRecord>(Func<MetricRow, TRecord> record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Rows.Select(record).ToList().AsReadOnly();
    }

    /// <summary>A record for every row and measure: rows in the table's order, each with its measures in the query's order.</summary>
    public IReadOnlyList<MetricRecord> ToRecords() => Rows.SelectMany(RecordsOf).ToList().AsReadOnly();

    private IEnumerable<MetricRecord> RecordsOf(MetricRow row) =>
        Measures.Select(measure =>
            new MetricRecord(row.Period, row.Members, measure.Id, row[measure]) { Dimensions = Dimensions });
}
