namespace GoalMetrics;

/// <summary>An amount at a time: in years or periods, from any start.</summary>
internal readonly record struct TimedFlow(double Time, decimal Amount)
{
    // In order of time, the flows of one moment in one, and none of nothing: added up in decimal, for 0.1 + 0.2 - 0.3 is no flow.
    // Times then count from the first flow. Null where a sum is too large.
    public static List<TimedFlow>? Joined(IEnumerable<TimedFlow> flows)
    {
        List<TimedFlow> sorted = [.. flows.OrderBy(flow => flow.Time)];
        var start = sorted[0].Time;
        try
        {
            // Counted from the start before moments are compared: beside a time without bounds, two others may become one.
            return
            [
                .. sorted.GroupBy(flow => flow.Time - start)
                    .Select(moment => new TimedFlow(moment.Key, moment.Sum(flow => flow.Amount)))
                    .Where(flow => flow.Amount != 0m),
            ];
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
