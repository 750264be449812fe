using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Conversions within a window (S4): which base events, such as visits, were followed by a conversion, such as an order, of the same
/// entity within so long. Gives measures for queries, KPIs and goals. Immutable; every method gives a new one.
/// </summary>
/// <remarks>
/// <para>A conversion is credited to the latest base event of the same entity with <c>t(base) ≤ t(conversion) &lt; t(base) + window</c>.
/// It is dated and segmented by that base event: a query's periods, dimensions and filters are those of the base table, and a filter of
/// the query does not change which event gets the credit.</para>
/// <para>Base events whose window has not closed at the query's moment are immature: they are counted apart and left out of everything else,
/// unless <see cref="IncludingImmature"/>. Until then the period is settling. So are those whose window goes on after the table of conversions
/// is complete: what is not known is not held against them, and <see cref="MetricRow.IsFullyCovered"/> is false.</para>
/// <para>Of base events at the same time the last row is the latest. Where both are in one table, a fact converts only facts before
/// it, by time and then by row, so never itself. Dates count in whole days. An event without an entity is a base event that nothing
/// converts.</para>
/// </remarks>
public sealed class Conversions
{
    private static readonly Formula RateFormula = Formula
        .Of(
            "conversion-rate-within-window",
            (converted, baseEvents, immature) => OrImmature(converted.RatioTo(baseEvents), baseEvents, immature),
            FormulaInput.Count("converted"),
            FormulaInput.Count("baseEvents"),
            FormulaInput.Count("immature"))
        .DescribedBy(new() { Title = new("Conversion rate", "Konverteringsrate"), Direction = Direction.HigherIsBetter });

    private static readonly Formula PerBaseEventFormula = Formula
        .Of(
            "conversions-per-base-event",
            (credited, baseEvents, immature) => OrImmature(credited.Per(baseEvents), baseEvents, immature),
            FormulaInput.Count("credited"),
            FormulaInput.Count("baseEvents"),
            FormulaInput.Count("immature"))
        .DescribedBy(new() { Title = new("Conversions per base event", "Konverteringer pr. hændelse"), Direction = Direction.HigherIsBetter });

    private readonly TableSchema _base;
    private readonly EventConversion _match;

    private Conversions(TableSchema baseEvents, EventConversion match)
    {
        match.Check(baseEvents);
        _base = baseEvents;
        _match = match;
    }

    /// <summary>Conversions of one kind of event by another.</summary>
    /// <param name="baseEvents">The table of events that may be converted: visits, trials, quotes.</param>
    /// <param name="conversions">The table of events that convert: orders. It may be the same.</param>
    /// <param name="entity">The dimension of both tables that says whose event it is: the customer.</param>
    /// <param name="within">The window: how long after a base event a conversion still counts; the end is left out. Whole days where the base events have dates.</param>
    /// <exception cref="ArgumentException">A table does not have the entity, or the window is not above zero, or not whole days where there are dates.</exception>
    public static Conversions Of(TableSchema baseEvents, TableSchema conversions, string entity, Duration within)
    {
        ArgumentNullException.ThrowIfNull(baseEvents);
        ArgumentNullException.ThrowIfNull(conversions);
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        if (within <= Duration.Zero || within > Duration.FromDays(36_525))
        {
            throw new ArgumentOutOfRangeException(nameof(within), $"Expected a window above zero, of at most 100 years, such as Duration.FromDays(7); found {within}.");
        }

        return baseEvents.Time == FactTime.Date && within != Duration.FromDays((int)within.TotalDays)
            ? throw new ArgumentException($"Table '{baseEvents}' has dates, and no times of day: expected a window of whole days, such as Duration.FromDays(7); found {within}.", nameof(within))
            : new(baseEvents, new(conversions, entity, within));
    }

    /// <summary>Only these facts are base events.</summary>
    /// <exception cref="ArgumentException">The filter asks for what the table of base events does not have.</exception>
    public Conversions Where(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(_base, With(baseFilter: FilterExtensions.And(_match.BaseFilter, filter)));
    }

    /// <summary>Only these facts are conversions.</summary>
    /// <exception cref="ArgumentException">The filter asks for what the table of conversions does not have.</exception>
    public Conversions WhereConversion(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(_base, With(conversionFilter: FilterExtensions.And(_match.ConversionFilter, filter)));
    }

    /// <summary>Base event and conversion must have the same member in these dimensions too: the product that was viewed is the one bought.</summary>
    /// <exception cref="ArgumentException">A table does not have a dimension.</exception>
    public Conversions Matching(params string[] dimensions) =>
        new(_base, With(matching: [.. _match.Matching.Union(Listed.Copy(dimensions, nameof(dimensions)), StringComparer.Ordinal)]));

    /// <summary>Base events whose window has not closed count too, though they may yet be converted.</summary>
    public Conversions IncludingImmature() => new(_base, With(includesImmature: true));

    /// <summary>The conversion rate: converted base events over base events, from 0 to 1 (S4.2).</summary>
    /// <remarks>Undefined over no base events: <see cref="UndefinedReason.Immature"/> where all there are have windows still open.</remarks>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    public Measure Rate(string id) => Measure.Of(
        id,
        RateFormula,
        Converted(Id.Joined(id, "converted")),
        BaseEvents(Id.Joined(id, "base-events")),
        Immature(Id.Joined(id, "immature")));

    /// <summary>Conversions per base event: all that are credited, so that it may exceed 1 (S4.2).</summary>
    /// <inheritdoc cref="Rate"/>
    public Measure PerBaseEvent(string id) => Measure.Of(
        id,
        PerBaseEventFormula,
        Credited(Id.Joined(id, "credited")),
        BaseEvents(Id.Joined(id, "base-events")),
        Immature(Id.Joined(id, "immature")));

    /// <summary>The number of base events whose window has closed; all of them with <see cref="IncludingImmature"/>.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    public Metric BaseEvents(string id) => Count(id, ConversionCount.BaseEvents);

    /// <summary>The number of those that were converted, each at most once.</summary>
    /// <inheritdoc cref="BaseEvents"/>
    public Metric Converted(string id) => Count(id, ConversionCount.ConvertedEvents);

    /// <summary>The number of conversions credited to those.</summary>
    /// <inheritdoc cref="BaseEvents"/>
    public Metric Credited(string id) => Count(id, ConversionCount.CreditedConversions);

    /// <summary>The number of base events whose window has not closed yet (S4.3).</summary>
    /// <inheritdoc cref="BaseEvents"/>
    public Metric Immature(string id) => Count(id, ConversionCount.ImmatureEvents);

    private EventConversion With(
        Filter? baseFilter = null, Filter? conversionFilter = null, IReadOnlyList<string>? matching = null, bool? includesImmature = null) =>
        new(_match.Table, _match.Entity, _match.Window)
        {
            BaseFilter = baseFilter ?? _match.BaseFilter,
            ConversionFilter = conversionFilter ?? _match.ConversionFilter,
            Matching = matching ?? _match.Matching,
            IncludesImmature = includesImmature ?? _match.IncludesImmature,
        };

    private static Quantity OrImmature(Quantity rate, Quantity baseEvents, Quantity immature) =>
        baseEvents.IsDefined && baseEvents.Amount == 0m && immature > Quantity.Count(0m)
            ? Quantity.Undefined(UndefinedReason.Immature, nameof(baseEvents), rate.Unit)
            : rate;

    private Metric Count(string id, ConversionCount counted) => Metric.OfConversion(id, _base, _match, counted);
}
