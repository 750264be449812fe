namespace GoalMetrics;

// When a fact happened: of facts at the same time, the one that came later is the later one.
internal readonly record struct Moment(long Time, long Sequence) : IComparable<Moment>
{
    public int CompareTo(Moment other) => Time != other.Time ? Time.CompareTo(other.Time) : Sequence.CompareTo(other.Sequence);
}
