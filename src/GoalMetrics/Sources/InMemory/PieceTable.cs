using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// Finds the piece of time that each of many times lies in. Time is cut into buckets no wider than the shortest piece, so that a bucket
// holds one cut at most: a look at a table and a comparison then say where a time lies, in any order of times.
internal sealed class PieceTable
{
    private const int MostBuckets = 1 << 14;

    private readonly long[] _cuts;
    private readonly int[] _pieces;
    private readonly int[] _segmentOf;
    private readonly int _shift;
    private readonly bool _isExact;
    private readonly bool _hasGaps;

    // Pieces between cuts, in order; −1 between two cuts that no window has between them.
    public PieceTable(IReadOnlyList<TimeWindows> requests)
    {
        // Where windows start and end, and by how many more or fewer windows lie behind.
        var ends = new SortedDictionary<long, int>();
        foreach (var windows in requests)
        {
            for (var i = 0; i < windows.Count; i++)
            {
                var (start, end) = windows[i];
                if (start < end)
                {
                    ends[start] = ends.GetValueOrDefault(start) + 1;
                    ends[end] = ends.GetValueOrDefault(end) - 1;
                }
            }
        }

        _cuts = [.. ends.Keys];
        _pieces = new int[Math.Max(0, _cuts.Length - 1)];
        Starts = new long[_pieces.Length];
        var (open, count) = (0, 0);
        for (var segment = 0; segment < _pieces.Length; segment++)
        {
            open += ends[_cuts[segment]];
            _pieces[segment] = open > 0 ? count : -1;
            if (open > 0)
            {
                Starts[count++] = _cuts[segment];
            }
        }

        _hasGaps = count < _pieces.Length;
        if (_hasGaps)
        {
            Starts = Starts[..count];
        }

        if (_pieces.Length == 0)
        {
            _segmentOf = [];
            return;
        }

        var shortest = _cuts.Zip(_cuts.Skip(1), Length).Min();
        var whole = Length(_cuts[0], _cuts[^1]);
        _shift = BitOperations.Log2(shortest);
        while (whole >> _shift >= MostBuckets)
        {
            _shift++;
        }

        _isExact = 1UL << _shift <= shortest;
        _segmentOf = new int[(int)(whole >> _shift) + 1];
        var at = 0;
        for (var bucket = 0; bucket < _segmentOf.Length; bucket++)
        {
            while (at + 1 < _pieces.Length && Length(_cuts[0], _cuts[at + 1]) <= (ulong)bucket << _shift)
            {
                at++;
            }

            _segmentOf[bucket] = at;
        }
    }

    // When each piece starts.
    public long[] Starts { get; }

    // The first piece that does not start before the time.
    public int FirstFrom(long time)
    {
        var place = Array.BinarySearch(Starts, time);
        return place < 0 ? ~place : place;
    }

    // The piece of all times from the first to the last; −1 where they lie outside all of them, null where they are not in one.
    public int? Of(long first, long last)
    {
        if (_pieces.Length == 0 || last < _cuts[0] || first >= _cuts[^1])
        {
            return -1;
        }

        return first >= _cuts[0] && SegmentOf(first) is var segment && last < _cuts[segment + 1] ? _pieces[segment] : null;
    }

    // The piece of each time, of which the first and the last are known; false where some have none, and −1 instead.
    public bool Place(ReadOnlySpan<long> times, long first, long last, Span<int> pieces)
    {
        pieces = pieces[..times.Length];
        if (first < _cuts[0] || last >= _cuts[^1] || !_isExact)
        {
            for (var i = 0; i < times.Length; i++)
            {
                pieces[i] = times[i] < _cuts[0] || times[i] >= _cuts[^1] ? -1 : _pieces[SegmentOf(times[i])];
            }

            return false;
        }

        Place(ref MemoryMarshal.GetReference(times), times.Length, ref MemoryMarshal.GetReference(pieces));
        if (!_hasGaps)
        {
            return true;
        }

        foreach (ref var piece in pieces)
        {
            piece = _pieces[piece];
        }

        return false;
    }

    // Every time lies between the first cut and the last, so that the bounds of arrays need not be looked at again.
    private void Place(ref long times, int count, ref int pieces)
    {
        var (origin, shift) = (_cuts[0], _shift);
        ref var segments = ref MemoryMarshal.GetArrayDataReference(_segmentOf);
        ref var ends = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cuts), 1);
        unchecked
        {
            for (nint i = 0; i < count; i++)
            {
                var time = Unsafe.Add(ref times, i);
                var segment = Unsafe.Add(ref segments, (nint)((ulong)(time - origin) >> shift));

                // One more where the time is not before the end; without a branch, which the processor could not foresee.
                Unsafe.Add(ref pieces, i) = segment + 1 - (int)((ulong)(time - Unsafe.Add(ref ends, segment)) >> 63);
            }
        }
    }

    private int SegmentOf(long time)
    {
        var segment = _segmentOf[(int)(Length(_cuts[0], time) >> _shift)];
        while (time >= _cuts[segment + 1])
        {
            segment++;
        }

        return segment;
    }

    private static ulong Length(long start, long end) => unchecked((ulong)(end - start));
}
