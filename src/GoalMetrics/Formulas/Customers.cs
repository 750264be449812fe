namespace GoalMetrics;

/// <summary>Formulas of customers and subscriptions. See <see cref="Marketing"/> for what holds of every formula.</summary>
public static partial class Customers
{
    private static readonly Unit User = Unit.Count("user");
    private static readonly Unit PromoterScore = Unit.Score(-100m, 100m);

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    /// <summary>The share of the customers at the start who left during the period: <c>lost / at start</c> (S8.6).</summary>
    /// <param name="customersLost">Customers of the start who left; those both won and lost inside the period do not count.</param>
    /// <param name="customersAtStart">Customers when the period began.</param>
    /// <returns>A ratio; undefined without customers at the start.</returns>
    public static Quantity ChurnRate(Quantity customersLost, Quantity customersAtStart)
    {
        Input.Count(ref customersLost);
        Input.Count(ref customersAtStart);
        return customersLost.DividedBy(customersAtStart);
    }

    /// <summary>The share of the customers at the start who stayed: <c>(at end − new) / at start</c>.</summary>
    /// <param name="customersAtEnd">Customers when the period ended.</param>
    /// <param name="newCustomers">Those among them who were won during the period.</param>
    /// <param name="customersAtStart">Customers when the period began.</param>
    /// <returns>
    /// A ratio; undefined without customers at the start, and (<see cref="UndefinedReason.OutOfDomain"/>) when more customers
    /// are new than there are.
    /// </returns>
    public static Quantity RetentionRate(Quantity customersAtEnd, Quantity newCustomers, Quantity customersAtStart)
    {
        customersAtEnd = Things(Input.Count(customersAtEnd));
        newCustomers = Things(Input.Count(newCustomers));
        Input.Count(ref customersAtStart);
        return newCustomers > customersAtEnd
            ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(newCustomers), Unit.Ratio)
            : (customersAtEnd - newCustomers).DividedBy(customersAtStart);
    }

    /// <summary>What a user brings: <c>revenue / users</c>.</summary>
    /// <param name="revenue">Revenue of the period.</param>
    /// <param name="users">Users in the period.</param>
    /// <returns>Money per user; undefined without users.</returns>
    public static Quantity AverageRevenuePerUser(Quantity revenue, Quantity users)
    {
        Input.Money(ref revenue);
        Input.Count(ref users, User);
        return revenue.DividedBy(users);
    }

    /// <summary>
    /// What a customer brings in gross profit until lost, with revenue, margin and churn as they are now:
    /// <c>average revenue · gross margin / churn rate</c>. Not discounted.
    /// </summary>
    /// <param name="averageRevenue">Average revenue of one customer in one period.</param>
    /// <param name="grossMargin">The part of it that is gross profit, at most 1.</param>
    /// <param name="churnRate">The part of the customers lost in one such period, above 0 and at most 1.</param>
    /// <returns>
    /// Money, per customer where the revenue is; undefined at no churn (<see cref="UndefinedReason.ZeroDenominator"/>), and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) at a churn below 0 or above 1 or a margin above 1.
    /// </returns>
    public static Quantity CustomerLifetimeValue(Quantity averageRevenue, Quantity grossMargin, Quantity churnRate)
    {
        Input.Money(ref averageRevenue);
        Input.Ratio(ref grossMargin);
        Input.Ratio(ref churnRate);
        var profit = averageRevenue * grossMargin;
        return grossMargin.IsAbove(1m) && averageRevenue.IsDefined ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(grossMargin), averageRevenue.Unit)
            : (churnRate.IsNegative || churnRate.IsAbove(1m)) && profit.IsDefined ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(churnRate), averageRevenue.Unit)
            : profit.DividedBy(churnRate);
    }

    /// <summary>How many more recommend than warn, from −100 to 100: <c>100 · (promoters − detractors) / responses</c>.</summary>
    /// <param name="promoters">Answers of 9 and 10.</param>
    /// <param name="detractors">Answers of 0 to 6.</param>
    /// <param name="responses">All answers.</param>
    /// <returns>
    /// A score; undefined without responses, and (<see cref="UndefinedReason.OutOfDomain"/>) when promoters and detractors
    /// together are more than the responses.
    /// </returns>
    public static Quantity NetPromoterScore(Quantity promoters, Quantity detractors, Quantity responses)
    {
        promoters = Things(Input.Count(promoters));
        detractors = Things(Input.Count(detractors));
        responses = Things(Input.Count(responses));
        return promoters + detractors > responses
            ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(responses), PromoterScore)
            : (100m * (promoters - detractors)).DividedBy(responses).WithUnit(PromoterScore);
    }

    // Promoters and detractors are both answers: they add, whatever their nouns.
    private static Quantity Things(Quantity count) => count.WithUnit(Unit.Count());

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All = [.. BasicFormulas()];
    }

    private static IEnumerable<Formula> BasicFormulas() =>
    [
        Formula.Of("churn-rate", ChurnRate, FormulaInput.Count("customersLost"), FormulaInput.Count("customersAtStart")).DescribedBy(new()
        {
            Title = new("Churn rate", "Kundeafgang"),
            Synonyms = ["churn", "customer-churn", "logo-churn", "kundeafgang"],
            Family = "Customers",
            Direction = Direction.LowerIsBetter,
            Equation = "customersLost / customersAtStart",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("retention-rate", RetentionRate, FormulaInput.Count("customersAtEnd"), FormulaInput.Count("newCustomers"), FormulaInput.Count("customersAtStart")).DescribedBy(new()
        {
            Title = new("Retention rate", "Fastholdelsesrate"),
            Synonyms = ["retention", "crr", "fastholdelse"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "(customersAtEnd - newCustomers) / customersAtStart",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("average-revenue-per-user", AverageRevenuePerUser, FormulaInput.Money("revenue"), FormulaInput.Count("users")).DescribedBy(new()
        {
            Title = new("Average revenue per user", "Gennemsnitlig omsætning pr. bruger"),
            Synonyms = ["arpu"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / users",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("customer-lifetime-value", CustomerLifetimeValue, FormulaInput.Money("averageRevenue"), FormulaInput.Ratio("grossMargin"), FormulaInput.Ratio("churnRate")).DescribedBy(new()
        {
            Title = new("Customer lifetime value", "Kundens livstidsværdi"),
            Synonyms = ["clv", "ltv", "cltv", "livstidsværdi"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "averageRevenue * grossMargin / churnRate",
            Source = "Skok, SaaS Metrics 2.0, forentrepreneurs.com, 2010",
        }),
        Formula.Of("net-promoter-score", NetPromoterScore, FormulaInput.Count("promoters"), FormulaInput.Count("detractors"), FormulaInput.Count("responses")).DescribedBy(new()
        {
            Title = new("Net promoter score", "Net promoter score"),
            Synonyms = ["nps"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "100 * (promoters - detractors) / responses",
            Source = "Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003",
        }),
    ];
}
