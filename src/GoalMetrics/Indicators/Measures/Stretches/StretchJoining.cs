namespace GoalMetrics;

// How the values of neighbouring stretches of time give the value of all of them.
internal enum StretchJoining
{
    // They do not: of distinct counts, percentiles and balances the facts themselves would be needed.
    None,
    Sum,
    Mean,
    Smallest,
    Largest,
    Earliest,
    Latest,
}
