namespace GoalMetrics.Statistics;

// The segmentation with the least squared error about the segments' means plus a penalty for each, by pruned dynamic programming.
internal static class Segmentation
{
    public static IReadOnlyList<int> Best(double[] values, int leastLength, double penalty)
    {
        var n = values.Length;
        var mean = values.Average();
        double[] sums = new double[n + 1], squares = new double[n + 1], cost = new double[n + 1];
        for (var i = 0; i < n; i++)
        {
            var value = values[i] - mean;
            sums[i + 1] = sums[i] + value;
            squares[i + 1] = squares[i] + (value * value);
        }

        var previous = new int[n + 1];
        List<int> candidates = [0];
        cost[0] = -penalty;
        Array.Fill(cost, double.PositiveInfinity, 1, n);
        for (var end = leastLength; end <= n; end++)
        {
            foreach (var start in candidates)
            {
                var total = cost[start] + Error(start, end) + penalty;
                if (total < cost[end])
                {
                    (cost[end], previous[end]) = (total, start);
                }
            }

            // From the next end on, a segment may begin here. A start that is worse without a penalty than ending here stays worse.
            var next = end - leastLength + 1;
            if (double.IsFinite(cost[next]))
            {
                candidates.RemoveAll(start => cost[start] + Error(start, next) > cost[next]);
                candidates.Add(next);
            }
        }

        return Starts(previous);

        double Error(int start, int end)
        {
            var sum = sums[end] - sums[start];
            return squares[end] - squares[start] - (sum * sum / (end - start));
        }
    }

    // Of the segments after the first: back from the end, each to the one before.
    private static List<int> Starts(int[] previous)
    {
        List<int> starts = [];
        for (var start = previous[^1]; start > 0; start = previous[start])
        {
            starts.Add(start);
        }

        starts.Reverse();
        return starts;
    }
}
