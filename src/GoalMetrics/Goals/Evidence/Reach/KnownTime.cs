using NodaTime;

namespace GoalMetrics;

// From where to where all data of a goal's measure are known at a moment, whatever the goal's period is.
internal sealed class KnownTime
{
    private readonly GoalTables _tables;
    private readonly TableDescription? _latestToBegin;
    private readonly TableDescription? _firstToEnd;

    public KnownTime(AskedGoal goal, GoalTables tables, SourceTables source, Instant asOf)
    {
        _tables = tables;
        (BeginOfTables, _latestToBegin) = LatestBegin(tables.All);
        (EndOfTables, _firstToEnd) = FirstEnd(tables.All, asOf, goal.Period.Calendar);
        (Begin, End) = (BeginOfTables, EndOfTables);

        // Of totals of months beside daily facts, what is known of one month alone is nothing to judge by.
        Shared = new(goal.Measure.Metrics, source, asOf, asOf);
        if (Shared.IsOfSeveral)
        {
            (Begin, End) = (Instant.Max(Begin, Shared.Begin), Instant.Min(End, Shared.End));
        }

        // Of later conversions, not all are known.
        var mature = ConversionMaturity.Until(goal.Measure.Metrics, source, asOf);
        IsImmature = mature <= End && mature < EndOfTables;
        End = Instant.Min(End, mature);
    }

    public Instant Begin { get; }

    public Instant End { get; }

    // What the tables say by themselves, before they are cut to what they have in common.
    public Instant BeginOfTables { get; }

    public Instant EndOfTables { get; }

    public SharedCoverage Shared { get; }

    // Whether conversions that are still open end it, not the data.
    public bool IsImmature { get; }

    // The table that begins it, where any does.
    public TableDescription? TableThatBegins => _tables.WithGapBefore(Begin) ?? _latestToBegin;

    // The table that ends it; null where conversions do.
    public TableDescription? TableThatEnds
    {
        get
        {
            if (IsImmature)
            {
                return null;
            }

            return _tables.WithGapAfter(End) ?? _firstToEnd;
        }
    }

    // Whether the data begin between two moments.
    public bool BeginsBetween(Instant start, Instant end) => start < Begin && Begin < end;

    private static (Instant Begin, TableDescription? Table) LatestBegin(List<TableDescription> tables)
    {
        var latest = (Begin: Instant.MinValue, Table: (TableDescription?)null);
        foreach (var table in tables)
        {
            if (table.Coverage?.Start is { } begin && begin > latest.Begin)
            {
                latest = (begin, table);
            }
        }

        return latest;
    }

    private static (Instant End, TableDescription? Table) FirstEnd(
        List<TableDescription> tables, Instant asOf, ReportingCalendar calendar)
    {
        var first = (End: Instant.MaxValue, Table: (TableDescription?)null);
        foreach (var table in tables)
        {
            if (table.KnownUntil(asOf, calendar) is var end && end < first.End)
            {
                first = (end, table);
            }
        }

        return first;
    }
}
