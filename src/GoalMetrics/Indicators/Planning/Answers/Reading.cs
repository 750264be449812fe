namespace GoalMetrics;

// What was read for one combination of members. The values of one metric may be raised by their error, to see what that changes.
internal readonly struct Reading(Breakdown breakdown, int member, Metric? raised = null, DayShift? rates = null)
{
    public Breakdown Breakdown => breakdown;

    public int Member => member;

    // Where set, money is converted at the rates of an earlier time.
    public DayShift? Rates => rates;

    public bool IsRaised(Metric metric) => ReferenceEquals(raised, metric);

    // The same of another combination of members.
    public Reading In(Breakdown other, int otherMember) => new(other, otherMember, raised, rates);

    public Reading WithErrorOf(Metric metric) => new(breakdown, member, metric);

    public Reading AtRatesOf(DayShift earlier) => new(breakdown, member, raised, earlier);
}
