using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Statistics;

namespace GoalMetrics;

/// <summary>One period of a <see cref="Projection"/>: the expected value and its interval. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<ProjectedPoint>))]
public sealed partial class ProjectedPoint
{
    private readonly Futures _futures;

    internal ProjectedPoint(ReportingPeriod period, Quantity? known, Futures futures) =>
        (Period, Known, _futures) = (period, known, futures);

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>
    /// The expected value, what is known of the period included; the median of the sample paths where it lies outside their interval at
    /// 95 %. Undefined where a ratio has no denominator in it (<see cref="UndefinedReason.ZeroDenominator"/>).
    /// </summary>
    public Quantity Value => _futures.Expected;

    /// <summary>The value so far, where the period has begun; null where it has not.</summary>
    public Quantity? Known { get; }

    /// <summary>
    /// The interval of the value: quantiles of the sample paths; its estimate is their median where the value lies outside.
    /// Intervals of points must never be added up: see
    /// <see cref="Projection.Landing"/>.
    /// </summary>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval Interval(double level = 0.95) => _futures.Interval(level);

    /// <summary>The chance that the value in this period alone is this or above: the share of the sample paths.</summary>
    /// <param name="value">The value, in the unit of the measure.</param>
    /// <exception cref="ArgumentException">The value is undefined.</exception>
    /// <exception cref="UnitMismatchException">The value cannot be compared with the measure.</exception>
    public Quantity ChanceOfAtLeast(Quantity value) => _futures.ChanceOfAtLeast(value);

    /// <summary>The chance that the value in this period alone is this or below: the share of the sample paths.</summary>
    /// <inheritdoc cref="ChanceOfAtLeast"/>
    public Quantity ChanceOfAtMost(Quantity value) => _futures.ChanceOfAtMost(value);

    /// <summary>Period, value and interval at 95 %: <c>2026-12: 1,204 [1,100; 1,310]</c>.</summary>
    public override string ToString() => $"{Period}: {Interval()}";
}
