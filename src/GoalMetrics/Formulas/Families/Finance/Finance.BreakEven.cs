namespace GoalMetrics;

// How much must be sold.
public static partial class Finance
{
    private static readonly Unit UnitsSold = Unit.Count("unit");

    /// <summary>How many units must be sold to cover the fixed costs: <c>fixed costs / (price − variable cost)</c>.</summary>
    /// <param name="fixedCosts">The costs that do not vary with sales; not negative.</param>
    /// <param name="price">The price of one unit, as money or money per unit, in the same currency; not negative.</param>
    /// <param name="variableCost">What one more unit costs, in the unit of the price; not negative.</param>
    /// <returns>
    /// A count of units, not rounded, of what the price is per where it says so. Undefined where the price just covers the variable
    /// cost (<see cref="UndefinedReason.ZeroDenominator"/>) or does not (<see cref="UndefinedReason.OutOfDomain"/>), and
    /// where an input is negative; the cause of the first two is the price.
    /// </returns>
    /// <exception cref="UnitMismatchException">The three are in different currencies, or price and cost per different things.</exception>
    public static Quantity BreakEvenUnits(Quantity fixedCosts, Quantity price, Quantity variableCost)
    {
        fixedCosts = fixedCosts.AsMoney().NotNegative();
        var contribution = (price.AsMoney().NotNegative() - variableCost.AsMoney().NotNegative()).NotNegative(nameof(price));
        var units = fixedCosts.DividedBy(contribution, nameof(price));
        return units.Unit?.Kind switch
        {
            // Money over money per piece.
            UnitKind.Count => units,
            null or UnitKind.Ratio => units.WithUnit(UnitsSold),
            _ => fixedCosts.RatioTo(contribution),
        };
    }

    private static IEnumerable<Formula> BreakEvenFormulas() =>
    [
        Formula.Of(
            "break-even-units", BreakEvenUnits,
            FormulaInput.Money("fixedCosts").AtLeast(0m), FormulaInput.Money("price").AtLeast(0m),
            FormulaInput.Money("variableCost").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Break-even units", "Nulpunktsafsætning"),
            Synonyms = ["break-even", "break-even-point", "break-even-volume", "nulpunkt"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "fixedCosts / (price - variableCost)",
            EdgeCases =
            [
                "A price that just covers the variable cost is a zero denominator; one below it never breaks even and is out of domain.",
                "The result is not rounded: of 133.33 units, the 134th is the first to earn.",
                "Price and variable cost are of one unit, the fixed costs of all.",
            ],
            Example = new(
                "A maker with fixed costs of USD 18,000, a price of USD 100 and a variable cost of USD 20",
                Money.Usd(18_000), Money.Usd(100), Money.Usd(20)),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
    ];
}
