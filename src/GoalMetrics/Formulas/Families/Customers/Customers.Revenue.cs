namespace GoalMetrics;

// Recurring revenue, kept and lost, and what each customer brings.
public static partial class Customers
{
    private static readonly Quantity MoreLostThanThereWas = Quantity.Undefined(UndefinedReason.OutOfDomain, "churnedRevenue", Unit.Ratio);

    /// <summary>The share of recurring revenue lost to churn and contraction: <c>(churned + contraction) / opening</c>.</summary>
    /// <param name="churnedRevenue">Recurring revenue of those who left; not below 0.</param>
    /// <param name="contractionRevenue">Recurring revenue lost by those who stay with less; not below 0.</param>
    /// <param name="openingRevenue">Recurring revenue when the period began; not below 0.</param>
    /// <returns>
    /// A ratio; undefined without opening revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at an amount below 0 and when
    /// more is lost than there was.
    /// </returns>
    /// <exception cref="UnitMismatchException">The amounts are in different currencies.</exception>
    public static Quantity RevenueChurnRate(Quantity churnedRevenue, Quantity contractionRevenue, Quantity openingRevenue)
    {
        var churned = churnedRevenue.AsMoney().NotNegative();
        var contraction = contractionRevenue.AsMoney().NotNegative();
        var opening = openingRevenue.AsMoney().NotNegative();
        return IsMoreThanThereWas(contraction, churned, opening)
            ? MoreLostThanThereWas
            : (churned + contraction).RatioTo(opening, nameof(openingRevenue));
    }

    /// <summary>The share of opening recurring revenue kept, growth excluded: <c>(opening − contraction − churned) / opening</c>.</summary>
    /// <param name="openingRevenue">Recurring revenue when the period began; not below 0.</param>
    /// <param name="contractionRevenue">Recurring revenue lost by those who stay with less; not below 0.</param>
    /// <param name="churnedRevenue">Recurring revenue of those who left; not below 0.</param>
    /// <returns>
    /// A ratio from 0 to 1; undefined without opening revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at an amount
    /// below 0 and when more is lost than there was.
    /// </returns>
    /// <exception cref="UnitMismatchException">The amounts are in different currencies.</exception>
    public static Quantity GrossRevenueRetention(Quantity openingRevenue, Quantity contractionRevenue, Quantity churnedRevenue)
    {
        var opening = openingRevenue.AsMoney().NotNegative();
        var contraction = contractionRevenue.AsMoney().NotNegative();
        var churned = churnedRevenue.AsMoney().NotNegative();
        return IsMoreThanThereWas(contraction, churned, opening)
            ? MoreLostThanThereWas
            : (opening - contraction - churned).RatioTo(opening, nameof(openingRevenue));
    }

    /// <summary>
    /// The share of opening recurring revenue kept, growth included: <c>(opening + expansion − contraction − churned) /
    /// opening</c>.
    /// </summary>
    /// <param name="openingRevenue">Recurring revenue when the period began; not below 0.</param>
    /// <param name="expansionRevenue">Recurring revenue gained from customers who were there at the start; not below 0.</param>
    /// <param name="contractionRevenue">Recurring revenue lost by those who stay with less; not below 0.</param>
    /// <param name="churnedRevenue">Recurring revenue of those who left; not below 0.</param>
    /// <returns>
    /// A ratio; undefined without opening revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at an amount below 0 and when
    /// more is lost than there was.
    /// </returns>
    /// <exception cref="UnitMismatchException">The amounts are in different currencies.</exception>
    public static Quantity NetRevenueRetention(
        Quantity openingRevenue, Quantity expansionRevenue, Quantity contractionRevenue, Quantity churnedRevenue)
    {
        var opening = openingRevenue.AsMoney().NotNegative();
        var expansion = expansionRevenue.AsMoney().NotNegative();
        var contraction = contractionRevenue.AsMoney().NotNegative();
        var churned = churnedRevenue.AsMoney().NotNegative();
        return expansion.IsDefined && IsMoreThanThereWas(contraction, churned, opening)
            ? MoreLostThanThereWas
            : (opening + expansion - contraction - churned).RatioTo(opening, nameof(openingRevenue))
                .NamingOverflow(openingRevenue, expansionRevenue);
    }

