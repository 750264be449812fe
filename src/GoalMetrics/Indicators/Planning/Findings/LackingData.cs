using NodaTime;

namespace GoalMetrics;

// The times that values stand for and tables do not cover, be it the period of a row or what a measure looks back on. Windows that overlap,
// as the 90 days before each day do, are one time.
internal sealed class LackingData
{
    private List<LackingTime>? _times;

    public bool IsEmpty => _times is null;

    public IReadOnlyList<LackingTime> Times => _times ?? [];

    public void Add(TableDescription table, Interval time)
    {
        if (time.Start >= time.End || table.Covers(time))
        {
            return;
        }

        _times ??= [];
        for (var i = _times.Count - 1; i >= 0; i--)
        {
            var (known, other) = _times[i];
            if (known == table && time.Start <= other.End && other.Start <= time.End)
            {
                _times[i] = new(table, new(Instant.Min(time.Start, other.Start), Instant.Max(time.End, other.End)));
                return;
            }
        }

        _times.Add(new(table, time));
    }

    public void Add(LackingData? other)
    {
        if (other?._times is not { } times)
        {
            return;
        }

        foreach (var (table, time) in times)
        {
            Add(table, time);
        }
    }

    // For each table where it begins late, ends early or has a gap, each once.
    public IReadOnlyList<Finding> Findings(Instant asOf, ReportingCalendar calendar)
    {
        var findings = new List<Finding>();
        AddTo(findings, asOf, calendar);
        return findings;
    }

    // Adds these findings, but for those that are known already.
    public void AddTo(List<Finding> findings, Instant asOf, ReportingCalendar calendar)
    {
        if (_times is null)
        {
            return;
        }

        foreach (var (table, time) in _times)
        {
            DataFindings.AddNew(findings, DataFindings.LackingIn(table, time, asOf, calendar));
        }
    }
}
