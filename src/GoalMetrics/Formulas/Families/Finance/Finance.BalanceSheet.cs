namespace GoalMetrics;

// What the balance sheet says of what is owed.
public static partial class Finance
{
    /// <summary>How many times current assets cover what falls due within a year: <c>current assets / current liabilities</c>.</summary>
    /// <param name="currentAssets">Cash, receivables, inventory and what else turns into cash within a year; not negative.</param>
    /// <param name="currentLiabilities">What falls due within a year, in the same currency; not negative.</param>
    /// <returns>
    /// A ratio, 100 % where they are equal; undefined without liabilities, and (<see cref="UndefinedReason.OutOfDomain"/>) where
    /// either is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity CurrentRatio(Quantity currentAssets, Quantity currentLiabilities) =>
        currentAssets.AsMoney().NotNegative().RatioTo(currentLiabilities.AsMoney().NotNegative());

    /// <summary>
    /// How many times what falls due is covered without selling the inventory: <c>(current assets − inventory) / current liabilities</c>.
    /// </summary>
    /// <param name="currentAssets">All that turns into cash within a year, the inventory included; not negative.</param>
    /// <param name="inventory">The part of it that is goods; not negative.</param>
    /// <param name="currentLiabilities">What falls due within a year; not negative. All in the same currency.</param>
    /// <returns>
    /// A ratio; undefined without liabilities, and (<see cref="UndefinedReason.OutOfDomain"/>) where an amount is negative or the
    /// inventory is more than the current assets it is part of.
    /// </returns>
    /// <exception cref="UnitMismatchException">The three are in different currencies.</exception>
    public static Quantity AcidTestRatio(Quantity currentAssets, Quantity inventory, Quantity currentLiabilities) =>
        (currentAssets.AsMoney().NotNegative() - inventory.AsMoney().NotNegative()).NotNegative(nameof(inventory))
            .RatioTo(currentLiabilities.AsMoney().NotNegative());

    /// <summary>What is borrowed for each unit of the owners' equity: <c>debt / equity</c>.</summary>
    /// <param name="debt">What is owed; not negative.</param>
    /// <param name="equity">The owners' equity, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without equity, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity DebtToEquity(Quantity debt, Quantity equity) =>
        debt.AsMoney().NotNegative().RatioTo(equity.AsMoney().NotNegative());

    /// <summary>How many times operating profit covers the interest: <c>operating profit / interest expense</c>.</summary>
    /// <param name="operatingProfit">Profit before interest and tax (EBIT); a loss is negative.</param>
    /// <param name="interestExpense">Interest of the same period, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without interest, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity InterestCoverage(Quantity operatingProfit, Quantity interestExpense) =>
        operatingProfit.AsMoney().RatioTo(interestExpense.AsMoney().NotNegative());

    private static IEnumerable<Formula> BalanceFormulas() =>
    [
        Formula.Of(
            "current-ratio", CurrentRatio,
            FormulaInput.Money("currentAssets").AtLeast(0m), FormulaInput.Money("currentLiabilities").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Current ratio", "Likviditetsgrad 2"),
            Synonyms = ["working-capital-ratio", "likviditetsgrad-2", "likviditetsgrad-ii"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "currentAssets / currentLiabilities",
            EdgeCases =
            [
                "No liabilities are a zero denominator; negative amounts are out of domain.",
                "Shown as percent: 200 % is what books call a current ratio of 2.",
                "Unsold goods and slow payers lift it, though nobody can be paid with them.",
            ],
            Variants = [new("acid-test-ratio", "Leaves the inventory out.")],
            Example = new("Apple Inc., end of fiscal 2023, in millions (Form 10-K)", Money.Usd(143_566), Money.Usd(145_308)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of(
            "acid-test-ratio", AcidTestRatio,
            FormulaInput.Money("currentAssets").AtLeast(0m), FormulaInput.Money("inventory").AtLeast(0m),
            FormulaInput.Money("currentLiabilities").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Acid-test ratio", "Likviditetsgrad 1"),
            Synonyms = ["acid-test", "likviditetsgrad-1", "likviditetsgrad-i"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(currentAssets - inventory) / currentLiabilities",
            EdgeCases =
            [
                "No liabilities are a zero denominator; negative amounts are out of domain.",
                "An inventory of more than the current assets it is part of is out of domain.",
                "Accountants call it the quick ratio too; the quick ratio of subscription businesses is another thing.",
            ],
            Variants =
            [
                new("current-ratio", "Counts the inventory in."),
                new("quick-ratio", "Compares recurring revenue gained and lost; it shares a name only."),
            ],
            Example = new(
                "Apple Inc., end of fiscal 2023, in millions (Form 10-K)",
                Money.Usd(143_566), Money.Usd(6_331), Money.Usd(145_308)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of(
            "debt-to-equity", DebtToEquity,
            FormulaInput.Money("debt").AtLeast(0m), FormulaInput.Money("equity").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Debt to equity", "Finansiel gearing"),
            Synonyms = ["debt-equity-ratio", "gearing", "finansiel-gearing"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "debt / equity",
            EdgeCases =
            [
                "No equity is a zero denominator; negative equity is out of domain, for it would make more debt look better.",
                "Some count loans only, others all liabilities: compare like with like.",
            ],
            Example = new(
                "Apple Inc., end of fiscal 2023, in millions (Form 10-K: commercial paper and term debt)",
                Money.Usd(111_088), Money.Usd(62_146)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of(
            "interest-coverage", InterestCoverage,
            FormulaInput.Money("operatingProfit"), FormulaInput.Money("interestExpense").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Interest coverage", "Rentedækning"),
            Synonyms = ["interest-coverage-ratio", "times-interest-earned", "rentedækning", "rentedækningsgrad"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "operatingProfit / interestExpense",
            EdgeCases =
            [
                "No interest is a zero denominator: there is nothing to cover.",
                "Negative interest, which is income, is out of domain.",
                "Shown as percent: 500 % is what books call 5 times.",
            ],
            Example = new("Apple Inc., fiscal 2023, in millions (Form 10-K)", Money.Usd(114_301), Money.Usd(3_933)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
    ];
}
