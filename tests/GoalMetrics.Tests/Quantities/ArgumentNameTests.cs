using System.Reflection;

namespace GoalMetrics.Tests.Quantities;

public sealed class ArgumentNameTests
{
    [Theory]
    [InlineData("visitors", "visitors")]
    [InlineData("visitors.AsCount()", "visitors")]
    [InlineData("sales.AsMoney().NotNegative()", "sales")]
    [InlineData("orders.AsCount(Unit.Count(\"order\"))", "orders")]
    [InlineData("won.AsNumber() + lost.AsNumber()", "won + lost")]
    [InlineData("shop.Sales.AsMoney()", "shop.Sales")]
    [InlineData("Total(orders)", "Total(orders)")]
    public void In_TextOfAnArgument_LeavesOutTheChecks(string argument, string name) => ArgumentName.In(argument).Should().Be(name);

    [Fact]
    public void In_EveryCheckThereIs_IsLeftOut()
    {
        var checks = new[] { typeof(QuantityChecks), typeof(Domain) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(Quantity));

        checks.Should().AllSatisfy(check => ArgumentName.In($"input.{check.Name}()").Should().Be("input"));
    }

    [Fact]
    public void DividedBy_CheckedInputOfZero_NamesTheInput()
    {
        Quantity bottles = 0;

        ((Quantity)3).DividedBy(bottles.AsCount()).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "bottles");
    }
}
