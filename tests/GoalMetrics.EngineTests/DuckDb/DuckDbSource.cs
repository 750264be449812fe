using System.Runtime.CompilerServices;
using DuckDB.NET.Data;
using NodaTime;

namespace EngineTests.DuckDb;

/// <summary>Answers from a DuckDB database. It knows the library by its public seam only.</summary>
/// <remarks>Each call has a connection of its own, so that calls on several threads do not wait for each other.</remarks>
internal sealed class DuckDbSource(
    ReportingCalendar calendar, DuckDBConnection connection, string schema, IReadOnlyList<DuckDbTable> tables)
    : IMetricSource, IDisposable
{
    private const int FactsPerBatch = 1024;

    public ReportingCalendar Calendar => calendar;

    public SourceCapabilities Capabilities { get; } = new() { RanksMembers = true, ReadsFacts = true, DerivesDimensions = true };

    public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var own = connection.Duplicate();
        own.Open();
        return new([.. tables.Select(name => Describe(own, Table(name)))]);
    }

    public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var own = connection.Duplicate();
        own.Open();
        return new([.. requests.Select(request => Question(request).Answer(own, cancellationToken))]);

        SqlQuestion Question(AggregateRequest request) =>
            new(request, Table(request.Table.Name), Table, table => Describe(own, table).Coverage, calendar);
    }

    public async IAsyncEnumerable<FactBatch> ReadAsync(
        FactRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var own = connection.Duplicate();
        await own.OpenAsync(cancellationToken);
        await using var command = own.CreateCommand();
        command.UseStreamingMode = true;
        var facts = new SqlFacts(request, Table(request.Table.Name), calendar);
        facts.Write(command);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (facts.Next(reader, FactsPerBatch, cancellationToken) is { } batch)
        {
            yield return batch;
        }
    }

    /// <summary>Drops the schema of the tables.</summary>
    public void Dispose()
    {
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"DROP SCHEMA {schema} CASCADE";
            command.ExecuteNonQuery();
        }

        connection.Dispose();
    }

    private string Names => string.Join(", ", tables.Select(table => table.Schema.Name));

    private DuckDbTable Table(string name) => tables.FirstOrDefault(table => table.Schema.Name == name)
        ?? throw new ArgumentException($"The database has no table '{name}'; it has {Names}.");

    private TableDescription Describe(DuckDBConnection own, DuckDbTable table)
    {
        using var command = own.CreateCommand();
        var moment = table.Moment(calendar);
        command.CommandText = $"SELECT min({moment}), max({moment}) FROM {table.Relation}";
        using var reader = command.ExecuteReader();
        reader.Read();
        if (reader.IsDBNull(0))
        {
            return new(table.Schema, table.Coverage) { Gaps = table.Gaps, IsEmpty = true };
        }

        var (first, last) = (SqlFacts.InstantOf(reader.GetInt64(0)), SqlFacts.InstantOf(reader.GetInt64(1)));
        var days = new Interval(calendar.StartOfDay(calendar.DateOf(first)), calendar.StartOfDay(calendar.DateOf(last).PlusDays(1)));
        return new(table.Schema, table.Coverage ?? days) { Gaps = table.Gaps, EarliestFact = first, LatestFact = last };
    }
}
