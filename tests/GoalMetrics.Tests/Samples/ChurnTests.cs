namespace GoalMetrics.Tests.Samples;

/// <summary>Figures counted from the data file with another tool.</summary>
public sealed class ChurnTests
{
    [Fact]
    public async Task Run_TelephoneCustomers_ShowsWhoLeaves()
    {
        var lines = await Sample.LinesOf("Churn");

        lines.Should().ContainInOrder(
            "Churn rate          26.54%  1,869 of 7,043 customers",
            "Retention rate      73.46%  5,174 of 7,043 customers",
            "Revenue churn       30.50%  $139,130.85 of $456,116.60 a month",
            "Average revenue      64.76  USD per customer a month",
            "Data quality            11  of 7,043 customers without a total charge",
            "contract          customers     lost     churn    revenue/month  revenue churn  per customer",
            "Month-to-month        3,875    1,655    42.71%      $257,294.15         46.97%         66.40",
            "One year              1,473      166    11.27%       $95,816.60         14.73%         65.05",
            "Two year              1,695       48     2.83%      $103,005.85          4.04%         60.77",
            "total                 7,043    1,869    26.54%      $456,116.60         30.50%         64.76",
            "Fiber optic           3,096    1,297    41.89%      $283,284.40         40.35%         91.50",
            "DSL                   2,421      459    18.96%      $140,665.35         16.02%         58.10",
            "No                    1,526      113     7.40%       $32,166.85          7.16%         21.08",
            "Customers with the contract \"Month-to-month\" leave most (42.71%), those with \"Two year\" least (2.83%).",
            "Those who left paid $74.44 per customer a month; all customers pay $64.76 per customer.");
    }
}
