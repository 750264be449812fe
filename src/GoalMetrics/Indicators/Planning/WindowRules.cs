namespace GoalMetrics;

// What may be asked for in which window, for queries, goals and scorecards alike. A fact is not split into less than it stands for: dates
// have no hours, a month's total has no weeks, and a count made for a month is neither split nor added up. Every stretch of time that a
// measure reads is checked, not only the query's. A total over periods comes with every answer, so it is undefined where a measure that
// was asked for would be refused.
internal static class WindowRules
{
    public static void Check(Metric metric, ReadingWindow window)
    {
        var period = window.Period;
        var table = window.Terms.Tables.Of(metric.Table).Schema;
        if (table.Time == FactTime.Date && (!StartsWithADay(period) || !EndsWithADay(period)))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{Dates(table)}: '{metric.Id}' cannot be computed from {period.Start} to {period.End}.")
                + " Ask for whole days, or load instants.");
        }

        if (window.Terms.IsOfTotal)
        {
            return;
        }

        if (metric.CountedPer is { } counted && !IsCounted(window, counted))
        {
            throw Cut(window, counted) is { } part ? CountCut(metric, counted, period, part) : CountAdded(metric, counted, period);
        }

        if (table.FactGrain is { } grain && Cut(window, grain) is { } whole)
        {
            throw TotalCut(metric, table, grain, period, whole);
        }
    }

    // The periods of a query itself, the last one included, though a measure over time may read that only up to the moment.
    public static void Check(Metric metric, TableSchema table, IReadOnlyList<ReportingPeriod> periods)
    {
        if (metric.CountedPer is { } counted)
        {
            CheckWhole(counted, metric, periods);
        }

        if (table.FactGrain is { } grain)
        {
            CheckTotals(grain, metric, table, periods);
        }
    }

    private static void CheckWhole(Grain counted, Metric metric, IReadOnlyList<ReportingPeriod> periods)
    {
        if (periods.FirstOrDefault(period => period.IsPartial) is { } part)
        {
            throw new NotAdditiveException(
                $"'{metric.Id}' was counted for each whole {counted.Title()} before it was loaded, but the query asks for a part: {part}."
                + " Ask about whole periods, or add WidenedToWholePeriods() to the query.",
                metric);
        }
    }

    // The grain by which a measure is to be read, whatever the period.
    public static Grain Readable(Grain grain, Measure measure, string parameter)
    {
        EnumValue.Checked(grain, parameter);
        foreach (var table in measure.Metrics.Select(metric => metric.Table))
        {
            if (grain == Grain.Hour && table.Time == FactTime.Date)
            {
                throw NoHours(measure, table, parameter);
            }

            if (table.FactGrain is { } kept && !grain.IsMadeOf(kept))
            {
                throw TotalSplit(measure, table, kept, grain, parameter);
            }
        }

        return grain;
    }

    // Whether the window is one whole period of the grain, or the elapsed part of the current one.
    public static bool IsCounted(ReadingWindow window, Grain grain)
    {
        var period = window.Period;
        if (period.Calendar.Holding(grain, period.StartDate) is not { } whole || whole.Start != period.Start)
        {
            return false;
        }

        return whole.End == period.End || (period.End < whole.End && period.End >= window.Terms.AsOf);
    }

    // The period of the grain that the window cuts at its start or its end. A window that ends at the moment of the question is read up to
    // the last whole period, so it cuts none there.
    public static ReportingPeriod? Cut(ReadingWindow window, Grain grain)
    {
        var period = window.Period;
        if (period.Calendar.Holding(grain, period.StartDate) is { } first && first.Start != period.Start)
        {
            return first;
        }

        var last = period.Calendar.Holding(grain, period.EndDate.PlusDays(-1));
        if (last is not null && last.End != period.End && period.End < window.Terms.AsOf)
        {
            return last;
        }

        return null;
    }

    private static void CheckTotals(Grain grain, Metric metric, TableSchema table, IReadOnlyList<ReportingPeriod> periods)
    {
        foreach (var period in periods)
        {
            foreach (var date in new[] { period.StartDate, period.EndDate.PlusDays(-1) })
            {
                var whole = period.Calendar.Period(grain, date);
                if (whole.StartDate < period.StartDate || whole.EndDate > period.EndDate)
                {
                    throw TotalCut(metric, table, grain, period, whole);
                }
            }
        }
    }

    public static ArgumentException NoHours(Measure measure, TableSchema table, string? parameter = null) => new(
        $"{Dates(table)}: '{measure.Id}' cannot be computed by hour. Ask by day, or load instants.",
        parameter);

    private static ArgumentException TotalSplit(Measure measure, TableSchema table, Grain whole, Grain asked, string parameter) => new(
        $"{Totals(table, whole)}; '{measure.Id}' cannot be computed by {asked.Title()}. Ask by {whole.Title()}, or load finer facts.",
        parameter);

    private static string Dates(TableSchema table) => $"Table '{table}' has dates, and no times of day";

    private static string Totals(TableSchema table, Grain grain) =>
        $"Each fact of table '{table}' is the total of a whole {grain.Title()}";

    private static ArgumentException TotalCut(
        Metric metric, TableSchema table, Grain grain, ReportingPeriod period, ReportingPeriod whole) => new(
        $"{Totals(table, grain)}; '{metric.Id}' was asked for {period}, which cuts {whole}."
        + $" Ask by {grain.Title()}, or for several whole ones, or load finer facts.");

    private static NotAdditiveException CountCut(Metric metric, Grain grain, ReportingPeriod period, ReportingPeriod whole) => new(
        $"'{metric.Id}' was counted for each whole {grain.Title()} before it was loaded, but the query asks for {period}, which cuts"
        + $" {whole}. Ask about whole periods, or add WidenedToWholePeriods() to the query.",
        metric);

    private static NotAdditiveException CountAdded(Metric metric, Grain grain, ReportingPeriod period) => new(
        $"'{metric.Id}' was counted for each {grain.Title()} before it was loaded, but the query asks for {period}."
        + $" Such counts cannot be added up: the same {metric.Unit!.Noun ?? "thing"} in two of them would be counted twice."
        + " Load facts with a key of each and use Metric.CountDistinct.",
        metric);

    private static bool StartsWithADay(ReportingPeriod period) => period.Start == period.Calendar.StartOf(period.StartDate);

    private static bool EndsWithADay(ReportingPeriod period) => period.End == period.Calendar.StartOf(period.EndDate);
}
