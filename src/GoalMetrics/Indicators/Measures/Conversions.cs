using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Conversions within a window of time: which base events, such as visits, were followed by a conversion, such as an order, of the same
/// entity within the window. Provides measures for queries, KPIs and goals. Immutable; every method returns a new one.
/// </summary>
/// <remarks>
/// <para>A conversion is credited to the latest base event of the same entity with <c>t(base) ≤ t(conversion) &lt; t(base) + window</c>,
/// or with <c>t(base) + from ≤ t(conversion) &lt; t(base) + to</c> where the window starts later.
/// It is dated and segmented by that base event: a query's periods, dimensions and filters are those of the base table, and a filter of
/// the query does not change which event gets the credit.</para>
/// <para>A base event is immature while its window is open, seen from the query's moment. Immature events are counted separately and left
/// out of all other figures, unless <see cref="IncludingImmature"/> is used; until their windows close, the period is settling. A base
/// event whose window goes on beyond the time for which the table of conversions is complete is immature too, as its conversion may be
/// missing from the data; <see cref="MetricRow.IsFullyCovered"/> is then false.</para>
/// <para>A number of conversions or of base events is compared and judged only up to where all windows have closed, on both sides: while
/// the month is open, as many days of the month before. A rate leaves immature events out of both its parts, and is compared as it
/// is.</para>
/// <para>A conversion at the same time as its base event counts, whatever the order of the rows; among base events at the same time, the
/// last row is the latest. Only where both events are in one table and each is both, such as a purchase and a repeat purchase at the same
/// time, the later row converts the earlier one; a fact never converts itself. Dates count in whole days. Beside times of day, a date
/// stands for the start of its day, so that conversions by date come before the base events of their day; the finding
/// <c>DATA-DATES-BESIDE-TIMES</c> says so. An event without an entity is a base event that is never converted.</para>
/// </remarks>
public sealed partial class Conversions
{
    private static readonly Formula RateFormula = Formula
        .Of(
            "conversion-rate-within-window",
            (converted, baseEvents, immature) => OrImmature(converted.RatioTo(baseEvents), baseEvents, immature),
            FormulaInput.Count("converted"),
            FormulaInput.Count("baseEvents"),
            FormulaInput.Count("immature"))
        .DescribedBy(new()
        {
            Title = new("Conversion rate", "Konverteringsfrekvens"),
            Direction = Direction.HigherIsBetter,
        });

    private static readonly Formula PerBaseEventFormula = Formula
        .Of(
            "conversions-per-base-event",
            (credited, baseEvents, immature) => OrImmature(credited.Per(baseEvents), baseEvents, immature),
            FormulaInput.Count("credited"),
            FormulaInput.Count("baseEvents"),
            FormulaInput.Count("immature"))
        .DescribedBy(new()
        {
            Title = new("Conversions per base event", "Konverteringer pr. hændelse"),
            Direction = Direction.HigherIsBetter,
        });

    private readonly TableSchema _base;
    private readonly EventConversion _match;

    private Conversions(TableSchema baseEvents, EventConversion match)
    {
        Check(match, baseEvents);
        _base = baseEvents;
        _match = match;
    }

    /// <summary>Conversions of one kind of event into another.</summary>
    /// <param name="baseEvents">The table of events that may be converted: visits, trials, quotes.</param>
    /// <param name="conversions">The table of conversions: orders. It may be the same table.</param>
    /// <param name="entity">The dimension of both tables that identifies whose event it is, such as the customer.</param>
    /// <param name="within">
    /// The window: how long after a base event a conversion still counts, the end excluded. Whole days where the base events have dates.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A table does not have the entity, or the window is not above zero, or is not whole days where the base events have dates.
    /// </exception>
    public static Conversions Of(TableSchema baseEvents, TableSchema conversions, string entity, Duration within)
    {
        CheckWindow(within, nameof(within));
        return Starting(baseEvents, conversions, entity, Duration.Zero, within, nameof(within));
    }

    /// <summary>
    /// Conversions in a window that starts later: visits in the fifth week after a sign-up are from 28 days to 35 days after it. A base
    /// event is immature until the end of the window.
    /// </summary>
    /// <param name="baseEvents">The table of events that may be converted: visits, trials, sign-ups.</param>
    /// <param name="conversions">The table of conversions: orders. It may be the same table.</param>
    /// <param name="entity">The dimension of both tables that identifies whose event it is, such as the customer.</param>
    /// <param name="from">
    /// How long after a base event conversions begin to count; zero or more. Whole days where the base events have dates.
    /// </param>
    /// <param name="to">How long after a base event a conversion still counts, the end excluded.</param>
    /// <exception cref="ArgumentException">
    /// A table does not have the entity, or the window does not end after it starts, or is not of whole days where the base events have
    /// dates.
    /// </exception>
    public static Conversions Of(TableSchema baseEvents, TableSchema conversions, string entity, Duration from, Duration to)
    {
        CheckWindow(to, nameof(to));
        if (from < Duration.Zero || from >= to)
        {
            throw new ArgumentOutOfRangeException(
                nameof(from), $"Expected a window that starts at zero or later, and before its end of {to}; found {from}.");
        }

        return Starting(baseEvents, conversions, entity, from, to);
    }

    /// <summary>Only facts that match the filter are base events.</summary>
    /// <exception cref="ArgumentException">The filter names a dimension or column that the table of base events does not have.</exception>
    public Conversions Where(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(_base, With(baseFilter: FilterExtensions.And(_match.BaseFilter, filter)));
    }

