using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A key performance indicator: a measure with a purpose. It serves business goals, is driven by performance indicators, and
/// states which way is better and how often it is read. Immutable; every method returns a new one.
/// </summary>
[JsonConverter(typeof(ResultConverter<Kpi>))]
public sealed class Kpi : NamedMeasure
{
    private Kpi(string id, Measure measure)
        : base(id, measure) => Title = measure.Title.English == measure.Id ? Title : measure.Title;

    private Kpi(Kpi other)
        : base(other)
    {
        BusinessGoals = other.BusinessGoals;
        Drivers = other.Drivers;
        Breakdown = other.Breakdown;
        ReadEvery = other.ReadEvery;
    }

    /// <summary>The ids of the business goals it serves.</summary>
    public IReadOnlyList<string> BusinessGoals { get; private init; } = [];

    /// <summary>The performance indicators that drive it.</summary>
    public IReadOnlyList<PerformanceIndicator> Drivers { get; private init; } = [];

    /// <summary>The dimensions it is shown by, in addition to the total.</summary>
    public IReadOnlyList<string> Breakdown { get; private init; } = [];

    /// <summary>How often it is read. Defaults to every month.</summary>
    public Grain ReadEvery { get; private init; } = Grain.Month;

    /// <summary>A KPI whose values are those of one measure.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="measure">The measure.</param>
    public static Kpi Of(string id, Measure measure) => new(id, measure);

    /// <inheritdoc cref="Measure.Of(string, Formula, Measure[])"/>
    public static new Kpi Of(string id, Formula formula, params Measure[] inputs) => new(id, GoalMetrics.Measure.Of(id, formula, inputs));

    /// <inheritdoc cref="Measure.Of(string, Func{Quantity, Quantity}, Measure)"/>
    public static new Kpi Of(string id, Func<Quantity, Quantity> formula, Measure input) =>
        new(id, GoalMetrics.Measure.Of(id, formula, input));

    /// <inheritdoc cref="Measure.Of(string, Func{Quantity, Quantity, Quantity}, Measure, Measure)"/>
    public static new Kpi Of(string id, Func<Quantity, Quantity, Quantity> formula, Measure first, Measure second) =>
        new(id, GoalMetrics.Measure.Of(id, formula, first, second));

    /// <inheritdoc cref="Measure.Of(string, Func{Quantity, Quantity, Quantity, Quantity}, Measure, Measure, Measure)"/>
    public static new Kpi Of(
        string id, Func<Quantity, Quantity, Quantity, Quantity> formula, Measure first, Measure second, Measure third) =>
        new(id, GoalMetrics.Measure.Of(id, formula, first, second, third));

    /// <inheritdoc cref="Measure.Of(string, Func{Quantity, Quantity, Quantity, Quantity, Quantity}, Measure, Measure, Measure, Measure)"/>
    public static new Kpi Of(
        string id,
        Func<Quantity, Quantity, Quantity, Quantity, Quantity> formula,
        Measure first,
        Measure second,
        Measure third,
        Measure fourth) =>
        new(id, GoalMetrics.Measure.Of(id, formula, first, second, third, fourth));

    /// <summary>The same KPI, serving these business goals in addition to those it serves already.</summary>
    /// <param name="businessGoals">The ids of the goals; a goal itself stands for its id.</param>
    /// <exception cref="ArgumentException">An id is missing.</exception>
    public Kpi Serving(params string[] businessGoals)
    {
        ArgumentNullException.ThrowIfNull(businessGoals);
        ImmutableArray<string> all = [.. BusinessGoals.Union(businessGoals, StringComparer.Ordinal)];
        if (all.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException(
                $"KPI '{Id}': expected the ids of business goals; found one that is missing.", nameof(businessGoals));
        }

        return new(this) { BusinessGoals = all };
    }

    /// <summary>The same KPI, driven by these performance indicators in addition to those it has.</summary>
    /// <exception cref="ArgumentException">An indicator is missing.</exception>
    public Kpi DrivenBy(params PerformanceIndicator[] drivers)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        ImmutableArray<PerformanceIndicator> all = [.. Drivers, .. drivers];
        if (all.Any(driver => driver is null))
        {
            throw new ArgumentException($"KPI '{Id}': expected performance indicators; found one that is missing.", nameof(drivers));
        }

        return new(this) { Drivers = [.. all.DistinctBy(driver => driver.Definition)] };
    }

    /// <summary>The same KPI, shown by these dimensions too.</summary>
    /// <exception cref="ArgumentException">A table it is computed from does not have the dimension.</exception>
    public Kpi ShownBy(params string[] dimensions)
    {
        Copies.Check(dimensions, nameof(dimensions));
        ImmutableArray<string> breakdown = [.. Breakdown.Union(dimensions, StringComparer.Ordinal)];
        foreach (var dimension in breakdown)
        {
            foreach (var metric in Metrics)
            {
                metric.Table.CheckDimension(dimension, nameof(dimensions));
            }
        }

        return new(this) { Breakdown = breakdown };
    }

    /// <summary>The same KPI, read once every period of this grain.</summary>
    /// <exception cref="ArgumentException">
    /// The grain is the hour, and a table the KPI is computed from has only dates; or the facts of one are totals of longer periods.
    /// </exception>
    public Kpi Read(Grain every) => new(this) { ReadEvery = WindowRules.Readable(every, this, nameof(every)) };

    /// <summary>The same KPI, stating whether higher or lower values are better.</summary>
    public Kpi BetterWhen(Direction direction) => new(this) { Direction = EnumValue.Checked(direction) };

    /// <summary>The same KPI, with the name shown to people.</summary>
    public Kpi Titled(LocalizedText title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new(this) { Title = title };
    }

    /// <summary>
    /// The same KPI, declared to add up over time, so that goals on it accumulate. Formulas that only add, such as revenue − cost, are
    /// found to do so by themselves; this makes sure of it, and says why where one does not.
    /// </summary>
    /// <remarks>
    /// The formula is tried on made-up inputs: its results for two periods must add up to its result for both together.
    /// </remarks>
    /// <exception cref="NotAdditiveException">
    /// A measure it is computed from does not add up, the KPI is a ratio or a score, or its formula does more than add, such as divide; the
    /// message then gives an example.
    /// </exception>
    public Kpi AddingUpOverTime()
    {
        if (Measure.NotAdding is { } part)
        {
            throw new NotAdditiveException(
                $"KPI '{Id}' cannot add up over time: '{part.Id}' does not."
                + " A goal on the KPI is judged on its level without AddingUpOverTime();"
                + " to accumulate, compute it from sums and counts alone.",
                part);
        }

        if (Unit?.Kind is UnitKind.Ratio or UnitKind.PercentagePoint or UnitKind.Score)
        {
            throw Refused($"it is in {Unit}, and two months' are not the sum of both.");
        }

        if (AdditionTrial.Counterexample(Measure) is { } example)
        {
            throw Refused($"its formula does more than add. {example}.");
        }

        return new(this) { Additivity = Additivity.Additive };
    }

    private NotAdditiveException Refused(string why) => new(
        $"KPI '{Id}' cannot add up over time: {why} A goal on the KPI is judged on its level without AddingUpOverTime();"
        + $" to accumulate, set the goal on what it is made of: {Shown.List(Metrics.Select(metric => metric.Id))}.",
        this);
}
