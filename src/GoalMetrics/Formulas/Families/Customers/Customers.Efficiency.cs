namespace GoalMetrics;

// What growth costs.
public static partial class Customers
{
    /// <summary>Growth and profit together: <c>growth rate + profit margin</c>.</summary>
    /// <param name="growthRate">Growth of revenue over a year.</param>
    /// <param name="profitMargin">Profit as a share of revenue.</param>
    /// <returns>
    /// A ratio.
    /// </returns>
    public static Quantity RuleOf40(Quantity growthRate, Quantity profitMargin) =>
        (growthRate.AsRatio() + profitMargin.AsRatio()).NamingOverflow(growthRate, profitMargin);

    /// <summary>Annual recurring revenue won for each unit of sales and marketing: <c>ΔARR / prior sales and marketing</c>.</summary>
    /// <param name="changeInRecurringRevenue">How much annual recurring revenue rose in the period.</param>
    /// <param name="priorSalesAndMarketing">Sales and marketing spend of the period before; not below 0.</param>
    /// <returns>
    /// A ratio; undefined without spend, and (<see cref="UndefinedReason.OutOfDomain"/>) at a spend below 0.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity MagicNumber(Quantity changeInRecurringRevenue, Quantity priorSalesAndMarketing) =>
        changeInRecurringRevenue.AsMoney().RatioTo(priorSalesAndMarketing.AsMoney().NotNegative());

    /// <summary>Cash burned for each unit of new annual recurring revenue: <c>net burn / net new ARR</c>.</summary>
    /// <param name="netBurn">Cash burned in the period; below 0 where cash was earned.</param>
    /// <param name="netNewRecurringRevenue">How much annual recurring revenue rose in the period; not below 0.</param>
    /// <returns>
    /// A ratio; undefined without new recurring revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) where it fell.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity BurnMultiple(Quantity netBurn, Quantity netNewRecurringRevenue) =>
        netBurn.AsMoney().RatioTo(netNewRecurringRevenue.AsMoney().NotNegative());

    private static IEnumerable<Formula> EfficiencyFormulas() =>
    [
        Formula.Of("rule-of-40", RuleOf40, FormulaInput.Ratio("growthRate"), FormulaInput.Ratio("profitMargin")).DescribedBy(new()
        {
            Title = new("Rule of 40", "40-procents-reglen"),
            Synonyms = ["r40"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "growthRate + profitMargin",
            EdgeCases =
            [
                "Undefined only where an input is.",
                "40 % and more is called healthy for a company that sells software.",
            ],
            Example = new("A growth of 32 % at a margin of 11 %", Quantity.Ratio(0.32m), Quantity.Ratio(0.11m)),
            Source = "Feld, The Rule of 40% For a Healthy SaaS Company, feld.com, 2015",
        }),
        Formula.Of(
            "magic-number", MagicNumber,
            FormulaInput.Money("changeInRecurringRevenue"), FormulaInput.Money("priorSalesAndMarketing").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("SaaS magic number", "SaaS magic number"),
            Synonyms = ["saas-magic-number"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "changeInRecurringRevenue / priorSalesAndMarketing",
            EdgeCases =
            [
                "Undefined without spend.",
                "Below zero when recurring revenue fell.",
            ],
            Variants =
            [
                new("burn-multiple", "Asks what all burn bought, the other way up."),
            ],
            Example = new("ARR up by EUR 900,000 after a spend of EUR 1,200,000", Money.Eur(900_000), Money.Eur(1_200_000)),
            Source = "Scale Venture Partners, The Magic Number, 2008",
        }),
        Formula.Of(
            "burn-multiple", BurnMultiple,
            FormulaInput.Money("netBurn"), FormulaInput.Money("netNewRecurringRevenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Burn multiple", "Burn multiple"),
            Synonyms = ["burn-ratio"],
            Family = "Customers",
            Direction = Direction.LowerIsBetter,
            Equation = "netBurn / netNewRecurringRevenue",
            EdgeCases =
            [
                "Undefined without net new recurring revenue.",
                "Out of domain where recurring revenue fell: no multiple of a fall says how well money is spent.",
            ],
            Variants =
            [
                new("magic-number", "Takes sales and marketing only, the other way up."),
            ],
            Example = new("EUR 600,000 burned for EUR 400,000 of new ARR", Money.Eur(600_000), Money.Eur(400_000)),
            Source = "Sacks, The Burn Multiple, 2020",
        }),
    ];
}
