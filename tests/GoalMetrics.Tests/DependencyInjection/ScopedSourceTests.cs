using GoalMetrics.Sources;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GoalMetrics.Tests.DependencyInjection;

/// <summary>A source that services get only within the scope of their request.</summary>
public sealed class ScopedSourceTests
{
    private static readonly FactTable Sales = FactTable.From("sales", new[] { ("a", "web", 3m), ("b", "web", 40m), ("b", "shop", 500m) })
        .At(_ => new LocalDate(2026, 9, 14))
        .Dimension("tenant", sale => sale.Item1)
        .Dimension("channel", sale => sale.Item2)
        .Value("amount", sale => sale.Item3, Unit.Money("DKK"))
        .Build();

    private static readonly FactTable Rates = FactTable.FromSeries("rates", Unit.Money("DKK"), [new(new LocalDate(2026, 9, 14), 7.46m)]);

    private static readonly Metric Amount = Metric.Sum("amount", Sales, "amount");

    public static TheoryData<string> Registrations => ["tables", "tables afterwards", "source", "source afterwards", "factory", "own type"];

    [Theory]
    [MemberData(nameof(Registrations))]
    public void Within_EachScope_SeesItsTenant(string registration)
    {
        using var provider = Build(registration);

        AmountSeenBy(provider, "a").Should().Be(Money.Dkk(3m));
        AmountSeenBy(provider, "b").Should().Be(Money.Dkk(540m));
    }

    [Fact] // Both are the same source, and neither comes from outside a scope.
    public void Within_Services_AreScoped()
    {
        using var provider = Build("tables");
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Id = "a";

        scope.ServiceProvider.GetRequiredService<InMemorySource>().Should().BeSameAs(
            scope.ServiceProvider.GetRequiredService<IMetricSource>());
        provider.Invoking(root => root.GetRequiredService<IMetricSource>()).Should().Throw<InvalidOperationException>();
        provider.Invoking(root => root.GetRequiredService<InMemorySource>()).Should().Throw<InvalidOperationException>();
    }

    [Fact] // A singleton would keep the first tenant for all others.
    public void Within_ASingletonThatAsksForTheSource_IsRefusedWhenTheContainerIsBuilt()
    {
        var building = () => Build("tables", services => services.AddSingleton<Report>());

        building.Should().Throw<AggregateException>().WithMessage("*Cannot consume scoped service*IMetricSource*singleton*Report*");
    }

    [Fact]
    public void Within_Twice_Narrows()
    {
        using var provider = Build("tables", services => services.AddGoalMetrics(metrics => metrics
            .Within(_ => Filter.Equal("channel", "web"), except: ["rates"])));

        AmountSeenBy(provider, "b").Should().Be(Money.Dkk(40m));
    }

    [Fact]
    public void Within_AnException_IsSeenWhole()
    {
        using var provider = Build("tables");
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Id = "a";
        var rate = Metric.Last("rate", Rates, "value");

        scope.ServiceProvider.GetRequiredService<InMemorySource>().Query(Query.For(rate)).Total[rate].Should().Be(Money.Dkk(7.46m));
    }

    [Fact]
    public void Within_NoFilter_IsRefused()
    {
        using var provider = Build("tables", services => services.AddGoalMetrics(metrics => metrics.Within(_ => null!)));
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Id = "a";

        Messages.Of<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<IMetricSource>()).Should().Be(
            "The scope of the application's source has no filter here. Within(provider => …) must return one, such as"
            + " Filter.Equal(\"tenant\", …); where there is no tenant, throw.");
    }

    [Fact]
    public void Within_Null_Throws() => new ServiceCollection().AddGoalMetrics(metrics =>
        Messages.Of<ArgumentNullException>(() => metrics.Within(null!)).Should().Contain("'filter'"));

    [Fact]
    public void Within_TablesAndASource_AreStillRefused()
    {
        const string Message = "The application would have two sources*";
        var calendar = ReportingCalendar.Utc;
        var adding = () => new ServiceCollection().AddGoalMetrics(metrics => metrics
            .UseSource(new InMemorySource(calendar)).Within(_ => Filter.IsNull("tenant")).AddTable(Sales));
        var replacing = () => new ServiceCollection().AddGoalMetrics(metrics => metrics
            .Within(_ => Filter.IsNull("tenant")).AddTable(Sales).UseSource(new InMemorySource(calendar)));
        var calendars = () => new ServiceCollection().AddGoalMetrics(metrics => metrics
            .Within(_ => Filter.IsNull("tenant")).UseSource(new InMemorySource(calendar))
            .UseCalendar(ReportingCalendar.Iso("Europe/Paris")));

        adding.Should().Throw<InvalidOperationException>().WithMessage(Message);
        replacing.Should().Throw<InvalidOperationException>().WithMessage(Message);
        calendars.Should().Throw<InvalidOperationException>().WithMessage("The application's calendar is *");
    }

    private static Quantity AmountSeenBy(ServiceProvider provider, string tenant)
    {
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Id = tenant;
        return scope.ServiceProvider.GetRequiredService<Report>().Amount;
    }

    private static ServiceProvider Build(string registration, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddScoped<Tenant>();
        services.AddScoped<Report>();
        if (registration == "own type")
        {
            services.AddSingleton<IMetricSource, OwnSource>();
        }

        services.AddGoalMetrics(metrics => Register(metrics, registration));
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static GoalMetricsBuilder Register(GoalMetricsBuilder metrics, string registration)
    {
        static Filter OfTenant(IServiceProvider provider) => Filter.Equal("tenant", provider.GetRequiredService<Tenant>().Id);
        var source = new InMemorySource(ReportingCalendar.Utc, Sales, Rates);
        return registration switch
        {
            "tables" => metrics.AddTable(Sales).AddTable(Rates).Within(OfTenant, except: ["rates"]),
            "tables afterwards" => metrics.Within(OfTenant, except: ["rates"]).AddTable(Sales).AddTable(Rates),
            "source" => metrics.UseSource(source).Within(OfTenant, except: ["rates"]),
            "source afterwards" => metrics.Within(OfTenant, except: ["rates"]).UseSource(source),
            "factory" => metrics.UseSource(_ => new ProbedSource(source)).Within(OfTenant, except: ["rates"]),
            _ => metrics.Within(OfTenant, except: ["rates"]),
        };
    }

    private sealed class Tenant
    {
        public string? Id { get; set; }
    }

    private sealed class Report(IMetricSource source)
    {
        public Quantity Amount => source.QueryAsync(Query.For(ScopedSourceTests.Amount)).AsTask().GetAwaiter().GetResult()
            .Total[ScopedSourceTests.Amount];
    }

    private sealed class OwnSource : IMetricSource
    {
        private readonly InMemorySource _source = new(ReportingCalendar.Utc, Sales, Rates);

        public ReportingCalendar Calendar => _source.Calendar;

        public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
            IReadOnlyList<string> tables, CancellationToken cancellationToken = default) =>
            _source.DescribeAsync(tables, cancellationToken);

        public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
            IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) =>
            _source.AggregateAsync(requests, cancellationToken);
    }
}
