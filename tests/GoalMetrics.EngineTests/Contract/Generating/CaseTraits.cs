using EngineTests.Contract.Reference;
using NodaTime;

namespace EngineTests.Contract.Generating;

// What cases may have, by name: each is a thing that an engine can be wrong about.
internal static class CaseTraits
{
    private const int FactsOfABatch = 1 << 12;
    private const int MembersCountedExactly = 1_024;

    public static Dictionary<string, Func<EngineCase, bool>> OfTables { get; } = new()
    {
        ["a table without facts"] = Any(table => table.Facts.Count == 0),
        ["a table of no dimensions"] = Any(table => table.Schema.Dimensions.Count == 0),
        ["a table of no columns"] = Any(table => table.Schema.Columns.Count == 0),
        ["money in several currencies"] = Any(table => table.Schema.Columns.Any(column => column.CurrencyDimension is not null)),
        ["the null member"] = Any(table => table.Facts.Any(fact => fact.Members.Contains(null))),
        ["no value"] = Any(table => table.Facts.Any(fact => fact.Values.Contains(null))),
        ["facts at one time"] = Any(table => table.Facts.DistinctBy(fact => fact.Time).Count() < table.Facts.Count),
        ["a column that orders facts"] = Any(table => table.Schema.Order is not null),
        ["members in an order of their own"] = Any(table => table.Schema.Dimensions.Any(dimension => dimension.Order.Count > 0)),
        ["no stated coverage"] = Any(table => table.CoveredFrom is null),
        ["facts in several gaps"] = test => test.Tables.Any(table => table.Gaps.Count > 1 && HasFactsInGaps(test, table)),
        ["a table with facts in gaps alone"] =
            test => test.Tables.Any(table => table.Facts.Count > 0 && table.WithFactsThatCount(test.Calendar).Facts.Count == 0),
        ["facts outside the coverage"] = test => test.Tables.Any(table => table.CoverageIn(test.Calendar) is { } coverage
            && table.Facts.Any(fact => !coverage.Contains(fact.Time))),
        ["days that start at night"] = test => test.Calendar.FirstHourOfDay > 0,
    };

