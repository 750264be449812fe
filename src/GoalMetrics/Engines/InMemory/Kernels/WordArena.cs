using System.Buffers;

namespace GoalMetrics;

// Hands out cleared stretches of words from a few large arrays, which are rented and returned together, so that many sets cost a query
// no allocation.
internal sealed class WordArena
{
    private const int ArraySize = 1 << 17;

    private readonly List<ulong[]> _arrays = [];
    private int _left;

    public ArraySegment<ulong> Take(int length)
    {
        if (length > _left)
        {
            _arrays.Add(ArrayPool<ulong>.Shared.Rent(Math.Max(ArraySize, length)));
            _left = _arrays[^1].Length;
        }

        var taken = new ArraySegment<ulong>(_arrays[^1], _arrays[^1].Length - _left, length);
        taken.AsSpan().Clear();
        _left -= length;
        return taken;
    }

    public void Release()
    {
        _arrays.ForEach(array => ArrayPool<ulong>.Shared.Return(array));
        _arrays.Clear();
        _left = 0;
    }
}
