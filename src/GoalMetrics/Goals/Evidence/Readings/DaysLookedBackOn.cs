using NodaTime;

namespace GoalMetrics;

// Days without data that a goal's measure looks back on: not those of the goal's own period.
internal sealed class DaysLookedBackOn(AskedGoal goal, GoalData data, ReadMeasure measure)
{
    // What is said of them before the measure is read. Where data end, and that the goal's own begin late, is said of the goal.
    public IEnumerable<Finding> Find(GoalWindows windows, IReadOnlyList<Finding> ofGoal)
    {
        if (windows.Trial is not null)
        {
            return [];
        }

        return windows.All.SelectMany(window => LackingIn(window).Findings(data.AsOf, goal.Period.Calendar)).Where(IsNews);

        bool IsNews(Finding finding) =>
            finding.Kind == DataFindings.DataGap
            || (finding.Kind == DataFindings.DataBegin && !ofGoal.Any(known => IsSame(known, finding)));

        static bool IsSame(Finding known, Finding finding) =>
            known.Kind == GoalFindings.DataBegin && Equals(known.Arguments[0].Value, finding.Arguments[0].Value);
    }

    // Which of them are missing of a period, in words; null where none are, or days of the period itself.
    public LocalizedText? In(ReadingWindow window, ReportingPeriod period)
    {
        var lacking = LackingIn(window);
        var end = Instant.Max(period.Start, Instant.Min(period.End, data.Reach.JudgedAt));
        var isOfPeriod = data.Known.BeginsBetween(period.Start, end) || data.Tables.HaveGapIn(new(period.Start, end));
        if (lacking.IsEmpty || isOfPeriod)
        {
            return null;
        }

        return TableLimits.LookedBackOn(lacking, period.Calendar);
    }

    // What is missing of the baseline or of a window that is judged.
    private LackingData LackingIn(ReadingWindow window)
    {
        var lacking = new LackingData();
        if (goal.Measure.LooksBack && measure.IsPartlyCovered(window))
        {
            measure.AddLacking(window, lacking);
        }

        return lacking;
    }
}
