namespace GoalMetrics;

// Words in the ids and titles of measures over time.
internal static class Words
{
    public static LocalizedText Joined(LocalizedText measure, LocalizedText view) =>
        new LocalizedText("{measure}, {view}").Filled("{view}", view).Filled("{measure}", measure);

    // fiscal-year of FiscalYear, half-year of HalfYear.
    public static string Slug(this Grain grain) =>
        string.Concat(grain.ToString().Select((c, i) => $"{(i > 0 && char.IsUpper(c) ? "-" : "")}{char.ToLowerInvariant(c)}"));
}
