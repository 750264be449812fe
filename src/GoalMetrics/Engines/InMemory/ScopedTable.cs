using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A table of which only the facts are seen that a filter lets through.
internal sealed class ScopedTable(InMemoryTable table, Filter within) : InMemoryTable(table.Schema)
{
    private TableDescription? _described;

    internal override bool IsLive => table.IsLive;

    internal override Instant? LatestLiveFact => table.LatestLiveFact;

    internal override EventTable? Events(Filter? filter) => Checked().Events(FilterExtensions.And(within, filter));

    internal override void CheckFits(ReportingCalendar calendar) => table.CheckFits(calendar);

    internal override InMemoryTable Frozen()
    {
        if (IsLive)
        {
            return new ScopedTable(table.Frozen(), within);
        }

        return this;
    }

    // All facts are looked at, so once is enough where none come in.
    internal override TableDescription Describe(ReportingCalendar calendar, Filter? filter)
    {
        if (filter is not null || IsLive)
        {
            return DescribeAnew(calendar, filter);
        }

        return _described ??= DescribeAnew(calendar, filter: null);
    }

    internal override IEnumerable<FactBatch> Read(FactRequest request, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        Checked().Read(request.Within(within), calendar, cancellationToken);

    // The events that convert are those of their own table, as it is seen.
    internal override AggregateAnswer[] Answer(
        IReadOnlyList<AggregateRequest> requests, InMemorySource source, CancellationToken cancellationToken) =>
        Checked().Answer([.. requests.Select(request => request.Within(within, ofConversions: _ => null))], source, cancellationToken);

    private TableDescription DescribeAnew(ReportingCalendar calendar, Filter? filter)
    {
        var described = Checked().Describe(calendar, FilterExtensions.And(within, filter));
        return described.SeenAs(described.Schema.SeenWithin(within));
    }

    private InMemoryTable Checked()
    {
        within.CheckFits(Schema);
        return table;
    }
}
