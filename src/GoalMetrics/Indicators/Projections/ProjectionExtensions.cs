using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics;

/// <summary>Methods that project measures from the facts of a source.</summary>
public static class ProjectionExtensions
{
    /// <summary>Projects a measure to the end of a period, from its whole history up to a moment, read in one call of the source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="grain">The grain of the history and of the points ahead, such as the day.</param>
    /// <param name="asOf">The moment: later facts are ignored.</param>
    /// <param name="period">The period to land in, of whole periods of the grain.</param>
    /// <param name="where">Only facts that match the filter. Defaults to all.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The projection; undefined with a finding where the history is too short.</returns>
    /// <exception cref="ArgumentException">
    /// The source lacks a table or dimension, a table's facts are coarser than the grain, or the period is not made of whole periods of it.
    /// </exception>
    /// <exception cref="NotAdditiveException">The measure would have to be added up to the grain, and must not be.</exception>
    public static async ValueTask<Projection> ProjectAsync(
        this IMetricSource source,
        Measure measure,
        Grain grain,
        Instant asOf,
        ReportingPeriod period,
        Filter? where = null,
        ForecastOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(measure);
        var asked = new HistoryQuestion(measure, EnumValue.Checked(grain), From: null, where) { WithHours = true };
        var histories = await new HistoryRunner([asked], source, asOf).RunAsync(cancellationToken).ConfigureAwait(false);
        return Projection.Of(histories[0], period, options);
    }

    /// <summary>Projects a measure from facts in memory, synchronously.</summary>
    /// <inheritdoc cref="ProjectAsync"/>
    public static Projection Project(
        this InMemorySource source,
        Measure measure,
        Grain grain,
        Instant asOf,
        ReportingPeriod period,
        Filter? where = null,
        ForecastOptions? options = null,
        CancellationToken cancellationToken = default) =>
        source.ProjectAsync(measure, grain, asOf, period, where, options, cancellationToken).Result();
}
