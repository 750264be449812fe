using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// Metrics of conversions.
public sealed partial class Metric
{
    internal EventConversion? Conversion => (Main as Aggregate.OfConversions)?.Match;

    // Whether it counts what is only known once windows have closed.
    internal bool CountsWithinWindows => Main is Aggregate.Conversion counted && counted.Counted switch
    {
        ConversionCount.ImmatureEvents => false,
        ConversionCount.BaseEvents => !counted.Match.IncludesImmature,
        _ => true,
    };

    // Whether it counts conversions among base events whose windows are still open, too.
    internal bool CountsOpenWindows => CountsWithinWindows && Conversion is { IncludesImmature: true };

    internal bool CountsImmature => Main is Aggregate.Conversion { Counted: ConversionCount.ImmatureEvents };

    internal static Metric OfConversion(string id, TableSchema of, EventConversion conversion, ConversionCount counted) =>
        new(id, of, null, Unit.Count(), Additivity.Additive, new Aggregate.Conversion(conversion, counted));

    internal static Metric OfTimeToConvert(string id, TableSchema of, Unit unit, params Aggregate[] aggregates) =>
        new(id, of, null, unit, Additivity.NonAdditive, aggregates);

    // How long after a period its values may still change.
    internal Duration Settling => Conversion?.Window ?? Duration.Zero;
}
