using System.Globalization;

namespace GoalMetrics;

// Amounts are rounded here only, when they are shown.
internal readonly struct QuantityFormatter
{
    private readonly char _style;
    private readonly int? _decimals;
    private readonly CultureInfo? _culture;
    private readonly NumberFormatInfo _numbers;
    private readonly UnitWords _words;

    private QuantityFormatter(char style, int? decimals, IFormatProvider? provider)
    {
        _style = style;
        _decimals = decimals;
        _culture = provider as CultureInfo;
        _numbers = provider is null ? NumberFormatInfo.InvariantInfo : NumberFormatInfo.GetInstance(provider);
        _words = UnitWords.In(_culture);
    }

    public static QuantityFormatter For(ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (format.IsEmpty)
        {
            return new('G', null, provider);
        }

        int? decimals = null;
        if (format.Length > 1)
        {
            decimals = int.TryParse(format[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits <= 28
                ? digits
                : throw Unknown(format);
        }

        var style = char.ToUpperInvariant(format[0]);
        return style is 'G' or 'N' || (style == 'R' && decimals is null) ? new(style, decimals, provider) : throw Unknown(format);
    }

    public string Format(Quantity quantity)
    {
        if (!quantity.IsDefined)
        {
            return _words.Undefined(quantity.Reason.Value, quantity.Cause, _culture);
        }

        var (amount, unit) = (quantity.Amount, quantity.Unit);
        if (_style == 'N')
        {
            return Number(amount, Decimals(amount, 6));
        }

        return unit.Kind == UnitKind.Compound ? Compound(amount, unit) : Simple(amount, unit);
    }

    private static FormatException Unknown(ReadOnlySpan<char> format) =>
        new($"Unknown quantity format {Shown.Quote(format.ToString())}: expected G, G0 to G28, N, N0 to N28, or R.");

    private string Number(decimal amount, int decimals) => amount.ToString($"N{decimals}", _numbers);

    private string Simple(decimal amount, Unit? unit) => unit?.Kind switch
    {
        UnitKind.Ratio => Percent(amount, _numbers),
        UnitKind.PercentagePoint => $"{Percent(amount, WithoutSign(_numbers))} {_words.PercentagePoints}",
        UnitKind.Money => MoneyText(amount, unit.Currency!),
        UnitKind.Duration => $"{Number(amount, Decimals(amount, 2))} {_words.Duration(unit.DurationUnit!.Value, amount)}",
        _ => Number(amount, Decimals(amount, 2)),
    };

    // The framework's percent format multiplies by 100 without overflow.
    private string Percent(decimal ratio, NumberFormatInfo numbers)
    {
        var decimals = _decimals ?? Math.Max(0, ScaleShown(ratio, 4) - 2);
        return ratio.ToString($"P{decimals}", numbers);
    }

    private string MoneyText(decimal amount, Currency currency)
    {
        var decimals = _decimals ?? (_style == 'R' ? Math.Max(Scale(amount), currency.MinorDigits) : currency.MinorDigits);
        return amount.ToString($"C{decimals}", CurrencyPatterns.For(currency, _culture, _numbers));
    }

    private string Compound(decimal amount, Unit unit)
    {
        var words = _words;
        var above = unit.Numerator.Skip(1).Select(factor => $"× {words.Name(factor)}");
        var below = unit.Denominator.Select(factor => $"{words.Per} {words.Name(factor)}");
        return string.Join(' ', above.Concat(below).Prepend(Simple(amount, unit.Numerator.FirstOrDefault())));
    }

    private static NumberFormatInfo WithoutSign(NumberFormatInfo numbers)
    {
        numbers = (NumberFormatInfo)numbers.Clone();
        numbers.PercentSymbol = "";
        numbers.PercentPositivePattern = 1;
        numbers.PercentNegativePattern = 1;
        return numbers;
    }

    private int Decimals(decimal amount, int usual) => _decimals ?? ScaleShown(amount, usual);

    private int ScaleShown(decimal amount, int usual) =>
        Scale(_style == 'R' ? amount : Math.Round(amount, usual, MidpointRounding.AwayFromZero));

    // The number of decimals without trailing zeros.
    private static int Scale(decimal amount)
    {
        var scale = amount.Scale;
        while (scale > 0 && decimal.Round(amount, scale - 1) == amount)
        {
            scale--;
        }

        return scale;
    }
}
