namespace GoalMetrics;

// The rows of a query by some of its dimensions: where they are read, and where the rest is read if only the top members of one are kept.
internal sealed class QueryLevel(string[] dimensions, ReadingPart part, int grouping)
{
    public ReadingPart Part => part;

    public ReadingPart? RestPart { get; init; }

    public int RestGrouping { get; init; }

    // The index of the rest's name among the members, and that name.
    public int RestPlace { get; init; }

    public string? RestName { get; init; }

    // One line for each combination of members.
    public List<QueryLine> Lines(Func<ReadingPart, CompiledQuery> compiled, CancellationToken cancellationToken)
    {
        var found = part.By(grouping);
        var lines = new List<QueryLine>(found.Members.Count);
        var ofPart = compiled(part);
        foreach (var member in found.InOrder(OrderOf(part, found)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Add(new(ofPart, dimensions, found.Members[member].Members, found.Of(member), isRest: false));
        }

        if (RestPart is not null)
        {
            AddRest(lines, compiled(RestPart));
        }

        return lines;
    }

    // The rest comes last. It is left out where it has no facts.
    private void AddRest(List<QueryLine> lines, CompiledQuery compiled)
    {
        var rest = RestPart!.By(RestGrouping);
        if (!rest.HasFacts)
        {
            return;
        }

        foreach (var member in rest.InOrder(OrderOf(RestPart, rest)))
        {
            var members = rest.Members[member].Members.Insert(RestPlace, RestName);
            lines.Add(new(compiled, dimensions, members, rest.Of(member), isRest: true));
        }
    }

    private static MemberOrder OrderOf(ReadingPart part, Breakdown found) => part.OrderOf(found.Dimensions);
}
