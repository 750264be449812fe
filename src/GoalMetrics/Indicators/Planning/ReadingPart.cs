using GoalMetrics.Sources;

namespace GoalMetrics;

// The part of a plan with one filter and one list of sets of dimensions; once the plan has been read, its answer.
internal sealed class ReadingPart(
    ReadingPlan plan,
    Filter? filter,
    IReadOnlyList<IReadOnlyList<string>> groupings,
    IReadOnlyList<DerivedDimension> derived)
{
    private readonly Dictionary<string, PlannedTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<Metric, List<TableNode>> _nodes = [];
    private readonly List<PlannedRequest> _requests = [];
    private readonly HashSet<string> _asked = DimensionsOf(groupings);
    private Breakdown[]? _breakdowns;

    public ReadingPlan Plan => plan;

    public Filter? Filter => filter;

    // The dimensions of its sets that follow from the time or a value of a fact.
    public IReadOnlyList<DerivedDimension> Derived => derived;

    // All dimensions of the question, of which its sets may have some only.
    public IReadOnlyCollection<string> Asked => _asked;

    // Of a part that is limited to some members of a dimension: the filter without that limit.
    public (string Dimension, Filter? Filter)? Unlimited { get; set; }

    private bool IsDraft { get; init; }

    // Whether any of its sets of dimensions has this one.
    public bool IsBy(string dimension) => groupings.Any(grouping => grouping.Contains(dimension));

    // Only the largest groups; null for all.
    public MemberRanking? Ranking { get; set; }

    public bool IsAbout(
        Filter? otherFilter, IReadOnlyList<IReadOnlyList<string>> otherGroupings, IReadOnlyList<DerivedDimension> otherDerived) =>
        Equals(filter, otherFilter)
        && derived.SequenceEqual(otherDerived)
        && IsBySame(otherGroupings);

    public PlannedTable Table(TableSchema table)
    {
        if (!_tables.TryGetValue(table.Name, out var planned))
        {
            var described = plan.Tables.Of(table);
            DerivedRules.Check(derived, filter, described, plan.Tables.Source);
            _tables.Add(table.Name, planned = new(described, plan.Tables.Source));
        }

        return planned;
    }

    // A metric compiled for these windows, once for all measures that are computed from it.
    public TableNode Node(Metric metric, IReadOnlyList<ReadingWindow?> windows)
    {
        if (!_nodes.TryGetValue(metric, out var nodes))
        {
            _nodes.Add(metric, nodes = []);
        }

        foreach (var known in nodes)
        {
            if (ReferenceEquals(known.Windows, windows))
            {
                return known;
            }
        }

        TableNode node = metric.Currency is null ? new MetricNode(metric, windows, this) : new ConvertedNode(metric, windows, this);
        nodes.Add(node);
        return node;
    }

    // A part with the same terms that is never read, to find out what a measure would plan.
    public ReadingPart Draft()
    {
        var draft = new ReadingPart(plan, filter, groupings, derived) { IsDraft = true, Unlimited = Unlimited };
        draft.AskBy(_asked);
        return draft;
    }

    public void AskBy(IEnumerable<string> dimensions) => _asked.UnionWith(dimensions);

    // The part that is read over all members of a dimension, whatever the limit to some of them.
    public ReadingPart Across(string dimension)
    {
        var unlimited = Unlimited is { } limit && limit.Dimension == dimension ? limit.Filter : filter;
        var sets = new List<IReadOnlyList<string>>();
        foreach (var grouping in groupings)
        {
            string[] set = [.. grouping.Where(other => other != dimension)];
            if (!sets.Exists(set.SequenceEqual))
            {
                sets.Add(set);
            }
        }

        var part = Alike(unlimited, sets);
        part.Unlimited ??= Unlimited?.Dimension == dimension ? null : Unlimited;
        part.AskBy(_asked);
        return part;
    }

    // The part of the same sets of dimensions with another filter.
    public ReadingPart Filtered(Func<Filter?, Filter?> change)
    {
        var changed = change(filter);
        if (Equals(changed, filter))
        {
            return this;
        }

        var part = Alike(changed, groupings);
        part.Unlimited ??= Unlimited is var (dimension, all) ? (dimension, change(all)) : null;
        part.AskBy(_asked);
        return part;
    }

    // A draft makes drafts, which are never read; any other part belongs to the plan.
    private ReadingPart Alike(Filter? other, IReadOnlyList<IReadOnlyList<string>> sets)
    {
        if (IsDraft)
        {
            return new(plan, other, sets, derived) { IsDraft = true };
        }

        return plan.Part(other, sets, derived);
    }

    // The order of members in results.
    public MemberOrder OrderOf(IReadOnlyList<string> dimensions)
    {
        var all = new FactDimension[dimensions.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = (derived.Count == 0 ? null : Listed(dimensions[i])) ?? plan.Tables.DimensionNamed(dimensions[i]);
        }

        return new(all);
    }

    private FactDimension? Listed(string dimension) => derived.FirstOrDefault(each => each.Name == dimension)?.Listed;

    public void AddRequests(List<AggregateRequest> requests)
    {
        foreach (var table in _tables.Values)
        {
            AddRequests(table.Requests(), requests);
        }
    }

    // There is nothing to ask for where no window can contain a fact.
    private void AddRequests(List<PlannedRequest> planned, List<AggregateRequest> requests)
    {
        foreach (var request in planned)
        {
            if (request.HasWindows)
            {
                request.Number = _requests.Count;
                _requests.Add(request);
                requests.Add(request.ToRequest(filter, groupings, derived, plan.AsOf, Ranking));
            }
        }
    }

    // Takes the answers to its requests: those from the start up to, but not including, the end.
    public void Take(IReadOnlyList<AggregateAnswer> answers, int start, int end, CancellationToken cancellationToken)
    {
        // Where an engine was asked for the largest members, others are none of the answer.
        ClosedMembers? closed = null;
        if (derived.Count > 0 && Ranking is null)
        {
            closed = new(derived, filter, _tables.Values, plan.Tables.Calendar);
        }

        _breakdowns = new Breakdown[groupings.Count];
        for (var grouping = 0; grouping < _breakdowns.Length; grouping++)
        {
            var rows = new AggregateRows[end - start];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = _requests[i].RowsOf(answers[start + i], grouping);
            }

            _breakdowns[grouping] = new(groupings[grouping], rows, closed, cancellationToken);
        }
    }

    public Breakdown By(IEnumerable<string> dimensions)
    {
        string[] set = [.. dimensions];
        return By(Enumerable.Range(0, groupings.Count).First(grouping => groupings[grouping].SequenceEqual(set)));
    }

    // The answer by one of its sets of dimensions.
    public Breakdown By(int grouping) =>
        _breakdowns?[grouping] ?? throw new InvalidOperationException("The plan has not been read yet.");

    private static HashSet<string> DimensionsOf(IReadOnlyList<IReadOnlyList<string>> groupings)
    {
        var dimensions = new HashSet<string>();
        for (var i = 0; i < groupings.Count; i++)
        {
            dimensions.UnionWith(groupings[i]);
        }

        return dimensions;
    }

    private bool IsBySame(IReadOnlyList<IReadOnlyList<string>> otherGroupings)
    {
        if (groupings.Count != otherGroupings.Count)
        {
            return false;
        }

        for (var i = 0; i < groupings.Count; i++)
        {
            if (!groupings[i].SequenceEqual(otherGroupings[i]))
            {
                return false;
            }
        }

        return true;
    }

    // The answer over all members, for a part that has no other set of dimensions.
    public Reading Total => By(0).Of(0);
}
