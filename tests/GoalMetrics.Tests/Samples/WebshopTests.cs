namespace GoalMetrics.Tests.Samples;

/// <summary>Figures counted from the data file with other tools; pace, landing and required rate by hand from them.</summary>
public sealed class WebshopTests
{
    [Fact]
    public async Task Run_TheShopOnTheTenthOfNovember_ShowsWhereTheQuarterStands()
    {
        var page = string.Join('\n', await Sample.LinesOf("Webshop"));

        foreach (var pattern in new[]
        {
            @"Specific +met",
            @"Baseline \(2011-Q3\) +£2,525,887\.68",
            @"Target +£3,031,065\.216",
            @"Accumulated +£1,609,217\.60 +53\.09% of the target",
            @"Expected by now +43\.48% +40 of 92 days",
            @"Pace +1\.221",
            @"Lands at +£3,701,200\.48",
            @"A day must bring +£27,343\.22 per day +for the 52 days left",
            @"Average order value +2011-11 +£581\.61 per order +£626\.88 per order .*2011-10 +£566\.17 per order",
            @"2011-Q3 +Closed +£540\.64 per order",
            @"2011-Q4 +so far +£570\.44 per order",
            @"2011-09 .* 15\.35% ",
            @"2011-10 .* 15\.07% ",
            @"'customers' was asked for by month, but was counted for each day and market",
        })
        {
            page.Should().MatchRegex(pattern);
        }
    }
}
