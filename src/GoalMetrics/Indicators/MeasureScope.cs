using NodaTime;

namespace GoalMetrics;

// Where a measure is read: a period, and how much of it can be seen. Measures over time read others in scopes made from theirs.
internal sealed record MeasureScope
{
    public MeasureScope(ReportingPeriod period, ScopeTerms terms)
        : this(period, period.End, terms)
    {
    }

    private MeasureScope(ReportingPeriod period, Instant until, ScopeTerms terms)
    {
        Period = period;
        Until = Instant.Min(until, Instant.Min(period.End, terms.AsOf));
        Terms = terms;
    }

    public ReportingPeriod Period { get; }

    // Facts are looked at up to here: not past the period's end, nor past the moment. It may come before the period has begun.
    public Instant Until { get; }

    public ScopeTerms Terms { get; }

    public Interval Window => new(Period.Start, Instant.Max(Period.Start, Until));

    private ReportingCalendar Calendar => Period.Calendar;

    // An open period is compared with the same elapsed part of an earlier one, unless whole ones are asked for (S2.3).
    public MeasureScope? At(ReportingPeriod? other) => other is null ? null
        : new(
            other,
            Until >= Period.End || Terms.ComparesWhole || other.Start >= Period.Start ? other.End : Period.LikeForLikeEnd(other, Until),
            Terms);

    public MeasureScope? Shifted(int count, Grain by) => At(Period.Shifted(count, by));

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
    public IEnumerable<MeasureScope> Parts(Grain grain) =>
        Period.SplitBy(grain).TakeWhile(part => part.Start < Until).Select(part => new MeasureScope(part, Until, Terms));

    private MeasureScope From(LocalDate start) =>
        Within(Calendar.Stretch((start, Period.EndDate), (Calendar.StartOf(start), Period.End)));

    private MeasureScope Within(ReportingPeriod period) => new(period, Until, Terms);
}
