using GoalMetrics.Sources;

namespace GoalMetrics;

// What a measure is projected by: itself, or the two parts of a ratio. A mean is one too, of the sum of its values and their number.
internal sealed class ProjectedParts
{
    private ProjectedParts(params ProjectedPart[] all) => All = all;

    public ProjectedPart[] All { get; }

    // What a ratio of two measures is divided by; null of a mean, whose values are counted.
    public Measure? Denominator { get; private init; }

    public bool AreRatio => All.Length > 1;

    // Whether values of a period may lie where those of its steps never do: of what adds up, and of ratios with fixed amounts.
    public bool GoBeyondSteps
    {
        get
        {
            if (AreRatio)
            {
                return Array.Exists(All, part => part.FixedAmount != 0d);
            }

            return All[0].OverTime == PartOverTime.AddsUp;
        }
    }

    public bool HasOverPeriod => Array.TrueForAll(All, part => part.OverTime != PartOverTime.NotAtAll);

    public static ProjectedParts Of(MeasureHistory history, ReportingPeriod period)
    {
        if (history.Ratio is { } ratio)
        {
            var factor = (decimal)ratio.Factor;
            var (above, below) = KnownParts.OfRatio(ratio.Numerator, ratio.Denominator);
            return new(
                PartOf(history, ratio.Numerator, above, period, point => factor * point.Numerator?.AmountOrNull),
                PartOf(history, ratio.Denominator, below, period, point => point.Denominator?.AmountOrNull))
            {
                Denominator = ratio.Denominator,
            };
        }

        if (OfSums(history, period) is { } sums)
        {
            return sums;
        }

        if (history.Measure.AsMetric?.Main is Aggregate.Average && history.Settled.All(point => point.N is not null))
        {
            return OfMean(history);
        }

        return new(PartOf(history, history.Measure, KnownParts.Of(history.Measure), period, point => point.Value.AmountOrNull));
    }

    // What a measure with these parts lands as in a period.
    public LandingKind KindOver(ReportingPeriod period, Grain grain)
    {
        if (!HasOverPeriod)
        {
            return ProjectedPeriods.IsOne(period, grain) ? LandingKind.OwnValue : LandingKind.None;
        }

        if (Array.TrueForAll(All, part => part.OverTime == PartOverTime.AtEnd))
        {
            return LandingKind.AtEnd;
        }

        if (AreRatio)
        {
            return LandingKind.Ratio;
        }

        return LandingKind.Total;
    }

    // A margin and its like, or a share of something fixed, where its sums follow from shorter periods. Of a formula that is outside its
    // domain on some days, what it is over all of them is not known.
    private static ProjectedParts? OfSums(MeasureHistory history, ReportingPeriod period)
    {
        if (history.AddsUp || history.Settled.Any(point => point.Value.Reason == UndefinedReason.OutOfDomain))
        {
            return null;
        }

        var sums = SumOverSum.Of(history.Measure);
        if (sums is null)
        {
            return null;
        }

        // Over all that is known, with what is fixed once.
        var total = sums.Below.FixedAmount
            + history.Settled.Sum(point => (double)(sums.Below.In(point) ?? 0m) - sums.Below.FixedAmount);
        if (OfSums(history, period, total < 0d ? sums.Turned() : sums) is { HasOverPeriod: true } parts)
        {
            return parts;
        }

        return null;
    }

    private static ProjectedParts? OfSums(MeasureHistory history, ReportingPeriod period, SumOverSum sums)
    {
        var (numerator, denominator) = (sums.Above.Measured(), sums.Below.Measured());
        if (numerator is null || denominator is null)
        {
            return OfOneSum(history, period, sums, numerator, denominator);
        }

        var (above, below) = KnownParts.OfRatio(numerator, denominator);
        return new(
            PartOf(history, numerator, above, period, sums.Above.In, sums.Above.FixedAmount),
            PartOf(history, denominator, below, period, sums.Below.In, sums.Below.FixedAmount))
        {
            Denominator = denominator,
        };
    }

    // One side is fixed: rent over revenue, or revenue over a target.
    private static ProjectedParts? OfOneSum(
        MeasureHistory history, ReportingPeriod period, SumOverSum sums, Measure? numerator, Measure? denominator)
    {
        if (numerator is not null && sums.Below.IsFixed)
        {
            return new(PartOf(history, numerator, KnownParts.Of(numerator), period, sums.Above.In, sums.Above.FixedAmount));
        }

        if (denominator is null || !sums.Above.IsFixed)
        {
            return null;
        }

        var known = KnownParts.Of(denominator);
        return new(
            new(history, sums.Above.In) { OverTime = PartOverTime.AtEnd, KnownPart = KnownPart.Nothing },
            PartOf(history, denominator, known, period, sums.Below.In, sums.Below.FixedAmount))
        {
            Denominator = denominator,
        };
    }

    private static ProjectedParts OfMean(MeasureHistory history)
    {
        return new(
            OfValues(SumOf),
            OfValues(point => point.N));

        ProjectedPart OfValues(Func<HistoryPoint, decimal?> amountOf) => new(history, amountOf)
        {
            OverTime = PartOverTime.AddsUp,
            KnownPart = KnownPart.AddsUp,
            IsLessOnDaysOff = true,
            IsNothingOnClosedDays = true,
        };

        static decimal? SumOf(HistoryPoint point)
        {
            if (point.N == 0)
            {
                return 0m;
            }

            return point.N * point.Value.AmountOrNull;
        }
    }

    private static ProjectedPart PartOf(
        MeasureHistory history,
        Measure measure,
        KnownPart known,
        ReportingPeriod period,
        Func<HistoryPoint, decimal?> amountOf,
        double fixedAmount = 0d) =>
        new(history, amountOf)
        {
            FixedAmount = fixedAmount,
            OverTime = ShiftedSteps.MakeUp(period, history.Grain, history.Measure) ? OverTime(measure) : PartOverTime.NotAtAll,
            KnownPart = known,
            MeanOf = KnownParts.MeanOf(measure),
            IsLessOnDaysOff = DaysOff.Lessen(measure),
            IsNothingOnClosedDays = ClosedDays.LeaveNothingOf(measure),
        };

    private static PartOverTime OverTime(Measure measure)
    {
        if (measure.Additivity == Additivity.Additive)
        {
            return PartOverTime.AddsUp;
        }

        if (IsReadAtEnd(measure))
        {
            return PartOverTime.AtEnd;
        }

        return PartOverTime.NotAtAll;
    }

    // Whether the value of a long period is that of its last part: of balances, and of what is computed from nothing else.
    private static bool IsReadAtEnd(Measure measure) => measure switch
    {
        Metric metric => metric.Main is Aggregate.Last or Aggregate.Balance { Value: BalanceValue.Last },
        NamedMeasure named => IsReadAtEnd(named.Measure),
        WindowedMeasure { View: CarriedForwardView } => true,
        WindowedMeasure { View: ShiftedView } shifted => IsReadAtEnd(shifted.Measure),
        FormulaMeasure formula => formula.Metrics.Count > 0 && formula.Inputs.All(input => input is ConstantMeasure || IsReadAtEnd(input)),
        _ => false,
    };
}
