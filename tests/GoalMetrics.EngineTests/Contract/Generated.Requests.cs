using CsCheck;
using NodaTime;

namespace EngineTests.Contract;

internal static partial class Generated
{
    private static readonly Gen<decimal> AnyShare = Gen.OneOfConst(0m, 0.25m, 0.5m, 0.9m, 0.95m, 1m, 0.3333333333333333333333333333m);

    private static Gen<AggregateRequest> AnyRequest(ReportingCalendar calendar, FactSet[] tables) =>
        from table in Gen.Frequency((3, Gen.Const(tables[0])), (1, Gen.Const(tables[1])))
        from aggregates in AnyAggregate(table.Schema, tables).Array[1, 6]
        from time in AnyCuts(calendar, table.Schema.Time)
        from later in Gen.OneOfConst(0, 0, 1, 6, 20)
        from derived in AnyDerived(calendar, table.Schema)
        from filter in Perhaps(AnyFilterOf(table.Schema, derived))
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
        from filter in Perhaps(AnyFilter(table.Schema))
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

    // Cuts from before the first fact to after the last, and windows as they come: side by side, overlapping, nested, with gaps, empty.
    private static Gen<TimeCuts> AnyCuts(ReportingCalendar calendar, FactTime kind) =>
        from isOfDays in Gen.Bool
        from slots in Gen.Int[-6, (Days + 2) * SlotsPerDay].Array[2, 8]
        let areDays = isOfDays || kind == FactTime.Date
        let places = slots.Select(slot => areDays ? StartOfDay(slot) : slot).Distinct().Order().ToArray()
        where places.Length > 1
        from pairs in Gen.Select(Gen.Int[0, places.Length - 1], Gen.Int[0, places.Length - 1]).Array[1, 6]
        let windows = pairs.Where(pair => pair.Item1 != pair.Item2)
            .Select(pair => new CutRange(Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)))
            .Distinct()
            .OrderBy(window => (window.Start, window.End))
            .ToArray()
        where windows.Length > 0
        select kind == FactTime.Date
            ? TimeCuts.OfDates(places.Select(place => FirstDate.PlusDays(place / SlotsPerDay)), windows)
            : TimeCuts.OfInstants(places.Select(place => Cut(calendar, place, areDays)), windows);

    private static Instant Cut(ReportingCalendar calendar, int slot, bool isStartOfDay) =>
        isStartOfDay ? StartOf(calendar, slot) : InstantAt(calendar, slot);

    private static int StartOfDay(int slot) => slot - (((slot % SlotsPerDay) + SlotsPerDay) % SlotsPerDay);

    private static Instant StartOf(ReportingCalendar calendar, int slot) => calendar.StartOfDay(FirstDate.PlusDays(slot / SlotsPerDay));

    // No window reaches beyond the moment: for dates, it may lie inside the last day.
    private static Instant AsOf(ReportingCalendar calendar, TimeCuts time, int later)
    {
        var last = time.Windows.Max(window => window.End);
        return time.Kind == FactTime.Date
            ? calendar.StartOfDay(time.Dates[last]) + Duration.FromHours((6 * later) - 18)
            : time.Instants[last] + Duration.FromHours(6 * later);
    }

    private static bool IsApproximate(Aggregate aggregate) =>
        aggregate.Kind is AggregateKind.ApproximateCountDistinct or AggregateKind.ApproximatePercentile;

    private static Gen<Aggregate> AnyAggregate(TableSchema table, FactSet[] tables)
    {
        List<Gen<Aggregate>> kinds = [Gen.Const<Aggregate>(new Aggregate.Count())];
        if (table.Dimensions.Count > 0)
        {
            var dimension = Gen.OneOfConst([.. table.DimensionNames()]);
            kinds.Add(dimension.Select(name => (Aggregate)new Aggregate.CountDistinct(name)));
            kinds.Add(dimension.Select(name => (Aggregate)new Aggregate.ApproximateCountDistinct(name)));
            var match = AnyMatch(table, tables);
            var conversion = Gen.Select(
                match, Gen.Enum<ConversionCount>(), (events, count) => (Aggregate)new Aggregate.Conversion(events, count));
            var time = Gen.Select(
                match,
                AnyShare,
                Gen.Enum<OrderRank>(),
                (events, share, rank) => (Aggregate)new Aggregate.TimeToConvert(events, share, rank));
            kinds.Add(conversion);
            kinds.Add(conversion);
            kinds.Add(time);
            kinds.Add(match.Select(events => (Aggregate)new Aggregate.AverageTimeToConvert(events)));
        }

        if (table.Columns.Count > 0)
        {
            kinds.Add(AnyOfValues(table));
            kinds.Add(AnyOfValues(table));
            kinds.Add(AnyOfValues(table));
        }

        return Gen.Select(Gen.OneOf([.. kinds]), Perhaps(AnyFilter(table)), (aggregate, filter) => aggregate.Where(filter));
    }

    private static Gen<Aggregate> AnyOfValues(TableSchema table)
    {
        var column = Gen.OneOfConst([.. table.Columns.Select(it => it.Name)]);
        var entity = Gen.OneOfConst<string?>([null, .. table.DimensionNames()]);

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
            column.Select(name => (Aggregate)new Aggregate.SoleValue(name)),
            from name in column
            from value in Gen.Enum<BalanceValue>()
            from whose in entity
            from among in Perhaps(AnyFilter(table))
            from isOfOne in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
            from isOfSnapshots in Gen.Frequency((2, Gen.Const(false)), (1, Gen.Const(true)))
            select (Aggregate)new Aggregate.Balance(name, value, isOfOne ? null : whose)
            {
                Among = among,
                IsOfOneAccount = isOfOne,
                IsOfCompleteSnapshots = isOfSnapshots,
            });
    }

    // Into the other table, or into itself.
    private static Gen<EventConversion> AnyMatch(TableSchema table, FactSet[] tables) =>
        from other in Gen.OneOfConst(tables)
        from entity in Gen.OneOfConst([.. table.DimensionNames()])
        from matching in AnyGrouping(table)
        from steps in Gen.Int[1, 8]
        from startsAfter in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[0, steps - 1]))
        from baseFilter in Perhaps(AnyFilter(table))
        from conversionFilter in Perhaps(AnyFilter(other.Schema))
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

    private static Gen<Filter?> Perhaps(Gen<Filter>? filter) => filter is null
        ? Gen.Const((Filter?)null)
        : Gen.Frequency((2, Gen.Const((Filter?)null)), (1, filter.Select(it => (Filter?)it)));

    // Null for a table without dimensions and columns.
    private static Gen<Filter>? AnyFilter(TableSchema table)
    {
        List<Gen<Filter>> kinds = [];
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

        if (kinds.Count == 0)
        {
            return null;
        }

        var simple = Gen.OneOf([.. kinds]);
        return Gen.Recursive<Filter>((depth, inner) => depth > 3 ? simple : Gen.Frequency(
            (4, simple),
            (1, Gen.Select(inner, inner, (left, right) => left & right)),
            (1, Gen.Select(inner, inner, (left, right) => left | right)),
            (1, inner.Select(filter => !filter))));
    }
}
