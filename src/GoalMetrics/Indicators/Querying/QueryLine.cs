using System.Collections.Immutable;

namespace GoalMetrics;

// What the rows of one combination of members have in common, period by period.
internal sealed class QueryLine(
    CompiledQuery compiled, string[] dimensions, ImmutableArray<string?> members, Reading reading, bool isRest)
{
    public CompiledQuery Compiled => compiled;

    public string[] Dimensions => dimensions;

    public ImmutableArray<string?> Members => members;

    public Reading Reading => reading;

    public bool IsRest => isRest;
}
