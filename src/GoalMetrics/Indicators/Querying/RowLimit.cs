using System.Globalization;

namespace GoalMetrics;

// How many periods a query may have. One wrong date, such as of the year 0026, would otherwise make millions of rows.
internal static class RowLimit
{
    private const int OfFacts = 100_000;
    private const int OfStatedRange = 1_000_000;

    public static void Check(
        ReportingPeriod range, Grain grain, bool isStated, string howToState = "state it with Between(start, end) or During(period)")
    {
        var limit = isStated ? OfStatedRange : OfFacts;
        var count = Count(range, grain);
        if (count > limit)
        {
            throw TooMany(range, grain, count, limit, isStated, howToState);
        }
    }

    private static InvalidOperationException TooMany(
        ReportingPeriod range, Grain grain, long count, int limit, bool isStated, string howToState)
    {
        var remedy = $"The range is that of the facts, of which one may have a wrong date: {howToState}.";
        if (isStated)
        {
            remedy = "Shorten the range, or ask by a longer grain.";
        }

        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"The query would have {count:N0} rows, one for each {grain} from {range.StartDate:R} to {range.EndDate:R}; expected at most"
            + $" {limit:N0}. {remedy}"));
    }

    // Of grains that can be so many.
    private static long Count(ReportingPeriod range, Grain grain)
    {
        if (grain == Grain.Hour)
        {
            return (long)(range.End - range.Start).TotalHours;
        }

        if (grain == Grain.Day)
        {
            return range.Days;
        }

        if (grain == Grain.Week || grain == Grain.RetailWeek)
        {
            return range.Days / 7;
        }

        return 0;
    }
}
