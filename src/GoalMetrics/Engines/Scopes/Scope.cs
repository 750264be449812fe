namespace GoalMetrics;

// What the filter of a scope means for a table.
internal static class Scope
{
    // Refuses a table that does not have what the filter looks at: it is never answered whole instead. The message names no members, which
    // may be those of others.
    public static void CheckFits(this Filter within, TableSchema table)
    {
        try
        {
            within.Check(table, parameter: null);
        }
        catch (ArgumentException unfit)
        {
            throw new ArgumentException(
                $"Table '{table}' does not fit the scope that its source is seen through. {Failure.MessageOf(unfit)}"
                + $" A table that everyone may see whole is named as an exception: Within(filter, except: [\"{table}\"]).",
                unfit);
        }
    }

    // The same table without the members that its author put in order and the filter does not let through.
    public static TableSchema SeenWithin(this TableSchema table, Filter within) => table.Dimensions
        .Where(dimension => dimension.Order.Count > 0)
        .Aggregate(table, (seen, dimension) => seen.Replacing(
            dimension.InOrder([.. dimension.Order.Where(member => within.LetsThrough(dimension.Name, member))])));
}
