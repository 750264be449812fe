namespace EngineTests.Contract;

/// <summary>An engine as the contract sees it: something that loads tables, and then answers.</summary>
public interface IEngineUnderTest
{
    /// <summary>A source with the tables of a case. It is disposed of after the case where it is disposable.</summary>
    IMetricSource Load(EngineCase tables);

    /// <summary>Whether facts are read one by one, where the source has that. Defaults to true.</summary>
    bool KeepsFacts => true;

    /// <summary>Whether the source knows when the latest fact happened. Defaults to true.</summary>
    bool KnowsLatestFact => true;

    /// <summary>
    /// Whether the engine is asked for this, beside what its <see cref="IMetricSource.Capabilities"/> leave out. Defaults to true: an
    /// engine over all facts answers everything.
    /// </summary>
    bool IsAsked(Aggregate aggregate) => true;

    /// <summary>Whether the engine is asked this. Defaults to true.</summary>
    bool IsAsked(EngineCase tables, AggregateRequest request) => true;
}
