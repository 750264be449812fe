using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Sources;
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
    /// <exception cref="ArgumentException">The coverage has no start or no end.</exception>
    public TableDescription(TableSchema schema, Interval? coverage)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (coverage is { } time)
        {
            CheckBounded(time, nameof(coverage));
        }

        Schema = schema;
        Coverage = coverage;
        IsEmpty = coverage is null;
    }

    /// <summary>What the table holds.</summary>
    public TableSchema Schema { get; private set; }

    /// <summary>
    /// The time for which its facts are complete, from the start of a day to the end of one; null where there are no facts.
    /// </summary>
    public Interval? Coverage { get; private set; }

    /// <summary>
    /// The times inside <see cref="Coverage"/> for which facts are missing, each from the start of a day to the end of one; earliest first.
    /// Facts that lie in one all the same are neither counted nor read: an engine that states gaps leaves them out of its answers. Defaults
    /// to none.
    /// </summary>
    /// <exception cref="ArgumentException">One has no start or no end.</exception>
    public IReadOnlyList<Interval> Gaps
    {
        get => _gaps.Length == 0 ? [] : Copies.Guarded<Interval>(_gaps);
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Gaps));
            _gaps = value.Count == 0 ? [] : InOrder(value);
        }
    }

    // The same, without a list to go through.
    internal ReadOnlySpan<Interval> GapsInOrder => _gaps;

    /// <summary>
    /// Days without a fact inside <see cref="Coverage"/>, of a table that has some on almost all such days; the first day of a longer
    /// period where each fact is the total of one. They are reported as findings, and counted as days on which nothing happened. Defaults
    /// to none, also where this is not known.
    /// </summary>
    public IReadOnlyList<LocalDate> MissingDays
    {
        get => field ?? Missing?.Value.Days ?? [];
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(MissingDays));
            field = value.Count == 0 ? [] : [.. value];
        }
    }

    /// <summary>
    /// Whether the facts of the last day end before those of almost all other days do, as after a load in the middle of it. It is reported
    /// as a finding once the day is over, and counted as a whole day. Defaults to false, also where this is not known.
    /// </summary>
    public bool IsLastDayShort { get => field || Missing?.Value.IsLastDayShort == true; init; }

    // Both, where all facts have to be looked at to know them: most questions ask neither.
    internal Lazy<MissingFacts>? Missing { get; init; }

    /// <summary>
    /// The columns in which a fact may lack its value because that is not known, each with the number of these facts; a number is null
    /// where it is not known. The sum over facts of which none has a known value is undefined. Defaults to null: any column may be one.
    /// </summary>
    public IReadOnlyDictionary<string, long?>? UnknownValues
    {
        get => Unknown is null ? null : new ReadOnlyDictionary<string, long?>(Unknown);
        init => Unknown = value is null ? null : new(value, StringComparer.Ordinal);
    }

    // The same, for callers that know it will not be changed.
    internal Dictionary<string, long?>? Unknown { get; init; }

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
    /// True if the table is known to hold no facts, even if a coverage is stated. Defaults to true without a coverage, and to false with
    /// one.
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
    public Grain? KeptGrain { get; init => field = EnumValue.Checked(value, nameof(KeptGrain)); }

    /// <summary>
    /// The names of the dimensions that it can be grouped by. Defaults to all of the schema; fewer where only totals by some of them were
    /// kept.
    /// </summary>
    public IReadOnlyList<string> Breakdowns
    {
        get => _breakdowns ??= [.. Schema.DimensionNames];
        init => _breakdowns = Copies.Of(value);
    }

    /// <summary>
    /// Finds out whether the order of facts of the same time decides the value of an aggregate, though nothing states that order and the
    /// facts seem to come newest first: the time of the first of them, or null if there is none. A finding says so then. Defaults to null:
    /// it is not known.
    /// </summary>
    public Func<Aggregate, Instant?>? OrderInDoubt { get; init; }

    /// <summary>
    /// Finds out whether any fact has a value below 0 in a column, such as a return or a credit note, so that more facts may lessen its
    /// sum. It is asked only where a judgement of incomplete data depends on it. Defaults to null: it is not known, and any may.
    /// </summary>
    public Func<string, bool>? HasNegatives { get; init; }

    private static Interval[] InOrder(IReadOnlyList<Interval> gaps)
    {
        foreach (var gap in gaps)
        {
            CheckBounded(gap, nameof(Gaps));
        }

        return [.. gaps.OrderBy(gap => gap.Start)];
    }

    private static void CheckBounded(Interval time, string parameter)
    {
        if (!time.HasStart || !time.HasEnd)
        {
            throw new ArgumentException(
                $"Expected a time with a start and an end; found {time}. State the first and the last day that the table knows of.",
                parameter);
        }
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
        Unknown = Unknown?.ToDictionary(column => column.Key, _ => (long?)null, StringComparer.Ordinal),
        Settling = Settling,
        RefusedRows = RefusedRows,
        KeptGrain = KeptGrain,
        Breakdowns = Breakdowns,
    };

    private TableDescription With(TableSchema schema, Interval? coverage, IReadOnlyList<Interval> gaps)
    {
        var copy = (TableDescription)MemberwiseClone();
        copy.Schema = schema;
        copy.Coverage = coverage;
        copy._gaps = InOrder(gaps);
        return copy;
    }

    // Whether any fact may lack its value of a column because that is not known.
    internal bool MayLack(string column) =>
        Unknown is null || (Unknown.Count > 0 && Unknown.TryGetValue(column, out var count) && count != 0);
}
