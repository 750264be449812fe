using System.Data.Common;
using DuckDB.NET.Data;
using EngineTests.Contract;
using EngineTests.Contract.Reference;
using NodaTime;

namespace EngineTests.DuckDb;

/// <summary>One request as a command, and a command more for each balance.</summary>
internal sealed class SqlQuestion(
    AggregateRequest request, DuckDbTable table, Func<string, DuckDbTable> tables, Func<DuckDbTable, Interval?> coverage,
    ReportingCalendar calendar)
{
    // The dimensions of any grouping, which are columns of the answer.
    private readonly List<string> _dimensions =
    [
        .. table.Schema.DimensionNames().Concat(request.Derived.Select(dimension => dimension.Name))
            .Where(name => request.Groupings.Any(grouping => grouping.Contains(name))),
    ];

    public AggregateAnswer Answer(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var groups = new Dictionary<SqlGroup, AggregateValue[]>();
        if (request.Time.Windows.Count > 0 && request.Groupings.Count > 0)
        {
            Read(connection, groups, cancellationToken);
        }

        return new(request.Groupings.Select(grouping => Rows(grouping, groups)));
    }

    private void Read(DuckDBConnection connection, Dictionary<SqlGroup, AggregateValue[]> groups, CancellationToken cancellationToken)
    {
        Aggregate[] asked =
        [
            .. request.Aggregates.Select(aggregate => aggregate is Aggregate.Balance balance ? SqlBalances.FactsOf(balance) : aggregate),
        ];
        Read(connection, asked, groups.Add, cancellationToken);
        for (var i = 0; i < request.Aggregates.Count; i++)
        {
            if (request.Aggregates[i] is Aggregate.Balance balance)
            {
                AddBalances(connection, balance, i, groups, cancellationToken);
            }
        }
    }

    // 0 where a group has facts of balances, and what each entity of the window adds to the groups that its own fact is in.
    private void AddBalances(
        DuckDBConnection connection, Aggregate.Balance balance, int place, Dictionary<SqlGroup, AggregateValue[]> groups,
        CancellationToken cancellationToken)
    {
        foreach (var values in groups.Values)
        {
            values[place] = values[place].Amount > 0m ? 0m : SqlValue.NoData;
        }

        using var command = connection.CreateCommand();
        var balances = new SqlBalances(table, balance, request.Filter, [.. _dimensions.Select(ColumnOf)]);
        balances.Write(command, Placed);
        using var registration = cancellationToken.Register(command.Cancel);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var number in request.Groupings.Select(NumberOf).Distinct())
            {
                if (groups.TryGetValue(GroupIn(number, reader), out var values))
                {
                    values[place] = Sql.Value(Sql.Units(values[place]) + balances.Units(reader));
                }
            }
        }

        SqlGroup GroupIn(long grouping, DbDataReader row) => new(grouping, row.GetInt32(0), [.. _dimensions.Select((_, i) =>
            (grouping >> (_dimensions.Count - 1 - i) & 1) == 0 ? Sql.Member(row, 1 + i) : null)]);
    }

    private void Read(
        DuckDBConnection connection, IReadOnlyList<Aggregate> aggregates, Action<SqlGroup, AggregateValue[]> add,
        CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        var values = Write(command, aggregates);
        using var registration = cancellationToken.Register(command.Cancel);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            add(Group(reader), Values(reader, values));
        }
    }

    private List<SqlValue> Write(DuckDBCommand command, IReadOnlyList<Aggregate> aggregates)
    {
        var parameters = new SqlParameters();
        var filters = new SqlFilter(table, parameters);
        List<EventConversion> conversions = [];
        var visitor = new SqlAggregate(table, filters, conversions);
        List<SqlValue> values = [.. aggregates.Select(aggregate => aggregate.Accept(visitor))];
        var converting = conversions.Select(match => (match, tables(match.Table.Name), coverage(tables(match.Table.Name))));
        var facts = SqlConversions.Facts(table, [.. converting], request.AsOf, calendar, parameters);

        List<string> columns = ["w", Grouping(), .. _dimensions.Select(ColumnOf), .. values.SelectMany(value => value.Expressions)];
        var order = OrderOf(values);
        var sets = request.Groupings.Select(grouping => grouping.Select(ColumnOf).Order(StringComparer.Ordinal))
            .Select(grouping => $"({string.Join(", ", grouping.Prepend("w"))})")
            .Distinct();
        var numbered = columns.Select((column, i) => FormattableString.Invariant($"{column} AS c{i}"));
        var select = $"""
            WITH {Placed($"SELECT * FROM ({facts}) WHERE {filters.Of(request.Filter)}")}
            SELECT {string.Join(", ", numbered)}{(order is null ? "" : $", {order} AS o")}
            FROM placed
            GROUP BY GROUPING SETS ({string.Join(", ", sets)})
            """;

        // Of the last place all that are equal, among which their members decide.
        command.CommandText = order is null
            ? select
            : $"SELECT * FROM ({select}) QUALIFY rank() OVER (PARTITION BY c0, c1 ORDER BY o DESC NULLS LAST) <= "
                + FormattableString.Invariant($"{request.Ranking!.Count}");
        parameters.AddTo(command);
        return values;
    }

    // The facts with a number w for each window that they are in, as the relation placed.
    private string Placed(string facts) => $"""
        cuts(piece, s) AS (VALUES {string.Join(", ", Enumerable.Range(0, request.Time.Count).Select(Cut))}),
        pieces(piece, w) AS (VALUES {string.Join(", ", request.Time.Windows.SelectMany(Pieces))}),
        placed AS (
            SELECT pieces.w, f.*{Derived()}
            FROM ({facts}) f
            ASOF JOIN cuts ON f.t >= cuts.s
            JOIN pieces ON pieces.piece = cuts.piece)
        """;

    // A derived dimension is a column that is computed on the way.
    private string ColumnOf(string dimension)
    {
        var place = request.Derived.ToList().FindIndex(derived => derived.Name == dimension);
        return place < 0 ? table.Dimension(dimension) : FormattableString.Invariant($"x{place}");
    }

    private string Derived() =>
        string.Concat(request.Derived.Select(derived => $", {derived.Accept(new SqlDerived(table))} AS {ColumnOf(derived.Name)}"));

    // What the largest groups are found by, where SQL has it: a balance is added up here, and a mean divided.
    private string? OrderOf(List<SqlValue> values) =>
        request.Ranking is { } ranking && request.Aggregates[ranking.By] is not Aggregate.Balance ? values[ranking.By].Order : null;

    private string Cut(int cut) => FormattableString.Invariant($"({cut}, {Sql.Cut(request.Time, cut)})");

    private static IEnumerable<string> Pieces(CutRange window, int number) =>
        Enumerable.Range(window.Start, window.Length).Select(piece => FormattableString.Invariant($"({piece}, {number})"));

    private string Grouping() =>
        _dimensions.Count == 0 ? "0::BIGINT" : $"GROUPING({string.Join(", ", _dimensions.Select(ColumnOf))})::BIGINT";

    // A bit for each dimension that is not in the grouping, the first one the highest.
    private long NumberOf(IReadOnlyList<string> grouping) =>
        _dimensions.Aggregate(0L, (number, name) => (2 * number) + (grouping.Contains(name) ? 0 : 1));

    private SqlGroup Group(DbDataReader row)
    {
        var members = Enumerable.Range(2, _dimensions.Count).Select(column => Sql.Member(row, column));
        return new(row.GetInt64(1), row.GetInt32(0), [.. members]);
    }

    private AggregateValue[] Values(DbDataReader row, List<SqlValue> values)
    {
        var column = 2 + _dimensions.Count;
        var read = new AggregateValue[values.Count];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = values[i].Read(row, column);
            column += values[i].Expressions.Count;
        }

        return read;
    }

    private AggregateRows Rows(IReadOnlyList<string> grouping, Dictionary<SqlGroup, AggregateValue[]> groups)
    {
        var number = NumberOf(grouping);
        int[] places = [.. grouping.Select(name => _dimensions.IndexOf(name))];
        var ofGrouping = groups.Where(group => group.Key.Grouping == number)
            .Select(group => (group.Key.Window, Members: places.Select(place => group.Key.Members[place]).ToArray(), group.Value));
        var rows = new AggregateRows(grouping.Count, request.Aggregates.Count);
        foreach (var (window, members, values) in request.Ranking is { } ranking ? Largest(ofGrouping, ranking) : ofGrouping)
        {
            rows.Add(window, members, values);
        }

        return rows;
    }

    private static IEnumerable<(int Window, string?[] Members, AggregateValue[] Values)> Largest(
        IEnumerable<(int Window, string?[] Members, AggregateValue[] Values)> groups, MemberRanking ranking) => groups
        .GroupBy(group => group.Window)
        .SelectMany(window => window
            .OrderByDescending(group => group.Values[ranking.By].IsDefined)
            .ThenByDescending(group => ExactNumber.Of(group.Values[ranking.By]))
            .ThenBy(group => group.Members, MemberOrder.OfAll)
            .Take(ranking.Count));
}
