using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// What the judgement of a goal rests on. Created before the source is queried, it plans what has to be read: how far the data reach, the
// baseline, and the windows to judge. Once the plan has been read it holds the values and collects the findings.
internal sealed class GoalSituation
{
    private readonly List<Finding> _findings = [];
    private readonly ReadingPlan _plan;
    private readonly ReadingTerms _terms;
    private readonly Duration _settling;
    private readonly ReadingPart? _part;
    private readonly MeasureNode? _node;
    private readonly List<TableDescription> _tables = [];
    private Instant _begin = Instant.MinValue;
    private bool _baselineIsPartial;

    public GoalSituation(SmartGoal goal, ReadingPlan plan)
    {
        _plan = plan;
        Goal = goal;
        Period = goal.Period!;
        GoalTarget = goal.Target!;
        JudgedAt = plan.AsOf;
        Nature = NatureOf(goal);
        _terms = new(AsOf, Period.StartDate, ComparesWhole: false, plan.Tables) { IsOfTotal = true };
        if (Nature == GoalNature.Milestones)
        {
            return;
        }

        _tables = [.. goal.Measure!.Metrics.Select(metric => plan.Tables.Of(metric.Table)).Distinct()];
        _settling = goal.Measure.Metrics.Select(metric => metric.Settling)
            .Concat(_tables.Select(table => table.Settling))
            .Append(Duration.Zero).Max();
        _terms = _terms with { Beginning = Beginning() };
        _findings.AddRange(DataFindings.Of(_tables, Period.Calendar));
        FindEndsOfData();
        FindGaps();
        FindPartialBaseline();

        // The baseline comes first, then the windows that are judged.
        Windows = [.. WindowsToJudge()];
        _part = plan.Total();
        _node = goal.Measure.Compile([BaselineWindow, .. Windows], _part);
    }

    public ReadingPlan Plan => _plan;

    public SmartGoal Goal { get; }

    public ReportingPeriod Period { get; }

    public Target GoalTarget { get; }

    public GoalNature Nature { get; }

    public Instant AsOf => _plan.AsOf;

    public Instant JudgedAt { get; private set; }

    public Quantity Baseline { get; private set; }

    public Quantity Target { get; private set; } = Quantity.Ratio(1m);

    // The windows to judge: the goal's period to date, its latest closed part, or all of its closed parts.
    public IReadOnlyList<ReadingWindow> Windows { get; } = [];

    public Quantity Expected => Quantity.Ratio(Position.Share);

    public PathPosition Position
    {
        get
        {
            var position = Goal.Path.PositionAt(Period, JudgedAt);
            if (position.Share is >= 0m and <= 1m)
            {
                return position;
            }

            var path = Goal.Path.GetType().Name;
            throw new InvalidOperationException(FormattableString.Invariant(
                $"Goal '{Goal.Id}': its path {path} expects a share of {position.Share} at {JudgedAt}. Expected one from 0 to 1."));
        }
    }

    public bool HasStarted => JudgedAt > Period.Start;

    public PeriodState State => Period.State(JudgedAt, _settling);

    public bool IsClosed => State == PeriodState.Closed;

    public decimal ElapsedDays => Period.ElapsedDays(JudgedAt);

    public decimal RemainingDays => Period.Days - ElapsedDays;

    // A projection needs a day that is over, or an hour where the goal is one for a day or less.
    public bool CanBeProjected => ElapsedDays >= Math.Min(1m, Period.Days / 24m);

    // Whether the value is to be kept at or below the target, with no baseline to come down from. One that is not known is no limit.
    public bool IsLimit => !Rises && (GoalTarget.Baseline is null || (Baseline.IsDefined && Target.IsDefined && Baseline <= Target));

    // Whether days of the goal's period so far are known to be missing, so that what has accumulated is only a part of it.
    public bool HasGap => HasStarted && _tables.Exists(table => table.Gaps.Any(gap => gap.Start < JudgedAt && Period.Start < gap.End));

    public ImmutableArray<Finding> Findings => [.. _findings];

    // The measured baseline already lies on the better side of the target.
    public bool LeadsWrongWay { get; private set; }

    // Whether the measure must rise to the target. Only where no direction is stated does the baseline decide.
    public bool Rises => GoalTarget.Kind switch
    {
        TargetKind.IncreaseBy => true,
        TargetKind.DecreaseBy => false,
        _ when Goal.Measure!.Direction != Direction.Neutral => Goal.Measure.Direction == Direction.HigherIsBetter,
        _ => !(Target < Baseline),
    };

    private ReadingWindow? BaselineWindow => GoalTarget.Baseline?.Period is { } period ? new(period, _terms) : null;

