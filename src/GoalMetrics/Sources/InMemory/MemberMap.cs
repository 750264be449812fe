namespace GoalMetrics;

// For what was taken in with other codes: the code here of each code there, by dimension; and what came later there came so much later here.
internal sealed class MemberMap(IReadOnlyDictionary<string, int[]> codes, long sequenceOffset = 0)
{
    public int[] this[string dimension] => codes[dimension];

    public Moment Of(Moment moment) => moment with { Sequence = Saturating.Sum(moment.Sequence, sequenceOffset) };
}
