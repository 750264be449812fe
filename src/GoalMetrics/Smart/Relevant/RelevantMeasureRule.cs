namespace GoalMetrics.Smart;

/// <summary>
/// The measure bears on a business goal that the goal serves: it is a KPI for it, or reads a metric that a KPI for it, or one of that
/// KPI's performance indicators, reads. Abstains if no KPI is known to serve the same business goals as the goal, unless the measure is a
/// KPI for others.
/// </summary>
public sealed class RelevantMeasureRule() : SmartRule(SmartCriterion.Relevant)
{
    private static readonly LocalizedText None = new("there is none yet", "der er ingen endnu");

    private static readonly FindingKind Silent = new(
        "SMART-R-MEASURE",
        FindingSeverity.Warning,
        new(
            "'{measure}' does not show progress towards {serves}: it is not a KPI for that, and drives none.",
            "'{measure}' viser ikke fremdrift mod {serves}: den er ikke en KPI for det og driver heller ikke en."),
        new(
            "Measure by a KPI for it ({kpis}), or let '{measure}' drive one with DrivenBy.",
            "Mål med en KPI for det ({kpis}), eller lad '{measure}' drive en KPI med DrivenBy."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Serves: { Count: > 0 } serves, Measure: { } measure })
        {
            context.Abstain();
            return;
        }

        if (measure is Kpi own && ServesAny(own, serves))
        {
            return;
        }

        var kpis = context.Strategy?.Kpis.Where(kpi => ServesAny(kpi, serves)).ToList() ?? [];
        if (kpis.Any(kpi => Drives(measure, kpi)))
        {
            return;
        }

        if (kpis.Count == 0 && measure is not Kpi { BusinessGoals: [_, ..] })
        {
            context.Abstain();
            return;
        }

        object known = kpis.Count == 0 ? None : kpis.Select(kpi => kpi.Id).ToList();
        context.Report(Silent, "measure", [new("measure", measure.Id), new("serves", serves), new("kpis", known)]);
    }

    private static bool ServesAny(Kpi kpi, IReadOnlyList<string> businessGoals) => kpi.BusinessGoals.Any(businessGoals.Contains);

    // By id, so that a metric with a filter of its own still drives whatever the whole of it drives.
    private static bool Drives(Measure measure, Kpi kpi) =>
        kpi.Id == measure.Id || ShareMetric(measure, kpi) || kpi.Drivers.Any(driver => ShareMetric(measure, driver));

    private static bool ShareMetric(Measure one, Measure other) =>
        one.Metrics.Any(metric => other.Metrics.Any(another => another.Id == metric.Id));
}
