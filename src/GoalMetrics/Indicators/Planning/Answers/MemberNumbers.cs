using System.Collections.Immutable;

namespace GoalMetrics;

// Numbers combinations of members in the order they are first met, from 0. Looking up a known one allocates nothing.
internal sealed class MemberNumbers
{
    private readonly List<MemberKey> _keys = [];
    private readonly List<int> _next = [];

    // The first key of each bucket, or −1. The length is a power of two.
    private int[] _buckets = Empty(8);

    public IReadOnlyList<MemberKey> Keys => _keys;

    public int Of(ReadOnlySpan<string?> members)
    {
        var bucket = MemberKey.Hash(members) & (_buckets.Length - 1);
        for (var number = _buckets[bucket]; number >= 0; number = _next[number])
        {
            if (_keys[number].Is(members))
            {
                return number;
            }
        }

        _keys.Add(new(ImmutableArray.Create(members)));
        _next.Add(_buckets[bucket]);
        _buckets[bucket] = _keys.Count - 1;
        if (_keys.Count > _buckets.Length)
        {
            Rebuild();
        }

        return _keys.Count - 1;
    }

    private void Rebuild()
    {
        _buckets = Empty(_buckets.Length * 2);
        for (var number = 0; number < _keys.Count; number++)
        {
            var bucket = _keys[number].GetHashCode() & (_buckets.Length - 1);
            _next[number] = _buckets[bucket];
            _buckets[bucket] = number;
        }
    }

    private static int[] Empty(int length)
    {
        var buckets = new int[length];
        Array.Fill(buckets, -1);
        return buckets;
    }
}
