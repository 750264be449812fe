namespace GoalMetrics;

/// <summary>
/// Why a <see cref="Quantity"/> has no value. The value 0, <see cref="NoData"/>, is the reason of <c>default(Quantity)</c>.
/// </summary>
public enum UndefinedReason
{
    /// <summary>No fact was there to compute from.</summary>
    NoData = 0,

    /// <summary>A division met zero.</summary>
    ZeroDenominator,

    /// <summary>The window that decides the value has not closed yet.</summary>
    Immature,

    /// <summary>There are too few facts or statements for the method.</summary>
    InsufficientData,

    /// <summary>An input lies where the method has no answer, such as a lifetime at a churn rate above 100 %.</summary>
    OutOfDomain,

    /// <summary>The value is too large for a decimal (beyond about 7.9 × 10²⁸).</summary>
    Overflow,

    /// <summary>The value could only be obtained by adding what must not be added, such as distinct customers over days.</summary>
    NotAdditive,
}
