using NodaTime;

namespace GoalMetrics;

// What a source is asked about goals: everything in one plan, however many goals there are.
internal sealed class PlannedEvidence
{
    private readonly ReadingPlan _plan;
    private readonly Dictionary<SmartGoal, GoalSituation> _situations = [];
    private readonly Dictionary<SmartGoal, PlannedPast?> _pasts = [];
    private readonly Dictionary<SmartGoal, Exception> _failed = [];

    private PlannedEvidence(IReadOnlyList<SmartGoal> goals, ReadableMeasures readable, Instant asOf)
    {
        _plan = new(readable.Tables, asOf);
        foreach (var goal in goals)
        {
            try
            {
                Plan(goal, readable.RefusalOf(goal));
            }
            catch (Exception error) when (Failure.IsOfOne(error))
            {
                _failed[goal] = error;
            }
        }
    }

    // By goal; those that nothing can be measured of are left out.
    public static async ValueTask<IReadOnlyDictionary<SmartGoal, GoalEvidence>> ReadAsync(
        IEnumerable<SmartGoal> goals, IMetricSource source, Instant asOf, CancellationToken cancellationToken)
    {
        List<SmartGoal> measurable = [.. goals.Distinct().Where(goal => CanBeMeasured(goal, source.Calendar))];
        if (measurable.Count == 0)
        {
            return new Dictionary<SmartGoal, GoalEvidence>();
        }

        var readable = await ReadableMeasures.OfAsync(measurable, [], source, cancellationToken).ConfigureAwait(false);
        var planned = new PlannedEvidence(measurable, readable, asOf);
        var spelling = MemberCheck.WhereCheap(readable.Metrics, filter: null, planned._plan);
        await planned._plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        var misspelt = await MemberCheck.FindAsync(spelling, cancellationToken).ConfigureAwait(false);
        return measurable.ToDictionary(goal => goal, goal => planned.EvidenceOf(goal, misspelt));
    }

    private static bool CanBeMeasured(SmartGoal goal, ReportingCalendar calendar) =>
        goal is { Measure: not null, Target.Kind: not TargetKind.Complete, Period: not null }
        && !CalendarCheck.Find(goal, calendar).Any();

    private void Plan(SmartGoal goal, Exception? refusal)
    {
        if (refusal is null)
        {
            _situations[goal] = new(goal, _plan, triesMeasure: true);
            _pasts[goal] = PlannedPast.Of(_situations[goal], _plan);
        }
        else
        {
            _failed[goal] = refusal;
        }
    }

    private GoalEvidence EvidenceOf(SmartGoal goal, IReadOnlyList<Finding> misspelt)
    {
        if (_failed.TryGetValue(goal, out var error))
        {
            return Failed(goal, error);
        }

        try
        {
            return EvidenceOf(_situations[goal], _pasts[goal], misspelt);
        }
        catch (Exception thrown) when (Failure.IsOfOne(thrown))
        {
            return Failed(goal, thrown);
        }
    }

    private static GoalEvidence EvidenceOf(GoalSituation situation, PlannedPast? past, IReadOnlyList<Finding> misspelt)
    {
        situation.AddMisspelt(misspelt);
        situation.Measured.Read();
        var (aim, stated) = (situation.Aim, situation.Asked.Target);
        var (baseline, target) = (stated.InItsTime(aim.Baseline), stated.InItsTime(aim.Target));
        return new(situation.Goal, baseline, target, situation.Findings) { Past = past?.Read() };
    }

    private static GoalEvidence Failed(SmartGoal goal, Exception error)
    {
        var undefined = Quantity.Undefined(UndefinedReason.InsufficientData, goal.Id, goal.Measure!.Unit);
        return new(goal, undefined, undefined, [FailureFinding.At($"goals/{goal.Id}", goal.Id, error)]);
    }
}
