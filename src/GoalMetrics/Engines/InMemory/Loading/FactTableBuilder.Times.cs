using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics;

// When the facts happened.
public sealed partial class FactTableBuilder<TFact>
{
    private ZoneClock? _zone;
    private ZoneLocalMappingResolver? _resolver;

    /// <summary>Each fact has a local date. A fact without one is refused.</summary>
    public FactTableBuilder<TFact> At(Func<TFact, LocalDate?> date)
    {
        ArgumentNullException.ThrowIfNull(date);
        _loader.Time(FactTime.Date);
        return Read("time", _loader.TimeColumn.Reader(date));
    }

    /// <summary>Each fact has a date. A fact without one is refused.</summary>
    public FactTableBuilder<TFact> At(Func<TFact, DateOnly?> date)
    {
        ArgumentNullException.ThrowIfNull(date);
        _loader.Time(FactTime.Date);
        return Read("time", _loader.TimeColumn.Reader(date));
    }

    /// <summary>Each fact has an instant; the calendar's zone decides its day. A fact without one is refused.</summary>
    public FactTableBuilder<TFact> At(Func<TFact, Instant?> instant)
    {
        ArgumentNullException.ThrowIfNull(instant);
        _loader.Time(FactTime.Instant);
        return Read("time", _loader.TimeColumn.Reader(instant));
    }

    /// <summary>Each fact has a date and time with an offset: an instant. A fact without one is refused.</summary>
    public FactTableBuilder<TFact> At(Func<TFact, DateTimeOffset?> instant)
    {
        ArgumentNullException.ThrowIfNull(instant);
        _loader.Time(FactTime.Instant);
        return Read("time", _loader.TimeColumn.Reader(instant));
    }

    /// <summary>Not possible: a <see cref="DateTime"/> does not state its zone.</summary>
    [Obsolete(
        "A DateTime does not state its zone. State it with AtUtc(…) or AtLocalTime(…, zone), or use a LocalDate (LocalDate.FromDateTime).",
        error: true)]
    public FactTableBuilder<TFact> At(Func<TFact, DateTime?> time) => throw new NotSupportedException(time?.ToString());

    /// <summary>
    /// Each fact has a date and time of UTC, whose kind need not say so. A fact without one is refused, and so is a time in the zone of the
    /// machine.
    /// </summary>
    public FactTableBuilder<TFact> AtUtc(Func<TFact, DateTime?> time) => AtLocalTime(time, DateTimeZone.Utc);

    /// <summary>
    /// Each fact has a date and time on the clocks of a zone; one of <see cref="DateTimeKind.Utc"/> is taken at its word. A fact without
    /// one is refused, and so is a time in the zone of the machine, and one that the clocks skipped or showed twice: see
    /// <see cref="ResolveLocalTimes"/>.
    /// </summary>
    public FactTableBuilder<TFact> AtLocalTime(Func<TFact, DateTime?> time, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(time);
        var clock = Clock(zone);
        return Read("time", (fact, slot) => _loader.TimeColumn.StageLocal(slot, time(fact), new(new()), clock));
    }

    /// <summary>Each fact has a date and time on the clocks of a zone.</summary>
    /// <inheritdoc cref="AtLocalTime(Func{TFact, DateTime?}, DateTimeZone)"/>
    public FactTableBuilder<TFact> AtLocalTime(Func<TFact, LocalDateTime?> time, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(time);
        var clock = Clock(zone);
        return Read("time", (fact, slot) => _loader.TimeColumn.StageLocal(slot, time(fact), new(new()), clock));
    }

    /// <inheritdoc cref="FactReaderBuilder.ResolveLocalTimes"/>
    public FactTableBuilder<TFact> ResolveLocalTimes(ZoneLocalMappingResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        _resolver = resolver;
        _zone?.Resolver = resolver;
        return this;
    }

    /// <summary>All facts belong to one date: a snapshot, such as a list of customers.</summary>
    public FactTableBuilder<TFact> AllAt(LocalDate date) => At(_ => (LocalDate?)date);

    private ZoneClock Clock(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        _loader.Time(FactTime.Instant);
        return _zone = new(zone) { Resolver = _resolver };
    }
}
