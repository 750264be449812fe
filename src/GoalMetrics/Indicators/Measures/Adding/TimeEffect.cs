namespace GoalMetrics;

// What more time can do to a value, and so what a part of the time says about the whole.
internal enum TimeEffect : byte
{
    // A rate, an average or a balance of a part of the time stands for all of it.
    None,

    // Sums, counts and largest values: the whole is at least the part.
    OnlyAdds,

    // Smallest values: the whole is at most the part.
    OnlySubtracts,

    // Differences of sums, and all that looks back: a part says nothing.
    EitherWay,
}
