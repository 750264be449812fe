namespace GoalMetrics;

// Codes of currencies as data have them: in any letter case, as payment providers write them in small letters, and among blanks.
internal static class CurrencyCodes
{
    // Null where it is not the code of a currency.
    public static Currency? Find(string? code) => code is null ? null : Currency.Find(code) ?? Currency.Find(code.Trim().ToUpperInvariant());
}
