namespace GoalMetrics;

// Which goals and measures a source can be asked about. One that lacks its table does not take the others along.
internal sealed class ReadableMeasures
{
    private readonly Dictionary<object, Exception> _refused = new(ReferenceEqualityComparer.Instance);

    private ReadableMeasures(SourceTables tables, IReadOnlyList<Metric> metrics)
    {
        Tables = tables;
        Metrics = metrics;
    }

    public SourceTables Tables { get; }

    // Those of all that can be read, each once.
    public IReadOnlyList<Metric> Metrics { get; }

    // The metrics whose tables have to be described before a goal is planned.
    public static IReadOnlyList<Metric> MetricsOf(SmartGoal goal)
    {
        if (goal.Target?.Kind == TargetKind.Complete)
        {
            return [];
        }

        return goal.Measure?.Metrics ?? [];
    }

    // Why a goal or measure cannot be read; null if it can.
    public Exception? RefusalOf(object asked) => _refused.GetValueOrDefault(asked);

    public static async ValueTask<ReadableMeasures> OfAsync(
        IEnumerable<SmartGoal> goals, IEnumerable<Measure> measures, IMetricSource source, CancellationToken cancellationToken)
    {
        var asked = goals.Select(goal => (Object: (object)goal, Metrics: MetricsOf(goal)))
            .Concat(measures.Select(measure => (Object: (object)measure, measure.Metrics)))
            .ToList();
        try
        {
            return await DescribeAsync(asked.SelectMany(each => each.Metrics)).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            return await OneByOneAsync().ConfigureAwait(false);
        }

        async ValueTask<ReadableMeasures> OneByOneAsync()
        {
            var refused = new Dictionary<object, Exception>(ReferenceEqualityComparer.Instance);
            foreach (var (one, metrics) in asked)
            {
                try
                {
                    await DescribeAsync(metrics).ConfigureAwait(false);
                }
                catch (ArgumentException refusal)
                {
                    refused[one] = refusal;
                }
            }

            var left = asked.Where(each => !refused.ContainsKey(each.Object)).SelectMany(each => each.Metrics);
            var readable = await DescribeAsync(left).ConfigureAwait(false);
            foreach (var (one, refusal) in refused)
            {
                readable._refused.Add(one, refusal);
            }

            return readable;
        }

        async ValueTask<ReadableMeasures> DescribeAsync(IEnumerable<Metric> metrics)
        {
            List<Metric> each = [.. metrics.Distinct()];
            return new(await SourceTables.DescribeAsync(source, each, cancellationToken).ConfigureAwait(false), each);
        }
    }
}
