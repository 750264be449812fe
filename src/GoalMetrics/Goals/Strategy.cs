using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// Everything a company wants to achieve and how it measures it: vision and mission, business goals, SMART goals, KPIs with the
/// performance indicators that drive them, and metrics. Immutable. <see cref="Check"/> finds whatever does not fit together.
/// </summary>
/// <remarks>Ids are compared letter by letter, so <c>orders</c> and <c>Orders</c> are two.</remarks>
[JsonConverter(typeof(ResultConverter<Strategy>))]
public sealed partial class Strategy
{
    private IReadOnlyList<PerformanceIndicator>? _indicators;

    /// <summary>Where the company is going.</summary>
    public LocalizedText? Vision { get; init; }

    /// <summary>Why the company exists.</summary>
    public LocalizedText? Mission { get; init; }

    /// <summary>The business goals.</summary>
    /// <exception cref="ArgumentException">One is null, or two have the same id; the message names both.</exception>
    public IReadOnlyList<BusinessGoal> BusinessGoals
    {
        get;
        init => field = Unique(value, "business goals", goal => goal.Id, goal => goal.Title.English);
    }
    = [];

    /// <summary>The SMART goals.</summary>
    /// <exception cref="ArgumentException">One is null, or two have the same id; the message names both.</exception>
    public IReadOnlyList<SmartGoal> Goals
    {
        get;
        init => field = Unique(value, "goals", goal => goal.Id, goal => goal.Statement ?? goal.Id);
    }
    = [];

    /// <summary>The KPIs, each with its drivers.</summary>
    /// <exception cref="ArgumentException">One is null, or two have the same id; the message names both.</exception>
    public IReadOnlyList<Kpi> Kpis
    {
        get;
        init => field = Unique(value, "KPIs", kpi => kpi.Id, kpi => kpi.Title.English);
    }
    = [];

    /// <summary>Performance indicators that are watched beside those of the KPIs; each should drive one.</summary>
    /// <exception cref="ArgumentException">One is null.</exception>
    public IReadOnlyList<PerformanceIndicator> PerformanceIndicators { get; init => field = Copies.Of(value); } = [];

    /// <summary>Metrics that are kept beside those that the KPIs and performance indicators are computed from.</summary>
    /// <exception cref="ArgumentException">One is null.</exception>
    public IReadOnlyList<Metric> Metrics { get; init => field = Copies.Of(value); } = [];

    /// <summary>Every performance indicator, each once: those of the KPIs, and those listed.</summary>
    public IReadOnlyList<PerformanceIndicator> AllPerformanceIndicators => _indicators ??=
        [.. Kpis.SelectMany(kpi => kpi.Drivers).Concat(PerformanceIndicators).DistinctBy(indicator => indicator.Definition)];

    /// <summary>
    /// Every metric, each once: those that a KPI, a performance indicator or the measure of a goal is computed from, and those listed.
    /// </summary>
    public IReadOnlyList<Metric> AllMetrics
    {
        get
        {
            var measures = Kpis.Concat<Measure>(AllPerformanceIndicators).Concat(Goals.Select(goal => goal.Measure).OfType<Measure>());
            return [.. measures.SelectMany(measure => measure.Metrics).Concat(Metrics).DistinctBy(metric => metric.Identity)];
        }
    }

    /// <summary>
    /// Checks that performance indicators and metrics have ids of their own, that references lead somewhere, that KPIs serve business
    /// goals and that performance indicators drive KPIs.
    /// </summary>
    /// <returns>Every problem there is; none if the strategy fits together.</returns>
    public IReadOnlyList<Finding> Check() => new StrategyCheck(this).Run();

    /// <summary>The business goal with this id, or null.</summary>
    /// <param name="id">The id, in the same letters.</param>
    public BusinessGoal? FindBusinessGoal(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return BusinessGoals.FirstOrDefault(goal => goal.Id == id);
    }

    private static IReadOnlyList<T> Unique<T>(
        IEnumerable<T> items, string what, Func<T, string> id, Func<T, string> name, [CallerMemberName] string parameter = "")
    {
        var all = Copies.Of(items, parameter);
        var twice = Enumerable.Range(0, all.Count)
            .GroupBy(index => id(all[index]), StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is null)
        {
            return all;
        }

        var both = twice.Take(2).Select(index => $"{Shown.Quote(name(all[index]))} at index {index}");
        throw new ArgumentException(
            $"Two {what} have the id '{twice.Key}': {string.Join(" and ", both)}. Give each an id of its own.", parameter);
    }
}
