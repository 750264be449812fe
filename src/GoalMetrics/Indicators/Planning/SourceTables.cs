using NodaTime;

namespace GoalMetrics;

// A source's descriptions of the tables that a question is about: read in one call, and checked against the metrics defined on them. What
// else the question asks sees the same facts.
internal sealed class SourceTables
{
    private readonly IReadOnlyList<Metric> _metrics;
    private readonly TableDescription[] _described;

    private SourceTables(IMetricSource source, IReadOnlyList<Metric> metrics, TableDescription[] described)
    {
        Source = source;
        Calendar = source.Calendar;
        _metrics = metrics;
        _described = described;
    }

    public IMetricSource Source { get; }

    // Asked for once, as findings are read when the source may be gone.
    public ReportingCalendar Calendar { get; }

    // A table that is not in the source, or does not have what a metric was defined on, is refused.
    public static ValueTask<SourceTables> DescribeAsync(
        IMetricSource source, IReadOnlyList<Metric> metrics, CancellationToken cancellationToken)
    {
        var snapshot = ObservedSource.Over(source.Snapshot());
        var names = NamesOf(metrics);
        var describing = names.Count == 0 ? new([]) : snapshot.DescribeAsync(names, cancellationToken);

        // A source in memory has answered when it returns.
        if (describing.IsCompletedSuccessfully)
        {
            return new(Described(snapshot, metrics, names, describing.Result));
        }

        return DescribedAsync(snapshot, metrics, names, describing);
    }

    private static async ValueTask<SourceTables> DescribedAsync(
        IMetricSource snapshot, IReadOnlyList<Metric> metrics, List<string> names, ValueTask<IReadOnlyList<TableDescription>> describing) =>
        Described(snapshot, metrics, names, await describing.ConfigureAwait(false));

    private static SourceTables Described(
        IMetricSource snapshot, IReadOnlyList<Metric> metrics, List<string> names, IReadOnlyList<TableDescription> described)
    {
        if (described.Count != names.Count)
        {
            throw Miscounted(snapshot, names, described.Count);
        }

        var whole = new TableDescription[names.Count];
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = InWholePeriods(WithDaysOff(described[i], snapshot.Calendar), snapshot.Calendar);
        }

        var tables = new SourceTables(FactFallback.Over(snapshot, described), metrics, whole);
        for (var i = 0; i < metrics.Count; i++)
        {
            // Its own table was checked when the metric was made.
            if (tables.Of(metrics[i].Table).Schema is var schema && schema != metrics[i].Table)
            {
                metrics[i].CheckFits(schema);
            }
        }

        return tables;
    }

    private static InvalidOperationException Miscounted(IMetricSource source, List<string> names, int described) => new(
        FormattableString.Invariant($"The source {IDecoratedSource.NameOf(source)} was asked to describe {Shown.List(names)}, and gave")
        + FormattableString.Invariant($" {described} descriptions. Expected one for each name, in order."));

    // What matters to all answers, table by table.
    public IReadOnlyList<Finding> Findings => DataFindings.Of(_metrics, this);

    // A question has few tables.
    public TableDescription Of(TableSchema table)
    {
        foreach (var described in _described)
        {
            if (described.Schema.Name == table.Name)
            {
                return described;
            }
        }

        throw new InvalidOperationException($"Table '{table.Name}' was not described.");
    }

    // The tables that metrics are read from, those of conversions included, each once.
    public List<TableDescription> Of(IReadOnlyList<Metric> metrics)
    {
        var read = new List<TableDescription>(1);
        for (var i = 0; i < metrics.Count; i++)
        {
            AddTo(read, metrics[i].Table);
            if (metrics[i].Conversion is { } conversion)
            {
                AddTo(read, conversion.Table);
            }
        }

        return read;
    }

    // The metrics' own tables, each once: of conversions those of the base events.
    public List<TableDescription> OfBaseFacts(IReadOnlyList<Metric> metrics)
    {
        var read = new List<TableDescription>(1);
        for (var i = 0; i < metrics.Count; i++)
        {
            AddTo(read, metrics[i].Table);
        }

        return read;
    }

    private void AddTo(List<TableDescription> read, TableSchema table)
    {
        var description = Of(table);
        if (!read.Contains(description))
        {
            read.Add(description);
        }
    }

    // The order of members in results. Where tables differ about a dimension, the first that states an order decides, and numbers come by
    // size only if all tables have numbers there.
    public FactDimension DimensionNamed(string name)
    {
        FactDimension? first = null;
        FactDimension? text = null;
        foreach (var table in _described)
        {
            if (table.Schema.Find(name) is not { } dimension)
            {
                continue;
            }

            if (dimension.Order.Count > 0)
            {
                return dimension;
            }

            first ??= dimension;
            text ??= dimension.Kind == MemberKind.Text ? dimension : null;
        }

        return text ?? first!;
    }

    // The metrics' own tables, and those of conversions where they count these, each once.
    private static List<string> NamesOf(IReadOnlyList<Metric> metrics)
    {
        var names = new List<string>(1);
        for (var i = 0; i < metrics.Count; i++)
        {
            Add(metrics[i].Table);
            Add(metrics[i].Conversion?.Table);
        }

        return names;

        void Add(TableSchema? table)
        {
            if (table is not null && !names.Contains(table.Name))
            {
                names.Add(table.Name);
            }
        }
    }

    // A day that weighs nothing by the calendar is not missed before the first fact and after the last, where the coverage is theirs.
    private static TableDescription WithDaysOff(TableDescription table, ReportingCalendar calendar)
    {
        var isOfFacts = table is { IsCoverageStated: false, KeptGrain: null, Schema.FactGrain: null };
        if (isOfFacts && table.Coverage is { } coverage && calendar.DayWeights.HasDaysOff)
        {
            return Widened(table, coverage, calendar);
        }

        return table;
    }

    private static TableDescription Widened(TableDescription table, Interval coverage, ReportingCalendar calendar)
    {
        var (first, last) = (calendar.DateHolding(coverage.Start), calendar.DateHolding(coverage.End - Duration.Epsilon));
        var (start, end) = (calendar.FirstDayOffBefore(first), calendar.LastDayOffAfter(last));
        if ((start, end) == (first, last))
        {
            return table;
        }

        return table.Covering(new(calendar.StartOf(start), calendar.StartOf(end.PlusDays(1))), table.Gaps);
    }

    // A fact that is the total of a month covers the whole month, whatever its date in it. A month without its fact is not covered at all.
    private static TableDescription InWholePeriods(TableDescription table, ReportingCalendar calendar)
    {
        if (table is { Schema.FactGrain: { } grain, Coverage: { } coverage })
        {
            return InWhole(grain, table, coverage, calendar);
        }

        return table;
    }

    private static TableDescription InWhole(Grain grain, TableDescription table, Interval coverage, ReportingCalendar calendar)
    {
        var last = calendar.PeriodAt(grain, coverage.End - Duration.Epsilon);
        var isWhole = last.End == coverage.End || table.LatestFact is not { } latest || latest >= last.Start;
        var start = calendar.PeriodAt(grain, coverage.Start).Start;
        var end = isWhole ? last.End : last.Start;
        var gaps = new List<Interval>(table.Gaps.Count);
        foreach (var gap in table.Gaps)
        {
            gaps.Add(new(calendar.PeriodAt(grain, gap.Start).Start, calendar.PeriodAt(grain, gap.End - Duration.Epsilon).End));
        }

        return table.Covering(start < end ? new(start, end) : null, gaps);
    }
}
