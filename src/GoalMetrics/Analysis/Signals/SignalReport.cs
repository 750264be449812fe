using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// What changed beyond routine variation: the process behaviour charts and signals of a measure, of a KPI with its performance indicators,
/// or of a whole strategy. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Every measure has a certain noise. Within its limits nothing happened that would need a cause, however green or red the change from one
/// period to the next is; a signal needs one. Sources: Shewhart 1931; Wheeler 1993, Understanding Variation; Laney 2002.
/// </remarks>
[JsonConverter(typeof(ResultConverter<SignalReport>))]
public sealed partial class SignalReport
{
    internal SignalReport(Instant asOf, IReadOnlyList<MeasureSignals> measures)
    {
        AsOf = asOf;
        Measures = measures;
        Signals = [.. measures.SelectMany(measure => measure.Signals).OrderByDescending(signal => signal.Last.Start)];
    }

    /// <summary>The moment it is seen from: later facts are ignored.</summary>
    public Instant AsOf { get; }

    /// <summary>
    /// The measures: a KPI before its performance indicators, and the KPIs of a strategy before all performance indicators.
    /// </summary>
    public IReadOnlyList<MeasureSignals> Measures { get; }

    /// <summary>The signals of all measures, by the last period they are about, latest first.</summary>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>The findings of all measures, each once.</summary>
    public IReadOnlyList<Finding> Findings => field ??= Distinct(Measures.SelectMany(measure => measure.Findings));

    /// <summary>The chart and signals of one measure.</summary>
    /// <exception cref="KeyNotFoundException">It is not in the report; the message names the nearest.</exception>
    public MeasureSignals this[Measure measure]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(measure);
            var ids = Measures.Select(one => one.Measure.Id).ToList();
            return Measures.FirstOrDefault(one => ReferenceEquals(one.Measure, measure))
                ?? Measures.FirstOrDefault(one => one.Measure.Computation.Equals(measure.Computation))
                ?? throw new KeyNotFoundException(
                    $"The report is not about '{measure.Id}'; it is about {Shown.List(ids)}.{Nearest.Hint(measure.Id, ids)}");
        }
    }

    /// <summary>The signals of a measure; of a KPI also those of the performance indicators that drive it.</summary>
    /// <param name="measure">The measure or KPI.</param>
    /// <param name="source">The source.</param>
    /// <param name="asOf">The moment: later facts are ignored.</param>
    /// <param name="options">What is read, and how limits are computed. Null for <see cref="SignalOptions.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException">
    /// The source lacks the table of the measure, or the first date is not before the moment.
    /// </exception>
    /// <exception cref="NotAdditiveException">The measure would have to be added up to the grain, and must not be.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static ValueTask<SignalReport> OfAsync(
        Measure measure,
        IMetricSource source,
        Instant asOf,
        SignalOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(measure);
        Measure[] measures = measure is Kpi kpi ? [kpi, .. kpi.Drivers] : [measure];
        return new SignalRunner(measures, [], source, asOf, options) { Main = measure }.RunAsync(cancellationToken);
    }

    /// <summary>The signals of all KPIs and performance indicators of a strategy, read in one call of the source.</summary>
    /// <param name="strategy">The strategy. Goals on its measures are set against what these do.</param>
    /// <param name="source">The source.</param>
    /// <param name="asOf">The moment: later facts are ignored.</param>
    /// <param name="options">What is read, and how limits are computed. Null for <see cref="SignalOptions.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <remarks>
    /// A measure that fails, because its formula throws or the source lacks its table, is a finding (<c>TRACK-FAILED</c>), and the others
    /// stand.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static ValueTask<SignalReport> CreateAsync(
        Strategy strategy,
        IMetricSource source,
        Instant asOf,
        SignalOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        Measure[] measures = [.. strategy.Kpis, .. strategy.AllPerformanceIndicators];
        return new SignalRunner(measures, strategy.Goals, source, asOf, options).RunAsync(cancellationToken);
    }

    /// <summary>The signals of a measure from facts in memory.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public static SignalReport Of(
        Measure measure,
        InMemorySource source,
        Instant asOf,
        SignalOptions? options = null,
        CancellationToken cancellationToken = default) => OfAsync(measure, source, asOf, options, cancellationToken).Result();

    /// <summary>The signals of a strategy from facts in memory.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public static SignalReport Create(
        Strategy strategy,
        InMemorySource source,
        Instant asOf,
        SignalOptions? options = null,
        CancellationToken cancellationToken = default) => CreateAsync(strategy, source, asOf, options, cancellationToken).Result();

    /// <summary>A line for each measure: how many signals it has, and the latest.</summary>
    public override string ToString() => ToText();

    /// <summary>A line for each measure: how many signals it has, and the latest.</summary>
    /// <param name="culture">The language and figures. Defaults to English.</param>
    public string ToText(CultureInfo? culture = null) => SignalText.Of(this, culture);

    private static ReadOnlyCollection<Finding> Distinct(IEnumerable<Finding> findings)
    {
        var distinct = new List<Finding>();
        foreach (var finding in findings)
        {
            if (!distinct.Exists(known => known.IsSameAs(finding)))
            {
                distinct.Add(finding);
            }
        }

        return distinct.AsReadOnly();
    }
}
