namespace GoalMetrics;

// What one of a currency costs in the base (InBase / PerBase). One of the two is the figure that was quoted, the other is 1.
internal readonly record struct RateQuote(decimal InBase, decimal PerBase)
{
    // With more digits, converted amounts would not have room in a decimal, and would not add up exactly.
    private const int SignificantDigits = 15;

    public static RateQuote OfBase { get; } = new(1m, 1m);

    // A rate that was computed, not quoted.
    public static decimal Rounded(decimal rate)
    {
        var decimals = SignificantDigits - 1;
        for (var left = rate; left >= 10m; left /= 10m)
        {
            decimals--;
        }

        for (var left = rate; left is > 0m and < 1m; left *= 10m)
        {
            decimals++;
        }

        return ShortestDecimal.Of(Math.Round(rate, Math.Clamp(decimals, 0, ExactDecimal.FinestScale), MidpointRounding.ToEven));
    }
}
