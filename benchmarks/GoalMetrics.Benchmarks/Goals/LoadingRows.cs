namespace GoalMetrics.Benchmarks;

/// <summary>Facts that are objects into a table, against a bare loop of the same selectors into arrays.</summary>
internal sealed class LoadingRows : IGoalGroup
{
    /// <summary>The most that loading may take of the bare loop's time.</summary>
    internal const double Limit = 2.5;

    public string Name => "loading";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var facts = run.Objects(FactOrder.Sorted);
        yield return Row(run, facts, "loading objects, all five columns", GoalLimit.AtMost(Limit));
        yield return Row(
            run, facts, "loading objects, without the customer", null, LoadWithoutCustomer, LoopWithoutCustomer(facts));
    }

    /// <summary>All five columns in turn with the loop.</summary>
    internal static GoalRow Row(GoalRun run, List<Fact> facts, string goal, GoalLimit limit) =>
        Row(run, facts, goal, limit, Shop.Load, Loop(facts));

    private static GoalRow Row(
        GoalRun run, List<Fact> facts, string goal, GoalLimit? limit, Func<IEnumerable<Fact>, FactTable> load, SelectorLoop<Fact> loop)
    {
        if (load(facts).RowCount != facts.Count)
        {
            throw new InvalidOperationException("The table does not hold as many facts as the list.");
        }

        var found = run.Rounds.Measure(() => load(facts), () => loop.Run()).Each(facts.Count);
        return GoalRow.TimeOfPeer(goal, limit, "the selectors into arrays", found);
    }

    private static SelectorLoop<Fact> Loop(List<Fact> facts) => LoopWithoutCustomer(facts).With(fact => (long)fact.Customer);

    private static SelectorLoop<Fact> LoopWithoutCustomer(List<Fact> facts) => new SelectorLoop<Fact>(facts)
        .With(fact => fact.Time)
        .With(fact => fact.Channel)
        .With(fact => fact.Ordered)
        .With(fact => fact.Revenue);

    private static FactTable LoadWithoutCustomer(IEnumerable<Fact> facts) => FactTable.From("visits", facts)
        .At(fact => fact.Time)
        .Dimension("channel", fact => fact.Channel)
        .Flag("orders", fact => fact.Ordered, Unit.Count("order"))
        .Value("revenue", fact => fact.Revenue, Unit.Money("DKK"))
        .Build();
}
