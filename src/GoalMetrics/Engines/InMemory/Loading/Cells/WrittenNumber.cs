using System.Globalization;
using System.Text;

namespace GoalMetrics;

// A number as it stands in a cell, taken apart: its digits with their marks, its sign, and what is written beside it.
internal readonly record struct WrittenNumber(string Digits, bool IsNegative, string Currency, bool IsPercent)
{
    private const string Percents = "%\u066A";

    // Blanks as one kind, apostrophes and minus signs too, and without the marks that only say in which direction to write. The end of a
    // line is no blank: what follows it is something else.
    public static string Plain(string text)
    {
        text = text.Trim();
        if (Ascii.IsValid(text))
        {
            return text;
        }

        return string.Concat(text
            .Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            .Select(letter => letter switch
            {
                '\u2019' => '\'',
                '\u2212' => '-',
                _ when char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator => ' ',
                _ => letter,
            })).Trim();
    }

    // Null for text that is no number; the digits are not looked at yet. Of each thing beside them there may be one.
    public static WrittenNumber? Of(string plain)
    {
        var rest = plain.AsSpan();
        var (currency, isPercent) = ("", false);
        bool? isNegative = null;
        while (!rest.IsEmpty && !IsBare(rest))
        {
            if (currency.Length == 0 && TakeCurrency(ref rest, out var sign))
            {
                currency = sign;
            }
            else if (!isPercent && TakePercent(ref rest))
            {
                isPercent = true;
            }
            else if (isNegative is null && TakeSign(ref rest) is { } minus)
            {
                isNegative = minus;
            }
            else
            {
                return null;
            }
        }

        if (rest.IsEmpty)
        {
            return null;
        }

        return new(rest.ToString(), isNegative ?? false, currency, isPercent);
    }

    // Digits at both ends; a decimal mark may come first.
    private static bool IsBare(ReadOnlySpan<char> rest) =>
        char.IsAsciiDigit(rest[^1]) && (char.IsAsciiDigit(rest[0]) || rest[0] is '.' or ',');

    private static bool? TakeSign(ref ReadOnlySpan<char> rest)
    {
        if (rest is ['(', .. var inner, ')'])
        {
            rest = inner.Trim();
            return true;
        }

        if (rest is ['-' or '+', .. var after])
        {
            var isNegative = rest[0] == '-';
            rest = after.TrimStart();
            return isNegative;
        }

        // As accounting systems write it. A plus behind means "or more". In 12,- the minus says that there are no cents; the comma that is
        // left then ends no number.
        if (rest is [.. var amount, '-'])
        {
            rest = amount.TrimEnd();
            return true;
        }

        return null;
    }

    private static bool TakePercent(ref ReadOnlySpan<char> rest)
    {
        if (Percents.Contains(rest[^1]))
        {
            rest = rest[..^1].TrimEnd();
            return true;
        }

        if (Percents.Contains(rest[0]))
        {
            rest = rest[1..].TrimStart();
            return true;
        }

        return false;
    }

    // Letters and signs of currencies, with the point of an abbreviation.
    private static bool TakeCurrency(ref ReadOnlySpan<char> rest, out string sign)
    {
        var length = 0;
        while (length < rest.Length && IsOfCurrency(rest, length))
        {
            length++;
        }

        if (length > 0)
        {
            sign = rest[..length].ToString();
            rest = rest[length..].TrimStart();
            return true;
        }

        var start = rest.Length;
        while (start > 0 && (IsLetter(rest[start - 1]) || (rest[start - 1] == '.' && (start == rest.Length))))
        {
            start--;
        }

        sign = rest[start..].ToString();
        if (sign.Length == 0 || sign[0] == '.')
        {
            return false;
        }

        rest = rest[..start].TrimEnd();
        return true;
    }

    private static bool IsOfCurrency(ReadOnlySpan<char> text, int at) =>
        IsLetter(text[at]) || (text[at] == '.' && at > 0 && char.IsLetter(text[at - 1]));

    private static bool IsLetter(char letter) => char.IsLetter(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;
}
