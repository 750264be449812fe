using System.Numerics;
using NodaTime;

namespace EngineTests.Contract.Reference;

// One value of a group, from those of its facts that pass the aggregate's filter. All facts of the window say where an entity is.
internal sealed class ReferenceAggregate(
    ReferenceEngine engine, FactSet table, IReadOnlyList<Fact> facts, IReadOnlyList<Fact> window, Instant asOf)
    : AggregateVisitor<AggregateValue>
{
    private static readonly AggregateValue NoData = AggregateValue.Undefined(UndefinedReason.NoData);

    public override AggregateValue VisitCount(Aggregate.Count aggregate) => facts.Count;

    public override AggregateValue VisitCountDistinct(Aggregate.CountDistinct aggregate) => Distinct(aggregate.Dimension);

    public override AggregateValue VisitApproximateCountDistinct(Aggregate.ApproximateCountDistinct aggregate) =>
        Distinct(aggregate.Dimension);

    public override AggregateValue VisitSum(Aggregate.Sum aggregate) => ExactNumber.Value(ExactNumber.Sum(ValuesOf(aggregate.Column)));

    public override AggregateValue VisitSumOfProducts(Aggregate.SumOfProducts aggregate) => ExactNumber.Value(facts
        .Select(fact => (Value: table.ValueOf(fact, aggregate.Column), Factor: table.ValueOf(fact, aggregate.Factor)))
        .Where(pair => pair is { Value: not null, Factor: not null })
        .Aggregate(BigInteger.Zero, (sum, pair) => sum + ExactNumber.Product(pair.Value!.Value, pair.Factor!.Value)));

    public override AggregateValue VisitAverage(Aggregate.Average aggregate) =>
        ValuesOf(aggregate.Column) is { Count: > 0 } values ? ExactNumber.Value(Mean(values)) : NoData;

    public override AggregateValue VisitMinimum(Aggregate.Minimum aggregate) =>
        ValuesOf(aggregate.Column) is { Count: > 0 } values ? values.Min() : NoData;

    public override AggregateValue VisitMaximum(Aggregate.Maximum aggregate) =>
        ValuesOf(aggregate.Column) is { Count: > 0 } values ? values.Max() : NoData;

    public override AggregateValue VisitOrderStatistic(Aggregate.OrderStatistic aggregate) =>
        ValueAt(ValuesOf(aggregate.Column), aggregate.Share, aggregate.Rank);

    public override AggregateValue VisitApproximatePercentile(Aggregate.ApproximatePercentile aggregate) =>
        ValueAt(ValuesOf(aggregate.Column), aggregate.Share, OrderRank.Nearest);

    public override AggregateValue VisitFirst(Aggregate.First aggregate) =>
        ValuesOf(aggregate.Column) is [var first, ..] ? first : NoData;

    public override AggregateValue VisitLast(Aggregate.Last aggregate) =>
        ValuesOf(aggregate.Column) is [.., var last] ? last : NoData;

    public override AggregateValue VisitSoleValue(Aggregate.SoleValue aggregate) => ValuesOf(aggregate.Column) switch
    {
        [] => NoData,
        [var only] => only,
        _ => AggregateValue.Undefined(UndefinedReason.NotAdditive),
    };

    public override AggregateValue VisitBalance(Aggregate.Balance aggregate)
    {
        var times = window.Where(IsBalance).Select(fact => fact.Time).Distinct().Order().ToList();
        var sum = window
            .Where(IsBalance)
            .OrderBy(table.PlaceOf)
            .GroupBy(HolderOf, MemberOrder.SameMembers)
            .Where(holder => facts.Contains(EdgeOf(holder)) && IsListed(holder))
            .Select(holder => Values(Counted(holder), aggregate.Column))
            .Aggregate(BigInteger.Zero, (total, values) => total + aggregate.Value switch
            {
                BalanceValue.Last => ExactNumber.Of(values[^1]),
                BalanceValue.First => ExactNumber.Of(values[0]),
                _ => MeanOf(values),
            });
        return facts.Any(IsBalance) ? ExactNumber.Value(sum) : NoData;

        // On a list an entity counts once, with the last of its facts.
        IEnumerable<Fact> Counted(IEnumerable<Fact> holder) => aggregate.IsOfCompleteSnapshots && aggregate.Value == BalanceValue.Average
            ? holder.GroupBy(fact => fact.Time).Select(list => list.Last())
            : holder;

        // Of one time it is the sum itself.
        BigInteger MeanOf(IReadOnlyList<decimal> values)
        {
            var count = aggregate.IsOfCompleteSnapshots ? times.Count : values.Count;
            return count == 1 ? ExactNumber.Sum(values) : ExactNumber.Mean(ExactNumber.Sum(values), count);
        }

        bool IsBalance(Fact fact) =>
            table.ValueOf(fact, aggregate.Column) is not null && ReferenceEngine.Passes(aggregate.Among, table, fact);

        Fact EdgeOf(IEnumerable<Fact> holder) => aggregate.Value == BalanceValue.First ? holder.First() : holder.Last();

        bool IsListed(IEnumerable<Fact> holder) => !aggregate.IsOfCompleteSnapshots
            || aggregate.Value == BalanceValue.Average
            || EdgeOf(holder).Time == (aggregate.Value == BalanceValue.First ? times[0] : times[^1]);

        string?[] HolderOf(Fact fact)
        {
            if (aggregate.IsOfOneAccount)
            {
                return [];
            }

            return aggregate.Entity is { } entity ? [table.MemberOf(fact, entity)] : [.. fact.Members];
        }
    }

    public override AggregateValue VisitConversion(Aggregate.Conversion aggregate)
    {
        var events = Events(aggregate);
        var bases = facts.Where(events.IsBase).ToList();
        var counted = bases.Where(fact => IsCounted(fact, events, aggregate)).ToList();
        return aggregate.Counted switch
        {
            ConversionCount.BaseEvents => counted.Count,
            ConversionCount.ConvertedEvents => counted.Count(fact => events.CreditsOf(fact) > 0),
            ConversionCount.CreditedConversions => counted.Sum(events.CreditsOf),
            _ => bases.Count(fact => !events.IsClosed(fact)),
        };
    }

    public override AggregateValue VisitAverageTimeToConvert(Aggregate.AverageTimeToConvert aggregate) =>
        TimesOf(aggregate) is { Count: > 0 } times ? ExactNumber.Value(Mean(times)) : NoData;

    public override AggregateValue VisitTimeToConvert(Aggregate.TimeToConvert aggregate) =>
        ValueAt(TimesOf(aggregate), aggregate.Share, aggregate.Rank);

    private List<decimal> TimesOf(Aggregate.OfConversions aggregate)
    {
        var events = Events(aggregate);
        var converted = facts.Where(fact =>
            events.IsBase(fact) && IsCounted(fact, events, aggregate) && events.CreditsOf(fact) > 0);
        return [.. converted.Select(events.SecondsOf)];
    }

    private ReferenceConversions Events(Aggregate.OfConversions aggregate) =>
        new(engine.Calendar, table, engine.Table(aggregate.Match.Table.Name), aggregate.Match, asOf);

    private static bool IsCounted(Fact fact, ReferenceConversions events, Aggregate.OfConversions aggregate) =>
        aggregate.Match.IncludesImmature || events.IsClosed(fact);

    private AggregateValue Distinct(string dimension) =>
        facts.Select(fact => table.MemberOf(fact, dimension)).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    // Earliest first.
    private List<decimal> ValuesOf(string column) => Values(facts, column);

    private List<decimal> Values(IEnumerable<Fact> facts, string column) =>
        [.. facts.OrderBy(table.PlaceOf).Select(fact => table.ValueOf(fact, column)).OfType<decimal>()];

    private static BigInteger Mean(List<decimal> values) => ExactNumber.Mean(ExactNumber.Sum(values), values.Count);

    // The share in whole numbers, p = share / one.
    private static AggregateValue ValueAt(IEnumerable<decimal> unsorted, decimal p, OrderRank rank)
    {
        List<decimal> values = [.. unsorted.Order()];
        if (values.Count == 0)
        {
            return NoData;
        }

        var (share, one) = (ExactNumber.Of(p), ExactNumber.Of(1m));
        var below = (int)(share * (values.Count - 1) / one);
        var exclusive = Math.Clamp((int)(share * (values.Count + 1) / one) - 1, 0, values.Count - 1);
        var atOrAbove = (int)(((share * values.Count) + one - 1) / one);
        return rank switch
        {
            OrderRank.Below => values[below],
            OrderRank.Above => values[Math.Min(below + 1, values.Count - 1)],
            OrderRank.BelowExclusive => values[exclusive],
            OrderRank.AboveExclusive => values[Math.Min(exclusive + 1, values.Count - 1)],
            _ => values[Math.Max(atOrAbove - 1, 0)],
        };
    }
}
