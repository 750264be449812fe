namespace GoalMetrics;

// How customers use the product, and what they say of it.
public static partial class Customers
{
    /// <summary>The share of a month's users who are active on an average day: <c>dailyActiveUsers / monthlyActiveUsers</c>.</summary>
    /// <param name="dailyActiveUsers">Users active on a day, on average.</param>
    /// <param name="monthlyActiveUsers">Users active in the month.</param>
    /// <returns>
    /// A ratio; undefined without monthly users.
    /// </returns>
    public static Quantity Stickiness(Quantity dailyActiveUsers, Quantity monthlyActiveUsers) =>
        dailyActiveUsers.AsCount().DividedBy(monthlyActiveUsers.AsCount());

    /// <summary>The share of new users who got started: <c>activatedUsers / newUsers</c>.</summary>
    /// <param name="activatedUsers">New users who reached the first moment of value.</param>
    /// <param name="newUsers">Users who signed up.</param>
    /// <returns>
    /// A ratio; undefined without new users.
    /// </returns>
    public static Quantity ActivationRate(Quantity activatedUsers, Quantity newUsers) =>
        activatedUsers.AsCount().DividedBy(newUsers.AsCount());

    /// <summary>The share of users who adopted a feature: <c>adopters / users</c>.</summary>
    /// <param name="adopters">Users who use the feature or product.</param>
    /// <param name="users">All users.</param>
    /// <returns>
    /// A ratio; undefined without users.
    /// </returns>
    public static Quantity AdoptionRate(Quantity adopters, Quantity users) =>
        adopters.AsCount().DividedBy(users.AsCount());

    /// <summary>The share of customers who referred someone: <c>referringCustomers / customers</c>.</summary>
    /// <param name="referringCustomers">Customers who referred someone.</param>
    /// <param name="customers">All customers.</param>
    /// <returns>
    /// A ratio; undefined without customers.
    /// </returns>
    public static Quantity ReferralRate(Quantity referringCustomers, Quantity customers) =>
        referringCustomers.AsCount().DividedBy(customers.AsCount());

    /// <summary>How many more recommend than advise against, from −100 to 100: <c>100 · (promoters − detractors) / responses</c>.</summary>
    /// <param name="promoters">Answers of 9 and 10.</param>
    /// <param name="detractors">Answers of 0 to 6.</param>
    /// <param name="responses">All answers.</param>
    /// <returns>
    /// A score; undefined without responses, and (<see cref="UndefinedReason.OutOfDomain"/>) when promoters and detractors
    /// together are more than the responses.
    /// </returns>
    public static Quantity NetPromoterScore(Quantity promoters, Quantity detractors, Quantity responses) =>
        PromoterScore.Of(promoters.AsNumber(), detractors.AsNumber(), responses.AsNumber());

    /// <summary>The share of answers that are satisfied: <c>satisfied / responses</c>.</summary>
    /// <param name="satisfied">Answers of satisfied or very satisfied.</param>
    /// <param name="responses">All answers.</param>
    /// <returns>
    /// A ratio; undefined without responses.
    /// </returns>
    public static Quantity CustomerSatisfaction(Quantity satisfied, Quantity responses) =>
        satisfied.AsCount().DividedBy(responses.AsCount());

