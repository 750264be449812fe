using DuckDB.NET.Data;
using EngineTests.Contract;
using NodaTime;

namespace EngineTests.DuckDb;

// Loads tables into a database in memory, each case into a schema of its own: to open a database takes longer than to answer a question.
internal sealed class DuckDbEngine : IEngineUnderTest
{
    private static readonly Lazy<DuckDBConnection> Database = new(Open);
    private static int _schemas;

    public IMetricSource Load(EngineCase tables)
    {
        var schema = FormattableString.Invariant($"case{Interlocked.Increment(ref _schemas)}");
        var connection = Database.Value.Duplicate();
        connection.Open();
        Execute(connection, $"CREATE SCHEMA {schema}; USE {schema}");
        var loaded = tables.Tables.Select((table, number) => Load(connection, tables.Calendar, table, schema, $"facts{number}"));
        return new DuckDbSource(tables.Calendar, connection, schema, [.. loaded]);
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:;threads=1");
        connection.Open();
        return connection;
    }

    private static DuckDbTable Load(DuckDBConnection connection, ReportingCalendar calendar, FactSet table, string schema, string relation)
    {
        var columns = table.Schema.Columns.Count;
        var time = table.Schema.Time == FactTime.Date ? "DATE '1970-01-01' + t::INTEGER" : "make_timestamp(t)";
        var members = table.Schema.Dimensions.Select((_, i) => $", d{i}");
        var typed = table.Schema.Dimensions.Select((dimension, i) => $", d{i}::{TypeOf(dimension)} AS d{i}");
        var values = Enumerable.Range(0, columns)
            .Select(i => $", CASE WHEN w{i} IS NOT NULL THEN {{'whole': w{i}, 'parts': p{i}}} END AS v{i}");
        Execute(
            connection,
            $"CREATE TABLE staged_{relation} (seq BIGINT, t BIGINT{string.Concat(members.Select(column => $"{column} VARCHAR"))}"
            + $"{string.Concat(Enumerable.Range(0, columns).Select(i => $", w{i} HUGEINT, p{i} HUGEINT"))})");
        Append(connection, table, schema, $"staged_{relation}");
        Execute(
            connection,
            $"CREATE TABLE loaded_{relation} AS SELECT {time} AS t, {Sequence(table.Schema)} AS seq{string.Concat(typed.Concat(values))}"
            + $" FROM staged_{relation}");
        Execute(connection, $"CREATE VIEW {relation} AS SELECT * FROM loaded_{relation} WHERE {IsOutside(table)}");
        var coverage = table.CoveredFrom is null ? null : table.CoverageIn(calendar);
        return new(table.Schema, $"{schema}.{relation}", coverage, table.GapsIn(calendar));

        // What happened while facts are missing is left out of every answer.
        string IsOutside(FactSet table) => string.Join(" AND ", table.Gaps.Select(gap => table.Schema.Time == FactTime.Date
            ? $"t NOT BETWEEN DATE '{gap.Start:R}' AND DATE '{gap.End:R}'"
            : FormattableString.Invariant($"NOT (epoch_us(t) >= {StartOf(gap.Start)} AND epoch_us(t) < {StartOf(gap.End.PlusDays(1))})"))
            .Prepend("true"));

        long StartOf(LocalDate date) => Sql.MicrosecondsAtOrAfter(calendar.StartOfDay(date));
    }

    private static string TypeOf(FactDimension dimension) => dimension.Kind == MemberKind.WholeNumber ? "BIGINT" : "VARCHAR";

    // Facts of the same time by the column that orders them, no value first.
    private static string Sequence(TableSchema schema)
    {
        var order = schema.Columns.Select(column => column.Name).ToList().IndexOf(schema.Order ?? "");
        return order < 0 ? "seq" : $"row_number() OVER (ORDER BY t, w{order} NULLS FIRST, p{order}, seq)";
    }

    private static void Append(DuckDBConnection connection, FactSet table, string schema, string relation)
    {
        using var appender = connection.CreateAppender(schema, relation);
        foreach (var fact in table.Facts)
        {
            var row = appender.CreateRow();
            row.AppendValue((long)fact.Row);
            row.AppendValue(table.Schema.Time == FactTime.Date
                ? Period.DaysBetween(new(1970, 1, 1), fact.Date)
                : Sql.Microseconds(fact.Time));
            foreach (var member in fact.Members)
            {
                row.AppendValue(member);
            }

            foreach (var value in fact.Values)
            {
                if (value is { } number)
                {
                    var (whole, parts) = Sql.Pair(number);
                    row.AppendValue(whole).AppendValue(parts);
                }
                else
                {
                    row.AppendNullValue().AppendNullValue();
                }
            }

            row.EndRow();
        }
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
