using System.Globalization;

namespace GoalMetrics;

// A culture writes its own currency with its symbol, and any other in the same pattern with the ISO code, set off by a space.
internal static class CurrencyPatterns
{
    // Indexed by NumberFormatInfo.CurrencyPositivePattern and CurrencyNegativePattern: the same pattern with a space, and a
    // minus sign where a culture would put accountants' parentheses.
    private static readonly int[] Positive = [2, 3, 2, 3];
    private static readonly int[] Negative = [9, 9, 12, 11, 8, 8, 13, 10, 8, 9, 10, 11, 12, 13, 9, 8, 12];

    public static NumberFormatInfo For(Currency currency, CultureInfo? culture, NumberFormatInfo numbers)
    {
        if (CodeOf(culture) == currency.Code)
        {
            return numbers;
        }

        numbers = (NumberFormatInfo)numbers.Clone();
        numbers.CurrencySymbol = currency.Code;
        numbers.CurrencyPositivePattern = Positive[numbers.CurrencyPositivePattern];
        numbers.CurrencyNegativePattern = Negative[numbers.CurrencyNegativePattern];
        return numbers;
    }

    private static string? CodeOf(CultureInfo? culture)
    {
        if (culture is null || culture.Name.Length == 0 || culture.IsNeutralCulture)
        {
            return null;
        }

        try
        {
            return new RegionInfo(culture.Name).ISOCurrencySymbol;
        }
        catch (ArgumentException)
        {
            // A culture without a region, such as eo-001.
            return null;
        }
    }
}
