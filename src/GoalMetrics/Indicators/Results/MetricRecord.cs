using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// One value of a <see cref="MetricTable"/> with its period, members and measure: the long format that exports, pivot tables and databases
/// expect. Immutable; equality is by value.
/// </summary>
[JsonConverter(typeof(ResultConverter<MetricRecord>))]
public sealed partial class MetricRecord : IEquatable<MetricRecord>
{
    internal MetricRecord(ReportingPeriod period, IReadOnlyList<string?> members, string measureId, Quantity value)
    {
        Period = period;
        Members = members;
        MeasureId = measureId;
        Value = value;
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>A member of each of <see cref="MetricTable.Dimensions"/>, in the same order.</summary>
    public IReadOnlyList<string?> Members { get; }

    // Not known of a record that is made without a table.
    internal IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>The id of the measure.</summary>
    public string MeasureId { get; }

    /// <summary>The value, with its unit; undefined with a reason where there is none.</summary>
    public Quantity Value { get; }

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(MetricRecord? left, MetricRecord? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(MetricRecord? left, MetricRecord? right) => !Equals(left, right);

    /// <summary>Whether period, members, measure and value are equal.</summary>
    public bool Equals(MetricRecord? other) => other is not null
        && Period == other.Period
        && MeasureId == other.MeasureId
        && Value.Equals(other.Value)
        && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MetricRecord);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, new MemberKey([.. Members]), MeasureId);

    /// <summary>The record on one line: <c>2027-03 (DK, null) orders: 12</c>.</summary>
    public override string ToString()
    {
        var members = Members.Count == 0 ? "" : $" ({string.Join(", ", Members.Select(member => member ?? "null"))})";
        return string.Create(CultureInfo.InvariantCulture, $"{Period}{members} {MeasureId}: {Value}");
    }
}
