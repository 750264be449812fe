using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>What a live table keeps, named by measures.</summary>
public static class LiveTableBuilderExtensions
{
    /// <summary>
    /// Keeps what these measures need of the facts: metrics, KPIs, formulas over them. Their metrics of other tables are ignored.
    /// </summary>
    /// <param name="builder">The table being built.</param>
    /// <param name="measures">The measures.</param>
    /// <exception cref="ArgumentException">
    /// A measure has no metric of this table, or counts conversions, for which every event is needed.
    /// </exception>
    public static LiveTableBuilder Keeping(this LiveTableBuilder builder, params Measure[] measures)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(measures);
        foreach (var measure in measures)
        {
            ArgumentNullException.ThrowIfNull(measure, nameof(measures));
            List<Metric> metrics = [.. measure.ReadMetrics.Where(metric => metric.Table.Name == builder.Schema.Name)];
            if (metrics.Count == 0)
            {
                throw new ArgumentException(
                    $"'{measure.Id}' has no metric of table '{builder.Schema}'; it is of "
                    + $"{Shown.List(measure.Metrics.Select(metric => metric.Table.Name).Distinct())}.",
                    nameof(measures));
            }

            metrics.ForEach(metric => metric.CheckFits(builder.Schema));
            if (metrics.Find(metric => metric.Conversion is not null) is { } conversions)
            {
                throw new ArgumentException(
                    $"'{conversions.Id}' counts conversions, which need every event and not totals. "
                    + "Load the events with FactTable.From, and let the live table keep the other measures.",
                    nameof(measures));
            }

            builder.Keep(metrics.SelectMany(AggregatesOf));
        }

        return builder;
    }

    // Besides its own, how many facts it has and how many of them have no value, for the quality of the data and its findings.
    private static IEnumerable<Aggregate> AggregatesOf(Metric metric)
    {
        IEnumerable<Aggregate> aggregates = [.. metric.Aggregates, new Aggregate.Count { Filter = metric.Filter }];
        if (metric.NullFilter is { } isNull)
        {
            aggregates = aggregates.Append(new Aggregate.Count { Filter = FilterExtensions.And(metric.Filter, isNull) });
        }

        if (metric.UnknownFilter is { } isUnknown)
        {
            return aggregates.Append(new Aggregate.Count { Filter = isUnknown });
        }

        return aggregates;
    }
}
