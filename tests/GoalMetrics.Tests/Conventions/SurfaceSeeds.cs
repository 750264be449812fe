using System.Diagnostics.Metrics;
using GoalMetrics.Sources;
using GoalMetrics.Statistics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static GoalMetrics.Tests.Conventions.SimpleValues;

namespace GoalMetrics.Tests.Conventions;

/// <summary>Instances of public types that lead to almost all others.</summary>
internal static class SurfaceSeeds
{
    private static readonly ReportingCalendar Calendar =
        ReportingCalendar.Utc.WithFiscalYearStartingIn(7).WithRetailYear(RetailCalendar.Nrf);

    /// <summary>A new one for each call, for what is changed by its methods; null for any other type.</summary>
    public static object? Builder(Type type) => type switch
    {
        _ when type == typeof(FactReaderBuilder) => FactTable.From("read", Reader()).Dimension("market"),
        _ when type == typeof(ExchangeRateReader) => ExchangeRates.From(RatesReader()),
        _ when type == typeof(FactTableBuilder<int>) => FactTable.From("numbers", Enumerable.Range(0, 3)).Dimension("market", _ => "dk"),
        _ when type == typeof(LiveTableBuilder) => LiveTable.Of(TableSchema.Named("live", FactTime.Instant), ReportingCalendar.Utc),
        _ when type == typeof(InstrumentBridgeBuilder) => InstrumentBridge.Listen(new FakeTime(Now)),
        _ => null,
    };

    private static FactReaderBuilder Facts() =>
        FactTable.From("read", Reader()).AtDate("date").Dimension("market").Value("amount", Unit.Money("DKK"));

