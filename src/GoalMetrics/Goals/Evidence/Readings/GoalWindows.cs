using NodaTime;

namespace GoalMetrics;

// The windows that a goal's measure is read in.
internal sealed class GoalWindows
{
    private readonly AskedGoal _goal;
    private readonly GoalMoment _moment;
    private readonly ReadingTerms _terms;

    // A measure that nothing is asked of yet is tried out where the goal itself is in question.
    public GoalWindows(AskedGoal goal, GoalData data, GoalMoment moment, bool triesMeasure)
    {
        (_goal, _moment, _terms) = (goal, moment, data.Terms);
        if (goal.BaselinePeriod is { } period)
        {
            Baseline = new(period, _terms);
        }

        ToJudge = WindowsToJudge();
        if (ToJudge is [.., var latest])
        {
            Latest = latest;
        }
        else if (triesMeasure && Baseline is null)
        {
            Trial = new TrialWindow(goal, data).Latest();
        }
    }

    // Null where no baseline is measured.
    public ReadingWindow? Baseline { get; }

    // The goal's period to date, its latest closed part, or all of its closed parts.
    public IReadOnlyList<ReadingWindow> ToJudge { get; }

    // The last of these; null where there is nothing to judge yet.
    public ReadingWindow? Latest { get; }

    // Where the measure is only tried out, as nothing else is read of it.
    public ReadingWindow? Trial { get; }

    public IEnumerable<ReadingWindow> All => [.. new[] { Baseline, Trial }.OfType<ReadingWindow>(), .. ToJudge];

    // The goal's period up to the day of the judgement, as if it ended there, so that rolling measures roll up to now.
    private ReadingWindow ToDate
    {
        get
        {
            var (period, moment) = (_goal.Period, _moment.JudgedAt);
            var terms = _terms with { AsOf = moment };
            if (moment >= period.End || !_moment.HasStarted || period.IsHour)
            {
                return new(period, terms);
            }

            var last = period.Calendar.DateOf(moment - Duration.Epsilon).PlusDays(1);
            return new(period.Calendar.Range(period.StartDate, last), terms);
        }
    }

    private IReadOnlyList<ReadingWindow> WindowsToJudge()
    {
        if (!_moment.HasStarted)
        {
            return [];
        }

        if (_goal.Nature == GoalNature.Stay)
        {
            return [.. ClosedParts(_goal.KeptBy).Where(_goal.IsJudged).Select(part => new ReadingWindow(part, _terms))];
        }

        if (_goal.Nature == GoalNature.Level && _goal.ReadEvery is { } grain)
        {
            return LatestPart(grain);
        }

        return [ToDate];
    }

    // A whole part rather than one at the edge of the goal's period.
    private IReadOnlyList<ReadingWindow> LatestPart(Grain grain)
    {
        var parts = ClosedParts(grain).ToList();
        var latest = parts.FindLast(part => !part.IsPartial) ?? parts.LastOrDefault();
        if (latest is null)
        {
            return [];
        }

        return [new(latest, _terms)];
    }

    private IEnumerable<ReportingPeriod> ClosedParts(Grain grain) =>
        _goal.Period.SplitBy(grain).Where(part => _moment.HasClosed(part, _terms.AsOf));
}
