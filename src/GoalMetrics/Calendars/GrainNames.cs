using System.Globalization;
using static System.FormattableString;

namespace GoalMetrics;

// The names of the grains in messages and ids.
internal static class GrainNames
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da");

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

    // days, dage.
    public static LocalizedText Plural(this Grain grain)
    {
        var one = grain.Title();
        return new($"{one.English}s", $"{one.In(Danish)}{DanishEnding(grain)}");
    }

    // After "almost every" and after "næsten alle": day, dage.
    public static LocalizedText OfAlmostEvery(this Grain grain) => new(grain.Title().English, grain.Plural().In(Danish));

    // 1 day, 7 days.
    public static LocalizedText Counted(this Grain grain, long count)
    {
        var unit = count == 1 ? grain.Title() : grain.Plural();
        return new(Invariant($"{count} {unit.English}"), Invariant($"{count} {unit.In(Danish)}"));
    }

    // fiscal-year of FiscalYear, half-year of HalfYear.
    public static string Slug(this Grain grain) =>
        string.Concat(grain.ToString().Select((c, i) => $"{(i > 0 && char.IsUpper(c) ? "-" : "")}{char.ToLowerInvariant(c)}"));

    // Of the Danish names those that end with "år" have no ending.
    private static string DanishEnding(Grain grain) => grain switch
    {
        Grain.Hour or Grain.Week or Grain.RetailWeek or Grain.RetailPeriod => "r",
        Grain.Day => "e",
        Grain.Month or Grain.Quarter or Grain.FiscalQuarter or Grain.RetailQuarter => "er",
        _ => "",
    };
}
