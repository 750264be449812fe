using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// Finds what a table lacks by the looks of it, and most likely was not loaded: days, or the longer periods that each fact is the total of,
// without a fact though it has some for almost all of their kind; and the rest of a last day that ends before almost all others.
internal static class UnloadedFacts
{
    private const long BucketTicks = 15 * NodaConstants.TicksPerMinute;
    private const long MostBuckets = 200L * 366 * 96;

    // What is rare in the other ones: one in twenty, or one in all.
    private const int OneIn = 20;
    private const int LeastDays = 10;
    private const int QuartersOfAnHour = 4;

    public static MissingFacts Of(TimeColumn times, TableSchema schema, ReportingCalendar calendar)
    {
        if (times.Count == 0)
        {
            return MissingFacts.None;
        }

        var (first, last) = (DateOf(times.First, schema.Time, calendar), DateOf(times.Last, schema.Time, calendar));
        if (schema.FactGrain is { } grain && grain != Grain.Day)
        {
            return new(EmptyPeriods(times, schema.Time, calendar, grain), IsLastDayShort: false);
        }

        // A table of few facts does not have one every day.
        var count = Period.DaysBetween(first, last) + 1;
        if (count < LeastDays || times.Count < count / 2)
        {
            return MissingFacts.None;
        }

        if (ByDay(times, schema.Time, calendar, first, count) is { } days)
        {
            return OfDays(days, schema.Time, calendar, first);
        }

        return MissingFacts.None;
    }

    private static MissingFacts OfDays(DailyFacts days, FactTime kind, ReportingCalendar calendar, LocalDate first)
    {
        // Neither a day that a zone skipped nor a holiday lacks anything.
        var lacking = DaysWithoutFacts.In(days.Facts, day => IsNone(first.PlusDays(day)));
        return new([.. lacking.Select(first.PlusDays)], kind == FactTime.Instant && EndsEarly(days));

        bool IsNone(LocalDate day) => calendar.IsDayOff(day) || IsNoDay(day);

        bool IsNoDay(LocalDate day) => calendar.StartOf(day) == calendar.StartOf(day.PlusDays(1));
    }

    private static LocalDate DateOf(long time, FactTime kind, ReportingCalendar calendar)
    {
        if (kind == FactTime.Date)
        {
            return TimeColumn.Date(time);
        }

        return calendar.DateHolding(Instant.FromUnixTimeTicks(time));
    }

    // Whether the last day ends more than an hour before almost all others do, and further before them than they lie apart: where facts are
    // few, days end at all hours.
    private static bool EndsEarly(DailyFacts days)
    {
        var others = days.LastQuarters.SkipLast(1).Where((_, day) => days.Facts[day] > 0).Order().ToList();
        if (others.Count < LeastDays)
        {
            return false;
        }

        var (early, usual) = (others[others.Count / OneIn], others[others.Count / 2]);
        var before = early - days.LastQuarters[^1];
        return before > QuartersOfAnHour && before > usual - early;
    }

    // Null where the facts are too far apart to tell.
    private static DailyFacts? ByDay(TimeColumn times, FactTime kind, ReportingCalendar calendar, LocalDate first, int count)
    {
        if (kind == FactTime.Date)
        {
            return new(Counted(times, TimeColumn.Number(first), 1, count), []);
        }

        // Days begin and end with a quarter of an hour, in any zone of today.
        var start = times.First - (times.First % BucketTicks) - BucketTicks;
        var buckets = ((times.Last - start) / BucketTicks) + 1;
        if (buckets > MostBuckets)
        {
            return null;
        }

        var counted = Counted(times, start, BucketTicks, (int)buckets);
        var (facts, lastQuarters) = (new int[count], new int[count]);
        for (var day = 0; day < count; day++)
        {
            var (from, until) = (BucketOf(first.PlusDays(day)), BucketOf(first.PlusDays(day + 1)));
            var (countedFrom, countedUntil) = (Inside(from), Inside(until));
            var ofDay = counted.AsSpan(countedFrom, countedUntil - countedFrom);
            facts[day] = Sum(ofDay);
            lastQuarters[day] = (int)(countedFrom + ofDay.LastIndexOfAnyExcept(0) - from);
        }

        return new(facts, lastQuarters);

        // The first day may begin before the first bucket, and the last one ends after the last.
        int Inside(long bucket) => (int)Math.Clamp(bucket, 0, buckets);

        long BucketOf(LocalDate date) => (TimeColumn.Number(calendar.StartOf(date)) - start) / BucketTicks;
    }

    private static int Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }

    // How many facts there are in each of stretches of equal length. Those of one instant that follow each other, such as the lines of an
    // order, are counted once: they come together, or not at all.
    private static int[] Counted(TimeColumn times, long start, long length, int count)
    {
        var counted = new int[count];
        var countsEach = IsCoarse(times);
        for (var chunk = 0; chunk < times.Chunks.Length; chunk++)
        {
            var (first, last) = times.Chunks[chunk];
            var rows = times.Times[(chunk * Chunk.Size)..Math.Min(times.Count, (chunk + 1) * Chunk.Size)];
            var (from, until) = ((first - start) / length, (last - start) / length);
            if (from == until)
            {
                counted[from] += countsEach ? rows.Length : Moments(rows);
                continue;
            }

            for (var row = 0; row < rows.Length; row++)
            {
                if (row == 0 || countsEach || rows[row] != rows[row - 1])
                {
                    counted[(rows[row] - start) / length]++;
                }
            }
        }

        return counted;
    }

    // Dates, and times by the hour or day: facts of one such time need not have come together.
    private static bool IsCoarse(TimeColumn times)
    {
        if (times.Kind == FactTime.Date)
        {
            return true;
        }

        foreach (var time in times.Times)
        {
            if (time % BucketTicks != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Moments(ReadOnlySpan<long> rows)
    {
        var moments = 1;
        for (var row = 1; row < rows.Length; row++)
        {
            moments += rows[row] == rows[row - 1] ? 0 : 1;
        }

        return moments;
    }

    // The first days of those periods that have no fact.
    private static IReadOnlyList<LocalDate> EmptyPeriods(TimeColumn times, FactTime kind, ReportingCalendar calendar, Grain grain)
    {
        var (first, last) = (DateOf(times.First, kind, calendar), DateOf(times.Last, kind, calendar));
        return [.. Periods(calendar, grain, first, last).Where(IsEmpty(times, kind, calendar)).Select(period => period.StartDate)];
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
            if (place < 0)
            {
                place = ~place;
            }

            return place == sorted.Length || sorted[place] >= until;
        };
    }

    // How many facts each day has, and the number of its last quarter of an hour with some; none of dates.
    private sealed record DailyFacts(int[] Facts, int[] LastQuarters);
}
