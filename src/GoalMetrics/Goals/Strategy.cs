using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>
/// Everything a company wants to reach and how it measures it: vision and mission, business goals, SMART goals, KPIs with the
/// performance indicators that drive them, and metrics. Immutable. <see cref="Check"/> tells everything that does not hang together.
/// </summary>
public sealed class Strategy
{
    /// <summary>Where the company is going.</summary>
    public LocalizedText? Vision { get; init; }

    /// <summary>Why it is there.</summary>
    public LocalizedText? Mission { get; init; }

    /// <summary>The business goals.</summary>
    public IReadOnlyList<BusinessGoal> BusinessGoals { get; init => field = Listed.Copy(value); } = [];

    /// <summary>The SMART goals.</summary>
    public IReadOnlyList<SmartGoal> Goals { get; init => field = Listed.Copy(value); } = [];

    /// <summary>The KPIs, each with its drivers.</summary>
    public IReadOnlyList<Kpi> Kpis
    {
        get;
        init
        {
            field = Listed.Copy(value);
            MetricIdsOfKpis = [.. field.Select(MetricIds)];
        }
    }
    = [];

    // Of each KPI, the metrics that it or its drivers read, listed once: rules ask for them in every validation.
    internal ImmutableArray<ImmutableArray<string>> MetricIdsOfKpis { get; private init; } = [];

    /// <summary>Performance indicators that are watched beside those of the KPIs; each should drive one.</summary>
    public IReadOnlyList<PerformanceIndicator> PerformanceIndicators { get; init => field = Listed.Copy(value); } = [];

    /// <summary>Metrics that are kept beside those the KPIs and indicators are computed from.</summary>
    public IReadOnlyList<Metric> Metrics { get; init => field = Listed.Copy(value); } = [];

    /// <summary>Every performance indicator: those of the KPIs, and those listed.</summary>
    public IEnumerable<PerformanceIndicator> AllPerformanceIndicators => Kpis.SelectMany(kpi => kpi.Drivers).Concat(PerformanceIndicators).DistinctBy(pi => pi.Definition);

    /// <summary>Every metric: those that anything is computed from, and those listed.</summary>
    public IEnumerable<Metric> AllMetrics =>
        Kpis.Concat<Measure>(AllPerformanceIndicators).Concat(Goals.Select(goal => goal.Measure).OfType<Measure>())
            .SelectMany(measure => measure.Metrics).Concat(Metrics).Distinct();

    /// <summary>Checks that ids are unique, references lead somewhere, KPIs serve business goals and performance indicators drive KPIs.</summary>
    /// <returns>Every problem there is; none when the strategy hangs together.</returns>
    public IReadOnlyList<Finding> Check() => new StrategyCheck(this).Run();

    /// <summary>The business goal with this id, or null.</summary>
    public BusinessGoal? FindBusinessGoal(string id) => BusinessGoals.FirstOrDefault(goal => goal.Id == id);

    private static ImmutableArray<string> MetricIds(Kpi kpi) =>
        [.. kpi.Metrics.Concat(kpi.Drivers.SelectMany(driver => driver.Metrics)).Select(metric => metric.Id).Distinct(StringComparer.Ordinal)];
}
