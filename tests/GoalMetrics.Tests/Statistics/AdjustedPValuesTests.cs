using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics;

public sealed class AdjustedPValuesTests
{
    // The 15 comparisons of Benjamini and Hochberg 1995, section 3.2: theirs rejects four at 0.05, Bonferroni-like procedures three.
    private static readonly double[] Thrombolysis =
    [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
    ];

    [Fact]
    public void BenjaminiHochberg_TheirExample_RejectsFour()
    {
        var adjusted = AdjustedPValues.BenjaminiHochberg(Thrombolysis);

        adjusted.Count(p => p <= 0.05).Should().Be(4);
        adjusted.Select(p => Math.Round(p, 6)).Should().Equal(
            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875, 0.753231, 0.813214, 1);
    }

    [Fact]
    public void Holm_TheSameExample_RejectsThree()
    {
        var adjusted = AdjustedPValues.Holm(Thrombolysis);

        adjusted.Count(p => p <= 0.05).Should().Be(3);
        adjusted.Take(9).Select(p => Math.Round(p, 4)).Should().Equal(0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213);
        adjusted.Skip(9).Should().OnlyContain(p => p == 1);
    }

    [Fact]
    public void Adjusted_AnyOrder_StaysInThatOrder()
    {
        AdjustedPValues.BenjaminiHochberg([0.04, 0.01, 0.5]).Should().Equal(0.06, 0.03, 0.5);
        AdjustedPValues.Holm([0.04, 0.01, 0.5]).Should().Equal(0.08, 0.03, 0.5);
        AdjustedPValues.Holm([]).Should().BeEmpty();
        AdjustedPValues.BenjaminiHochberg([0.2]).Should().Equal(0.2);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Adjusted_NoPValue_Throws(double p)
    {
        var message = FormattableString.Invariant($"Expected p-values from 0 to 1; found {p} at index 1. (Parameter 'pValues')");

        Messages.Of<ArgumentException>(() => AdjustedPValues.Holm([0.5, p])).Should().Be(message);
        Messages.Of<ArgumentException>(() => AdjustedPValues.BenjaminiHochberg([0.5, p])).Should().Be(message);
    }
}
