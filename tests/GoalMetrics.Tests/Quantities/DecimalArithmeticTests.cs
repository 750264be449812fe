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

        // Between what an estimate shows to fit and the largest decimal, by themselves and as sums and products.
        7.9e28m, 7.91e28m, 3.95e28m, 3.96e28m, 7.92e27m, 0.0922e28m, 2.81e14m, 2.8147e14m, 281_474_976_710_656m, 281_474_976_710_655m,
    ];

    [Fact]
    public void Sum_AnyAmounts_IsThatOfDecimalsOrTooLarge() => ShouldAgree((left, right) => left + right, (left, right) => left + right);

    [Fact]
    public void Difference_AnyAmounts_IsThatOfDecimalsOrTooLarge() =>
        ShouldAgree((left, right) => left - right, (left, right) => left - right);

    [Fact]
    public void Product_AnyAmounts_IsThatOfDecimalsOrTooLarge() =>
        ShouldAgree((left, right) => left * right, (left, right) => left * right);

    [Fact]
    public void Times_AnyAmounts_IsTheProductOfDecimalsOrTooLarge() =>
        ShouldAgree((left, right) => Quantity.Times(right.Amount, left), (left, right) => left * right);

    [Fact]
    public void Quotient_AnyAmounts_IsThatOfDecimalsOrTooLarge() => ShouldAgree(
        (left, right) => right.Amount == 0m ? Quantity.Ratio(0m) : left / right,
        (left, right) => right == 0m ? 0m : left / right);

    [Fact]
    public void IsShare_AnyDecimal_IsWhatComparisonsSay()
    {
        var random = new Random(21);
        foreach (var amount in Edges.Concat(Enumerable.Range(0, Times).Select(_ => SomeDecimal(random))))
        {
            DecimalArithmetic.IsShare(amount).Should().Be(amount >= 0m && amount <= 1m, "that is so of {0}", amount);
        }
    }

    private static void ShouldAgree(Func<Quantity, Quantity, Quantity> found, Func<decimal, decimal, decimal> expected)
    {
        var random = new Random(21);
        var pairs = Edges.SelectMany(left => Edges.Select(right => (left, right)))
            .Concat(Enumerable.Range(0, Times).Select(_ => (left: SomeDecimal(random), right: SomeDecimal(random))));
        foreach (var (left, right) in pairs)
        {
            var result = found(Quantity.Ratio(left), Quantity.Ratio(right));
            if (Computed(expected, left, right) is { } amount)
            {
                decimal.GetBits(result.Amount).Should().Equal(decimal.GetBits(amount), "{0} and {1} give {2}", left, right, amount);
            }
            else
            {
                result.Reason.Should().Be(UndefinedReason.Overflow, "{0} and {1} give too much", left, right);
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
