using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GoalMetrics;

/// <summary>Sets up GoalMetrics in a service collection. Not safe for several threads: it is used at start-up.</summary>
public sealed class GoalMetricsBuilder
{
    private readonly SourceRegistration _source;

    internal GoalMetricsBuilder(IServiceCollection services)
    {
        Services = services;
        _source = new(services);
    }

    /// <summary>The service collection.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Sets the calendar of the application, which defaults to that of its source, or to <see cref="ReportingCalendar.Utc"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The source that was set has another calendar.</exception>
    public GoalMetricsBuilder UseCalendar(ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (_source.Instance is { } source)
        {
            CheckCalendar(calendar, source);
        }

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
    /// <exception cref="InvalidOperationException">A source was set, which the table would not be part of.</exception>
    public GoalMetricsBuilder AddTable(InMemoryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (_source.IsStated)
        {
            throw OneSource();
        }

        return AddOnce(table);
    }

    /// <summary>
    /// Sets the source of facts, made by the container: a database, or tables loaded at start-up. Its calendar must be the application's.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Tables were added, which make up a source of their own, or another source was set.
    /// </exception>
    public GoalMetricsBuilder UseSource(Func<IServiceProvider, IMetricSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return UseSource(ServiceDescriptor.Singleton(provider =>
        {
            var made = source(provider);
            CheckCalendar(provider.GetRequiredService<ReportingCalendar>(), made);
            return made;
        }));
    }

    /// <summary>
    /// Sets the source of facts, which the caller disposes of. Its calendar becomes the application's, unless that was set already.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Tables were added, which make up a source of their own, another source was set, or the calendar that was set is another.
    /// </exception>
    public GoalMetricsBuilder UseSource(IMetricSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (ReferenceEquals(source, _source.Instance))
        {
            return this;
        }

        if (Calendar is { } calendar)
        {
            CheckCalendar(calendar, source);
        }

        UseSource(ServiceDescriptor.Singleton(source));
        Services.Replace(ServiceDescriptor.Singleton(source.Calendar));
        return this;
    }

    /// <summary>
    /// Hands the source out only within a scope that is decided anew in each scope of the container, such as the tenant of a web request:
    /// <c>Within(provider => Filter.Equal("tenant", provider.GetRequiredService&lt;Tenant&gt;().Id))</c>. <see cref="IMetricSource"/> and
    /// <see cref="InMemorySource"/> are then scoped services, and the source as a whole is not among the services that others can ask for.
    /// Called again, it narrows: all filters hold.
    /// </summary>
    /// <param name="filter">Makes the filter from the services of the scope.</param>
    /// <param name="except">The names of tables that are seen whole, such as exchange rates; none by default.</param>
    /// <seealso cref="ScopeExtensions.Within"/>
    public GoalMetricsBuilder Within(Func<IServiceProvider, Filter> filter, IEnumerable<string>? except = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        _source.Add(new SourceScope(filter, Copies.Of(except ?? [], nameof(except))));
        return this;
    }

    private GoalMetricsBuilder UseSource(ServiceDescriptor source)
    {
        if (Services.Any(service => service.ServiceType == typeof(InMemoryTable)))
        {
            throw OneSource();
        }

        if (_source.IsStated)
        {
            throw new InvalidOperationException(
                "The application has a source already. Call UseSource once; to set another, as tests do, remove the first one with"
                + " services.RemoveAll<IMetricSource>(), or use a ReplaceableSource where only the data change.");
        }

        _source.Set(source);
        return this;
    }

    // Null where none was stated: the default is registered otherwise.
    private ReportingCalendar? Calendar =>
        Services.LastOrDefault(service => service.ServiceType == typeof(ReportingCalendar))?.ImplementationInstance as ReportingCalendar;

    private static void CheckCalendar(ReportingCalendar calendar, IMetricSource source)
    {
        if (calendar != source.Calendar)
        {
            throw new InvalidOperationException(
                $"The application's calendar is {calendar}, but that of its source is {source.Calendar}."
                + " Make the source with the calendar that is given to UseCalendar.");
        }
    }

    private static InvalidOperationException OneSource() => new(
        "The application would have two sources: the tables of AddTable, and that of UseSource. Call one of the two, or make a source over"
        + " all tables and give it to UseSource.");

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
