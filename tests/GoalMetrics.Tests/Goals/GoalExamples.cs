namespace GoalMetrics.Tests.Goals;

/// <summary>Measures of every unit.</summary>
internal static class GoalExamples
{
    public static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");
    public static readonly ReportingPeriod LastYear = Copenhagen.Year(2026);
    public static readonly ReportingPeriod ThisYear = Copenhagen.Year(2027);

    public static readonly TableSchema Site = TableSchema.Named("site", FactTime.Date);
    public static readonly TableSchema Sales = TableSchema.Named("sales", FactTime.Date)
        .Value("amount", Unit.Money("DKK"))
        .Value("delivery", Unit.Duration(DurationUnit.Day));
    public static readonly Metric Visits = Metric.Count("visits", Site, "visit");
    public static readonly Metric Orders = Metric.Count("orders", Sales, "order");
    public static readonly Metric Revenue = Metric.Sum("revenue", Sales, "amount");
    public static readonly Metric Delivery = Metric.Average("delivery", Sales, "delivery");
    public static readonly Kpi Conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, Orders, Visits);
    public static readonly Kpi OrderValue = Kpi.Of("average-order-value", Commerce.AverageOrderValue, Revenue, Orders);
}
