namespace GoalMetrics;

// When a fact happened: of facts at the same time, the one that came later is the later one.
internal readonly record struct FactOrder(long Time, long Sequence) : IComparable<FactOrder>
{
    public static FactOrder Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());

    public void Write(BinaryWriter writer)
    {
        writer.Write(Time);
        writer.Write(Sequence);
    }

    public int CompareTo(FactOrder other) => Time != other.Time ? Time.CompareTo(other.Time) : Sequence.CompareTo(other.Sequence);
}
