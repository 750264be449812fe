namespace GoalMetrics;

// The effect of exchange rates on changes.
public sealed partial class MetricRow
{
    /// <summary>
    /// The change of a measure of converted money since the earlier period, split into the change at constant rates and the effect of
    /// the rates.
    /// </summary>
    /// <remarks>
    /// The row's amounts are converted again, each at the rate of the day as far into the earlier period as it is into the row's own: those
    /// of May at the rates of the April before, or of the May of the year before. The measure may be computed from converted metrics by a
    /// formula or over time. At <see cref="CurrencyRate.FixedDay"/> the rates have no effect.
    /// </remarks>
    /// <exception cref="KeyNotFoundException">The query did not ask for the measure.</exception>
    /// <exception cref="InvalidOperationException">
    /// The query did not ask for the comparison, or the measure is not computed from converted money.
    /// </exception>
    public RateEffect EffectOfRates(Measure measure, PeriodComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(comparison);
        if (!measure.Metrics.Any(metric => metric.Currency is not null))
        {
            throw new InvalidOperationException(
                $"'{measure.Id}' is not computed from converted money, so rates have no effect on it. Convert a metric with ConvertedTo.");
        }

        var change = Change(measure, comparison);
        var earlier = Range.EarlierIndex(_window, comparison);
        if (!Range.Has(earlier))
        {
            return new(change, change.From);
        }

        var reading = _line.Reading.AtRatesOf(new(Period, Range.PeriodAt(earlier)));
        return new(change, Node(measure).Value(_window, reading));
    }
}
