using System.Numerics;

namespace GoalMetrics;

// Numbers pairs in the order they are first met, from 0, and knows the pair of a number.
internal sealed class PairNumbers
{
    private long[] _pairs = new long[16];

    // Kept from 1; 0 is an empty place. Its length is a power of two.
    private int[] _places = new int[32];

    public int Count { get; private set; }

    public (int Left, int Right) this[int number] => unchecked(((int)(_pairs[number] >> 32), (int)_pairs[number]));

    public int Of(int left, int right)
    {
        var pair = Pair(left, right);
        ref var place = ref Place(pair);
        if (place > 0)
        {
            return place - 1;
        }

        if (Count == _pairs.Length)
        {
            Array.Resize(ref _pairs, Count * 2);
        }

        _pairs[Count] = pair;
        place = ++Count;
        if (Count * 2 > _places.Length)
        {
            Rebuild();
        }

        return Count - 1;
    }

    // −1 for a pair not met yet.
    public int Known(int left, int right) => Place(Pair(left, right)) - 1;

    private static long Pair(int left, int right) => ((long)left << 32) | (uint)right;

    // Where the pair stands, or the empty place where it would.
    private ref int Place(long pair)
    {
        var (places, mask) = (_places, _places.Length - 1);
        var at = (int)unchecked(((ulong)pair * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)places.Length)));
        while (places[at] > 0 && _pairs[places[at] - 1] != pair)
        {
            at = (at + 1) & mask;
        }

        return ref places[at];
    }

    private void Rebuild()
    {
        _places = new int[_places.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            Place(_pairs[number]) = number + 1;
        }
    }
}
