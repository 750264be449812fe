using NodaTime;

namespace GoalMetrics;

// Days without data that the measure looks back on: not those of the goal's own period.
internal sealed partial class GoalSituation
{
    // In the baseline and in what is judged.
    private void FindLookedBackOn()
    {
        if (_trial is not null || !Goal.Measure!.LooksBack)
        {
            return;
        }

        foreach (var window in _read.OfType<ReadingWindow>())
        {
            DataFindings.AddNew(_findings, LackingIn(window).Findings(AsOf, Period.Calendar).Where(IsNews));
        }

        // Where data end, and that the goal's own begin late, is said of the goal.
        bool IsNews(Finding finding) =>
            finding.Kind == DataFindings.DataGap
            || (finding.Kind == DataFindings.DataBegin && !_findings.Exists(known => IsSame(known, finding)));

        static bool IsSame(Finding ofGoal, Finding ofTable) =>
            ofGoal.Kind == GoalFindings.DataBegin && Equals(ofGoal.Arguments[0].Value, ofTable.Arguments[0].Value);
    }

    // What is missing of the baseline or of a window that is judged, where the measure looks back.
    private LackingData LackingIn(ReadingWindow window)
    {
        var lacking = new LackingData();
        var place = Array.IndexOf(_read, window);
        if (Goal.Measure!.LooksBack && _node!.Coverage(place) == WindowCoverage.Partial)
        {
            _node.AddLacking(place, lacking);
        }

        return lacking;
    }

    // Which days the measure looks back on that are missing, in words; null where it lacks none, or days of the period itself.
    private LocalizedText? LooksBackIn(ReadingWindow window, ReportingPeriod period)
    {
        var lacking = LackingIn(window);
        var time = new Interval(period.Start, Instant.Max(period.Start, Instant.Min(period.End, JudgedAt)));
        var isOfPeriod = (period.Start < _begin && _begin < time.End) || _tables.Exists(table => table.HasGapIn(time));
        if (lacking.IsEmpty || isOfPeriod)
        {
            return null;
        }

        return TableLimits.LookedBackOn(lacking, period.Calendar);
    }
}
