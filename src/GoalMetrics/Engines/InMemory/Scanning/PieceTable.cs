using System.Numerics;

namespace GoalMetrics;

// Finds the piece of time that each of many times lies in. Time is divided into buckets no wider than the shortest piece, so that a
// bucket holds at most one cut: one table look-up and one comparison then place a time, whatever the order of times.
internal sealed class PieceTable
{
    private const int FewestBuckets = 1 << 6;
    private const int MostBuckets = 1 << 14;

    private readonly long[] _cuts;
    private readonly int _segmentCount;

    // The piece of each segment, which is the time between two cuts that follow each other; null where each is a piece.
    private readonly int[]? _pieces;

    // When each piece starts; there may be more behind them.
    private readonly long[] _starts;
    private readonly int[] _segmentOf;
    private readonly int _shift;
    private readonly bool _isExact;

    // Pieces between cuts, in order; −1 for a gap that belongs to no window.
    public PieceTable(TimeWindows[] requests, int rowCount)
    {
        var count = 0;
        foreach (var windows in requests)
        {
            count += windows.Count;
        }

        long[] borrowedStarts = [], borrowedEnds = [];
        BorrowedArray.Grow(ref borrowedStarts, count);
        BorrowedArray.Grow(ref borrowedEnds, count);
        var full = Ends(requests, borrowedStarts, borrowedEnds);
        var starts = borrowedStarts.AsSpan(0, full);
        var ends = borrowedEnds.AsSpan(0, full);
        _cuts = Cuts(starts, ends, out var gaps);
        _segmentCount = Math.Max(0, _cuts.Length - 1);
        Count = _segmentCount - gaps;
        if (gaps > 0)
        {
            (_pieces, _starts) = WithGaps(starts, ends);
        }
        else
        {
            _starts = _cuts;
        }

        BorrowedArray.Return(ref borrowedStarts);
        BorrowedArray.Return(ref borrowedEnds);
        (_shift, _isExact) = WidthOfBuckets(rowCount);
        _segmentOf = SegmentsOfBuckets();
    }

    // The number of pieces.
    public int Count { get; }

    // The first piece that does not start before the time.
    public int FirstFrom(long time)
    {
        var place = Array.BinarySearch(_starts, 0, Count, time);
        return place < 0 ? ~place : place;
    }

    // The piece that holds all times from the first to the last; −1 if they lie outside all pieces, null if they span several.
    public int? Of(long first, long last)
    {
        if (_segmentCount == 0 || last < _cuts[0] || first >= _cuts[^1])
        {
            return -1;
        }

        if (first >= _cuts[0] && SegmentOf(first) is var segment && last < _cuts[segment + 1])
        {
            return PieceOf(segment);
        }

        return null;
    }

    // The piece of each time, given the earliest and the latest of them. False if some times lie in no piece, and have −1.
    public bool Place(ReadOnlySpan<long> times, long first, long last, Span<int> pieces)
    {
        pieces = pieces[..times.Length];
        if (first < _cuts[0] || last >= _cuts[^1] || !_isExact)
        {
            PlacePlain(times, pieces);
            return false;
        }

        SegmentLookup.Find(times, _cuts, _segmentOf, _shift, pieces);
        if (_pieces is null)
        {
            return true;
        }

        foreach (ref var piece in pieces)
        {
            piece = _pieces[piece];
        }

        return false;
    }

    // One time after the other, wherever it lies.
    public void PlacePlain(ReadOnlySpan<long> times, Span<int> pieces)
    {
        for (var i = 0; i < times.Length; i++)
        {
            pieces[i] = times[i] < _cuts[0] || times[i] >= _cuts[^1] ? -1 : PieceOf(SegmentOf(times[i]));
        }
    }

    // Where windows start and where they end, each in order; how many are not empty.
    private static int Ends(TimeWindows[] requests, long[] starts, long[] ends)
    {
        var at = 0;
        var areInOrder = true;
        foreach (var windows in requests)
        {
            for (var i = 0; i < windows.Count; i++)
            {
                if (windows[i] is var (start, end) && start < end)
                {
                    (starts[at], ends[at]) = (start, end);
                    areInOrder &= at == 0 || (starts[at - 1] <= start && ends[at - 1] <= end);
                    at++;
                }
            }
        }

        if (!areInOrder)
        {
            Array.Sort(starts, 0, at);
            Array.Sort(ends, 0, at);
        }

        return at;
    }

    // By segment, the number of its piece or −1; and when each piece starts.
    private (int[] Pieces, long[] Starts) WithGaps(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
    {
        var pieces = new int[_segmentCount];
        var startsOfPieces = new long[Count];
        var (started, ended, count) = (0, 0, 0);
        for (var segment = 0; segment < pieces.Length; segment++)
        {
            var cut = _cuts[segment];
            while (started < starts.Length && starts[started] <= cut)
            {
                started++;
            }

            while (ended < ends.Length && ends[ended] <= cut)
            {
                ended++;
            }

            pieces[segment] = started > ended ? count : -1;
            if (started > ended)
            {
                startsOfPieces[count++] = cut;
            }
        }

        return (pieces, startsOfPieces);
    }

    // Both together, each time once; and how many of the segments between them lie in no window.
    private static long[] Cuts(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends, out int gaps)
    {
        var cuts = new long[starts.Length + 1];
        var (started, ended, count) = (0, 0, 0);
        gaps = 0;
        while (ended < ends.Length)
        {
            var cut = started < starts.Length ? Math.Min(starts[started], ends[ended]) : ends[ended];
            while (started < starts.Length && starts[started] == cut)
            {
                started++;
            }

            while (ended < ends.Length && ends[ended] == cut)
            {
                ended++;
            }

            if (count == cuts.Length)
            {
                Array.Resize(ref cuts, starts.Length + ends.Length);
            }

            cuts[count++] = cut;
            gaps += started == ended && ended < ends.Length ? 1 : 0;
        }

        if (count == cuts.Length)
        {
            return cuts;
        }

        return cuts[..count];
    }

    // The width as a power of 2, and whether no bucket holds more than one cut.
    private (int Shift, bool IsExact) WidthOfBuckets(int rowCount)
    {
        if (_segmentCount == 0)
        {
            return default;
        }

        var shortest = ulong.MaxValue;
        for (var i = 0; i < _segmentCount; i++)
        {
            shortest = Math.Min(shortest, Length(_cuts[i], _cuts[i + 1]));
        }

        var whole = Length(_cuts[0], _cuts[^1]);
        var most = (ulong)Math.Clamp(rowCount, FewestBuckets, MostBuckets);
        var shift = BitOperations.Log2(shortest);
        while (whole >> shift >= most)
        {
            shift++;
        }

        return (shift, 1UL << shift <= shortest);
    }

    // By bucket, the segment that holds its start.
    private int[] SegmentsOfBuckets()
    {
        if (_segmentCount == 0)
        {
            return [];
        }

        var segments = new int[(int)(Length(_cuts[0], _cuts[^1]) >> _shift) + 1];
        var segment = 0;
        for (var bucket = 0; bucket < segments.Length; bucket++)
        {
            while (segment + 1 < _segmentCount && Length(_cuts[0], _cuts[segment + 1]) <= (ulong)bucket << _shift)
            {
                segment++;
            }

            segments[bucket] = segment;
        }

        return segments;
    }

    private int PieceOf(int segment) => _pieces is null ? segment : _pieces[segment];

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
