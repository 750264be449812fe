using NodaTime;

namespace GoalMetrics;

// What is read of a metric in a window, and whether there are data of all of it.
internal sealed partial class ReadingWindow
{
    // The same windows, to be set against each other. Where some of it counts conversions whose windows are open, all of it is read up to
    // where they have closed.
    public static IReadOnlyList<ReadingWindow?> Compared(IReadOnlyList<ReadingWindow?> windows, bool hasOpenWindows)
    {
        var first = windows.FirstOrDefault(window => window is not null);
        if (first is null || first.Terms.IsCompared || first.Terms.DataEnd >= first.Terms.AsOf)
        {
            return windows;
        }

        // Windows share their terms.
        var (known, terms) = (first.Terms, first.Terms with { IsCompared = true, HasOpenWindows = hasOpenWindows });
        var compared = new ReadingWindow?[windows.Count];
        for (var i = 0; i < compared.Length; i++)
        {
            if (windows[i] is not { } window)
            {
                continue;
            }

            if (!ReferenceEquals(window.Terms, known))
            {
                (known, terms) = (window.Terms, window.Terms with { IsCompared = true, HasOpenWindows = hasOpenWindows });
            }

            compared[i] = window.On(terms);
        }

        return compared;
    }

    // The interval in which the facts of a metric are read: the part of its time that all tables of the measure cover. A balance may have
    // been recorded before.
    public Interval WindowOf(Metric metric)
    {
        var wanted = WantedOf(metric);
        var (start, end) = (wanted.Start, wanted.End);
        var table = Terms.Tables.Of(metric.Table);

        // What looks back is read where it looks: only some of the tables are.
        if (!metric.IsBalance)
        {
            var shared = _origin is null ? Terms.SharedFrom : _origin.ReadFrom;
            start = Instant.Max(start, shared ?? Instant.MinValue);
        }

        // Of base events whose windows are still open, not all conversions are known.
        if (Terms.IsCompared && (Terms.HasOpenWindows || metric.CountsOpenWindows))
        {
            end = Instant.Min(end, Terms.DataEnd);
        }

        // Facts outside the coverage are not counted.
        if (table.Coverage is { } coverage && table.HasFactsOutside())
        {
            if (!metric.IsBalance)
            {
                start = Instant.Max(start, coverage.Start);
            }

            end = Instant.Min(end, coverage.End);
        }

        return new(start, Instant.Max(start, end));
    }

    // The stretches of the window between the gaps that the tables of the measure have: a sum is added up from them. Null where there is
    // no gap in the window, or where the values of stretches cannot be joined.
    public IReadOnlyList<ReadingWindow>? StretchesOf(Metric metric)
    {
        if (Terms.SharedGaps.Count == 0 || metric.JoiningFrom(Terms.Tables.Of(metric.Table)) == StretchJoining.None)
        {
            return null;
        }

        var read = WindowOf(metric);
        if (!Terms.SharedGaps.Any(gap => gap.Start < read.End && read.Start < gap.End))
        {
            return null;
        }

        var stretches = new List<ReadingWindow>();
        var start = read.Start;
        foreach (var gap in Terms.SharedGaps.Where(gap => gap.Start < read.End).OrderBy(gap => gap.Start))
        {
            if (start < gap.Start)
            {
                stretches.Add(Within(Calendar.Stretch((Calendar.DateHolding(start), Calendar.DateHolding(gap.Start)), (start, gap.Start))));
            }

            start = Instant.Max(start, gap.End);
        }

        // The last one ends as the window does.
        if (start < read.End)
        {
            stretches.Add(Within(Calendar.Stretch((Calendar.DateHolding(start), Period.EndDate), (start, Period.End))));
        }

        return stretches;
    }

    // Whether the facts of a metric are complete for all that it is read of.
    public WindowCoverage CoverageOf(Metric metric)
    {
        var wanted = WantedOf(metric);
        if (IsCutFor(metric) || HasNotBegun(wanted))
        {
            return WindowCoverage.Partial;
        }

        if (Until == Over && Terms.Cover(metric, wanted))
        {
            return WindowCoverage.Full;
        }

        if (Terms.Cover(metric, NeededBy(metric)))
        {
            return WindowCoverage.AsFarAsDataGo;
        }

        return WindowCoverage.Partial;
    }

    // Of time that is still to come, no facts are known, even where the table has some already.
    private bool HasNotBegun(Interval wanted) => wanted.Start == wanted.End && Terms.AsOf <= Period.Start;

    // Adds the time that a metric stands for, where data of it may be missing.
    public void AddLacking(Metric metric, LackingData lacking)
    {
        var wanted = WantedOf(metric);
        lacking.Add(Terms.Tables.Of(metric.Table), wanted);
        if (metric.Conversion is { } conversion)
        {
            lacking.Add(Terms.Tables.Of(conversion.Table), Terms.TimeOf(conversion, metric, wanted));
        }
    }

    // The interval that a metric needs data of, as far as there are any.
    private Interval NeededBy(Metric metric)
    {
        var wanted = WantedOf(metric);
        var start = wanted.Start;
        if (_origin is { IsFromBeginning: true } && Terms.Tables.Of(metric.Table).Coverage is { } coverage)
        {
            start = Instant.Max(start, Instant.Min(coverage.Start, wanted.End));
        }

        return new(start, Instant.Max(start, Instant.Min(wanted.End, Elapsed)));
    }

    // The interval that a metric stands for. Where each fact is the total of a month, only months that have ended are read. A balance is
    // the last one recorded in the longer period.
    private Interval WantedOf(Metric metric)
    {
        var start = metric.IsBalance && BalancesFrom is { } longer ? longer.Start : Period.Start;
        var until = Terms.Tables.Of(metric.Table).Schema.FactGrain is { } grain ? WholeUntil(grain) : Until;
        return new(start, Instant.Max(start, until));
    }

    // Whether a total is unknown because it cuts a period that a fact of the metric's table is the total of.
    public bool IsCutFor(Metric metric) =>
        Terms.IsOfTotal
        && Terms.Tables.Of(metric.Table).Schema.FactGrain is { } grain
        && WindowRules.Cut(this, grain) is not null;

    // The end of the last whole period of the grain that has ended. In an earlier period that is compared with, as many count as have
    // ended in the open one.
    private Instant WholeUntil(Grain grain)
    {
        if (_origin?.Whole is { } whole)
        {
            return Instant.Min(Period.End, whole.WholeUntil(grain));
        }

        if (_origin?.Like is { } like)
        {
            var seen = Instant.Min(like.WholeUntil(grain), like.Elapsed);
            var ended = like.Period.SplitBy(grain).Count(part => part.End <= seen);
            if (ended == 0)
            {
                return Period.Start;
            }

            return Period.SplitBy(grain).Take(ended).Last().End;
        }

        if (Until <= Period.Start)
        {
            return Until;
        }

        var last = Calendar.Holding(grain, Calendar.DateHolding(Until - Duration.Epsilon));
        if (last is not null && last.End > Until)
        {
            return last.Start;
        }

        return Until;
    }
}
