namespace GoalMetrics.Tests.Indicators.Projections;

/// <summary>What is common to rows of numbers, by hand.</summary>
public sealed class CommonRelationTests
{
    [Fact] // (1, 2, 3) and (4, 5, 6): 1 times the first less 2 times the second plus the third is 0 in both.
    public void Of_RowsThatLeaveOne_FindsIt()
    {
        var relation = CommonRelation.Of([[1d, 2d, 3d], [4d, 5d, 6d], [7d, 8d, 9d], [10d, 11d, 12d]])!;

        (relation[0] / relation[2]).Should().BeApproximately(1d, 1e-12);
        (relation[1] / relation[2]).Should().BeApproximately(-2d, 1e-12);
    }

    [Fact]
    public void Of_RowsOfAllSizes_FindsIt()
    {
        var relation = CommonRelation.Of([[1e15, 2e15, 3e15], [4e-9, 5e-9, 6e-9], [0d, 0d, 0d]])!;

        (relation[1] / relation[2]).Should().BeApproximately(-2d, 1e-9);
    }

    [Fact]
    public void Of_RowsThatHaveNothingInCommon_IsNone() =>
        CommonRelation.Of([[1d, 2d, 3d], [4d, 5d, 6d], [7d, 8d, 10d]]).Should().BeNull();

    [Fact]
    public void Of_RowsThatLeaveSeveral_IsNone() => CommonRelation.Of([[1d, 2d, 3d], [2d, 4d, 6d]]).Should().BeNull();

    [Fact]
    public void Of_NoRows_IsNone() => CommonRelation.Of([]).Should().BeNull();
}
