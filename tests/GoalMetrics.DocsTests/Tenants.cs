using GoalMetrics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DocsTests;

/// <summary>The guide to scopes and refreshing: the regions are its snippets.</summary>
public sealed class Tenants
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact]
    public async Task Scopes_FromTopToBottom_GiveWhatTheirCommentsSay()
    {
        var (calendar, sales, rates) = (Calendar, Sales(450m), Rates());
        var revenue = Metric.Sum("revenue", sales, "amount");
        var source = new InMemorySource(calendar, sales, rates);

        #region scope
        var seen = source.Within(Filter.Equal("tenant", "a"), except: ["rates"]);

        var table = seen.Query(Query.For(revenue).By("tenant"));
        Console.WriteLine(table.Total[revenue]);                    // DKK 450.00
        Console.WriteLine(table.Rows.Count);                        // 1
        #endregion

        table.Total[revenue].ToString().Should().Be("DKK 450.00");
        table.Rows.Count.Should().Be(1);

        var services = new ServiceCollection();
        #region scope-services
        services.AddScoped<Tenant>();                               // set by your authentication
        services.AddScoped<RevenueReport>();
        services.AddGoalMetrics(metrics => metrics
            .UseCalendar(calendar)
            .AddTable(sales)
            .AddTable(rates)
            .Within(request => Filter.Equal("tenant", request.GetRequiredService<Tenant>().Id), except: ["rates"]));
        #endregion

        await using var provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        foreach (var (tenant, expected) in new[] { ("a", "DKK 450.00"), ("b", "DKK 800.00") })
        {
            await using var scope = provider.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().Id = tenant;
            (await scope.ServiceProvider.GetRequiredService<RevenueReport>().Total()).ToString().Should().Be(expected);
        }

        services = new();
        #region scope-by-hand
        services.AddScoped<Tenant>();
        services.AddScoped(request => source.Within(Filter.Equal("tenant", request.GetRequiredService<Tenant>().Id), except: ["rates"]));
        services.AddScoped<IMetricSource>(request => request.GetRequiredService<InMemorySource>());
        #endregion

        await using var byHand = services.BuildServiceProvider();
        await using var one = byHand.CreateAsyncScope();
        one.ServiceProvider.GetRequiredService<Tenant>().Id = "b";
        var scoped = one.ServiceProvider.GetRequiredService<IMetricSource>();
        (await scoped.QueryAsync(Query.For(revenue))).Total[revenue].ToString().Should().Be("DKK 800.00");
    }

    [Fact]
    public async Task Refreshing_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        var calendar = Calendar;
        var amount = 450m;
        InMemorySource Load() => new(calendar, Sales(amount), Rates());
        var revenue = Metric.Sum("revenue", Sales(amount), "amount");

        var services = new ServiceCollection();
        #region refresh
        var facts = new ReplaceableSource(Load());                  // your way to load: objects, CSV, a database
        services.AddGoalMetrics(metrics => metrics.UseSource(facts));

        void Refresh() => facts.Replace(Load());                    // whenever there are new ones
        #endregion

        using var provider = services.BuildServiceProvider();
        var source = provider.GetRequiredService<IMetricSource>();
        amount = 500m;
        Refresh();
        (await source.QueryAsync(Query.For(revenue))).Total[revenue].ToString().Should().Be("DKK 1,300.00");
    }

    private static FactTable Sales(decimal ofA) => FactTable.From("sales", new[] { ("a", ofA), ("b", 800m) })
        .At(_ => new LocalDate(2026, 9, 14))
        .Dimension("tenant", sale => sale.Item1)
        .Value("amount", sale => sale.Item2, Unit.Money("DKK"))
        .Build();

    private static FactTable Rates() => FactTable.FromSeries("rates", Unit.Money("DKK"), [new(new LocalDate(2026, 9, 14), 7.46m)]);

    public sealed class Tenant
    {
        public string? Id { get; set; }
    }

    public sealed class RevenueReport(IMetricSource source)
    {
        private static readonly Metric Revenue = Metric.Sum(
            "revenue", TableSchema.Named("sales", FactTime.Date).Value("amount", Unit.Money("DKK")), "amount");

        public async Task<Quantity> Total() => (await source.QueryAsync(Query.For(Revenue))).Total[Revenue];
    }
}
