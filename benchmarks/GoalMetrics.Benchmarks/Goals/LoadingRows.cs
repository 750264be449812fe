namespace GoalMetrics.Benchmarks;

/// <summary>Facts that are objects into a table, against <c>List&lt;T&gt;.Add</c> of the same objects.</summary>
internal sealed class LoadingRows : IGoalGroup
{
    public string Name => "loading";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var facts = run.Objects(FactOrder.Sorted);
        yield return Row(run, facts, "loading objects, all five columns, against List.Add", GoalLimit.AtMost(3), Shop.Load);
        yield return Row(run, facts, "loading objects, without the customer", null, LoadWithoutCustomer);
    }

    /// <summary>Loads and adds in turn.</summary>
    internal static GoalRow Row(GoalRun run, List<Fact> facts, string goal, GoalLimit? limit, Func<IEnumerable<Fact>, FactTable> load)
    {
        if (load(facts).RowCount != Add(facts).Count)
        {
            throw new InvalidOperationException("The table does not hold as many facts as the list.");
        }

        var found = run.Rounds.Measure(() => load(facts), () => Add(facts)).Each(facts.Count);
        return GoalRow.TimeOfPeer(goal, limit, "List.Add", found);
    }

    private static FactTable LoadWithoutCustomer(IEnumerable<Fact> facts) => FactTable.From("visits", facts)
        .At(fact => fact.Time)
        .Dimension("channel", fact => fact.Channel)
        .Flag("orders", fact => fact.Ordered, Unit.Count("order"))
        .Value("revenue", fact => fact.Revenue, Unit.Money("DKK"))
        .Build();

    private static List<Fact> Add(List<Fact> facts)
    {
        var list = new List<Fact>();
        foreach (var fact in facts)
        {
            list.Add(fact);
        }

        return list;
    }
}
