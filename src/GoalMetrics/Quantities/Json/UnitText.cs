using System.Globalization;
using System.Text.Json;
using static System.FormattableString;

namespace GoalMetrics.Json;

// A unit as one text that can be read back: its words, with a noun in brackets where it could be mistaken for another unit.
internal static class UnitText
{
    private const string Percent = "ratio";
    private const string Points = "percentage points";
    private const string Plain = "count";
    private const string Counted = "count of ";
    private const string Scale = "score ";
    private const string Per = " per ";
    private const string And = " and ";
    private const string Times = " * ";

    // Some twenty nouns of the greatest length.
    private const int Longest = 2_000;

    private const string Expected =
        "a unit such as \"ratio\", \"count\", \"count of order\", \"DKK\", \"days\", \"score 1 to 5\" or \"DKK per order\"";

    private static readonly string[] Separators = [Per, And, Times];

    public static string Of(Unit unit) => unit.Kind switch
    {
        UnitKind.Ratio => Percent,
        UnitKind.PercentagePoint => Points,
        UnitKind.Count when unit.Noun is null => Plain,
        UnitKind.Count => Counted + unit.Noun,
        UnitKind.Duration => $"{Singular(unit.DurationUnit!.Value)}s",
        UnitKind.Compound => Product(unit),
        _ => Factor(unit),
    };

    public static void WriteUnit(this Utf8JsonWriter writer, string name, Unit? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, Of(value));
        }
    }

    public static Unit Read(string text)
    {
        if (Simple(text) is { } simple)
        {
            return simple;
        }

        if (text.Length > Longest)
        {
            throw Refused(text);
        }

        var factors = Factors(text);
        var above = factors.TakeWhile(factor => factor.Separator != Per).ToList();
        var below = factors.Skip(above.Count).ToList();
        var isProduct = above.Count > 1 || below.Count > 0;
        var isWellFormed = factors[0].Separator is "" or Per
            && above.Skip(1).All(factor => factor.Separator == Times)
            && below.Skip(1).All(factor => factor.Separator == And);
        if (!isProduct || !isWellFormed)
        {
            throw Refused(text);
        }

        var product = above.Aggregate(Unit.Ratio, (unit, factor) => unit.Times(ReadFactor(factor.Name, text)));
        return below.Aggregate(product, (unit, factor) => unit.Per(ReadFactor(factor.Name, text)));
    }

    private static Unit? Simple(string text)
    {
        if (text.StartsWith(Counted, StringComparison.Ordinal))
        {
            return JsonReading.Made(() => Unit.Count(text[Counted.Length..]));
        }

        return text switch
        {
            Percent => Unit.Ratio,
            Points => Unit.PercentagePoint,
            Plain => Unit.Count(),
            _ => Duration(text, "s") ?? Currency.Find(text)?.Unit ?? Score(text),
        };
    }

    private static string Product(Unit unit)
    {
        var above = string.Join(Times, unit.Numerator.Select(Factor));
        var below = string.Join(And, unit.Denominator.Select(Factor));
        if (below.Length == 0)
        {
            return above;
        }

        return $"{above}{Per}{below}".TrimStart();
    }

    private static string Factor(Unit unit) => unit.Kind switch
    {
        UnitKind.Money => unit.Currency!.Code,
        UnitKind.PercentagePoint => Points,
        UnitKind.Duration => Singular(unit.DurationUnit!.Value),
        UnitKind.Score => Invariant($"{Scale}{unit.Minimum} to {unit.Maximum}"),
        _ when IsClear(unit.Noun!) => unit.Noun!,
        _ => $"[{unit.Noun!.Replace("]", "]]", StringComparison.Ordinal)}]",
    };

    // The factors as they are written, each with what stands before it: nothing, DKK; per, order; and, day.
    private static List<(string Separator, string Name)> Factors(string text)
    {
        var factors = new List<(string Separator, string Name)>();
        var rest = text.StartsWith(Per.TrimStart(), StringComparison.Ordinal) ? $" {text}" : text;
        do
        {
            var separator = Separators.FirstOrDefault(separator => rest.StartsWith(separator, StringComparison.Ordinal)) ?? "";
            var name = rest[separator.Length..];
            var length = LengthOfFactor(name, text);
            factors.Add((separator, name[..length]));
            rest = name[length..];
        }
        while (rest.Length > 0);
        return factors;
    }

    private static Unit ReadFactor(string factor, string text)
    {
        if (factor is ['[', .. var bracketed, ']'])
        {
            return JsonReading.Made(() => Unit.Count(bracketed.Replace("]]", "]", StringComparison.Ordinal)));
        }

        if (factor == Points)
        {
            return Unit.PercentagePoint;
        }

        if ((Duration(factor, "") ?? Currency.Find(factor)?.Unit ?? Score(factor)) is { } unit)
        {
            return unit;
        }

        if (!IsClear(factor))
        {
            throw Refused(text);
        }

        return JsonReading.Made(() => Unit.Count(factor));
    }

    // A noun in brackets ends with a bracket that is not doubled, anything else where the next separator begins.
    private static int LengthOfFactor(string rest, string text)
    {
        if (!rest.StartsWith('['))
        {
            var nearest = Separators.Select(separator => rest.IndexOf(separator, StringComparison.Ordinal)).Where(at => at >= 0);
            return nearest.DefaultIfEmpty(rest.Length).Min();
        }

        for (var at = 1; at < rest.Length; at++)
        {
            var isDoubled = rest.AsSpan(at).StartsWith("]]");
            if (rest[at] == ']' && !isDoubled)
            {
                return at + 1;
            }

            if (isDoubled)
            {
                at++;
            }
        }

        throw Refused(text);
    }

    // Words of letters, digits, hyphens and underscores, that are no unit themselves, in whatever letter case.
    private static bool IsClear(string noun)
    {
        var words = noun.Split(' ');
        return words.All(word => word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            && !words.Any(word => word.ToLowerInvariant() is "per" or "and")
            && words[0].ToLowerInvariant() is not (Plain or "score" or Percent)
            && noun.ToLowerInvariant() is not Points
            && Currency.Find(noun.ToUpperInvariant()) is null
            && Duration(noun.ToLowerInvariant(), "") is null
            && Duration(noun.ToLowerInvariant(), "s") is null;
    }

    private static string Singular(DurationUnit unit) => unit.ToString().ToLowerInvariant();

    private static Unit? Duration(string text, string ending)
    {
        foreach (var unit in Enum.GetValues<DurationUnit>())
        {
            if (text == Singular(unit) + ending)
            {
                return Unit.Duration(unit);
            }
        }

        return null;
    }

    private static Unit? Score(string text)
    {
        if (!text.StartsWith(Scale, StringComparison.Ordinal) || text[Scale.Length..].Split(" to ") is not [var from, var to])
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var areNumbers = decimal.TryParse(from, Style, CultureInfo.InvariantCulture, out var minimum)
            & decimal.TryParse(to, Style, CultureInfo.InvariantCulture, out var maximum);
        if (areNumbers)
        {
            return JsonReading.Made(() => Unit.Score(minimum, maximum));
        }

        return null;
    }

    private static JsonException Refused(string text)
    {
        var hint = IsClear(text) ? $" For a count of things, write \"{Counted}{Shown.Clip(text)}\"." : Nearest.Hint(text, Names());
        return new($"Expected {Expected}; found {Shown.Quote(text)}.{hint}");
    }

    private static IEnumerable<string> Names() =>
        [Percent, Points, Plain, .. Enum.GetValues<DurationUnit>().Select(unit => $"{Singular(unit)}s"), .. Currency.Codes];
}
