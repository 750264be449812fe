namespace GoalMetrics;

// How long even inflows take to bring an investment back.
public static partial class Finance
{
    private static readonly Unit PaybackPeriods = Unit.Count("period");

    /// <summary>How many periods an even inflow takes to pay back the investment: <c>invested / inflow</c>. Not discounted.</summary>
    /// <param name="invested">What was put in; not negative.</param>
    /// <param name="inflow">What comes back in each period, in the same currency; not negative.</param>
    /// <returns>
    /// Periods of the inflow, such as 3.33; undefined without inflow, and (<see cref="UndefinedReason.OutOfDomain"/>) where the
    /// investment or the inflow is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity PaybackPeriod(Quantity invested, Quantity inflow) =>
        invested.AsMoney().NotNegative().RatioTo(inflow.AsMoney().NotNegative()).WithUnit(PaybackPeriods);

    /// <summary>
    /// How many periods an even inflow, discounted, takes to pay back the investment:
    /// <c>−ln(1 − invested · rate / inflow) / ln(1 + rate)</c>; at a rate of 0, <see cref="PaybackPeriod"/>.
    /// </summary>
    /// <param name="invested">What was put in at the start; not negative.</param>
    /// <param name="inflow">What comes back at the end of each period, in the same currency; not negative.</param>
    /// <param name="rate">The discount rate of one period, above −100 %.</param>
    /// <returns>
    /// Periods of the inflow, computed in double: right to about 14 digits. Undefined without inflow, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where the investment or the inflow is negative, where the inflow is too small
    /// ever to pay the investment and its interest back (the cause is the inflow), or at a rate of −100 % or below.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity DiscountedPaybackPeriod(Quantity invested, Quantity inflow, Quantity rate)
    {
        invested = invested.AsMoney().NotNegative();
        inflow = inflow.AsMoney().NotNegative();
        rate = rate.AsRatio();
        var periods = invested.RatioTo(inflow).WithUnit(PaybackPeriods);
        if (!periods.IsDefined || rate.AmountOrNull == 0m)
        {
            return periods;
        }

        if (rate.AmountOrNull is <= -1m)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(rate), PaybackPeriods);
        }

        // Interest before division: exact where the inflow is just the interest, and the debt never shrinks.
        var interest = (invested * rate).RatioTo(inflow).NamingOverflow(invested, rate);
        if (!interest.IsDefined)
        {
            return interest.WithUnit(PaybackPeriods);
        }

        return interest.Amount < 1m
            ? Quantity.Computed(-LogarithmOfOnePlus(-interest.Amount) / LogarithmOfOnePlus(rate.Amount), PaybackPeriods)
            : Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(inflow), PaybackPeriods);
    }

    // ln(1 + x) for x above −1, to full precision also where x is so small that 1 + x forgets most of its digits.
    private static double LogarithmOfOnePlus(decimal x)
    {
        var sum = x < 1m ? (double)(1m + x) : 1d + (double)x;
        return sum == 1d ? (double)x : Math.Log(sum) * (double)x / (sum - 1d);
    }

    private static IEnumerable<Formula> PaybackFormulas() =>
    [
        Formula.Of(
            "payback-period", PaybackPeriod,
            FormulaInput.Money("invested").AtLeast(0m), FormulaInput.Money("inflow").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Payback period", "Tilbagebetalingstid"),
            Synonyms = ["payback", "simple-payback", "tilbagebetalingstid"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "invested / inflow",
            EdgeCases =
            [
                "The result counts the periods of the inflow: years where it is what comes in a year.",
                "No inflow is a zero denominator; a negative investment or inflow is out of domain.",
                "What comes after the payback does not matter here.",
            ],
            Variants =
            [
                new("discounted-payback-period", "Counts later money for less, and so takes longer."),
                new("return-on-investment", "Says how much more comes back, not how soon."),
                new("payback-period-of-flows", "Takes a flow of its own for every period."),
            ],
            Example = new("A machine of EUR 10,000 that brings EUR 3,000 a year", Money.Eur(10_000), Money.Eur(3_000)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of(
            "discounted-payback-period", DiscountedPaybackPeriod,
            FormulaInput.Money("invested").AtLeast(0m), FormulaInput.Money("inflow").AtLeast(0m),
            FormulaInput.Ratio("rate").AtLeast(-1m)).DescribedBy(new()
        {
            Title = new("Discounted payback period", "Diskonteret tilbagebetalingstid"),
            Synonyms = ["discounted-payback", "diskonteret-tilbagebetalingstid"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "-ln(1 - invested * rate / inflow) / ln(1 + rate)",
            EdgeCases =
            [
                "An inflow not above the interest on the investment never pays it back: out of domain.",
                "At a rate of 0 it is the simple payback period; a rate of −100 % or below is out of domain.",
                "Within a period the discounting goes on, so the part of a period differs a little from a table that interpolates.",
                "Computed in double, right to about 14 digits.",
            ],
            Variants =
            [
                new("payback-period", "Does not discount: a krone later is a krone now."),
                new("discounted-payback-period-of-flows", "Takes a flow of its own for every period."),
            ],
            Example = new(
                "A machine of EUR 10,000 that brings EUR 3,000 a year, at 10 %",
                Money.Eur(10_000), Money.Eur(3_000), Quantity.Ratio(0.10m)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020; number of payments of an annuity",
        }),
    ];
}
