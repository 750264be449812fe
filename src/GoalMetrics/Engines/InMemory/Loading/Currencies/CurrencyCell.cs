using System.Collections.Frozen;

namespace GoalMetrics;

// What may be wrong with the currency of a value.
internal static class CurrencyCell
{
    // Codes that are in use and not in ISO 4217.
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["RMB"] = "CNY",
        ["CNH"] = "CNY",
        ["STG"] = "GBP",
        ["UKP"] = "GBP",
        ["NTD"] = "TWD",
        ["EURO"] = "EUR",
        ["SFR"] = "CHF",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static CellProblem Unknown(string code) =>
        new(Shown.Quote(code), $"a currency code of ISO 4217, such as EUR{Hint(code.Trim())}");

    // An amount in no currency is no amount.
    public static CellProblem Missing(string column) => new("no currency", $"a currency code such as EUR, as '{column}' has a value here");

    private static string Hint(string code)
    {
        if (CurrencyCodes.IsOfMinorUnit(code) && Currency.Find(code.ToUpperInvariant()) is { } major)
        {
            return $"; {code} is a hundredth of {major}: compute both from the cells of the row";
        }

        if (code.Equals("GBX", StringComparison.OrdinalIgnoreCase))
        {
            return "; GBX is a hundredth of GBP: compute both from the cells of the row";
        }

        if (Known.TryGetValue(code, out var name))
        {
            return $"; perhaps {name}";
        }

        if (CurrencySigns.MeantBy(code) is { Count: > 0 } meant)
        {
            if (meant.Count == 1)
            {
                return $"; perhaps {meant[0]}";
            }

            return $"; the sign may stand for {Shown.List(meant.Take(4))}";
        }

        var nearest = Nearest.Of(code.ToUpperInvariant(), Currency.Codes);
        if (nearest.Count == 0)
        {
            return "";
        }

        return $"; perhaps {string.Join(" or ", nearest)}";
    }
}
