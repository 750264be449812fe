namespace GoalMetrics;

// What may be wrong with the currency of a value.
internal static class CurrencyCell
{
    public static CellProblem Unknown(string code) =>
        new(Shown.Quote(code), $"a currency code of ISO 4217, such as EUR{Hint(code)}");

    // An amount in no currency is no amount.
    public static CellProblem Missing(string column) => new("no currency", $"a currency code such as EUR, as '{column}' has a value here");

    private static string Hint(string code)
    {
        var nearest = Nearest.Of(code.Trim().ToUpperInvariant(), Currency.Codes);
        return nearest.Count == 0 ? "" : $"; perhaps {string.Join(" or ", nearest)}";
    }
}
