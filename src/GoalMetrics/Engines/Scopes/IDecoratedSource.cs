namespace GoalMetrics;

// A source of the library's own that stands before an engine.
internal interface IDecoratedSource
{
    IMetricSource Decorated { get; }

    // The name of the engine, which is what messages and traces are about.
    static string NameOf(IMetricSource source)
    {
        while (source is IDecoratedSource decorated)
        {
            source = decorated.Decorated;
        }

        return source.GetType().Name;
    }
}
