using NodaTime;

namespace GoalMetrics;

// Where a measure is read: a period, and how much of it can be seen. A measure over time reads its inner measure in a window derived from
// its own.
internal sealed partial class ReadingWindow
{
    // Null for a period that is read on its own terms, as those of a query are.
    private readonly Origin? _origin;

    public ReadingWindow(ReportingPeriod period, ReadingTerms terms)
    {
        Period = period;
        Terms = terms;
    }

    private ReadingWindow(ReportingPeriod period, ReadingTerms terms, Origin? origin)
        : this(period, terms) => _origin = origin;

    public ReportingPeriod Period { get; }

    // The later window that this one is compared with.
    public ReadingWindow? Later { get; private init; }

    // Facts are read up to here: the end of the period, the moment, or the end of the data, whichever comes first. It may be before the
    // start of the period.
    public Instant Until
    {
        get
        {
            var end = Instant.Min(Period.End, Terms.Until);
            if (_origin is null)
            {
                return end;
            }

            return Instant.Min(end, _origin.Until);
        }
    }

    public ReadingTerms Terms { get; }

    // How much of the period there are data of, up to the moment.
    public Instant Elapsed
    {
        get
        {
            var over = Over;
            if (Period.Start < Terms.DataEnd && Terms.DataEnd < over)
            {
                return Terms.DataEnd;
            }

            return over;
        }
    }

    public Interval Seen => new(Period.Start, Instant.Max(Period.Start, Until));

    // Whether the period is cut by neither the range nor the moment.
    public bool IsWhole => _origin is not { IsCut: true } && !Period.IsPartial && Until == Period.End;

    private ReportingCalendar Calendar => Period.Calendar;

    private ReportingPeriod? BalancesFrom => _origin?.BalancesFrom;

    // A period is compared with the same elapsed part of an earlier one, unless the question compares whole periods.
    public ReadingWindow? At(ReportingPeriod? other)
    {
        if (other is null)
        {
            return null;
        }

        if (Terms.ComparesWhole || other.Start >= Period.Start)
        {
            return new(other, Terms);
        }

        if (ComparedUntil >= Period.End)
        {
            return new(other, Terms) { Later = this };
        }

        return new(other, Terms, new() { Until = Period.LikeForLikeEnd(other, ComparedUntil), Like = this }) { Later = this };
    }

    public ReadingWindow? ComparedAt(ReportingPeriod? other)
    {
        if (Terms.DataEnd < Terms.AsOf)
        {
            return On(Terms with { IsCompared = true }).At(other);
        }

        return At(other);
    }

    public ReadingWindow? Shifted(int count, Grain by)
    {
        if (At(Period.Shifted(count, by)) is not { } shifted)
        {
            return null;
        }

        var origin = new Origin
        {
            Until = shifted.Until,
            Like = shifted._origin?.Like,
            BalancesFrom = BalancesFrom?.Shifted(count, by),
        };
        return shifted.From(origin);
    }

    // From the start of the longer period that holds the last day seen.
    public ReadingWindow? ToDate(Grain grain)
    {
        var last = Until > Period.Start ? Calendar.DateHolding(Until - Duration.Epsilon) : Period.StartDate;
        if (Calendar.Holding(grain, last) is not { } whole)
        {
            return null;
        }

        var endDate = LocalDate.Min(whole.EndDate, Period.EndDate);
        var end = Instant.Min(whole.End, Period.End);
        return Within(Calendar.Stretch((whole.StartDate, endDate), (whole.Start, end))).ComparedWith(Later?.ToDate(grain));
    }

    // Null where the period ends before the origin; where none is stated, before the first date of the data.
    public ReadingWindow? Since(LocalDate? origin)
    {
        var start = origin ?? BeginningOfData;
        if (start >= Period.EndDate)
        {
            return null;
        }

        var since = From(start).ComparedWith(Later?.Since(origin));
        if (origin is null)
        {
            return since.From(since._origin! with { IsFromBeginning = true });
        }

        return since;
    }

