namespace GoalMetrics;

// A KPI or performance indicator as part of a scorecard's plan, in the running period and in the latest one that has ended; read the way
// a query reads it.
internal sealed class PlannedStanding<TMeasure>
    where TMeasure : Measure
{
    private readonly TMeasure _measure;
    private readonly Grain _grain;
    private readonly IReadOnlyList<string> _breakdown;
    private readonly ReportingPeriod _period;
    private readonly ReportingPeriod _latest;
    private readonly PlannedPeriods? _planned;
    private readonly NotAdditiveException? _refused;
    private readonly ReadingPlan _plan;

    // Planned by itself, unless it was planned together with others.
    public PlannedStanding(TMeasure measure, Grain grain, IReadOnlyList<string> breakdown, ReadingPlan plan, PlannedPeriods? planned)
    {
        _measure = measure;
        _grain = grain;
        _breakdown = breakdown;
        _plan = plan;
        (_period, _latest) = PlannedPeriods.At(grain, plan);
        try
        {
            _planned = planned ?? new([measure], grain, breakdown, plan);
        }
        catch (NotAdditiveException refused)
        {
            _refused = refused;
        }
    }

    public MeasureStanding<TMeasure> Read(List<Finding> findings, CancellationToken cancellationToken)
    {
        if (_refused is not null)
        {
            return Undefined(_refused, findings);
        }

        var (now, then) = _planned!.Read(cancellationToken);
        var members = _breakdown.Count == 0 ? [] : now.Rows.Select(row => new MemberReading(row.Members, new(_measure, row)));
        var standing = new MeasureStanding<TMeasure>(
            _measure,
            new(_measure, now.TotalOf(_period)),
            new(_measure, then.TotalOf(_latest)),
            members);
        if (!standing.LatestClosed.Value.IsDefined)
        {
            findings.Add(Found(standing.LatestClosed.Value));
        }

        return standing;
    }

    private MeasureStanding<TMeasure> Undefined(NotAdditiveException refused, List<Finding> findings)
    {
        var undefined = Quantity.Undefined(UndefinedReason.NotAdditive, refused.Measure.Id, _measure.Unit);
        findings.Add(Found(undefined));
        return new(
            _measure,
            new(_period, _period.State(_plan.AsOf), undefined),
            new(_latest, _latest.State(_plan.AsOf), undefined),
            []);
    }

    private Finding Found(Quantity reason) => TrackingFindings.NoReading.At(
        $"{(_measure is Kpi ? "kpis" : "performance-indicators")}/{_measure.Id}",
        [
            new("measure", _measure.Id),
            new("period", _latest),
            new("reason", reason),
            new("grain", _grain.Title()),
        ]);
}
