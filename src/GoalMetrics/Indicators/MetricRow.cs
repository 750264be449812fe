using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>One row of a <see cref="MetricTable"/>: a period, a member of each dimension, and the values there. Immutable.</summary>
public sealed class MetricRow
{
    private readonly IReadOnlyDictionary<string, Measure> _measures;
    private readonly Func<Metric, Quantity> _values;
    private readonly IReadOnlyDictionary<PeriodComparison, Func<Metric, Quantity>> _earlier;

    internal MetricRow(
        ReportingPeriod period,
        PeriodState state,
        bool isFullyCovered,
        ImmutableArray<string?> members,
        IReadOnlyDictionary<string, Measure> measures,
        Func<Metric, Quantity> values,
        IReadOnlyDictionary<PeriodComparison, Func<Metric, Quantity>> earlier)
    {
        Period = period;
        State = state;
        IsFullyCovered = isFullyCovered;
        Members = members;
        _measures = measures;
        _values = values;
        _earlier = earlier;
    }

    /// <summary>The period; the whole range where the query was not by a grain, and for totals over time.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Whether the period is open, settling or closed, seen from the query's moment.</summary>
    public PeriodState State { get; }

    /// <summary>Whether the range cut the period short.</summary>
    public bool IsPartial => Period.IsPartial;

    /// <summary>
    /// Whether the facts cover all of the period that can be seen from the query's moment. Where they do not, a sum or count is
    /// that of the covered part only.
    /// </summary>
    public bool IsFullyCovered { get; }

    /// <summary>A member of each of the query's dimensions, in order; empty for totals over dimensions.</summary>
    public ImmutableArray<string?> Members { get; }

    /// <summary>The value of a measure of the query.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure; the message names the nearest.</exception>
    public Quantity this[Measure measure] => Known(measure).Evaluate(_values);

    /// <summary>The value of the measure in the earlier period.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The query did not ask for the comparison.</exception>
    public Quantity Earlier(Measure measure, PeriodComparison comparison) => Known(measure).Evaluate(
        _earlier.GetValueOrDefault(comparison)
        ?? throw new InvalidOperationException($"The query did not compare with {comparison}: add ComparedWith(PeriodComparison.{comparison}) to it."));

    /// <summary>The change of the measure since the earlier period.</summary>
    /// <inheritdoc cref="Earlier"/>
    public Change Change(Measure measure, PeriodComparison comparison) => GoalMetrics.Change.Between(Earlier(measure, comparison), this[measure]);

    /// <summary>What the measure was computed from: the inputs of its formula, with their values.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    public IReadOnlyList<(Measure Input, Quantity Value)> Evidence(Measure measure) =>
        [.. Known(measure).Inputs.Select(input => (input, input.Evaluate(_values)))];

    private Measure Known(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (!_measures.TryGetValue(measure.Id, out var known))
        {
            throw new KeyNotFoundException(
                $"The query did not ask for '{measure.Id}'; it asked for {Shown.List(_measures.Keys)}.{Nearest.Hint(measure.Id, _measures.Keys)}");
        }

        return known.Computation.Equals(measure.Computation)
            ? known
            : throw new KeyNotFoundException($"The query asked for another measure with the id '{measure.Id}'. Look it up with the measure the query was made with.");
    }
}
