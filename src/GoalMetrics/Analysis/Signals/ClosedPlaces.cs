namespace GoalMetrics;

// The weekdays, hours or months at which nothing happens, as on the Sundays of a shop. That it is 0 each time says nothing about how far
// values stray.
internal sealed class ClosedPlaces
{
    // Among so many values of a place one may be there that does not belong there.
    private const int OneIn = 10;

    private readonly Func<ReportingPeriod, int> _placeOf;
    private readonly HashSet<int> _places;

    private ClosedPlaces(Func<ReportingPeriod, int> placeOf, HashSet<int> places) => (_placeOf, _places) = (placeOf, places);

    public static ClosedPlaces None { get; } = new(_ => 0, []);

    public bool IsEmpty => _places.Count == 0;

    public bool Hold(ReportingPeriod period) => !IsEmpty && _places.Contains(_placeOf(period));

    // Where something happens only now and then, a place without anything is chance.
    public static ClosedPlaces Of(
        IReadOnlyList<double?> values, IReadOnlyList<ReportingPeriod> periods, Func<ReportingPeriod, int> placeOf, int fewest)
    {
        var places = values
            .Select((value, i) => (Value: value, Place: placeOf(periods[i])))
            .Where(each => each.Value is not null)
            .GroupBy(each => each.Place, each => each.Value != 0d)
            .ToLookup(IsClosed);
        var open = places[false].SelectMany(place => place).ToList();
        if (2 * open.Count(isBusy => isBusy) > open.Count)
        {
            return new(placeOf, [.. places[true].Select(place => place.Key)]);
        }

        return None;

        bool IsClosed(IGrouping<int, bool> place)
        {
            var (count, busy) = (place.Count(), place.Count(isBusy => isBusy));
            return busy <= Math.Max(1, count / OneIn) && count - busy >= fewest;
        }
    }
}
