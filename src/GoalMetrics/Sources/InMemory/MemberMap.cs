namespace GoalMetrics;

// For what was taken in with other codes: the code here of each code there, by dimension; and what came later there came so much later here.
internal sealed class MemberMap(IReadOnlyDictionary<string, int[]> codes, long sequenceOffset = 0)
{
    public int[] this[string dimension] => codes[dimension];

    public FactOrder Of(FactOrder moment) => moment with { Sequence = CellCounts.Sum(moment.Sequence, sequenceOffset) };
}
