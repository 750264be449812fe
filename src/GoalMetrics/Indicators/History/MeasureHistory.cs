using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// The past of a measure: its value in every period up to a moment, with the state, the coverage and the counts behind each. All evidence
/// about a measure is computed from it. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Made by <see cref="MeasureHistoryExtensions.HistoryAsync"/>. Periods that are open, settling or not wholly covered are among the
/// <see cref="Points"/>, marked, and left out of <see cref="Settled"/> and <see cref="Values"/>.
/// </remarks>
[JsonConverter(typeof(ResultConverter<MeasureHistory>))]
public sealed partial class MeasureHistory
{
    private static readonly LocalizedText
        Periods = new("{0} by {1}: {2} from {3} to {4}, {5} of them settled", "{0} pr. {1}: {2} fra {3} til {4}, {5} heraf afsluttede"),
        NoPeriods = new("{0} by {1}: no periods", "{0} pr. {1}: ingen perioder");

    internal MeasureHistory(Measure measure, Grain grain, Instant asOf, IReadOnlyList<HistoryPoint> points)
    {
        Measure = measure;
        Grain = grain;
        AsOf = asOf;
        Points = Copies.Guarded(points);
        Settled = [.. points.Where(point => point.IsSettled)];
    }

    /// <summary>The measure.</summary>
    public Measure Measure { get; }

    /// <summary>The grain of the periods.</summary>
    public Grain Grain { get; }

    /// <summary>The moment it is seen from: later facts are ignored.</summary>
    public Instant AsOf { get; }

    /// <summary>
    /// Until when all tables of the measure have facts, at most <see cref="AsOf"/>; earlier where they are late. Null where none has any.
    /// </summary>
    public Instant? KnownUntil { get; internal init; }

    /// <summary>Which facts count, in addition to the filters of the measure; null for all.</summary>
    public Filter? Filter { get; internal init; }

    /// <summary>
    /// Whether the measure is a flow, whose values add up over time (revenue, visitors). Otherwise it is a level, as ratios, averages,
    /// distinct counts and balances are.
    /// </summary>
    public bool AddsUp => Measure.Additivity == Additivity.Additive;

    /// <summary>
    /// What is divided where the measure is a ratio of two measures; null where it is not. A ratio is found by trying its formula: the
    /// value is the numerator over the denominator, times a number that never changes.
    /// </summary>
    public Measure? Numerator => Ratio?.Numerator;

    /// <summary>What the numerator is divided by; null where the measure is not a ratio of two measures.</summary>
    public Measure? Denominator => Ratio?.Denominator;

    /// <summary>Every period up to the moment, oldest first, without a hole.</summary>
    public IReadOnlyList<HistoryPoint> Points { get; }

    /// <summary>The periods whose values are final: closed and wholly covered, oldest first.</summary>
    public IReadOnlyList<HistoryPoint> Settled { get; }

    /// <summary>
    /// The final values as numbers, one for each of <see cref="Points"/>, in the unit of the measure (3.5 % is 0.035): what
    /// <see cref="Statistics"/> takes. Null is a gap: a period that is not settled, or has no value. It never stands for 0.
    /// </summary>
    public IReadOnlyList<double?> Values => field ??= [.. Points.Select(NumberOf)];

    /// <summary>What was found in the data that limits what the history says: where they begin and end, days that are missing.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    // Until when balances are known, where the day of the moment has one already: to the end of that day.
    internal Instant? BalancesUntil { get; init; }

    // The hours of the weeks before the day in which the data end; none where they were not asked for, or say nothing.
    internal IReadOnlyList<HistoryPoint> Hours { get; init; } = [];

    // How numerator and denominator become the value.
    internal RatioForm? Ratio { get; init; }

    /// <summary>The point of a period.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message says which there are.</exception>
    public HistoryPoint this[ReportingPeriod period]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(period);
            return Points.FirstOrDefault(point => point.Period == period) ?? throw new KeyNotFoundException(
                $"The history of '{Measure.Id}' by {Grain.Title()} has no period {period}."
                + $" Its periods: {Shown.List(Points.Select(point => point.Period.ToString()))}.");
        }
    }

    /// <summary>Measure, grain and periods: <c>visits by day: 333 from 2026-01-01 to 2026-11-29, 332 of them settled</c>.</summary>
    public override string ToString() => ToText();

    /// <summary>Measure, grain and periods in one line.</summary>
    /// <param name="culture">The language and figures. Defaults to English.</param>
    public string ToText(CultureInfo? culture = null)
    {
        var (title, grain) = (Measure.Title.In(culture), Grain.Title().In(culture));
        var figures = culture ?? CultureInfo.InvariantCulture;
        if (Points.Count == 0)
        {
            return string.Format(figures, NoPeriods.In(culture), title, grain);
        }

        return string.Format(
            figures, Periods.In(culture), title, grain, Points.Count, Named(Points[0]), Named(Points[^1]), Settled.Count);

        string Named(HistoryPoint point) => point.Period.ToText(culture);
    }

    private static double? NumberOf(HistoryPoint point)
    {
        if (point.IsSettled)
        {
            return (double?)point.Value.AmountOrNull;
        }

        return null;
    }
}
