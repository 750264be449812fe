using NodaTime;

namespace GoalMetrics;

// How far into its period the data of a goal reach, and so the moment that it is judged at.
internal sealed class DataReach
{
    public DataReach(ReportingPeriod period, GoalTables tables, KnownTime known, Instant asOf)
    {
        Wanted = Instant.Min(asOf, period.End);
        EndsEarly = period.Start < known.End && known.End < Wanted;
        JudgedAt = asOf;

        // On the first day nothing is known yet, as at its first moment.
        var isFirstDay = period.Calendar.DateHolding(Wanted) == period.StartDate;
        var endsAtStart = period.Start == known.End && known.End < Wanted && isFirstDay;
        if (EndsEarly || endsAtStart)
        {
            JudgedAt = known.End;
        }

        HasNothing = !endsAtStart && known.End <= period.Start && period.Start < Wanted;
        WhyNothing = known.IsImmature ? UndefinedReason.Immature : UndefinedReason.NoData;
        Gone = GoneAt(JudgedAt, tables.All, asOf, period.Calendar);
    }

    // How far data are asked for: up to the moment of the question, within the goal's period.
    public Instant Wanted { get; }

    // Whether the data end after the goal's period has begun, and before the moment of the question.
    public bool EndsEarly { get; }

    // The moment of the question, or the end of the data.
    public Instant JudgedAt { get; }

    // The end of the time that what was read is about: the moment of the judgement, or the end of its day where all of that was read.
    public Instant Gone { get; }

    // Whether the goal's period has begun and no day of it has data: what looks back would have a value all the same.
    public bool HasNothing { get; }

    public UndefinedReason WhyNothing { get; }

    // A row of dates is read once its day has begun. The last one may be a part of today, as far as it was loaded; where facts go on beyond
    // today, it is all of it.
    private static Instant GoneAt(Instant judgedAt, List<TableDescription> tables, Instant asOf, ReportingCalendar calendar)
    {
        var today = calendar.DateHolding(judgedAt);
        var tomorrow = calendar.StartOf(today.PlusDays(1));
        var isAtStart = judgedAt == calendar.StartOf(today);
        if (judgedAt == asOf && !isAtStart && tables.TrueForAll(GoesOn))
        {
            return tomorrow;
        }

        return judgedAt;

        bool GoesOn(TableDescription table) => table.Schema.FactGrain is null && table.IsByDay() && table.LatestFact >= tomorrow;
    }
}
