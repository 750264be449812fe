using GoalMetrics.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace GoalMetrics.Tests.DependencyInjection;

public sealed class AddGoalMetricsTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly Formula Mine = Formula.Of("orders-per-visit", (orders, visits) => orders / visits);

    [Fact]
    public void AddGoalMetrics_Nothing_RegistersTheDefaults()
    {
        using var provider = Build(services => services.AddGoalMetrics());
        provider.GetRequiredService<ReportingCalendar>().Should().BeSameAs(ReportingCalendar.Utc);
        provider.GetRequiredService<StatusPolicy>().Should().BeSameAs(StatusPolicy.Default);
        provider.GetRequiredService<GoalTracker>().Policy.Should().BeSameAs(StatusPolicy.Default);
        provider.GetRequiredService<FormulaCatalog>().Formulas.Should().Equal(FormulaCatalog.Default.Formulas);
        provider.GetRequiredService<SmartValidator>().Rules.Should().Equal(SmartValidator.Default.Rules);
        provider.GetRequiredService<IMetricSource>().Should().BeOfType<InMemorySource>().Which.Calendar
            .Should().BeSameAs(ReportingCalendar.Utc);
    }

    [Fact]
    public async Task AddGoalMetrics_Everything_IsUsed()
    {
        var policy = new StatusPolicy { AtRiskFrom = 0.8m };
        var rule = new NeverMet();
        using var provider = Build(services => services.AddSingleton(new Wording("two words")).AddGoalMetrics(goals => goals
            .UseCalendar(Copenhagen)
            .UseStatusPolicy(policy)
            .AddFormula(Mine)
            .AddSmartRule(rule)
            .AddSmartRule<WordingRule>()
            .AddTable(Table("orders"))
            .AddTable(Table("visits"))));
        provider.GetRequiredService<GoalTracker>().Policy.Should().BeSameAs(policy);
        provider.GetRequiredService<FormulaCatalog>().Find("orders-per-visit").Should().BeSameAs(Mine);
        var source = provider.GetRequiredService<IMetricSource>();
        source.Calendar.Should().BeSameAs(Copenhagen);
        foreach (var table in new[] { "orders", "visits" })
        {
            (await source.DescribeAsync([table], TestContext.Current.CancellationToken)).Single().Schema.Name.Should().Be(table);
        }

        var rules = provider.GetRequiredService<SmartValidator>().Rules;
        rules.Should().HaveCount(SmartValidator.Default.Rules.Count + 2);
        rules[^2].Should().BeSameAs(rule);
        rules[^1].Should().BeOfType<WordingRule>().Which.Wording.Words.Should().Be("two words");
    }

    [Fact]
    public void AddGoalMetrics_Services_AreSingletonsRegisteredOnce()
    {
        var services = new ServiceCollection();
        services.AddGoalMetrics(goals => goals.UseCalendar(Copenhagen))
            .AddGoalMetrics(goals => goals.UseStatusPolicy(new()).UseSource(new InMemorySource(Copenhagen)));
        services.Select(service => service.ServiceType).Should().BeEquivalentTo(
            [
                typeof(ReportingCalendar), typeof(StatusPolicy), typeof(FormulaCatalog), typeof(SmartValidator), typeof(GoalTracker),
                typeof(InMemorySource), typeof(IMetricSource)]);
        services.Should().OnlyContain(service => service.Lifetime == ServiceLifetime.Singleton);
    }

    [Fact]
    public void AddGoalMetrics_Twice_AddsUpAndReplaces()
    {
        using var provider = Build(services => services
            .AddGoalMetrics(goals => goals.UseCalendar(Copenhagen).AddFormula(Mine).AddTable(Table("orders")))
            .AddGoalMetrics()
            .AddGoalMetrics(goals => goals.UseCalendar(ReportingCalendar.Utc).AddFormula(Formula.Of("other", one => one))));
        provider.GetRequiredService<ReportingCalendar>().Should().BeSameAs(ReportingCalendar.Utc);
        provider.GetRequiredService<IMetricSource>().Calendar.Should().BeSameAs(ReportingCalendar.Utc);
        provider.GetRequiredService<FormulaCatalog>().Formulas.TakeLast(2).Select(formula => formula.Id)
            .Should().Equal("orders-per-visit", "other");
    }

    [Fact] // Two modules of one application need the same plug-ins.
    public void Add_TheSameTwice_CountsOnce()
    {
        var (rule, table) = (new NeverMet(), Table("orders"));
        var services = new ServiceCollection();
        services.AddKeyedSingleton("a key", Mine);
        services.AddSingleton(new Wording("words"));
        for (var module = 0; module < 2; module++)
        {
            services.AddGoalMetrics(goals => goals.AddFormula(Mine).AddSmartRule(rule).AddSmartRule<WordingRule>().AddTable(table));
        }

        using var provider = services.BuildServiceProvider();
        provider.GetServices<Formula>().Should().Equal(Mine);
        provider.GetServices<ISmartRule>().Should().HaveCount(2);
        provider.GetServices<InMemoryTable>().Should().Equal(table);
        provider.GetRequiredService<IMetricSource>().Should().NotBeNull();
    }

    [Fact]
    public void AddSmartRule_TwoInstancesOfAType_AreBothKept()
    {
        using var provider = Build(
            services => services.AddGoalMetrics(goals => goals.AddSmartRule(new NeverMet()).AddSmartRule(new NeverMet())));
        provider.GetServices<ISmartRule>().Should().HaveCount(2);
    }

    [Fact]
    public void AddGoalMetrics_WhatTheApplicationHasAlready_IsKept()
    {
        using var provider = Build(services => services.AddSingleton(Copenhagen).AddGoalMetrics());
        provider.GetRequiredService<IMetricSource>().Calendar.Should().BeSameAs(Copenhagen);
    }

    [Fact]
    public void AddFormula_IdThatIsTaken_ThrowsWhenTheCatalogueIsResolved()
    {
        using var provider = Build(
            services => services.AddGoalMetrics(goals => goals.AddFormula(Formula.Of("conversion-rate", (sold, seen) => sold / seen))));
        Messages.Of<ArgumentException>(() => provider.GetRequiredService<FormulaCatalog>()).Should().Be(
            "Two formulas are named 'conversion-rate': conversion-rate(conversions, visitors) and conversion-rate(sold, seen). Give one"
            + " of them another id or synonym. (Parameter 'formulas')");
    }

    [Fact]
    public void UseSource_Factory_IsMadeByTheContainer()
    {
        using var provider = Build(services => services.AddGoalMetrics(goals => goals
            .UseCalendar(Copenhagen)
            .UseSource(container => new InMemorySource(container.GetRequiredService<ReportingCalendar>(), Table("made")))));
        var source = provider.GetRequiredService<IMetricSource>();
        source.Calendar.Should().BeSameAs(Copenhagen);
        provider.GetRequiredService<IMetricSource>().Should().BeSameAs(source);
    }

    [Fact]
    public void UseSource_AfterTables_IsRefused()
    {
        var register = () => new ServiceCollection()
            .AddGoalMetrics(goals => goals.AddTable(Table("a")).UseSource(new InMemorySource(Copenhagen)));

        Messages.Of<InvalidOperationException>(() => register()).Should().Be(
            "The application would have two sources: the tables of AddTable, and that of UseSource. Call one of the two, or make a"
            + " source over all tables and give it to UseSource.");
    }

    [Fact]
    public void AddTable_AfterASource_IsRefused()
    {
        var register = () => new ServiceCollection()
            .AddGoalMetrics(goals => goals.UseSource(_ => new InMemorySource(Copenhagen)).AddTable(Table("a")));

        Messages.Of<InvalidOperationException>(() => register()).Should().StartWith("The application would have two sources");
    }

    [Fact]
    public void UseSource_InMemory_IsInjectedAsSuchWithItsCalendar()
    {
        var source = new InMemorySource(Copenhagen, Table("a"));
        using var provider = Build(services => services.AddGoalMetrics(goals => goals.UseSource(source)));

        provider.GetRequiredService<InMemorySource>().Should().BeSameAs(source);
        provider.GetRequiredService<ReportingCalendar>().Should().BeSameAs(Copenhagen);
    }

    [Fact]
    public void UseSource_OfAnotherCalendar_IsRefused()
    {
        const string Message = "The application's calendar is *Paris*, but that of its source is *Copenhagen*. Make the source with*";
        var paris = ReportingCalendar.Iso("Europe/Paris");
        var source = new InMemorySource(Copenhagen);

        FluentActions.Invoking(() => new ServiceCollection().AddGoalMetrics(goals => goals.UseCalendar(paris).UseSource(source)))
            .Should().Throw<InvalidOperationException>().WithMessage(Message);
        FluentActions.Invoking(() => new ServiceCollection().AddGoalMetrics(goals => goals.UseSource(source).UseCalendar(paris)))
            .Should().Throw<InvalidOperationException>().WithMessage(Message);
        using var provider = Build(services => services.AddGoalMetrics(goals => goals.UseCalendar(paris).UseSource(_ => source)));
        provider.Invoking(it => it.GetRequiredService<IMetricSource>()).Should().Throw<InvalidOperationException>().WithMessage(Message);
    }

    [Fact]
    public void UseSource_OfAnotherCalendarThanUtcThatWasStated_IsRefused()
    {
        var source = new InMemorySource(Copenhagen, Table("a"));
        FluentActions
            .Invoking(() => new ServiceCollection().AddGoalMetrics(goals => goals.UseCalendar(ReportingCalendar.Utc).UseSource(source)))
            .Should().Throw<InvalidOperationException>().WithMessage("The application's calendar is *");
    }

    [Fact]
    public void UseSource_ASecondOne_IsRefused()
    {
        var (first, second) = (new InMemorySource(Copenhagen, Table("a")), new InMemorySource(Copenhagen, Table("b")));
        const string Message = "The application has a source already. Call UseSource once; to set another, as tests do, remove the first"
            + " one with services.RemoveAll<IMetricSource>(), or use a ReplaceableSource where only the data change.";
        var services = new ServiceCollection().AddGoalMetrics(goals => goals.UseSource(first));
        services.Invoking(all => all.AddGoalMetrics(goals => goals.UseSource(second)))
            .Should().Throw<InvalidOperationException>().WithMessage(Message);
        services.Invoking(all => all.AddGoalMetrics(goals => goals.UseSource(_ => second)))
            .Should().Throw<InvalidOperationException>().WithMessage(Message);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IMetricSource>().Should().BeSameAs(first);
    }

    [Fact]
    public void UseSource_TheSameTwiceOrAnotherAfterRemoval_IsTaken()
    {
        var (first, second) = (new InMemorySource(Copenhagen, Table("a")), new InMemorySource(Copenhagen, Table("b")));
        var services = new ServiceCollection().AddGoalMetrics(goals => goals.UseSource(first).UseSource(first));
        services.RemoveAll<IMetricSource>();
        using var provider = services.AddGoalMetrics(goals => goals.UseSource(second)).BuildServiceProvider();
        provider.GetServices<IMetricSource>().Should().ContainSingle().Which.Should().BeSameAs(second);
        provider.GetRequiredService<InMemorySource>().Should().BeSameAs(second);
    }

    [Fact] // What the caller made, the caller disposes of; what the container made, the container does.
    public async Task UseSource_Instance_StaysTheCallersToDispose()
    {
        using var mine = new Disposable();
        await using (var provider = Build(services => services.AddGoalMetrics(goals => goals.UseSource(mine))))
        {
            provider.GetRequiredService<IMetricSource>().Should().BeSameAs(mine);
        }

        mine.IsDisposed.Should().BeFalse();
        Disposable made;
        await using (var provider = Build(services => services.AddGoalMetrics(goals => goals.UseSource(_ => new Disposable()))))
        {
            made = (Disposable)provider.GetRequiredService<IMetricSource>();
        }

        made.IsDisposed.Should().BeTrue();
    }

    public static TheoryData<string, Func<GoalMetricsBuilder, object>> Nulls => new()
    {
        { "calendar", goals => goals.UseCalendar(null!) },
        { "policy", goals => goals.UseStatusPolicy(null!) },
        { "formula", goals => goals.AddFormula(null!) },
        { "rule", goals => goals.AddSmartRule(null!) },
        { "table", goals => goals.AddTable(null!) },
        { "source", goals => goals.UseSource((IMetricSource)null!) },
        { "source", goals => goals.UseSource((Func<IServiceProvider, IMetricSource>)null!) },
    };

    [Theory]
    [MemberData(nameof(Nulls), DisableDiscoveryEnumeration = true)]
    public void Builder_Null_ThrowsAndNamesTheParameter(string parameter, Func<GoalMetricsBuilder, object> call) =>
        new ServiceCollection().AddGoalMetrics(goals => Messages.Of<ArgumentNullException>(() => call(goals))
            .Should().Contain($"'{parameter}'"));

    [Fact]
    public void AddGoalMetrics_NoServices_Throws() =>
        Messages.Of<ArgumentNullException>(() => ((IServiceCollection)null!).AddGoalMetrics()).Should().Contain("'services'");

    private static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static FactTable Table(string name) => FactTable.FromSeries(name, Unit.Count(), [new(new LocalDate(2027, 1, 1), 1m)]);

    private sealed record Wording(string Words);

    private sealed class NeverMet : ISmartRule
    {
        public SmartCriterion Criterion => SmartCriterion.Specific;

        public ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }

    private sealed class WordingRule(Wording wording) : ISmartRule
    {
        public Wording Wording => wording;

        public SmartCriterion Criterion => SmartCriterion.Specific;

        public ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }

    private sealed class Disposable : IMetricSource, IDisposable
    {
        private readonly InMemorySource _source = new(ReportingCalendar.Utc);

        public bool IsDisposed { get; private set; }

        public ReportingCalendar Calendar => _source.Calendar;

        public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
            IReadOnlyList<string> tables, CancellationToken cancellationToken = default) =>
            _source.DescribeAsync(tables, cancellationToken);

        public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
            IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) =>
            _source.AggregateAsync(requests, cancellationToken);

        public void Dispose() => IsDisposed = true;
    }
}
