using System.Collections.Immutable;

namespace GoalMetrics;

// Reads the cells of a query by any of its dimensions. Where only the top members of one are wanted, the rest is read as a whole.
internal sealed class LevelReader(
    Query query, MetricReader reader, MetricPlan plan, MeasureScope range, IReadOnlyDictionary<string, Measure> measures)
{
    private ImmutableArray<string?>? _top;

    public async ValueTask<MetricLevel> ReadAsync(ImmutableArray<string> dimensions, CancellationToken cancellationToken)
    {
        if (query.TopMembers is not { } top || !dimensions.Contains(top.Dimension))
        {
            var cells = await reader.ReadAsync(plan, dimensions, query.Filter, cancellationToken).ConfigureAwait(false);

            // Members with facts anywhere, now or in a period compared with, keep their place in every period.
            return new(dimensions, [.. KeysOf(cells, dimensions).Select(key => (key.Members, false, cells.For(key.Members)))], measures, cells.MetricsWithFacts);
        }

        var (kept, hasRest) = await TopAsync(top, cancellationToken).ConfigureAwait(false);
        var place = dimensions.IndexOf(top.Dimension);
        var isKept = Filter.In(top.Dimension, [.. kept]);
        var ofKept = await reader.ReadAsync(plan, dimensions, And(isKept), cancellationToken).ConfigureAwait(false);
        var rows = KeysOf(ofKept, dimensions).Select(key => (key.Members, false, ofKept.For(key.Members))).ToList();
        if (hasRest)
        {
            var others = dimensions.Remove(top.Dimension);
            var ofRest = await reader.ReadAsync(plan, others, And(!isKept), cancellationToken).ConfigureAwait(false);
            rows.AddRange(KeysOf(ofRest, others).Select(key => (key.Members.Insert(place, top.Rest), true, ofRest.For(key.Members))));
        }

        return new(dimensions, rows, measures, ofKept.MetricsWithFacts);
    }

    private static IEnumerable<MemberKey> KeysOf(MetricCells cells, ImmutableArray<string> dimensions) =>
        dimensions.IsEmpty ? [new([])] : cells.Members.Order();

    private Filter And(Filter filter) => query.Filter is { } own ? own & filter : filter;

    private async ValueTask<(ImmutableArray<string?> Kept, bool HasRest)> TopAsync(TopMembers top, CancellationToken cancellationToken)
    {
        var cells = await reader.ReadAsync(plan, [top.Dimension], query.Filter, cancellationToken).ConfigureAwait(false);
        var all = cells.Members.Order().Select(key => key.Members).ToList();
        _top ??= [.. all
            .Select(members => (Member: members[0], Value: top.By.Evaluate(range, cells.For(members))))
            .OrderByDescending(ranked => ranked.Value.IsDefined)
            .ThenByDescending(ranked => ranked.Value.AmountOrNull)
            .Take(top.Count)
            .Select(ranked => ranked.Member)];
        return all.Any(members => members[0] == top.Rest)
            ? throw new ArgumentException(
                $"Dimension '{top.Dimension}' has a member {Shown.Quote(top.Rest)}, so the rest cannot be called so too. Give it another name: Top({top.Count}, \"{top.Dimension}\", by, restAs: \"…\").")
            : (_top.Value, all.Count > _top.Value.Length);
    }
}
