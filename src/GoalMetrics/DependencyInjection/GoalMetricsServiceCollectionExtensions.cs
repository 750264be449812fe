using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GoalMetrics;

/// <summary>Registers GoalMetrics in a service collection.</summary>
public static class GoalMetricsServiceCollectionExtensions
{
    /// <summary>
    /// Registers as singletons: <see cref="ReportingCalendar"/>, <see cref="FormulaCatalog"/>, <see cref="SmartValidator"/>,
    /// <see cref="StatusPolicy"/>, <see cref="GoalTracker"/>, and an <see cref="InMemorySource"/> over the tables that are added, which is
    /// also the <see cref="IMetricSource"/> unless <c>UseSource</c> sets another. May be called more than once: each <c>Add</c> adds to
    /// what is there, each <c>Use</c> replaces it, but a second source is refused.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets up what differs from the defaults.</param>
    public static IServiceCollection AddGoalMetrics(this IServiceCollection services, Action<GoalMetricsBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(_ => ReportingCalendar.Utc);
        services.TryAddSingleton(StatusPolicy.Default);
        services.TryAddSingleton(provider => FormulaCatalog.Default.With([.. provider.GetServices<Formula>()]));
        services.TryAddSingleton(provider => SmartValidator.Default.With([.. provider.GetServices<ISmartRule>()]));
        services.TryAddSingleton(provider => new GoalTracker(provider.GetRequiredService<StatusPolicy>()));
        new SourceRegistration(services).AddDefaults();
        configure?.Invoke(new(services));
        return services;
    }
}
