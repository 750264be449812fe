namespace GoalMetrics.Tests.Samples;

/// <summary>What the page about F# says beside its code.</summary>
public sealed class FSharpTests
{
    [Fact]
    public async Task Run_TwoDays_ShowsWhatThePageSays()
    {
        var lines = await Sample.LinesOf("FSharp");

        lines.Should().ContainInOrder(
            "DK: 3 %, DKK 12,150.00", "SE: 2 %, DKK 3,600.00", "DKK 450.00 True", "no visitors", "35", "63 %", "DKK 15,750.00");
    }
}
