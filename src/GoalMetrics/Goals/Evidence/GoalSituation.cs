using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// What the judgement of a goal rests on, be it how SMART the goal is or where it stands. Created before the source is queried, it plans
// what has to be read: how far the data reach, the baseline, and the windows to judge. Once the plan has been read it holds the values and
// collects the findings.
internal sealed partial class GoalSituation
{
    private readonly List<Finding> _findings = [];
    private readonly ReadingPlan _plan;
    private ReadingTerms _terms;
    private readonly Duration _settling;
    private readonly ReadingPart? _part;
    private readonly MeasureNode? _node;
    private readonly ReadingWindow? _trial;

    // The windows that the measure was compiled for: those that are left out later have a place, too.
    private readonly ReadingWindow?[] _read = [];
    private readonly List<TableDescription> _tables = [];
    private Instant _begin = Instant.MinValue;
    private bool _baselineIsPartial;
    private UndefinedReason _whyNothing;

    // The end of the time that what was read is about: the moment of the judgement, or the end of its day where all of that was read.
    private Instant _gone;

    // A measure that nothing is asked of yet is tried out where the goal itself is in question.
    public GoalSituation(SmartGoal goal, ReadingPlan plan, bool triesMeasure = false)
    {
        _plan = plan;
        Goal = goal;
        Period = goal.Period!;
        GoalTarget = goal.Target!;
        JudgedAt = _gone = plan.AsOf;
        Nature = NatureOf(goal);
        _terms = new(AsOf, Period.StartDate, ComparesWhole: false, plan.Tables) { IsOfTotal = true };
        if (Nature == GoalNature.Milestones)
        {
            return;
        }

        _tables = plan.Tables.Of(goal.Measure!.Metrics);
        _settling = goal.Measure.Metrics.Select(metric => metric.Settling)
            .Concat(_tables.Select(table => table.Settling))
            .Append(Duration.Zero).Max();
        _terms = _terms with { Beginning = Beginning() };
        _findings.AddRange(DataFindings.Of(goal.Measure.Metrics, plan.Tables));
        _findings.AddRange(DataFindings.UncountedIn(goal.Measure, plan.Tables, AsOf));
        FindCutTotals();
        FindEndsOfData();
        FindGaps();
        FindPartialBaseline();

        // The baseline comes first, then the windows that are judged.
        Windows = [.. WindowsToJudge()];
        _trial = triesMeasure && Windows.Count == 0 && BaselineWindow is null ? TrialWindow() : null;
        _part = plan.Total();
        _read = _trial is null ? [BaselineWindow, .. Windows] : [_trial];
        _node = goal.Measure.Compile(_read, _part);
        FindLookedBackOn();
        _valueless.Watch(goal.Measure.Metrics, _read, filter: null, plan);
        _valueless.Plan();
    }

    public ReadingPlan Plan => _plan;

    public SmartGoal Goal { get; }

    public ReportingPeriod Period { get; }

    public Target GoalTarget { get; }

    public GoalNature Nature { get; }

    public Instant AsOf => _plan.AsOf;

    public Instant JudgedAt { get; private set; }

    // Whether periods are not judged because days of them are missing.
    public bool LeavesOutParts { get; private set; }

    // The windows to judge: the goal's period to date, its latest closed part, or all of its closed parts.
    public IReadOnlyList<ReadingWindow> Windows { get; private set; } = [];

    // Whether the goal's period has begun and no day of it has data: what looks back would have a value all the same.
    public bool HasNothing { get; private set; }

    public Quantity Expected => Quantity.Ratio(Position.Share);

    public PathPosition Position => PathCheck.PositionOf(Goal, _gone);

    public bool HasStarted => JudgedAt > Period.Start;

    public PeriodState State => Period.State(JudgedAt, _settling);

    public bool IsClosed => State == PeriodState.Closed;

    public decimal ElapsedDays => Period.ElapsedDays(_gone);

    public decimal RemainingDays => Period.Days - ElapsedDays;

    // A projection needs a day that is over, or an hour where the goal is one for a day or less.
    public bool CanBeProjected => ElapsedDays >= (Period.Days > 1 ? 1m : 1m / 24m);

