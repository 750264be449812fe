using System.Data.Common;
using System.Numerics;

namespace EngineTests.DuckDb;

/// <summary>One value of a group: the columns it takes in the answer to a command, and how it is read from them.</summary>
internal sealed class SqlValue(IReadOnlyList<string> expressions, Func<DbDataReader, int, AggregateValue> read)
{
    public static AggregateValue NoData { get; } = AggregateValue.Undefined(UndefinedReason.NoData);

    public IReadOnlyList<string> Expressions { get; } = expressions;

    /// <summary>Reads the value, whose first column is the given one.</summary>
    public Func<DbDataReader, int, AggregateValue> Read { get; } = read;

    /// <summary>What is in the order of the values, null where the value is undefined; null where SQL has no such thing.</summary>
    public string? Order { get; init; }

    public static SqlValue Number(string count) => new([count], (row, column) => row.GetInt64(column)) { Order = count };

    // One of the values themselves, or null.
    public static SqlValue Pair(string pair) =>
        new([$"({pair}).whole", $"({pair}).parts"], (row, column) => row.IsDBNull(column) ? NoData : Sql.Value(Units(row, column)))
        {
            Order = pair,
        };

    // 0 for the sums of nothing, which are null.
    public static BigInteger Units(DbDataReader row, int column) => row.IsDBNull(column)
        ? BigInteger.Zero
        : Sql.Units(row.GetFieldValue<BigInteger>(column), row.GetFieldValue<BigInteger>(column + 1));
}
