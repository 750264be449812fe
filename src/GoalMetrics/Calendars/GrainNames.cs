namespace GoalMetrics;

// The names of the grains in messages and ids.
internal static class GrainNames
{
    public static LocalizedText Title(this Grain grain) => grain switch
    {
        Grain.Hour => new("hour", "time"),
        Grain.Day => new("day", "dag"),
        Grain.Week => new("week", "uge"),
        Grain.Month => new("month", "måned"),
        Grain.Quarter => new("quarter", "kvartal"),
        Grain.HalfYear => new("half-year", "halvår"),
        Grain.Year => new("year", "år"),
        Grain.FiscalQuarter => new("fiscal quarter", "regnskabskvartal"),
        Grain.FiscalHalfYear => new("fiscal half-year", "regnskabshalvår"),
        Grain.RetailWeek => new("retail week", "detailuge"),
        Grain.RetailPeriod => new("retail period", "detailperiode"),
        Grain.RetailQuarter => new("retail quarter", "detailkvartal"),
        Grain.RetailYear => new("retail year", "detailår"),
        _ => new("fiscal year", "regnskabsår"),
    };

    // fiscal-year of FiscalYear, half-year of HalfYear.
    public static string Slug(this Grain grain) =>
        string.Concat(grain.ToString().Select((c, i) => $"{(i > 0 && char.IsUpper(c) ? "-" : "")}{char.ToLowerInvariant(c)}"));
}
