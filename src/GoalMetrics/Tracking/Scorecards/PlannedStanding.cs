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
    private readonly Exception? _refused;
    private readonly ReadingPlan _plan;

    // Planned by itself, unless it was planned together with others.
    public PlannedStanding(
        TMeasure measure,
        Grain grain,
        IReadOnlyList<string> breakdown,
        ReadingPlan plan,
        PlannedPeriods? planned,
        Exception? refused)
    {
        _refused = refused;
        _measure = measure;
        _grain = grain;
        _breakdown = breakdown;
        _plan = plan;
        (_period, _latest) = PlannedPeriods.At(grain, plan);
        if (refused is not null)
        {
            return;
        }

        try
        {
            _planned = planned ?? new([measure], grain, breakdown, plan);
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            _refused = error;
        }
    }

    public MeasureStanding<TMeasure> Read(List<Finding> findings, CancellationToken cancellationToken)
    {
        if (_refused is not null)
        {
            return Undefined(_refused, findings);
        }

        try
        {
            return ReadPlanned(findings, cancellationToken);
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            return Undefined(error, findings);
        }
    }

    private MeasureStanding<TMeasure> ReadPlanned(List<Finding> findings, CancellationToken cancellationToken)
    {
        var (now, then) = _planned!.Read(cancellationToken);
        var coverage = new SharedCoverage(_measure.Metrics, _plan.Tables, _plan.AsOf, _plan.AsOf);
        var members = _breakdown.Count == 0 ? [] : now.Rows.Select(row => new MemberReading(_breakdown, row.Members, ReadingOf(row)));
        var standing = new MeasureStanding<TMeasure>(
            _measure, ReadingOf(now.TotalOf(_period)), ReadingOf(then.TotalOf(_latest)), members);
        FindEnds(findings);
        var lacking = new LackingData();
        now.TotalOf(_period).AddLacking(_measure, lacking);
        then.TotalOf(_latest).AddLacking(_measure, lacking);
        lacking.AddTo(findings, _plan.AsOf, _plan.Tables.Calendar);
        if (!standing.LatestClosed.Value.IsDefined)
        {
            findings.Add(Found(standing.LatestClosed.Value));
        }

        return standing;

        // The state is that at the moment of the scorecard, also where the data end before.
        MeasureReading ReadingOf(MetricRow row) => new(_measure, row, row.StateAt(_plan.AsOf), _plan.AsOf, coverage.End);
    }

    // Each table is mentioned once, however many measures read it.
    private void FindEnds(List<Finding> findings)
    {
        var calendar = _plan.Tables.Calendar;
        var from = _latest.StartDate.Year <= ReportingCalendar.MinDate.Year + 1 ? _latest.Start : _latest.Previous().Start;
        foreach (var table in _plan.Tables.Of(_measure.Metrics))
        {
            DataFindings.AddNew(findings, DataFindings.Within(table, from, _plan.AsOf, _plan.AsOf, calendar));
        }

        DataFindings.AddNew(findings, DataFindings.UncountedIn(_measure, _plan.Tables, _plan.AsOf));
        DataFindings.AddNew(findings, DataFindings.ImmatureIn(_measure, _plan.Tables, new(from, _plan.AsOf), _plan.AsOf));
    }

    private MeasureStanding<TMeasure> Undefined(Exception refused, List<Finding> findings)
    {
        var undefined = Quantity.Undefined(UndefinedReason.InsufficientData, _measure.Id, _measure.Unit);
        if (refused is NotAdditiveException notAdditive)
        {
            undefined = Quantity.Undefined(UndefinedReason.NotAdditive, notAdditive.Measure.Id, _measure.Unit);
            findings.Add(MixedMoney.IsIn(notAdditive.Measure) ? FailureFinding.At(Path, _measure.Id, refused) : Found(undefined));
        }
        else
        {
            findings.Add(FailureFinding.At(Path, _measure.Id, refused));
        }

        return new(
            _measure,
            new(_period, _period.State(_plan.AsOf), undefined),
            new(_latest, _latest.State(_plan.AsOf), undefined),
            []);
    }

    private string Path => $"{(_measure is Kpi ? "kpis" : "performance-indicators")}/{_measure.Id}";

    private Finding Found(Quantity reason) => TrackingFindings.NoReading.At(
        Path,
        [
            new("measure", _measure.Id),
            new("period", _latest),
            new("reason", reason),
            new("grain", _grain.Title()),
        ]);
}