    public static IEnumerable<object> All()
    {
        yield return Calendar.Month(2027, 1);
        yield return Builder(typeof(FactReaderBuilder))!;
        yield return Builder(typeof(ExchangeRateReader))!;
        var facts = FactTable.From("sales", Enumerable.Range(0, 59))
            .At(day => (LocalDate?)new LocalDate(2027, 1, 1).PlusDays(day))
            .Dimension("market", day => day % 2 == 0 ? "dk" : "se")
            .Value("amount", day => 10 + day, Unit.Money("DKK"))
            .Balance("stock", day => 10 + day, Unit.Count("item"));
        yield return facts;
        var table = facts.Build();
        yield return table;
        var events = TableSchema.Named("visits", FactTime.Instant).Dimension("market").Value("amount", Unit.Money("DKK"));
        var live = LiveTable.Of(events, Calendar).By(Grain.Day, "market");
        yield return live;
        yield return live.Build();
        var source = new InMemorySource(Calendar, table);
        yield return source;
        yield return new ReplaceableSource(source);
        GoalMetricsBuilder? configured = null;
        yield return new ServiceCollection().AddGoalMetrics(builder => configured = builder);
        yield return configured!;
        yield return InstrumentBridge.Listen(new FakeTime(Now));
        FactRow? row = null;
        yield return Facts().Where(read => (row = read) is not null).Build();
        yield return row!;
        var orders = Metric.Count("orders", table, "order");
        var revenue = Metric.Sum("revenue", table, "amount");
        var kpi = Kpi.Of("average-order-value", Commerce.AverageOrderValue, revenue, orders);
        yield return orders;
        yield return kpi;
        yield return orders.Rolling(7, Grain.Day);
        yield return orders.ToDate(Grain.Month);
        yield return orders.AverageOver(Grain.Day);
        yield return orders.ShareOf("market");
        yield return Measure.Constant("hundred", 100);
        yield return Measure.Of("half", value => value, orders);
        var danish = orders.Where(Filter.Equal("market", "dk")).As("dk-orders");
        var share = Kpi.Of("danish", (part, whole) => part.RatioTo(whole), danish, orders);
        var comparison = PeriodComparison.PreviousPeriod;
        var query = Query.For(orders, revenue, kpi, share).By(Grain.Month).By("market").Between(new(2027, 1, 1), new(2027, 3, 1)).AsOf(Now)
            .ComparedWith(comparison).WithSubtotals().WithDataQuality();
        yield return query;
        yield return comparison;
        var result = source.Query(query);
        yield return result;
        yield return result.Rows[^1];
        yield return result.Rows[^1].Change(orders, comparison);
        yield return result.Rows[^1].Evidence(share, comparison);
        yield return result.ToRecords();
        var goal = new SmartGoal("goal")
        {
            Measure = orders.BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Quantity.Count(200, "order")),
            Period = Calendar.Year(2027),
            Serves = ["growth"],
        };
        var strategy = new Strategy
        {
            Goals = [goal],
            Kpis = [kpi],
            Metrics = [orders],
            PerformanceIndicators = [PerformanceIndicator.Weekly(revenue)],
            BusinessGoals = [new("growth")],
        };
        yield return strategy;
        yield return Scorecard.Create(strategy, source, Now);
        yield return SignalReport.Create(strategy, source, Now);
        yield return SignalReport.Of(orders, source, Now, new() { Grain = Grain.Week });
        yield return SmartValidator.Default.Validate(goal, strategy, source, Now);
        yield return source.History(orders, Grain.Week, Now);
        yield return source.Project(orders, Grain.Month, Now, Calendar.Year(2027));
        foreach (var value in Values().Concat(Requests(table.Schema)))
        {
            yield return value;
        }
    }

    private static IEnumerable<object> Values() =>
    [
        Money.Dkk(5),
        Quantity.Undefined(UndefinedReason.NoData),
        Calendar,
        Calendar.Month(2027, 1),
        Calendar.Day(new(2027, 1, 4)),
        DayWeights.Of(1, 1, 1, 1, 1, 0, 0),
        new CalendarEvent("sale", [new(2027, 1, 4)]),
        new CashFlow(new(2027, 1, 4), Money.Dkk(5.5m)),
        new Milestone("open", new(2027, 2, 1)),
        MilestonePath.Of(new Milestone("open", new(2027, 2, 1))),
        LinearPath.Instance,
        WeightedDaysPath.Instance,
        PathPosition.Of(1, 2, 3),
        Baseline.At(5),
        StatusPolicy.Default,
        GoalTracker.Default,
        SmartValidator.Default,
        SignalOptions.Default,
        RetailCalendar.Nrf,
        Currency.Of("DKK"),
        TimeGrouping.Weekday,
        TimeGrouping.HourOfDay,
        Bands.Of("amount", 10, 20),
        new LocalizedText("An order", "En ordre"),
        new ExchangeRate("EUR", "DKK", 7.46m, new(2027, 1, 4)),
        ExchangeRates.From([new("EUR", "DKK", 7.46m, new(2027, 1, 4))]),
        CurrencyRate.PeriodAverage(Grain.Month),
        new FindingArgument("value", 5.5m),
        Commerce.AverageOrderValue(Money.Dkk(100), 4),
        FormulaCatalog.Default,
        Formula.Of("margin", (profit, revenue) => profit.RatioTo(revenue), FormulaInput.Money("profit"), FormulaInput.Money("revenue")),
        FormulaInput.Ratio("share").AtLeast(0).AtMost(1.5m),
        new DeclaredShift(new(2027, 1, 4), "moved"),
        new SeriesPoint(new LocalDate(2027, 1, 4), 5.5m),
        new Statistic(1.5),
        Proportion.Interval(4, 12),
        Mean.WelchTest([1d, 2d], [2d, 3d]),
        SampleMoments.Of([1d, 2d, 4d]),
        SampleSize.ForProportions(0.1, 0.2),
        Trend.MannKendall([1d, 2d, 3d, 4d]),
        XmrChart.Of([1d, 2d, 1d, 2d, 30d]),
        new ChartSignal(),
        ProportionChart.P([1, 2], [10, 20]),
        Forecast.Simple([1d, 2d, 3d], 2),
        new ForecastOptions(),
        new StlOptions(),
        new SmoothingParameters(),
        Filter.Equal("market", "dk"),
        Filter.Compare("amount", Comparison.Greater, 1.5m),
        Filter.NoValue("amount"),
        new FakeTime(Now),
        DateTimeZone.Utc,
        new Meter("Shop"),
        NodaTime.TimeZones.Resolvers.LenientResolver,
        new DateInterval(new(2027, 1, 1), new(2027, 1, 2)),
        new SmartGoal("empty"),
        new BusinessGoal("growth"),
        new FormulaDescription(),
        new FormulaVariant("other", "counts twice"),
        new FormulaExample("of five", 5),
        SourceCapabilities.Default,
    ];

    private static IEnumerable<object> Requests(TableSchema schema)
    {
        var conversion = new EventConversion(schema, "market", Duration.FromDays(7));
        var cuts = TimeCuts.OfDates([new(2027, 1, 1), new(2027, 2, 1)], [new(0, 1)]);
        var rows = new AggregateRows(1, 1);
        rows.Add(0, ["dk"], [AggregateValue.Of(5.5m)]);
        return
        [
            new TableDescription(schema, new NodaTime.Interval(Now, Now + Duration.FromDays(1))),
            conversion,
            cuts,
            rows,
            new AggregateAnswer([rows]),
            new FactRequest(schema, Now),
            AggregateValue.Of(5.5m),
            new AggregateRequest(schema, [new Aggregate.Sum("amount")], cuts, Now),
            new Aggregate.Count(),
            new Aggregate.Sum("amount"),
            new Aggregate.Conversion(conversion, default),
            new DerivedDimension.OfNumber("size", "amount", [1m, 2m]),
            new DerivedDimension.OfTime("hour", TimePart.HourOfDay, DateTimeZone.Utc),
            new FactBatch([new LocalDate(2027, 1, 4)], [["dk"]], [[5.5m]]),
            new MemberRanking(0, 5),
        ];
    }
}
