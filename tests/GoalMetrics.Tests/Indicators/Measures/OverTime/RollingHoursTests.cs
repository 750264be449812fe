using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.OverTime;

/// <summary>Hours are elapsed time, also where clocks show an hour twice: 27 October 2024 has 25 hours in Copenhagen.</summary>
public sealed class RollingHoursTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    // One fact in each hour.
    private static readonly FactTable Events = FactTable.From("events", Enumerable.Range(0, 120))
        .At(hour => Instant.FromUtc(2024, 10, 25, 0, 30) + Duration.FromHours(hour))
        .Build();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(24)]
    public void Rolling_HoursThatEndWhereClocksGoBack_HoldsAsManyFacts(int hours)
    {
        var rolling = Metric.Count("n", Events).Rolling(hours, Grain.Hour);
        var table = new InMemorySource(Calendar, Events).Query(Query.For(rolling)
            .During(Calendar.Day(new(2024, 10, 27)))
            .By(Grain.Hour));

        table.Rows.Should().HaveCount(25).And.OnlyContain(row => row[rolling].Amount == hours);
        table.Rows.Should().OnlyContain(row => row.IsFullyCovered);
    }
}
