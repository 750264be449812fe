using NodaTime;

namespace GoalMetrics;

// How finely money is read that is to be converted: by the dimension that says its currency, where there is one, and by the periods that
// have a rate each.
internal sealed record CurrencySplit(string? Dimension, Grain? CutBy, bool IsByPieces)
{
    // The sets of dimensions of a request, each with that of the currency, and where each of the given ones stands among them: a total by
    // currency and rows by currency are the same.
    public (IReadOnlyList<IReadOnlyList<string>> Groupings, int[] Places) Split(IReadOnlyList<IReadOnlyList<string>> groupings)
    {
        var split = new List<IReadOnlyList<string>>(groupings.Count);
        var places = new int[groupings.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var wanted = Dimension is null || groupings[i].Contains(Dimension) ? groupings[i] : [.. groupings[i], Dimension];
            places[i] = split.FindIndex(known => known.SequenceEqual(wanted));
            if (places[i] < 0)
            {
                places[i] = split.Count;
                split.Add(wanted);
            }
        }

        return (split, places);
    }

    // Where windows are cut beside their ends: at the start of each period inside one of them.
    public IEnumerable<Instant> CutsIn(IEnumerable<Interval> windows, ReportingCalendar calendar)
    {
        if (CutBy is not { } grain)
        {
            yield break;
        }

        var done = Instant.MinValue;
        foreach (var window in windows.OrderBy(window => window.Start))
        {
            var from = Instant.Max(done, window.Start);
            if (from >= window.End)
            {
                continue;
            }

            for (var period = calendar.Holding(grain, calendar.DateHolding(from)); period is not null; period = Next(period, grain))
            {
                if (period.Start >= window.End)
                {
                    break;
                }

                if (period.Start > from)
                {
                    yield return period.Start;
                }
            }

            done = window.End;
        }
    }

    private static ReportingPeriod? Next(ReportingPeriod period, Grain grain)
    {
        if (period.EndDate > ReportingCalendar.MaxDate)
        {
            return null;
        }

        return period.Calendar.Holding(grain, period.EndDate);
    }

    // A table that keeps totals cannot be read more finely than these, nor by what it does not keep.
    public void Check(Metric metric, TableDescription table, ReportingCalendar calendar, IEnumerable<Interval> windows)
    {
        if (Dimension is { } dimension && !table.Breakdowns.Contains(dimension))
        {
            var known = Shown.List(table.Breakdowns, ifNone: "no dimension");
            throw new NotSupportedException(
                $"'{metric.Id}' is converted from the currencies of '{dimension}', and table '{table.Schema}' was kept by {known} only."
                + $" Keep it by '{dimension}' too.");
        }

        var kept = table.KeptGrain ?? table.Schema.FactGrain;
        if (kept is not { } whole || CutBy is not { } grain || whole == grain)
        {
            return;
        }

        foreach (var cut in CutsIn(windows, calendar))
        {
            if (calendar.PeriodAt(whole, cut).Start < cut)
            {
                throw new NotSupportedException(
                    $"'{metric.Id}' is converted at the rate of {metric.Currency!.Rate}, and table '{table.Schema}' has totals of each"
                    + $" {whole.Title()}, which cannot be split by {grain.Title()}. Convert at"
                    + $" CurrencyRate.PeriodAverage(Grain.{whole}) or at a fixed day, or keep finer facts.");
            }
        }
    }
}
