using System.Collections.Concurrent;

namespace GoalMetrics;

// From what was read for a combination of members to what was read for the same one in a part without some of the dimensions.
internal sealed class AcrossReadings(ReadingPart across, IReadOnlyCollection<string> without)
{
    // For each breakdown, the number that each of its members has across the dimensions; −1 where it has no facts there. Safe with several
    // threads, as each makes the same.
    private readonly ConcurrentDictionary<Breakdown, (Breakdown Across, int[] Numbers)> _across = [];

    public bool TryOf(Reading reading, out Reading other)
    {
        var (breakdown, numbers) = _across.GetOrAdd(reading.Breakdown, Across);
        var number = numbers[reading.Member];
        other = number < 0 ? reading : reading.In(breakdown, number);
        return number >= 0;
    }

    private (Breakdown Across, int[] Numbers) Across(Breakdown breakdown)
    {
        int[] kept = [.. Enumerable.Range(0, breakdown.Dimensions.Count).Where(place => !without.Contains(breakdown.Dimensions[place]))];
        var all = across.By(kept.Select(place => breakdown.Dimensions[place]));
        var numberOf = new Dictionary<MemberKey, int>(all.Members.Count);
        for (var number = 0; number < all.Members.Count; number++)
        {
            numberOf.Add(all.Members[number], number);
        }

        return (all, [.. breakdown.Members.Select(key => numberOf.GetValueOrDefault(Kept(key, kept), -1))]);
    }

    private static MemberKey Kept(MemberKey key, int[] places)
    {
        if (places.Length == key.Members.Length)
        {
            return key;
        }

        return new([.. places.Select(place => key.Members[place])]);
    }
}
