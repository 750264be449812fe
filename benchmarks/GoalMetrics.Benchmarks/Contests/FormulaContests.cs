namespace GoalMetrics.Benchmarks;

/// <summary>A contest for every formula there is.</summary>
internal static class FormulaContests
{
    /// <summary>The formulas of the catalogue, each with its contest.</summary>
    /// <exception cref="InvalidOperationException">A formula has none, or a contest has no formula.</exception>
    public static IReadOnlyList<(Formula Formula, FormulaContest Contest)> All()
    {
        var contests = Written().ToDictionary(contest => contest.Id, StringComparer.Ordinal);
        var formulas = FormulaCatalog.Default.Formulas;
        var missing = formulas.Select(formula => formula.Id).Except(contests.Keys, StringComparer.Ordinal).ToList();
        var unknown = contests.Keys.Except(formulas.Select(formula => formula.Id), StringComparer.Ordinal).ToList();
        return missing.Count + unknown.Count == 0
            ? [.. formulas.Select(formula => (formula, contests[formula.Id]))]
            : throw new InvalidOperationException(
                $"Expected a contest for each formula of the catalogue; without one: {List(missing)};"
                + $" not in the catalogue: {List(unknown)}.");
    }

    private static IEnumerable<FormulaContest> Written() =>
    [
        .. MarketingContests.All, .. CommerceContests.All, .. CustomersContests.All, .. FinanceContests.All,
        .. CustomerServiceContests.All, .. OperationsContests.All, .. PeopleContests.All, .. SeriesContests.All,
    ];

    private static string List(List<string> ids) => ids.Count == 0 ? "none" : string.Join(", ", ids);
}
