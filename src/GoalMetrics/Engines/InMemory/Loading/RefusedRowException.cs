namespace GoalMetrics;

/// <summary>A row of facts was refused, and nothing was loaded.</summary>
public sealed class RefusedRowException : FormatException
{
    internal RefusedRowException(RefusedRow row)
        : this(row, "Mend the row, or call KeepGoodRows() to load the others and get a list of the refused.")
    {
    }

    internal RefusedRowException(RefusedRow row, string advice)
        : base($"{row} Nothing was loaded. {advice}", row.Cause) => Row = row;

    /// <summary>The row.</summary>
    public RefusedRow Row { get; }
}
