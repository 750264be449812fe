namespace GoalMetrics;

// What a goal's measure did before, read with the rest of the plan: the periods that the goal is made of, back from its last one.
internal sealed class PlannedPast
{
    private const int Back = 60;
    private const int LeastSteps = 4;

    private readonly GoalSituation _situation;
    private readonly PlannedHistory _history;
    private readonly Grain _grain;
    private readonly ReportingPeriod _last;

    private PlannedPast(GoalSituation situation, ReportingPeriod last, Grain grain, PlannedHistory history)
    {
        _situation = situation;
        _last = last;
        _grain = grain;
        _history = history;
    }

    // Null where the goal is not made of whole periods of a grain, or its measure has no history by them.
    public static PlannedPast? Of(GoalSituation situation, ReadingPlan plan)
    {
        var (goal, period) = (situation.Goal, situation.Period);
        var by = situation.Nature == GoalNature.Flow ? period.Grain : goal.ReadEvery ?? period.Grain;
        if (situation.Nature is not (GoalNature.Flow or GoalNature.Level)
            || by is not { } grain
            || grain == Grain.Hour
            || period.IsHour
            || period.IsPartial
            || goal.Measure!.HasOverlappingValues())
        {
            return null;
        }

        var last = period.Grain == grain ? period : period.SplitBy(grain).LastOrDefault(part => !part.IsPartial);
        if (last?.Shifted(-Back, grain) is not { } first || first.Start >= plan.AsOf)
        {
            return null;
        }

        try
        {
            var question = new HistoryQuestion(goal.Measure!, grain, first.StartDate, Filter: null) { Until = last.StartDate };
            return new(situation, last, grain, new PlannedHistory(question, plan));
        }
        catch (Exception error) when (error is ArgumentException or NotAdditiveException)
        {
            // What the goal itself cannot be read by has been found before.
            return null;
        }
    }

    // Once the plan has been read. Null where too few steps are known, or the target is not.
    public PastSteps? Read()
    {
        var points = _history.Read([]).Points;
        var at = points.Count - 1;
        while (at >= 0 && !IsKnown(points[at]))
        {
            at--;
        }

        if (at < 0 || !_situation.Aim.Target.IsDefined)
        {
            return null;
        }

        var length = LengthFrom(points[at].Period);
        var isShare = IsShare(points);
        List<(Quantity Step, ReportingPeriod In)> steps =
        [
            .. Enumerable.Range(length, Math.Max(0, points.Count - length))
                .Where(i => IsKnown(points[i]) && IsKnown(points[i - length]))
                .Select(i => (Step: Step(points[i - length].Value, points[i].Value, isShare), points[i].Period))
                .Where(step => step.Step.IsDefined),
        ];
        var asked = Step(points[at].Value, _situation.Aim.Target, isShare);
        if (steps.Count < LeastSteps || !asked.IsDefined)
        {
            return null;
        }

        var largest = _situation.Aim.Rises ? steps.MaxBy(step => step.Step.Amount) : steps.MinBy(step => step.Step.Amount);
        return new(points[at], _grain, length, largest.In)
        {
            Count = steps.Count,
            Asked = asked,
            Largest = largest.Step,
            Rises = _situation.Aim.Rises,
        };
    }

    private static bool IsKnown(HistoryPoint point) => point.IsSettled && point.Value.IsDefined;

    private int LengthFrom(ReportingPeriod known)
    {
        var length = 0;
        for (var period = known; period.Start < _last.Start; period = period.Next())
        {
            length++;
        }

        return length;
    }

    // Of rates and scores, a step is a difference: from 1 % to 2 % is no doubling that says how hard it is.
    private bool IsShare(IReadOnlyList<HistoryPoint> points) =>
        _situation.Aim.Target.Amount > 0m
        && points.Where(IsKnown).All(point =>
            point.Value.Amount > 0m && point.Value.Unit!.Kind is not (UnitKind.Ratio or UnitKind.PercentagePoint or UnitKind.Score));

    private static Quantity Step(Quantity from, Quantity to, bool isShare)
    {
        if (isShare)
        {
            return (to - from).RatioTo(from);
        }

        if (to.Unit!.Kind == UnitKind.Ratio)
        {
            return new((to - from).Amount, Unit.PercentagePoint);
        }

        return to - from;
    }
}
