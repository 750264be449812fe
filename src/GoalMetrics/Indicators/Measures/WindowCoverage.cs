namespace GoalMetrics;

// How much of the time that a value stands for has data.
internal enum WindowCoverage : byte
{
    // Days are missing that the value should be about.
    Partial,

    // All from the beginning of the data to their end, where the value is about no more: a cumulative sum, or a period that is not over.
    AsFarAsDataGo,

    // All of it, up to the moment of the question.
    Full,
}
