using System.Globalization;

namespace GoalMetrics.Tests.Quantities.Exact;

public class ShortestDecimalTests
{
    [Fact] // G29 drops the zeros at the end.
    public void Of_AnyValue_IsTheSameWithoutZerosAtItsEnd() => Decimals.All.Sample(value =>
    {
        var shortest = ShortestDecimal.Of(value);
        return shortest == value
            && shortest.Scale == decimal.Parse(
                Math.Round(value, 28).ToString("G29", CultureInfo.InvariantCulture),
                NumberStyles.Float,
                CultureInfo.InvariantCulture).Scale;
    });

    [Fact]
    public void Write_AnyValue_IsReadAgain() => Decimals.All.Sample(value =>
        WrittenBytes.Read(WrittenBytes.Of(writer => ShortestDecimal.Write(writer, value)), ShortestDecimal.Read) == value);

    [Fact]
    public void Write_Value_IsItsMantissaFromTheLowestByteThenScaleAndSign() =>
        WrittenBytes.Of(writer => ShortestDecimal.Write(writer, -258.50m))
            .Should().Equal(0x19, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x80);

    [Theory]
    [InlineData(150, 2 << 16)] // 1.50
    [InlineData(0, 1 << 16)] // 0.0
    [InlineData(0, int.MinValue)] // −0
    [InlineData(1, 29 << 16)]
    [InlineData(1, 1)]
    [InlineData(1, 1 << 24)]
    public void Read_ADecimalThatWouldNotBeWritten_IsRefused(int low, int flags) => WrittenBytes.Refusal(
        writer =>
        {
            writer.Write(low);
            writer.Write(0L);
            writer.Write(flags);
        },
        ShortestDecimal.Read).Should().Be($"Expected a decimal without zeros at its end; found {low:x8} 00000000 00000000 {flags:x8}.");
}
