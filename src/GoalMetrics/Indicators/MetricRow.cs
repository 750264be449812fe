using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>One row of a <see cref="MetricTable"/>: a period, a member of each dimension, and the values there. Immutable.</summary>
public sealed class MetricRow
{
    private readonly RowTime _time;
    private readonly ImmutableArray<string> _dimensions;
    private readonly IReadOnlyDictionary<string, Measure> _measures;
    private readonly MetricValues _values;

    internal MetricRow(
        RowTime time,
        ImmutableArray<string> dimensions,
        ImmutableArray<string?> members,
        bool isRest,
        IReadOnlyDictionary<string, Measure> measures,
        MetricValues values)
    {
        _time = time;
        _dimensions = dimensions;
        Members = members;
        IsRest = isRest;
        _measures = measures;
        _values = values;
    }

    /// <summary>The period; the whole range where the query was not by a grain, and for totals over time.</summary>
    public ReportingPeriod Period => _time.Scope.Period;

    /// <summary>Whether the period is open, settling or closed, seen from the query's moment.</summary>
    public PeriodState State => _time.State;

    /// <summary>Whether the range cut the period short.</summary>
    public bool IsPartial => Period.IsPartial;

    /// <summary>
    /// Whether the facts cover all the time that the row's measures look at, as far as it can be seen from the query's moment: the period
    /// itself, the 28 days of a rolling window, the month before, the windows of conversions. Where they do not, a sum or count is that of
    /// the covered part only.
    /// </summary>
    public bool IsFullyCovered => _time.IsFullyCovered;

    /// <summary>
    /// A member of each of the query's dimensions, in order; of the first ones only for subtotals, and none for totals over
    /// dimensions.
    /// </summary>
    public ImmutableArray<string?> Members { get; }

    /// <summary>Whether the row holds the members that <see cref="Query.Top"/> left out, together.</summary>
    public bool IsRest { get; }

    /// <summary>The row's member of a dimension.</summary>
    /// <exception cref="KeyNotFoundException">The row is not by the dimension; the message names the nearest.</exception>
    public string? this[string dimension] => _dimensions.IndexOf(dimension) is >= 0 and var place
        ? Members[place]
        : throw new KeyNotFoundException(
            $"The row is not by {Shown.Quote(dimension)}; it is by {(_dimensions.IsEmpty ? "no dimension" : Shown.List(_dimensions))}.{Nearest.Hint(dimension ?? "", _dimensions)}");

    /// <summary>The value of a measure of the query.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure; the message names the nearest.</exception>
    public Quantity this[Measure measure] => Known(measure).Evaluate(_time.Scope, _values);

    /// <summary>The same of one measure: <see cref="IsFullyCovered"/> is that of all of them.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure; the message names the nearest.</exception>
    public bool IsFullyCoveredFor(Measure measure) => !_time.Uncovered.Contains((_time.Scope, Known(measure).Id));

    /// <summary>The same of one measure in the earlier period it is compared with; false where there is no such period.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The query did not ask for the comparison.</exception>
    public bool IsFullyCoveredFor(Measure measure, PeriodComparison comparison) =>
        Known(measure) is var known && ScopeOf(comparison) is { } scope && !_time.Uncovered.Contains((scope, known.Id));

    /// <summary>The value of the measure in the earlier period.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The query did not ask for the comparison.</exception>
    public Quantity Earlier(Measure measure, PeriodComparison comparison)
    {
        var known = Known(measure);
        return ScopeOf(comparison) is { } scope
            ? known.Evaluate(scope, _values)
            : Quantity.Undefined(UndefinedReason.NoData, known.Id, known.Unit);
    }

    /// <summary>The change of the measure since the earlier period.</summary>
    /// <inheritdoc cref="Earlier"/>
    public Change Change(Measure measure, PeriodComparison comparison) => GoalMetrics.Change.Between(Earlier(measure, comparison), this[measure]);

    /// <summary>
    /// How far the value of the measure may be from the exact one, because it rests on approximate metrics: zero where it does not. For
    /// distinct counts it is one standard error, for percentiles the largest error there can be; a formula adds up what each of its inputs
    /// may change it by.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    public Quantity ErrorOf(Measure measure)
    {
        var known = Known(measure);
        var value = this[known];
        var error = value - value;
        foreach (var metric in known.Metrics.Where(metric => metric.IsApproximate))
        {
            var change = known.Evaluate(_time.Scope, _values.WithErrorOf(metric)) - value;
            error = change.AmountOrNull < 0m ? error - change : error + change;
        }

        return error;
    }

    // Of one of the query's own measures, without looking it up.
    internal Quantity Value(Measure known) => known.Evaluate(_time.Scope, _values);

    /// <summary>What the measure was computed from: the inputs of its formula, with their values.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    public IReadOnlyList<(Measure Input, Quantity Value)> Evidence(Measure measure) =>
        Known(measure).Evidence(_time.Scope, _values);

    private MeasureScope? ScopeOf(PeriodComparison comparison) => _time.Earlier.TryGetValue(comparison, out var scope)
        ? scope
        : throw new InvalidOperationException($"The query did not compare with {comparison}: add ComparedWith(PeriodComparison.{comparison}) to it.");

    private Measure Known(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (!_measures.TryGetValue(measure.Id, out var known))
        {
            throw new KeyNotFoundException(
                $"The query did not ask for '{measure.Id}'; it asked for {Shown.List(_measures.Keys)}.{Nearest.Hint(measure.Id, _measures.Keys)}");
        }

        return ReferenceEquals(known, measure) || known.Computation.Equals(measure.Computation)
            ? known
            : throw new KeyNotFoundException($"The query asked for another measure with the id '{measure.Id}'. Look it up with the measure the query was made with.");
    }
}
