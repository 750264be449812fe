using CsCheck;

namespace GoalMetrics.Tests.Sources;

// The code of a number is how many lower ones there are, as a sorted set of them has it.
public class NumberRanksTests
{
    [Fact]
    public void CodeOf_AnyNumbers_IsTheirPlaceInOrder() =>
        Gen.OneOf(Gen.Long[0, 8], Gen.Long[-1, 70], Gen.Long[60, 70], Gen.Long[-1, 5000], Gen.Long[1_000_000, 1_000_200]).Array[0, 300].Sample(
            numbers => Check(numbers),
            iter: 500);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 64)]
    [InlineData(0, 128)] // One more than fits the width of the numbers themselves.
    [InlineData(-1, 129)]
    [InlineData(1, 500)]
    [InlineData(-1, 32_769)]
    [InlineData(70_000, 100)]
    public void CodeOf_EveryNumberOfARange_IsTheDistanceFromTheFirst(int first, int count)
    {
        var ranks = Check([.. Enumerable.Range(first, count).Select(n => (long)n)]);
        ranks.CodeOf(first).Should().Be(0);
        ranks.CodeOf(first + count - 1).Should().Be(count - 1);
        ranks.CodeOf(first + count).Should().Be(-1);
    }

    private static NumberRanks Check(long[] numbers)
    {
        var packed = new PackedNumbers();
        packed.Add(numbers);
        var ranks = new NumberRanks(packed);
        long[] sorted = [.. numbers.Distinct().Order()];
        ranks.Count.Should().Be(sorted.Length);
        Enumerable.Range(0, sorted.Length).Select(code => ranks[code]).Should().Equal(sorted);
        foreach (var number in numbers.SelectMany(n => (long[])[n - 1, n, n + 1, n + 64]).Concat([-2, 0, long.MinValue, long.MaxValue]))
        {
            ranks.CodeOf(number).Should().Be(Math.Max(-1, Array.BinarySearch(sorted, number)));
        }

        var codes = ranks.CodesOf(packed);
        Enumerable.Range(0, numbers.Length).Select(row => (int)codes[row]).Should().Equal(numbers.Select(n => Array.BinarySearch(sorted, n)));
        return ranks;
    }
}
