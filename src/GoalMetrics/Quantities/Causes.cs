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

    /// <summary>Such as <c>several roots (0.25, 4)</c> for 25 % and 400 %.</summary>
    public static string SeveralRoots(IEnumerable<decimal> rates)
    {
        var texts = rates.Select(rate => rate.ToString("0.######", CultureInfo.InvariantCulture));
        return $"{Several}{string.Join(Between, texts)})";
    }

    /// <summary>The rates in <c>several roots (0.25, 4)</c>; none where the cause is another.</summary>
    public static IReadOnlyList<Quantity> RootsIn(string cause)
    {
        if (!cause.StartsWith(Several, StringComparison.Ordinal) || !cause.EndsWith(')'))
        {
            return [];
        }

        var rates = new List<Quantity>();
        foreach (var text in cause[Several.Length..^1].Split(Between))
        {
            if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate))
            {
                return [];
            }

            rates.Add(Quantity.Ratio(rate));
        }

        return rates;
    }
}
