using System.Globalization;

namespace GoalMetrics.Benchmarks;

/// <summary>A number that was measured, and the bytes allocated by one operation where these matter.</summary>
internal sealed record Measurement(double Value, string Unit, double? Bytes = null)
{
    /// <summary>The unit of ratios.</summary>
    public const string Times = "×";

    /// <summary>How many times the first takes of the second.</summary>
    public static Measurement Ratio(double of, double to, double? bytes = null) => new(of / to, Times, bytes);

    /// <summary>Three digits and the unit: <c>0.312 ×</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Shown(Value)} {Unit}{(Bytes is { } bytes ? $", {bytes:0.#} bytes" : "")}");

    private static string Shown(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 1 => value.ToString("0.000", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };
}
