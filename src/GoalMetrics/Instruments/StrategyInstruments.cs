using System.Diagnostics.Metrics;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A strategy as observable instruments of <c>System.Diagnostics.Metrics</c>, for OpenTelemetry and other collectors: what its KPIs read
/// and how its goals stand, evaluated when they are collected.
/// </summary>
/// <remarks>
/// <para>Each KPI has a gauge <c>goalmetrics.kpi.conversion_rate</c>, as KPIs have different units, which belong to an instrument: the
/// value of the current period of the KPI's grain, to date, as on a <see cref="Scorecard"/>. Where it has dimensions, a gauge
/// <c>goalmetrics.kpi_breakdown.conversion_rate</c> has their members as tags; apart, because adding parts to their total means nothing.
/// The names are made of the ids: hyphens become underscores, and letters outside ASCII are spelled out (<c>omsætning</c> becomes
/// <c>omsaetning</c>).</para>
/// <para>Goals have the tag <c>goal.id</c>: <c>goalmetrics.goal.attainment</c> and <c>goalmetrics.goal.pace</c> are gauges, and
/// <c>goalmetrics.goal.status</c> is 1 for the status (<c>goal.status</c>) that the goal has and 0 for the others.</para>
/// <para>What is undefined gives no measurement. What fails gives none either, does not disturb the others, is listed in
/// <see cref="Failures"/>, and is counted by <c>goalmetrics.evaluation.failures</c>. Safe to collect from several threads; a source that is
/// a database is waited for. They end with the meter, which is the caller's.</para>
/// </remarks>
public sealed class StrategyInstruments
{
    private readonly StrategyReader _reader;

    private StrategyInstruments(StrategyReader reader) => _reader = reader;

    /// <summary>What could not be evaluated in the last collection, and why.</summary>
    public IReadOnlyList<EvaluationFailure> Failures => _reader.Latest?.Failures ?? [];

    /// <summary>Publishes the KPIs and goals of a strategy.</summary>
    /// <param name="meter">The meter that gets the instruments; it stays the caller's.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="source">The facts. Live tables may go on taking facts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="atMostEvery">The shortest time between two evaluations. Defaults to 10 seconds.</param>
    /// <param name="tracker">Tracks the goals. Defaults to <see cref="GoalTracker.Default"/>.</param>
    /// <exception cref="ArgumentException">Two KPIs would be published under one name; the message names both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time between evaluations is not above zero.</exception>
    public static StrategyInstruments Publish(
        Meter meter, Strategy strategy, IMetricSource source, TimeProvider time, Duration? atMostEvery = null, GoalTracker? tracker = null)
    {
        ArgumentNullException.ThrowIfNull(meter);
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(time);
        var interval = atMostEvery ?? Duration.FromSeconds(10);
        if (interval <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(atMostEvery), interval, "Expected a time above zero between two evaluations.");
        }

        InstrumentName.CheckDifferent(strategy.Kpis.Select(kpi => kpi.Id), nameof(strategy));
        var reader = new StrategyReader(strategy, source, time, interval, tracker ?? GoalTracker.Default);
        foreach (var kpi in strategy.Kpis)
        {
            Publish(meter, kpi, reader);
        }

        if (strategy.Goals.Count > 0)
        {
            PublishGoals(meter, reader);
        }

        meter.CreateObservableCounter(
            "goalmetrics.evaluation.failures", reader.CountFailures, "{failure}", "KPIs and goals that could not be evaluated");
        return new(reader);
    }

    private static void Publish(Meter meter, Kpi kpi, StrategyReader reader)
    {
        var (name, unit) = (InstrumentName.Of(kpi.Id), InstrumentUnit.Of(kpi.Unit));
        meter.CreateObservableGauge(
            $"goalmetrics.kpi.{name}", () => reader.Read().Totals.GetValueOrDefault(kpi.Id, []), unit, kpi.Title.English);
        if (kpi.Breakdown.Count > 0)
        {
            meter.CreateObservableGauge(
                $"goalmetrics.kpi_breakdown.{name}",
                () => reader.Read().Breakdowns.GetValueOrDefault(kpi.Id, []),
                unit,
                $"{kpi.Title.English} by {string.Join(", ", kpi.Breakdown)}");
        }
    }

    private static void PublishGoals(Meter meter, StrategyReader reader)
    {
        meter.CreateObservableGauge(
            "goalmetrics.goal.attainment", () => reader.Read().Attainments, "1", "The share of the way to the target that is done");
        meter.CreateObservableGauge(
            "goalmetrics.goal.pace", () => reader.Read().Paces, "1", "What is done over what is expected by now; 1 is on time");
        meter.CreateObservableUpDownCounter(
            "goalmetrics.goal.status", () => reader.Read().Statuses, "{goal}", "1 for the status that the goal has, 0 for the others");
    }
}
