using EngineTests.Contract;

namespace EngineTests.DuckDb;

public sealed class DuckDbContractTests : EngineContract
{
    protected override IEngineUnderTest Engine { get; } = new DuckDbEngine();
}
