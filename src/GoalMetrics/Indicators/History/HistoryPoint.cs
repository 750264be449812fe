using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>One period of a <see cref="MeasureHistory"/>: the value, what it rests on, and whether it may change yet. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<HistoryPoint>))]
public sealed partial class HistoryPoint
{
    internal HistoryPoint(ReportingPeriod period, PeriodState state, HistoryCoverage coverage, Quantity value)
    {
        Period = period;
        State = state;
        Coverage = coverage;
        Value = value;
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Whether the period is open, settling (late facts or conversion windows are outstanding) or closed.</summary>
    public PeriodState State { get; }

    /// <summary>How much of the time that the value stands for is in the facts of all tables of the measure.</summary>
    public HistoryCoverage Coverage { get; }

    /// <summary>
    /// The value, in the unit of the measure: to date while the period is open, of the covered part where not all is covered, and undefined
    /// with a reason where there is none.
    /// </summary>
    public Quantity Value { get; }

    /// <summary>What was divided, such as the orders of a conversion rate; null where the measure is not a ratio.</summary>
    public Quantity? Numerator { get; internal init; }

    /// <summary>What it was divided by, such as the visits of a conversion rate; null where the measure is not a ratio.</summary>
    public Quantity? Denominator { get; internal init; }

    /// <summary>
    /// How many observations the value rests on: the denominator of a ratio where that is a count, the facts with a value of a mean or
    /// percentile. Null for all else, and where it is not known.
    /// </summary>
    public long? N { get; internal init; }

    /// <summary>
    /// Whether the value is final: the period is closed, and all of it is in the facts. Only these are evidence. A final value may be
    /// undefined, as a rate without visits is.
    /// </summary>
    public bool IsSettled => State == PeriodState.Closed && Coverage == HistoryCoverage.Full;

    // What a formula was computed from.
    internal IReadOnlyList<MeasureValue>? Inputs { get; init; }

    // The covered stretches that the value is about; null where they are not those of the period.
    internal IReadOnlyList<Interval>? Times { get; init; }

    /// <summary>Period and value, with what is not usual: <c>2026-11: 1,204 (open)</c>.</summary>
    public override string ToString()
    {
        string[] marks =
        [
            .. State == PeriodState.Closed ? Array.Empty<string>() : [JsonWriting.Named(State)],
            .. Coverage switch
            {
                HistoryCoverage.Full => Array.Empty<string>(),
                HistoryCoverage.Partial => ["partly covered"],
                _ => ["not covered"],
            },
        ];
        if (marks.Length == 0)
        {
            return $"{Period}: {Value}";
        }

        return $"{Period}: {Value} ({string.Join(", ", marks)})";
    }
}
