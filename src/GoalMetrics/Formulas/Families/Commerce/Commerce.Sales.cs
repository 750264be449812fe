namespace GoalMetrics;

// Deals: how many are won, how large they are, and how fast.
public static partial class Commerce
{
    /// <summary>The share of the decided deals that were won: <c>won / (won + lost)</c>.</summary>
    /// <param name="won">Deals won.</param>
    /// <param name="lost">Deals lost.</param>
    /// <returns>A ratio; undefined when nothing was decided.</returns>
    public static Quantity WinRate(Quantity won, Quantity lost) =>
        won.AsCount().DividedBy(won.AsNumber() + lost.AsNumber(), "won, lost");

    /// <summary>The share of all opportunities that were won: <c>won / opportunities</c>.</summary>
    /// <param name="won">Deals won.</param>
    /// <param name="opportunities">All opportunities: won, lost and open.</param>
    /// <returns>A ratio; undefined without opportunities.</returns>
    public static Quantity CloseRate(Quantity won, Quantity opportunities) =>
        won.AsCount().DividedBy(opportunities.AsCount());

    /// <summary>What one deal won is worth: <c>revenue / deals won</c>.</summary>
    /// <param name="revenue">The value of the deals won.</param>
    /// <param name="dealsWon">Their number.</param>
    /// <returns>Money per deal; undefined when none was won.</returns>
    public static Quantity AverageDealSize(Quantity revenue, Quantity dealsWon) =>
        revenue.AsMoney().DividedBy(dealsWon.AsCount(Deal));

    /// <summary>How much of the quota was sold: <c>actual / quota</c>.</summary>
    /// <param name="actual">What was sold.</param>
    /// <param name="quota">What should have been sold, in the same unit; not below 0.</param>
    /// <returns>A ratio; undefined without a quota, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in unlike units, such as two currencies.</exception>
    public static Quantity QuotaAttainment(Quantity actual, Quantity quota) =>
        actual.AsInput().RatioTo(quota.AsInput().NotNegative());

    /// <summary>How many times the target the open pipeline is worth: <c>pipeline / target</c>. 300 % is three times.</summary>
    /// <param name="pipeline">The value of the open opportunities that can be decided in the period; not below 0.</param>
    /// <param name="target">What is still to be sold in the period, in the same currency; not below 0.</param>
    /// <returns>A ratio; undefined without a target, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity PipelineCoverage(Quantity pipeline, Quantity target) =>
        pipeline.AsMoney().NotNegative().RatioTo(target.AsMoney().NotNegative());

    /// <summary>What the pipeline earns per unit of time: <c>opportunities · win rate · average deal size / cycle length</c>.</summary>
    /// <param name="opportunities">Opportunities in the pipeline.</param>
    /// <param name="winRate">The share of them that is won, from 0 to 1.</param>
    /// <param name="averageDealSize">What a deal won is worth; not below 0.</param>
    /// <param name="cycleLength">How long a deal takes from opportunity to won; not below 0.</param>
    /// <returns>
    /// Money per unit of time, such as DKK per day; undefined at a cycle of no length, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) at a win rate below 0 or above 1, or a negative deal size or cycle.
    /// </returns>
    public static Quantity SalesVelocity(Quantity opportunities, Quantity winRate, Quantity averageDealSize, Quantity cycleLength) =>
        (DealsOf(opportunities.AsCount(Deal), averageDealSize.Unit).Part(winRate.AsShare()) * averageDealSize.AsMoney().NotNegative())
            .DividedBy(cycleLength.AsDuration().NotNegative())
            .NamingOverflow(opportunities, averageDealSize);

