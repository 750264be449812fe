namespace GoalMetrics.Tests.Engines.Sketches;

public class HyperLogLogTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(1_024)]
    public void Estimate_Few_IsExact(int members)
    {
        var sketch = Of(members, seed: 1);
        Add(sketch, members, seed: 1);

        sketch.IsExact.Should().BeTrue();
        sketch.Estimate().Should().Be(members);
    }

    [Theory]
    [InlineData(1_025, 1)]
    [InlineData(3_000, 2)]
    [InlineData(10_000, 3)]
    [InlineData(41_000, 4)] // five halves of the registers: where the first estimators were biased
    [InlineData(100_000, 5)]
    [InlineData(1_000_000, 6)]
    [InlineData(10_000_000, 7)]
    public void Estimate_Many_IsWithin4StandardErrors(int members, int seed)
    {
        var sketch = Of(members, seed);

        sketch.IsExact.Should().BeFalse();
        sketch.Estimate().Should().BeInRange(
            (decimal)(members * (1 - (4 * HyperLogLog.StandardError))), (decimal)(members * (1 + (4 * HyperLogLog.StandardError))));
    }

    [Theory] // Over 200 sets of members the mean error is within 4 of its own standard errors of 0, and the spread is as stated or less.
    [InlineData(2_000)]
    [InlineData(20_000)]
    [InlineData(60_000)]
    public void Estimate_ManySets_HasTheStatedErrorAndNoBias(int members)
    {
        var errors = Enumerable.Range(100, 200).Select(seed => (double)Of(members, seed).Estimate() / members - 1).ToArray();

        errors.Average().Should().BeInRange(
            -4 * HyperLogLog.StandardError / Math.Sqrt(200), 4 * HyperLogLog.StandardError / Math.Sqrt(200));
        Math.Sqrt(errors.Average(error => error * error)).Should().BeLessThan(HyperLogLog.StandardError * 1.15);
    }

    [Fact] // 14 bits say which register; it keeps the zeros behind them and the bit that ends those.
    public void Add_Hashes_KeepTheLongestRunsInTheirRegisters()
    {
        var sketch = new HyperLogLog();
        foreach (var hash in Enumerable.Range(0, 1_100).Select(i => (9UL << 50) | (1UL << 49) | (uint)i))
        {
            sketch.Add(hash);
        }

        ulong[] others =
            [5UL << 50, (6UL << 50) | 1, (7UL << 50) | (1UL << 48), (8UL << 50) | (1UL << 40), (8UL << 50) | (1UL << 41), 16_383UL << 50];
        foreach (var hash in others)
        {
            sketch.Add(hash);
        }

        var registers = WrittenBytes.Of(sketch.Write)[4..];
        registers.Should().HaveCount(16_384);
        registers[5..10].Should().Equal(51, 50, 2, 10, 1);
        registers[16_383].Should().Be(51);
        registers.Count(register => register > 0).Should().Be(6);
    }

    [Fact] // However many hashes could be, they are no more than 2⁶⁴.
    public void Estimate_EveryRegisterAtItsGreatest_IsThatOfAllHashes()
    {
        var sketch =
            WrittenBytes.Read([.. WrittenBytes.Of(writer => writer.Write(-1)), .. Enumerable.Repeat((byte)51, 16_384)], HyperLogLog.Read);
        sketch.Estimate().Should().BeApproximately(18_446_744_073_709_551_616m, 100_000m);
    }

    [Fact]
    public void Add_FewOrMany_AllocatesNothingAfterwards()
    {
        var (few, many) = (Of(900, seed: 1), Of(5_000, seed: 1));
        WrittenBytes.AllocatedBy(() => Add(few, 900, seed: 1)).Should().Be(0);
        WrittenBytes.AllocatedBy(() => Add(many, 9_000, seed: 1)).Should().Be(0);
    }

    [Fact]
    public void New_WithFewMembers_TakesFewBytes()
    {
        WrittenBytes.AllocatedBy(() => Of(4, seed: 1)).Should().BeLessThanOrEqualTo(200);
        WrittenBytes.AllocatedBy(() => Of(1_024, seed: 1)).Should().BeLessThan(33_000, "half of it is garbage left by growing");
        WrittenBytes.AllocatedBy(() => Of(100_000, seed: 1)).Should().BeLessThan(50_000);
    }

    private static HyperLogLog Of(int members, int seed)
    {
        var sketch = new HyperLogLog();
        Add(sketch, members, seed);
        return sketch;
    }

    private static void Add(HyperLogLog sketch, int members, int seed)
    {
        for (var i = 0; i < members; i++)
        {
            sketch.Add(MemberHash.Of((seed * 100_000_000L) + i));
        }
    }
}
