using EngineTests.Contract;
using EngineTests.Live;

namespace EngineTests.Scopes;

public sealed class ScopedLiveContractTests : EngineContract
{
    protected override IEngineUnderTest Engine { get; } = new ScopedEngine(new LiveEngine(), areOthersEarlierAndLater: true);
}