    public static Dictionary<string, Func<EngineCase, bool>> OfAggregations { get; } = new()
    {
        ["more members than are counted one by one"] = Any(table => table.Schema.Dimensions.Any(dimension =>
            table.Facts.Select(fact => table.MemberOf(fact, dimension.Name)).Distinct().Count() > MembersCountedExactly)),
        ["several requests about one table"] = test => test.Requests.DistinctBy(it => it.Table).Count() < test.Requests.Count,
        ["several threads"] = test => test is { Asking: Asking.AtOnce, Requests.Count: > 1 },
        ["no hint"] = Asks(request => request.Time is { Grain: null, Zone: null }),
        ["the hint of a zone"] = Asks(request => request.Time is { Grain: null, Zone: not null }),
        ["the hint of a grain of dates"] = Asks(request => request.Time is { Grain: not null, Kind: FactTime.Date }),
        ["the hint of hours"] = Asks(request => request.Time is { Grain: Grain.Hour }),
        ["the hint of days of instants"] = Asks(request => request.Time is { Grain: Grain.Day, Kind: FactTime.Instant }),
        ["the hint of weeks"] = Asks(request => request.Time is { Grain: Grain.Week }),
        ["the hint of months"] = Asks(request => request.Time is { Grain: Grain.Month }),
        ["periods of days that start at night"] = test => test.Calendar.FirstHourOfDay > 0 && test.Requests.Any(AreDays),
        ["overlapping windows"] = Asks(request => Pairs(request).Any(pair => pair.Next.Start < pair.Window.End)),
        ["time between windows"] = Asks(request => Pairs(request).Any(pair => pair.Next.Start > pair.Window.End)),
        ["a window without facts"] = test => test.Requests.Any(request => HasEmptyWindow(test, request)),
        ["a fact on a cut"] = test => test.Requests.Any(request => Table(test, request).Facts.Any(fact => IsOnCut(fact, request.Time))),
        ["cuts between the times that facts can have"] = Asks(request => request.Time.Instants.Any(IsBetweenTicks)),
        ["a window that ends after the moment"] = Asks(request => request.Time.Instants.Any(cut => cut > request.AsOf)),
        ["a filter"] = Asks(request => request.Filter is not null),
        ["a filter by a derived dimension"] = Asks(request => Derived.In(request.Filter).Count > 0),
        ["the null member in a filter"] = Asks(request => FilterParts.Of(request.Filter).OfType<Filter.MemberIn>().Any(IsOfNull)),
        ["a filter of no members"] =
            Asks(request => FilterParts.Of(request.Filter).OfType<Filter.MemberIn>().Any(filter => filter.Members.Count == 0)),
        ["a member that no fact has"] = test => test.Requests.Any(request => NamesUnknown(test, request)),
        ["totals and subtotals"] = Asks(request => request.Groupings.Count > 1 && request.Groupings.Any(grouping => grouping.Count == 0)),
        ["rows by two dimensions"] = Asks(request => request.Groupings.Any(grouping => grouping.Count > 1)),
        ["rows by a derived dimension"] =
            Asks(request => request.Groupings.Any(grouping => request.Derived.Any(derived => grouping.Contains(derived.Name)))),
        ["the largest groups"] = Asks(request => request.Ranking is not null),
        ["the largest groups by a balance"] = Asks(request => RankedBy(request) is Aggregate.Balance),
        ["the largest groups by what lacks facts"] = Asks(request => RankedBy(request)?.Filter is not null),
        ["a filter of an aggregate"] = AsksFor<Aggregate>(aggregate => aggregate.Filter is not null),
        ["a derived dimension in the filter of an aggregate"] = AsksFor<Aggregate>(aggregate => Derived.In(aggregate.Filter).Count > 0),
        ["several aggregates with filters"] = Asks(request => request.Aggregates.Count(aggregate => aggregate.Filter is not null) > 1),
        ["a balance among facts by a derived dimension"] = AsksFor<Aggregate.Balance>(balance => Derived.In(balance.Among).Count > 0),
        ["a balance of one account"] = AsksFor<Aggregate.Balance>(balance => balance.IsOfOneAccount),
        ["a balance of each combination"] = AsksFor<Aggregate.Balance>(balance => balance is { Entity: null, IsOfOneAccount: false }),
        ["a balance of complete snapshots"] = AsksFor<Aggregate.Balance>(balance => balance.IsOfCompleteSnapshots),
        ["base events by a derived dimension"] = AsksFor<Aggregate.OfConversions>(it => Derived.In(it.Match.BaseFilter).Count > 0),
        ["conversions by a derived dimension"] = AsksFor<Aggregate.OfConversions>(it => Derived.In(it.Match.ConversionFilter).Count > 0),
        ["conversions that begin to count later"] = AsksFor<Aggregate.OfConversions>(it => it.Match.From > Duration.Zero),
        ["conversions with more in common"] = AsksFor<Aggregate.OfConversions>(it => it.Match.Matching.Count > 0),
        ["immature events"] = AsksFor<Aggregate.OfConversions>(it => it.Match.IncludesImmature),
        ["conversions in their own table"] = Asks(request => MatchedTables(request).Any(table => table.Name == request.Table.Name)),
        ["conversions of dates by instants"] = Asks(request => MatchedTables(request).Any(table => table.Time != request.Table.Time)),
        ["conversions in a gap"] = test => test.Requests.SelectMany(MatchedTables)
            .Any(table => HasFactsInGaps(test, test.Tables.Single(it => it.Schema.Name == table.Name))),
        ["facts in a gap"] = test => test.Requests.Any(request => HasFactsInGaps(test, Table(test, request))),
    };

