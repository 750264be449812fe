namespace GoalMetrics.Tests;

internal static class QuantityAssertions
{
    /// <summary>A defined quantity of this unit whose amount, rounded to the figure's decimals, is the figure.</summary>
    public static void ShouldRoundTo(this Quantity actual, decimal figure, Unit unit)
    {
        actual.Unit.Should().Be(unit);
        Math.Round(actual.Amount, figure.Scale).Should().Be(figure);
    }

    /// <summary>A defined quantity that differs from the figure by at most this share of it, or of 1e-3 where that is more.</summary>
    public static void ShouldBeAbout(this Quantity actual, decimal figure, decimal tolerance = 1e-9m)
    {
        actual.IsDefined.Should().BeTrue("{0} was expected, found {1} ({2})", figure, actual.Reason, actual.Cause);
        actual.Amount.Should().BeApproximately(figure, tolerance * Math.Max(1e-3m, Math.Abs(figure)));
    }

    /// <summary>Undefined for this reason, caused by this input.</summary>
    public static void ShouldBeUndefined(this Quantity actual, UndefinedReason reason, string? cause)
    {
        actual.IsDefined.Should().BeFalse();
        actual.Reason.Should().Be(reason);
        actual.Cause.Should().Be(cause);
        actual.AmountOrNull.Should().BeNull();
    }
}
