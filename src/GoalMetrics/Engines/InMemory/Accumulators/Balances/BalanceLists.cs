namespace GoalMetrics;

// What each holder has on each list of complete snapshots: the last of its facts at the time of the list.
internal sealed class BalanceLists
{
    private SortedDictionary<long, BalanceEdge>?[] _lists = [];

    public IEnumerable<BalanceEdge> Of(int holder)
    {
        if (holder < _lists.Length && _lists[holder] is { } list)
        {
            return list.Values;
        }

        return [];
    }

    public void Add(int holder, BalanceEdge edge)
    {
        if (holder >= _lists.Length)
        {
            Array.Resize(ref _lists, Math.Max(holder + 1, _lists.Length * 2));
        }

        var list = _lists[holder] ??= [];
        if (!list.TryGetValue(edge.At.Time, out var known) || edge.IsBeyond(known, isFirst: false))
        {
            list[edge.At.Time] = edge;
        }
    }

    public void Write(int holder, BinaryWriter writer)
    {
        writer.Write(Of(holder).Count());
        foreach (var edge in Of(holder))
        {
            edge.Write(writer);
        }
    }

    public void Read(int holder, BinaryReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            Add(holder, BalanceEdge.Read(reader));
        }
    }
}
