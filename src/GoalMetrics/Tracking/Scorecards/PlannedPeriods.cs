using NodaTime;

namespace GoalMetrics;

// The running period of a grain, and the latest one that has ended, planned for some measures together.
internal sealed class PlannedPeriods
{
    private readonly PlannedQuery _now;
    private readonly PlannedQuery _then;
    private (MetricTable Now, MetricTable Then)? _tables;

    // Read until the end of the data that all tables of the measures have, so that as much of earlier periods is compared with.
    public PlannedPeriods(IReadOnlyList<Measure> measures, Grain grain, IReadOnlyList<string> breakdown, ReadingPlan plan)
    {
        var (period, latest) = At(grain, plan);
        var query = Query.For([.. measures])
            .AsOf(Instant.Min(plan.AsOf, new SharedCoverage(measures[0].Metrics, plan.Tables, plan.AsOf, plan.AsOf).End))
            .By(grain)
            .RollingToMoment()
            .ComparedWith(PeriodComparison.PreviousPeriod, PeriodComparison.YearEarlier);
        _now = new(query.During(period).By([.. breakdown]), plan);
        _then = period == latest ? _now : new(query.During(latest), plan);
        _now.WatchValueless(plan);
        _then.WatchValueless(plan);
    }

    public static (ReportingPeriod Running, ReportingPeriod Latest) At(Grain grain, ReadingPlan plan)
    {
        var running = Scorecard.RunningBefore(plan.AsOf, grain, plan.Tables.Calendar);
        var hasEnded = running.State(plan.AsOf) != PeriodState.Open;
        var isFirst = running.StartDate.Year <= ReportingCalendar.MinDate.Year;
        return (running, hasEnded || isFirst ? running : running.Previous());
    }

    // Called once the plan has been read.
    public (MetricTable Now, MetricTable Then) Read(CancellationToken cancellationToken)
    {
        if (_tables is { } tables)
        {
            return tables;
        }

        var now = _now.ToTable([], findings: null, cancellationToken);
        _tables = (now, _then == _now ? now : _then.ToTable([], findings: null, cancellationToken));
        return _tables.Value;
    }
}
