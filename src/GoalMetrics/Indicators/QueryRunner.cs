using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// Turns a query into requests to a source and their answers into a table.
internal sealed class QueryRunner
{
    private readonly Query _query;
    private readonly IMetricSource _source;
    private readonly ImmutableArray<Metric> _metrics;
    private readonly Dictionary<string, Measure> _measures;

    public QueryRunner(Query query, IMetricSource source)
    {
        _query = query;
        _source = source;
        _metrics = [.. query.Measures.SelectMany(measure => measure.Metrics).Distinct()];
        _measures = query.Measures.ToDictionary(measure => measure.Id, StringComparer.Ordinal);
    }

    public async ValueTask<MetricTable> RunAsync(CancellationToken cancellationToken)
    {
        var tables = new SourceTables(_source);
        var described = new List<TableDescription>();
        foreach (var metric in _metrics)
        {
            var table = await tables.DescribeAsync(metric, cancellationToken).ConfigureAwait(false);
            Check(metric, table.Schema);
            described.Add(table);
        }

        var range = Range(described);
        var periods = _query.Grain is { } grain && range.Grain != grain ? range.SplitBy(grain) : [range];
        if (_query.Widens && periods.Any(period => period.IsPartial))
        {
            periods = [.. periods.Select(period => period.Whole)];
            range = _source.Calendar.Range(periods[0].StartDate, periods[^1].EndDate);
        }

        foreach (var (metric, table) in _metrics.Zip(described))
        {
            CheckWhole(metric, table.Schema, periods);
        }

        var asOf = _query.Moment ?? range.End;
        var terms = new ScopeTerms(asOf, Beginning(described, range), _query.ComparesWhole, tables);
        var plan = new MetricPlan();
        var times = new Dictionary<ReportingPeriod, RowTime>();
        foreach (var period in periods)
        {
            cancellationToken.ThrowIfCancellationRequested();
            times[period] = TimeOf(period, terms, described, plan);
        }

        if (!times.TryGetValue(range, out var overall))
        {
            times.Add(range, overall = TimeOf(range, terms with { IsOfTotal = true }, described, plan));
        }

        var reader = new MetricReader(tables, asOf);
        var levels = new LevelReader(_query, reader, plan, overall.Scope, _measures);
        var asked = Enumerable.Range(0, _query.Dimensions.Length + 1)
            .Where(count => count == 0 || count == _query.Dimensions.Length || _query.HasSubtotals)
            .Select(count => _query.Dimensions[..count])
            .ToList();
        var read = await levels.ReadAsync(asked, cancellationToken).ConfigureAwait(false);
        var (totals, subtotals, cells) = (read[0], read.Skip(1).SkipLast(1).ToList(), read[^1]);
        var shape = new RowShape(_query);
        var quality = new QualityReader(_query, tables, overall.Scope, _metrics);
        return new(
            _query,
            [.. periods.Select(period => new PeriodRows(
                period,
                shape.Of(cells.Rows(times[period], cancellationToken), cancellationToken),
                [.. subtotals.SelectMany(level => level.Rows(times[period], cancellationToken))]))],
            [.. periods.Select(period => totals.Rows(times[period], cancellationToken).Single())],
            [.. _query.Dimensions.IsEmpty ? [] : subtotals.Append(cells).SelectMany(level => level.Rows(overall, cancellationToken))],
            totals.Rows(overall, cancellationToken).Single())
        {
            Quality = _query.HasQuality ? await quality.ReadAsync(cancellationToken).ConfigureAwait(false) : [],
            Findings = await new MemberCheck(_query, tables, reader).FindAsync(_metrics, cancellationToken).ConfigureAwait(false),
        };
    }

    private RowTime TimeOf(ReportingPeriod period, ScopeTerms terms, List<TableDescription> tables, MetricPlan plan)
    {
        var scope = new MeasureScope(period, terms);
        var earlier = _query.Comparisons.ToDictionary(comparison => comparison, comparison => scope.At(Earlier(period, comparison)));
        var uncovered = new HashSet<(MeasureScope, string)>();
        foreach (var seen in earlier.Values.OfType<MeasureScope>().Prepend(scope))
        {
            foreach (var measure in _query.Measures)
            {
                var own = MetricPlan.Of(measure, seen);
                plan.Add(own);
                if (!own.IsCovered)
                {
                    uncovered.Add((seen, measure.Id));
                }
            }
        }

        var settling = tables.Select(table => table.Settling).Concat(_metrics.Select(metric => metric.Settling)).Append(Duration.Zero).Max();
        return new(
            scope,
            earlier,
            period.State(terms.AsOf, settling),
            uncovered);
    }

