using System.Collections.Concurrent;
using NodaTime;

namespace GoalMetrics;

// Where a measure is read: a period, and how much of it can be seen. Measures over time read others in scopes made from theirs.
internal sealed class MeasureScope
{
    private readonly MeasureScope? _whole;
    private readonly MeasureScope? _like;
    private readonly bool _isCut;
    private ConcurrentDictionary<object, object?>? _made;

    public MeasureScope(ReportingPeriod period, ScopeTerms terms)
        : this(period, period.End, terms)
    {
    }

    private MeasureScope(ReportingPeriod period, Instant until, ScopeTerms terms, MeasureScope? whole = null, MeasureScope? like = null, bool isCut = false)
    {
        _isCut = isCut;
        Period = period;
        Until = Instant.Min(until, Instant.Min(period.End, terms.AsOf));
        Terms = terms;
        _whole = whole;
        _like = like;
    }

    public ReportingPeriod Period { get; }

    // Facts are looked at up to here: not past the period's end, nor past the moment. It may come before the period has begun.
    public Instant Until { get; }

    public ScopeTerms Terms { get; }

    public Interval Window => new(Period.Start, Instant.Max(Period.Start, Until));

    // Whether neither the range nor the moment cuts the period.
    public bool IsWhole => !_isCut && !Period.IsPartial && Until == Period.End;

    private ReportingCalendar Calendar => Period.Calendar;

    // The period that a shorter one is part of, where a balance that it does not tell was last told.
    private ReportingPeriod? BalancesFrom { get; init; }

    // Where the facts of a metric are looked for. The latest total of a month is that of the last month that has ended; a balance is
    // the last one told in the longer period.
    public Interval WindowOf(Metric metric)
    {
        var start = metric.IsBalance && BalancesFrom is { } longer ? longer.Start : Period.Start;
        var until = Terms.Tables.Of(metric.Table).Schema.FactGrain is { } grain ? WholeUntil(grain) : Until;
        return new(start, Instant.Max(start, until));
    }

    // Whether a total cuts a period that each fact of the metric's table is the total of: then it is not known.
    public bool IsCutFor(Metric metric) =>
        Terms.IsOfTotal && Terms.Tables.Of(metric.Table).Schema.FactGrain is { } grain && Once((metric, nameof(IsCutFor)), (_, scope) => WindowCheck.Cut(scope, grain) is not null);

    // What is asked for every row is made once. It is safe from several threads.
    public TMade Once<TKey, TMade>(TKey key, Func<TKey, MeasureScope, TMade> make)
        where TKey : notnull
    {
        var made = LazyInitializer.EnsureInitialized(ref _made, () => new());
        return made.TryGetValue(key, out var before) ? (TMade)before! : (TMade)made.GetOrAdd(key, make(key, this))!;
    }

    // An open period is compared with the same elapsed part of an earlier one, unless whole ones are asked for (S2.3).
    public MeasureScope? At(ReportingPeriod? other)
    {
        if (other is null)
        {
            return null;
        }

        return Until >= Period.End || Terms.ComparesWhole || other.Start >= Period.Start
            ? new(other, other.End, Terms)
            : new(other, Period.LikeForLikeEnd(other, Until), Terms, like: this);
    }

    public MeasureScope? Shifted(int count, Grain by) => At(Period.Shifted(count, by)) is { } shifted
        ? new(shifted.Period, shifted.Until, Terms, like: shifted._like) { BalancesFrom = BalancesFrom?.Shifted(count, by) }
        : null;

    // [end − length, end), where end is the end of the period, reached or not (S3.7).
    public MeasureScope Rolling(Period length)
    {
        var first = Calendar.StartOf(ReportingCalendar.MinDate);
        if (Period.Grain != Grain.Hour && !length.HasTimeComponent)
        {
            return From(LocalDate.Max(Period.EndDate - length, ReportingCalendar.MinDate));
        }

        // Days by the calendar, hours by the clock that never changes.
        var hours = Duration.FromTicks(length.Ticks) + Duration.FromHours(length.Hours) + Duration.FromMinutes(length.Minutes);
        var days = new PeriodBuilder(length) { Hours = 0, Minutes = 0, Seconds = 0, Milliseconds = 0, Ticks = 0, Nanoseconds = 0 }.Build();
        var local = Period.End.InZone(Calendar.Zone).LocalDateTime - days;
        var start = local.Date < ReportingCalendar.MinDate ? first : Instant.Max(first, Calendar.At(local) - hours);
        return Within(Calendar.Stretch((Calendar.DateHolding(start), Period.EndDate), (start, Period.End)));
    }

    // From the start of the longer period that holds the last day seen.
    public MeasureScope? ToDate(Grain grain)
    {
        var last = Until > Period.Start ? Calendar.DateHolding(Until - Duration.Epsilon) : Period.StartDate;
        return Calendar.Holding(grain, last) is { } whole
            ? Within(Calendar.Stretch(
                (whole.StartDate, LocalDate.Min(whole.EndDate, Period.EndDate)),
                (whole.Start, Instant.Min(whole.End, Period.End))))
            : null;
    }

    // Null where the period ends before there is anything.
    public MeasureScope? Since(LocalDate? origin) =>
        LocalDate.Max(origin ?? Terms.Beginning, Terms.Beginning) is var start && start < Period.EndDate ? From(start) : null;

    // The parts of the period that have begun, each as far as it can be seen.
    public IEnumerable<MeasureScope> Parts(Grain grain) => Period.SplitBy(grain)
        .TakeWhile(part => part.Start < Until)
        .Select(part => part.Start >= Period.Start
            ? new MeasureScope(part, Until, Terms, whole: this) { BalancesFrom = BalancesFrom ?? Period }
            : new(Calendar.Stretch((part.StartDate, part.EndDate), (Period.Start, part.End)), Until, Terms, whole: this, isCut: true) { BalancesFrom = BalancesFrom ?? Period });

    // Whether the facts are complete for what the measure reads in this part alone.
    public bool IsCoveredFor(Measure measure) =>
        MetricPlan.Of(measure, BalancesFrom is null ? this : new(Period, Until, Terms, _whole, _like)).IsCovered;

    private MeasureScope From(LocalDate start) =>
        Within(Calendar.Stretch((start, Period.EndDate), (Calendar.StartOf(start), Period.End)));

    private MeasureScope Within(ReportingPeriod period) => new(period, Until, Terms, whole: this);

    // Up to where periods of the grain have ended, as they are seen from here; of a period compared with, as many as in the open one.
    private Instant WholeUntil(Grain grain) => Once(grain, static (grain, scope) =>
    {
        if (scope._whole is { } whole)
        {
            return Instant.Min(scope.Period.End, whole.WholeUntil(grain));
        }

        if (scope._like is { } like)
        {
            var ended = like.Period.SplitBy(grain).Count(part => part.End <= like.WholeUntil(grain));
            return ended == 0 ? scope.Period.Start : scope.Period.SplitBy(grain).Take(ended).Last().End;
        }

        return scope.Until > scope.Period.Start && scope.Calendar.Holding(grain, scope.Calendar.DateHolding(scope.Until - Duration.Epsilon)) is { } last && last.End > scope.Until
            ? last.Start
            : scope.Until;
    });
}
