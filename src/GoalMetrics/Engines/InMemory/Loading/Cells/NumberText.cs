using System.Globalization;
using System.Text;

namespace GoalMetrics;

// Numbers as people and programs write them. What could be read as two numbers is refused.
internal sealed class NumberText(CultureInfo? stated)
{
    private static readonly int[] ByThrees = [3];

    private readonly NumberFormatInfo _marks = (stated ?? CultureInfo.InvariantCulture).NumberFormat;
    private readonly string _group =
        WrittenNumber.Plain($"0{(stated ?? CultureInfo.InvariantCulture).NumberFormat.NumberGroupSeparator}0")[1..^1];

    private readonly string _example = (1234.5m).ToString(stated ?? CultureInfo.InvariantCulture);

    public string Expected => $"a number such as {_example}, or nothing";

    // What was expected instead; null if the number was read. The unit says which signs may stand beside it.
    public string? Read(string text, Unit? unit, out decimal number)
    {
        var plain = WrittenNumber.Plain(text);
        if (decimal.TryParse(plain, NumberStyles.Float, _marks, out number))
        {
            if (stated is null && CouldBeGrouped(plain, unit))
            {
                return Ambiguous(plain, '.');
            }

            return null;
        }

        if (WrittenNumber.Of(plain) is not { } written || !TryDigits(written.Digits, out number))
        {
            if (stated is null && IsAmbiguous(plain))
            {
                return Ambiguous(plain, ',');
            }

            return ExpectedInsteadOf(plain);
        }

        if (stated is null && CouldBeGrouped(written.Digits, unit))
        {
            return Ambiguous(plain, '.');
        }

        if (Misfit(written, unit) is { } misfit)
        {
            return misfit;
        }

        if (written.IsNegative)
        {
            number = -number;
        }

        if (written.IsPercent)
        {
            number *= 0.01m;
        }

        return null;
    }

    private string ExpectedInsteadOf(string plain)
    {
        if (!plain.Any(char.IsDigit))
        {
            return $"{Expected}; if it stands for no value, state it with NoValue({Shown.Quote(plain)})";
        }

        if (stated is null)
        {
            return $"{Expected}; if it is written in another culture, state it with In(culture)";
        }

        return Expected;
    }

    private string Ambiguous(string text, char mark)
    {
        var whole = text.Replace(mark.ToString(), "", StringComparison.Ordinal);
        var broken = text.Replace(mark, '.');
        return $"a number such as {_example}; whether this is {whole} or {broken} depends on its culture: state it with In(culture)";
    }

    // What is written beside the number, but does not go with the unit.
    private static string? Misfit(WrittenNumber written, Unit? unit)
    {
        if (written.IsPercent && unit?.Kind is not (UnitKind.Ratio or UnitKind.PercentagePoint))
        {
            return $"{Column(unit)}, not a percentage; a column of percentages has Unit.Ratio, a cell row.Number(name, Unit.Ratio)";
        }

        if (written.Currency.Length == 0)
        {
            return null;
        }

        if (!CurrencySigns.IsKnown(written.Currency))
        {
            return $"{Column(unit)}; {Shown.Quote(written.Currency)} is not known as the sign of a currency";
        }

        if (unit?.MoneyAbove?.Currency is { } currency && !written.IsPercent && CurrencySigns.CanMean(written.Currency, currency))
        {
            return null;
        }

        return $"{Column(unit)}; {Shown.Quote(written.Currency)} is the sign of another unit: state the one the column is in";
    }

    private static string Column(Unit? unit)
    {
        if (unit is null)
        {
            return "a plain number";
        }

        return $"a number in a column of {unit}";
    }

    // 1.234 is 1.234 to some and 1234 to others. Ratios and scores do not go into the thousands.
    private static bool CouldBeGrouped(string text, Unit? unit)
    {
        if (unit?.Kind is UnitKind.Ratio or UnitKind.PercentagePoint or UnitKind.Score)
        {
            return false;
        }

        var digits = text.AsSpan().TrimStart("+-");
        return digits.Length is >= 5 and <= 7
            && digits[^4] == '.'
            && digits[0] != '0'
            && !digits[..^4].ContainsAnyExceptInRange('0', '9')
            && !digits[^3..].ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsAmbiguous(string plain) =>
        WrittenNumber.Of(plain) is { } written && CouldBeGrouped(written.Digits.Replace(',', '.'), null);

    // Digits in groups, then decimals. Groups must be as long as they are written somewhere: 1,5 is never 15.
    private bool TryDigits(string digits, out decimal number)
    {
        number = 0;
        var point = digits.IndexOf(_marks.NumberDecimalSeparator, StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? "" : digits[(point + _marks.NumberDecimalSeparator.Length)..];
        if (decimals.AsSpan().ContainsAnyExceptInRange('0', '9') || (point >= 0 && decimals.Length == 0))
        {
            return false;
        }

        var plain = new StringBuilder(digits.Length);
        if (!TryGroups(whole, point >= 0, plain))
        {
            return false;
        }

        plain.Append('.').Append(decimals);
        return decimal.TryParse(plain.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private bool TryGroups(string whole, bool hasDecimals, StringBuilder plain)
    {
        var first = whole.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (first < 0)
        {
            plain.Append(whole);
            return true;
        }

        var own = _group.Length > 0 && whole.AsSpan(first).StartsWith(_group, StringComparison.Ordinal);
        var mark = own ? _group : whole[first].ToString();
        var groups = whole.Split(mark);
        if (groups.Any(group => group.Length == 0 || group.AsSpan().ContainsAnyExceptInRange('0', '9')) || groups[0][0] == '0')
        {
            return false;
        }

        // A single mark may be a decimal one where it is not the culture's, or where no culture is stated.
        var isPlain = mark is " " or "'" || (own && stated is not null) || hasDecimals || groups.Length > 2;
        if (!isPlain || (!own && mark is not (" " or "'" or "." or ",")))
        {
            return false;
        }

        plain.AppendJoin("", groups);
        return AreGroups(groups, ByThrees) || AreGroups(groups, _marks.NumberGroupSizes);
    }

    // Sizes count from the right; the last one holds for all further groups.
    private static bool AreGroups(string[] groups, int[] sizes)
    {
        for (var i = 0; i < groups.Length; i++)
        {
            var size = sizes.Length == 0 ? 0 : sizes[Math.Min(i, sizes.Length - 1)];
            var length = groups[^(i + 1)].Length;
            if (i == groups.Length - 1 ? length > size : length != size)
            {
                return false;
            }
        }

        return true;
    }
}
