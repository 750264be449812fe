using System.Collections.Immutable;
using System.Globalization;

namespace GoalMetrics;

/// <summary>One value of a <see cref="MetricTable"/> by itself: long and narrow, as exports, pivots and databases take it. Immutable; equality is by value.</summary>
/// <param name="Period">The period.</param>
/// <param name="Members">A member of each of <see cref="MetricTable.Dimensions"/>, in order.</param>
/// <param name="MeasureId">The id of the measure.</param>
/// <param name="Value">The value, with its unit; undefined with a reason where there is none.</param>
public sealed record MetricRecord(ReportingPeriod Period, ImmutableArray<string?> Members, string MeasureId, Quantity Value)
{
    /// <summary>Whether period, members, measure and value are the same.</summary>
    public bool Equals(MetricRecord? other) => other is not null
        && Period == other.Period && MeasureId == other.MeasureId && Value.Equals(other.Value) && new MemberKey(Members).Equals(new(other.Members));

    /// <summary>In one line: <c>2027-03 (DK, null) orders: 12</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Period}{(Members.IsDefaultOrEmpty ? "" : $" ({string.Join(", ", Members.Select(member => member ?? "null"))})")} {MeasureId}: {Value}");

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, new MemberKey(Members), MeasureId);
}
