namespace GoalMetrics;

internal sealed partial class QuantileSketch
{
    public static QuantileSketch Read(BinaryReader reader)
    {
        try
        {
            return ReadContents(reader);
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException("Expected whole quantiles; found the end of the data.", end);
        }
    }

    // Equal contents give equal bytes, little endian: the number of buckets, then smallest and largest value, then number and count of
    // each bucket in ascending order; −1 alone if there were too many values.
    public void Write(BinaryWriter writer)
    {
        if (_count <= 0)
        {
            writer.Write((int)_count);
            return;
        }

        writer.Write(_counts.All.Count());
        ShortestDecimal.Write(writer, _minimum);
        ShortestDecimal.Write(writer, _maximum);
        _counts.Write(writer);
    }

    private static QuantileSketch ReadContents(BinaryReader reader)
    {
        var sketch = new QuantileSketch();
        var buckets = reader.ReadInt32();
        switch (buckets)
        {
            case TooMany:
                sketch.Overflow();
                break;
            case < TooMany or > (2 * ValueBucket.Last) + 1:
                throw new InvalidDataException(
                    $"Expected quantiles in 0 to {(2 * ValueBucket.Last) + 1} buckets, or -1 for too many; found {buckets}.");
            case > 0:
                var (minimum, maximum) = (ShortestDecimal.Read(reader), ShortestDecimal.Read(reader));
                sketch.Include(minimum, ValueBucket.Of(minimum));
                sketch.Include(maximum, ValueBucket.Of(maximum));
                sketch._counts = BucketCounts.Read(reader, buckets, out sketch._count);
                sketch.CheckEdges(minimum, maximum);
                break;
        }

        return sketch;
    }

    private void CheckEdges(decimal minimum, decimal maximum)
    {
        var (first, last) = (_counts.All.First().Bucket, _counts.All.Last().Bucket);
        var (lowest, highest) = (ValueBucket.Of(minimum), ValueBucket.Of(maximum));
        if (minimum > maximum || (_count == 1 && minimum != maximum) || lowest != first || highest != last)
        {
            throw new InvalidDataException(
                $"Expected the smallest and the largest of {_count} values in buckets {first} and {last};"
                + $" found {minimum} in {lowest} and {maximum} in {highest}.");
        }
    }
}
