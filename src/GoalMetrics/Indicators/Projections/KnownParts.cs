using GoalMetrics.Sources;

namespace GoalMetrics;

// Which of them a measure has.
internal static class KnownParts
{
    public static KnownPart Of(Measure measure)
    {
        if (measure.Additivity == Additivity.Additive)
        {
            // What is known of a period of conversions grows until their windows have closed, and says nothing about how much is left.
            // What is left over after them may fall.
            if (measure.Metrics.Any(metric => metric.Conversion is not null))
            {
                return measure.MoreTime == TimeEffect.OnlyAdds ? KnownPart.IsLeast : KnownPart.Nothing;
            }

            return KnownPart.AddsUp;
        }

        // Sums may hold what is paid out.
        var hasSums = measure.Metrics.Any(metric => metric.Main is Aggregate.Sum);
        return (hasSums ? TimeEffect.None : measure.MoreTime) switch
        {
            TimeEffect.OnlyAdds => KnownPart.IsLeast,
            TimeEffect.OnlySubtracts => KnownPart.IsMost,
            _ when IsAll(measure, IsOpening) => KnownPart.IsFinal,
            _ when IsAll(measure, IsLevel) => KnownPart.IsLevel,
            _ when MeanOf(measure) is not null => KnownPart.IsMean,
            _ => KnownPart.Nothing,
        };
    }

    // The grain of the periods that a measure is the mean of. That of balances, which go on rising, says little about the rest of its time.
    public static Grain? MeanOf(Measure measure) => measure switch
    {
        NamedMeasure named => MeanOf(named.Measure),
        SubPeriodMeasure { Value: SubPeriodValue.Average } mean when !mean.Balances.Any() && !mean.Measure.Balances.Any() => mean.Grain,
        _ => null,
    };

    // How many customers, or conversions, are yet to come is not known as how many orders are: with one side half known, their ratio would
    // be neither.
    public static (KnownPart Above, KnownPart Below) OfRatio(Measure numerator, Measure denominator)
    {
        var (above, below) = (Of(numerator), Of(denominator));
        var areUnlike = (above == KnownPart.AddsUp && IsVague(denominator, below))
            || (below == KnownPart.AddsUp && IsVague(numerator, above));
        if (areUnlike)
        {
            return (KnownPart.Nothing, KnownPart.Nothing);
        }

        return (above, below);
    }

    private static bool IsVague(Measure measure, KnownPart known) =>
        known is KnownPart.IsLeast or KnownPart.IsMost || measure.Metrics.Any(metric => metric.Conversion is not null);

    // Whether a measure, or all that it is computed from, is of a kind.
    private static bool IsAll(Measure measure, Func<Measure, bool> isOfKind) => measure switch
    {
        NamedMeasure named => IsAll(named.Measure, isOfKind),
        WindowedMeasure { View: ShiftedView } shifted => IsAll(shifted.Measure, isOfKind),
        FormulaMeasure { Metrics.Count: > 0 } formula =>
            formula.Inputs.All(input => input is ConstantMeasure || IsAll(input, isOfKind)),
        _ => isOfKind(measure),
    };

    // The first balances of several entities are not all known with the first of them.
    private static bool IsOpening(Measure measure) => measure switch
    {
        WindowedMeasure windowed => windowed.View is OpeningView,
        Metric { Main: Aggregate.Balance { Value: BalanceValue.First } balance } => IsWhole(balance),
        Metric metric => metric.Main is Aggregate.First,
        _ => false,
    };

    // Nor are the latest, unless those of earlier periods are carried forward.
    private static bool IsLevel(Measure measure) => measure switch
    {
        WindowedMeasure windowed => windowed.View is CarriedForwardView,
        Metric { Main: Aggregate.Balance { Value: BalanceValue.Last } balance } => IsWhole(balance),
        Metric metric => metric.Main is Aggregate.Last,
        _ => false,
    };

    private static bool IsWhole(Aggregate.Balance balance) => balance.Entity is null || balance.IsOfCompleteSnapshots;
}
