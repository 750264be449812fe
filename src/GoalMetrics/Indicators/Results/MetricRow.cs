using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>One row of a <see cref="MetricTable"/>: a period, a member of each dimension, and the values there. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<MetricRow>))]
public sealed partial class MetricRow
{
    private readonly QueryLine _line;
    private readonly int _window;

    // The values of formulas and the like, all computed on first use. Safe with several threads, as each computes the same values.
    private Quantity[]? _computed;

    internal MetricRow(QueryLine line, int window)
    {
        _line = line;
        _window = window;
    }

    /// <summary>The period. The whole range where the query was not by a grain, and for totals over time.</summary>
    public ReportingPeriod Period => Range.PeriodAt(_window);

    /// <summary>Whether the period is open, settling or closed, seen from the query's moment.</summary>
    public PeriodState State => Range.StateAt(_window);

    /// <summary>Whether the range cut the period short.</summary>
    public bool IsPartial => Period.IsPartial;

    /// <summary>
    /// Whether the facts cover all the time that the row's measures read, up to the query's moment: the period itself, the 28 days of a
    /// rolling window, the month before, the windows of conversions. Where they do not, a sum or count is that of the covered part only.
    /// </summary>
    public bool IsFullyCovered => _line.Compiled.IsCovered(_window);

    /// <summary>
    /// A member of each of the query's dimensions, in the same order; of the first dimensions only for subtotals, and empty for totals
    /// over all members.
    /// </summary>
    public IReadOnlyList<string?> Members => _line.Members;

    /// <summary>Whether the row stands for all members that <see cref="Query.Top"/> left out.</summary>
    public bool IsRest => _line.IsRest;

    /// <summary>The period, the members and the values: <c>2026-10, DK: orders 27, conversion-rate 3 %</c>.</summary>
    public override string ToString()
    {
        var members = string.Join("", Members.Select(member => $", {member ?? "null"}"));
        var values = Query.Measures.Select(measure => $"{measure.Id} {this[measure].ToString(null)}");
        return $"{Period}{members}: {string.Join(", ", values)}";
    }

    // The state at another moment than that of the query.
    internal PeriodState StateAt(Instant asOf) => Range.StateAt(_window, asOf);

    internal MemberKey Key => new(_line.Members);

    private QueryRange Range => _line.Compiled.Range;

    /// <summary>The row's member of a dimension.</summary>
    /// <exception cref="KeyNotFoundException">The row is not by the dimension; the message names the nearest.</exception>
    public string? this[string dimension]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(dimension);
            var dimensions = _line.Dimensions;
            if (Array.IndexOf(dimensions, dimension) is >= 0 and var place)
            {
                return _line.Members[place];
            }

