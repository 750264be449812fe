namespace GoalMetrics;

// What was read for one combination of members. Of one metric, if any, raised by as much as it may be off.
internal readonly struct Reading(Breakdown breakdown, int member, Metric? raised = null)
{
    public Breakdown Breakdown => breakdown;

    public int Member => member;

    public bool IsRaised(Metric metric) => ReferenceEquals(raised, metric);

    public Reading WithErrorOf(Metric metric) => new(breakdown, member, metric);
}
