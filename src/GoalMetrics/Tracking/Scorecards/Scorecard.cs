using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A whole strategy at a moment: how its goals stand, what its KPIs and performance indicators read, and the findings along the
/// way. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<Scorecard>))]
public sealed partial class Scorecard
{
    private Scorecard(Strategy strategy, Instant asOf)
    {
        Strategy = strategy;
        AsOf = asOf;
    }

    /// <summary>The strategy.</summary>
    public Strategy Strategy { get; }

    /// <summary>The moment.</summary>
    public Instant AsOf { get; }

    /// <summary>The SMART goals, in the strategy's order.</summary>
    public IReadOnlyList<GoalProgress> Goals { get; private init; } = [];

    /// <summary>The business goals, in the strategy's order, rolled up from the SMART goals.</summary>
    public IReadOnlyList<BusinessGoalProgress> BusinessGoals { get; private init; } = [];

    /// <summary>The KPIs, in the strategy's order.</summary>
    public IReadOnlyList<MeasureStanding<Kpi>> Kpis { get; private init; } = [];

    /// <summary>The performance indicators, each once.</summary>
    public IReadOnlyList<MeasureStanding<PerformanceIndicator>> PerformanceIndicators { get; private init; } = [];

    /// <summary>What was found in the strategy, in tracking its goals and in reading its measures.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>The scorecard of a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="source">The facts.</param>
    /// <param name="asOf">The moment; later facts are ignored.</param>
    /// <param name="tracker">Tracks the goals. Defaults to <see cref="GoalTracker.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// A goal or measure that fails, because its formula throws or the source lacks its table, is a finding (<c>TRACK-FAILED</c>) and has
    /// no value; the rest of the scorecard stands.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public static ValueTask<Scorecard> CreateAsync(
        Strategy strategy, IMetricSource source, Instant asOf, GoalTracker? tracker = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(source);
        tracker ??= GoalTracker.Default;
        if (!Telemetry.IsHeard)
        {
            return AnswerAsync(strategy, source, asOf, tracker, cancellationToken);
        }

        return Question.ObserveAsync(
            "scorecard",
            (Strategy: strategy, Source: source, AsOf: asOf, Tracker: tracker),
            static (asked, token) => AnswerAsync(asked.Strategy, asked.Source, asked.AsOf, asked.Tracker, token),
            static (activity, asked) => activity.AddStrategy(asked.Strategy),
            cancellationToken);
    }

    private static async ValueTask<Scorecard> AnswerAsync(
        Strategy strategy, IMetricSource source, Instant asOf, GoalTracker tracker, CancellationToken cancellationToken)
    {
        IReadOnlyList<Measure> measures = [.. strategy.Kpis, .. strategy.AllPerformanceIndicators];
        var readable = await ReadableMeasures.OfAsync(strategy.Goals, measures, source, cancellationToken).ConfigureAwait(false);
        var plan = new ReadingPlan(readable.Tables, asOf);
        var goals = strategy.Goals.Select(goal => PlannedGoal.Of(goal, tracker, plan, readable.RefusalOf(goal))).ToList();
        var together = new PlannedTogether(plan, readable);
        var kpis = together.Standings(strategy.Kpis, kpi => (kpi.ReadEvery, kpi.Breakdown));
        var indicators = together.Standings(strategy.AllPerformanceIndicators, indicator => (indicator.ReadEvery, []));
        var spelling = MemberCheck.WhereCheap(readable.Metrics, filter: null, plan);
        await plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        var misspelt = await MemberCheck.FindAsync(spelling, cancellationToken).ConfigureAwait(false);

        goals.ForEach(goal => goal.AddMisspelt(misspelt));
        List<GoalProgress> progress = [.. goals.Select(goal => goal.JudgeOrFail())];
        var ofGoals = progress.SelectMany(goal => goal.Findings)
            .Where(finding => finding.Path.StartsWith("goals/", StringComparison.Ordinal));
        var ofData = readable.Tables.Findings.Concat(plan.Valueless.Find());
        var findings = strategy.Check().Concat(ofData).Concat(misspelt).Concat(ofGoals).ToList();
        return new(strategy, asOf)
        {
            Goals = progress.AsReadOnly(),
            BusinessGoals = [.. strategy.BusinessGoals.Select(goal =>
                new BusinessGoalProgress(goal, progress.Where(one => one.Goal.Serves.Contains(goal.Id))))],
            Kpis = [.. kpis.Select(kpi => kpi.Read(findings, cancellationToken))],
            PerformanceIndicators = [.. indicators.Select(indicator => indicator.Read(findings, cancellationToken))],
            Findings = findings.AsReadOnly(),
        };
    }

    /// <summary>The scorecard of a strategy, from facts in memory.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public static Scorecard Create(
        Strategy strategy,
        InMemorySource source,
        Instant asOf,
        GoalTracker? tracker = null,
        CancellationToken cancellationToken = default) =>
        CreateAsync(strategy, source, asOf, tracker, cancellationToken).Result();

    /// <summary>A line for each business goal, goal, KPI and performance indicator.</summary>
    public override string ToString() => ToText();

    /// <summary>
    /// A line for each business goal, goal, KPI and performance indicator: how it stands, and how it changed since the period before.
    /// </summary>
    /// <param name="culture">The language and figures. Defaults to English.</param>
    public string ToText(CultureInfo? culture = null) => ScorecardText.Of(this, culture);

    // At midnight sharp the day to look at is the one that has just ended.
    internal static ReportingPeriod RunningBefore(Instant asOf, Grain grain, ReportingCalendar calendar) =>
        calendar.PeriodAt(grain, asOf - Duration.Epsilon);
}
