using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// What the judgement of a goal rests on, be it how SMART the goal is or where it stands. Created before the source is queried, it plans
// what has to be read. Once the plan has been read, all else can be asked of it; what is found in the readings is found when they are read.
internal sealed class GoalSituation
{
    private readonly MeasuredGoal? _measured;
    private readonly List<Finding> _misspelt = [];
    private readonly List<Finding> _reported = [];

    public GoalSituation(SmartGoal goal, ReadingPlan plan, bool triesMeasure = false)
    {
        Plan = plan;
        Asked = new(goal);
        if (Nature == GoalNature.Milestones)
        {
            Moment = new(Asked, AsOf, AsOf, Duration.Zero);
            return;
        }

        _measured = new(Asked, plan, triesMeasure);
        Moment = _measured.Moment;
    }

    public ReadingPlan Plan { get; }

    public AskedGoal Asked { get; }

    public SmartGoal Goal => Asked.Goal;

    public ReportingPeriod Period => Asked.Period;

    public GoalNature Nature => Asked.Nature;

    public Instant AsOf => Plan.AsOf;

    public GoalMoment Moment { get; }

    // Milestones are not measured, and it is not asked for then.
    public MeasuredGoal Measured => _measured!;

    public GoalAim Aim => field ??= _measured?.Aim ?? GoalAim.OfMilestones(Asked);

    // From what the data lack to what that means for the judgement.
    public ImmutableArray<Finding> Findings =>
    [
        .. _measured?.FindingsOfData ?? [],
        .. _misspelt,
        .. _measured?.FindingsOfAim ?? [],
        .. _reported,
        .. _measured?.FindingsOfReadings ?? [],
    ];

    // Of all that were found in one plan, those that the filters of this goal's metrics name.
    public void AddMisspelt(IEnumerable<Finding> misspelt)
    {
        var paths = ReadableMeasures.MetricsOf(Goal).Select(metric => $"measures/{metric.Id}").ToHashSet(StringComparer.Ordinal);
        _misspelt.AddRange(misspelt.Where(finding => paths.Contains(finding.Path)));
    }

    // What the judgement itself has to say.
    public void Report(FindingKind kind, string part, IEnumerable<FindingArgument>? arguments = null) =>
        _reported.Add(Asked.Finding(kind, part, arguments));
}
