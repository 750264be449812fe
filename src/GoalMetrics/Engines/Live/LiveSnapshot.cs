using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A live table as it was at one moment. Cells compute some of their answers when they are first asked, so one thread asks at a time.
internal sealed class LiveSnapshot(LiveDefinition definition, LiveCells cells, bool takesNullForNone)
    : InMemoryTable(definition.Schema)
{
    internal override Instant? LatestLiveFact =>
        cells.Facts is var (_, last) ? TimeColumn.InstantOf(last, Schema.Time, definition.Calendar) : null;

    private Instant? EarliestLiveFact =>
        cells.Facts is var (first, _) ? TimeColumn.InstantOf(first, Schema.Time, definition.Calendar) : null;

    internal override TableDescription Describe(ReportingCalendar calendar) =>
        new(Schema, definition.Coverage.In(calendar, Schema.Time, cells.Facts))
        {
            Settling = definition.Settling,
            Breakdowns = definition.Dimensions,
            KeptGrain = definition.Grain,
            UnknownValues = Unknown(),
            Gaps = definition.Coverage.GapsIn(calendar),
            EarliestFact = EarliestLiveFact,
            LatestFact = LatestLiveFact,
        };

    // How many they are is not kept.
    private Dictionary<string, long?> Unknown() => takesNullForNone
        ? []
        : Schema.Columns.Where(column => !definition.WithoutUnknown.Contains(column.Name))
            .ToDictionary(column => column.Name, _ => (long?)null, StringComparer.Ordinal);

    internal override AggregateAnswer[] Answer(
        IReadOnlyList<AggregateRequest> requests, InMemorySource source, CancellationToken cancellationToken)
    {
        lock (cells)
        {
            return [.. requests.Select(request => cells.Answer(request, cancellationToken))];
        }
    }
}
