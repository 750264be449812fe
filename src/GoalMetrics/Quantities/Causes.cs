using System.Globalization;

namespace GoalMetrics;

/// <summary>
/// The causes that describe a problem instead of naming an input; <see cref="UnitWords"/> has them in other languages.
/// </summary>
internal static class Causes
{
    public const string NoSignChange = "no sign change";
    public const string NoRoot = "no root";
    public const string RootsTooClose = "roots too close to tell apart";
    public const string TotalLoss = "too near −100 %";
    public const string NotPaidBack = "not paid back";
    public const string Unreachable = "unreachable";
    public const string SharedFacts = "both rest on the same facts";

    private const string Several = "several roots (";
    private const string Between = ", ";
    private const string TooLarge = "overflow";

    /// <summary>
    /// Such as <c>several roots (0.25, 4)</c> for 25 % and 400 %, with as many decimals as tell the rates apart, and <c>overflow</c> for
    /// one that is too large for a decimal.
    /// </summary>
    public static string SeveralRoots(IReadOnlyCollection<decimal?> rates)
    {
        var texts = In(rates, "0.######");
        if (texts.Distinct(StringComparer.Ordinal).Count() < texts.Count)
        {
            texts = In(rates, "0.############");
        }

        return $"{Several}{string.Join(Between, texts)})";
    }

    /// <summary>The rates in <c>several roots (0.25, 4)</c>, undefined where too large; none where the cause is another.</summary>
    public static IReadOnlyList<Quantity> RootsIn(string cause)
    {
        if (!cause.StartsWith(Several, StringComparison.Ordinal) || !cause.EndsWith(')'))
        {
            return [];
        }

        List<Quantity> rates = [.. cause[Several.Length..^1].Split(Between).Select(Root)];
        if (rates.Count < 2 || rates.Exists(rate => rate.Reason == UndefinedReason.OutOfDomain))
        {
            return [];
        }

        return rates;
    }

    private static List<string> In(IEnumerable<decimal?> rates, string format) =>
        [.. rates.Select(rate => rate?.ToString(format, CultureInfo.InvariantCulture) ?? TooLarge)];

    // Out of the domain where it is no rate.
    private static Quantity Root(string text)
    {
        if (text == TooLarge)
        {
            return Quantity.Undefined(UndefinedReason.Overflow, null, Unit.Ratio);
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate))
        {
            return Quantity.Ratio(rate);
        }

        return Quantity.Undefined(UndefinedReason.OutOfDomain, text, Unit.Ratio);
    }
}
