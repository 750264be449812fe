namespace GoalMetrics;

// How many values each bucket holds. Buckets lie in pages of 32, a quarter of a power of two, allocated on first use: adding takes two
// look-ups, without probing or moving, and a value far from the others costs one page, not all pages in between.
internal sealed class BucketCounts
{
    private const int PageBits = 5;
    private const int PageSize = 1 << PageBits;

    private long[]?[] _pages = [];

    // The number of the first page in the array; bucket 0 lies in page 0.
    private int _first;

    // The buckets that hold a value, in ascending order.
    public IEnumerable<(int Bucket, long Count)> All
    {
        get
        {
            for (var i = 0; i < _pages.Length; i++)
            {
                if (_pages[i] is { } page)
                {
                    for (var place = 0; place < PageSize; place++)
                    {
                        if (page[place] > 0)
                        {
                            yield return (((_first + i) << PageBits) + place, page[place]);
                        }
                    }
                }
            }
        }
    }

    // Reads as many buckets as were written; the total is the sum of their counts.
    public static BucketCounts Read(BinaryReader reader, int buckets, out long total)
    {
        var counts = new BucketCounts();
        var before = -ValueBucket.Last - 1;
        total = 0;
        for (var i = 0; i < buckets; i++)
        {
            var (bucket, count) = (reader.ReadInt32(), reader.ReadInt64());
            if (bucket <= before || bucket > ValueBucket.Last)
            {
                throw new InvalidDataException(
                    $"Expected the buckets of quantiles in ascending order, none above {ValueBucket.Last};"
                    + $" found {bucket} after {before}.");
            }

            if (count <= 0 || count > long.MaxValue - total)
            {
                throw new InvalidDataException(
                    $"Expected counts above 0 of {long.MaxValue} values at most;"
                    + $" found {count} in bucket {bucket} after {total} below.");
            }

            counts.Add(bucket, count);
            (before, total) = (bucket, total + count);
        }

        return counts;
    }

    public void Add(int bucket, long count)
    {
        var place = (bucket >> PageBits) - _first;
        if (unchecked((uint)place) >= (uint)_pages.Length)
        {
            place = MakeRoom(bucket >> PageBits);
        }

        var page = _pages[place] ??= new long[PageSize];
        page[bucket & (PageSize - 1)] += count;
    }

    public void Write(BinaryWriter writer)
    {
        foreach (var (bucket, count) in All)
        {
            writer.Write(bucket);
            writer.Write(count);
        }
    }

    // Doubles the room, on the side where it is missing.
    private int MakeRoom(int page)
    {
        var (old, length) = (_pages, _pages.Length);
        if (length == 0)
        {
            _first = page;
        }

        var missing = page < _first ? _first - page : page - _first - length + 1;
        var added = Math.Max(missing, length);
        var before = page < _first ? added : 0;
        _pages = new long[length + added][];
        old.CopyTo(_pages, before);
        _first -= before;
        return page - _first;
    }
}
