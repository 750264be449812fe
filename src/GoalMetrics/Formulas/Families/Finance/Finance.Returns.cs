namespace GoalMetrics;

// What an investment, and the capital in a company, brings.
public static partial class Finance
{
    /// <summary>What came back beyond what was invested, as a share of it: <c>(returned − invested) / invested</c>.</summary>
    /// <param name="returned">All that came back, the investment itself included: not the gain.</param>
    /// <param name="invested">What was put in, in the same currency; not negative.</param>
    /// <returns>
    /// A ratio, −100 % when nothing came back; undefined without investment, and (<see cref="UndefinedReason.OutOfDomain"/>) at a
    /// negative one.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    /// <remarks>See <see cref="ReturnOnInvestmentFromGain"/> where the gain is known and not what came back.</remarks>
    public static Quantity ReturnOnInvestment(Quantity returned, Quantity invested) =>
        (returned.AsMoney() - invested.AsMoney().NotNegative()).RatioTo(invested).NamingOverflow(returned, invested);

    /// <summary>The gain of an investment as a share of it: <c>gain / invested</c>.</summary>
    /// <param name="gain">What came back beyond the investment, or was lost of it (negative): not all that came back.</param>
    /// <param name="invested">What was put in, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without investment, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    /// <remarks>See <see cref="ReturnOnInvestment"/> where all that came back is known.</remarks>
    public static Quantity ReturnOnInvestmentFromGain(Quantity gain, Quantity invested) =>
        gain.AsMoney().RatioTo(invested.AsMoney().NotNegative());

