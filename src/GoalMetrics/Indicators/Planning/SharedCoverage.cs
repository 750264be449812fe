using NodaTime;

namespace GoalMetrics;

// The time that all tables of a measure cover, and which of them limits it.
internal sealed class SharedCoverage
{
    public SharedCoverage(IEnumerable<Metric> metrics, SourceTables tables, Instant asOf)
    {
        var calendar = tables.Source.Calendar;
        List<TableDescription> described = [.. metrics.Select(metric => tables.Of(metric.Table)).Distinct()];
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
                Narrow(coverage.Start, isByItself ? coverage.End : table.KnownUntil(asOf, calendar), table.Schema.Name);
            }
        }

        // A fact that is the total of a month says nothing about a part of it.
        foreach (var grain in described.Select(table => table.Schema.FactGrain).OfType<Grain>())
        {
            if (IsOfSeveral && Begin > Instant.MinValue && calendar.PeriodAt(grain, Begin) is var first && first.Start < Begin)
            {
                Begin = first.End;
            }

            if (IsOfSeveral && End < Instant.MaxValue && calendar.PeriodAt(grain, End) is var last && last.Start < End)
            {
                End = last.Start;
            }
        }
    }

    // Whether it is about two tables or more.
    public bool IsOfSeveral { get; }

    // The gaps of any of several tables: the others are not read there either.
    public IReadOnlyList<Interval> Gaps { get; } = [];

    public Instant Begin { get; private set; } = Instant.MinValue;

    public string? BeginsIn { get; private set; }

    public Instant End { get; private set; } = Instant.MaxValue;

    public string? EndsIn { get; private set; }

    private void Narrow(Instant begin, Instant end, string table)
    {
        if (begin > Begin)
        {
            (Begin, BeginsIn) = (begin, table);
        }

        if (end < End)
        {
            (End, EndsIn) = (end, table);
        }
    }
}
