namespace GoalMetrics;

// What the known part of a period says about the whole of it.
internal enum KnownPart
{
    Nothing,

    // The rest is added: sums and counts.
    AddsUp,

    // More time can only add: distinct counts and maxima.
    IsLeast,

    // More time can only subtract: minima.
    IsMost,

    // It is the mean of a part of the time: means of days.
    IsMean,

    // The rest goes on from it: balances.
    IsLevel,

    // Nothing changes it: what the period opened with.
    IsFinal,
}
