using DuckDB.NET.Data;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// DuckDB in this process, on one thread, the facts in a table in memory with the types that fit them best: TIMESTAMP, an ENUM for
/// the channel (its fastest way to hold eight names), INTEGER, BOOLEAN, DECIMAL(12,2), and the month as a number where it is stored.
/// </summary>
internal sealed class DuckDb : IDisposable
{
    /// <summary>The month taken from the time of each fact.</summary>
    public const string MonthOfTime = "date_trunc('month', t)";

    /// <summary>The month read from a column.</summary>
    public const string StoredMonth = "month";

    private const int TicksPerMicrosecond = 10;
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckDb(FactColumns columns)
    {
        _connection.Open();
        Execute("SET threads = 1");
        Execute($"CREATE TYPE channels AS ENUM ({string.Join(", ", FactRow.Channels.Select(channel => $"'{channel}'"))})");
        Execute("CREATE TABLE numbers (micros BIGINT, channel UTINYINT, customer INTEGER, ordered BOOLEAN, cents INTEGER)");
        Append(columns);
        Execute(
            $"""
            CREATE TABLE facts AS
            SELECT make_timestamp(micros) AS t,
                   (year(t) * 100 + month(t))::INTEGER AS month,
                   (['{string.Join("', '", FactRow.Channels)}'])[channel + 1]::channels AS channel,
                   customer,
                   ordered,
                   (cents / 100.0)::DECIMAL(12, 2) AS revenue
            FROM numbers
            """);
        Execute("DROP TABLE numbers");
    }

    /// <summary>The version of the engine.</summary>
    public string Version => _connection.ServerVersion;

    /// <summary>Visits, orders, revenue, conversion rate and revenue per visit by month and channel.</summary>
    public IReadOnlyList<Cell> ByMonth(string month) => Read(month, "", _ => 0);

    /// <summary>The same, and exact distinct customers.</summary>
    public IReadOnlyList<Cell> ByMonthWithCustomers() => Read(MonthOfTime, ", count(DISTINCT customer)", reader => reader.GetInt64(7));

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private List<Cell> Read(string month, string more, Func<DuckDBDataReader, long> customers)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT {month}, channel, count(*) AS visits, count_if(ordered)::BIGINT AS orders, sum(revenue) AS amount,
                   orders / visits, amount / visits{more}
            FROM facts
            GROUP BY ALL
            """;
        using var reader = command.ExecuteReader();
        var cells = new List<Cell>();
        while (reader.Read())
        {
            cells.Add(new(
                MonthOf(reader.GetValue(0)),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                reader.GetDecimal(4),
                (decimal)reader.GetDouble(5),
                (decimal)reader.GetDouble(6),
                customers(reader)));
        }

        return cells;
    }

    private static int MonthOf(object month) => month is DateTime time ? (time.Year * 100) + time.Month : (int)month;

    private void Append(FactColumns columns)
    {
        using var appender = _connection.CreateAppender("numbers");
        for (var row = 0; row < columns.Count; row++)
        {
            appender.CreateRow()
                .AppendValue(columns.Ticks[row] / TicksPerMicrosecond)
                .AppendValue(columns.Channel[row])
                .AppendValue(columns.Customer[row])
                .AppendValue(columns.Ordered[row] == 1)
                .AppendValue(columns.Cents[row])
                .EndRow();
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
