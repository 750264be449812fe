namespace GoalMetrics;

// The latest or earliest fact of an entity: its place in the order of facts, its value, and whether it passes the filters, which choose
// among such facts.
internal readonly record struct BalanceEdge(FactOrder At, decimal Value, bool Passes)
{
    public static BalanceEdge Read(BinaryReader reader) => new(FactOrder.Read(reader), reader.ReadDecimal(), reader.ReadBoolean());

    public void Write(BinaryWriter writer)
    {
        At.Write(writer);
        writer.Write(ShortestDecimal.Of(Value));
        writer.Write(Passes);
    }

    public bool IsBeyond(BalanceEdge other, bool isFirst)
    {
        if (isFirst)
        {
            return At.CompareTo(other.At) < 0;
        }

        return At.CompareTo(other.At) > 0;
    }
}
