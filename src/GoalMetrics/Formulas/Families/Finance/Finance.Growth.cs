namespace GoalMetrics;

// Growth, place in the market, and what was planned.
public static partial class Finance
{
    private static readonly Unit Employee = Unit.Count("employee");

    /// <summary>
    /// The relative change: <c>(current − previous) / |previous|</c>, which is <c>current / previous − 1</c> for a
    /// positive base.
    /// </summary>
    /// <param name="current">The later quantity.</param>
    /// <param name="previous">The earlier quantity, in the same unit. From a negative base the result is against its absolute
    /// value.</param>
    /// <returns>A ratio; undefined from zero.</returns>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity GrowthRate(Quantity current, Quantity previous) =>
        (current.AsInput() - previous.AsInput()).RatioTo(previous.Magnitude(), nameof(previous))
            .NamingOverflow(current, previous);

    /// <summary>The steady growth per period that leads from start to end: <c>(end / start)^(1 / periods) − 1</c>.</summary>
    /// <param name="start">The quantity at the start; above 0.</param>
    /// <param name="end">The quantity at the end, in the same unit; not below 0.</param>
    /// <param name="periods">How many periods lie between; above 0, whole or not.</param>
    /// <returns>
    /// A ratio, computed in double: right to about 15 digits of <c>1 + growth</c>. Undefined
    /// (<see cref="UndefinedReason.ZeroDenominator"/>) from 0 and over 0 periods, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where start or end is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">Start and end are in unlike units.</exception>
    public static Quantity CompoundGrowthRate(Quantity start, Quantity end, Quantity periods)
    {
        start = start.AsInput().NotNegative();
        end = end.AsInput().NotNegative();
        var exponent = Whole.DividedBy(periods.AsCount());
        var growth = end.RatioTo(start);
        if (!start.IsDefined)
        {
            return start.WithUnit(Unit.Ratio);
        }

        return growth.IsDefined && exponent.IsDefined
            ? Quantity.Computed(Math.Pow((double)growth.Amount, (double)exponent.Amount) - 1d, Unit.Ratio)
            : (growth * exponent).WithUnit(Unit.Ratio);
    }

    /// <summary>Own sales as a share of all sales in the market: <c>own sales / market sales</c>.</summary>
    /// <param name="ownSales">Own sales, in money or pieces; not negative.</param>
    /// <param name="marketSales">All sales of the market, one's own included, in the same unit; not negative.</param>
    /// <returns>A ratio; undefined without a market, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.</returns>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity MarketShare(Quantity ownSales, Quantity marketSales) =>
        ownSales.AsInput().NotNegative().RatioTo(marketSales.AsInput().NotNegative());

    /// <summary>
    /// Own sales or share against the largest rival's: <c>own / largest rival</c>. Above 1, the company leads the market.
    /// </summary>
    /// <param name="own">Own sales or market share; not negative.</param>
    /// <param name="largestRival">The same of the largest rival, in the same unit; not negative.</param>
    /// <returns>
    /// A ratio; undefined without sales of the rival, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity RelativeMarketShare(Quantity own, Quantity largestRival) =>
        own.AsInput().NotNegative().RatioTo(largestRival.AsInput().NotNegative());

    /// <summary>What an employee brings in: <c>revenue / employees</c>.</summary>
    /// <param name="revenue">Revenue of the period.</param>
    /// <param name="employees">Employees, best the average of the period in full-time equivalents.</param>
    /// <returns>Money per employee; undefined without employees.</returns>
    public static Quantity RevenuePerEmployee(Quantity revenue, Quantity employees) =>
        revenue.AsMoney().DividedBy(employees.AsCount(Employee));

    /// <summary>How far the actual amount is from the budget: <c>actual − budget</c>.</summary>
    /// <param name="actual">The actual amount.</param>
    /// <param name="budget">The planned amount, in the same currency.</param>
    /// <returns>Money: positive above the budget, which is good for revenue and bad for costs.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity BudgetVariance(Quantity actual, Quantity budget) =>
        (actual.AsMoney() - budget.AsMoney()).NamingOverflow(actual, budget);

    /// <summary>How far the actual amount is from the budget, as a share of it: <c>(actual − budget) / |budget|</c>.</summary>
    /// <param name="actual">The actual amount.</param>
    /// <param name="budget">The planned amount, in the same currency. Against a planned loss the result is against its absolute
    /// value.</param>
    /// <returns>A ratio: positive above the budget, which is good for revenue and bad for costs. Undefined at a budget of zero.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity BudgetVarianceRate(Quantity actual, Quantity budget) =>
        (actual.AsMoney() - budget.AsMoney()).RatioTo(budget.Magnitude(), nameof(budget)).NamingOverflow(actual, budget);

