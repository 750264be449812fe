using CsCheck;
using NodaTime;

namespace EngineTests.Contract.Generating;

internal static partial class Generated
{
    private static readonly Gen<decimal> AnyShare = Gen.OneOfConst(0m, 0.25m, 0.5m, 0.9m, 0.95m, 1m, 0.3333333333333333333333333333m);

    private static Gen<AggregateRequest> AnyRequest(ReportingCalendar calendar, FactSet[] tables) =>
        from table in Gen.Frequency((3, Gen.Const(tables[0])), (1, Gen.Const(tables[1])))
        from aggregates in AnyAggregate(calendar, table, tables).Array[1, 6]
        from time in AnyCuts(calendar, table.Schema.Time)
        from later in Gen.OneOfConst(0, 0, 0, 0, 1, 6, 20, -1, -9)
        from derived in AnyDerived(calendar, table.Schema)
        from filter in Perhaps(AnyFilter(calendar, table.Schema))
        from groupings in AnyOf([.. table.Schema.DimensionNames(), .. derived.Select(dimension => dimension.Name)]).Array[1, 4]
        from rankedBy in Gen.Int[0, aggregates.Length - 1]
        from largest in Gen.OneOfConst(0, 0, 0, 1, 2, 3)
        select new AggregateRequest(table.Schema, aggregates, time, AsOf(calendar, time, later))
        {
            Filter = filter,
            Groupings = [.. groupings.DistinctBy(dimensions => string.Join('|', dimensions.Order(StringComparer.Ordinal)))],
            Derived = derived,
            Ranking = largest == 0 || IsApproximate(aggregates[rankedBy]) ? null : new(rankedBy, largest),
        };

    private static Gen<FactRequest> AnyReading(ReportingCalendar calendar, FactSet table) =>
        from dimensions in AnyGrouping(table.Schema)
        from columns in AnyOf([.. table.Schema.Columns.Select(column => column.Name)])
        from filter in Perhaps(AnyFilter(calendar, table.Schema))
        from time in AnyCuts(calendar, table.Schema.Time)
        from isForAllTime in Gen.Bool
        from slot in Gen.Int[0, (Days + 1) * SlotsPerDay]
        from entity in Gen.OneOfConst<string?>([null, .. table.Schema.DimensionNames()])
        select new FactRequest(table.Schema, InstantAt(calendar, slot))
        {
            Dimensions = dimensions,
            Columns = columns,
            Filter = filter,
            Time = isForAllTime ? null : time,
            Entity = entity,
        };

    private static bool IsApproximate(Aggregate aggregate) =>
        aggregate.Kind is AggregateKind.ApproximateCountDistinct or AggregateKind.ApproximatePercentile;

    private static Gen<Aggregate> AnyAggregate(ReportingCalendar calendar, FactSet of, FactSet[] tables)
    {
        var table = of.Schema;
        List<Gen<Aggregate>> kinds = [Gen.Const<Aggregate>(new Aggregate.Count())];
        if (table.Dimensions.Count > 0)
        {
            var dimension = Gen.OneOfConst([.. table.DimensionNames()]);
            kinds.Add(dimension.Select(name => (Aggregate)new Aggregate.CountDistinct(name)));
            kinds.Add(dimension.Select(name => (Aggregate)new Aggregate.ApproximateCountDistinct(name)));
        }

        // Facts are set against one another: the reference engine would take long over many of them.
        var areFew = tables.All(it => it.Facts.Count <= MostFacts);
        if (table.Dimensions.Count > 0 && areFew)
        {
            kinds.AddRange(AnyOfConversions(AnyMatch(calendar, table, tables)));
        }

        if (table.Columns.Count > 0)
        {
            var ofValues = AnyOfValues(table);
            kinds.AddRange([ofValues, ofValues, ofValues]);
            if (areFew)
            {
                kinds.Add(AnyBalance(calendar, table));
            }
        }

        return Gen.Select(Gen.OneOf([.. kinds]), Perhaps(AnyFilter(calendar, table)), (aggregate, filter) => aggregate.Where(filter));
    }

    private static Gen<Aggregate>[] AnyOfConversions(Gen<EventConversion> match)
    {
        var count = Gen.Select(match, Gen.Enum<ConversionCount>(), (events, it) => (Aggregate)new Aggregate.Conversion(events, it));
        var time = Gen.Select(
            match,
            AnyShare,
            Gen.Enum<OrderRank>(),
            (events, share, rank) => (Aggregate)new Aggregate.TimeToConvert(events, share, rank));
        return [count, count, time, match.Select(events => (Aggregate)new Aggregate.AverageTimeToConvert(events))];
    }

