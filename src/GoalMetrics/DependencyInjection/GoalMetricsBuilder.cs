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

    /// <summary>Adds a formula to the catalogue, beside the built-in ones.</summary>
    public GoalMetricsBuilder AddFormula(Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        Services.AddSingleton(formula);
        return this;
    }

    /// <summary>Adds a rule to the SMART validator, beside the built-in ones.</summary>
    public GoalMetricsBuilder AddSmartRule(ISmartRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Services.AddSingleton(rule);
        return this;
    }

    /// <summary>Adds a rule to the SMART validator, made by the container.</summary>
    /// <typeparam name="TRule">The type of the rule.</typeparam>
    public GoalMetricsBuilder AddSmartRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>()
        where TRule : class, ISmartRule
    {
        Services.AddSingleton<ISmartRule, TRule>();
        return this;
    }

    /// <summary>Adds a table of facts; all such tables together are the application's in-memory source.</summary>
    public GoalMetricsBuilder AddTable(FactTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Services.AddSingleton(table);
        return this;
    }

    /// <summary>The source of facts, made by the container: a database, or tables loaded at start-up. Instead of <see cref="AddTable"/>.</summary>
    public GoalMetricsBuilder UseSource(Func<IServiceProvider, IMetricSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Services.Replace(ServiceDescriptor.Singleton(source));
        return this;
    }

    /// <summary>The source of facts. Instead of <see cref="AddTable"/>.</summary>
    public GoalMetricsBuilder UseSource(IMetricSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return UseSource(_ => source);
    }
}
