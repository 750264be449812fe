namespace GoalMetrics;

// From visitors to conversions, and what one change or one user does to them.
public static partial class Marketing
{
    /// <summary>The share of visitors who did what was wanted: <c>conversions / visitors</c>.</summary>
    /// <param name="conversions">How many did what was wanted.</param>
    /// <param name="visitors">How many could have done it.</param>
    /// <returns>A ratio; undefined without visitors.</returns>
    public static Quantity ConversionRate(Quantity conversions, Quantity visitors) =>
        conversions.AsCount().DividedBy(visitors.AsCount());

    /// <summary>The share of the carts that were left without a purchase: <c>1 − purchases / carts</c>.</summary>
    /// <param name="purchases">Purchases completed from the carts.</param>
    /// <param name="carts">Carts that something was put into.</param>
    /// <returns>
    /// A ratio; undefined without carts, and (<see cref="UndefinedReason.OutOfDomain"/>) when there are more purchases than carts.
    /// </returns>
    public static Quantity CartAbandonmentRate(Quantity purchases, Quantity carts) =>
        One - purchases.AsCount().DividedBy(carts.AsCount()).AtMostOne(nameof(purchases));

    /// <summary>The share of the coupons handed out that were used: <c>redeemed / issued</c>.</summary>
    /// <param name="redeemed">Coupons used.</param>
    /// <param name="issued">Coupons handed out.</param>
    /// <returns>A ratio; undefined without coupons issued.</returns>
    public static Quantity CouponRedemptionRate(Quantity redeemed, Quantity issued) =>
        redeemed.AsCount().DividedBy(issued.AsCount());

    /// <summary>How much better the treatment group did than the control group: <c>treated rate / control rate − 1</c>.</summary>
    /// <param name="treatedRate">The rate of the treatment group; not below 0.</param>
    /// <param name="controlRate">The rate of the control group; not below 0.</param>
    /// <returns>
    /// A ratio, negative where the treatment did harm; undefined at a control rate of 0, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where a rate is below 0.
    /// </returns>
    public static Quantity Lift(Quantity treatedRate, Quantity controlRate) =>
        treatedRate.AsRatio().NotNegative().RatioTo(controlRate.AsRatio().NotNegative()) - One;

    /// <summary>
    /// How many new users one user brings: <c>invitations per user · conversion of invitations</c>. Above 1, each generation
    /// is larger than the one before.
    /// </summary>
    /// <param name="invitationsPerUser">Invitations that a user sends, as a plain number: <c>3.5m</c>, or invitations divided by
    /// users.</param>
    /// <param name="invitationConversionRate">The share of the invitations that became users, from 0 to 1.</param>
    /// <returns>
    /// A ratio: 0.7 is 7 new users for 10. Undefined (<see cref="UndefinedReason.OutOfDomain"/>) with invitations below 0,
    /// or a conversion below 0 or above 1.
    /// </returns>
    public static Quantity ViralCoefficient(Quantity invitationsPerUser, Quantity invitationConversionRate) =>
        invitationsPerUser.AsRatio().NotNegative().Part(invitationConversionRate.AsShare());

    private static IEnumerable<Formula> ConversionFormulas() =>
    [
        Formula.Of("conversion-rate", ConversionRate, FormulaInput.Count("conversions"), FormulaInput.Count("visitors")).DescribedBy(new()
        {
            Title = new("Conversion rate", "Konverteringsfrekvens"),
            Synonyms = ["cr", "cvr", "konverteringsrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "conversions / visitors",
            EdgeCases =
            [
                "Without visitors there is no rate: undefined, not 0.",
                "With conversions counted more than once per visitor, the rate can pass 100 %.",
                "Visits or sessions below the line give a lower rate than visitors: say which one is used.",
            ],
            Variants =
            [
                new("lead-conversion-rate", "Takes leads that became customers, not visitors who did something."),
                new("click-through-rate", "Ends with the click on the ad; what the visitor does afterwards does not count."),
            ],
            Example = new("The Google Merchandise Store in January 2017, by its public sample data", 713, 64_694),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "cart-abandonment-rate", CartAbandonmentRate,
            FormulaInput.Count("purchases"), FormulaInput.Count("carts")).DescribedBy(new()
        {
            Title = new("Cart abandonment rate", "Andel af forladte kurve"),
            Synonyms = ["cart-abandonment", "shopping-cart-abandonment", "forladte-kurve"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "1 - purchases / carts",
            EdgeCases =
            [
                "Without carts there is no rate: undefined, even where purchases were made.",
                "More purchases than carts would leave fewer than no carts: undefined, caused by the purchases.",
                "Purchases that bypass the cart, such as one-click orders, do not belong above the line.",
            ],
            Example = new("A shop with 650 orders from 3,150 carts", 650, 3_150),
            Source = "Baymard Institute, Cart Abandonment Rate Statistics",
        }),
        Formula.Of(
            "coupon-redemption-rate", CouponRedemptionRate,
            FormulaInput.Count("redeemed"), FormulaInput.Count("issued")).DescribedBy(new()
        {
            Title = new("Coupon redemption rate", "Indløsningsrate for kuponer"),
            Synonyms = ["redemption-rate", "voucher-redemption-rate", "indløsningsrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "redeemed / issued",
            EdgeCases =
            [
                "Without coupons issued there is no rate: undefined.",
                "A code that may be used many times can pass 100 %.",
                "Until the coupons expire the rate still rises.",
            ],
            Variants = [new("discount-rate", "Measures the money given away, not the coupons used.")],
            Example = new("A campaign of 12,000 coupons by post", 420, 12_000),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "lift", Lift,
            FormulaInput.Ratio("treatedRate").AtLeast(0m), FormulaInput.Ratio("controlRate").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Lift", "Løft"),
            Synonyms = ["uplift", "conversion-lift", "løft"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "treatedRate / controlRate - 1",
            EdgeCases =
            [
                "A control rate of 0 leaves nothing to compare with: undefined.",
                "A negative rate is undefined.",
                "From 2 % to 3 % is a lift of 50 %, but 1 percentage point.",
                "The figure alone does not say whether the difference is more than chance.",
            ],
            Example = new("A new checkout that took the conversion rate from 2.5 % to 2.8 %", 0.028m, 0.025m),
            Source = "Kohavi, Tang & Xu, Trustworthy Online Controlled Experiments, 2020",
        }),
        Formula.Of(
            "viral-coefficient", ViralCoefficient,
            FormulaInput.Ratio("invitationsPerUser").AtLeast(0m),
            FormulaInput.Ratio("invitationConversionRate").AtLeast(0m).AtMost(1m)).DescribedBy(new()
        {
            Title = new("Viral coefficient", "Viral koefficient"),
            Synonyms = ["k-factor", "k-faktor"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "invitationsPerUser * invitationConversionRate",
            EdgeCases =
            [
                "Invitations below 0, and a conversion outside 0 to 100 %, are undefined.",
                "The invitations are a number per user and given as a ratio: 3.5 invitations are 3.5, shown as 350 %.",
                "It says nothing about time: how soon users invite others decides how fast they grow.",
            ],
            Example = new("An app whose users send 3.5 invitations, one in five accepted", 3.5m, 0.2m),
            Source = "Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com, 2009",
        }),
    ];
}