    /// <summary>Recurring revenue gained for each unit lost: <c>(new + expansion + reactivation) / (contraction + churned)</c>.</summary>
    /// <param name="newRevenue">Recurring revenue of new customers; not below 0.</param>
    /// <param name="expansionRevenue">Recurring revenue gained from customers who were there at the start; not below 0.</param>
    /// <param name="reactivationRevenue">Recurring revenue of customers who came back; not below 0.</param>
    /// <param name="contractionRevenue">Recurring revenue lost by those who stay with less; not below 0.</param>
    /// <param name="churnedRevenue">Recurring revenue of those who left; not below 0.</param>
    /// <returns>
    /// A ratio; undefined when nothing is lost, and (<see cref="UndefinedReason.OutOfDomain"/>) at an amount below 0.
    /// </returns>
    /// <exception cref="UnitMismatchException">The amounts are in different currencies.</exception>
    public static Quantity QuickRatio(
        Quantity newRevenue, Quantity expansionRevenue, Quantity reactivationRevenue, Quantity contractionRevenue, Quantity churnedRevenue)
    {
        var gained = newRevenue.AsMoney().NotNegative()
            + expansionRevenue.AsMoney().NotNegative()
            + reactivationRevenue.AsMoney().NotNegative();
        var lost = contractionRevenue.AsMoney().NotNegative() + churnedRevenue.AsMoney().NotNegative();
        return gained.NamingOverflow(newRevenue, expansionRevenue, reactivationRevenue)
            .RatioTo(lost.NamingOverflow(contractionRevenue, churnedRevenue), "contractionRevenue + churnedRevenue");
    }

    /// <summary>What a user brings in: <c>revenue / users</c>.</summary>
    /// <param name="revenue">Revenue of the period.</param>
    /// <param name="users">Users in the period.</param>
    /// <returns>
    /// Money per user; undefined without users.
    /// </returns>
    public static Quantity AverageRevenuePerUser(Quantity revenue, Quantity users) =>
        revenue.AsMoney().DividedBy(users.AsCount(User));

    /// <summary>What a customer brings in: <c>revenue / customers</c>.</summary>
    /// <param name="revenue">Revenue of the period.</param>
    /// <param name="customers">Customers who paid in the period.</param>
    /// <returns>
    /// Money per customer; undefined without customers.
    /// </returns>
    public static Quantity AverageRevenuePerCustomer(Quantity revenue, Quantity customers) =>
        revenue.AsMoney().DividedBy(customers.AsCount(Buyer));

    /// <summary>What a year at the present monthly recurring revenue brings in: <c>12 · MRR</c>.</summary>
    /// <param name="monthlyRecurringRevenue">Revenue of a month that recurs every month.</param>
    /// <returns>
    /// Money; of money per month, money per year. Money per year is that of a year already, and returned as it is.
    /// </returns>
    /// <exception cref="UnitMismatchException">
    /// Money per another time, such as a week: months and years are no fixed number of weeks.
    /// </exception>
    public static Quantity AnnualRecurringRevenue(Quantity monthlyRecurringRevenue) =>
        Quantity.IsOf(UnitKind.Money, monthlyRecurringRevenue)
            ? Quantity.Times(MonthsInYear, monthlyRecurringRevenue)
            : RecurringRevenueOfAYear(monthlyRecurringRevenue.AsMoney());

