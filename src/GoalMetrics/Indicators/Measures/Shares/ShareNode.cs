using System.Collections.Concurrent;
using NodaTime;

namespace GoalMetrics;

// A measure over the same one across all members of a dimension, which is read in a part of its own.
internal sealed class ShareNode(ShareMeasure measure, MeasureNode part, MeasureNode whole, ReadingPart across) : MeasureNode
{
    // For each breakdown, the number that each of its members has across the dimension; −1 where it has no facts there. Safe with several
    // threads, as each makes the same.
    private readonly ConcurrentDictionary<Breakdown, (Breakdown Across, int[] Numbers)> _across = [];

    public override WindowCoverage Coverage(int window) => part.Coverage(window);

    public override IReadOnlyList<Interval>? Times(int window) => part.Times(window);

    public override bool HasFacts(int window, Reading reading) => part.HasFacts(window, reading);

    public override Quantity Value(int window, Reading reading)
    {
        var own = part.Value(window, reading);
        if (!own.IsDefined)
        {
            return Quantity.Undefined(own.Reason!.Value, measure.Measure.Id, measure.Unit);
        }

        var all = WholeOf(window, reading);
        if (all is { IsDefined: true, Amount: not 0m })
        {
            return own / all;
        }

        return Quantity.Undefined(all.Reason ?? UndefinedReason.ZeroDenominator, measure.Measure.Id, measure.Unit);
    }

    public override IReadOnlyList<MeasureValue> Evidence(int window, Reading reading) =>
        [new(measure.Measure, part.Value(window, reading)), new(measure.Measure, WholeOf(window, reading))];

    // Where there are no facts across the dimension, there are none of the member either.
    private Quantity WholeOf(int window, Reading reading)
    {
        var (breakdown, numbers) = _across.GetOrAdd(reading.Breakdown, Across);
        return numbers[reading.Member] is >= 0 and var number
            ? whole.Value(window, reading.In(breakdown, number))
            : part.Value(window, reading);
    }

    private (Breakdown Across, int[] Numbers) Across(Breakdown breakdown)
    {
        var place = breakdown.PlaceOf(measure.Dimension);
        var all = across.By(breakdown.Dimensions.Where(dimension => dimension != measure.Dimension));
        var numberOf = new Dictionary<MemberKey, int>(all.Members.Count);
        for (var number = 0; number < all.Members.Count; number++)
        {
            numberOf.Add(all.Members[number], number);
        }

        return (all, [.. breakdown.Members.Select(key => numberOf.GetValueOrDefault(Without(key, place), -1))]);
    }

    private static MemberKey Without(MemberKey key, int place) => place < 0 ? key : new(key.Members.RemoveAt(place));
}