    // From the first date of the data to where the period starts. Null where the period starts before the data.
    public ReadingWindow? Before()
    {
        var start = Calendar.StartOf(BeginningOfData);
        if (start >= Period.Start)
        {
            return null;
        }

        var endDate = Calendar.DateHolding(Period.Start - Duration.Epsilon).PlusDays(1);
        var before = Calendar.Stretch((BeginningOfData, endDate), (start, Period.Start));
        return new(before, Terms, new() { Until = Instant.Min(Period.Start, Terms.AsOf), Whole = this, IsFromBeginning = true });
    }

    // The parts of the period that have begun, each up to the moment.
    public IEnumerable<ReadingWindow> Parts(Grain grain) => Period.SplitBy(grain).TakeWhile(part => part.Start < Until).Select(Part);

    // The same window, but without facts before a moment at which data begin inside it.
    public ReadingWindow ReadFrom(Instant begin)
    {
        if (_origin is null || begin <= Period.Start || begin >= Period.End)
        {
            return this;
        }

        return From(_origin with { ReadFrom = begin });
    }

    // The same window, but not as a part of a longer one.
    public ReadingWindow Alone()
    {
        if (BalancesFrom is null)
        {
            return this;
        }

        return From(_origin! with { IsCut = false, BalancesFrom = null });
    }

    // What has added up in several tables is of the time that all of them have data of.
    private LocalDate BeginningOfData
    {
        get
        {
            if (Terms.SharedFrom is { } shared && shared > Instant.MinValue)
            {
                return LocalDate.Max(Terms.Beginning, Calendar.DateHolding(shared));
            }

            return Terms.Beginning;
        }
    }

    // How much of the period is over at the moment.
    private Instant Over
    {
        get
        {
            var over = Instant.Min(Period.End, Terms.AsOf);
            if (_origin is null)
            {
                return over;
            }

            return Instant.Min(over, _origin.Until);
        }
    }

    // How much of the period is set against an earlier one. By itself, a period that has ended stands for all of it, though data of it are
    // missing.
    private Instant ComparedUntil
    {
        get
        {
            if (Terms.IsCompared || Over < Period.End || Terms.SharedFrom is not null)
            {
                return Elapsed;
            }

            return Over;
        }
    }

    // The same window on other terms.
    private ReadingWindow On(ReadingTerms terms) => new(Period, terms, _origin) { Later = Later?.On(terms) };

    // The same window, but with another origin.
    private ReadingWindow From(Origin origin) => new(Period, Terms, origin) { Later = Later };

    private ReadingWindow ComparedWith(ReadingWindow? later) => new(Period, Terms, _origin) { Later = later };

    private ReadingWindow Part(ReportingPeriod part)
    {
        var origin = new Origin { Until = Over, Whole = this, BalancesFrom = BalancesFrom ?? Period };
        if (part.Start >= Period.Start)
        {
            return new(part, Terms, origin);
        }

        var cut = Calendar.Stretch((part.StartDate, part.EndDate), (Period.Start, part.End));
        return new(cut, Terms, origin with { IsCut = true });
    }

    private ReadingWindow From(LocalDate start) =>
        Within(Calendar.Stretch((start, Period.EndDate), (Calendar.StartOf(start), Period.End)));

    private ReadingWindow Ending(Instant start) =>
        Within(Calendar.Stretch((Calendar.DateHolding(start), Period.EndDate), (start, Period.End)));

    private ReadingWindow Within(ReportingPeriod period) => new(period, Terms, new() { Until = Over, Whole = this });

    // How a window follows from another one.
    private sealed record Origin
    {
        // Facts are not read beyond this, even where the window goes on.
        public required Instant Until { get; init; }

        // Nor before this.
        public Instant? ReadFrom { get; init; }

        public ReadingWindow? Whole { get; init; }

        public ReadingWindow? Like { get; init; }

        public bool IsCut { get; init; }

        // Whether it begins with the data, whenever that is.
        public bool IsFromBeginning { get; init; }

        // The longer period in which to look for a balance that has no fact in this one.
        public ReportingPeriod? BalancesFrom { get; init; }
    }
}
