namespace GoalMetrics;

// Makes differences of the totals that an observable counter reports, tag set by tag set. What it had counted before it was first collected
// happened at an unknown time and is left out; a tag set that turns up later began at 0. So did a rising total that is lower than before:
// what counts it was restarted. Used by one thread at a time.
internal sealed class ObservedTotals(bool isRising, int firstCollection, TagTexts texts)
{
    private readonly Dictionary<string, decimal> _totals = new(StringComparer.Ordinal);

    public bool IsRising => isRising;

    // Null where there is none yet. Below 0 for a rising total that cannot have begun at 0 again.
    public decimal? Difference(decimal total, ReadOnlySpan<KeyValuePair<string, object?>> tags, int collection)
    {
        var key = Key(tags);
        var isKnown = _totals.TryGetValue(key, out var before);
        _totals[key] = total;
        if (!isKnown && collection <= firstCollection)
        {
            return null;
        }

        var hasRestarted = isRising && total >= 0m && total < before;
        if (hasRestarted)
        {
            return total;
        }

        return total - before;
    }

    // The same for the same tags in any order.
    private string Key(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var parts = new string[tags.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var member = texts.Of(tags[i].Value);
            parts[i] = $"{tags[i].Key}\0{(member is null ? "" : "=")}{member}";
        }

        Array.Sort(parts, StringComparer.Ordinal);
        return string.Join("\0\0", parts);
    }
}
