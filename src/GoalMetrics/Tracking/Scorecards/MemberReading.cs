namespace GoalMetrics;

/// <summary>A measure in one period for one combination of members. Immutable.</summary>
public sealed class MemberReading
{
    internal MemberReading(IReadOnlyList<string?> members, MeasureReading reading)
    {
        Members = members;
        Reading = reading;
    }

    /// <summary>A member of each dimension that the KPI is shown by, in order.</summary>
    public IReadOnlyList<string?> Members { get; }

    /// <summary>The reading.</summary>
    public MeasureReading Reading { get; }
}
