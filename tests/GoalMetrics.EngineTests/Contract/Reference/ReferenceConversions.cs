using NodaTime;

namespace EngineTests.Contract.Reference;

// Which events convert which, by nested loops.
internal sealed class ReferenceConversions
{
    private readonly ReportingCalendar _calendar;
    private readonly FactSet _bases;
    private readonly FactSet _conversions;
    private readonly EventConversion _match;
    private readonly Instant _closedUntil;
    private readonly Dictionary<int, List<Fact>> _credits = [];

    public ReferenceConversions(ReportingCalendar calendar, FactSet bases, FactSet conversions, EventConversion match, Instant asOf)
    {
        (_calendar, _bases, _conversions, _match) = (calendar, bases, conversions, match);

        // Nothing is known of conversions after those of their table are complete.
        _closedUntil = conversions.CoverageIn(calendar) is { } coverage ? Instant.Min(asOf, coverage.End) : Instant.MinValue;
        var seen = conversions.Facts.Where(fact => fact.Time < asOf && ReferenceEngine.Passes(match.ConversionFilter, conversions, fact));
        foreach (var conversion in seen)
        {
            var latest = bases.Facts
                .Where(fact => fact.Time < asOf && IsBase(fact) && AreOfOne(fact, conversion) && ComesBefore(fact, conversion))
                .OrderBy(bases.PlaceOf)
                .LastOrDefault();
            if (latest is not null && conversion.Time < EndOf(latest))
            {
                _credits.TryAdd(latest.Row, []);
                _credits[latest.Row].Add(conversion);
            }
        }
    }

    public bool IsBase(Fact fact) => ReferenceEngine.Passes(_match.BaseFilter, _bases, fact);

    public bool IsClosed(Fact fact) => EndOf(fact) <= _closedUntil;

    public int CreditsOf(Fact fact) => _credits.TryGetValue(fact.Row, out var credited) ? credited.Count : 0;

    // To the first of the conversions that the fact is credited with. From date to date, days are counted, and the clocks do not matter.
    public decimal SecondsOf(Fact fact)
    {
        var areDates = _bases.Schema.Time == FactTime.Date && _conversions.Schema.Time == FactTime.Date;
        return _credits[fact.Row].Min(conversion => areDates
            ? Period.DaysBetween(fact.Date, conversion.Date) * 86_400m
            : (conversion.Time - fact.Time).BclCompatibleTicks / 10_000_000m);
    }

    private bool AreOfOne(Fact fact, Fact conversion) => _bases.MemberOf(fact, _match.Entity) is not null
        && _match.Matching.Prepend(_match.Entity).All(name => _bases.MemberOf(fact, name) == _conversions.MemberOf(conversion, name));

    // At the same time the order of facts decides only between two that are each both, so that no fact comes before itself.
    private bool ComesBefore(Fact fact, Fact conversion) => IsBoth(fact) && IsBoth(conversion)
        ? _bases.PlaceOf(fact) < _bases.PlaceOf(conversion)
        : OpeningOf(fact) <= conversion.Time;

    private bool IsBoth(Fact fact) =>
        _match.From == Duration.Zero
        && _bases == _conversions
        && IsBase(fact)
        && ReferenceEngine.Passes(_match.ConversionFilter, _conversions, fact);

    private Instant OpeningOf(Fact fact) => Later(fact, _match.From);

    private Instant EndOf(Fact fact) => Later(fact, _match.Window);

    // A date's window starts and ends where a day starts.
    private Instant Later(Fact fact, Duration length) => _bases.Schema.Time == FactTime.Date
        ? _calendar.StartOfDay(fact.Date.PlusDays((int)length.TotalDays))
        : fact.Time + length;
}
