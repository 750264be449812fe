using System.Globalization;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// The members that a grouping has whether or not there are facts of them: the weekdays, hours, days and months that lie in the time which
// was read and is covered, and the bands between others. As a period without facts has a row, they have one too.
internal sealed class ClosedMembers(
    IReadOnlyList<DerivedDimension> derived, Filter? filter, IEnumerable<PlannedTable> tables, ReportingCalendar calendar)
{
    private readonly Dictionary<DerivedDimension, IReadOnlyList<string?>> _known = [];
    private IReadOnlyList<Interval>? _read;

    // The combinations of members without facts, beside those that were found by the set of dimensions.
    public IEnumerable<IReadOnlyList<string?>> Beside(IReadOnlyList<string> dimensions, IReadOnlyList<MemberKey> found)
    {
        var closed = dimensions.Select(name => derived.FirstOrDefault(dimension => dimension.Name == name)).ToList();
        if (closed.TrueForAll(dimension => dimension is null))
        {
            return [];
        }

        // For each place the members that stand there, or null where the other dimensions decide.
        var members = closed.Select((dimension, place) => dimension is null ? null : MembersOf(dimension, place, found)).ToList();
        var others = found.Select(key => Others(key.Members, members)).Distinct().ToList();
        if (others.Count == 0 && members.TrueForAll(each => each is not null))
        {
            others.Add(new([.. members.Select(_ => (string?)null)]));
        }

        return others.SelectMany(other => Filled(other, members));
    }

    private static MemberKey Others(IReadOnlyList<string?> key, List<IReadOnlyList<string?>?> members) =>
        new([.. key.Select((member, place) => members[place] is null ? member : null)]);

    private static IEnumerable<IReadOnlyList<string?>> Filled(MemberKey other, List<IReadOnlyList<string?>?> members)
    {
        IEnumerable<string?[]> all = [[.. other.Members]];
        for (var place = 0; place < members.Count; place++)
        {
            if (members[place] is { } each)
            {
                var at = place;
                all = all.SelectMany(key => each.Select(member => With(key, at, member)));
            }
        }

        return all;
    }

    private static string?[] With(string?[] key, int place, string? member)
    {
        string?[] filled = [.. key];
        filled[place] = member;
        return filled;
    }

    private IReadOnlyList<string?> MembersOf(DerivedDimension dimension, int place, IReadOnlyList<MemberKey> found)
    {
        if (dimension is DerivedDimension.OfNumber bands)
        {
            return Between(bands, found.Select(key => key.Members[place]));
        }

        return OfTime(dimension);
    }

    // A histogram has no holes; below and above its facts it ends.
    private static List<string?> Between(DerivedDimension.OfNumber bands, IEnumerable<string?> found)
    {
        var places = found.Where(member => member is not null).Select(member => PlaceOf(bands, member!)).ToList();
        if (places.Count == 0)
        {
            return [];
        }

        return [.. Enumerable.Range(places.Min(), places.Max() - places.Min() + 1).Select(place => bands.Members[place])];
    }

    private static int PlaceOf(DerivedDimension.OfNumber bands, string member)
    {
        for (var place = 0; place < bands.Members.Count; place++)
        {
            if (bands.Members[place] == member)
            {
                return place;
            }
        }

        throw new InvalidOperationException($"An engine answered {Shown.Quote(member)}, which is not a band of '{bands}'.");
    }

    private IReadOnlyList<string?> OfTime(DerivedDimension dimension)
    {
        if (_known.TryGetValue(dimension, out var known))
        {
            return known;
        }

        _read ??= Read();
        var time = (DerivedDimension.OfTime)dimension;
        known =
        [
            .. All(time.Part).Where(member =>
                filter?.LetsThrough(time, member) != false && _read.Any(read => MemberParts.Occurs(time, member, read, calendar))),
        ];
        _known.Add(dimension, known);
        return known;
    }

    private static IEnumerable<string> All(TimePart part) => part switch
    {
        TimePart.Weekday => Enumerable.Range((int)IsoDayOfWeek.Monday, 7).Select(day => ((IsoDayOfWeek)day).ToString()),
        TimePart.HourOfDay => Numbers(0, 23),
        TimePart.DayOfMonth => Numbers(1, 31),
        _ => Numbers(1, 12),
    };

    private static IEnumerable<string> Numbers(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture));

    // The covered time that was read of any table, earliest first, without overlaps.
    private List<Interval> Read()
    {
        var read = new List<Interval>();
        var parts = tables.SelectMany(table => table.Times.SelectMany(table.Description.CoveredParts));
        foreach (var part in parts.OrderBy(part => part.Start))
        {
            if (read.Count > 0 && part.Start <= read[^1].End)
            {
                read[^1] = new(read[^1].Start, Instant.Max(read[^1].End, part.End));
            }
            else
            {
                read.Add(part);
            }
        }

        return read;
    }
}
