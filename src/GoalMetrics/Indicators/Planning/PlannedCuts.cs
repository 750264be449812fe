using System.Collections;

namespace GoalMetrics;

// The cuts of a request being built: once all of them are there and in order, earliest first, each once.
internal sealed class PlannedCuts<T>(int capacity) : IReadOnlyList<T>
    where T : struct, IComparable<T>
{
    private T[] _cuts = new T[capacity];

    public int Count { get; private set; }

    public T this[int index] => _cuts[index];

    // Most windows start where the one before them ends, and a total starts with the first and ends with the last.
    public void Add(T cut)
    {
        if (Count > 0 && (_cuts[Count - 1].CompareTo(cut) == 0 || _cuts[0].CompareTo(cut) == 0))
        {
            return;
        }

        if (Count == _cuts.Length)
        {
            Array.Resize(ref _cuts, Math.Max(4, Count * 2));
        }

        _cuts[Count++] = cut;
    }

    // As most are already.
    public void PutInOrder()
    {
        for (var i = 1; i < Count; i++)
        {
            if (_cuts[i - 1].CompareTo(_cuts[i]) >= 0)
            {
                Sort();
                return;
            }
        }
    }

    // The index of a cut that is there.
    public int IndexOf(T cut)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_cuts[middle].CompareTo(cut) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public bool SequenceEqual(PlannedCuts<T> other) => _cuts.AsSpan(0, Count).SequenceEqual(other._cuts.AsSpan(0, other.Count));

    public IEnumerator<T> GetEnumerator() => _cuts.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Sort()
    {
        Array.Sort(_cuts, 0, Count);
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (kept == 0 || _cuts[kept - 1].CompareTo(_cuts[i]) != 0)
            {
                _cuts[kept++] = _cuts[i];
            }
        }

        Count = kept;
    }
}
