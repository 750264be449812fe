namespace GoalMetrics.Benchmarks;

/// <summary>
/// The library's live accumulators, as loops over the channels of <see cref="FactRow.Channels"/> in turn, so that nothing but the
/// measurements is timed.
/// </summary>
/// <param name="Add">Adds so many visits, on one thread.</param>
/// <param name="AddThreadSafe">Adds so many visits in the way that several threads may use at once.</param>
/// <param name="Total">All visits that either way has counted so far.</param>
/// <param name="AddToHundredMetrics">Adds so many facts, each into 100 metrics.</param>
internal sealed record LiveSide(Action<int> Add, Action<int> AddThreadSafe, Func<long> Total, Action<int> AddToHundredMetrics)
{
    /// <summary>The live accumulators; null until the library has them, and only the peer is measured.</summary>
    public static LiveSide? Create() => null;
}
