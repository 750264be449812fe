using NodaTime;

namespace GoalMetrics;

/// <summary>A source's description of one of its tables. Immutable.</summary>
public sealed class TableDescription
{
    private IReadOnlyList<string>? _breakdowns;

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
    }

    /// <summary>What the table holds.</summary>
    public TableSchema Schema { get; }

    /// <summary>
    /// The time for which its facts are complete, from the start of a day to the end of one; null where there are no facts.
    /// </summary>
    public Interval? Coverage { get; }

    /// <summary>How long after the end of a period facts may still come in. Defaults to zero.</summary>
    public Duration Settling { get; init; }

    /// <summary>How many rows were refused when the table was loaded.</summary>
    public long RefusedRows { get; init; }

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
    internal TableDescription Covering(Interval? coverage) => With(Schema, coverage, LatestFact);

    // The same, with a schema that lists fewer members, and the latest fact among those that are seen.
    internal TableDescription SeenAs(TableSchema schema, Instant? latestFact) => With(schema, Coverage, latestFact);

    private TableDescription With(TableSchema schema, Interval? coverage, Instant? latestFact) => new(schema, coverage)
    {
        Settling = Settling,
        RefusedRows = RefusedRows,
        LatestFact = latestFact,
        KeptGrain = KeptGrain,
        Breakdowns = Breakdowns,
    };

    // Whether no period that the table keeps lies on both sides of the moment. Beyond the calendar there are none.
    internal bool CanBeCutAt(Instant moment, ReportingCalendar calendar)
    {
        if (KeptGrain is not { } grain)
        {
            return true;
        }

        var date = moment.InZone(calendar.Zone).Date;
        return date < ReportingCalendar.MinDate
            || date > ReportingCalendar.MaxDate
            || calendar.PeriodAt(grain, moment).Start == moment;
    }
}
