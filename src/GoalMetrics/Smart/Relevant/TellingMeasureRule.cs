namespace GoalMetrics.Smart;

/// <summary>
/// The measure tells about a business goal that the goal serves: it is a KPI for it, or reads a metric that such a KPI or one of
/// its performance indicators reads. Quiet where the measure is no KPI with business goals and no KPI serves the same as the goal.
/// </summary>
public sealed class TellingMeasureRule() : SmartRule(SmartCriterion.Relevant)
{
    private static readonly LocalizedText None = new("there is none yet", "der er ingen endnu");

    private static readonly FindingKind Silent = new(
        "SMART-R-MEASURE",
        FindingSeverity.Warning,
        new(
            "'{measure}' tells nothing about {serves}: it is no KPI for that, and drives none.",
            "'{measure}' fortæller intet om {serves}: den er ingen KPI for det og driver ingen."),
        new(
            "Measure by a KPI for it ({kpis}), or let '{measure}' drive one with DrivenBy.",
            "Mål med en KPI for det ({kpis}), eller lad '{measure}' drive en med DrivenBy."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Serves: { Count: > 0 } serves, Measure: { } measure } || (measure is Kpi own && ServesAny(own, serves)))
        {
            return;
        }

        List<string> kpis = [];
        for (var i = 0; i < context.Strategy?.Kpis.Count; i++)
        {
            var kpi = context.Strategy.Kpis[i];
            if (!ServesAny(kpi, serves))
            {
                continue;
            }

            if (kpi.Id == measure.Id || SharesMetric(kpi, measure))
            {
                return;
            }

            kpis.Add(kpi.Id);
        }

        if (kpis.Count > 0 || measure is Kpi { BusinessGoals.IsEmpty: false })
        {
            context.Report(Silent, "measure", ("measure", measure.Id), ("serves", serves), ("kpis", kpis.Count > 0 ? kpis : None));
        }
    }

    private static bool ServesAny(Kpi kpi, IReadOnlyList<string> businessGoals)
    {
        for (var i = 0; i < businessGoals.Count; i++)
        {
            if (kpi.BusinessGoals.Contains(businessGoals[i]))
            {
                return true;
            }
        }

        return false;
    }

    // By id, so that a metric with a filter of its own still drives what the whole of it drives.
    private static bool SharesMetric(Kpi kpi, Measure measure)
    {
        var read = kpi.Metrics.Concat(kpi.Drivers.SelectMany(driver => driver.Metrics)).Select(metric => metric.Id).ToHashSet(StringComparer.Ordinal);
        return measure.Metrics.Any(metric => read.Contains(metric.Id));
    }
}