            var known = Shown.List(dimensions, ifNone: "no dimension");
            throw new KeyNotFoundException(
                $"The row is not by {Shown.Quote(dimension)}; it is by {known}.{Nearest.Hint(dimension, dimensions)}");
        }
    }

    /// <summary>The value of a measure of the query.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure; the message names the nearest.</exception>
    public Quantity this[Measure measure] => Value(_line.Compiled.IndexOf(measure));

    /// <summary>
    /// Whether the facts cover all the time that one measure reads; <see cref="IsFullyCovered"/> is about all measures of the row. False
    /// where that time has not begun, such as the last seven days of a month on its tenth.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure; the message names the nearest.</exception>
    public bool IsFullyCoveredFor(Measure measure) => _line.Compiled.IsCovered(_line.Compiled.IndexOf(measure), _window);

    /// <summary>
    /// Whether the facts cover all the time that one measure reads in the earlier period; false where there is no earlier period.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The query did not ask for the comparison.</exception>
    public bool IsFullyCoveredFor(Measure measure, PeriodComparison comparison)
    {
        var node = Node(measure);
        var earlier = Range.EarlierIndex(_window, comparison);
        return Range.Has(earlier) && node.Coverage(earlier) == WindowCoverage.Full;
    }

    /// <summary>
    /// Whether a table that the measure reads has facts of the row's members in the time that is read, among those that pass the filter of
    /// the query. A value of 0 may be a sum of facts, or of none.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    public bool HasFacts(Measure measure) => HasFactsOf(_line.Compiled.IndexOf(measure));

    /// <summary>The value of the measure in the earlier period that the row's is compared with.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">The query did not ask for the comparison.</exception>
    public Quantity Earlier(Measure measure, PeriodComparison comparison)
    {
        var index = _line.Compiled.IndexOf(measure);
        var earlier = Range.EarlierIndex(_window, comparison);
        if (Range.Has(earlier))
        {
            return _line.Compiled.Node(index).Value(earlier, _line.Reading);
        }

        var known = _line.Compiled.Measure(index);
        return Quantity.Undefined(UndefinedReason.NoData, known.Id, known.Unit);
    }

    /// <summary>
    /// The change of the measure since the earlier period. Where the data of the measure end before the query's moment, the same part of
    /// the earlier period is compared. The change is undefined (<see cref="UndefinedReason.InsufficientData"/>) where the facts do not
    /// cover all that is compared, such as a month before in the middle of which the data begin, and where a part of a week would be set
    /// against a whole one.
    /// </summary>
    /// <inheritdoc cref="Earlier"/>
    public Change Change(Measure measure, PeriodComparison comparison)
    {
        var earlier = Earlier(measure, comparison);
        var isKnown = !earlier.IsDefined || IsComparable(measure, comparison);
        return GoalMetrics.Change.Between(isKnown ? earlier : Unknown(measure), this[measure]);
    }

    /// <summary>What a value of the measure is compared with: the earlier period, and how far both are read.</summary>
    /// <inheritdoc cref="Earlier"/>
    public ComparedPeriods Compared(Measure measure, PeriodComparison comparison)
    {
        var windows = WindowsOf(measure);
        var earlier = windows[Range.EarlierIndex(_window, comparison)];
        return new(comparison, windows[_window]!, earlier, earlier is null ? null : measure.ReadUntil(earlier));
    }

    /// <summary>
    /// How far the value of the measure may be from the exact one because it is computed from approximate metrics; zero where none is
    /// approximate. For distinct counts it is one standard error, for percentiles the largest possible error. For a formula it is the sum
    /// of how much the error of each input can change the result.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    public Quantity ErrorOf(Measure measure)
    {
        var index = _line.Compiled.IndexOf(measure);
        var value = Value(index);
        var error = value - value;
        foreach (var metric in _line.Compiled.Measure(index).Metrics.Where(metric => metric.IsApproximate))
        {
            var change = _line.Compiled.Node(index).Value(_window, _line.Reading.WithErrorOf(metric)) - value;
            error = change.AmountOrNull < 0m ? error - change : error + change;
        }

        return error;
    }

    /// <summary>The inputs of the measure's formula, with the values it was computed from.</summary>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    public IReadOnlyList<MeasureValue> Evidence(Measure measure) => Node(measure).Evidence(_window, _line.Reading);

    // What a value and its comparisons lack of data. That nothing is known of a year earlier at all is no news.
    internal void AddLacking(Measure measure, LackingData lacking)
    {
        var index = _line.Compiled.IndexOf(measure);
        _line.Compiled.AddLacking(index, _window, lacking);
        foreach (var comparison in _line.Compiled.Query.Comparisons)
        {
            if (comparison != PeriodComparison.YearEarlier
                || (this[measure].IsDefined
                    && Change(measure, comparison).Absolute.Reason == UndefinedReason.InsufficientData))
            {
                _line.Compiled.AddLacking(index, Range.EarlierIndex(_window, comparison), lacking);
            }
        }
    }

    internal bool HasFactsOf(int measure) => _line.Compiled.Node(measure).HasFacts(_window, _line.Reading);

    // The value of the measure with this index.
    internal Quantity Value(int measure)
    {
        if (IsRest && _line.Compiled.IsOfSomePeriods(measure))
        {
            return NotAdditive(_line.Compiled.Measure(measure));
        }

        var place = _line.Compiled.PlaceOf(measure);
        if (place < 0)
        {
            return _line.Compiled.Node(measure).Value(_window, _line.Reading);
        }

        if (_computed is { } known)
        {
            return known[place];
        }

        return Computed(measure, place);
    }

    // A formula that throws does not keep the other measures from having values.
    private Quantity Computed(int measure, int place)
    {
        try
        {
            _computed = _line.Compiled.Computed(_window, _line.Reading);
            return _computed[place];
        }
        catch (Exception failed) when (Failure.IsOfOne(failed))
        {
            return _line.Compiled.Node(measure).Value(_window, _line.Reading);
        }
    }

    private static Quantity NotAdditive(Measure measure) =>
        Quantity.Undefined(UndefinedReason.NotAdditive, measure.Id, measure.Unit);

    // Whether the facts cover both sides of a comparison, the later one as far as they go.
    private bool IsComparable(Measure measure, PeriodComparison comparison)
    {
        var node = Node(measure);
        var earlier = Range.EarlierIndex(_window, comparison);
        if (_line.Compiled.ComparesWhole && State != PeriodState.Open && node.Coverage(_window) != WindowCoverage.Full)
        {
            return false;
        }

        // Of a period without data, what looks back would have a value all the same.
        var now = WindowsOf(measure)[_window]!;
        if (Instant.Min(AsOf, now.Terms.DataEnd) <= now.Period.Start)
        {
            return false;
        }

        if (CountsOpenWindows(measure, now))
        {
            return false;
        }

        var isCovered = node.Coverage(_window) != WindowCoverage.Partial && node.Coverage(earlier) != WindowCoverage.Partial;
        return isCovered && !node.IsUnlike(earlier);
    }

    // Whether the value is of conversions whose windows are still open, beside others that have closed.
    private bool CountsOpenWindows(Measure measure, ReadingWindow now)
    {
        var readsAll = _line.Compiled.ComparesWhole && State != PeriodState.Open;
        return now.Terms.DataEnd < now.Until
            && measure.Metrics.Any(metric => metric.CountsWithinWindows && (readsAll || metric.Conversion!.IncludesImmature));
    }

    private Quantity Unknown(Measure measure) =>
        Quantity.Undefined(UndefinedReason.InsufficientData, measure.Id, this[measure].Unit ?? measure.Unit);

    private IReadOnlyList<ReadingWindow?> WindowsOf(Measure measure) => _line.Compiled.Windows(_line.Compiled.IndexOf(measure));

    private MeasureNode Node(Measure measure) => _line.Compiled.Node(_line.Compiled.IndexOf(measure));
}
