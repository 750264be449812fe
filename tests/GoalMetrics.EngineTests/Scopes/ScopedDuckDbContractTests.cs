using EngineTests.Contract;
using EngineTests.DuckDb;

namespace EngineTests.Scopes;

// An engine states what its tables cover, which is the time of all facts here: so the others have none before or after.
public sealed class ScopedDuckDbContractTests : EngineContract
{
    protected override IEngineUnderTest Engine { get; } = new ScopedEngine(new DuckDbEngine(), areOthersEarlierAndLater: false);
}
