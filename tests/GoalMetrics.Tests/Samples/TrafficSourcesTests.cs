namespace GoalMetrics.Tests.Samples;

/// <summary>Figures counted from the data file with another tool.</summary>
public sealed class TrafficSourcesTests
{
    [Fact]
    public async Task Run_ShopData_ShowsConversionBySource()
    {
        var lines = await Sample.LinesOf("TrafficSources");

        lines.Should().ContainInOrder(
            "source              sessions  of traffic  purchases  conversion",
            "source 2               3,913      31.74%        847      21.65%",
            "source 1               2,451      19.88%        262      10.69%",
            "source 3               2,052      16.64%        180       8.77%",
            "source 13                738       5.99%         43       5.83%",
            "source 16                  3       0.02%          1      33.33%",
            "total                 12,330     100.00%      1,908      15.47%",
            "visitor             sessions  of traffic  purchases  conversion",
            "Returning_Visitor     10,551      85.57%      1,470      13.93%",
            "New_Visitor            1,694      13.74%        422      24.91%",
            "Other                     85       0.69%         16      18.82%",
            "total                 12,330     100.00%      1,908      15.47%",
            "Of the 11 sources with 1% or more of the sessions, source 8 converts best (27.70%) and source 13 worst (5.83%).",
            "Most purchases come from source 2: 44% of them, from 32% of the sessions.");
    }
}
