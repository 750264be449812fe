using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Something about a measure that is more than the noise it always has. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<Signal>))]
public sealed partial class Signal
{
    internal Signal(Measure measure, SignalKind kind, ReportingPeriod first, ReportingPeriod last)
    {
        (Measure, Kind, First, Last) = (measure, kind, first, last);
        var none = Quantity.Undefined(UndefinedReason.NoData, measure.Id, measure.Unit);
        Value = Expected = Difference = none;
    }

    /// <summary>The measure.</summary>
    public Measure Measure { get; }

    /// <summary>Which rule found it, or which data are late or missing.</summary>
    public SignalKind Kind { get; }

    /// <summary>The first period it is about.</summary>
    public ReportingPeriod First { get; }

    /// <summary>The last period it is about.</summary>
    public ReportingPeriod Last { get; }

    /// <summary>Whether it lies above or below what was to be expected, or rises or falls; null for late and missing data.</summary>
    public Statistics.ChartSide? Side { get; internal init; }

    /// <summary>The mean of the values it is about; undefined for late and missing data.</summary>
    public Quantity Value { get; internal init; }

    /// <summary>The mean of what was to be expected then.</summary>
    public Quantity Expected { get; internal init; }

    /// <summary>
    /// <c>value − expected</c>; for ratios in percentage points. Of a trend, the last value minus the first, without the season.
    /// </summary>
    public Quantity Difference { get; internal init; }

    /// <summary>How many sigmas the farthest of its values lies from what was to be expected; null for late and missing data.</summary>
    public double? Sigmas { get; internal init; }

    /// <summary>
    /// Whether it is for the better; unknown where the measure does not state which direction is better, and for signals about data.
    /// </summary>
    public ChangeVerdict Verdict { get; internal init; }

    /// <summary>The KPIs that the measure drives, where it is a performance indicator of the report.</summary>
    public IReadOnlyList<Kpi> Drives { get; internal init; } = [];

    /// <summary>Measure, dates, kind and size: <c>visits 2026-11-03: 412, expected 1,204 (beyond a limit)</c>.</summary>
    public override string ToString() => ToText(CultureInfo.InvariantCulture);

    /// <summary>Measure, dates, kind and size in one line.</summary>
    /// <param name="culture">The language and figures. Defaults to English.</param>
    public string ToText(CultureInfo? culture = null) => SignalText.Of(this, culture);
}
