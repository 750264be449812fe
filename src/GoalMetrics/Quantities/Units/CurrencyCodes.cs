namespace GoalMetrics;

// Codes of currencies as data have them: in any letter case, as payment providers write them in small letters, and among blanks.
internal static class CurrencyCodes
{
    // Null where it is not the code of a currency.
    public static Currency? Find(string? code)
    {
        if (code is null)
        {
            return null;
        }

        return Currency.Find(code) ?? Currency.Find(code.Trim().ToUpperInvariant());
    }
}