    // Money per a time, or per something else.
    private static Quantity RecurringRevenueOfAYear(Quantity monthlyRecurringRevenue)
    {
        var (unit, time) = (monthlyRecurringRevenue.Unit, TimeBelow(monthlyRecurringRevenue.Unit));
        if (time == Year)
        {
            return monthlyRecurringRevenue;
        }

        if (time is not null && time != Month)
        {
            throw new UnitMismatchException(
                $"'{nameof(monthlyRecurringRevenue)}' is in {unit}: expected money, money per month or money per year,"
                + $" as neither a month nor a year is a fixed number of {time}. State what a month brings in.",
                unit!, unit!.Times(time).Per(Month));
        }

        var ofAYear = Quantity.Times(MonthsInYear, monthlyRecurringRevenue);
        return time is null ? ofAYear : ofAYear.WithUnit(unit!.Times(time).Per(Year));
    }

    // Subtracted, not added: of two amounts that are not negative the difference always is a decimal.
    private static bool IsMoreThanThereWas(Quantity contraction, Quantity churned, Quantity opening) =>
        opening is { IsDefined: true, IsZero: false } && contraction.IsDefined && churned.IsDefined
        && opening.Unit == contraction.Unit && opening.Unit == churned.Unit
        && opening.UncheckedAmount - contraction.UncheckedAmount < churned.UncheckedAmount;

