using NodaTime;

namespace GoalMetrics;

// Whether the data cover the period that a baseline is measured over.
internal sealed class BaselineData
{
    private readonly AskedGoal _goal;
    private readonly GoalTables _tables;
    private readonly ReportingPeriod _period;
    private readonly Instant _asOf;
    private readonly bool _isPartial;
    private readonly bool _isOpen;
    private readonly bool _isImmature;

    public BaselineData(AskedGoal goal, ReportingPeriod period, GoalTables tables, SourceTables source, Instant asOf)
    {
        (_goal, _period, _tables, _asOf) = (goal, period, tables, asOf);
        _isOpen = asOf < period.End;
        _isPartial = period.Start < asOf && (tables.Coverages.Any(IsCut) || tables.HaveGapIn(new(period.Start, period.End)));
        _isImmature = ConversionMaturity.Until(goal.Measure.Metrics, source, asOf) < period.End;
    }

    public bool IsInDoubt => _isPartial || _isOpen || _isImmature;

    // One that is partly covered will not be known by waiting, so that is said first.
    public Finding? Finding
    {
        get
        {
            if (_isPartial)
            {
                var limits = TableLimits.Of(_tables.All, _period.Start, Instant.Min(_period.End, _asOf), _period.Calendar);
                return Found(GoalFindings.PartialBaseline, new FindingArgument("limits", limits));
            }

            if (_isOpen)
            {
                return Found(GoalFindings.OpenBaseline);
            }

            if (_isImmature)
            {
                return Found(GoalFindings.ImmatureBaseline);
            }

            return null;
        }
    }

    // Of a period that is still running, the end is not missing yet.
    private bool IsCut(Interval coverage) => coverage.Start > _period.Start || (coverage.End < _period.End && !_isOpen);

    private Finding Found(FindingKind kind, params FindingArgument[] more) =>
        _goal.Finding(kind, "target/baseline", [new("period", _period), .. more]);
}
