namespace GoalMetrics;

// How long money is tied up, and how long it lasts.
public static partial class Finance
{
    /// <summary>How long customers take to pay: <c>receivables / (revenue / period)</c>, receivables over revenue per day.</summary>
    /// <param name="receivables">What customers owe, best its average over the period; not negative.</param>
    /// <param name="revenue">Revenue of the period sold on credit, in the same currency; not negative.</param>
    /// <param name="period">How long the period is, such as 365 days; above 0.</param>
    /// <returns>
    /// A duration in the unit of the period; undefined without revenue and over no time, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where an input is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two amounts are in different currencies.</exception>
    public static Quantity DaysSalesOutstanding(Quantity receivables, Quantity revenue, Quantity period) =>
        StockDuration.Of(receivables.AsMoney().NotNegative(), revenue.AsMoney().NotNegative(), period.AsDuration().NotNegative());

    /// <summary>How long it takes to pay suppliers: <c>payables / (cost of goods / period)</c>, payables over cost per day.</summary>
    /// <param name="payables">What suppliers are owed, best its average over the period; not negative.</param>
    /// <param name="costOfGoodsSold">What the goods sold in the period had cost, in the same currency; not negative.</param>
    /// <param name="period">How long the period is, such as 365 days; above 0.</param>
    /// <returns>
    /// A duration in the unit of the period; undefined without cost and over no time, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where an input is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two amounts are in different currencies.</exception>
    public static Quantity DaysPayableOutstanding(Quantity payables, Quantity costOfGoodsSold, Quantity period) =>
        StockDuration.Of(payables.AsMoney().NotNegative(), costOfGoodsSold.AsMoney().NotNegative(), period.AsDuration().NotNegative());

    /// <summary>
    /// How long a krone is away from paying suppliers to being paid by customers:
    /// <c>days inventory + days sales − days payable outstanding</c>.
    /// </summary>
    /// <param name="daysInventoryOutstanding">How long goods lie; not negative.</param>
    /// <param name="daysSalesOutstanding">How long customers take to pay; not negative.</param>
    /// <param name="daysPayableOutstanding">How long it takes to pay suppliers; not negative.</param>
    /// <returns>
    /// A duration, negative where customers pay before suppliers are paid; undefined
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where an input is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">Some are in months or years and some in days.</exception>
    public static Quantity CashConversionCycle(
        Quantity daysInventoryOutstanding, Quantity daysSalesOutstanding, Quantity daysPayableOutstanding)
    {
        var held = daysInventoryOutstanding.AsDuration().NotNegative();
        var owed = daysSalesOutstanding.AsDuration().NotNegative();
        var owing = daysPayableOutstanding.AsDuration().NotNegative();
        return (held + owed - owing).NamingOverflow(daysInventoryOutstanding, daysSalesOutstanding, daysPayableOutstanding);
    }

    /// <summary>How fast cash is spent, net of what comes in: <c>(outflow − inflow) / period</c>.</summary>
    /// <param name="outflow">Cash paid out in the period.</param>
    /// <param name="inflow">Cash that came in from the business, not from investors or lenders, in the same currency. Zero gives
    /// the gross burn.</param>
    /// <param name="period">How long the period is, such as 3 months; above 0.</param>
    /// <returns>
    /// Money per unit of the period, such as DKK per month, negative where more came in; undefined over no time, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) at a negative period.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two amounts are in different currencies.</exception>
    public static Quantity BurnRate(Quantity outflow, Quantity inflow, Quantity period) =>
        (outflow.AsMoney() - inflow.AsMoney()).DividedBy(period.AsDuration().NotNegative())
            .NamingOverflow(outflow, inflow);

    /// <summary>How long the cash lasts at the present rate: <c>cash / (net burn / period)</c>.</summary>
    /// <param name="cash">Cash at hand; not negative.</param>
    /// <param name="netBurn">How much more was paid out than came in over the period, in the same currency; above 0.</param>
    /// <param name="period">How long that took, such as 1 or 3 months; above 0.</param>
    /// <returns>
    /// A duration in the unit of the period; undefined (<see cref="UndefinedReason.ZeroDenominator"/>) where nothing is burnt or over
    /// no time, and (<see cref="UndefinedReason.OutOfDomain"/>) where an input is negative: then the cash grows.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two amounts are in different currencies.</exception>
    public static Quantity Runway(Quantity cash, Quantity netBurn, Quantity period) =>
        StockDuration.Of(cash.AsMoney().NotNegative(), netBurn.AsMoney().NotNegative(), period.AsDuration().NotNegative());

