namespace GoalMetrics;

// Which facts a question is about: those that pass its filter, and lie in no gap of the coverage by its calendar. Without a calendar, all.
internal readonly record struct AskedFacts(ReportingCalendar? Calendar, Filter? Filter)
{
    // The facts that another filter lets through, whether they pass that of the question or not.
    public RowFilter? Seen(Filter? among, FactTable table)
    {
        if (Calendar is { } calendar)
        {
            return table.Seen(among, calendar);
        }

        if (among is null)
        {
            return null;
        }

        return RowFilter.For(among, table);
    }

    // Those that pass another filter too.
    public RowFilter? Passing(Filter? filter, FactTable table)
    {
        if (FilterExtensions.And(Filter, filter) is { } both)
        {
            return RowFilter.For(both, table);
        }

        return null;
    }
}