    private static Gen<Aggregate> AnyOfValues(TableSchema table)
    {
        var column = Gen.OneOfConst([.. table.Columns.Select(it => it.Name)]);

        // Money in several currencies is no weight.
        var product = table.Columns.Any(it => it.CurrencyDimension is not null)
            ? column.Select(name => (Aggregate)new Aggregate.Sum(name))
            : Gen.Select(column, column, (name, factor) => (Aggregate)new Aggregate.SumOfProducts(name, factor));
        return Gen.OneOf(
            product,
            column.Select(name => (Aggregate)new Aggregate.Sum(name)),
            column.Select(name => (Aggregate)new Aggregate.Average(name)),
            column.Select(name => (Aggregate)new Aggregate.Minimum(name)),
            column.Select(name => (Aggregate)new Aggregate.Maximum(name)),
            Gen.Select(
                column, AnyShare, Gen.Enum<OrderRank>(), (name, share, rank) => (Aggregate)new Aggregate.OrderStatistic(name, share, rank)),
            Gen.Select(column, AnyShare, (name, share) => (Aggregate)new Aggregate.ApproximatePercentile(name, share)),
            column.Select(name => (Aggregate)new Aggregate.First(name)),
            column.Select(name => (Aggregate)new Aggregate.Last(name)),
            column.Select(name => (Aggregate)new Aggregate.SoleValue(name)));
    }

    private static Gen<Aggregate> AnyBalance(ReportingCalendar calendar, TableSchema table) =>
        from name in Gen.OneOfConst([.. table.Columns.Select(it => it.Name)])
        from value in Gen.Enum<BalanceValue>()
        from whose in Gen.OneOfConst<string?>([null, .. table.DimensionNames()])
        from among in Perhaps(AnyFilter(calendar, table))
        from isOfOne in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from isOfSnapshots in Gen.Frequency((2, Gen.Const(false)), (1, Gen.Const(true)))
        select (Aggregate)new Aggregate.Balance(name, value, isOfOne ? null : whose)
        {
            Among = among,
            IsOfOneAccount = isOfOne,
            IsOfCompleteSnapshots = isOfSnapshots,
        };

    // Into the other table, or into itself.
    private static Gen<EventConversion> AnyMatch(ReportingCalendar calendar, TableSchema table, FactSet[] tables) =>
        from other in Gen.OneOfConst(tables)
        from entity in Gen.OneOfConst([.. table.DimensionNames()])
        from matching in AnyGrouping(table)
        from steps in Gen.Int[1, 8]
        from startsAfter in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[0, steps - 1]))
        from baseFilter in Perhaps(AnyFilter(calendar, table))
        from conversionFilter in Perhaps(AnyFilter(calendar, other.Schema))
        from immature in Gen.Bool
        let step = table.Time == FactTime.Date ? Duration.FromDays(1) : Duration.FromHours(6)
        select new EventConversion(other.Schema, entity, step * steps)
        {
            From = step * startsAfter,
            Matching = [.. matching.Where(dimension => dimension != entity)],
            BaseFilter = baseFilter,
            ConversionFilter = conversionFilter,
            IncludesImmature = immature,
        };

    private static Gen<string[]> AnyGrouping(TableSchema table) => AnyOf([.. table.DimensionNames()]);

    // Some of the names, in any order.
    private static Gen<string[]> AnyOf(string[] names) => names.Length == 0
        ? Gen.Const(names)
        : Gen.OneOfConst(names).Array[0, names.Length].Select(some => some.Distinct(StringComparer.Ordinal).ToArray());

    private static Gen<Filter?> Perhaps(Gen<Filter> filter) =>
        Gen.Frequency((2, Gen.Const((Filter?)null)), (1, filter.Select(it => (Filter?)it)));

    private static Gen<Filter> AnyFilter(ReportingCalendar calendar, TableSchema table)
    {
        List<Gen<Filter>> kinds = [AnyDerivedIn(calendar, table)];
        if (table.Dimensions.Count > 0)
        {
            var dimension = Gen.OneOfConst([.. table.DimensionNames()]);
            kinds.Add(Gen.Select(dimension, AnyMember, Filter.Equal));
            kinds.Add(Gen.Select(dimension, AnyMember.Array[0, 4], (name, members) => Filter.In(name, members)));
            kinds.Add(dimension.Select(Filter.IsNull));
        }

        if (table.Columns.Count > 0)
        {
            var column = Gen.OneOfConst([.. table.Columns.Select(it => it.Name)]);
            var number = AnyWildValue.Select(value => value ?? 0m);
            kinds.Add(Gen.Select(column, Gen.Enum<Comparison>(), number, Filter.Compare));
            kinds.Add(column.Select(Filter.NoValue));
        }

        var simple = Gen.OneOf([.. kinds]);
        return Gen.Recursive<Filter>((depth, inner) => depth > 3 ? simple : Gen.Frequency(
            (4, simple),
            (1, Gen.Select(inner, inner, (left, right) => left & right)),
            (1, Gen.Select(inner, inner, (left, right) => left | right)),
            (1, inner.Select(filter => !filter))));
    }
}
