using GoalMetrics.Sources;

namespace GoalMetrics;

// Whether an engine has answered what it was asked. What does not fit is an error of the engine, and no plausible number comes of it.
internal static class AnswerRules
{
    public static void Check(IMetricSource source, IReadOnlyList<AggregateRequest> requests, IReadOnlyList<AggregateAnswer>? answers)
    {
        if (answers?.Count != requests.Count)
        {
            var given = Shown.Number(answers?.Count ?? 0, "answer");
            throw Unfit(source, Shown.Number(requests.Count, "request"), given, "one for each, in order");
        }

        for (var i = 0; i < requests.Count; i++)
        {
            var (request, groupings) = (requests[i], answers[i]?.Groupings);
            if (groupings?.Count != request.Groupings.Count)
            {
                var asked = $"{Shown.Number(request.Groupings.Count, "grouping")} of '{request.Table}'";
                throw Unfit(source, asked, $"rows of {groupings?.Count ?? 0}", "rows of each, in order");
            }

            for (var grouping = 0; grouping < groupings.Count; grouping++)
            {
                Check(source, request, request.Groupings[grouping], groupings[grouping]);
            }
        }
    }

    // Several rows would be one window's and member's, of which there is one value.
    public static InvalidOperationException Repeated(int window, ReadOnlySpan<string?> members)
    {
        var of = members.IsEmpty ? "" : $" of {Shown.List(members.ToArray().Select(member => member ?? "null"))}";
        return new(FormattableString.Invariant(
            $"An engine's answer has two rows for window {window}{of}. Expected each combination of window and members once."));
    }

    private static void Check(IMetricSource source, AggregateRequest request, IReadOnlyList<string> grouping, AggregateRows? rows)
    {
        if (rows?.DimensionCount != grouping.Count || rows.AggregateCount != request.Aggregates.Count)
        {
            var (dimensions, aggregates) = (Shown.Number(grouping.Count, "dimension"), Shown.Number(request.Aggregates.Count, "aggregate"));
            throw Unfit(
                source,
                $"{dimensions} and {aggregates} of '{request.Table}'",
                $"rows of {rows?.DimensionCount ?? 0} and {rows?.AggregateCount ?? 0}",
                "as many as were asked for");
        }

        var windows = request.Time.Windows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.WindowOf(row) >= windows)
            {
                var given = $"a row for window {rows.WindowOf(row)}";
                throw Unfit(source, $"{Shown.Number(windows, "window")} of '{request.Table}'", given, "an index below their number");
            }
        }
    }

    private static InvalidOperationException Unfit(IMetricSource source, string asked, string given, string expected) =>
        new($"The source {IDecoratedSource.NameOf(source)} was asked for {asked}, and gave {given}. Expected {expected}.");
}