    public static Dictionary<string, Func<EngineCase, bool>> OfReadings { get; } = new()
    {
        ["more facts than a batch"] = test => test.Readings.Any(reading => CountOf(test, reading) > FactsOfABatch),
        ["more facts than a batch, by entity"] =
            test => test.Readings.Any(reading => reading.Entity is not null && CountOf(test, reading) > FactsOfABatch),
        ["several threads"] = test => test is { Asking: Asking.AtOnce, Readings.Count: > 1 },
        ["all time"] = Reads(reading => reading.Time is null),
        ["windows"] = Reads(reading => reading.Time is not null),
        ["by time"] = Reads(reading => reading.Entity is null),
        ["by entity"] = Reads(reading => reading.Entity is not null),
        ["by an entity of whole numbers"] = Reads(reading => reading.Entity == "customer"),
        ["by an entity that is not read"] = Reads(reading => reading.Entity is { } entity && !reading.Dimensions.Contains(entity)),
        ["neither dimensions nor columns"] = Reads(reading => reading is { Dimensions.Count: 0, Columns.Count: 0 }),
        ["a filter by a derived dimension"] = Reads(reading => Derived.In(reading.Filter).Count > 0),
        ["facts in a gap"] = test => HasFactsInGaps(test, test.Tables[0]),
        ["facts after the moment"] = test => test.Readings.Any(reading => test.Tables[0].Facts.Any(fact => fact.Time >= reading.AsOf)),
    };

    private static Func<EngineCase, bool> Any(Func<FactSet, bool> has) => test => test.Tables.Any(has);

    private static Func<EngineCase, bool> Asks(Func<AggregateRequest, bool> has) => test => test.Requests.Any(has);

    private static Func<EngineCase, bool> AsksFor<TAggregate>(Func<TAggregate, bool> has)
        where TAggregate : Aggregate => Asks(request => request.Aggregates.OfType<TAggregate>().Any(has));

    private static Func<EngineCase, bool> Reads(Func<FactRequest, bool> has) => test => test.Readings.Any(has);

    private static FactSet Table(EngineCase test, AggregateRequest request) =>
        test.Tables.Single(table => table.Schema.Name == request.Table.Name);

    private static bool HasFactsInGaps(EngineCase test, FactSet table) =>
        table.WithFactsThatCount(test.Calendar).Facts.Count < table.Facts.Count;

    private static IEnumerable<TableSchema> MatchedTables(AggregateRequest request) =>
        request.Aggregates.OfType<Aggregate.OfConversions>().Select(aggregate => aggregate.Match.Table);

    private static Aggregate? RankedBy(AggregateRequest request) =>
        request.Ranking is { } ranking ? request.Aggregates[ranking.By] : null;

    private static IEnumerable<(CutRange Window, CutRange Next)> Pairs(AggregateRequest request) =>
        request.Time.Windows.Zip(request.Time.Windows.Skip(1));

    private static bool AreDays(AggregateRequest request) => request.Time.Kind == FactTime.Instant
        && request.Time.Windows.All(window => window.Length == 1
            && (request.Time.Instants[window.End] - request.Time.Instants[window.Start]).TotalHours is >= 23 and <= 25);

    private static bool HasEmptyWindow(EngineCase test, AggregateRequest request) => request.Time.Windows.Any(window =>
        !Table(test, request).Facts.Any(fact => ReferenceEngine.IsIn(fact, request.Time, window)));

    private static bool IsOnCut(Fact fact, TimeCuts time) =>
        time.Kind == FactTime.Date ? time.Dates.Contains(fact.Date) : time.Instants.Contains(fact.Time);

    private static bool IsBetweenTicks(Instant cut) => Instant.FromUnixTimeTicks(cut.ToUnixTimeTicks()) != cut;

    private static bool IsOfNull(Filter.MemberIn filter) => filter.Members.Contains(null);

    private static bool NamesUnknown(EngineCase test, AggregateRequest request)
    {
        var table = Table(test, request);
        return FilterParts.Of(request.Filter).OfType<Filter.MemberIn>()
            .Any(filter => filter.Members.Any(member => table.Facts.All(fact => table.MemberOf(fact, filter.Dimension) != member)));
    }

    private static int CountOf(EngineCase test, FactRequest reading)
    {
        var table = test.Tables.Single(it => it.Schema.Name == reading.Table.Name);
        return table.Facts.Count <= FactsOfABatch ? 0 : table.WithFactsThatCount(test.Calendar).Facts.Count(IsRead);

        bool IsRead(Fact fact) => fact.Time < reading.AsOf
            && ReferenceEngine.Passes(reading.Filter, table, fact)
            && (reading.Time is not { } time || time.Windows.Any(window => ReferenceEngine.IsIn(fact, time, window)));
    }
}
