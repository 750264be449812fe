using System.Collections.Immutable;

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

        var isTold = false;
        if (context.Strategy is { Kpis: var kpis, MetricIdsOfKpis: var metricIds })
        {
            for (var i = 0; i < metricIds.Length; i++)
            {
                var kpi = kpis[i];
                if (!ServesAny(kpi, serves))
                {
                    continue;
                }

                if (kpi.Id == measure.Id || ReadsAny(metricIds[i], context.Goal.Metrics))
                {
                    return;
                }

                isTold = true;
            }
        }

        if (isTold || measure is Kpi { BusinessGoals.IsEmpty: false })
        {
            context.Report(Silent, "measure", [new("measure", measure.Id), new("serves", serves), new("kpis", isTold ? KpisFor(serves, context.Strategy!) : None)]);
        }
    }

    // Apart, since a lambda allocates what it captures before it is known whether it is needed.
    private static List<string> KpisFor(IReadOnlyList<string> businessGoals, Strategy strategy) =>
        strategy.Kpis.Where(kpi => ServesAny(kpi, businessGoals)).Select(kpi => kpi.Id).ToList();

    private static bool ServesAny(Kpi kpi, IReadOnlyList<string> businessGoals)
    {
        for (var i = 0; i < businessGoals.Count; i++)
        {
            if (Holds(kpi.BusinessGoals, businessGoals[i]))
            {
                return true;
            }
        }

        return false;
    }

    // By id, so that a metric with a filter of its own still drives what the whole of it drives.
    private static bool ReadsAny(ImmutableArray<string> ids, ImmutableArray<Metric> metrics)
    {
        foreach (var metric in metrics)
        {
            if (Holds(ids, metric.Id))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(ImmutableArray<string> ids, string id)
    {
        foreach (var each in ids)
        {
            if (each == id)
            {
                return true;
            }
        }

        return false;
    }
}