    /// <summary>The steady yearly return that adds up to a total return: <c>(1 + total return)^(1 / years) − 1</c>.</summary>
    /// <param name="totalReturn">The return over the whole time, as <see cref="ReturnOnInvestment"/> gives it; at least −100 %.</param>
    /// <param name="years">How many years it took; above 0, whole or not.</param>
    /// <returns>
    /// A ratio, computed in double: right to about 15 digits of <c>1 + return</c>. Undefined over 0 years, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where more than all was lost.
    /// </returns>
    public static Quantity AnnualizedReturn(Quantity totalReturn, Quantity years)
    {
        totalReturn = totalReturn.AsRatio();
        var exponent = Whole.DividedBy(years.AsNumber());
        if (totalReturn.AmountOrNull is < -1m)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(totalReturn), Unit.Ratio);
        }

        return totalReturn.IsDefined && exponent.IsDefined
            ? Quantity.Computed(Math.Pow(1d + (double)totalReturn.Amount, (double)exponent.Amount) - 1d, Unit.Ratio)
            : totalReturn * exponent;
    }

    /// <summary>What the owners' equity earned: <c>net profit / equity</c>.</summary>
    /// <param name="netProfit">Profit after interest and tax; a loss is negative.</param>
    /// <param name="equity">The owners' equity, best its average over the period, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without equity, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ReturnOnEquity(Quantity netProfit, Quantity equity) =>
        netProfit.AsMoney().RatioTo(equity.AsMoney().NotNegative());

    /// <summary>What all assets earned, however they are financed: <c>net profit / total assets</c>.</summary>
    /// <param name="netProfit">Profit after interest and tax; a loss is negative.</param>
    /// <param name="totalAssets">All assets, best their average over the period, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without assets, and (<see cref="UndefinedReason.OutOfDomain"/>) at negative ones.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ReturnOnAssets(Quantity netProfit, Quantity totalAssets) =>
        netProfit.AsMoney().RatioTo(totalAssets.AsMoney().NotNegative());

    /// <summary>What long-term capital earned before its lenders were paid: <c>operating profit / capital employed</c>.</summary>
    /// <param name="operatingProfit">Profit before interest and tax (EBIT); a loss is negative.</param>
    /// <param name="capitalEmployed">Total assets less current liabilities, in the same currency; not negative.</param>
    /// <returns>A ratio; undefined without capital, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ReturnOnCapitalEmployed(Quantity operatingProfit, Quantity capitalEmployed) =>
        operatingProfit.AsMoney().RatioTo(capitalEmployed.AsMoney().NotNegative());

    private static IEnumerable<Formula> ReturnFormulas() =>
    [
        Formula.Of(
            "return-on-investment", ReturnOnInvestment,
            FormulaInput.Money("returned"), FormulaInput.Money("invested").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Return on investment", "Afkast af investering"),
            Synonyms = ["roi", "afkast"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(returned - invested) / invested",
            EdgeCases =
            [
                "Nothing invested is a zero denominator; a negative investment is out of domain.",
                "A total loss is −100 %, which is defined.",
                "It does not say how long it took: 50 % in a month and 50 % in ten years are the same here.",
            ],
            Variants =
            [
                new("return-on-investment-from-gain", "Takes the gain alone instead of all that came back."),
                new("annualized-return", "Says the return per year, so that investments of different length can be compared."),
                new("payback-period", "Says how long it takes to get the money back, not how much more comes."),
                new("return-on-ad-spend", "Divides revenue by spend, and does not subtract what was spent."),
            ],
            Example = new("A campaign of DKK 10,000 that brought DKK 15,000 in gross profit", Money.Dkk(15_000), Money.Dkk(10_000)),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "return-on-investment-from-gain", ReturnOnInvestmentFromGain,
            FormulaInput.Money("gain"), FormulaInput.Money("invested").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Return on investment from the gain", "Afkast af investering ud fra gevinsten"),
            Synonyms = ["roi-from-gain"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "gain / invested",
            EdgeCases =
            [
                "Nothing invested is a zero denominator; a negative investment is out of domain.",
                "Giving all that came back as the gain overstates the return by 100 percentage points.",
            ],
            Variants = [new("return-on-investment", "Takes all that came back, the investment included, instead of the gain.")],
            Example = new("A campaign of DKK 10,000 with a net gain of DKK 5,000", Money.Dkk(5_000), Money.Dkk(10_000)),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "annualized-return", AnnualizedReturn,
            FormulaInput.Ratio("totalReturn").AtLeast(-1m), FormulaInput.Count("years")).DescribedBy(new()
        {
            Title = new("Annualized return", "Årligt afkast"),
            Synonyms = ["annualised-return", "annualized-roi", "årligt-afkast"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "pow(1 + totalReturn, 1 / years) - 1",
            EdgeCases =
            [
                "Over 0 years it is a zero denominator; a loss of more than everything is out of domain.",
                "A return over less than a year is extrapolated to a whole one, as if it could be repeated.",
                "Computed in double, right to about 15 digits of one plus the return.",
            ],
            Variants =
            [
                new("return-on-investment", "Says the return over the whole time."),
                new("compound-growth-rate", "Starts from two amounts instead of the return between them."),
                new("internal-rate-of-return", "Knows what was paid and came back when, not only how much in all."),
            ],
            Example = new("A gain of 20 % in 18 months", Quantity.Ratio(0.20m), Quantity.Count(1.5m)),
            Source = "Bodie, Kane & Marcus, Investments, 12th ed., 2021",
        }),
        Formula.Of(
            "return-on-equity", ReturnOnEquity,
            FormulaInput.Money("netProfit"), FormulaInput.Money("equity").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Return on equity", "Egenkapitalens forrentning"),
            Synonyms = ["roe", "egenkapitalforrentning", "egenkapitalens-forrentning"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "netProfit / equity",
            EdgeCases =
            [
                "No equity is a zero denominator; negative equity is out of domain, for a loss on it would look like a gain.",
                "Debt lifts it: little equity makes a small profit look large.",
            ],
            Variants =
            [
                new("return-on-assets", "Divides by all assets, whoever paid for them."),
                new("return-on-capital-employed", "Takes profit before interest over equity and long-term debt."),
            ],
            Example = new(
                "Apple Inc., fiscal 2023, in millions (Form 10-K; equity at the end of the year)",
                Money.Usd(96_995), Money.Usd(62_146)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of(
            "return-on-assets", ReturnOnAssets,
            FormulaInput.Money("netProfit"), FormulaInput.Money("totalAssets").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Return on assets", "Afkast af samlede aktiver"),
            Synonyms = ["roa", "afkast-af-aktiver"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "netProfit / totalAssets",
            EdgeCases =
            [
                "No assets are a zero denominator; negative ones are out of domain.",
                "The Danish afkastningsgrad takes profit before interest over the same assets: give that as the profit to get it.",
            ],
            Variants =
            [
                new("return-on-equity", "Divides by the owners' part only."),
                new("return-on-capital-employed", "Takes profit before interest, over assets less current liabilities."),
            ],
            Example = new(
                "Apple Inc., fiscal 2023, in millions (Form 10-K; assets at the end of the year)",
                Money.Usd(96_995), Money.Usd(352_583)),
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of(
            "return-on-capital-employed", ReturnOnCapitalEmployed,
            FormulaInput.Money("operatingProfit"), FormulaInput.Money("capitalEmployed").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Return on capital employed", "Afkast af anvendt kapital"),
            Synonyms = ["roce"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "operatingProfit / capitalEmployed",
            EdgeCases =
            [
                "No capital is a zero denominator; negative capital, where current liabilities exceed all assets, is out of domain.",
                "Profit is taken before interest and tax, for the capital is that of owners and lenders.",
            ],
            Variants =
            [
                new("return-on-equity", "Takes profit after interest and tax, over the owners' part only."),
                new("return-on-assets", "Takes profit after interest and tax, over all assets."),
            ],
            Example = new(
                "Apple Inc., fiscal 2023, in millions (Form 10-K; assets 352,583 less current liabilities 145,308)",
                Money.Usd(114_301), Money.Usd(207_275)),
            Source = "Atrill & McLaney, Accounting and Finance for Non-Specialists, 11th ed., 2019",
        }),
    ];
}
