using System.Globalization;

namespace GoalMetrics.Expressions;

/// <summary>Cuts a text into tokens. Numbers are read the same under every culture.</summary>
internal static class Lexer
{
    public const int Longest = 4_000;

    // A number keeps so much of what was written, or it is refused: 1e-400 is not zero, and 1.5e-28 not 2e-28.
    private const double LargestError = 1e-12;

    public static List<Token> Tokens(string text, FormulaCatalog catalog)
    {
        if (text.Length > Longest)
        {
            throw new FormulaSyntaxException(text, Longest, $"a text of at most {Longest} characters", $"{text.Length}", "");
        }

        var tokens = new List<Token>();
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (IsNumber(text, i))
            {
                tokens.Add(Number(text, i, out i));
            }
            else if (IsStart(text[i]))
            {
                tokens.Add(Name(text, i, catalog, out i));
            }
            else
            {
                tokens.Add(Symbol(text, i, out i));
            }
        }

        tokens.Add(new(TokenKind.End, text.Length, ""));
        return tokens;
    }

    private static Token Number(string text, int start, out int end)
    {
        end = Digits(text, start);
        if (end < text.Length && text[end] == '.')
        {
            end = Digits(text, end + 1);
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                end = Digits(text, exponent);
            }
        }

        var digits = text[start..end];
        if (end < text.Length - 1 && text[end] == ',' && char.IsAsciiDigit(text[end + 1]))
        {
            throw new FormulaSyntaxException(
                text, end, "a number without separators and with a decimal point", "','",
                " Write 1000 and 0.5; put a space after a comma between two numbers.");
        }

        if (end < text.Length && (IsStart(text[end]) || text[end] == '.'))
        {
            throw new FormulaSyntaxException(text, end, "an operator after a number", Shown.Quote(text[end].ToString()), "");
        }

        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out var number))
        {
            throw new FormulaSyntaxException(text, start, "a number below 7.9e28", Shown.Quote(digits), "");
        }

        if (IsKept(digits, number))
        {
            return new(TokenKind.Number, start, digits, number);
        }

        throw new FormulaSyntaxException(
            text, start, "a number whose digits stand in the first 28 decimals", Shown.Quote(digits), "");
    }

    private static bool IsKept(string digits, decimal number)
    {
        if (number == 0m)
        {
            return digits.AsSpan().TrimStart("0.") is [] or ['e' or 'E', ..];
        }

        var written = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.Abs(written - (double)number) <= LargestError * written;
    }

    private static int Digits(string text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i;
    }

    private static Token Name(string text, int start, FormulaCatalog catalog, out int end)
    {
        end = start;
        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        // conversion-rate(a, b) is a call where that is the name of a formula; else a difference, as conversion - rate(a, b).
        var hyphened = end;
        while (hyphened < text.Length && (IsPart(text[hyphened]) || text[hyphened] == '-'))
        {
            hyphened++;
        }

        var next = hyphened;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (hyphened > end && next < text.Length && text[next] == '(' && catalog.TryFind(text[start..hyphened], out _))
        {
            end = hyphened;
        }

        return new(TokenKind.Name, start, text[start..end].Normalize());
    }

    private static Token Symbol(string text, int start, out int end)
    {
        var two = start + 1 < text.Length ? text.Substring(start, 2) : "";
        if (two is "<=" or ">=" or "==" or "!=" or "<>")
        {
            end = start + 2;
            return new(TokenKind.Symbol, start, two == "<>" ? "!=" : two);
        }

        end = start + 1;
        var symbol = text[start] switch
        {
            '+' or '*' or '/' or '(' or ')' or ',' or '<' or '>' or '-' => text[start].ToString(),
            '−' or '–' => "-",
            '×' or '·' => "*",
            '÷' => "/",
            '≤' => "<=",
            '≥' => ">=",
            '≠' => "!=",
            '=' => "==",
            _ => null,
        };
        if (symbol is not null)
        {
            return new(TokenKind.Symbol, start, symbol);
        }

        throw new FormulaSyntaxException(
            text, start, "a number, a name, an operator or a parenthesis", Shown.Quote(text[start].ToString()), Hint(text[start]));
    }

    private static string Hint(char unknown) => unknown switch
    {
        '^' => " Write pow(x, y) for a power.",
        ';' => " Inputs of a function are separated by a comma.",
        _ => "",
    };

    private static bool IsNumber(string text, int start) =>
        char.IsAsciiDigit(text[start]) || (text[start] == '.' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1]));

    private static bool IsStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsPart(char c) =>
        char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
