using System.Runtime.InteropServices;

namespace GoalMetrics;

// Numbers pairs in the order they are first met, from 0: by a table while the numbers are small, by a hash beyond.
internal sealed class PairNumbers(int rightCount)
{
    private const int LargestTable = 1 << 16;

    private readonly Dictionary<long, int> _beyond = [];

    // Kept from 1; 0 is a pair not met yet.
    private int[] _table = [];
    private int _count;

    public int Of(int left, int right)
    {
        var pair = ((long)left * rightCount) + right;
        return pair < _table.Length && _table[pair] is > 0 and var number ? number - 1 : Find(pair);
    }

    // −1 for a pair not met yet.
    public int Known(int left, int right)
    {
        var pair = ((long)left * rightCount) + right;
        return pair >= LargestTable ? _beyond.GetValueOrDefault(pair, -1)
            : pair < _table.Length ? _table[pair] - 1
            : -1;
    }

    private int Find(long pair)
    {
        if (pair >= LargestTable)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_beyond, pair, out var known);
            return known ? number : number = _count++;
        }

        if (pair >= _table.Length)
        {
            Array.Resize(ref _table, (int)Math.Min(LargestTable, Math.Max(256, (pair + 1) * 2)));
        }

        _table[pair] = ++_count;
        return _count - 1;
    }
}
