using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Charts;

public sealed class ChangePointTests
{
    [Fact]
    public void Propose_TwoSteps_AreFoundWhereTheyArePlanted()
    {
        var random = new RandomNumbers(3);
        double[] values =
            [.. Enumerable.Range(0, 120).Select(i => random.Normal() + (i >= 40 ? 3d : 0d) + (i >= 90 ? -5d : 0d))];

        var changes = ChangePoint.Propose(values);

        changes.Should().HaveCount(2);
        changes[0].Index.Should().BeInRange(39, 41);
        changes[1].Index.Should().BeInRange(89, 91);
        changes[0].SizeInSigmas.Should().BeInRange(2, 4);
        changes[1].After.Should().BeApproximately(-2, 0.5);
        changes[0].After.Should().Be(changes[1].Before);
    }

    // The best of all segmentations of a short series, by trying each.
    [Fact]
    public void Propose_ShortSeries_IsTheBestOfAll()
    {
        double[] values = [1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 4, 5, 4, 5, 4, 5];

        ChangePoint.Propose(values, leastLength: 2).Select(change => (change.Index, change.Before, change.After))
            .Should().Equal((6, 1.5, 8.5), (12, 8.5, 4.5));
    }

    // A limit on false proposals: of 200 series of 100 values of noise, few have any.
    [Fact]
    public void Propose_Noise_IsRarelyAChange()
    {
        var random = new RandomNumbers(4);
        var proposed = Enumerable.Range(0, 200)
            .Count(_ => ChangePoint.Propose([.. Enumerable.Range(0, 100).Select(_ => random.Normal())]).Count > 0);

        proposed.Should().BeInRange(0, 20);
    }

    [Fact]
    public void Propose_ShortOrConstant_IsNothing()
    {
        ChangePoint.Propose([]).Should().BeEmpty();
        ChangePoint.Propose([1, 2, 1, 9, 8, 9]).Should().BeEmpty();
        ChangePoint.Propose(Enumerable.Repeat(5d, 50).ToList()).Should().BeEmpty();
        ChangePoint.Propose([1, 2, 1, 9, 8, 9], leastLength: int.MaxValue).Should().BeEmpty();
        Messages.Of<ArgumentOutOfRangeException>(() => ChangePoint.Propose([1, 2], leastLength: 1))
            .Should().Be("Expected at least 2; found 1. (Parameter 'leastLength')");
        Messages.Of<ArgumentException>(() => ChangePoint.Propose([1, double.PositiveInfinity]))
            .Should().Be("Expected finite numbers; found Infinity at index 1. (Parameter 'values')");
    }
}
