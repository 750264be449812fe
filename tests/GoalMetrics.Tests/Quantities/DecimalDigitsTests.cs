using CsCheck;

namespace GoalMetrics.Tests.Quantities;

public sealed class DecimalDigitsTests
{
    [Fact]
    public void TryRead_AnyDecimalThatFits_IsItsDigitsAndScale() =>
        Gen.Select(Gen.Long[-long.MaxValue, long.MaxValue], Gen.Byte[0, 28]).Sample((digits, scale) =>
        {
            var magnitude = Math.Abs(digits);
            var amount = new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, digits < 0, scale);

            DecimalDigits.TryRead(in amount, out var mantissa, out var found).Should().BeTrue();

            mantissa.Should().Be(digits);
            found.Should().Be(scale);
        });

    [Theory]
    [InlineData("9223372036854775807", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("-9223372036854775808", false)]
    [InlineData("18446744073709551616", false)]
    public void TryRead_DigitsAtTheEndOfLong_SaysWhetherTheyFit(string text, bool fit)
    {
        var amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        DecimalDigits.TryRead(in amount, out _, out _).Should().Be(fit);
    }
}
