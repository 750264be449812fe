namespace GoalMetrics;

// What is left of revenue after one cost or another.
public static partial class Finance
{
    /// <summary>The part of revenue left after the cost of what was sold: <c>(revenue − cost of goods) / revenue</c>.</summary>
    /// <param name="revenue">Net revenue; not negative.</param>
    /// <param name="costOfGoodsSold">What the goods sold had cost, in the same currency.</param>
    /// <returns>
    /// A ratio, negative when sold at a loss; undefined without revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at a
    /// negative one.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    /// <remarks><see cref="Markup"/> is the same profit as a share of the cost.</remarks>
    public static Quantity GrossMargin(Quantity revenue, Quantity costOfGoodsSold) =>
        (revenue.AsMoney().NotNegative() - costOfGoodsSold.AsMoney()).RatioTo(revenue)
            .NamingOverflow(revenue, costOfGoodsSold);

    /// <summary>What is added to the cost: <c>(revenue − cost of goods) / cost of goods</c>.</summary>
    /// <param name="revenue">Net revenue, or the price of one piece.</param>
    /// <param name="costOfGoodsSold">What the goods sold, or the piece, had cost, in the same currency; not negative.</param>
    /// <returns>
    /// A ratio, negative when sold at a loss; undefined without cost, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative
    /// one.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    /// <remarks><see cref="GrossMargin"/> is the same profit as a share of revenue.</remarks>
    public static Quantity Markup(Quantity revenue, Quantity costOfGoodsSold) =>
        (revenue.AsMoney() - costOfGoodsSold.AsMoney().NotNegative()).RatioTo(costOfGoodsSold)
            .NamingOverflow(revenue, costOfGoodsSold);

    /// <summary>The part of revenue left after all costs that vary with sales: <c>(revenue − variable costs) / revenue</c>.</summary>
    /// <param name="revenue">Net revenue, or the price of one piece; not negative.</param>
    /// <param name="variableCosts">All costs that rise with each sale: goods, freight, fees, commission. In the same currency.</param>
    /// <returns>
    /// A ratio, negative when each sale loses money; undefined without revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at
    /// a negative one.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ContributionMargin(Quantity revenue, Quantity variableCosts) =>
        (revenue.AsMoney().NotNegative() - variableCosts.AsMoney()).RatioTo(revenue)
            .NamingOverflow(revenue, variableCosts);

    /// <summary>The part of revenue left as operating profit: <c>operating profit / revenue</c>.</summary>
    /// <param name="operatingProfit">Profit before interest and tax (EBIT); a loss is negative.</param>
    /// <param name="revenue">Net revenue, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity OperatingMargin(Quantity operatingProfit, Quantity revenue) =>
        operatingProfit.AsMoney().RatioTo(revenue.AsMoney().NotNegative());

    /// <summary>The part of revenue left when everything is paid: <c>net profit / revenue</c>.</summary>
    /// <param name="netProfit">Profit after interest and tax; a loss is negative.</param>
    /// <param name="revenue">Net revenue, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity NetMargin(Quantity netProfit, Quantity revenue) =>
        netProfit.AsMoney().RatioTo(revenue.AsMoney().NotNegative());

    /// <summary>The part of revenue left before interest, tax, depreciation and amortization: <c>EBITDA / revenue</c>.</summary>
    /// <param name="ebitda">Operating profit with depreciation and amortization added back; a loss is negative.</param>
    /// <param name="revenue">Net revenue, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity EbitdaMargin(Quantity ebitda, Quantity revenue) =>
        ebitda.AsMoney().RatioTo(revenue.AsMoney().NotNegative());

