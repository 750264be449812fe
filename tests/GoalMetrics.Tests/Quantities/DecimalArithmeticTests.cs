namespace GoalMetrics.Tests.Quantities;

/// <summary>Held against the operators of <see cref="decimal"/>: the same to the bit, with trailing zeros and the sign of zero.</summary>
public sealed class DecimalArithmeticTests
{
    private const int Times = 20_000;

    private static readonly decimal[] Edges =
    [
        0m, -0m, 0.00m, 1m, -1m, 1.0m, 1.0000000000000000000000000000m, 1.0000000000000000000000000001m, 0.9999999999999999999999999999m,
        -0.0000000000000000000000000001m, 0.0000000000000000000000000001m, 10m, 0.1m, long.MaxValue, 9_223_372_036_854_775_808m,
        0.9223372036854775807m, 0.9223372036854775808m, 1.000000000000000000m, 1.000000000000000001m, decimal.MaxValue, decimal.MinValue,
    ];

    private delegate decimal Fitting(decimal left, decimal right, out bool fits);

    [Fact]
    public void Add_AnyDecimals_IsTheirSumOrDoesNotFit() => ShouldAgree(DecimalArithmetic.Add, (left, right) => left + right);

    [Fact]
    public void Subtract_AnyDecimals_IsTheirDifferenceOrDoesNotFit() =>
        ShouldAgree(DecimalArithmetic.Subtract, (left, right) => left + -right);

    [Fact]
    public void Multiply_AnyDecimals_IsTheirProductOrDoesNotFit() => ShouldAgree(DecimalArithmetic.Multiply, (left, right) => left * right);

    [Fact]
    public void Divide_AnyDecimals_IsTheirQuotientOrDoesNotFit() =>
        ShouldAgree(
            (decimal left, decimal right, out bool fits) => DecimalArithmetic.Divide(left, right == 0m ? 3m : right, out fits),
            (left, right) => left / (right == 0m ? 3m : right));

    [Fact]
    public void IsShare_AnyDecimal_IsWhatComparisonsSay()
    {
        var random = new Random(21);
        foreach (var amount in Edges.Concat(Enumerable.Range(0, Times).Select(_ => SomeDecimal(random))))
        {
            DecimalArithmetic.IsShare(amount).Should().Be(amount >= 0m && amount <= 1m, "that is so of {0}", amount);
        }
    }

    private static void ShouldAgree(Fitting found, Func<decimal, decimal, decimal> expected)
    {
        var random = new Random(21);
        var pairs = Edges.SelectMany(left => Edges.Select(right => (left, right)))
            .Concat(Enumerable.Range(0, Times).Select(_ => (left: SomeDecimal(random), right: SomeDecimal(random))));
        foreach (var (left, right) in pairs)
        {
            var result = found(left, right, out var fits);
            if (Computed(expected, left, right) is { } amount)
            {
                fits.Should().BeTrue("{0} and {1} give {2}", left, right, amount);
                decimal.GetBits(result).Should().Equal(decimal.GetBits(amount), "{0} and {1} give {2}", left, right, amount);
            }
            else
            {
                fits.Should().BeFalse("{0} and {1} give too much", left, right);
            }
        }
    }

    private static decimal? Computed(Func<decimal, decimal, decimal> operation, decimal left, decimal right)
    {
        try
        {
            return operation(left, right);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Of few digits as often as of many.
    private static decimal SomeDecimal(Random random)
    {
        var words = random.Next(4);
        return new(Word(0), Word(1), Word(2), random.Next(2) == 0, (byte)random.Next(29));

        int Word(int place) => place < words ? unchecked((int)random.NextInt64(uint.MaxValue)) : 0;
    }
}