    private static IEnumerable<Formula> RevenueFormulas() =>
    [
        Formula.Of(
            "revenue-churn-rate", RevenueChurnRate,
            FormulaInput.Money("churnedRevenue").AtLeast(0m), FormulaInput.Money("contractionRevenue").AtLeast(0m),
            FormulaInput.Money("openingRevenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Revenue churn rate", "Omsætningsafgang"),
            Synonyms = ["mrr-churn", "gross-revenue-churn", "omsætningsafgang"],
            Family = "Customers",
            Direction = Direction.LowerIsBetter,
            Equation = "(churnedRevenue + contractionRevenue) / openingRevenue",
            EdgeCases =
            [
                "Undefined without opening revenue; out of domain when more is lost than there was.",
                "Expansion is left out: it does not make up for what was lost.",
            ],
            Variants =
            [
                new("churn-rate", "Counts customers lost instead of revenue."),
                new("gross-revenue-retention", "Counts what is kept instead of what is lost."),
            ],
            Example = new("An MRR of 660 that loses 20 to churn and 13 to smaller plans", Money.Usd(20), Money.Usd(13), Money.Usd(660)),
            Source = "dbt Labs, MRR playbook, 2018",
        }),
        Formula.Of(
            "gross-revenue-retention", GrossRevenueRetention,
            FormulaInput.Money("openingRevenue").AtLeast(0m), FormulaInput.Money("contractionRevenue").AtLeast(0m),
            FormulaInput.Money("churnedRevenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Gross revenue retention", "Bruttofastholdelse af omsætning"),
            Synonyms = ["grr", "gross-dollar-retention"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "(openingRevenue - contractionRevenue - churnedRevenue) / openingRevenue",
            EdgeCases =
            [
                "Undefined without opening revenue.",
                "Never above 100 %; out of domain when more is lost than there was.",
            ],
            Variants =
            [
                new("net-revenue-retention", "Adds expansion from customers of the start."),
                new("retention-rate", "Counts customers kept instead of revenue."),
                new("revenue-churn-rate", "Counts what is lost instead of what is kept."),
            ],
            Example = new("MRR playbook, December 2018", Money.Usd(575), Money.Usd(65), Money.Usd(0)),
            Source = "dbt Labs, MRR playbook, 2018",
        }),
        Formula.Of(
            "net-revenue-retention", NetRevenueRetention,
            FormulaInput.Money("openingRevenue").AtLeast(0m), FormulaInput.Money("expansionRevenue").AtLeast(0m),
            FormulaInput.Money("contractionRevenue").AtLeast(0m),
            FormulaInput.Money("churnedRevenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Net revenue retention", "Nettofastholdelse af omsætning"),
            Synonyms = ["nrr", "net-dollar-retention", "ndr"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "(openingRevenue + expansionRevenue - contractionRevenue - churnedRevenue) / openingRevenue",
            EdgeCases =
            [
                "Undefined without opening revenue; out of domain when more is lost than there was.",
                "Above 100 % when expansion outweighs what is lost.",
                "New customers and customers who come back are left out; the MRR bridge has lines of their own for them.",
            ],
            Variants =
            [
                new("gross-revenue-retention", "Leaves expansion out."),
            ],
            Example = new("MRR playbook, December 2018", Money.Usd(575), Money.Usd(50), Money.Usd(65), Money.Usd(0)),
            Source = "dbt Labs, MRR playbook, 2018",
        }),
        Formula.Of(
            "quick-ratio", QuickRatio,
            FormulaInput.Money("newRevenue").AtLeast(0m), FormulaInput.Money("expansionRevenue").AtLeast(0m),
            FormulaInput.Money("reactivationRevenue").AtLeast(0m), FormulaInput.Money("contractionRevenue").AtLeast(0m),
            FormulaInput.Money("churnedRevenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("SaaS quick ratio", "SaaS quick ratio"),
            Synonyms = ["saas-quick-ratio"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "(newRevenue + expansionRevenue + reactivationRevenue) / (contractionRevenue + churnedRevenue)",
            EdgeCases =
            [
                "Undefined when nothing is lost.",
                "Not the quick ratio of a balance sheet.",
            ],
            Variants =
            [
                new("acid-test-ratio", "Compares liquid assets and short-term debt; it is called quick ratio too."),
            ],
            Example = new(
                "An MRR that gains 120 new, 65 expanded and 50 back, and loses 40 and 54",
                Money.Usd(120), Money.Usd(65), Money.Usd(50), Money.Usd(40), Money.Usd(54)),
            Source = "Hsu, Social Capital, Diligence at Social Capital, 2015",
        }),
        Formula.Of(
            "average-revenue-per-user", AverageRevenuePerUser,
            FormulaInput.Money("revenue"), FormulaInput.Count("users")).DescribedBy(new()
        {
            Title = new("Average revenue per user", "Gennemsnitlig omsætning pr. bruger"),
            Synonyms = ["arpu"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / users",
            EdgeCases = ["Undefined without users."],
            Variants =
            [
                new("average-revenue-per-customer", "Divides by those who pay, not by all who use."),
            ],
            Example = new("A telephone company", Money.Usd(456_116.60m), 7_043),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "average-revenue-per-customer", AverageRevenuePerCustomer,
            FormulaInput.Money("revenue"), FormulaInput.Count("customers")).DescribedBy(new()
        {
            Title = new("Average revenue per customer", "Gennemsnitlig omsætning pr. kunde"),
            Synonyms = ["arpc", "arpa", "average-revenue-per-account"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / customers",
            EdgeCases = ["Undefined without customers."],
            Variants =
            [
                new("average-revenue-per-user", "Divides by all who use, paying or not."),
            ],
            Example = new("CDNOW, 1997 and 1998", Money.Usd(2_500_315.63m), 23_570),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("annual-recurring-revenue", AnnualRecurringRevenue, FormulaInput.Money("monthlyRecurringRevenue")).DescribedBy(new()
        {
            Title = new("Annual recurring revenue", "Årlig tilbagevendende omsætning"),
            Synonyms = ["arr"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "12 * monthlyRecurringRevenue",
            EdgeCases =
            [
                "Undefined only where the monthly revenue is.",
                "A run rate: what a year brings if nothing changes, not a forecast.",
                "Money per month becomes money per year; money per year is left as it is.",
            ],
            Example = new("MRR playbook, April 2019", Money.Usd(895)),
            Source = "Skok, SaaS Metrics 2.0, forentrepreneurs.com, 2010",
        }),
    ];
}
