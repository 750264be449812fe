using System.Collections.Frozen;

namespace GoalMetrics;

// The signs that exports write beside amounts, and the currencies that each may stand for. Codes of ISO 4217 stand for themselves.
internal static class CurrencySigns
{
    private static readonly FrozenDictionary<string, string[]> Codes = Table();

    public static bool IsKnown(string sign) => Codes.ContainsKey(sign) || Currency.Find(sign.ToUpperInvariant()) is not null;

    // The currencies that a sign may stand for; none for what is not known as one.
    public static IReadOnlyList<string> MeantBy(string sign) => Codes.GetValueOrDefault(sign) ?? [];

    public static bool CanMean(string sign, Currency currency) =>
        sign.Equals(currency.Code, StringComparison.OrdinalIgnoreCase)
        || (Codes.TryGetValue(sign, out var codes) && codes.Contains(currency.Code));

    // Signs as CLDR 44 and the banks of these countries write them.
    private static FrozenDictionary<string, string[]> Table()
    {
        const string dollars =
            "USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP UYU DOP CUP BBD BSD BZD BMD BND FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD";
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["€"] = "EUR",
            ["$"] = dollars,
            ["US$"] = "USD",
            ["A$"] = "AUD",
            ["AU$"] = "AUD",
            ["C$"] = "CAD",
            ["CA$"] = "CAD",
            ["NZ$"] = "NZD",
            ["S$"] = "SGD",
            ["HK$"] = "HKD",
            ["NT$"] = "TWD",
            ["MX$"] = "MXN",
            ["R$"] = "BRL",
            ["£"] = "GBP GIP FKP SHP EGP LBP SYP SSP SDG",
            ["¥"] = "JPY CNY",
            ["￥"] = "JPY CNY",
            ["円"] = "JPY",
            ["元"] = "CNY TWD HKD",
            ["₩"] = "KRW KPW",
            ["₹"] = "INR",
            ["Rs"] = "INR PKR LKR NPR MUR",
            ["Rs."] = "INR PKR LKR NPR MUR",
            ["kr"] = "DKK SEK NOK ISK",
            ["kr."] = "DKK SEK NOK ISK",
            ["Fr"] = "CHF",
            ["Fr."] = "CHF",
            ["SFr."] = "CHF",
            ["zł"] = "PLN",
            ["Kč"] = "CZK",
            ["Ft"] = "HUF",
            ["lei"] = "RON MDL",
            ["лв"] = "BGN",
            ["лв."] = "BGN",
            ["₽"] = "RUB",
            ["руб."] = "RUB",
            ["₴"] = "UAH",
            ["₺"] = "TRY",
            ["TL"] = "TRY",
            ["₪"] = "ILS",
            ["₫"] = "VND",
            ["฿"] = "THB",
            ["₱"] = "PHP",
            ["RM"] = "MYR",
            ["Rp"] = "IDR",
            ["R"] = "ZAR",
            ["₦"] = "NGN",
            ["GH₵"] = "GHS",
            ["KSh"] = "KES",
            ["₾"] = "GEL",
            ["₸"] = "KZT",
        }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(' '), StringComparer.OrdinalIgnoreCase);
    }
}
