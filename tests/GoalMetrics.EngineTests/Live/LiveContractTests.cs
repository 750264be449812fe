using EngineTests.Contract;

namespace EngineTests.Live;

public sealed class LiveContractTests : EngineContract
{
    protected override IEngineUnderTest Engine { get; } = new LiveEngine();
}
