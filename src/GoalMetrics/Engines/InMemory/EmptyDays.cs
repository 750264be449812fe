using NodaTime;

namespace GoalMetrics;

// The days, or the longer periods that each fact is the total of, for which a table has no fact although it has some for almost all of
// their kind. Most likely they were not loaded.
internal static class EmptyDays
{
    private const long BucketTicks = 15 * NodaConstants.TicksPerMinute;
    private const long MostBuckets = 200L * 366 * 96;

    // What is rare in the other ones: one in twenty, or one in all.
    private const int OneIn = 20;
    private const int LeastDays = 10;

    public static IReadOnlyList<LocalDate> Of(TimeColumn times, TableSchema schema, ReportingCalendar calendar)
    {
        if (times.Count == 0)
        {
            return [];
        }

        var (first, last) = (DateOf(times.First, schema.Time, calendar), DateOf(times.Last, schema.Time, calendar));
        if (schema.FactGrain is { } grain && grain != Grain.Day)
        {
            return [.. Periods(calendar, grain, first, last).Where(IsEmpty(times, schema.Time, calendar)).Select(each => each.StartDate)];
        }

        // A table of few facts does not have one every day.
        var count = Period.DaysBetween(first, last) + 1;
        if (count < LeastDays || times.Count < count / 2)
        {
            return [];
        }

        if (HasFacts(times, schema.Time, calendar, first, count) is not { } hasFacts)
        {
            return [];
        }

        // A day that a zone skipped lacks nothing.
        return [.. Exceptions(hasFacts, first).Where(day => calendar.StartOf(day) < calendar.StartOf(day.PlusDays(1)))];
    }

    private static LocalDate DateOf(long time, FactTime kind, ReportingCalendar calendar) =>
        kind == FactTime.Date ? TimeColumn.Date(time) : calendar.DateHolding(Instant.FromUnixTimeTicks(time));

    // Days of a weekday on which there are facts more often than not.
    private static List<LocalDate> Exceptions(bool[] hasFacts, LocalDate first)
    {
        var (days, with) = (new int[7], new int[7]);
        for (var day = 0; day < hasFacts.Length; day++)
        {
            days[day % 7]++;
            with[day % 7] += hasFacts[day] ? 1 : 0;
        }

        var isUsual = days.Zip(with, (all, some) => some * 2 > all).ToArray();
        var usual = Enumerable.Range(0, hasFacts.Length).Where(day => isUsual[day % 7]).ToList();
        var empty = usual.Where(day => !hasFacts[day]).ToList();
        var isRare = usual.Count >= LeastDays && empty.Count <= Math.Max(1, usual.Count / OneIn);
        return isRare ? [.. empty.Select(day => first.PlusDays(day))] : [];
    }

    // Day by day; null where the facts are too far apart to tell.
    private static bool[]? HasFacts(TimeColumn times, FactTime kind, ReportingCalendar calendar, LocalDate first, int count)
    {
        if (kind == FactTime.Date)
        {
            return Filled(times, TimeColumn.Number(first), 1, count);
        }

        // Days begin and end with a quarter of an hour, in any zone of today.
        var start = times.First - (times.First % BucketTicks) - BucketTicks;
        var buckets = ((times.Last - start) / BucketTicks) + 1;
        if (buckets > MostBuckets)
        {
            return null;
        }

        var filled = Filled(times, start, BucketTicks, (int)buckets);
        var hasFacts = new bool[count];
        for (var day = 0; day < count; day++)
        {
            var from = BucketOf(first.PlusDays(day));
            var until = BucketOf(first.PlusDays(day + 1));
            hasFacts[day] = filled.AsSpan(from, until - from).Contains(true);
        }

        return hasFacts;

        int BucketOf(LocalDate date)
        {
            var bucket = (TimeColumn.Number(calendar.StartOf(date)) - start) / BucketTicks;
            return (int)Math.Clamp(bucket, 0, buckets);
        }
    }

    // Which stretches of equal length have facts.
    private static bool[] Filled(TimeColumn times, long start, long length, int count)
    {
        var filled = new bool[count];
        var rows = times.Times;
        for (var chunk = 0; chunk < times.Chunks.Length; chunk++)
        {
            var (first, last) = times.Chunks[chunk];
            var (from, until) = ((first - start) / length, (last - start) / length);
            if (from == until)
            {
                filled[from] = true;
                continue;
            }

            var end = Math.Min(rows.Length, (chunk + 1) * Chunk.Size);
            for (var row = chunk * Chunk.Size; row < end; row++)
            {
                filled[(rows[row] - start) / length] = true;
            }
        }

        return filled;
    }

    private static IEnumerable<ReportingPeriod> Periods(ReportingCalendar calendar, Grain grain, LocalDate first, LocalDate last)
    {
        for (var period = calendar.Holding(grain, first); period is not null && period.StartDate <= last; period = calendar.After(period))
        {
            yield return period;
        }
    }

    private static Func<ReportingPeriod, bool> IsEmpty(TimeColumn times, FactTime kind, ReportingCalendar calendar)
    {
        var sorted = times.Times.ToArray();
        Array.Sort(sorted);
        return period =>
        {
            var from = TimeColumn.FirstFrom(period.Start, kind, calendar);
            var until = TimeColumn.FirstFrom(period.End, kind, calendar);
            var place = Array.BinarySearch(sorted, from);
            place = place < 0 ? ~place : place;
            return place == sorted.Length || sorted[place] >= until;
        };
    }
}
