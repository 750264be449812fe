using GoalMetrics.Sources;

namespace GoalMetrics;

// How a measure is a share of counts: which of the values that it is computed from are the part and the whole, and whether it is what the
// part leaves of the whole.
internal sealed record ShareForm(int Part, int Whole, bool IsRest, string? Dimension)
{
    // Results that differ by less differ by rounding.
    private const double Tolerance = 1e-12;

    // Null where the measure is something else, as far as that can be known.
    public static ShareForm? Of(Measure measure) => measure switch
    {
        NamedMeasure named => Of(named.Measure),
        WindowedMeasure windowed => Of(windowed.Measure),
        ShareMeasure { Measure.Unit.Kind: UnitKind.Count } share => new(0, 1, IsRest: false, share.Dimension),
        FormulaMeasure formula => Of(RatioForm.Of(formula), isRest: false) ?? Of(RatioForm.OfRest(formula), isRest: true),
        _ => null,
    };

    private static ShareForm? Of(RatioForm? ratio, bool isRest)
    {
        if (ratio is { Numerator.Unit.Kind: UnitKind.Count, Denominator.Unit.Kind: UnitKind.Count }
            && Math.Abs(ratio.Factor - 1d) <= Tolerance
            && !CountsSeveral(ratio.Numerator)
            && ReadingOf(ratio.Numerator) is { } reading
            && reading == ReadingOf(ratio.Denominator))
        {
            return new(ratio.NumeratorPlace, ratio.DenominatorPlace, isRest, Dimension: null);
        }

        return null;
    }

    // A base event may be credited with several conversions.
    private static bool CountsSeveral(Measure measure) => measure.Metrics.Any(
        metric => metric.Aggregates[0] is Aggregate.Conversion { Counted: ConversionCount.CreditedConversions });

    // The windows in which the metrics of a measure are read; null where they are not all read in the same. The orders of this month are no
    // part of those of the last one.
    private static string? ReadingOf(Measure measure) => measure switch
    {
        NamedMeasure named => ReadingOf(named.Measure),
        WindowedMeasure windowed when ReadingOf(windowed.Measure) is { } inner => $"{windowed.View}/{inner}",
        SubPeriodMeasure parts when ReadingOf(parts.Measure) is { } inner => $"{parts.Value} {parts.Grain}/{inner}",
        Metric => "",
        FormulaMeasure formula => Shared(formula.Inputs),
        _ => null,
    };

    private static string? Shared(IReadOnlyList<Measure> inputs)
    {
        var readings = inputs.Where(input => input is not ConstantMeasure).Select(ReadingOf).Distinct().ToList();
        if (readings is [var only])
        {
            return only;
        }

        return null;
    }
}
