using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <content>Answers requests of the first edition with the second one.</content>
public sealed partial class InMemorySource : IMetricSource
{
    /// <inheritdoc/>
    public ValueTask<TableDescription> DescribeAsync(string table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Table(table).Describe(Calendar));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AggregateGroup>> AggregateAsync(AggregateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (await AggregateAllAsync([request], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IReadOnlyList<AggregateGroup>>> AggregateAllAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var translated = requests.Select(request => new OldRequest(request, Calendar)).ToList();
        var answers = await AggregateAsync([.. translated.Select(request => request.New)], cancellationToken).ConfigureAwait(false);
        return translated.Zip(answers, (request, answer) => request.Groups(answer, cancellationToken)).ToList();
    }
}

internal sealed class OldRequest
{
    private readonly AggregateRequest _old;
    private readonly List<int> _windowOf;

    public OldRequest(AggregateRequest old, ReportingCalendar calendar)
    {
        _old = old;
        (var time, _windowOf) = old.Table.Time == FactTime.Date
            ? Cuts(old.Windows, calendar.FirstDateStartingAtOrAfter, TimeCuts.OfDates)
            : Cuts(old.Windows, instant => instant, TimeCuts.OfInstants);
        New = new(old.Table, old.Aggregates.SelectMany(Aggregates), time, old.AsOf) { Groupings = [[.. old.Dimensions]], Filter = old.Filter };
    }

    public Sources.AggregateRequest New { get; }

    public static Sources.Aggregate[] Aggregates(Aggregate old)
    {
        var (column, filter) = (old.Column!, old.Filter);
        return old.Aggregation switch
        {
            Aggregation.Count => [new Sources.Aggregate.Count { Filter = filter }],
            Aggregation.CountDistinct => [new Sources.Aggregate.CountDistinct(column) { Filter = filter }],
            Aggregation.ApproximateCountDistinct => [new Sources.Aggregate.ApproximateCountDistinct(column) { Filter = filter }],
            Aggregation.Sum => [new Sources.Aggregate.Sum(column) { Filter = filter }],
            Aggregation.Average => [new Sources.Aggregate.Average(column) { Filter = filter }],
            Aggregation.Min => [new Sources.Aggregate.Minimum(column) { Filter = filter }],
            Aggregation.Max => [new Sources.Aggregate.Maximum(column) { Filter = filter }],
            Aggregation.Percentile =>
            [
                new Sources.Aggregate.OrderStatistic(column, old.Percentile, OrderRank.Below) { Filter = filter },
                new Sources.Aggregate.OrderStatistic(column, old.Percentile, OrderRank.Above) { Filter = filter },
                new Sources.Aggregate.Count { Filter = filter is null ? !Filter.NoValue(column) : filter & !Filter.NoValue(column) },
            ],
            Aggregation.PercentileNearestRank => [new Sources.Aggregate.OrderStatistic(column, old.Percentile, OrderRank.Nearest) { Filter = filter }],
            Aggregation.ApproximatePercentile => [new Sources.Aggregate.ApproximatePercentile(column, old.Percentile) { Filter = filter }],
            Aggregation.First => [new Sources.Aggregate.First(column) { Filter = filter }],
            Aggregation.Last => [new Sources.Aggregate.Last(column) { Filter = filter }],
            Aggregation.SoleValue => [new Sources.Aggregate.SoleValue(column) { Filter = filter }],
            Aggregation.Balance => [new Sources.Aggregate.Balance(column, BalanceValue.Last, old.Entity) { Filter = filter }],
            Aggregation.OpeningBalance => [new Sources.Aggregate.Balance(column, BalanceValue.First, old.Entity) { Filter = filter }],
            Aggregation.AverageBalance => [new Sources.Aggregate.Balance(column, BalanceValue.Average, old.Entity) { Filter = filter }],
            Aggregation.BaseEvents => [new Sources.Aggregate.Conversion(old.Conversion!, ConversionCount.BaseEvents) { Filter = filter }],
            Aggregation.ConvertedEvents => [new Sources.Aggregate.Conversion(old.Conversion!, ConversionCount.ConvertedEvents) { Filter = filter }],
            Aggregation.CreditedConversions => [new Sources.Aggregate.Conversion(old.Conversion!, ConversionCount.CreditedConversions) { Filter = filter }],
            Aggregation.ImmatureEvents => [new Sources.Aggregate.Conversion(old.Conversion!, ConversionCount.ImmatureEvents) { Filter = filter }],
            _ => throw new ArgumentException($"Unknown aggregation: {old.Aggregation}.", nameof(old)),
        };
    }

    public IReadOnlyList<AggregateGroup> Groups(AggregateAnswer answer, CancellationToken cancellationToken)
    {
        var rows = answer.Groupings[0];
        var groups = new AggregateGroup[rows.Count];
        for (var row = 0; row < groups.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var values = new Quantity[_old.Aggregates.Length];
            ExactAmount?[]? exact = null;
            for (int i = 0, at = 0; i < values.Length; i++)
            {
                var old = _old.Aggregates[i];
                var answered = rows.ValuesOf(row);
                if (old.Aggregation == Aggregation.Percentile)
                {
                    values[i] = Percentile(old, answered[at], answered[at + 1], answered[at + 2]);
                    at += 3;
                    continue;
                }

                values[i] = Quantity(old, answered[at]);
                if (old.Aggregation == Aggregation.Sum && answered[at].Beyond is { } beyond)
                {
                    exact ??= new ExactAmount?[values.Length];
                    exact[i] = beyond;
                }

                at++;
            }

            groups[row] = new(_windowOf[rows.WindowOf(row)], [.. rows.MembersOf(row)], ImmutableCollectionsMarshal.AsImmutableArray(values))
            {
                Exact = ImmutableCollectionsMarshal.AsImmutableArray(exact),
            };
        }

        return groups;
    }

    private Quantity Quantity(Aggregate old, AggregateValue value)
    {
        var unit = old.Column is { } column && _old.Table.Columns.FirstOrDefault(known => known.Name == column) is { } known ? known.Unit : Unit.Count();
        if (value.Reason is { } reason)
        {
            return GoalMetrics.Quantity.Undefined(reason, unit: unit);
        }

        return value.Amount is { } amount ? new(amount, unit) : GoalMetrics.Quantity.Undefined(UndefinedReason.Overflow, unit: unit);
    }

    // Between the two values by linear interpolation; where the step from one to the other is too large for a decimal, the value between
    // them is not.
    private Quantity Percentile(Aggregate old, AggregateValue below, AggregateValue above, AggregateValue count)
    {
        var (low, high) = (Quantity(old, below), Quantity(old, above));
        if (!below.IsDefined || below == above)
        {
            return low;
        }

        var position = old.Percentile * (count.Amount!.Value - 1);
        var share = position - Math.Floor(position);
        return (high - low) is { IsDefined: true } step ? low + (step * share) : (low * (1m - share)) + (high * share);
    }

    private static (TimeCuts Time, List<int> WindowOf) Cuts<T>(
        ImmutableArray<Interval> windows, Func<Instant, T> cutOf, Func<IEnumerable<T>, IEnumerable<CutRange>, TimeCuts> make)
        where T : IComparable<T>
    {
        var bounds = windows.Select(window => (Start: cutOf(window.Start), End: cutOf(window.End))).ToList();
        var full = Enumerable.Range(0, bounds.Count).Where(i => bounds[i].Start.CompareTo(bounds[i].End) < 0).ToList();
        List<T> cuts = [.. full.SelectMany(i => new[] { bounds[i].Start, bounds[i].End }).Distinct().Order()];
        return (make(cuts, full.Select(i => new CutRange(cuts.BinarySearch(bounds[i].Start), cuts.BinarySearch(bounds[i].End)))), full);
    }
}
