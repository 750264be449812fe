using NodaTime;

namespace GoalMetrics;

// The time that all tables of a measure cover; of conversions, the time whose windows have closed.
internal sealed class SharedCoverage
{
    // The moment that is asked about may be before the one that the facts are seen at: windows are closed at the latter.
    public SharedCoverage(IReadOnlyList<Metric> metrics, SourceTables tables, Instant asOf, Instant seenAt)
    {
        var calendar = tables.Calendar;
        var described = tables.OfBaseFacts(metrics);
        IsOfSeveral = described.Count > 1;
        foreach (var table in described)
        {
            if (IsOfSeveral && table.Gaps.Count > 0)
            {
                Gaps = [.. Gaps, .. table.Gaps];
            }

            if (table.Coverage is { } coverage)
            {
                // By itself a table of totals of months is read month by month.
                var isByItself = !IsOfSeveral && table.Schema.FactGrain is not null;
                Narrow(coverage.Start, isByItself ? coverage.End : table.KnownUntil(asOf, calendar));
            }
        }

        if (IsOfSeveral)
        {
            NarrowToDays(described, asOf, calendar);
            NarrowToGaps(described);
        }

        // A fact that is the total of a month says nothing about a part of it.
        var (begin, end) = (Begin, End);
        foreach (var table in described)
        {
            if (IsOfSeveral && table.Schema.FactGrain is { } grain)
            {
                NarrowToWhole(grain, calendar);
            }
        }

        (IsBeginCut, IsEndCut) = (Begin > begin, End < end);
        End = Instant.Min(End, ConversionMaturity.Until(metrics, tables, seenAt));
    }

    // Whether it is about two tables or more.
    public bool IsOfSeveral { get; }

    // The gaps of any of several tables: the others are not read there either.
    public IReadOnlyList<Interval> Gaps { get; private set; } = [];

    // Whether it begins later, or ends earlier, than the data do, as a table of totals of months cannot be read in a part of one.
    public bool IsBeginCut { get; }

    public bool IsEndCut { get; }

    public Instant Begin { get; private set; } = Instant.MinValue;

    public Instant End { get; private set; } = Instant.MaxValue;

    private static Interval InWhole(Grain grain, Interval gap, ReportingCalendar calendar) => new(
        calendar.PeriodAt(grain, gap.Start).Start,
        calendar.PeriodAt(grain, gap.End - Duration.Epsilon).End);

    // A fact of a date stands for the whole day, so a part of a day is not read of the others beside it.
    private void NarrowToDays(List<TableDescription> tables, Instant asOf, ReportingCalendar calendar)
    {
        if (tables.TrueForAll(table => table.Schema.Time == tables[0].Schema.Time))
        {
            return;
        }

        if (Begin > Instant.MinValue && calendar.StartOf(calendar.DateHolding(Begin)) < Begin)
        {
            Begin = calendar.StartOf(calendar.DateHolding(Begin).PlusDays(1));
        }

        var known = Instant.Min(End, asOf);
        if (known > Instant.MinValue && calendar.StartOf(calendar.DateHolding(known)) is var day && day < known)
        {
            End = day;
        }
    }

    // Where the data of one table end within a gap of another, all end where the gap begins; likewise at their beginning.
    private void NarrowToGaps(List<TableDescription> tables)
    {
        var gaps = tables.SelectMany(table => table.Gaps).OrderBy(gap => gap.Start).ToList();
        foreach (var gap in gaps)
        {
            if (gap.Start <= Begin && Begin < gap.End)
            {
                Begin = gap.End;
            }
        }

        gaps.Reverse();
        foreach (var gap in gaps)
        {
            if (gap.Start < End && End <= gap.End)
            {
                End = gap.Start;
            }
        }
    }

    private void NarrowToWhole(Grain grain, ReportingCalendar calendar)
    {
        Gaps = [.. Gaps.Select(gap => InWhole(grain, gap, calendar))];
        if (Begin > Instant.MinValue && calendar.PeriodAt(grain, Begin) is var first && first.Start < Begin)
        {
            Begin = first.End;
        }

        if (End < Instant.MaxValue && calendar.PeriodAt(grain, End) is var last && last.Start < End)
        {
            End = last.Start;
        }
    }

    private void Narrow(Instant begin, Instant end)
    {
        Begin = Instant.Max(Begin, begin);
        End = Instant.Min(End, end);
    }
}
