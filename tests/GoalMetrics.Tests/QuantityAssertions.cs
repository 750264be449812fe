namespace GoalMetrics.Tests;

internal static class QuantityAssertions
{
    /// <summary>A defined quantity of this unit whose amount, rounded to the figure's decimals, is the figure.</summary>
    public static void ShouldRoundTo(this Quantity actual, decimal figure, Unit unit)
    {
        actual.Unit.Should().Be(unit);
        Math.Round(actual.Amount, figure.Scale).Should().Be(figure);
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
