using NodaTime;

namespace GoalMetrics.Tests.Engines.Scopes;

// Queries at random over the tables of a TenantCase: everything that reads facts in a way of its own.
internal static class TenantQueries
{
    private static readonly TableSchema Events = Table("events", FactTime.Instant);
    private static readonly TableSchema Orders = Table("orders", FactTime.Date);
    private static readonly TableSchema Rates =
        TableSchema.Named("rates", FactTime.Date).Dimension("channel").Value("amount", Unit.Ratio);

    // Each with the number of days that are asked about at most, which keeps the answers small.
    private static readonly (Grain? Grain, int Days)[] Grains =
        [(null, 60), (null, 60), (Grain.Day, 6), (Grain.Week, 20), (Grain.Month, 60), (Grain.Quarter, 60)];

    private static readonly Conversions Buying = Conversions.Of(Events, Orders, "who", Duration.FromDays(7));

    private static readonly Metric[] Metrics =
    [
        .. new[] { Events, Orders }.SelectMany(table => new[]
        {
            Metric.Count($"{table}-count", table),
            Metric.Sum($"{table}-sum", table, "amount"),
            Metric.Average($"{table}-average", table, "amount"),
            Metric.Min($"{table}-min", table, "amount"),
            Metric.Max($"{table}-max", table, "amount"),
            Metric.Median($"{table}-median", table, "amount"),
            Metric.First($"{table}-first", table, "amount"),
            Metric.Last($"{table}-last", table, "amount"),
            Metric.CountDistinct($"{table}-who", table, "who"),
            Metric.CountDistinct($"{table}-tenants", table, "tenant"),
            Metric.ApproximateCountDistinct($"{table}-nearly", table, "who"),
            Metric.Balance($"{table}-stock", table, "stock"),
            Metric.Balance($"{table}-stock-of", table, "stock", BalanceValue.Average, "who"),
        }),
        Metric.Average("rates-mean", Rates, "amount"),
        Buying.BaseEvents("bases"),
        Buying.Converted("converted"),
        Buying.Credited("credited"),
        Buying.Immature("immature"),
        Buying.IncludingImmature().Converted("converted-so-far"),
        Buying.Where(Filter.Equal("channel", "email")).WhereConversion(Filter.Equal("tenant", "b")).Converted("converted-to-b"),
        Conversions.Of(Orders, Orders, "who", Duration.FromDays(14)).Credited("again"),
    ];

    private static readonly Filter[] Filters =
    [
        Filter.Equal("channel", "email"),
        Filter.Equal("channel", "seach"),
        !Filter.Equal("channel", "search"),
    ];

    private static readonly Filter[] TenantFilters =
    [
        Filter.Equal("tenant", "b"),
        Filter.Equal("tenant", "a") | Filter.Equal("tenant", "b"),
        !Filter.Equal("tenant", "a"),
        Filter.IsNull("tenant"),
        Filter.Compare("amount", Comparison.Greater, 0m) | Filter.NoValue("amount"),
    ];

    public static Query Any(Random random)
    {
        List<Measure> measures = [.. Enumerable.Range(0, random.Next(1, 3)).Select(number => AnyMeasure(random, number))];
        var isOfTenants = measures.TrueForAll(measure => measure.Metrics.All(metric => metric.Table != Rates));
        var query = Query.For([.. measures]);
        if (random.Next(4) > 0)
        {
            var start = TenantCase.First.PlusDays(random.Next(-10, TenantCase.Span));
            var (grain, days) = Grains[random.Next(Grains.Length)];
            query = query.Between(start, start.PlusDays(random.Next(1, days)));
            query = grain is { } by ? query.By(by) : query;
        }

        string[] dimensions = isOfTenants ? ["tenant", "channel", "who"] : ["channel"];
        string[] asked = [.. dimensions.Where(_ => random.Next(3) == 0)];
        query = query.By(asked);
        query = random.Next(3) == 0 ? query.Where(AnyFilter(random, isOfTenants)) : query;
        query = random.Next(2) == 0 ? query : query.WithDataQuality();
        query = asked.Length == 0 || random.Next(2) == 0 ? query : query.Top(random.Next(1, 3), asked[0], by: measures[0]);
        query = random.Next(4) > 0 ? query : query.ComparedWith(PeriodComparison.PreviousPeriod);
        query = random.Next(4) > 0 ? query : query.WithSubtotals();
        return random.Next(2) == 0
            ? query
            : query.AsOf(Instant.FromUtc(2026, 3, 1, 0, 0) + Duration.FromHours(random.Next(24 * TenantCase.Span)));
    }

    private static Measure AnyMeasure(Random random, int number)
    {
        var metric = Metrics[random.Next(Metrics.Length)];
        var isOfTenants = metric.Table != Rates;
        metric = random.Next(4) == 0 ? metric.Where(AnyFilter(random, isOfTenants)) : metric;
        metric = metric.As($"m{number}");
        return random.Next(12) switch
        {
            0 => metric.Rolling(random.Next(2, 10), Grain.Day),
            1 => metric.ToDate(Grain.Month),
            2 => metric.Previous(Grain.Month),
            3 => metric.Cumulative(),
            4 => Kpi.Of($"ratio{number}", Formula.Parse("a / b"), metric, Metrics[random.Next(Metrics.Length)].As($"by{number}")),
            _ => metric,
        };
    }

    private static Filter AnyFilter(Random random, bool isOfTenants) =>
        isOfTenants && random.Next(2) == 0 ? TenantFilters[random.Next(TenantFilters.Length)] : Filters[random.Next(Filters.Length)];

    private static TableSchema Table(string name, FactTime time) => TableSchema.Named(name, time)
        .Dimension("tenant").Dimension("channel").Dimension("who")
        .Value("amount", Unit.Money("DKK"))
        .Balance("stock", Unit.Money("DKK"));
}
