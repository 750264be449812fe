using System.Globalization;

namespace GoalMetrics.Tests.Formulas.Families;

/// <summary>Shares end at 1 exactly, however many digits they are written with; the fast ways are as strict as the slow ones.</summary>
public sealed class ShareLimitTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("1.0000000000000000000", true)]
    [InlineData("1.00000000000000000000", true)]
    [InlineData("1.0000000000000000000000000000", true)]
    [InlineData("0.9999999999999999999999999999", true)]
    [InlineData("0.99999999999999999999", true)]
    [InlineData("1.0000000000000000001", false)]
    [InlineData("1.00000000000000000001", false)]
    [InlineData("1.0000000000000000000000000001", false)]
    [InlineData("1.1", false)]
    [InlineData("2", false)]
    [InlineData("18446744073709551616", false)]
    [InlineData("79228162514264337593543950335", false)]
    [InlineData("-0.0000000000000000000000000001", false)]
    [InlineData("-1", false)]
    public void Share_AtItsLimits_IsInDomainFromZeroToOne(string text, bool share)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);
        var noBudget = value == 1m ? "ZeroDenominator target" : null;

        Reason(Operations.OverallEquipmentEffectiveness(value, 1m, 0.5m)).Should().Be(share ? null : "OutOfDomain availability");
        Reason(Operations.OverallEquipmentEffectiveness(0.5m, 1m, value)).Should().Be(share ? null : "OutOfDomain quality");
        Reason(CustomerService.ErrorBudgetRemaining(value, 0.5m)).Should().Be(share ? null : "OutOfDomain uptime");
        Reason(CustomerService.ErrorBudgetRemaining(0.5m, value)).Should().Be(share ? noBudget : "OutOfDomain target");
    }

    [Fact]
    public void ErrorBudgetRemaining_OfTheSmallestShares_Fits()
    {
        CustomerService.ErrorBudgetRemaining(0m, 0.9999999999999999999999999999m).Amount.Should().Be(-9999999999999999999999999999m);
        CustomerService.ErrorBudgetRemaining(1m, 0.9999999999999999999999999999m).Amount.Should().Be(1m);
    }

    [Fact]
    public void NetPromoterScore_OfCountsAtTheirLimits_OverflowsOrIsExact()
    {
        Customers.NetPromoterScore(decimal.MaxValue.Counted(), 0, decimal.MaxValue.Counted()).Reason.Should().Be(UndefinedReason.Overflow);
        Customers.NetPromoterScore(99999999999999999999999999m.Counted(), 0, 99999999999999999999999999m.Counted()).Amount
            .Should().Be(100m);
        Customers.NetPromoterScore(decimal.MaxValue.Counted(), decimal.MaxValue.Counted(), decimal.MaxValue.Counted())
            .Reason.Should().Be(UndefinedReason.OutOfDomain);
    }

    [Fact]
    public void DaysSalesOutstanding_TooLarge_IsOverflow()
    {
        var most = Money.Dkk(decimal.MaxValue);

        Finance.DaysSalesOutstanding(most, Money.Dkk(1m), Quantity.Duration(365m, DurationUnit.Day)).Reason
            .Should().Be(UndefinedReason.Overflow);
    }

    private static string? Reason(Quantity result) => result.IsDefined ? null : $"{result.Reason} {result.Cause}";
}

file static class Counts
{
    public static Quantity Counted(this decimal amount) => Quantity.Count(amount);
}
