using System.Data.Common;
using System.Numerics;
using DuckDB.NET.Data;
using EngineTests.Contract;

namespace EngineTests.DuckDb;

/// <summary>
/// The entities of each window, with the members and the value of the fact that stands for them: the latest of all, which only then has to
/// pass the filters.
/// </summary>
internal sealed class SqlBalances(DuckDbTable table, Aggregate.Balance balance, Filter? filter, IReadOnlyList<string> dimensions)
{
    private readonly int _value = 1 + dimensions.Count;

    private string Values => table.Values(balance.Column);

    // How many balances a group has, counted or not.
    public static Aggregate FactsOf(Aggregate.Balance balance) => new Aggregate.Count
    {
        Filter = new[] { !Filter.NoValue(balance.Column), balance.Among, balance.Filter }
            .OfType<Filter>()
            .Aggregate((all, one) => all & one),
    };

    // A row for each window and entity: the window, the members, and what the value is made of.
    public void Write(DuckDBCommand command, Func<string, string> placed)
    {
        var parameters = new SqlParameters();
        var filters = new SqlFilter(table, parameters);
        var line = $"PARTITION BY {string.Join(", ", EntityOf().Select(table.Dimension).Prepend("w"))}";
        var (columns, sense) = (dimensions, balance.Value == BalanceValue.First ? "" : " DESC");
        var isMeanOfLists = balance.IsOfCompleteSnapshots && balance.Value == BalanceValue.Average;
        var number = isMeanOfLists ? "count(DISTINCT t) OVER (PARTITION BY w)" : $"count(*) OVER ({line})";

        // On a list an entity counts once, with the last of its facts.
        var each = isMeanOfLists ? $"QUALIFY row_number() OVER ({line}, t ORDER BY seq DESC) = 1" : "";
        var ofLine = balance.Value == BalanceValue.Average
            ? $"sum({Values}.whole) OVER ({line}), sum({Values}.parts) OVER ({line}), {number}"
            : $"{Values}.whole, {Values}.parts, 1::BIGINT";
        command.CommandText = $"""
            WITH {placed($"SELECT * FROM {table.Relation} WHERE {filters.Of(balance.Among)} AND {Values} IS NOT NULL")}
            SELECT {string.Join(", ", columns.Prepend("w").Append(ofLine))}, {filters.Of(filter)} AND {filters.Of(balance.Filter)} AS passes
            FROM (SELECT * FROM placed {each})
            QUALIFY row_number() OVER ({line} ORDER BY t{sense}, seq{sense}) = 1 AND passes AND {IsListed()}
            """;
        parameters.AddTo(command);
    }

    private List<string> EntityOf()
    {
        if (balance.IsOfOneAccount)
        {
            return [];
        }

        return balance.Entity is { } named ? [named] : table.Schema.DimensionNames();
    }

    // What is missing from the latest list has gone.
    private string IsListed()
    {
        if (!balance.IsOfCompleteSnapshots || balance.Value == BalanceValue.Average)
        {
            return "true";
        }

        return $"t = {(balance.Value == BalanceValue.First ? "min" : "max")}(t) OVER (PARTITION BY w)";
    }

    public BigInteger Units(DbDataReader row)
    {
        var units = SqlValue.Units(row, _value);
        return row.GetInt64(_value + 2) is > 1 and var count ? Sql.Units(AggregateValue.Mean(units, Sql.Decimals, count)) : units;
    }
}
