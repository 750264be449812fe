namespace GoalMetrics;

// Which facts are seen of the application's source, decided anew in each scope of the container.
internal sealed class SourceScope(Func<IServiceProvider, Filter> filter, IReadOnlyList<string> except)
{
    public IMetricSource Of(IMetricSource source, IServiceProvider provider)
    {
        var within = filter(provider) ?? throw new InvalidOperationException(
            "The scope of the application's source has no filter here. Within(provider => …) must return one, such as"
            + " Filter.Equal(\"tenant\", …); where there is no tenant, throw.");
        return source.Within(within, except);
    }
}
