using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A measurement that a live table could not take: where it came from, what was found and what was expected. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<RefusedMeasurement>))]
public sealed partial class RefusedMeasurement
{
    internal RefusedMeasurement(InstrumentRoute route, string found, string expected, Exception? cause = null)
    {
        Meter = route.Meter;
        Instrument = route.Instrument;
        Table = route.Table.Name;
        Column = route.Column.Name;
        Found = found;
        Expected = expected;
        Cause = cause;
    }

    /// <summary>The name of the meter.</summary>
    public string Meter { get; }

    /// <summary>The name of the instrument.</summary>
    public string Instrument { get; }

    /// <summary>The table it was for.</summary>
    public string Table { get; }

    /// <summary>The column it was for.</summary>
    public string Column { get; }

    /// <summary>What was measured.</summary>
    public string Found { get; }

    /// <summary>What should have been.</summary>
    public string Expected { get; }

    /// <summary>The exception that was met, if that is what went wrong.</summary>
    public Exception? Cause { get; }

    /// <summary>All of it in one sentence.</summary>
    public override string ToString() =>
        $"Instrument '{Shown.Clip(Instrument)}' of meter '{Shown.Clip(Meter)}', into table '{Table}', column '{Shown.Clip(Column)}': "
        + $"found {Found}; expected {Expected}.";
}
