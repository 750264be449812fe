using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A measure in one period for one combination of members. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<MemberReading>))]
public sealed partial class MemberReading
{
    private readonly IReadOnlyList<string> _dimensions;

    internal MemberReading(IReadOnlyList<string> dimensions, IReadOnlyList<string?> members, MeasureReading reading)
    {
        _dimensions = dimensions;
        Members = members;
        Reading = reading;
    }

    /// <summary>A member of each dimension that the KPI is shown by, in order.</summary>
    public IReadOnlyList<string?> Members { get; }

    /// <summary>The reading.</summary>
    public MeasureReading Reading { get; }

    /// <summary>Members, period and value: <c>DK, web, 2027-02: DKK 20.00</c>.</summary>
    public override string ToString() => $"{string.Join(", ", Members.Select(member => member ?? "null"))}, {Reading}";
}
