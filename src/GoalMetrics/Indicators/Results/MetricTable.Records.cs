namespace GoalMetrics;

// The table for those who go on in their own types.
public sealed partial class MetricTable
{
    /// <summary>The rows as records of your own: <c>table.ToRecords(row => new Line(row.Period, row["market"], row[revenue]))</c>.</summary>
    /// <param name="record">Makes a record of a row, from <c>row.Period</c>, <c>row["dimension"]</c> and <c>row[measure]</c>. No reflection is used.</param>
    public IReadOnlyList<TRecord> ToRecords<TRecord>(Func<MetricRow, TRecord> record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Rows.Select(record).ToList().AsReadOnly();
    }

    /// <summary>A record for every row and measure: the rows in their order, and the measures of each in that of the query.</summary>
    public IReadOnlyList<MetricRecord> ToRecords() =>
        Rows.SelectMany(row => Measures.Select(measure => new MetricRecord(row.Period, row.Members, measure.Id, row[measure]))).ToList().AsReadOnly();
}
