using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Statistics;

namespace GoalMetrics;

/// <summary>
/// Where a measure is expected to go until the end of a period, computed from its history: each period ahead, where it lands, and the
/// chance of reaching a value. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// <para>The model is chosen by its errors from earlier moments (<see cref="ForecastChoice"/>); the season follows from the grain where two
/// whole ones are in the history. Of a ratio, numerator and denominator are forecast together, and the ratio is taken path by path; so are
/// the sum and the number of values of a mean. What is known of periods that are not over is in the projection. Only settled values are
/// learnt from, and gaps are filled for that.</para>
/// <para>What never was negative is not forecast below 0, a ratio that never left 0 to 100 % does not leave it, and a score stays on its
/// scale. The same seed gives the same projection.</para>
/// </remarks>
[JsonConverter(typeof(ResultConverter<Projection>))]
public sealed partial class Projection
{
    private readonly ForecastChoice? _choice;

    internal Projection(MeasureHistory history, ReportingPeriod period, UndefinedReason reason, Finding finding)
    {
        (History, Period, Reason) = (history, period, reason);
        Findings = [finding];
    }

    internal Projection(
        MeasureHistory history, ReportingPeriod period, ForecastChoice? choice, IReadOnlyList<ProjectedPoint> points) =>
        (History, Period, Points, _choice) = (history, period, points, choice);

    // The measure over the whole period; null where it has none.
    internal Futures? Whole { get; init; }

    internal Futures? Last { get; init; }

    // The last period of the grain, ahead or known.
    internal ReportingPeriod? LastPeriod { get; init; }

    /// <summary>The history it is computed from.</summary>
    public MeasureHistory History { get; }

    /// <summary>The measure.</summary>
    public Measure Measure => History.Measure;

    /// <summary>The period that is landed in.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Whether there is a projection; otherwise it has no points, and all figures are undefined.</summary>
    public bool IsDefined => Reason is null;

    /// <summary>Why there is none; null where there is one.</summary>
    public UndefinedReason? Reason { get; }

    /// <summary>
    /// The periods ahead, from the one after the last value that is learnt from to the end of <see cref="Period"/>: those that are not
    /// settled yet are among them, and so are days off that are over where they are the latest. Empty where all is settled.
    /// </summary>
    public IReadOnlyList<ProjectedPoint> Points { get; } = [];

    /// <summary>
    /// What is known so far. What kind of figure it is follows from <see cref="LandsAs"/>. Undefined where nothing is known.
    /// </summary>
    /// <remarks>
    /// A total is that since the period began. A ratio or mean is that of both totals since the period began. A value to date is the
    /// measure's own. A value that is read at the end is the latest value. For any other measure, it is the latest settled value.
    /// </remarks>
    public Quantity SoFar { get; internal init; }

    /// <summary>What <see cref="Landing"/> is a figure of: a total, a ratio, or a value at the end.</summary>
    public LandingKind LandsAs { get; internal init; }

    /// <summary>
    /// The models that were tried, with their errors: the chosen one first, then by error. Empty where nothing had to be forecast.
    /// </summary>
    public IReadOnlyList<ForecastCandidate> Candidates => _choice?.Candidates ?? [];

    /// <summary>The chosen model; null where nothing had to be forecast.</summary>
    public ForecastCandidate? Chosen => _choice?.Chosen;

    /// <summary>The best of the other models; null where nothing had to be forecast.</summary>
    public ForecastCandidate? RunnerUp => _choice?.RunnerUp;

    /// <summary>The naive model, the last value again and again; null where nothing had to be forecast.</summary>
    public ForecastCandidate? Naive => _choice?.Naive;

    /// <summary>From how many earlier moments the models were tried.</summary>
    public int Origins => _choice?.Origins ?? 0;

    /// <summary>What was found that limits the projection.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    /// <summary>
    /// Where the measure lands over the whole period, as a goal on it is judged: the total, the ratio of both totals, or the balance at the
    /// end (<see cref="LandsAs"/>), what is known included. The interval is read from the sample paths, each taken as a whole, never from
    /// bounds that are added up.
    /// </summary>
    /// <remarks>
    /// The estimate is the model's, or the median of the sample paths where that lies outside the interval. Undefined where the projection
    /// is, where the history is too short to say how far it strays, where the period is over and nothing is known of it
    /// (<see cref="UndefinedReason.NoData"/>), and where the value does not follow from those of shorter periods
    /// (<see cref="UndefinedReason.NotAdditive"/>): the customers of a year do not from those of its days. Then project by the period
    /// itself, or see <see cref="InLastPeriod"/>.
    /// </remarks>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval Landing(double level = 0.95) => IntervalOf(Whole, level);

    /// <summary>
    /// The measure in the last period of the grain alone, such as the rate of New Year's Eve in a year of days. Its chances are those of
    /// the last of <see cref="Points"/>.
    /// </summary>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval InLastPeriod(double level = 0.95) => IntervalOf(Last, level);

    /// <summary>The chance that it lands at this value or above over the whole period: the share of the sample paths that do.</summary>
    /// <remarks>Undefined where <see cref="Landing"/> is.</remarks>
    /// <param name="value">The value, in the unit of the measure.</param>
    /// <exception cref="ArgumentException">The value is undefined.</exception>
    /// <exception cref="UnitMismatchException">The value cannot be compared with the measure.</exception>
    public Quantity ChanceOfAtLeast(Quantity value) => Whole?.ChanceOfAtLeast(value) ?? Unknown;

    /// <summary>The chance that it lands at this value or below over the whole period: the share of the sample paths that do.</summary>
    /// <inheritdoc cref="ChanceOfAtLeast"/>
    public Quantity ChanceOfAtMost(Quantity value) => Whole?.ChanceOfAtMost(value) ?? Unknown;

    /// <summary>Projects a measure from its history.</summary>
    /// <remarks>
    /// A history does not hold hours: of a day that runs, as much is taken to be left as there is time. <see cref="ProjectionExtensions"/>
    /// reads how much usually is.
    /// </remarks>
    /// <param name="history">The history. Its grain is that of the points ahead.</param>
    /// <param name="period">The period to land in, of whole periods of the grain: a month or a year of days, a year of months.</param>
    /// <param name="options">Paths and seed; null for 1,000 paths and seed 1.</param>
    /// <returns>
    /// The projection; undefined (<see cref="UndefinedReason.InsufficientData"/>) where fewer than four values are settled, and of rolling,
    /// to-date and cumulative measures, whose values overlap; a finding says which.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The period cuts a period of the grain, is of another calendar, or is more than 10,000 periods ahead.
    /// </exception>
    public static Projection Of(MeasureHistory history, ReportingPeriod period, ForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(period);
        return new ProjectionMaker(history, period, options ?? new()).Make();
    }

    /// <summary>Where it lands, by which model, and how far that and the naive model were off before, in one line.</summary>
    /// <param name="culture">The language and figures. Defaults to English.</param>
    public string ToText(CultureInfo? culture = null) => ProjectionText.Of(this, culture);

    /// <summary>As <see cref="ToText"/>, in English.</summary>
    public override string ToString() => ToText();

    private Quantity Unknown => Quantity.Undefined(Reason ?? UndefinedReason.NotAdditive, Measure.Id, Unit.Ratio);

    private Interval IntervalOf(Futures? futures, double level)
    {
        Require.Share(level);
        var reason = Reason ?? UndefinedReason.NotAdditive;
        return futures?.Interval(level) ?? new(reason, Measure.Id, level, History.Settled.Count, IntervalMethod.SamplePaths, Measure.Unit);
    }
}
