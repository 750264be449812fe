namespace GoalMetrics;

// A function asks for a column that the reader does not have. A mistake of the program, not of a row: it ends the loading, even where bad
// rows are passed over.
internal sealed class UnknownColumnException(ArgumentException misuse) : Exception(misuse.Message)
{
    public ArgumentException Misuse => misuse;
}
