namespace GoalMetrics;

// The catalogue's entries of the formulas over flows of money.
public static partial class Finance
{
    private static IEnumerable<Formula> CashFlowFormulas() =>
    [
        Formula.OfSeries(
            "net-present-value", q => NetPresentValue(q[0], q[1..]),
            FormulaInput.Ratio("rate").AtLeast(-1m), FormulaInput.Money("flows").Repeated()).DescribedBy(new()
        {
            Title = new("Net present value", "Nutidsværdi"),
            Synonyms = ["npv", "nutidsværdi"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "Σ flows[t] / (1 + rate)^t, t = 1 … n",
            Latex = @"\sum_{t=1}^{n} \frac{\mathrm{flows}_t}{(1 + \mathrm{rate})^t}",
            EdgeCases =
            [
                "The first flow is discounted by one period, as the NPV function of spreadsheets does.",
                "A rate of −100 % or below is out of domain; no flows are insufficient data.",
            ],
            Variants =
            [
                new("net-present-value-from-now", "Takes the first flow as paid now, not discounted."),
                new("xnpv", "Takes flows on dates instead of one a period."),
            ],
            Example = new(
                "Excel's documentation of NPV, first example",
                Quantity.Ratio(0.10m), Money.Usd(-10_000), Money.Usd(3_000), Money.Usd(4_200), Money.Usd(6_800)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020; Microsoft Excel documentation, NPV",
        }),
        Formula.OfSeries(
            "net-present-value-from-now", q => NetPresentValueFromNow(q[0], q[1..]),
            FormulaInput.Ratio("rate").AtLeast(-1m), FormulaInput.Money("flows").Repeated()).DescribedBy(new()
        {
            Title = new("Net present value, first flow now", "Nutidsværdi, første betaling nu"),
            Synonyms = ["npv-from-now", "npv-with-initial-investment"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "Σ flows[t] / (1 + rate)^t, t = 0 … n",
            Latex = @"\sum_{t=0}^{n} \frac{\mathrm{flows}_t}{(1 + \mathrm{rate})^t}",
            EdgeCases =
            [
                "The first flow counts in full, as it is paid now.",
                "A rate of −100 % or below is out of domain; no flows are insufficient data.",
            ],
            Variants =
            [
                new("net-present-value", "Discounts the first flow by one period, as spreadsheets do."),
                new("xnpv", "Takes flows on dates instead of one a period."),
            ],
            Example = new(
                "Excel's documentation of NPV, second example",
                Quantity.Ratio(0.08m), Money.Usd(-40_000), Money.Usd(8_000), Money.Usd(9_200), Money.Usd(10_000),
                Money.Usd(12_000), Money.Usd(14_500)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.OfSeries(
            "xnpv", XnpvOfPairs,
            FormulaInput.Ratio("rate").AtLeast(-1m), FormulaInput.Money("flows").Repeated(),
            FormulaInput.Duration("after").Repeated()).DescribedBy(new()
        {
            Title = new("Net present value on dates (XNPV)", "Nutidsværdi med datoer (XNPV)"),
            Synonyms = ["net-present-value-on-dates"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "Σ flows[i] / (1 + rate)^((after[i] − min after) / 365)",
            Latex = @"\sum_{i} \frac{\mathrm{flows}_i}{(1 + \mathrm{rate})^{(\mathrm{after}_i - \min \mathrm{after}) / 365}}",
            EdgeCases =
            [
                "Each flow is followed by its time, counted from any common day; the direct call takes dates.",
                "The value is that of the earliest flow's day, in whatever order the flows are given.",
                "A rate of −100 % or below is out of domain; no flows are insufficient data.",
            ],
            Variants =
            [
                new("net-present-value", "Takes one flow a period, the first discounted by one."),
                new("net-present-value-from-now", "Takes one flow a period, the first now."),
            ],
            Example = new(
                "Excel's documentation of XNPV: flows of 2008 and 2009, in days after the first",
                Quantity.Ratio(0.09m), Money.Usd(-10_000), Days(0), Money.Usd(2_750), Days(60), Money.Usd(4_250),
                Days(303), Money.Usd(3_250), Days(411), Money.Usd(2_750), Days(456)),
            Source = "Microsoft Excel documentation, XNPV",
        }),
        Formula.OfSeries("internal-rate-of-return", InternalRateOfReturn, FormulaInput.Money("flows").Repeated()).DescribedBy(new()
        {
            Title = new("Internal rate of return", "Intern rente"),
            Synonyms = ["irr", "intern-rente"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "rate: Σ flows[t] / (1 + rate)^t = 0, t = 0 … n",
            Latex = @"\mathrm{rate}: \sum_{t=0}^{n} \frac{\mathrm{flows}_t}{(1 + \mathrm{rate})^t} = 0",
            EdgeCases =
            [
                "Flows all in or all out have no rate: out of domain, no sign change.",
                "Flows that change sign more than once may have no root or several: out of domain, and how many.",
                "Computed in double, right to about 12 digits.",
            ],
            Variants =
            [
                new("xirr", "Takes flows on dates and gives a rate per year."),
                new("annualized-return", "Knows only what was put in, what came back and the years between."),
            ],
            Example = new(
                "Excel's documentation of IRR: five years of a business",
                Money.Usd(-70_000), Money.Usd(12_000), Money.Usd(15_000), Money.Usd(18_000), Money.Usd(21_000), Money.Usd(26_000)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020; Microsoft Excel documentation, IRR",
        }),
        Formula.OfSeries(
            "xirr", XirrOfPairs,
            FormulaInput.Money("flows").Repeated(), FormulaInput.Duration("after").Repeated()).DescribedBy(new()
        {
            Title = new("Internal rate of return on dates (XIRR)", "Intern rente med datoer (XIRR)"),
            Synonyms = ["internal-rate-of-return-on-dates"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "rate: Σ flows[i] / (1 + rate)^((after[i] − min after) / 365) = 0",
            Latex = @"\mathrm{rate}: \sum_{i} "
                + @"\frac{\mathrm{flows}_i}{(1 + \mathrm{rate})^{(\mathrm{after}_i - \min \mathrm{after}) / 365}} = 0",
            EdgeCases =
            [
                "Each flow is followed by its time, counted from any common day; the direct call takes dates.",
                "The order of the flows does not matter, flows of one day are added up, and flows of zero change nothing.",
                "No sign change, no root or several roots (which are listed) are out of domain, and say so.",
                "A year has 365 days, leap years too, as in spreadsheets.",
            ],
            Variants = [new("internal-rate-of-return", "Takes one flow a period and gives a rate per period.")],
            Example = new(
                "Excel's documentation of XIRR: flows of 2008 and 2009, in days after the first",
                Money.Usd(-10_000), Days(0), Money.Usd(2_750), Days(60), Money.Usd(4_250), Days(303), Money.Usd(3_250),
                Days(411), Money.Usd(2_750), Days(456)),
            Source = "Microsoft Excel documentation, XIRR",
        }),
        Formula.OfSeries("payback-period-of-flows", PaybackPeriodOfFlows, FormulaInput.Money("flows").Repeated()).DescribedBy(new()
        {
            Title = new("Payback period of uneven flows", "Tilbagebetalingstid for ujævne betalinger"),
            Synonyms = ["payback-of-flows"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "min T: Σ flows[t] ≥ 0, t = 0 … T",
            Latex = @"\min \left\{ T : \sum_{t=0}^{T} \mathrm{flows}_t \ge 0 \right\}",
            EdgeCases =
            [
                "Flows that never add up to what was invested are out of domain: not paid back.",
                "The first flow is what is invested: one that is not below zero is out of domain.",
                "Later losses do not matter: it is the first time that counts, within a period in proportion.",
            ],
            Variants =
            [
                new("discounted-payback-period-of-flows", "Discounts the flows before adding them up."),
                new("payback-period", "Takes the same inflow every period."),
            ],
            Example = new(
                "A machine bought for 10,000 that brings 3,000, 4,000 and then 4,500 a year",
                Money.Eur(-10_000), Money.Eur(3_000), Money.Eur(4_000), Money.Eur(4_500), Money.Eur(4_500)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.OfSeries(
            "discounted-payback-period-of-flows", q => DiscountedPaybackPeriodOfFlows(q[0], q[1..]),
            FormulaInput.Ratio("rate").AtLeast(-1m), FormulaInput.Money("flows").Repeated()).DescribedBy(new()
        {
            Title = new("Discounted payback period of uneven flows", "Diskonteret tilbagebetalingstid for ujævne betalinger"),
            Synonyms = ["discounted-payback-of-flows"],
            Family = "Finance",
            Direction = Direction.LowerIsBetter,
            Equation = "min T: Σ flows[t] / (1 + rate)^t ≥ 0, t = 0 … T",
            Latex = @"\min \left\{ T : \sum_{t=0}^{T} \frac{\mathrm{flows}_t}{(1 + \mathrm{rate})^t} \ge 0 \right\}",
            EdgeCases =
            [
                "Flows that never add up to what was invested are out of domain: not paid back.",
                "The first flow is what is invested, now: one that is not below zero is out of domain.",
                "A rate of −100 % or below is out of domain.",
            ],
            Variants =
            [
                new("payback-period-of-flows", "Does not discount."),
                new("discounted-payback-period", "Takes the same inflow every period."),
            ],
            Example = new(
                "A machine bought for 10,000 that brings 3,000, 4,000 and then 4,500 a year, at 10 %",
                Quantity.Ratio(0.10m), Money.Eur(-10_000), Money.Eur(3_000), Money.Eur(4_000), Money.Eur(4_500), Money.Eur(4_500)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
    ];

    private static Quantity Days(int days) => Quantity.Duration(days, DurationUnit.Day);
}