    private static IEnumerable<Formula> GrowthFormulas() =>
    [
        Formula.Of("growth-rate", GrowthRate, FormulaInput.Any("current"), FormulaInput.Any("previous")).DescribedBy(new()
        {
            Title = new("Growth rate", "Vækstrate"),
            Synonyms = ["growth", "vækst", "vækstrate"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(current - previous) / abs(previous)",
            EdgeCases =
            [
                "From zero it is a zero denominator: nothing is a share of zero.",
                "From a negative base it is against the absolute value, so that an improvement stays positive.",
                "The growth of a rate is relative: from 10 % to 12 % is 20 %, or 2 percentage points.",
            ],
            Variants =
            [
                new("compound-growth-rate", "Spreads the growth over several periods."),
                new("budget-variance-rate", "Compares with what was planned instead of what was before."),
            ],
            Example = new(
                "Passengers of 1960 against 1959, in thousands (Box & Jenkins, Time Series Analysis)",
                Quantity.Count(5_714, "passenger"), Quantity.Count(5_140, "passenger")),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "compound-growth-rate", CompoundGrowthRate,
            FormulaInput.Any("start").AtLeast(0m), FormulaInput.Any("end").AtLeast(0m), FormulaInput.Count("periods")).DescribedBy(new()
        {
            Title = new("Compound growth rate", "Gennemsnitlig vækst pr. periode"),
            Synonyms = ["cagr", "rri"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "pow(end / start, 1 / periods) - 1",
            EdgeCases =
            [
                "From zero and over no periods it is a zero denominator; a negative start or end is out of domain.",
                "Only the two ends matter: what happened between them does not.",
                "Periods are steps: 1949 to 1960 is 11 years, not 12.",
                "Computed in double, right to about 15 digits of one plus the growth.",
            ],
            Variants =
            [
                new("growth-rate", "Says the growth over the whole time, or over one period."),
                new("annualized-return", "Starts from the return between the two amounts."),
            ],
            Example = new(
                "USD 10,000 that became 11,000 in 96 months (Excel's documentation of RRI)",
                Money.Usd(10_000), Money.Usd(11_000), 96),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
    ];

    private static IEnumerable<Formula> MarketFormulas() =>
    [
        Formula.Of(
            "market-share", MarketShare,
            FormulaInput.Any("ownSales").AtLeast(0m), FormulaInput.Any("marketSales").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Market share", "Markedsandel"),
            Synonyms = ["markedsandel"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "ownSales / marketSales",
            EdgeCases =
            [
                "A market without sales is a zero denominator; negative sales are out of domain.",
                "More than 100 % says that the market is measured too small: own sales are part of it.",
                "Shares of value and of volume differ where prices do.",
            ],
            Variants = [new("relative-market-share", "Compares with the largest rival instead of the whole market.")],
            Example = new(
                "A brewery with 1.2 of the 4.8 million hectolitres sold",
                Quantity.Count(1_200_000, "hectolitre"), Quantity.Count(4_800_000, "hectolitre")),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "relative-market-share", RelativeMarketShare,
            FormulaInput.Any("own").AtLeast(0m), FormulaInput.Any("largestRival").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Relative market share", "Relativ markedsandel"),
            Synonyms = ["rms", "relativ-markedsandel"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "own / largestRival",
            EdgeCases =
            [
                "A rival without sales is a zero denominator; negative sales are out of domain.",
                "Only the leader has more than 1, shown as 100 %.",
                "Sales and shares give the same result, as long as both are of the same kind.",
            ],
            Variants = [new("market-share", "Compares with the whole market.")],
            Example = new("A brand with 25 % of its market, the largest rival with 40 %", Quantity.Ratio(0.25m), Quantity.Ratio(0.40m)),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "revenue-per-employee", RevenuePerEmployee,
            FormulaInput.Money("revenue"), FormulaInput.Count("employees")).DescribedBy(new()
        {
            Title = new("Revenue per employee", "Omsætning pr. medarbejder"),
            Synonyms = ["sales-per-employee", "omsætning-pr-medarbejder"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / employees",
            EdgeCases =
            [
                "No employees are a zero denominator.",
                "Part-time work and hired hands move it: count full-time equivalents to compare.",
            ],
            Example = new(
                "Apple Inc., fiscal 2023 (Form 10-K: about 161,000 full-time equivalent employees)",
                Money.Usd(383_285_000_000), 161_000),
            Source = "Fitz-enz, The ROI of Human Capital, 2nd ed., 2009",
        }),
    ];

    private static IEnumerable<Formula> BudgetFormulas() =>
    [
        Formula.Of("budget-variance", BudgetVariance, FormulaInput.Money("actual"), FormulaInput.Money("budget")).DescribedBy(new()
        {
            Title = new("Budget variance", "Budgetafvigelse"),
            Synonyms = ["variance-to-budget", "budgetafvigelse"],
            Family = "Finance",
            Equation = "actual - budget",
            EdgeCases =
            [
                "Positive is above the budget: favourable for revenue and profit, unfavourable for costs.",
                "It is defined at a budget of zero.",
            ],
            Variants =
            [
                new("budget-variance-rate", "Says the variance as a share of the budget."),
                new("cost-variance", "Compares with the budget of the work that was done, not with that of the period."),
            ],
            Example = new(
                "Webb Company's revenues, April 2011 (Horngren, Datar & Rajan, Cost Accounting)",
                Money.Usd(1_250_000), Money.Usd(1_440_000)),
            Source = "Horngren, Datar & Rajan, Cost Accounting: A Managerial Emphasis, 14th ed., 2012",
        }),
        Formula.Of("budget-variance-rate", BudgetVarianceRate, FormulaInput.Money("actual"), FormulaInput.Money("budget")).DescribedBy(new()
        {
            Title = new("Budget variance rate", "Budgetafvigelse i procent"),
            Synonyms = ["budget-variance-percent", "budgetafvigelse-i-procent"],
            Family = "Finance",
            Equation = "(actual - budget) / abs(budget)",
            EdgeCases =
            [
                "A budget of zero is a zero denominator.",
                "Positive is above the budget: favourable for revenue and profit, unfavourable for costs.",
                "Against a planned loss it is relative to the size of the loss, so that a smaller loss stays positive.",
            ],
            Variants =
            [
                new("budget-variance", "Says the variance in money."),
                new("growth-rate", "Compares with what was before instead of what was planned."),
            ],
            Example = new(
                "Webb Company's revenues, April 2011 (Horngren, Datar & Rajan, Cost Accounting)",
                Money.Usd(1_250_000), Money.Usd(1_440_000)),
            Source = "Horngren, Datar & Rajan, Cost Accounting: A Managerial Emphasis, 14th ed., 2012",
        }),
    ];
}