    private static IEnumerable<Formula> SalesFormulas() =>
    [
        Formula.Of("win-rate", WinRate, FormulaInput.Count("won"), FormulaInput.Count("lost")).DescribedBy(new()
        {
            Title = new("Win rate", "Hitrate"),
            Synonyms = ["hit-rate", "vinderrate"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "won / (won + lost)",
            EdgeCases =
            [
                "When nothing was won or lost it is undefined.",
                "Deals still open do not count.",
                "By number and by value are two figures: this one is by number.",
            ],
            Variants =
            [
                new("lead-conversion-rate", "Starts earlier: customers against all leads, whether they became a deal or not."),
                new("close-rate", "Divides by all opportunities, those still open included, so it rises as they are decided."),
            ],
            Example = new("A sales team that won 27 deals and lost 63", 27, 63),
            Source = "Jordan & Vazzana, Cracking the Sales Management Code, 2011",
        }),
        Formula.Of("close-rate", CloseRate, FormulaInput.Count("won"), FormulaInput.Count("opportunities")).DescribedBy(new()
        {
            Title = new("Close rate", "Andel vundne salgsmuligheder"),
            Synonyms = ["closing-rate"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "won / opportunities",
            EdgeCases =
            [
                "Without opportunities there is no rate: undefined.",
                "It rises as open opportunities are decided: compare groups of the same age.",
            ],
            Variants = [new("win-rate", "Divides by decided deals only, won and lost.")],
            Example = new("A sales team that won 27 of 120 opportunities", 27, 120),
            Source = "Jordan & Vazzana, Cracking the Sales Management Code, 2011",
        }),
        Formula.Of("average-deal-size", AverageDealSize, FormulaInput.Money("revenue"), FormulaInput.Count("dealsWon")).DescribedBy(new()
        {
            Title = new("Average deal size", "Gennemsnitlig aftalestørrelse"),
            Synonyms = ["average-deal-value", "aftalestørrelse"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / dealsWon",
            EdgeCases =
            [
                "When no deal was won it is undefined.",
                "One large deal pulls it up: the typical deal may be much smaller.",
            ],
            Variants = [new("average-order-value", "Divides by orders in a shop, not by deals won by a sales force.")],
            Example = new("A consultancy that won 8 deals for 1.9 million kroner", Money.Dkk(1_900_000m), 8),
            Source = "Jordan & Vazzana, Cracking the Sales Management Code, 2011",
        }),
        Formula.Of("quota-attainment", QuotaAttainment, FormulaInput.Any("actual"), FormulaInput.Any("quota").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Quota attainment", "Opfyldelse af salgskvoten"),
            Synonyms = ["quota-achievement", "kvoteopfyldelse"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "actual / quota",
            EdgeCases =
            [
                "A quota of 0 is undefined.",
                "A negative quota is undefined.",
                "More sold than the quota is above 100 %, and more taken back than sold is below 0.",
            ],
            Variants = [new("pipeline-coverage", "Compares what may still be won with the target, not what was won.")],
            Example = new(
                "A seller with 2.3 million kroner sold against a quota of 2 million",
                Money.Dkk(2_300_000m), Money.Dkk(2_000_000m)),
            Source = "Jordan & Vazzana, Cracking the Sales Management Code, 2011",
        }),
        Formula.Of(
            "pipeline-coverage", PipelineCoverage,
            FormulaInput.Money("pipeline").AtLeast(0m), FormulaInput.Money("target").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Pipeline coverage", "Pipelinedækning"),
            Synonyms = ["pipeline-coverage-ratio", "pipelinedækning"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "pipeline / target",
            EdgeCases =
            [
                "A target of 0, or one already reached, is undefined.",
                "A negative pipeline or target is undefined.",
                "What is enough depends on the win rate: at 25 %, four times the target is expected to just reach it.",
            ],
            Variants = [new("quota-attainment", "Compares what was won with the quota, not what may still be won.")],
            Example = new(
                "A team with 4.8 million kroner in the pipeline and 1.5 million to go",
                Money.Dkk(4_800_000m), Money.Dkk(1_500_000m)),
            Source = "Jordan & Vazzana, Cracking the Sales Management Code, 2011",
        }),
        Formula.Of(
            "sales-velocity", SalesVelocity,
            FormulaInput.Count("opportunities"), FormulaInput.Ratio("winRate").AtLeast(0m).AtMost(1m),
            FormulaInput.Money("averageDealSize").AtLeast(0m), FormulaInput.Duration("cycleLength").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Sales velocity", "Salgshastighed"),
            Synonyms = ["pipeline-velocity", "salgshastighed"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "opportunities * winRate * averageDealSize / cycleLength",
            EdgeCases =
            [
                "A cycle of no length is undefined.",
                "A win rate outside 0 to 100 %, a negative deal size and a negative cycle are undefined.",
                "The win rate must be of all opportunities, as they enter here, not of those in their last stage.",
            ],
            Example = new(
                "A team with 40 opportunities of 25,000 pounds, a quarter of them won, in 90 days",
                40, 0.25m, Money.Gbp(25_000m), Quantity.Duration(90m, DurationUnit.Day)),
            Source = "HubSpot, Sales Velocity: What It Is and How to Measure It",
        }),
    ];
}
