namespace GoalMetrics;

/// <summary>
/// Formulas of online marketing. Every one is a pure function, safe from any thread; counts are not negative (else
/// <see cref="ArgumentException"/>); a zero below the line, or a missing input, gives an undefined result that names it.
/// </summary>
public static partial class Marketing
{
    private static readonly Unit Conversion = Unit.Count("conversion");

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    /// <summary>The share of visitors who did what was wanted: <c>conversions / visitors</c>.</summary>
    /// <param name="conversions">How many did it.</param>
    /// <param name="visitors">How many could have.</param>
    /// <returns>A ratio; undefined without visitors.</returns>
    public static Quantity ConversionRate(Quantity conversions, Quantity visitors)
    {
        Input.Count(ref conversions);
        Input.Count(ref visitors);
        return conversions.DividedBy(visitors);
    }

    /// <summary>The share of impressions that were clicked: <c>clicks / impressions</c>.</summary>
    /// <param name="clicks">Clicks on the ad or link.</param>
    /// <param name="impressions">How often it was shown.</param>
    /// <returns>A ratio; undefined without impressions.</returns>
    public static Quantity ClickThroughRate(Quantity clicks, Quantity impressions)
    {
        Input.Count(ref clicks);
        Input.Count(ref impressions);
        return clicks.DividedBy(impressions);
    }

    /// <summary>What one conversion cost: <c>cost / conversions</c>.</summary>
    /// <param name="cost">What was spent.</param>
    /// <param name="conversions">The conversions it brought.</param>
    /// <returns>Money per conversion; undefined without conversions.</returns>
    public static Quantity CostPerAcquisition(Quantity cost, Quantity conversions)
    {
        Input.Money(ref cost);
        Input.Count(ref conversions, Conversion);
        return cost.DividedBy(conversions);
    }

    /// <summary>Revenue for each unit of ad spend: <c>revenue / ad spend</c>. 400 % is 4 back for every 1 spent.</summary>
    /// <param name="revenue">Revenue the ads brought.</param>
    /// <param name="adSpend">What the ads cost, in the same currency.</param>
    /// <returns>A ratio; undefined without spend.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ReturnOnAdSpend(Quantity revenue, Quantity adSpend)
    {
        Input.Money(ref revenue);
        Input.Money(ref adSpend);
        return revenue.RatioTo(adSpend);
    }

    /// <summary>The part of all sessions that came from one source: <c>sessions from source / all sessions</c>.</summary>
    /// <param name="sessionsFromSource">Sessions from the source.</param>
    /// <param name="allSessions">All sessions.</param>
    /// <returns>A ratio; undefined without sessions.</returns>
    public static Quantity ShareOfTraffic(Quantity sessionsFromSource, Quantity allSessions)
    {
        Input.Count(ref sessionsFromSource);
        Input.Count(ref allSessions);
        return sessionsFromSource.DividedBy(allSessions);
    }

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All = [.. BasicFormulas()];
    }

    private static IEnumerable<Formula> BasicFormulas() =>
    [
        Formula.Of("conversion-rate", ConversionRate, FormulaInput.Count("conversions"), FormulaInput.Count("visitors")).DescribedBy(new()
        {
            Title = new("Conversion rate", "Konverteringsrate"),
            Synonyms = ["cr", "cvr", "konverteringsrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "conversions / visitors",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("click-through-rate", ClickThroughRate, FormulaInput.Count("clicks"), FormulaInput.Count("impressions")).DescribedBy(new()
        {
            Title = new("Click-through rate", "Klikrate"),
            Synonyms = ["ctr", "klikrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "clicks / impressions",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("cost-per-acquisition", CostPerAcquisition, FormulaInput.Money("cost"), FormulaInput.Count("conversions")).DescribedBy(new()
        {
            Title = new("Cost per acquisition", "Pris pr. konvertering"),
            Synonyms = ["cpa", "cost-per-conversion"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "cost / conversions",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("return-on-ad-spend", ReturnOnAdSpend, FormulaInput.Money("revenue"), FormulaInput.Money("adSpend")).DescribedBy(new()
        {
            Title = new("Return on ad spend", "Omsætning pr. annoncekrone"),
            Synonyms = ["roas"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / adSpend",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("share-of-traffic", ShareOfTraffic, FormulaInput.Count("sessionsFromSource"), FormulaInput.Count("allSessions")).DescribedBy(new()
        {
            Title = new("Share of traffic", "Andel af trafikken"),
            Synonyms = ["traffic-share", "trafikandel"],
            Family = "Marketing",
            Equation = "sessionsFromSource / allSessions",
            Source = "Kaushik, Web Analytics 2.0, 2009",
        }),
    ];
}