    private static IEnumerable<Formula> MarginFormulas() =>
    [
        Formula.Of(
            "gross-margin", GrossMargin,
            FormulaInput.Money("revenue").AtLeast(0m), FormulaInput.Money("costOfGoodsSold")).DescribedBy(new()
        {
            Title = new("Gross margin", "Bruttomargin"),
            Synonyms = ["gross-profit-margin", "bruttomargin", "bruttoavanceprocent"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(revenue - costOfGoodsSold) / revenue",
            EdgeCases =
            [
                "No revenue is a zero denominator; negative revenue is out of domain.",
                "Goods sold below their cost give a negative margin, without a lower limit.",
            ],
            Variants =
            [
                new("markup", "Divides the same profit by the cost: a margin of 20 % is a markup of 25 %."),
                new("contribution-margin", "Takes off all costs that rise with each sale, not only the goods."),
                new("operating-margin", "Takes off the running costs too."),
            ],
            Example = new("Apple Inc., fiscal 2023, in millions (Form 10-K, which prints 44.1 %)", Money.Usd(383_285), Money.Usd(214_137)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of("markup", Markup, FormulaInput.Money("revenue"), FormulaInput.Money("costOfGoodsSold").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Markup", "Avanceprocent"),
            Synonyms = ["markup-percentage", "markup-on-cost", "avanceprocent", "tillægsprocent"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(revenue - costOfGoodsSold) / costOfGoodsSold",
            EdgeCases =
            [
                "No cost is a zero denominator; a negative cost is out of domain.",
                "It has no upper limit: a price of three times the cost is a markup of 200 %.",
            ],
            Variants = [new("gross-margin", "Divides the same profit by the revenue: a markup of 25 % is a margin of 20 %.")],
            Example = new("A piece bought for GBP 100 and sold for GBP 125", Money.Gbp(125), Money.Gbp(100)),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "contribution-margin", ContributionMargin,
            FormulaInput.Money("revenue").AtLeast(0m), FormulaInput.Money("variableCosts")).DescribedBy(new()
        {
            Title = new("Contribution margin", "Dækningsgrad"),
            Synonyms = ["contribution-margin-ratio", "cm-ratio", "dækningsgrad"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(revenue - variableCosts) / revenue",
            EdgeCases =
            [
                "No revenue is a zero denominator; negative revenue is out of domain.",
                "Where goods are the only variable cost, as is often assumed in trade, it is the gross margin.",
            ],
            Variants = [new("gross-margin", "Takes off the cost of the goods only.")],
            Example = new("A web shop in January: goods, freight, packing and card fees taken off", Money.Dkk(240_000), Money.Dkk(168_000)),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "operating-margin", OperatingMargin,
            FormulaInput.Money("operatingProfit"), FormulaInput.Money("revenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Operating margin", "Overskudsgrad"),
            Synonyms = ["operating-profit-margin", "ebit-margin", "return-on-sales", "overskudsgrad"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "operatingProfit / revenue",
            EdgeCases =
            [
                "No revenue is a zero denominator; negative revenue is out of domain.",
                "Profit is taken before interest and tax.",
            ],
            Variants =
            [
                new("gross-margin", "Takes off the cost of the goods only."),
                new("ebitda-margin", "Adds depreciation and amortization back."),
                new("net-margin", "Takes off interest and tax too."),
            ],
            Example = new("Apple Inc., fiscal 2023, in millions (Form 10-K)", Money.Usd(114_301), Money.Usd(383_285)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of("net-margin", NetMargin, FormulaInput.Money("netProfit"), FormulaInput.Money("revenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Net margin", "Nettomargin"),
            Synonyms = ["net-profit-margin", "nettomargin"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "netProfit / revenue",
            EdgeCases =
            [
                "No revenue is a zero denominator; negative revenue is out of domain.",
                "One-off gains and losses are in it.",
            ],
            Variants =
            [
                new("operating-margin", "Leaves interest and tax in."),
                new("ebitda-margin", "Leaves interest, tax, depreciation and amortization in."),
            ],
            Example = new("Apple Inc., fiscal 2023, in millions (Form 10-K)", Money.Usd(96_995), Money.Usd(383_285)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of("ebitda-margin", EbitdaMargin, FormulaInput.Money("ebitda"), FormulaInput.Money("revenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("EBITDA margin", "EBITDA-margin"),
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "ebitda / revenue",
            EdgeCases =
            [
                "No revenue is a zero denominator; negative revenue is out of domain.",
                "It leaves out what machines and acquisitions cost, which are real costs.",
            ],
            Variants =
            [
                new("operating-margin", "Takes off depreciation and amortization."),
                new("net-margin", "Takes off depreciation, amortization, interest and tax."),
            ],
            Example = new(
                "Apple Inc., fiscal 2023, in millions (Form 10-K: operating income 114,301, depreciation and amortization 11,519)",
                Money.Usd(125_820), Money.Usd(383_285)),
            Source = "Koller, Goedhart & Wessels, Valuation, 7th ed., 2020",
        }),
    ];
}
