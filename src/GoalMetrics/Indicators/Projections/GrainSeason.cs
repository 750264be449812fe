namespace GoalMetrics;

// The lengths of the seasons that values by a grain most often have, the shorter first.
internal static class GrainSeason
{
    public static IReadOnlyList<int> All(Grain grain) => grain switch
    {
        Grain.Hour => [24, 168],
        Grain.Day => [7],
        Grain.Week or Grain.RetailWeek => [52],
        Grain.Month or Grain.RetailPeriod => [12],
        Grain.Quarter or Grain.FiscalQuarter or Grain.RetailQuarter => [4],
        Grain.HalfYear or Grain.FiscalHalfYear => [2],
        _ => [1],
    };
}
