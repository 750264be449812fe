namespace GoalMetrics.Tests.Engines.Sketches;

public class QuantileSketchBytesTests
{
    private const int BucketOf1 = 12_033;

    [Fact]
    public void Write_Values_IsBucketsThenEdgesThenCounts()
    {
        var sketch = new QuantileSketch();
        foreach (var value in new[] { 1.00m, 1.001m, -1m })
        {
            sketch.Add(value);
        }

        WrittenBytes.Of(sketch.Write).Should().Equal(Contents(2, -1m, 1.001m, (-BucketOf1, 1), (BucketOf1, 2)));
        WrittenBytes.Of(new QuantileSketch().Write).Should().Equal(0, 0, 0, 0);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(48_642)]
    public void Read_ImpossibleNumberOfBuckets_IsRefused(int buckets) => Refusal(BitConverter.GetBytes(buckets))
        .Should().Be($"Expected quantiles in 0 to 48641 buckets, or -1 for too many; found {buckets}.");

    [Fact]
    public void Read_BucketsOutOfOrder_AreRefused()
    {
        Refusal(Contents(2, 1, 1, (BucketOf1, 1), (BucketOf1, 1))).Should().Be(
            "Expected the buckets of quantiles in ascending order, none above 24320; found 12033 after 12033.");
        Refusal(Contents(1, 1, 1, (24_321, 1)))
            .Should().Be("Expected the buckets of quantiles in ascending order, none above 24320; found 24321 after -24321.");
        Refusal(Contents(1, 1, 1, (-24_321, 1)))
            .Should().Be("Expected the buckets of quantiles in ascending order, none above 24320; found -24321 after -24321.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Read_ImpossibleCount_IsRefused(long count) => Refusal(Contents(2, 0, 1, (0, 1), (BucketOf1, count))).Should().Be(
        $"Expected counts above 0 of 9223372036854775807 values at most; found {count} in bucket 12033 after 1 below.");

    [Fact]
    public void Read_EdgesOfOtherBuckets_AreRefused()
    {
        Refusal(Contents(1, 1, 2, (BucketOf1, 2))).Should().Be(
            "Expected the smallest and the largest of 2 values in buckets 12033 and 12033; found 1 in 12033 and 2 in 12161.");
        Refusal(Contents(1, 0.5m, 1, (BucketOf1, 2))).Should().Be(
            "Expected the smallest and the largest of 2 values in buckets 12033 and 12033; found 0.5 in 11905 and 1 in 12033.");
        Refusal(Contents(1, 1.001m, 1, (BucketOf1, 2))).Should().Be(
            "Expected the smallest and the largest of 2 values in buckets 12033 and 12033; found 1.001 in 12033 and 1 in 12033.");
        Refusal(Contents(1, 1, 1.001m, (BucketOf1, 1))).Should().Be(
            "Expected the smallest and the largest of 1 values in buckets 12033 and 12033; found 1 in 12033 and 1.001 in 12033.");
    }

    [Fact]
    public void Read_TornAnywhere_IsRefused()
    {
        var bytes = Contents(2, -1m, 1.001m, (-BucketOf1, 1), (BucketOf1, 2));
        for (var length = 0; length < bytes.Length; length++)
        {
            Refusal(bytes[..length]).Should().Be("Expected whole quantiles; found the end of the data.");
        }
    }

    private static string Refusal(byte[] bytes) => WrittenBytes.Refusal(writer => writer.Write(bytes), QuantileSketch.Read);

    private static byte[] Contents(int buckets, decimal minimum, decimal maximum, params (int Bucket, long Count)[] counts) =>
        WrittenBytes.Of(writer =>
        {
            writer.Write(buckets);
            writer.Write(minimum);
            writer.Write(maximum);
            foreach (var (bucket, count) in counts)
            {
                writer.Write(bucket);
                writer.Write(count);
            }
        });
}
