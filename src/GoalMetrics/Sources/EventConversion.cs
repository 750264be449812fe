using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Which events convert which: a conversion is credited to the latest base event of the same entity with
/// <c>t(base) + from ≤ t(conversion) &lt; t(base) + window</c>. Immutable; equality is by value.
/// </summary>
/// <remarks>
/// Base events are the facts of the aggregate's table that pass <see cref="BaseFilter"/>; the filters of aggregate and request only
/// choose among them afterwards. Of base events at the same time, the last one in the table's order is the latest. A conversion at
/// the same time counts, wherever it stands in that order. But of two facts of one table at the same time which are both base events and
/// conversions, the later in the order converts the earlier, and no fact converts itself; where the window starts later, none of this
/// matters. Dates count in whole days; compared with an
/// instant, a date stands for the start of its day. An event without an entity neither converts nor is converted. Facts at or
/// after the request's moment are ignored. A window has closed when it ended by that moment, and by the end of the coverage of
/// <see cref="Table"/>: later conversions are unknown.
/// </remarks>
public sealed class EventConversion : IEquatable<EventConversion>
{
    private readonly Duration _from;

    /// <summary>Events of a table that convert base events of the same entity.</summary>
    /// <param name="table">The table of the events that convert.</param>
    /// <param name="entity">The dimension of both tables that identifies whose event it is.</param>
    /// <param name="window">How long after a base event a conversion still counts; above zero.</param>
    /// <exception cref="ArgumentException">The name of the dimension is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above zero.</exception>
    public EventConversion(TableSchema table, string entity, Duration window)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        if (window <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(window), window, "Expected a window above zero.");
        }

        Table = table;
        Entity = entity;
        Window = window;
    }

    /// <summary>The table of the events that convert.</summary>
    public TableSchema Table { get; }

    /// <summary>The dimension of both tables that identifies whose event it is.</summary>
    public string Entity { get; }

    /// <summary>How long after a base event a conversion still counts, the end excluded.</summary>
    public Duration Window { get; }

    /// <summary>How long after a base event conversions begin to count; before the end of the window. Defaults to zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below zero, or not before the end of the window.</exception>
    public Duration From
    {
        get => _from;
        init
        {
            if (value < Duration.Zero || value >= Window)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(value), value, $"Expected a window that starts at zero or later, and before its end of {Window}.");
            }

            _from = value;
        }
    }

    /// <summary>Which facts are base events; null for all.</summary>
    public Filter? BaseFilter { get; init; }

    /// <summary>Which facts are conversions; null for all.</summary>
    public Filter? ConversionFilter { get; init; }

    /// <summary>The dimensions of both tables whose members must be the same too; the null member equals itself.</summary>
    public IReadOnlyList<string> Matching { get; init => field = Copies.Of(value); } = [];

    /// <summary>Whether base events whose window has not closed count as well.</summary>
    public bool IncludesImmature { get; init; }

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(EventConversion? left, EventConversion? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(EventConversion? left, EventConversion? right) => !Equals(left, right);

    /// <summary>Whether all parts are the same.</summary>
    public bool Equals(EventConversion? other) => other is not null
        && (Table.Name, Entity, From, Window, IncludesImmature)
            == (other.Table.Name, other.Entity, other.From, other.Window, other.IncludesImmature)
        && Equals(BaseFilter, other.BaseFilter) && Equals(ConversionFilter, other.ConversionFilter)
        && Matching.SequenceEqual(other.Matching);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EventConversion);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table.Name, Entity, From, Window, IncludesImmature, Matching.Count);
}
