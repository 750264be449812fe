using System.Numerics;

namespace GoalMetrics;

// Quantiles of any number of values, each within a stated share of the true one: DDSketch (Masson, Rim & Lee 2019, "DDSketch: a fast
// and fully-mergeable quantile sketch with relative-error guarantees", PVLDB 12(12)) with buckets that are 1/128 wide at most. Its
// answers depend on the values alone, not on their order, nor on how they were split and merged. More than 2⁶³ − 1 values are too many,
// which it remembers. For one thread at a time.
internal sealed partial class QuantileSketch
{
    // The middle of a bucket, rounded to 6 digits, is within 1/257 of every value in it. The 28 decimals of a decimal are a limit too:
    // values below about 10⁻²² may be off by another half a unit of the last one.
    public const decimal RelativeError = 1 / 256m;

    private const int TooMany = -1;

    private BucketCounts _counts = new();
    private long _count;
    private decimal _minimum = decimal.MaxValue;
    private decimal _maximum = decimal.MinValue;
    private int _lowest = int.MaxValue;
    private int _highest = int.MinValue;

    // Null if there were too many.
    public long? Count => _count == TooMany ? null : _count;

    // Exact; null if there are no values, or too many.
    public decimal? Minimum => _count > 0 ? ShortestDecimal.Of(_minimum) : null;

    public decimal? Maximum => _count > 0 ? ShortestDecimal.Of(_maximum) : null;

    // By reference, here and below: copying a decimal from call to call takes longer than counting it.
    public void Add(in decimal value)
    {
        // There were too many already, or there are now.
        if (unchecked((ulong)_count) >= long.MaxValue)
        {
            Overflow();
            return;
        }

        var bucket = ValueBucket.Of(value);
        Include(value, bucket);
        _counts.Add(bucket, 1);
        _count++;
    }

    // As if all of the other's values had been added here.
    public void Merge(QuantileSketch other)
    {
        if (_count == TooMany || other._count == TooMany || other._count > long.MaxValue - _count)
        {
            Overflow();
            return;
        }

        if (other._count > 0)
        {
            Include(other._minimum, other._lowest);
            Include(other._maximum, other._highest);
            _count += other._count;
            foreach (var (bucket, count) in other._counts.All)
            {
                _counts.Add(bucket, count);
            }
        }
    }

    // The smallest value that at least this share of the values does not exceed (nearest rank), to 6 digits; the first and the last
    // value are exact. Null if there are no values, or too many.
    public decimal? Quantile(decimal share)
    {
        if (share is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(share), $"Expected a share from 0 to 1; found {share}.");
        }

        if (_count <= 0)
        {
            return null;
        }

        var rank = RankOf(share);
        if (rank <= 1)
        {
            return Minimum;
        }

        if (rank == _count)
        {
            return Maximum;
        }

        return ShortestDecimal.Of(Math.Clamp(ValueBucket.Middle(BucketAt(rank)), _minimum, _maximum));
    }

    private void Include(in decimal value, int bucket)
    {
        // Buckets are ordered as the values, and cheaper to compare.
        if (bucket <= _lowest && value < _minimum)
        {
            (_minimum, _lowest) = (value, bucket);
        }

        if (bucket >= _highest && value > _maximum)
        {
            (_maximum, _highest) = (value, bucket);
        }
    }

    // Counted from 1; in whole numbers, as the product may have more digits than a decimal.
    private long RankOf(decimal share)
    {
        var denominator = BigInteger.Pow(10, share.Scale);
        return (long)(((ExactDecimal.Mantissa(share) * (BigInteger)_count) + denominator - 1) / denominator);
    }

    private int BucketAt(long rank)
    {
        long below = 0;
        return _counts.All.First(bucket => (below += bucket.Count) >= rank).Bucket;
    }

    private void Overflow() => (_counts, _count, _minimum, _maximum, _lowest, _highest) =
        (new(), TooMany, decimal.MaxValue, decimal.MinValue, int.MaxValue, int.MinValue);
}