    /// <summary>Only facts that match the filter are conversions.</summary>
    /// <exception cref="ArgumentException">The filter names a dimension or column that the table of conversions does not have.</exception>
    public Conversions WhereConversion(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(_base, With(conversionFilter: FilterExtensions.And(_match.ConversionFilter, filter)));
    }

    /// <summary>
    /// A conversion must have the same member as the base event in these dimensions too, as when the product bought must be the one viewed.
    /// </summary>
    /// <exception cref="ArgumentException">A table does not have one of the dimensions.</exception>
    public Conversions Matching(params string[] dimensions)
    {
        var all = _match.Matching.Union(Copies.Of(dimensions, nameof(dimensions)), StringComparer.Ordinal);
        return new(_base, With(matching: [.. all]));
    }

    /// <summary>Counts base events whose window is still open too, though they may yet be converted.</summary>
    public Conversions IncludingImmature() => new(_base, With(includesImmature: true));

    /// <summary>The conversion rate: converted base events divided by base events, from 0 to 1.</summary>
    /// <remarks>
    /// Undefined where there are no base events; the reason is <see cref="UndefinedReason.Immature"/> where there are only base events
    /// whose window is still open.
    /// </remarks>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    public Measure Rate(string id) => Measure.Of(
        id,
        RateFormula,
        Converted(Id.Joined(id, "converted")),
        BaseEvents(Id.Joined(id, "base-events")),
        Immature(Id.Joined(id, "immature")));

    /// <summary>Credited conversions per base event. May exceed 1, as a base event can be credited with several.</summary>
    /// <inheritdoc cref="Rate"/>
    public Measure PerBaseEvent(string id) => Measure.Of(
        id,
        PerBaseEventFormula,
        Credited(Id.Joined(id, "credited")),
        BaseEvents(Id.Joined(id, "base-events")),
        Immature(Id.Joined(id, "immature")));

    /// <summary>The number of base events whose window has closed; of all base events with <see cref="IncludingImmature"/>.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    public Metric BaseEvents(string id) => Count(id, ConversionCount.BaseEvents);

    /// <summary>The number of base events that were converted, each counted once.</summary>
    /// <inheritdoc cref="BaseEvents"/>
    public Metric Converted(string id) => Count(id, ConversionCount.ConvertedEvents);

    /// <summary>The number of conversions that are credited to a base event.</summary>
    /// <inheritdoc cref="BaseEvents"/>
    public Metric Credited(string id) => Count(id, ConversionCount.CreditedConversions);

    /// <summary>The number of base events whose window is still open.</summary>
    /// <inheritdoc cref="BaseEvents"/>
    public Metric Immature(string id) => Count(id, ConversionCount.ImmatureEvents);

    private static Conversions Starting(
        TableSchema baseEvents, TableSchema conversions, string entity, Duration from, Duration to, string toName = "to")
    {
        ArgumentNullException.ThrowIfNull(baseEvents);
        ArgumentNullException.ThrowIfNull(conversions);
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        CheckDays(baseEvents, from, nameof(from));
        CheckDays(baseEvents, to, toName);
        return new(baseEvents, new(conversions, entity, to) { From = from });
    }

    private static void CheckDays(TableSchema baseEvents, Duration length, string parameter)
    {
        if (baseEvents.Time == FactTime.Date && length != Duration.FromDays((int)length.TotalDays))
        {
            throw new ArgumentException(
                $"Table '{baseEvents}' has dates, and no times of day:"
                + $" expected a window of whole days, such as Duration.FromDays(7); found {length}.",
                parameter);
        }
    }

    internal static void Check(EventConversion match, TableSchema baseEvents)
    {
        foreach (var table in new[] { baseEvents, match.Table })
        {
            foreach (var dimension in match.Matching.Prepend(match.Entity))
            {
                table.CheckDimension(dimension);
            }
        }

        match.BaseFilter?.Check(baseEvents);
        match.ConversionFilter?.Check(match.Table);
    }

    private static void CheckWindow(Duration within, string parameter)
    {
        if (within <= Duration.Zero || within > Duration.FromDays(36_525))
        {
            throw new ArgumentOutOfRangeException(
                parameter, $"Expected a window above zero, of at most 100 years, such as Duration.FromDays(7); found {within}.");
        }
    }

    private EventConversion With(
        Filter? baseFilter = null,
        Filter? conversionFilter = null,
        IReadOnlyList<string>? matching = null,
        bool? includesImmature = null) =>
        new(_match.Table, _match.Entity, _match.Window)
        {
            From = _match.From,
            BaseFilter = baseFilter ?? _match.BaseFilter,
            ConversionFilter = conversionFilter ?? _match.ConversionFilter,
            Matching = matching ?? _match.Matching,
            IncludesImmature = includesImmature ?? _match.IncludesImmature,
        };

    private static Quantity OrImmature(Quantity rate, Quantity baseEvents, Quantity immature)
    {
        if (baseEvents.IsDefined && baseEvents.Amount == 0m && immature > Quantity.Count(0m))
        {
            return Quantity.Undefined(UndefinedReason.Immature, nameof(baseEvents), rate.Unit);
        }

        return rate;
    }

    private Metric Count(string id, ConversionCount counted) => Metric.OfConversion(id, _base, _match, counted);
}
