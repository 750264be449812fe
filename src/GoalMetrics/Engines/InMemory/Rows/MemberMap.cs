namespace GoalMetrics;

// How what was taken in elsewhere is numbered here: the code here of each code there, by dimension, and how much later facts came in here.
internal sealed class MemberMap(IReadOnlyDictionary<string, int[]> codes, long sequenceOffset = 0)
{
    public int[] this[string dimension] => codes[dimension];

    public FactOrder Of(FactOrder order) => order with { Sequence = CellCounts.Sum(order.Sequence, sequenceOffset) };
}
