using NodaTime;

namespace GoalMetrics;

/// <summary>Methods that read the history of measures from a source.</summary>
public static class MeasureHistoryExtensions
{
    /// <summary>The history of a measure up to a moment, read in one call of the source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="measure">The measure: a metric, a formula, a KPI, a performance indicator, or any of them over time.</param>
    /// <param name="grain">The grain of the periods, such as the day.</param>
    /// <param name="asOf">The moment: later facts are ignored. The last period is the one that was running just before it.</param>
    /// <param name="from">
    /// The first date. Where it lies inside a period, the first point is of the rest of that period, and not settled. Defaults to the start
    /// of the period that holds the first fact of any table of the measure.
    /// </param>
    /// <param name="where">Only facts that match the filter, such as those of one member of a dimension. Defaults to all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The history; without points where no table of the measure has facts before the moment and no first date is given.</returns>
    /// <exception cref="ArgumentException">
    /// The source lacks a table or dimension, the first date is not before the moment, or a table's facts are coarser than the grain.
    /// </exception>
    /// <exception cref="NotAdditiveException">The measure would have to be added up to the grain, and must not be.</exception>
    public static async ValueTask<MeasureHistory> HistoryAsync(
        this IMetricSource source,
        Measure measure,
        Grain grain,
        Instant asOf,
        LocalDate? from = null,
        Filter? where = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var histories = await source.HistoriesAsync([measure], grain, asOf, from, where, cancellationToken).ConfigureAwait(false);
        return histories[0];
    }

    /// <summary>The histories of several measures up to a moment, read together in one call of the source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="measures">The measures. Each has the periods of its own tables.</param>
    /// <param name="grain">The grain of the periods.</param>
    /// <param name="asOf">The moment: later facts are ignored.</param>
    /// <param name="from">The first date. Defaults to the first fact of each measure.</param>
    /// <param name="where">Only facts that match the filter. Defaults to all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The histories, in the order of the measures.</returns>
    /// <inheritdoc cref="HistoryAsync" path="/exception"/>
    public static ValueTask<IReadOnlyList<MeasureHistory>> HistoriesAsync(
        this IMetricSource source,
        IEnumerable<Measure> measures,
        Grain grain,
        Instant asOf,
        LocalDate? from = null,
        Filter? where = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var asked = Copies.Of(measures, nameof(measures)).Select(measure => new HistoryQuestion(measure, grain, from, where));
        EnumValue.Checked(grain);
        return new HistoryRunner([.. asked], source, asOf).RunAsync(cancellationToken);
    }

    /// <summary>The history of a measure from facts in memory, synchronously.</summary>
    /// <inheritdoc cref="HistoryAsync"/>
    public static MeasureHistory History(
        this InMemorySource source,
        Measure measure,
        Grain grain,
        Instant asOf,
        LocalDate? from = null,
        Filter? where = null,
        CancellationToken cancellationToken = default) =>
        source.HistoryAsync(measure, grain, asOf, from, where, cancellationToken).Result();

    /// <summary>The histories of several measures from facts in memory, synchronously.</summary>
    /// <inheritdoc cref="HistoriesAsync"/>
    public static IReadOnlyList<MeasureHistory> Histories(
        this InMemorySource source,
        IEnumerable<Measure> measures,
        Grain grain,
        Instant asOf,
        LocalDate? from = null,
        Filter? where = null,
        CancellationToken cancellationToken = default) =>
        source.HistoriesAsync(measures, grain, asOf, from, where, cancellationToken).Result();
}
