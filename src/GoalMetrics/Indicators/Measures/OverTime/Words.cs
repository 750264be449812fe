namespace GoalMetrics;

// The words of measures over time, in ids and titles.
internal static class Words
{
    public static LocalizedText Joined(LocalizedText measure, LocalizedText view) =>
        new LocalizedText("{measure}, {view}").Filled("{view}", view).Filled("{measure}", measure);

    // fiscal-year of FiscalYear, half-year of HalfYear.
    public static string Slug(this Grain grain) =>
        string.Concat(grain.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
