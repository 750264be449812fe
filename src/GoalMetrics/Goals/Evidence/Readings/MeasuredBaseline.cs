namespace GoalMetrics;

// The value that a goal starts from, once the plan has been read: measured, where it is not stated.
internal sealed class MeasuredBaseline
{
    public MeasuredBaseline(AskedGoal goal, GoalData data, GoalWindows windows, ReadMeasure measure, DaysLookedBackOn lookedBackOn)
    {
        IsInDoubt = data.IsBaselineInDoubt;
        if (windows.Baseline is not { } window)
        {
            Value = goal.Target.Baseline?.Stated ?? Quantity.Undefined(UndefinedReason.NoData, "baseline", goal.Measure.Unit);
            return;
        }

        Value = measure.ValueIn(window);
        if (!Value.IsDefined)
        {
            return;
        }

        // A measure that looks back may need time before the period, too.
        if (!IsInDoubt && measure.IsPartlyCovered(window))
        {
            IsInDoubt = true;
            Findings = [Partial(goal, window.Period, lookedBackOn.In(window, window.Period))];
        }

        // One that is measured over a period that is partly known is not known.
        if (IsInDoubt || measure.CutGrainIn(window) is not null)
        {
            Value = Quantity.Undefined(UndefinedReason.InsufficientData, "baseline", Value.Unit);
        }
    }

    public Quantity Value { get; }

    // Whether it has been said why the baseline is not known.
    public bool IsInDoubt { get; }

    public IReadOnlyList<Finding> Findings { get; } = [];

    private static Finding Partial(AskedGoal goal, ReportingPeriod period, LocalizedText? lookedBackOn)
    {
        var limits = TableLimits.LooksBack;
        if (lookedBackOn is not null)
        {
            limits = TableLimits.Because(lookedBackOn);
        }

        return goal.Finding(GoalFindings.PartialBaseline, "target/baseline", [new("period", period), new("limits", limits)]);
    }
}