    // The goal's period up to the day of the judgement, as if it ended there, so that rolling measures roll up to now.
    private ReadingWindow ToDate
    {
        get
        {
            var isWhole = JudgedAt >= Period.End || !HasStarted;
            var last = isWhole ? Period.EndDate : Period.Calendar.DateOf(JudgedAt - Duration.Epsilon).PlusDays(1);
            return new(isWhole ? Period : Period.Calendar.Range(Period.StartDate, last), _terms with { AsOf = JudgedAt });
        }
    }

    // Called once the plan has been read.
    public void Measure()
    {
        Baseline = MeasuredBaseline();
        Target = GoalTarget.ValueFrom(Baseline);
        LeadsWrongWay = !GoalTarget.IsStay && (Rises ? Target < Baseline : Target > Baseline);
        if (LeadsWrongWay)
        {
            Find(TrackingFindings.WrongWay, "target", [new("baseline", Baseline), new("target", Target)]);
        }
    }

    // The value in one of the windows to judge.
    public Quantity ValueIn(int window) => _node!.Value(window + 1, _part!.Total);

    public IReadOnlyList<MeasureValue> EvidenceIn(int window) => _node!.Evidence(window + 1, _part!.Total);

    public void Add(IEnumerable<Finding> findings) => _findings.AddRange(findings);

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

        return goal.Measure!.Additivity == Additivity.Additive ? GoalNature.Flow : GoalNature.Level;
    }

    // At the edges of the goal's period, parts of periods are left out for additive measures: the limit is one for whole periods. So is a
    // period in which the data begin, or of which days are missing.
    private IEnumerable<ReadingWindow> WindowsToJudge()
    {
        if (!HasStarted)
        {
            return [];
        }

        if (Nature == GoalNature.Stay)
        {
            return ClosedParts(Goal.ReadEvery ?? Grain.Month)
                .Where(part => (part.Start >= _begin || part.End <= _begin) && !IsGap(part))
                .Where(part => !part.IsPartial || Goal.Measure!.Additivity != Additivity.Additive)
                .Select(part => new ReadingWindow(part, _terms));
        }

        if (Nature == GoalNature.Level && Goal.ReadEvery is { } grain)
        {
            return ClosedParts(grain).TakeLast(1).Select(part => new ReadingWindow(part, _terms));
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

    private void FindEndsOfData()
    {
        var wanted = Instant.Min(JudgedAt, Period.End);
        var (begin, end) = (Instant.MinValue, Instant.MaxValue);
        foreach (var table in _tables)
        {
            begin = Instant.Max(begin, table.Coverage?.Start ?? Instant.MinValue);
            end = Instant.Min(end, table.KnownUntil(wanted, Period.Calendar));
        }

        _begin = begin;
        if (Period.Start < begin && begin < wanted)
        {
            Find(TrackingFindings.DataBegin, "data", [new("gap", Days(Period.Start, begin)), new("begin", Period.Calendar.DateOf(begin))]);
        }

        if (Period.Start < end && end < wanted)
        {
            Find(TrackingFindings.DataEnd, "data", [new("gap", Days(end, wanted)), new("end", Period.Calendar.DateOf(end))]);
            JudgedAt = end;
        }

        decimal Days(Instant from, Instant until) => Math.Round(Period.ElapsedDays(until) - Period.ElapsedDays(from), 2);
    }

    // In the goal's period so far, and in the one that its baseline is measured over.
    private void FindGaps()
    {
        var baseline = GoalTarget.Baseline?.Period;
        foreach (var table in _tables)
        {
            if (baseline is not null)
            {
                _findings.AddRange(DataFindings.GapsIn(table, baseline.Start, baseline.End, Period.Calendar));
            }

            _findings.AddRange(DataFindings.GapsIn(table, Period.Start, JudgedAt, Period.Calendar));
        }
    }

    private bool IsGap(ReportingPeriod period) =>
        _tables.Exists(table => table.Gaps.Any(gap => gap.Start < period.End && period.Start < gap.End));

    private void FindPartialBaseline()
    {
        if (GoalTarget.Baseline?.Period is not { } period)
        {
            return;
        }

        var isPartial = _tables.Exists(table => table.Coverage is { } covered
            && (covered.Start > period.Start || covered.End < period.End || AsOf < period.End));
        if (isPartial || IsGap(period))
        {
            _baselineIsPartial = true;
            Find(TrackingFindings.PartialBaseline, "target/baseline", [new("period", period)]);
        }
    }

    private Quantity MeasuredBaseline()
    {
        if (GoalTarget.Baseline is not { } baseline)
        {
            return Quantity.Undefined(UndefinedReason.NoData, "baseline", Goal.Measure!.Unit);
        }

        if (baseline.Stated is { } stated)
        {
            return stated;
        }

        var measured = _node!.Value(0, _part!.Total);
        if (measured.IsDefined && _baselineIsPartial)
        {
            return Quantity.Undefined(UndefinedReason.InsufficientData, "baseline", measured.Unit);
        }

        return measured;
    }
}
