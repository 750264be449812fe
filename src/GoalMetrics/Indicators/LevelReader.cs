using System.Collections.Immutable;

namespace GoalMetrics;

// Reads the cells of a query by any of its dimensions. Where only the top members of one are wanted, the rest is read as a whole.
internal sealed class LevelReader(
    Query query, MetricReader reader, MetricPlan plan, MeasureScope range, IReadOnlyDictionary<string, Measure> measures)
{
    // Of each set of dimensions.
    public async ValueTask<MetricLevel[]> ReadAsync(IReadOnlyList<ImmutableArray<string>> levels, CancellationToken cancellationToken)
    {
        var top = query.TopMembers is { } asked && levels.Any(dimensions => dimensions.Contains(asked.Dimension))
            ? await TopAsync(asked, cancellationToken).ConfigureAwait(false)
            : ((TopMembers Top, Filter IsKept, bool HasRest)?)null;
        var views = levels.SelectMany(dimensions => Views(dimensions, top)).ToList();
        var cells = new Queue<MetricCells>(await reader.ReadAsync(plan, views, cancellationToken).ConfigureAwait(false));
        return [.. levels.Select(dimensions => Level(dimensions, top, cells, cancellationToken))];
    }

    private IEnumerable<(ImmutableArray<string> Dimensions, Filter? Filter)> Views(
        ImmutableArray<string> dimensions, (TopMembers Top, Filter IsKept, bool HasRest)? ranked)
    {
        if (ranked is not var (top, isKept, hasRest) || !dimensions.Contains(top.Dimension))
        {
            yield return (dimensions, query.Filter);
            yield break;
        }

        yield return (dimensions, And(isKept));
        if (hasRest)
        {
            yield return (dimensions.Remove(top.Dimension), And(!isKept));
        }
    }

    // From the cells of its views, in their order.
    private MetricLevel Level(ImmutableArray<string> dimensions, (TopMembers Top, Filter IsKept, bool HasRest)? ranked, Queue<MetricCells> cells, CancellationToken cancellationToken)
    {
        // Members with facts anywhere, now or in a period compared with, keep their place in every period.
        var kept = cells.Dequeue();
        var rows = Rows(kept, dimensions, members => (members, false, kept.For(members)), cancellationToken);
        if (ranked is var (top, _, hasRest) && hasRest && dimensions.Contains(top.Dimension))
        {
            var rest = cells.Dequeue();
            var place = dimensions.IndexOf(top.Dimension);
            rows.AddRange(Rows(rest, dimensions.Remove(top.Dimension), members => (members.Insert(place, top.Rest), true, rest.For(members)), cancellationToken));
        }

        return new(dimensions, rows, measures);
    }

    private static List<TRow> Rows<TRow>(
        MetricCells cells, ImmutableArray<string> dimensions, Func<ImmutableArray<string?>, TRow> row, CancellationToken cancellationToken)
    {
        MemberKey[] keys = dimensions.IsEmpty ? [new([])] : Sorted(cells, cancellationToken);
        var rows = new List<TRow>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            cancellationToken.CheckAt(i);
            rows.Add(row(keys[i].Members));
        }

        return rows;
    }

    private static MemberKey[] Sorted(MetricCells cells, CancellationToken cancellationToken)
    {
        MemberKey[] keys = [.. cells.Members];
        CancellableWork.Sort(keys, static (left, right) => left.CompareTo(right), cancellationToken);
        return keys;
    }

    private Filter And(Filter filter) => query.Filter is { } own ? own & filter : filter;

    private async ValueTask<(TopMembers Top, Filter IsKept, bool HasRest)> TopAsync(TopMembers top, CancellationToken cancellationToken)
    {
        var cells = await reader.ReadAsync(plan, [top.Dimension], query.Filter, cancellationToken).ConfigureAwait(false);
        var all = Rows(cells, [top.Dimension], members => (Member: members[0], Value: top.By.Evaluate(range, cells.For(members)).AmountOrNull), cancellationToken);
        var places = Enumerable.Range(0, all.Count).ToArray();
        CancellableWork.Sort(
            places,
            (left, right) => Nullable.Compare(all[right].Value, all[left].Value) is not 0 and var order ? order : left.CompareTo(right),
            cancellationToken);
        string?[] kept = [.. places.Take(top.Count).Select(place => all[place].Member)];
        return all.Exists(ranked => ranked.Member == top.Rest)
            ? throw new ArgumentException(
                $"Dimension '{top.Dimension}' has a member {Shown.Quote(top.Rest)}, so the rest cannot be called so too. Give it another name: Top({top.Count}, \"{top.Dimension}\", by, restAs: \"…\").")
            : (top, Filter.In(top.Dimension, kept), all.Count > kept.Length);
    }
}
