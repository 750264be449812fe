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

    public static string SeveralRoots(int number) => string.Create(CultureInfo.InvariantCulture, $"{Several}{number})");

    /// <summary>The number in <c>several roots (2)</c>, as it is written there; null where the cause is another.</summary>
    public static string? NumberOfRoots(string cause)
    {
        if (cause.StartsWith(Several, StringComparison.Ordinal) && cause.EndsWith(')'))
        {
            return cause[Several.Length..^1];
        }

        return null;
    }
}
