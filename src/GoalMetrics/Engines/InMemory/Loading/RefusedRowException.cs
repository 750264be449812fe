namespace GoalMetrics;

/// <summary>A row of facts was refused, and nothing was loaded.</summary>
public sealed class RefusedRowException : FormatException
{
    internal RefusedRowException(RefusedRow row)
        : base(
            $"{row} Nothing was loaded. Mend the row, or call KeepGoodRows() to load the others and get a list of the refused.",
            row.Cause) => Row = row;

    /// <summary>The row.</summary>
    public RefusedRow Row { get; }
}
