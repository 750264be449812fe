namespace GoalMetrics;

// Codes of currencies as data have them: in any letter case, as payment providers write them in small letters, and among blanks.
internal static class CurrencyCodes
{
    // Null where it is not the code of a currency. GBp is pence and ZAc cents: a hundredth of what the code says.
    public static Currency? Find(string? code)
    {
        if (code is null)
        {
            return null;
        }

        return Currency.Find(code) ?? (IsOfMinorUnit(code.Trim()) ? null : Currency.Find(code.Trim().ToUpperInvariant()));
    }

    public static bool IsOfMinorUnit(string code) =>
        code.Length == 3 && char.IsUpper(code[0]) && char.IsUpper(code[1]) && char.IsLower(code[2]);
}
