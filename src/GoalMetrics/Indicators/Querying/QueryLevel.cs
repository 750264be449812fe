namespace GoalMetrics;

// The rows of a query by some of its dimensions: where they are read, and where the rest is read if only the top members of one are kept.
internal sealed class QueryLevel(string[] dimensions, ReadingPart part, int grouping, CompiledQuery compiled)
{
    public CompiledQuery Compiled => compiled;

    public (ReadingPart Part, CompiledQuery Compiled)? Rest { get; init; }

    public int RestGrouping { get; init; }

    // The index of the rest's name among the members, and that name.
    public int RestPlace { get; init; }

    public string? RestName { get; init; }

    // One line for each combination of members.
    public List<QueryLine> Lines(CancellationToken cancellationToken)
    {
        var found = part.By(grouping);
        var lines = new List<QueryLine>(found.Members.Count);
        foreach (var member in InOrder(part, found))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Add(new(compiled, dimensions, found.Members[member].Members, found.Of(member), isRest: false));
        }

        if (Rest is var (restPart, ofRest))
        {
            AddRest(lines, restPart, ofRest);
        }

        return lines;
    }

    // The rest comes last. It is left out where it has no facts.
    private void AddRest(List<QueryLine> lines, ReadingPart restPart, CompiledQuery ofRest)
    {
        var rest = restPart.By(RestGrouping);
        if (!rest.HasFacts)
        {
            return;
        }

        foreach (var member in InOrder(restPart, rest))
        {
            var members = rest.Members[member].Members.Insert(RestPlace, RestName);
            lines.Add(new(ofRest, dimensions, members, rest.Of(member), isRest: true));
        }
    }

    private static int[] InOrder(ReadingPart part, Breakdown found)
    {
        if (found.Members.Count == 1)
        {
            return [0];
        }

        return found.InOrder(part.OrderOf(found.Dimensions));
    }
}
