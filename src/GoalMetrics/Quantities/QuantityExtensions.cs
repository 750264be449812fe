namespace GoalMetrics;

/// <summary>Short ways to write shares: <c>20.Percent()</c>, <c>2.PercentagePoints()</c>.</summary>
public static class QuantityExtensions
{
    /// <summary>This many hundredths, as a ratio.</summary>
    public static Quantity Percent(this int hundredths) => Quantity.Ratio(hundredths / 100m);

    /// <summary>This many hundredths, as a ratio.</summary>
    public static Quantity Percent(this decimal hundredths) => Quantity.Ratio(hundredths / 100m);

    /// <summary>This many percentage points: a step from one ratio to another.</summary>
    public static Quantity PercentagePoints(this int points) => new(points / 100m, Unit.PercentagePoint);

    /// <summary>This many percentage points: a step from one ratio to another.</summary>
    public static Quantity PercentagePoints(this decimal points) => new(points / 100m, Unit.PercentagePoint);
}
