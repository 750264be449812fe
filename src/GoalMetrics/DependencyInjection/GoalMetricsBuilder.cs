using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GoalMetrics;

/// <summary>Sets up GoalMetrics in a service collection. Not safe for several threads: it is used at start-up.</summary>
public sealed class GoalMetricsBuilder
{
    internal GoalMetricsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The service collection.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Sets the calendar of the application, which defaults to <see cref="ReportingCalendar.Utc"/>.</summary>
    public GoalMetricsBuilder UseCalendar(ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Services.Replace(ServiceDescriptor.Singleton(calendar));
        return this;
    }

    /// <summary>Sets when goals are on track; defaults to <see cref="StatusPolicy.Default"/>.</summary>
    public GoalMetricsBuilder UseStatusPolicy(StatusPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Services.Replace(ServiceDescriptor.Singleton(policy));
        return this;
    }

    /// <summary>Adds a formula to the catalogue, beside the built-in ones. Adding it again changes nothing.</summary>
    public GoalMetricsBuilder AddFormula(Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return AddOnce(formula);
    }

    /// <summary>Adds a rule to the SMART validator, beside the built-in ones. Adding it again changes nothing.</summary>
    public GoalMetricsBuilder AddSmartRule(ISmartRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return AddOnce(rule);
    }

    /// <summary>Adds a rule to the SMART validator, made by the container. Adding it again changes nothing.</summary>
    /// <typeparam name="TRule">The type of the rule.</typeparam>
    public GoalMetricsBuilder AddSmartRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>()
        where TRule : class, ISmartRule
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<ISmartRule, TRule>());
        return this;
    }

    /// <summary>Adds a table of facts, loaded or live. All tables added make up the application's in-memory source.</summary>
    public GoalMetricsBuilder AddTable(InMemoryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return AddOnce(table);
    }

    /// <summary>
    /// Sets the source of facts, made by the container: a database, or tables loaded at start-up. Replaces <see cref="AddTable"/>.
    /// </summary>
    public GoalMetricsBuilder UseSource(Func<IServiceProvider, IMetricSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Services.Replace(ServiceDescriptor.Singleton(source));
        return this;
    }

    /// <summary>Sets the source of facts, which the caller disposes of. Replaces <see cref="AddTable"/>.</summary>
    public GoalMetricsBuilder UseSource(IMetricSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Services.Replace(ServiceDescriptor.Singleton(source));
        return this;
    }

    // Two modules of an application may add the same thing.
    private GoalMetricsBuilder AddOnce<TService>(TService instance)
        where TService : class
    {
        if (!Services.Any(IsInstance))
        {
            Services.AddSingleton(instance);
        }

        return this;

        bool IsInstance(ServiceDescriptor service) =>
            !service.IsKeyedService && service.ServiceType == typeof(TService) && ReferenceEquals(service.ImplementationInstance, instance);
    }
}