    // Whether days are missing of what is judged, and what they would add is not known.
    public bool IsIncomplete =>
        Windows.Count > 0
        && Goal.Measure!.MoreTime != TimeEffect.None
        && _node!.Coverage(Windows.Count) == WindowCoverage.Partial;

    // The shorter period by which the measure is read, where only cut ones of it are seen: three days are no week to judge.
    public Grain? CutGrain => Windows.Count > 0 ? _node!.CutGrain(Windows.Count) : null;

    public ImmutableArray<Finding> Findings => [.. _valueless.Find(), .. _findings];

    private ReadingWindow? BaselineWindow
    {
        get
        {
            if (GoalTarget.Baseline?.Period is { } period)
            {
                return new(period, _terms);
            }

            return null;
        }
    }

    // The goal's period up to the day of the judgement, as if it ended there, so that rolling measures roll up to now.
    private ReadingWindow ToDate
    {
        get
        {
            var terms = _terms with { AsOf = JudgedAt };
            if (JudgedAt >= Period.End || !HasStarted || Period.IsHour)
            {
                return new(Period, terms);
            }

            var last = Period.Calendar.DateOf(JudgedAt - Duration.Epsilon).PlusDays(1);
            return new(Period.Calendar.Range(Period.StartDate, last), terms);
        }
    }

    public IReadOnlyList<MeasureValue> EvidenceIn(int window) => _node!.Evidence(window + 1, _part!.Total);

    // Of all that were found in one plan, those that the filters of this goal's metrics name.
    public void AddMisspelt(IEnumerable<Finding> misspelt)
    {
        var paths = ReadableMeasures.MetricsOf(Goal).Select(metric => $"measures/{metric.Id}").ToHashSet(StringComparer.Ordinal);
        _findings.AddRange(misspelt.Where(finding => paths.Contains(finding.Path)));
    }

    public void Find(FindingKind kind, string part, IEnumerable<FindingArgument>? arguments = null) =>
        _findings.Add(kind.At($"goals/{Goal.Id}/{part}", arguments));

    private static GoalNature NatureOf(SmartGoal goal)
    {
        if (goal.Target!.Kind == TargetKind.Complete)
        {
            return GoalNature.Milestones;
        }

        if (goal.Target.IsStay)
        {
            return GoalNature.Stay;
        }

        if (goal.Measure!.Additivity == Additivity.Additive)
        {
            return GoalNature.Flow;
        }

        return GoalNature.Level;
    }

    // By which periods a value is kept.
    public Grain KeptBy => Goal.ReadsEvery ?? Grain.Month;

    // Whether any period that a value is kept by lies in the goal's period at all.
    public bool HoldsPartsToJudge => Period.SplitBy(KeptBy).Any(IsJudged);

    // Parts of periods at the edges of the goal's period are left out of what grows with time, as the limit is one for whole periods.
    private bool IsJudged(ReportingPeriod part) => !part.IsPartial || !Goal.Measure!.GrowsWithTime;

    private IEnumerable<ReadingWindow> WindowsToJudge()
    {
        if (!HasStarted)
        {
            return [];
        }

        if (Nature == GoalNature.Stay)
        {
            return ClosedParts(KeptBy).Where(IsJudged).Select(part => new ReadingWindow(part, _terms));
        }

        if (Nature == GoalNature.Level && Goal.ReadEvery is { } grain)
        {
            var parts = ClosedParts(grain).ToList();
            var latest = parts.FindLast(part => !part.IsPartial) ?? parts.LastOrDefault();
            if (latest is null)
            {
                return [];
            }

            return [new ReadingWindow(latest, _terms)];
        }

        return [ToDate];
    }

    private IEnumerable<ReportingPeriod> ClosedParts(Grain grain) =>
        Period.SplitBy(grain).Where(part => part.End <= JudgedAt && part.State(AsOf, _settling) == PeriodState.Closed);

    private LocalDate Beginning() => _tables
        .Select(table => table.Coverage)
        .OfType<Interval>()
        .Select(coverage => Period.Calendar.DateOf(coverage.Start))
        .Append(Period.StartDate)
        .Min();
}