    private static LocalDate Beginning(List<TableDescription> tables, ReportingPeriod range) =>
        tables.Select(table => table.Coverage).OfType<Interval>().Select(coverage => coverage.Start).Append(range.Start).Min() is var start
        && start >= range.Calendar.StartOfDay(ReportingCalendar.MinDate)
            ? range.Calendar.DateOf(start)
            : ReportingCalendar.MinDate;

    // Before the first year there is nothing to compare with.
    private static ReportingPeriod? Earlier(ReportingPeriod period, PeriodComparison comparison) =>
        period.StartDate.Year <= ReportingCalendar.MinDate.Year + 1 ? null
        : comparison == PeriodComparison.PreviousPeriod ? period.Previous()
        : period.YearEarlier();

    private ReportingPeriod Range(List<TableDescription> tables)
    {
        if (_query.Period is { } period)
        {
            return period.Calendar == _source.Calendar
                ? period
                : throw new ArgumentException($"The period {period} is of the calendar {period.Calendar}; the source has {_source.Calendar}. Take periods from the source's calendar.");
        }

        if (_query is { Start: { } start, End: { } end })
        {
            return _source.Calendar.Range(start, end);
        }

        var coverages = tables.Select(table => table.Coverage).OfType<Interval>().ToList();
        return coverages.Count == 0
            ? throw new InvalidOperationException("The query has no range, and its tables have no facts to take one from. Add Between(start, end) or During(period).")
            : _source.Calendar.Range(
                _source.Calendar.DateOf(coverages.Min(coverage => coverage.Start)),
                _source.Calendar.DateOf(coverages.Max(coverage => coverage.End) - Duration.Epsilon).PlusDays(1));
    }

    private void Check(Metric metric, TableSchema table)
    {
        foreach (var dimension in _query.Dimensions)
        {
            table.CheckDimension(dimension, "query");
        }

        _query.Filter?.Check(table);
        if (_query.Grain == Grain.Hour && table.Time == FactTime.Date)
        {
            throw new ArgumentException($"Table '{table}' has dates, and no times of day: '{metric.Id}' cannot be had by hour. Ask by day, or load instants.");
        }

        if (metric.CountedPer is { } grain)
        {
            CheckCountedPer(grain, metric, table);
        }
    }

    // What was added up or counted for a whole period before it came here says nothing of a part.
    private static void CheckWhole(Metric metric, TableSchema table, IReadOnlyList<ReportingPeriod> periods)
    {
        if (metric.CountedPer is { } counted && periods.FirstOrDefault(period => period.IsPartial) is { } part)
        {
            throw new NotAdditiveException(
                $"'{metric.Id}' was counted for each whole {counted.Title()} before it came here, and was asked for a part: {part}. Ask about whole periods, or add WidenedToWholePeriods() to the query.",
                metric);
        }

        if (table.FactGrain is { } grain
            && periods.SelectMany(period => new[] { period.StartDate, period.EndDate.PlusDays(-1) }.Select(date => (Period: period, Whole: period.Calendar.Period(grain, date))))
                .FirstOrDefault(edge => edge.Whole.StartDate < edge.Period.StartDate || edge.Whole.EndDate > edge.Period.EndDate) is { Period: { } cut } found)
        {
            throw new ArgumentException(
                $"Each fact of table '{table}' is the total of a whole {grain.Title()}; '{metric.Id}' was asked for {cut}, which cuts {found.Whole}. Ask by {grain.Title()} or whole ones together, or load finer facts.");
        }
    }

    private void CheckCountedPer(Grain grain, Metric metric, TableSchema table)
    {
        var added = table.Dimensions.FirstOrDefault(dimension =>
            !_query.Dimensions.Contains(dimension) && _query.Filter?.Fixes(dimension) != true && metric.Aggregate.Filter?.Fixes(dimension) != true);
        var asked = _query.Grain ?? _query.Period?.Grain;
        if (asked == grain && added is null)
        {
            return;
        }

        var per = string.Join(" and ", table.Dimensions.Prepend(Words(grain)));
        var by = string.Join(" and ", asked is { } one ? _query.Dimensions.Prepend(Words(one)) : _query.Dimensions);
        var thing = metric.Unit!.Noun ?? "thing";
        var twice = asked == grain ? $"under two members of {added}" : grain == Grain.Day ? "on two days" : $"in two {Words(grain)}s";
        throw new NotAdditiveException(
            $"'{metric.Id}' was asked for {(by.Length == 0 ? "as one number" : $"by {by}")}, but was counted for each {per} before it came here. Such counts can be"
            + $" neither added up nor split: the same {thing} {twice} would be counted twice."
            + $" Ask for it by {per}, or load facts with a key of each {thing} and use Metric.CountDistinct.",
            metric);

        static string Words(Grain grain) => string.Concat(grain.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {c}" : $"{c}")).ToLowerInvariant();
    }
}
