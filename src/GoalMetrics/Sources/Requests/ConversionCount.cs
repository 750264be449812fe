namespace GoalMetrics.Sources;

/// <summary>What is counted of the base events of an <see cref="EventConversion"/>.</summary>
public enum ConversionCount
{
    /// <summary>The base events whose window has closed, or all of them with <see cref="EventConversion.IncludesImmature"/>.</summary>
    BaseEvents = 0,

    /// <summary>Those among them that were converted, each at most once.</summary>
    ConvertedEvents,

    /// <summary>The conversions credited to them.</summary>
    CreditedConversions,

    /// <summary>The base events whose window has not closed yet.</summary>
    ImmatureEvents,
}
