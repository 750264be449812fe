using EngineTests.Contract;
using EngineTests.InMemory;

namespace EngineTests.Scopes;

// Tables in memory are seen as if no others had facts in them, whatever the coverage.
public sealed class ScopedInMemoryContractTests : EngineContract
{
    protected override IEngineUnderTest Engine { get; } =
        new ScopedEngine(new InMemoryEngine(), areOthersEarlierAndLater: true) { KnowsLatestFact = true };
}
