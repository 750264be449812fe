using NodaTime;

namespace EngineTests.Contract;

/// <summary>A table and its facts, for an engine to load.</summary>
/// <param name="schema">What the table holds.</param>
/// <param name="facts">Its facts, in their order. Times are whole microseconds.</param>
public sealed class FactSet(TableSchema schema, IReadOnlyList<Fact> facts)
{
    private readonly Dictionary<int, int> _places = Placed(schema, facts);

    public TableSchema Schema { get; } = schema;

    public IReadOnlyList<Fact> Facts { get; } = facts;

    /// <summary>The first date for which the facts are complete; null where that is not stated.</summary>
    public LocalDate? CoveredFrom { get; init; }

    /// <summary>The date after the last one for which the facts are complete; null where that is not stated.</summary>
    public LocalDate? CoveredUntil { get; init; }

    /// <summary>
    /// The days inside the coverage for which facts are missing, in order, with covered days before, between and after them. Facts that
    /// lie in one count nowhere.
    /// </summary>
    public IReadOnlyList<DateInterval> Gaps { get; init; } = [];

    /// <summary>Where the fact stands among all: by time, then by the column that orders facts of the same time, then by row.</summary>
    public int PlaceOf(Fact fact) => _places[fact.Row];

    public string? MemberOf(Fact fact, string dimension) => fact.Members[Schema.DimensionNames().IndexOf(dimension)];

    public decimal? ValueOf(Fact fact, string column) => fact.Values[Schema.ColumnNames().IndexOf(column)];

    /// <summary>The time that a source says the facts cover: as stated, else from the day of the first fact to that of the last.</summary>
    public Interval? CoverageIn(ReportingCalendar calendar)
    {
        if (CoveredFrom is { } from && CoveredUntil is { } until)
        {
            return new(calendar.StartOfDay(from), calendar.StartOfDay(until));
        }

        if (Facts.Count == 0)
        {
            return null;
        }

        var (first, last) = (calendar.DateOf(Facts.Min(fact => fact.Time)), calendar.DateOf(Facts.Max(fact => fact.Time)));
        return new(calendar.StartOfDay(first), calendar.StartOfDay(last.PlusDays(1)));
    }

    public IReadOnlyList<Interval> GapsIn(ReportingCalendar calendar) =>
        [.. Gaps.Select(gap => new Interval(calendar.StartOfDay(gap.Start), calendar.StartOfDay(gap.End.PlusDays(1))))];

    /// <summary>The same table without the facts that lie in a gap.</summary>
    public FactSet WithFactsThatCount(ReportingCalendar calendar)
    {
        var gaps = GapsIn(calendar);
        return new(Schema, [.. Facts.Where(fact => !gaps.Any(gap => gap.Contains(fact.Time)))])
        {
            CoveredFrom = CoveredFrom,
            CoveredUntil = CoveredUntil,
            Gaps = Gaps,
        };
    }

    // No value comes before all values.
    private static Dictionary<int, int> Placed(TableSchema schema, IReadOnlyList<Fact> facts)
    {
        var order = schema.Columns.Select(it => it.Name).ToList().IndexOf(schema.Order ?? "");
        return facts
            .OrderBy(fact => fact.Time)
            .ThenBy(fact => order < 0 ? null : fact.Values[order])
            .ThenBy(fact => fact.Row)
            .Select((fact, place) => (fact.Row, place))
            .ToDictionary(it => it.Row, it => it.place);
    }

    public override string ToString()
    {
        var columns = string.Join(", ", Schema.Columns.Select(column => column.Name));
        var heading = $"table {Schema}, {Schema.Time}, by {Schema.Order ?? "row"}"
            + $", dimensions [{string.Join(", ", Schema.Dimensions)}], columns [{columns}]"
            + (CoveredFrom is null ? "" : $", covering {CoveredFrom:R} to {CoveredUntil:R}")
            + string.Concat(Gaps.Select(gap => $", but for {gap.Start:R} to {gap.End:R}"));
        return string.Join("\n    ", Facts.Select(fact => fact.ToString()).Prepend(heading));
    }
}
