using System.Globalization;

namespace GoalMetrics.Benchmarks;

/// <summary>Nanoseconds for people.</summary>
internal static class Elapsed
{
    public static string Show(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Text(nanoseconds, "ns"),
        < 1e6 => Text(nanoseconds / 1e3, "µs"),
        _ => Text(nanoseconds / 1e6, "ms"),
    };

    private static string Text(double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture)} {unit}");
}
