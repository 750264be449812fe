using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A row that could not be loaded: where, what was found and what was expected. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<RefusedRow>))]
public sealed partial class RefusedRow
{
    internal RefusedRow(string table, long rowNumber, string column, string found, string expected, Exception? cause)
    {
        Table = table;
        RowNumber = rowNumber;
        Column = column;
        Found = found;
        Expected = expected;
        Cause = cause;
    }

    /// <summary>The table that was being loaded.</summary>
    public string Table { get; }

    /// <summary>The row's number; the first row of data is 1.</summary>
    public long RowNumber { get; }

    /// <summary>The column.</summary>
    public string Column { get; }

    /// <summary>What was found in the cell.</summary>
    public string Found { get; }

    /// <summary>What was expected in the cell.</summary>
    public string Expected { get; }

    /// <summary>The exception a selector or reader threw, if that is what went wrong.</summary>
    public Exception? Cause { get; }

    /// <summary>All of it in one sentence.</summary>
    public override string ToString() =>
        $"Table '{Table}', row {RowNumber}, column '{Shown.Clip(Column)}': found {Found}; expected {Expected}.";
}
