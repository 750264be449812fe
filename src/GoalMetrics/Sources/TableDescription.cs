using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>A source's description of one of its tables. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<TableDescription>))]
public sealed partial class TableDescription
{
    private IReadOnlyList<string>? _breakdowns;
    private Interval[] _gaps = [];

    /// <summary>A description.</summary>
    /// <param name="schema">What the table holds.</param>
    /// <param name="coverage">
    /// The time for which its facts are complete, from the start of a day to the end of one; null where there are no facts.
    /// </param>
    public TableDescription(TableSchema schema, Interval? coverage)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        Coverage = coverage;
        IsEmpty = coverage is null;
    }

    /// <summary>What the table holds.</summary>
    public TableSchema Schema { get; }

    /// <summary>
    /// The time for which its facts are complete, from the start of a day to the end of one; null where there are no facts.
    /// </summary>
    public Interval? Coverage { get; }

    /// <summary>
    /// The times inside <see cref="Coverage"/> for which facts are missing, each from the start of a day to the end of one; earliest first.
    /// Defaults to none.
    /// </summary>
    public IReadOnlyList<Interval> Gaps
    {
        get => _gaps;
        init => _gaps = value.Count == 0 ? [] : [.. value.OrderBy(gap => gap.Start)];
    }

    /// <summary>
    /// Days without a fact inside <see cref="Coverage"/>, of a table that has some on almost all such days; the first day of a longer
    /// period where each fact is the total of one. They are reported as findings, and counted as days on which nothing happened. Defaults
    /// to none, also where this is not known.
    /// </summary>
    public IReadOnlyList<LocalDate> MissingDays { get; init; } = [];

    /// <summary>
    /// Whether the facts of the last day end before those of almost all other days do, as after a load in the middle of it. It is reported
    /// as a finding once the day is over, and counted as a whole day. Defaults to false, also where this is not known.
    /// </summary>
    public bool IsLastDayShort { get; init; }

    /// <summary>
    /// The columns in which a fact may lack its value because that is not known, each with the number of these facts; a number is null
    /// where it is not known. The sum over facts of which none has a known value is undefined. Defaults to null: any column may be one.
    /// </summary>
    public IReadOnlyDictionary<string, long?>? UnknownValues { get; init; }

    /// <summary>How long after the end of a period facts may still come in. Defaults to zero.</summary>
    public Duration Settling { get; init; }

    /// <summary>How many rows were refused when the table was loaded.</summary>
    public long RefusedRows { get; init; }

    /// <summary>
    /// Whether the coverage was stated, rather than taken to be that of the facts, from the day of the first to the day of the last. Where
    /// it was not, the last day is known up to its latest fact while it is not over. Defaults to true.
    /// </summary>
    public bool IsCoverageStated { get; init; } = true;

    /// <summary>
    /// Whether it is known that the table has no facts, though it may be stated what it covers. Defaults to whether it covers nothing.
    /// </summary>
    public bool IsEmpty { get; init; }

    /// <summary>
    /// When the earliest fact happened; for a date, the start of that day. Null if there are no facts, or if it is not known.
    /// </summary>
    public Instant? EarliestFact { get; init; }

    /// <summary>
    /// When the latest fact happened; for a date, the start of that day. Null if there are no facts, or if it is not known.
    /// </summary>
    public Instant? LatestFact { get; init; }

    /// <summary>
    /// The periods of which the table keeps totals; null where it keeps each fact. A window that cuts such a period is undefined where
    /// facts lie on both sides of the cut. These tables are queried with whole windows only; for others, a window may be split and the
    /// parts added.
    /// </summary>
    public Grain? KeptGrain { get; init; }

    /// <summary>
    /// The names of the dimensions that it can be grouped by. Defaults to all of the schema; fewer where only totals by some of them were
    /// kept.
    /// </summary>
    public IReadOnlyList<string> Breakdowns
    {
        get => _breakdowns ??= [.. Schema.DimensionNames];
        init => _breakdowns = value;
    }

    // The same, with another coverage.
    internal TableDescription Covering(Interval? coverage, IReadOnlyList<Interval> gaps) => With(Schema, coverage, gaps);

    // The same, with a schema that lists fewer members.
    internal TableDescription SeenAs(TableSchema schema) => With(schema, Coverage, Gaps);

    // The same as some of its facts are seen: it is not known which of them are the earliest and the latest, which days have none, and how
    // many lack a value.
    internal TableDescription WithUnknownFacts() => new(Schema, Coverage)
    {
        Gaps = Gaps,
        UnknownValues = UnknownValues?.ToDictionary(column => column.Key, _ => (long?)null, StringComparer.Ordinal),
        Settling = Settling,
        RefusedRows = RefusedRows,
        KeptGrain = KeptGrain,
        Breakdowns = Breakdowns,
    };

    private TableDescription With(TableSchema schema, Interval? coverage, IReadOnlyList<Interval> gaps) => new(schema, coverage)
    {
        Gaps = gaps,
        MissingDays = MissingDays,
        IsLastDayShort = IsLastDayShort,
        UnknownValues = UnknownValues,
        IsEmpty = IsEmpty,
        IsCoverageStated = IsCoverageStated,
        EarliestFact = EarliestFact,
        LatestFact = LatestFact,
        Settling = Settling,
        RefusedRows = RefusedRows,
        KeptGrain = KeptGrain,
        Breakdowns = Breakdowns,
    };

    // Whether any fact may lack its value of a column because that is not known.
    internal bool MayLack(string column) =>
        UnknownValues is null || (UnknownValues.TryGetValue(column, out var count) && count != 0);

    // Whether facts are complete for a stretch of time.
    internal bool Covers(Interval time) =>
        Coverage is { } coverage
        && coverage.Start <= time.Start
        && time.End <= coverage.End
        && !HasGapIn(time);

    internal bool HasGapIn(Interval time)
    {
        foreach (var gap in _gaps)
        {
            if (gap.Start < time.End && time.Start < gap.End)
            {
                return true;
            }
        }

        return false;
    }

    // Whether facts are complete for any part of a stretch of time.
    internal bool Touches(Interval time) =>
        Coverage is { } coverage
        && time.Start < coverage.End
        && coverage.Start < time.End
        && (Gaps.Count == 0 || CoveredParts(time).Count > 0);

    // The parts of a stretch of time for which facts are complete, earliest first.
    internal IReadOnlyList<Interval> CoveredParts(Interval time)
    {
        if (Coverage is not { } coverage)
        {
            return [];
        }

        var parts = new List<Interval>();
        var (start, end) = (Instant.Max(time.Start, coverage.Start), Instant.Min(time.End, coverage.End));
        foreach (var gap in Gaps.Where(gap => start < gap.End && gap.Start < end))
        {
            Add(start, gap.Start);
            start = Instant.Max(start, gap.End);
        }

        Add(start, end);
        return parts;

        void Add(Instant from, Instant until)
        {
            if (from < until)
            {
                parts.Add(new(from, until));
            }
        }
    }

    // Whether there are facts outside the coverage. They are not counted, and neither are they where this is not known.
    internal bool HasFactsOutside =>
        Coverage is { } coverage && (!(EarliestFact >= coverage.Start) || !(LatestFact < coverage.End));

    // The first day with data. Days off before the first fact are covered, and have none.
    internal LocalDate FirstDay(ReportingCalendar calendar)
    {
        var start = Coverage!.Value.Start;
        var isOfFacts = !IsCoverageStated && Schema.FactGrain is null && EarliestFact > start;
        return calendar.DateHolding(isOfFacts ? EarliestFact!.Value : start);
    }

    // The last day with data until they end. Days off after the latest fact are covered, and have none.
    internal LocalDate LastDay(Instant end, ReportingCalendar calendar)
    {
        var isOfFacts = !IsCoverageStated && Schema.FactGrain is null && LatestFact < end;
        return calendar.DateHolding(isOfFacts ? LatestFact!.Value : end - Duration.Epsilon);
    }

    // Until when its facts are known at a moment. A fact that is the total of a month is known once the month is over.
    internal Instant KnownUntil(Instant moment, ReportingCalendar calendar)
    {
        if (Coverage is not { } coverage)
        {
            return Instant.MinValue;
        }

        if (coverage.End <= moment)
        {
            return coverage.End;
        }

        if (Schema.FactGrain is not { } grain)
        {
            return KnownWhileCovered(moment, coverage.End, calendar);
        }

        var running = calendar.PeriodAt(grain, moment);
        return running.Start == moment ? coverage.End : running.Start;
    }

    // Of the day of the latest fact more may still come in, as nobody said that there is none. Of days off after it nothing is missed, but
    // for the one that is running.
    private Instant KnownWhileCovered(Instant moment, Instant end, ReportingCalendar calendar)
    {
        if (IsCoverageStated || KeptGrain is not null || !(LatestFact < moment))
        {
            return end;
        }

        var today = calendar.DateHolding(moment);
        if (today > calendar.DateHolding(LatestFact.Value))
        {
            return calendar.StartOf(today);
        }

        return IsByDay ? end : LatestFact.Value + Duration.Epsilon;
    }

    // Whether it has no times of day.
    internal bool IsByDay => Schema.Time == FactTime.Date || KeptGrain is not (null or Grain.Hour);

    // Whether no period that the table keeps lies on both sides of the moment. Beyond the calendar there are none.
    internal bool CanBeCutAt(Instant moment, ReportingCalendar calendar)
    {
        if (KeptGrain is not { } grain)
        {
            return true;
        }

        return moment < calendar.StartOf(ReportingCalendar.MinDate)
            || moment >= calendar.StartOf(ReportingCalendar.MaxDate.PlusDays(1))
            || calendar.PeriodAt(grain, moment).Start == moment;
    }
}
