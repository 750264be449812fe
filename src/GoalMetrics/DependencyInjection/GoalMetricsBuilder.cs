using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GoalMetrics;

/// <summary>What an application wants of GoalMetrics in its service collection. Used at start-up, by one thread.</summary>
public sealed class GoalMetricsBuilder
{
    internal GoalMetricsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The service collection.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The calendar of the application; <see cref="ReportingCalendar.Utc"/> unless told.</summary>
    public GoalMetricsBuilder UseCalendar(ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Services.Replace(ServiceDescriptor.Singleton(calendar));
        return this;
    }

    /// <summary>When goals are on track; <see cref="StatusPolicy.Default"/> unless told.</summary>
    public GoalMetricsBuilder UseStatusPolicy(StatusPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Services.Replace(ServiceDescriptor.Singleton(policy));
        return this;
    }

    /// <summary>Adds a formula to the catalogue, beside the built-in ones. Added again, it counts once.</summary>
    public GoalMetricsBuilder AddFormula(Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return AddOnce(formula);
    }

    /// <summary>Adds a rule to the SMART validator, beside the built-in ones. Added again, it counts once.</summary>
    public GoalMetricsBuilder AddSmartRule(ISmartRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return AddOnce(rule);
    }

    /// <summary>Adds a rule to the SMART validator, made by the container. Added again, it counts once.</summary>
    /// <typeparam name="TRule">The type of the rule.</typeparam>
    public GoalMetricsBuilder AddSmartRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>()
        where TRule : class, ISmartRule
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<ISmartRule, TRule>());
        return this;
    }

    /// <summary>Adds a table of facts, loaded or live; all such tables together are the application's in-memory source.</summary>
    public GoalMetricsBuilder AddTable(InMemoryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return AddOnce(table);
    }

    /// <summary>The source of facts, made by the container: a database, or tables loaded at start-up. Instead of <see cref="AddTable"/>.</summary>
    public GoalMetricsBuilder UseSource(Func<IServiceProvider, IMetricSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Services.Replace(ServiceDescriptor.Singleton(source));
        return this;
    }

    /// <summary>The source of facts, which stays the caller's to dispose of. Instead of <see cref="AddTable"/>.</summary>
    public GoalMetricsBuilder UseSource(IMetricSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Services.Replace(ServiceDescriptor.Singleton(source));
        return this;
    }

    // Two modules of an application may add the same thing; it counts once.
    private GoalMetricsBuilder AddOnce<TService>(TService instance)
        where TService : class
    {
        if (!Services.Any(service => !service.IsKeyedService && service.ServiceType == typeof(TService) && ReferenceEquals(service.ImplementationInstance, instance)))
        {
            Services.AddSingleton(instance);
        }

        return this;
    }
}