    /// <summary>How easy it was, on average, from 1 to 7: <c>total score / responses</c>.</summary>
    /// <param name="totalScore">The sum of the answers, each from 1 (very hard) to 7 (very easy).</param>
    /// <param name="responses">How many answered.</param>
    /// <returns>
    /// A score; undefined without responses, and (<see cref="UndefinedReason.OutOfDomain"/>) where the mean is not from 1 to 7.
    /// </returns>
    public static Quantity CustomerEffortScore(Quantity totalScore, Quantity responses)
    {
        var mean = totalScore.AsCount().DividedBy(responses.AsCount()).WithUnit(EffortScore);
        return mean.AmountOrNull is < 1m or > 7m
            ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(totalScore), EffortScore)
            : mean;
    }

    private static IEnumerable<Formula> ExperienceFormulas() =>
    [
        Formula.Of(
            "stickiness", Stickiness,
            FormulaInput.Count("dailyActiveUsers"), FormulaInput.Count("monthlyActiveUsers")).DescribedBy(new()
        {
            Title = new("Stickiness", "Stickiness (DAU/MAU)"),
            Synonyms = ["dau-mau", "dau-to-mau"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "dailyActiveUsers / monthlyActiveUsers",
            EdgeCases = ["Undefined without monthly users."],
            Example = new("An app with 1,200 daily and 4,800 monthly users", 1_200, 4_800),
            Source = "Ellis & Brown, Hacking Growth, 2017",
        }),
        Formula.Of(
            "activation-rate", ActivationRate,
            FormulaInput.Count("activatedUsers"), FormulaInput.Count("newUsers")).DescribedBy(new()
        {
            Title = new("Activation rate", "Aktiveringsrate"),
            Synonyms = ["aktiveringsrate"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "activatedUsers / newUsers",
            EdgeCases = ["Undefined without new users."],
            Variants =
            [
                new("adoption-rate", "Counts users of a feature among all users."),
            ],
            Example = new("450 of 1,800 who signed up", 450, 1_800),
            Source = "McClure, Startup Metrics for Pirates, 2007",
        }),
        Formula.Of("adoption-rate", AdoptionRate, FormulaInput.Count("adopters"), FormulaInput.Count("users")).DescribedBy(new()
        {
            Title = new("Adoption rate", "Ibrugtagningsrate"),
            Synonyms = ["feature-adoption", "ibrugtagning"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "adopters / users",
            EdgeCases = ["Undefined without users."],
            Variants =
            [
                new("activation-rate", "Counts new users who got started."),
            ],
            Example = new("330 of 1,200 users of a report", 330, 1_200),
            Source = "Rogers, Diffusion of Innovations, 5th ed., 2003",
        }),
        Formula.Of(
            "referral-rate", ReferralRate,
            FormulaInput.Count("referringCustomers"), FormulaInput.Count("customers")).DescribedBy(new()
        {
            Title = new("Referral rate", "Henvisningsrate"),
            Synonyms = ["henvisningsrate"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "referringCustomers / customers",
            EdgeCases = ["Undefined without customers."],
            Example = new("84 of 1,050 customers", 84, 1_050),
            Source = "McClure, Startup Metrics for Pirates, 2007",
        }),
        Formula.Of(
            "net-promoter-score", NetPromoterScore,
            FormulaInput.Count("promoters"), FormulaInput.Count("detractors"), FormulaInput.Count("responses")).DescribedBy(new()
        {
            Title = new("Net promoter score", "Net promoter score"),
            Synonyms = ["nps"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "100 * (promoters - detractors) / responses",
            EdgeCases =
            [
                "Undefined without responses.",
                "Out of domain when promoters and detractors are more than the responses.",
                "From −100 to 100: a score, not a percentage.",
            ],
            Variants =
            [
                new("employee-net-promoter-score", "Asks employees about the place they work."),
                new("customer-satisfaction", "Counts the satisfied only."),
            ],
            Example = new("60 promoters, 15 detractors, 100 answers", 60, 15, 100),
            Source = "Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003",
        }),
        Formula.Of(
            "customer-satisfaction", CustomerSatisfaction,
            FormulaInput.Count("satisfied"), FormulaInput.Count("responses")).DescribedBy(new()
        {
            Title = new("Customer satisfaction", "Kundetilfredshed"),
            Synonyms = ["csat", "kundetilfredshed"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "satisfied / responses",
            EdgeCases = ["Undefined without responses."],
            Variants =
            [
                new("net-promoter-score", "Subtracts those who warn from those who recommend."),
                new("customer-effort-score", "Asks how easy it was."),
            ],
            Example = new("172 of 215 answers", 172, 215),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "customer-effort-score", CustomerEffortScore,
            FormulaInput.Count("totalScore"), FormulaInput.Count("responses")).DescribedBy(new()
        {
            Title = new("Customer effort score", "Customer effort score"),
            Synonyms = ["ces"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "totalScore / responses",
            EdgeCases =
            [
                "Undefined without responses.",
                "Out of domain where the mean is not from 1 to 7.",
                "7 is very easy: higher is better on this scale.",
            ],
            Variants =
            [
                new("customer-satisfaction", "Asks how satisfied they are."),
            ],
            Example = new("200 answers that add up to 1,130", 1_130, 200),
            Source = "Dixon, Freeman & Toman, Stop Trying to Delight Your Customers, Harvard Business Review, July 2010",
        }),
    ];
}
