using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A live table as it was at one moment. Cells compute some of their answers when they are first asked, so one thread asks at a time.
internal sealed class LiveSnapshot(LiveDefinition definition, LiveCells cells, bool takesNullForNone)
    : InMemoryTable(definition.Schema)
{
    internal override Instant? LatestLiveFact
    {
        get
        {
            if (cells.Facts is var (_, last))
            {
                return TimeColumn.InstantOf(last, Schema.Time, definition.Calendar);
            }

            return null;
        }
    }

    private Instant? EarliestLiveFact
    {
        get
        {
            if (cells.Facts is var (first, _))
            {
                return TimeColumn.InstantOf(first, Schema.Time, definition.Calendar);
            }

            return null;
        }
    }

    // Cells know when the facts of their period came, but not which of them is whose.
    internal override TableDescription Describe(ReportingCalendar calendar, Filter? filter)
    {
        (long First, long Last)? facts;
        lock (cells)
        {
            facts = filter is null ? cells.Facts : cells.FactsWithin(filter);
        }

        return new(Schema, definition.Coverage.In(calendar, Schema.Time, facts))
        {
            Settling = definition.Settling,
            Breakdowns = definition.Dimensions,
            KeptGrain = definition.Grain,
            UnknownValues = Unknown(),
            Gaps = definition.Coverage.GapsIn(calendar),
            IsEmpty = facts is null,
            IsCoverageStated = definition.Coverage.IsStated,
            EarliestFact = filter is null ? EarliestLiveFact : null,
            LatestFact = filter is null ? LatestLiveFact : null,
        };
    }

    // How many they are is not kept.
    private Dictionary<string, long?> Unknown()
    {
        if (takesNullForNone)
        {
            return [];
        }

        return Schema.Columns.Where(column => !definition.WithoutUnknown.Contains(column.Name))
            .ToDictionary(column => column.Name, _ => (long?)null, StringComparer.Ordinal);
    }

    internal override AggregateAnswer[] Answer(
        IReadOnlyList<AggregateRequest> requests, InMemorySource source, CancellationToken cancellationToken)
    {
        lock (cells)
        {
            return [.. requests.Select(request => cells.Answer(request, cancellationToken))];
        }
    }
}
