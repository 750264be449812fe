using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// Turns a query into requests to a source and their answers into a table.
internal sealed class QueryRunner
{
    private static readonly ImmutableArray<string?> AllMembers = [];

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

        var asOf = _query.Moment ?? range.End;
        var reader = new MetricReader(tables, asOf);
        var settling = described.Select(table => table.Settling).Append(Duration.Zero).Max();

        // Over dimensions and over time, each apart: what does not add up is computed anew from the facts (S3.2).
        var windows = periods.Append(range)
            .SelectMany(period => _query.Comparisons.Select(comparison => Earlier(period, comparison, asOf)).Prepend(Window(period)))
            .ToList();
        var totals = await reader.ReadAsync(_metrics, windows, [], _query.Filter, cancellationToken).ConfigureAwait(false);
        var cells = _query.Dimensions.IsEmpty
            ? totals
            : await reader.ReadAsync(_metrics, windows, _query.Dimensions, _query.Filter, cancellationToken).ConfigureAwait(false);

        // Members with facts anywhere, now or in a period compared with, keep their place in every period.
        List<MemberKey> members = _query.Dimensions.IsEmpty ? [] : [.. cells.Members.Order()];

        List<MetricRow> periodTotals = [.. periods.Select(period => Row(period, AllMembers, totals))];
        List<MetricRow> memberTotals = [.. members.Select(key => Row(range, key.Members, cells))];
        IReadOnlyList<MetricRow> rows = _query.Dimensions.IsEmpty
            ? periodTotals
            : [.. periods.SelectMany(period => members.Select(key => Row(period, key.Members, cells)))];
        return new(_query.Measures, _query.Dimensions, rows, periodTotals, memberTotals, Row(range, AllMembers, totals));

        MetricRow Row(ReportingPeriod period, ImmutableArray<string?> members, MetricCells from) => new(
            period,
            period.State(asOf, settling),
            described.All(table => Covers(table, period.UpTo(asOf))),
            members,
            _measures,
            from.At(Window(period), members),
            _query.Comparisons.ToDictionary(comparison => comparison, comparison => from.At(Earlier(period, comparison, asOf), members)));
    }

    private static bool Covers(TableDescription table, Interval seen) =>
        table.Coverage is { } coverage && coverage.Start <= seen.Start && seen.End <= coverage.End;

    private static Interval Window(ReportingPeriod period) => new(period.Start, period.End);

    private Interval Earlier(ReportingPeriod period, PeriodComparison comparison, Instant asOf)
    {
        if (period.StartDate.Year <= ReportingCalendar.MinDate.Year + 1)
        {
            // Before the first year there is nothing to compare with: an empty window, which has no data.
            return new(period.Start, period.Start);
        }

        var earlier = comparison == PeriodComparison.PreviousPeriod ? period.Previous() : period.YearEarlier();
        return new(earlier.Start, _query.ComparesWhole ? earlier.End : period.LikeForLikeEnd(earlier, asOf));
    }

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
