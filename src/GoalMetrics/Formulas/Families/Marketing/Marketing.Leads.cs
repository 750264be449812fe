namespace GoalMetrics;

// From leads to customers.
public static partial class Marketing
{
    /// <summary>The share of the leads that became customers: <c>customers / leads</c>.</summary>
    /// <param name="customers">Leads that bought.</param>
    /// <param name="leads">All leads.</param>
    /// <returns>A ratio; undefined without leads.</returns>
    public static Quantity LeadConversionRate(Quantity customers, Quantity leads) =>
        customers.AsCount().DividedBy(leads.AsCount());

    /// <summary>The share of the leads found worth pursuing: <c>qualified / leads</c>.</summary>
    /// <param name="qualifiedLeads">Leads that met the criteria.</param>
    /// <param name="leads">All leads.</param>
    /// <returns>A ratio; undefined without leads.</returns>
    public static Quantity QualifiedLeadRate(Quantity qualifiedLeads, Quantity leads) =>
        qualifiedLeads.AsCount().DividedBy(leads.AsCount());

    private static IEnumerable<Formula> LeadsFormulas() =>
    [
        Formula.Of(
            "lead-conversion-rate", LeadConversionRate,
            FormulaInput.Count("customers"), FormulaInput.Count("leads")).DescribedBy(new()
        {
            Title = new("Lead conversion rate", "Konverteringsfrekvens for leads"),
            Synonyms = ["lead-to-customer-rate", "leadkonvertering"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "customers / leads",
            EdgeCases =
            [
                "Without leads there is no rate: undefined.",
                "Where sales take longer than the period, the customers come from the leads of an earlier one: follow "
                    + "the same leads instead.",
            ],
            Variants =
            [
                new("conversion-rate", "Takes all visitors and any wanted action, not leads and sales."),
                new("qualified-lead-rate", "Counts the leads found worth pursuing, whether they bought or not."),
                new("win-rate", "Starts later: won deals against decided ones, without the leads that never became a deal."),
            ],
            Example = new("1,143 Facebook ads of a public data set: 1,079 purchases from 3,264 enquiries", 1_079, 3_264),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "qualified-lead-rate", QualifiedLeadRate,
            FormulaInput.Count("qualifiedLeads"), FormulaInput.Count("leads")).DescribedBy(new()
        {
            Title = new("Qualified lead rate", "Andel af kvalificerede leads"),
            Synonyms = ["lead-qualification-rate", "lead-to-mql-rate", "kvalificerede-leads"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "qualifiedLeads / leads",
            EdgeCases =
            [
                "Without leads there is no rate: undefined.",
                "Marketing and sales qualify by different criteria: say whose are used.",
                "Leads that have not been assessed yet lower it.",
            ],
            Variants = [new("lead-conversion-rate", "Counts the leads that became customers, not those found worth pursuing.")],
            Example = new("A trade fair that brought 340 leads, 85 of them qualified", 85, 340),
            Source = "Jordan & Vazzana, Cracking the Sales Management Code, 2011",
        }),
    ];
}
