using EngineTests.Contract;

namespace EngineTests.InMemory;

public sealed class InMemoryContractTests : EngineContract
{
    protected override IEngineUnderTest Engine { get; } = new InMemoryEngine();
}
