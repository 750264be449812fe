using GoalMetrics.Sources;

namespace GoalMetrics.Tests.Indicators.Planning;

// The rows of an answer by member and window, in whatever order an engine gives them.
public class MemberRowsTests
{
    // Two members in turn, windows 2, 0 and 1 of each: 4, 1 and 2 of the first, and ten times as much of the second.
    private static readonly MemberRows Rows = new(Answer((2, 4m), (2, 40m), (0, 1m), (0, 10m), (1, 2m), (1, 20m)), [0, 1, 0, 1, 0, 1], 2);

    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(0, 1, 2, 2)]
    [InlineData(0, 2, 3, 4)]
    [InlineData(0, 0, 2, 3)]
    [InlineData(1, 1, 3, 60)]
    [InlineData(1, 0, 3, 70)]
    public void TryValue_WindowsOutOfOrder_SumOfThoseAskedFor(int member, int first, int end, int expected)
    {
        Rows.TryValue(0, member, first, end, out var value).Should().BeTrue();
        value.Amount.Should().Be(expected);
    }

    [Fact]
    public void TryValue_NoRowsThere_False() => Rows.TryValue(0, 0, 3, 5, out _).Should().BeFalse();

    [Fact]
    public void Values_WindowsOutOfOrder_EarliestFirst() =>
        Rows.Values(0, 1, 0, 3).Select(row => (row.Window, row.Value.Amount)).Should().Equal((0, 10m), (1, 20m), (2, 40m));

    private static AggregateRows Answer(params (int Window, decimal Value)[] rows)
    {
        var answer = new AggregateRows(0, 1);
        foreach (var (window, value) in rows)
        {
            answer.Add(window, [], [value]);
        }

        return answer;
    }
}
