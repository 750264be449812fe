namespace GoalMetrics.Tests.Engines.Sketches;

public class HyperLogLogBytesTests
{
    [Fact]
    public void Write_Few_IsTheirNumberAndEachInAscendingOrderFromTheLowestByte()
    {
        var sketch = new HyperLogLog();
        sketch.Add(0x8000_0000_0000_0001);
        sketch.Add(0x0102_0304_0506_0708);

        WrittenBytes.Of(sketch.Write).Should().Equal(2, 0, 0, 0, 8, 7, 6, 5, 4, 3, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0x80);
        WrittenBytes.Of(new HyperLogLog().Write).Should().Equal(0, 0, 0, 0);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(1_025)]
    public void Read_ImpossibleNumber_IsRefused(int count) => WrittenBytes.Refusal(writer => writer.Write(count), HyperLogLog.Read)
        .Should().Be($"Expected a distinct count of 0 to 1024 hashes, or -1 and registers; found {count}.");

    [Theory]
    [InlineData(8, 7)]
    [InlineData(8, 8)]
    [InlineData(8, 0)]
    public void Read_HashesOutOfOrder_IsRefused(ulong first, ulong second) => WrittenBytes.Refusal(
        writer =>
        {
            writer.Write(2);
            writer.Write(first);
            writer.Write(second);
        },
        HyperLogLog.Read).Should().Be($"Expected the hashes of a distinct count in ascending order from 1; found {second} after {first}.");

    [Fact] // 0 stands for a free place; it is added as 1.
    public void Read_Hash0_IsRefused() => WrittenBytes.Refusal(
        writer =>
        {
            writer.Write(1);
            writer.Write(0UL);
        },
        HyperLogLog.Read).Should().Be("Expected the hashes of a distinct count in ascending order from 1; found 0 after 0.");

    [Theory]
    [InlineData(52)]
    [InlineData(255)]
    public void Read_RegisterAbove51_IsRefused(byte register) => WrittenBytes.Refusal(
        writer =>
        {
            writer.Write(-1);
            writer.Write([.. new byte[700], register, .. new byte[15_683]]);
        },
        HyperLogLog.Read).Should().Be($"Expected registers of a distinct count from 0 to 51; found {register} in register 700.");

    [Fact]
    public void Read_EmptyRegisters_AreRefused() => WrittenBytes.Refusal(
        writer =>
        {
            writer.Write(-1);
            writer.Write(new byte[16_384]);
        },
        HyperLogLog.Read).Should().Be("Expected registers of a distinct count above 0; found none.");

    [Theory]
    [InlineData(2)]
    [InlineData(2_000)]
    public void Read_TornAnywhere_IsRefused(int hashes)
    {
        var sketch = new HyperLogLog();
        for (var i = 0; i < hashes; i++)
        {
            sketch.Add(MemberHash.Of(i));
        }

        var bytes = WrittenBytes.Of(sketch.Write);
        for (var length = 0; length < bytes.Length; length += hashes)
        {
            WrittenBytes.Refusal(writer => writer.Write(bytes.AsSpan(0, length)), HyperLogLog.Read)
                .Should().Be("Expected a whole distinct count; found the end of the data.");
        }
    }
}
