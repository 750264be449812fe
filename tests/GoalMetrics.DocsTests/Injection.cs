#region dependency-injection
using GoalMetrics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

#endregion

namespace DocsTests;

/// <summary>The guide to dependency injection: the regions are its snippets.</summary>
public sealed class Injection
{
    [Fact]
    public async Task Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var days = new[] { (Day: new LocalDate(2026, 9, 14), Orders: 27), (Day: new LocalDate(2026, 9, 15), Orders: 6) };
        var shop = FactTable.From("shop", days)
            .At(row => row.Day)
            .Value("orders", row => row.Orders, Unit.Count("order"))
            .Build();
        var showUpRate = Formula.Of("show-up-rate", (came, missed) => came / (came + missed));

        #region dependency-injection
        var services = new ServiceCollection();                     // or builder.Services of an application
        services.AddGoalMetrics(metrics => metrics
            .UseCalendar(calendar)
            .AddTable(shop)
            .AddFormula(showUpRate)
            .AddSmartRule<QuarterRule>()
            .UseStatusPolicy(new StatusPolicy { AtRiskFrom = 0.8m }));
        services.AddSingleton<OrdersReport>();

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var report = provider.GetRequiredService<OrdersReport>();
        Console.WriteLine(await report.InSeptember());              // 33
        #endregion

        (await report.InSeptember()).ToString().Should().Be("33");
        provider.GetRequiredService<GoalTracker>().Policy.AtRiskFrom.Should().Be(0.8m);
        provider.GetRequiredService<FormulaCatalog>().TryFind("show-up-rate", out _).Should().BeTrue();
        provider.GetRequiredService<SmartValidator>().Rules.Should().ContainSingle(rule => rule is QuarterRule);
    }

    #region injection-use
    public sealed class OrdersReport(IMetricSource source, ReportingCalendar calendar)
    {
        private static readonly Metric Orders = Metric.Sum(
            "orders", TableSchema.Named("shop", FactTime.Date).Value("orders", Unit.Count("order")), "orders");

        public async Task<Quantity> InSeptember()
        {
            var table = await source.QueryAsync(Query.For(Orders).During(calendar.Month(2026, 9)));
            return table.Total[Orders];
        }
    }
    #endregion
}
