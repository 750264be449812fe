using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GoalMetrics;

/// <summary>Registers GoalMetrics in a service collection.</summary>
public static class GoalMetricsServiceCollectionExtensions
{
    /// <summary>
    /// Registers, all as singletons: <see cref="ReportingCalendar"/>, <see cref="FormulaCatalog"/>, <see cref="SmartValidator"/>,
    /// <see cref="StatusPolicy"/>, <see cref="GoalTracker"/>, and <see cref="InMemorySource"/> over the added tables, which is the <see cref="IMetricSource"/> too
    /// unless another is used. May be called more than once: what
    /// is added adds up, what is used replaces.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">What the application wants; nothing for the defaults.</param>
    public static IServiceCollection AddGoalMetrics(this IServiceCollection services, Action<GoalMetricsBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(ReportingCalendar.Utc);
        services.TryAddSingleton(StatusPolicy.Default);
        services.TryAddSingleton(provider => FormulaCatalog.Default.With([.. provider.GetServices<Formula>()]));
        services.TryAddSingleton(provider => SmartValidator.Default.With([.. provider.GetServices<ISmartRule>()]));
        services.TryAddSingleton(provider => new GoalTracker(provider.GetRequiredService<StatusPolicy>()));
        services.TryAddSingleton(provider =>
            new InMemorySource(provider.GetRequiredService<ReportingCalendar>(), [.. provider.GetServices<InMemoryTable>()]));
        services.TryAddSingleton<IMetricSource>(provider => provider.GetRequiredService<InMemorySource>());
        configure?.Invoke(new(services));
        return services;
    }
}
