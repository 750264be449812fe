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
        CheckMetrics();
    }

    public async ValueTask<MetricTable> RunAsync(CancellationToken cancellationToken)
    {
        var range = await RangeAsync(cancellationToken).ConfigureAwait(false);
        var periods = _query.Grain is { } grain && range.Grain != grain ? range.SplitBy(grain) : [range];
        if (_query.Widens && periods.Any(period => period.IsPartial))
        {
            periods = [.. periods.Select(period => period.Whole)];
            range = _source.Calendar.Range(periods[0].StartDate, periods[^1].EndDate);
        }

        var asOf = _query.Moment ?? range.End;
        var reader = new MetricReader(_source, asOf);
        var settling = Duration.Zero;
        foreach (var metric in _metrics)
        {
            settling = Duration.Max(settling, (await reader.DescribeAsync(metric.Table, cancellationToken).ConfigureAwait(false)).Settling);
        }

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
            members,
            _measures,
            from.At(Window(period), members),
            _query.Comparisons.ToDictionary(comparison => comparison, comparison => from.At(Earlier(period, comparison, asOf), members)));
    }

    private static Interval Window(ReportingPeriod period) => new(period.Start, period.End);

    private Interval Earlier(ReportingPeriod period, PeriodComparison comparison, Instant asOf)
    {
        var earlier = comparison == PeriodComparison.PreviousPeriod ? period.Previous() : period.YearEarlier();
        return new(earlier.Start, _query.ComparesWhole ? earlier.End : period.LikeForLikeEnd(earlier, asOf));
    }

    private async ValueTask<ReportingPeriod> RangeAsync(CancellationToken cancellationToken)
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

        var coverages = new List<Interval>();
        foreach (var table in _metrics.Select(metric => metric.Table).DistinctBy(table => table.Name))
        {
            if ((await _source.DescribeAsync(table.Name, cancellationToken).ConfigureAwait(false)).Coverage is { } coverage)
            {
                coverages.Add(coverage);
            }
        }

        return coverages.Count == 0
            ? throw new InvalidOperationException("The query has no range, and its tables have no facts to take one from. Add Between(start, end) or During(period).")
            : _source.Calendar.Range(
                _source.Calendar.DateOf(coverages.Min(coverage => coverage.Start)),
                _source.Calendar.DateOf(coverages.Max(coverage => coverage.End) - Duration.Epsilon).PlusDays(1));
    }

    private void CheckMetrics()
    {
        foreach (var metric in _metrics)
        {
            foreach (var dimension in _query.Dimensions)
            {
                metric.Table.CheckDimension(dimension, nameof(Query.By));
            }

            _query.Filter?.Check(metric.Table);
            if (_query.Grain == Grain.Hour && metric.Table.Time == FactTime.Date)
            {
                throw new ArgumentException($"Table '{metric.Table}' has dates, and no times of day: '{metric.Id}' cannot be had by hour. Ask by day, or load instants.");
            }

            CheckAdditive(metric);
        }
    }

    private void CheckAdditive(Metric metric)
    {
        if (metric.CountedPer is not { } grain)
        {
            return;
        }

        var free = metric.Table.Dimensions.Where(dimension => !_query.Dimensions.Contains(dimension)
            && _query.Filter?.Mentions(dimension) != true && metric.Aggregate.Filter?.Mentions(dimension) != true).ToList();
        if (_query.Grain == grain && free.Count == 0)
        {
            return;
        }

        var per = string.Join(" and ", metric.Table.Dimensions.Prepend(Name(grain)));
        var over = string.Join(" or ", (_query.Grain == grain ? [] : new[] { $"{Name(grain)}s" }).Concat(free));
        throw new NotAdditiveException(
            $"'{metric.Id}' counts different things per {per}: it cannot be added over {over}, since what is counted twice would be two."
            + $" Ask for it by {per}, or load facts with a key and use Metric.CountDistinct.",
            metric);

        static string Name(Grain grain) => grain.ToString().ToLowerInvariant();
    }
}
