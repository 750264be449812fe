using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GoalMetrics;

// The source of an application among its services: one source, handed out whole or only within scopes.
internal sealed class SourceRegistration(IServiceCollection services)
{
    // The source over the tables that are added, unless another is stated.
    private static readonly Func<IServiceProvider, IMetricSource> OverTables = provider => provider.GetRequiredService<InMemorySource>();

    private static readonly Func<IServiceProvider, object?, IMetricSource> WholeOverTables = (provider, _) => TablesOf(provider);

    // The key of the source itself where only scopes of it are handed out.
    private static readonly object Whole = new();

    public IMetricSource? Instance => Source switch
    {
        { IsKeyedService: true } whole => whole.KeyedImplementationInstance as IMetricSource,
        var source => source?.ImplementationInstance as IMetricSource,
    };

    // Whether a source was stated, instead of tables.
    public bool IsStated => Source switch
    {
        null => false,
        { IsKeyedService: true } whole => !ReferenceEquals(whole.KeyedImplementationFactory, WholeOverTables),
        var source => !ReferenceEquals(source.ImplementationFactory, OverTables),
    };

    private bool IsScoped => services.Any(service => service.ServiceType == typeof(SourceScope));

    private ServiceDescriptor? Source
    {
        get
        {
            var key = IsScoped ? Whole : null;
            return services.LastOrDefault(service => service.ServiceType == typeof(IMetricSource) && service.ServiceKey == key);
        }
    }

    // Unless the application has them already.
    public void AddDefaults()
    {
        services.TryAddSingleton(TablesOf);
        services.TryAddSingleton(OverTables);
    }

    public void Set(ServiceDescriptor source)
    {
        if (IsScoped)
        {
            services.Remove(Source!);
            services.Add(Hidden(source));
            return;
        }

        services.Replace(source);
        services.Replace(ServiceDescriptor.Singleton(InMemory));
    }

    // From the first scope on, the source itself is not handed out any more.
    public void Add(SourceScope scope)
    {
        if (!IsScoped)
        {
            var whole = Hidden(Source!);
            foreach (var handedOut in services.Where(service => service.ServiceType == typeof(IMetricSource)).ToList())
            {
                services.Remove(handedOut);
            }

            services.Add(whole);
            services.AddScoped(WithinScopes);
            services.Replace(ServiceDescriptor.Scoped(InMemory));
        }

        services.AddSingleton(scope);
    }

    private static ServiceDescriptor Hidden(ServiceDescriptor source)
    {
        if (source.ImplementationInstance is { } instance)
        {
            return new(typeof(IMetricSource), Whole, instance);
        }

        if (source.ImplementationType is { } type)
        {
            return new(typeof(IMetricSource), Whole, type, source.Lifetime);
        }

        var make = source.ImplementationFactory!;
        if (ReferenceEquals(make, OverTables))
        {
            return new(typeof(IMetricSource), Whole, WholeOverTables, source.Lifetime);
        }

        return new(typeof(IMetricSource), Whole, (provider, _) => make(provider), source.Lifetime);
    }

    private static IMetricSource WithinScopes(IServiceProvider provider) => provider.GetServices<SourceScope>()
        .Aggregate(provider.GetRequiredKeyedService<IMetricSource>(Whole), (source, scope) => scope.Of(source, provider));

    private static InMemorySource TablesOf(IServiceProvider provider) =>
        new(provider.GetRequiredService<ReportingCalendar>(), [.. provider.GetServices<InMemoryTable>()]);

    private static InMemorySource InMemory(IServiceProvider provider)
    {
        var source = provider.GetRequiredService<IMetricSource>();
        return source as InMemorySource
            ?? throw new InvalidOperationException(
                $"The source of the application is a {source.GetType().Name}, not an InMemorySource. Ask for IMetricSource.");
    }
}
