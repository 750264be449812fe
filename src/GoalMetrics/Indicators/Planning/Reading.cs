namespace GoalMetrics;

// What was read for one combination of members. The values of one metric may be raised by their error, to see what that changes.
internal readonly struct Reading(Breakdown breakdown, int member, Metric? raised = null)
{
    public Breakdown Breakdown => breakdown;

    public int Member => member;

    public bool IsRaised(Metric metric) => ReferenceEquals(raised, metric);

    public Reading WithErrorOf(Metric metric) => new(breakdown, member, metric);
}
