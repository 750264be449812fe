using System.Data.Common;
using DuckDB.NET.Data;
using NodaTime;

namespace EngineTests.DuckDb;

/// <summary>Facts one by one, as a command and the batches of its answer.</summary>
internal sealed class SqlFacts(FactRequest request, DuckDbTable table, ReportingCalendar calendar)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static Instant InstantOf(long microseconds) => Instant.FromUnixTimeTicks(microseconds * 10);

    public void Write(DuckDBCommand command)
    {
        var parameters = new SqlParameters();
        var time = request.Table.Time == FactTime.Date ? "(t - DATE '1970-01-01')::BIGINT" : "epoch_us(t)";
        List<string> columns =
        [
            time,
            .. request.Dimensions.Select(table.Dimension),
            .. request.Columns.Select(table.Values).SelectMany(values => new[] { $"{values}.whole", $"{values}.parts" }),
        ];
        var entity = request.Entity is { } whose ? $"{table.Dimension(whose)}::VARCHAR NULLS LAST, " : "";
        command.CommandText = $"SELECT {string.Join(", ", columns)} FROM {table.Relation}"
            + FormattableString.Invariant($" WHERE {table.Moment(calendar)} < {Sql.MicrosecondsAtOrAfter(request.AsOf)}")
            + $" AND {new SqlFilter(table, parameters).Of(request.Filter)} AND {Windows()} ORDER BY {entity}t, seq";
        parameters.AddTo(command);
    }

    // Null after the last one.
    public FactBatch? Next(DbDataReader reader, int count, CancellationToken cancellationToken)
    {
        List<long> times = [];
        List<string?>[] members = [.. request.Dimensions.Select(_ => new List<string?>())];
        List<decimal?>[] values = [.. request.Columns.Select(_ => new List<decimal?>())];
        while (times.Count < count && reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            times.Add(reader.GetInt64(0));
            for (var i = 0; i < members.Length; i++)
            {
                members[i].Add(Sql.Member(reader, 1 + i));
            }

            for (var i = 0; i < values.Length; i++)
            {
                var column = 1 + members.Length + (2 * i);
                values[i].Add(reader.IsDBNull(column) ? null : Sql.Value(SqlValue.Units(reader, column)).Amount);
            }
        }

        if (times.Count == 0)
        {
            return null;
        }

        return request.Table.Time == FactTime.Date
            ? new([.. times.Select(days => Epoch.PlusDays((int)days))], members, values)
            : new([.. times.Select(InstantOf)], members, values);
    }

    private string Windows()
    {
        if (request.Time is not { } time)
        {
            return "true";
        }

        var windows = time.Windows.Select(window => $"(t >= {Sql.Cut(time, window.Start)} AND t < {Sql.Cut(time, window.End)})");
        return $"({string.Join(" OR ", windows.Prepend("false"))})";
    }
}
