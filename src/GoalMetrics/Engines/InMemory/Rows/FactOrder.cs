namespace GoalMetrics;

// The order of facts: by time, and facts at the same time as they came in.
internal readonly record struct FactOrder(long Time, long Sequence) : IComparable<FactOrder>
{
    public static FactOrder Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());

    public void Write(BinaryWriter writer)
    {
        writer.Write(Time);
        writer.Write(Sequence);
    }

    public int CompareTo(FactOrder other)
    {
        if (Time != other.Time)
        {
            return Time.CompareTo(other.Time);
        }

        return Sequence.CompareTo(other.Sequence);
    }
}
