#region values-units
using GoalMetrics;

#endregion
#region values-show
using System.Globalization;

#endregion

namespace DocsTests;

/// <summary>The guide to values: the regions are its snippets.</summary>
public sealed class Values
{
    [Fact]
    public void Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region values-units
        Quantity revenue = Money.Dkk(12_000);
        Quantity orders = Quantity.Count(50, "order");
        Quantity visits = Quantity.Count(1_200, "visit");

        Console.WriteLine(revenue.Per(orders));                     // DKK 240.00 per order
        Console.WriteLine(orders / visits);                         // 4.17 %
        Console.WriteLine(revenue + Money.Dkk(0.50m));              // DKK 12,000.50
        Console.WriteLine(revenue / revenue == 1m);                 // True: 100 %
        #endregion

        revenue.Per(orders).ToString().Should().Be("DKK 240.00 per order");
        (orders / visits).ToString().Should().Be("4.17 %");
        (revenue + Money.Dkk(0.50m)).ToString().Should().Be("DKK 12,000.50");
        (revenue / revenue == 1m).Should().BeTrue();
        FluentActions.Invoking(() => revenue + orders).Should().Throw<UnitMismatchException>();
        FluentActions.Invoking(() => revenue + Money.Eur(1)).Should().Throw<UnitMismatchException>();

        #region values-undefined
        Quantity rate = Marketing.ConversionRate(conversions: 0, visitors: 0);
        Quantity doubled = rate + rate;

        Console.WriteLine(rate);                                    // undefined: zero denominator (visitors)
        Console.WriteLine(rate.Reason);                             // ZeroDenominator
        Console.WriteLine(rate.Cause);                              // visitors
        Console.WriteLine(rate.AmountOrNull is null);               // True
        Console.WriteLine(doubled.Reason);                          // ZeroDenominator
        #endregion

        rate.ToString().Should().Be("undefined: zero denominator (visitors)");
        rate.Reason.Should().Be(UndefinedReason.ZeroDenominator);
        rate.Cause.Should().Be("visitors");
        rate.AmountOrNull.Should().BeNull();
        doubled.Reason.Should().Be(UndefinedReason.ZeroDenominator);
        FluentActions.Invoking(() => rate.Amount).Should().Throw<InvalidOperationException>();

        #region values-compare
        Console.WriteLine(Money.Dkk(2) > Money.Dkk(1));             // True
        Console.WriteLine(Quantity.Duration(24, DurationUnit.Hour) == Quantity.Duration(1, DurationUnit.Day));   // True
        Console.WriteLine(rate > 0m);                               // False: undefined is neither more nor less than anything
        #endregion

        (Money.Dkk(2) > Money.Dkk(1)).Should().BeTrue();
        (Quantity.Duration(24, DurationUnit.Hour) == Quantity.Duration(1, DurationUnit.Day)).Should().BeTrue();
        (rate > 0m).Should().BeFalse();
        FluentActions.Invoking(() => Money.Dkk(2) > Money.Eur(1)).Should().Throw<UnitMismatchException>();
        FluentActions.Invoking(() => Quantity.Ratio(1) == 1).Should().Throw<UnitMismatchException>();

        #region values-show
        var danish = CultureInfo.GetCultureInfo("da-DK");
        Console.WriteLine(revenue.ToString(danish));                // 12.000,00 kr.
        Console.WriteLine(Quantity.Ratio(0.0348m).ToString("G1", danish));   // 3,5 %
        Console.WriteLine(Quantity.Ratio(0.0348m).ToString("N4", danish));   // 0,0348
        #endregion

        revenue.ToString(danish).Should().Be("12.000,00 kr.");
        Quantity.Ratio(0.0348m).ToString("G1", danish).Should().Be("3,5 %");
        Quantity.Ratio(0.0348m).ToString("N4", danish).Should().Be("0,0348");
    }
}
