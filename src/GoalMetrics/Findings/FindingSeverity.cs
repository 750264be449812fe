namespace GoalMetrics;

/// <summary>How much a <see cref="Finding"/> weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info = 0,

    /// <summary>Worth mending.</summary>
    Warning,

    /// <summary>Must be mended.</summary>
    Error,
}
