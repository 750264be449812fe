namespace GoalMetrics;

/// <summary>Words for statuses.</summary>
public static class GoalStatusExtensions
{
    private static readonly LocalizedText[] Words =
    [
        new("Unknown", "Ukendt"),
        new("Not started", "Ikke begyndt"),
        new("On track", "På rette spor"),
        new("At risk", "I farezonen"),
        new("Off track", "Bagud"),
        new("Achieved", "Nået"),
        new("Missed", "Ikke nået"),
    ];

    /// <summary>The status in words: "On track", "På rette spor".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status is not one of the named ones.</exception>
    public static LocalizedText Title(this GoalStatus status)
    {
        EnumValue.Checked(status);
        return Words[(int)status];
    }
}