    private static IEnumerable<Formula> WorkingCapitalFormulas() =>
    [
        Formula.Of(
            "days-sales-outstanding", DaysSalesOutstanding,
            FormulaInput.Money("receivables").AtLeast(0m), FormulaInput.Money("revenue").AtLeast(0m),
            FormulaInput.Duration("period").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Days sales outstanding", "Debitordage"),
            Synonyms = ["dso", "average-collection-period", "debitordage"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "receivables / (revenue / period)",
            EdgeCases =
            [
                "No revenue and a period of no length are zero denominators; negative inputs are out of domain.",
                "The result is in the unit of the period: give it in days to get days.",
                "Receivables at the end of a busy month overstate it: take their average.",
            ],
            Variants =
            [
                new("days-payable-outstanding", "Says how long one takes to pay, not how long one waits."),
                new("cash-conversion-cycle", "Adds the time goods lie and takes off the time suppliers wait."),
            ],
            Example = new(
                "A company with average receivables of USD 660 million on USD 12,000 million a year",
                Money.Usd(660), Money.Usd(12_000), Quantity.Duration(365, DurationUnit.Day)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of(
            "days-payable-outstanding", DaysPayableOutstanding,
            FormulaInput.Money("payables").AtLeast(0m), FormulaInput.Money("costOfGoodsSold").AtLeast(0m),
            FormulaInput.Duration("period").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Days payable outstanding", "Kreditordage"),
            Synonyms = ["dpo", "kreditordage"],
            Family = "Finance",
            Equation = "payables / (costOfGoodsSold / period)",
            EdgeCases =
            [
                "No cost and a period of no length are zero denominators; negative inputs are out of domain.",
                "The result is in the unit of the period: give it in days to get days.",
                "Neither way is better in itself: paying late keeps cash and costs goodwill and discounts.",
            ],
            Variants =
            [
                new("days-sales-outstanding", "Says how long one waits to be paid, not how long one takes."),
                new("cash-conversion-cycle", "Takes it off the time goods lie and customers owe."),
            ],
            Example = new(
                "A company with average payables of USD 1,200 million on a cost of USD 4,000 million a year",
                Money.Usd(1_200), Money.Usd(4_000), Quantity.Duration(365, DurationUnit.Day)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of(
            "cash-conversion-cycle", CashConversionCycle,
            FormulaInput.Duration("daysInventoryOutstanding").AtLeast(0m),
            FormulaInput.Duration("daysSalesOutstanding").AtLeast(0m),
            FormulaInput.Duration("daysPayableOutstanding").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Cash conversion cycle", "Pengebindingstid"),
            Synonyms = ["ccc", "cash-cycle", "net-operating-cycle", "pengebindingstid"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "daysInventoryOutstanding + daysSalesOutstanding - daysPayableOutstanding",
            EdgeCases =
            [
                "It may be negative: then customers pay before suppliers are paid.",
                "Negative inputs are out of domain.",
                "Days and weeks add up; months, which have no fixed length, do not add to days.",
            ],
            Variants =
            [
                new("days-sales-outstanding", "Is the part that customers take."),
                new("days-payable-outstanding", "Is the part that suppliers give."),
            ],
            Example = new(
                "A company whose goods lie 187.1 days, whose customers pay after 20.1 and which pays after 109.5",
                Quantity.Duration(187.1m, DurationUnit.Day), Quantity.Duration(20.1m, DurationUnit.Day),
                Quantity.Duration(109.5m, DurationUnit.Day)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
    ];

    private static IEnumerable<Formula> RunwayFormulas() =>
    [
        Formula.Of(
            "burn-rate", BurnRate,
            FormulaInput.Money("outflow"), FormulaInput.Money("inflow"), FormulaInput.Duration("period").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Burn rate", "Burn rate"),
            Synonyms = ["net-burn-rate", "cash-burn"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "(outflow - inflow) / period",
            EdgeCases =
            [
                "A period of no length is a zero denominator; a negative one is out of domain.",
                "It is negative where more came in than went out.",
                "Money from investors and lenders is not inflow; an inflow of zero gives the gross burn.",
            ],
            Variants = [new("runway", "Says how long the cash lasts at that rate.")],
            Example = new(
                "A start-up that paid out USD 50,000 and took in USD 10,000 in a month",
                Money.Usd(50_000), Money.Usd(10_000), Quantity.Duration(1, DurationUnit.Month)),
            Source = "Feld & Mendelson, Venture Deals, 4th ed., 2019",
        }),
        Formula.Of(
            "runway", Runway,
            FormulaInput.Money("cash").AtLeast(0m), FormulaInput.Money("netBurn").AtLeast(0m),
            FormulaInput.Duration("period").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Runway", "Runway (likviditetshorisont)"),
            Synonyms = ["cash-runway", "likviditetshorisont"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "cash / (netBurn / period)",
            EdgeCases =
            [
                "No net burn and a period of no length are zero denominators: the cash never runs out.",
                "A negative burn, where the cash grows, is out of domain, and so are negative cash and a negative period.",
                "The net burn is money over the period given beside it, not a rate: 90,000 in 3 months is 90,000 and 3 months.",
            ],
            Variants = [new("burn-rate", "Says how fast the cash goes.")],
            Example = new(
                "A start-up with USD 400,000 that burns USD 40,000 net a month",
                Money.Usd(400_000), Money.Usd(40_000), Quantity.Duration(1, DurationUnit.Month)),
            Source = "Feld & Mendelson, Venture Deals, 4th ed., 2019",
        }),
    ];
}
