namespace GoalMetrics;

// How often ads are shown and clicked, and what that costs.
public static partial class Marketing
{
    /// <summary>The share of impressions that were clicked: <c>clicks / impressions</c>.</summary>
    /// <param name="clicks">Clicks on the ad or link.</param>
    /// <param name="impressions">How often it was shown.</param>
    /// <returns>A ratio; undefined without impressions.</returns>
    public static Quantity ClickThroughRate(Quantity clicks, Quantity impressions) =>
        clicks.AsCount().DividedBy(impressions.AsCount());

    /// <summary>What one click cost: <c>cost / clicks</c>.</summary>
    /// <param name="cost">What was spent on the ads.</param>
    /// <param name="clicks">The clicks they got.</param>
    /// <returns>Money per click; undefined without clicks.</returns>
    public static Quantity CostPerClick(Quantity cost, Quantity clicks) =>
        cost.AsMoney().DividedBy(clicks.AsCount(Click));

    /// <summary>What a thousand impressions cost: <c>1000 · cost / impressions</c>.</summary>
    /// <param name="cost">What was spent on the ads.</param>
    /// <param name="impressions">How often they were shown, one by one: not in thousands.</param>
    /// <returns>Money per thousand impressions, whatever noun the impressions have; undefined without impressions.</returns>
    public static Quantity CostPerMille(Quantity cost, Quantity impressions)
    {
        cost = cost.AsMoney();
        impressions = impressions.AsCount().WithUnit(ThousandImpressions);
        var thousandfold = cost * Thousand;
        return thousandfold.IsDefined
            ? thousandfold.DividedBy(impressions)
            : (cost.DividedBy(impressions) * Thousand).NamingOverflow(cost, impressions);
    }

    /// <summary>How often each person reached was shown the ad, on average: <c>impressions / reach</c>.</summary>
    /// <param name="impressions">How often the ad was shown.</param>
    /// <param name="reach">The different people it was shown to.</param>
    /// <returns>Impressions per person; undefined without reach.</returns>
    public static Quantity Frequency(Quantity impressions, Quantity reach) =>
        impressions.AsCount(Impression).Per(reach.AsCount(Person));

    /// <summary>Own advertising or mentions as a share of all those in the market: <c>own / market</c>.</summary>
    /// <param name="own">One's own spend, impressions or mentions; not below 0.</param>
    /// <param name="market">Those of the whole market, one's own included, in the same unit.</param>
    /// <returns>A ratio; undefined without a market, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.</returns>
    /// <exception cref="UnitMismatchException">The two are in unlike units, such as two currencies.</exception>
    public static Quantity ShareOfVoice(Quantity own, Quantity market) =>
        own.AsInput().NotNegative().RatioTo(market.AsInput().NotNegative());

    private static IEnumerable<Formula> AdvertisingFormulas() =>
    [
        Formula.Of(
            "click-through-rate", ClickThroughRate,
            FormulaInput.Count("clicks"), FormulaInput.Count("impressions")).DescribedBy(new()
        {
            Title = new("Click-through rate", "Klikrate"),
            Synonyms = ["ctr", "klikrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "clicks / impressions",
            EdgeCases =
            [
                "Without impressions there is no rate: undefined.",
                "Clicks counted more than once per impression can take it past 100 %.",
            ],
            Variants =
            [
                new("conversion-rate", "Begins after the click: visitors who did what was wanted."),
                new("email-click-rate", "Is the same idea for e-mail: clicks against delivered messages."),
            ],
            Example = new("1,143 Facebook ads of a public data set", 38_165, 213_434_828),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("cost-per-click", CostPerClick, FormulaInput.Money("cost"), FormulaInput.Count("clicks")).DescribedBy(new()
        {
            Title = new("Cost per click", "Pris pr. klik"),
            Synonyms = ["cpc", "klikpris"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "cost / clicks",
            EdgeCases =
            [
                "Without clicks it is undefined, however much was spent.",
                "It is the average paid, not the highest bid.",
            ],
            Variants =
            [
                new("cost-per-mille", "Pays for a thousand views, clicked or not."),
                new("cost-per-acquisition", "Divides by conversions, of which there are far fewer than clicks."),
            ],
            Example = new("1,143 Facebook ads of a public data set", Money.Usd(58_705.23m), 38_165),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("cost-per-mille", CostPerMille, FormulaInput.Money("cost"), FormulaInput.Count("impressions")).DescribedBy(new()
        {
            Title = new("Cost per thousand impressions", "Pris pr. tusind visninger"),
            Synonyms = ["cpm", "cost-per-thousand", "cost-per-thousand-impressions", "tusindpris"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "1000 * cost / impressions",
            EdgeCases =
            [
                "Without impressions it is undefined.",
                "Impressions already counted in thousands give a figure a thousand times too high.",
            ],
            Variants = [new("cost-per-click", "Pays for clicks, however often the ad was shown.")],
            Example = new(
                "Ads for 400 dollars shown 20,000 times (Farris, Advertising Metrics, Management by the Numbers)",
                Money.Usd(400m), 20_000),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("frequency", Frequency, FormulaInput.Count("impressions"), FormulaInput.Count("reach")).DescribedBy(new()
        {
            Title = new("Frequency", "Frekvens"),
            Synonyms = ["ad-frequency", "average-frequency", "frekvens", "eksponeringsfrekvens"],
            Family = "Marketing",
            Equation = "impressions / reach",
            EdgeCases =
            [
                "Undefined when no one was reached.",
                "Reach counts people once: the reaches of two weeks or two media do not add up.",
                "Below 1 the reach was counted too high, for everyone reached has seen the ad at least once.",
            ],
            Variants = [new("purchase-frequency", "Counts the orders of a customer, not the times an ad was seen.")],
            Example = new("A campaign with 54,000 impressions to 15,000 people", 54_000, 15_000),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "share-of-voice", ShareOfVoice,
            FormulaInput.Any("own").AtLeast(0m), FormulaInput.Any("market").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Share of voice", "Share of voice"),
            Synonyms = ["sov"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "own / market",
            EdgeCases =
            [
                "A market of 0 is undefined.",
                "A negative amount on either side is undefined.",
                "Above 100 % the market leaves out part of what is one's own.",
            ],
            Variants = [new("share-of-traffic", "Compares with the rest of the own traffic, not with the market.")],
            Example = new(
                "A brand that buys ads for 1.2 of the 8 million kroner spent in its market",
                Money.Dkk(1_200_000m), Money.Dkk(8_000_000m)),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
    ];
}
