using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A KPI or performance indicator on a <see cref="Scorecard"/>. Immutable.</summary>
/// <typeparam name="TMeasure">The kind of measure.</typeparam>
[JsonConverter(typeof(MeasureStandingConverter))]
public sealed partial class MeasureStanding<TMeasure>
    where TMeasure : Measure
{
    internal MeasureStanding(TMeasure measure, MeasureReading current, MeasureReading latestClosed, IEnumerable<MemberReading> breakdown)
    {
        Measure = measure;
        Current = current;
        LatestClosed = latestClosed;
        Breakdown = [.. breakdown];
    }

    /// <summary>The KPI or performance indicator.</summary>
    public TMeasure Measure { get; }

    /// <summary>The period that was running just before the moment, to date.</summary>
    public MeasureReading Current { get; }

    /// <summary>The latest period that has ended; the same as <see cref="Current"/> if that has ended.</summary>
    public MeasureReading LatestClosed { get; }

    /// <summary>The current period by the members of the KPI's dimensions; empty if it has none.</summary>
    public IReadOnlyList<MemberReading> Breakdown { get; }

    /// <summary>The measure's id, with period and value of the current reading: <c>revenue, 2027-02: DKK 20.00</c>.</summary>
    public override string ToString() => $"{Measure.Id}, {Current}";
}
