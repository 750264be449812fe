using System.Collections.Concurrent;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// How a table describes itself to those who ask.
public sealed partial class FactTable
{
    private readonly ConcurrentDictionary<string, bool> _hasNegatives = [];

    // Found on first use. Safe with several threads, as each finds the same.
    private DescribedIn? _described;

    internal override TableDescription Describe(ReportingCalendar calendar, Filter? filter = null)
    {
        if (filter is not null || IsGrowing)
        {
            return DescribeAnew(calendar, filter);
        }

        if (_described is not { } known || !known.Calendar.Equals(calendar))
        {
            _described = known = new(calendar, DescribeAnew(calendar, filter: null));
        }

        return known.Table;
    }

    private TableDescription DescribeAnew(ReportingCalendar calendar, Filter? filter)
    {
        var seen = Seen(filter, calendar);
        var facts = FactsAmong(seen);
        var order = seen is null ? _order : new(this, seen);
        return new(Schema, Coverage.In(calendar, Schema.Time, facts))
        {
            Settling = _settling,
            RefusedRows = RefusedRows.Count,
            Unknown = UnknownAmong(seen),
            Gaps = Coverage.GapsIn(calendar),
            Missing = Missing(calendar, seen),
            IsEmpty = facts is null,
            IsCoverageStated = Coverage.IsStated,
            EarliestFact = facts is var (first, _) ? TimeColumn.InstantOf(first, Schema.Time, calendar) : null,
            LatestFact = facts is var (_, last) ? TimeColumn.InstantOf(last, Schema.Time, calendar) : null,
            HasNegatives = column => HasNegatives(column, seen),
            OrderInDoubt = !IsGrowing && Sequence is null && !IsNewestFirst ? InDoubt : null,
        };

        Instant? InDoubt(Aggregate aggregate)
        {
            if (order.FirstInDoubt(aggregate) is { } time)
            {
                return TimeColumn.InstantOf(time, Schema.Time, calendar);
            }

            return null;
        }
    }

    private bool HasNegatives(string column, RowFilter? seen)
    {
        if (seen is null && !IsGrowing)
        {
            return _hasNegatives.GetOrAdd(column, name => FindNegatives(Values(name), seen: null));
        }

        return FindNegatives(Values(column), seen);
    }

    private bool FindNegatives(ValueColumn values, RowFilter? seen)
    {
        var isKnown = RowFilter.WhereKnown(values, seen);
        for (var row = 0; row < RowCount; row++)
        {
            if (values[row] < 0m && isKnown.Holds(row))
            {
                return true;
            }
        }

        return false;
    }

    // When the first and the last happened of the facts that are seen, or of all; null if there are none.
    internal (long First, long Last)? FactsAmong(RowFilter? seen)
    {
        if (seen is not null)
        {
            return PassingTimes.Of(TimeColumn, seen);
        }

        if (RowCount == 0)
        {
            return null;
        }

        return (TimeColumn.First, TimeColumn.Last);
    }

    // Of the facts that are seen, or of all.
    private Dictionary<string, long?> UnknownAmong(RowFilter? seen)
    {
        if (seen is null || UnknownValues.Count == 0)
        {
            return UnknownValues;
        }

        return CountUnknown(seen);
    }

    private Dictionary<string, long?> CountUnknown(RowFilter isSeen)
    {
        var counts = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var name in UnknownValues.Keys)
        {
            var column = Values(name);
            var count = Enumerable.Range(0, RowCount).LongCount(row => column.IsNull(row) && isSeen.Holds(row));
            if (count > 0)
            {
                counts.Add(name, count);
            }
        }

        return counts;
    }

    // Where the user says what the table covers, a day without facts is one on which nothing happened.
    private Lazy<MissingFacts>? Missing(ReportingCalendar calendar, RowFilter? seen)
    {
        if (Coverage.IsStated)
        {
            return null;
        }

        if (IsGrowing)
        {
            return new(Find());
        }

        return new(Find);

        MissingFacts Find()
        {
            var times = seen is null ? TimeColumn : PassingTimes.All(TimeColumn, seen);
            return UnloadedFacts.Of(times, Schema, calendar);
        }
    }

    private sealed record DescribedIn(ReportingCalendar Calendar, TableDescription Table);
}
