using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A whole strategy at a moment: how its goals stand, what its KPIs and performance indicators read, and what was found on the
/// way. Immutable.
/// </summary>
public sealed class Scorecard
{
    private static readonly FindingKind NoReading = new(
        "SCORECARD-NO-VALUE",
        FindingSeverity.Warning,
        new("'{measure}' has no value in {period}: {reason}.", "'{measure}' har ingen værdi i {period}: {reason}."),
        new("See that its facts are loaded, and that it can be had by the {grain}.", "Sørg for, at dens fakta er indlæst, og at den kan opgøres for perioden ({grain})."));

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
    public ImmutableArray<GoalProgress> Goals { get; private init; }

    /// <summary>The business goals, in the strategy's order, rolled up from the SMART goals.</summary>
    public ImmutableArray<BusinessGoalProgress> BusinessGoals { get; private init; }

    /// <summary>The KPIs, in the strategy's order.</summary>
    public ImmutableArray<MeasureStanding<Kpi>> Kpis { get; private init; }

    /// <summary>The performance indicators, each once.</summary>
    public ImmutableArray<MeasureStanding<PerformanceIndicator>> PerformanceIndicators { get; private init; }

    /// <summary>What was found in the strategy, in tracking its goals and in reading its measures.</summary>
    public ImmutableArray<Finding> Findings { get; private init; }

    /// <summary>The scorecard of a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="source">The facts.</param>
    /// <param name="asOf">The moment; later facts are not looked at.</param>
    /// <param name="tracker">Who tracks the goals; <see cref="GoalTracker.Default"/> unless told.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">A table is not in the source, or a goal's period is of another calendar.</exception>
    public static async ValueTask<Scorecard> CreateAsync(
        Strategy strategy, IMetricSource source, Instant asOf, GoalTracker? tracker = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(source);
        tracker ??= GoalTracker.Default;
        var goals = ImmutableArray.CreateBuilder<GoalProgress>();
        foreach (var goal in strategy.Goals)
        {
            goals.Add(await tracker.TrackAsync(goal, source, asOf, null, cancellationToken).ConfigureAwait(false));
        }

        var findings = strategy.Check().Concat(goals.SelectMany(goal => goal.Findings)).ToList();
        var kpis = ImmutableArray.CreateBuilder<MeasureStanding<Kpi>>();
        foreach (var kpi in strategy.Kpis)
        {
            kpis.Add(await ReadAsync(kpi, kpi.ReadEvery, kpi.Breakdown).ConfigureAwait(false));
        }

        var indicators = ImmutableArray.CreateBuilder<MeasureStanding<PerformanceIndicator>>();
        foreach (var indicator in strategy.AllPerformanceIndicators)
        {
            indicators.Add(await ReadAsync(indicator, indicator.ReadEvery, []).ConfigureAwait(false));
        }

        return new(strategy, asOf)
        {
            Goals = goals.ToImmutable(),
            BusinessGoals = [.. strategy.BusinessGoals.Select(goal => new BusinessGoalProgress(goal, goals.Where(progress => progress.Goal.Serves.Contains(goal.Id))))],
            Kpis = kpis.ToImmutable(),
            PerformanceIndicators = indicators.ToImmutable(),
            Findings = [.. findings],
        };

        async ValueTask<MeasureStanding<TMeasure>> ReadAsync<TMeasure>(TMeasure measure, Grain grain, ImmutableArray<string> breakdown)
            where TMeasure : Measure
        {
            var period = RunningBefore(asOf, grain, source.Calendar);
            var latest = period.State(asOf) == PeriodState.Open ? period.Previous() : period;
            var query = Query.For(measure).AsOf(asOf).ComparedWith(PeriodComparison.PreviousPeriod, PeriodComparison.YearEarlier);
            var path = $"{(measure is Kpi ? "kpis" : "performance-indicators")}/{measure.Id}";
            try
            {
                var now = await source.QueryAsync(query.During(period).By(grain).By([.. breakdown]), cancellationToken).ConfigureAwait(false);
                var then = period == latest ? now : await source.QueryAsync(query.During(latest).By(grain), cancellationToken).ConfigureAwait(false);
                var standing = new MeasureStanding<TMeasure>(
                    measure,
                    new(measure, now.TotalOf(period)),
                    new(measure, then.TotalOf(latest)),
                    breakdown.IsEmpty ? [] : now.Rows.Select(row => (row.Members, new MeasureReading(measure, row))));
                if (!standing.LatestClosed.Value.IsDefined)
                {
                    findings.Add(NoReading.At(path, [new("measure", measure.Id), new("period", latest), new("reason", standing.LatestClosed.Value), new("grain", grain.Title())]));
                }

                return standing;
            }
            catch (NotAdditiveException refused)
            {
                var undefined = Quantity.Undefined(UndefinedReason.NotAdditive, refused.Measure.Id, measure.Unit);
                findings.Add(NoReading.At(path, [new("measure", measure.Id), new("period", latest), new("reason", undefined), new("grain", grain.Title())]));
                return new(measure, new(period, period.State(asOf), undefined), new(latest, latest.State(asOf), undefined), []);
            }
        }
    }

    /// <summary>The scorecard of a strategy, from facts in memory.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public static Scorecard Create(Strategy strategy, InMemorySource source, Instant asOf, GoalTracker? tracker = null) =>
        CreateAsync(strategy, source, asOf, tracker).Result();

    // At midnight sharp the day to look at is the one that has just ended.
    internal static ReportingPeriod RunningBefore(Instant asOf, Grain grain, ReportingCalendar calendar) => calendar.PeriodAt(grain, asOf - Duration.Epsilon);
}
