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

    [Theory] // Clocks go forward and back, by an hour, half an hour and two, at midnight too; the day may start at three.
    [InlineData("America/New_York", "2024-03-10")]
    [InlineData("America/New_York", "2024-11-03")]
    [InlineData("Australia/Lord_Howe", "2024-04-07")]
    [InlineData("Australia/Lord_Howe", "2024-10-06")]
    [InlineData("Antarctica/Troll", "2024-10-27")]
    [InlineData("America/Havana", "2024-11-03")]
    [InlineData("Asia/Beirut", "2024-03-31")]
    public void Rolling_HoursInAnyZone_HoldAsManyQuarters(string zone, string date)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        foreach (var calendar in new[] { ReportingCalendar.Iso(zone), ReportingCalendar.Iso(zone).WithDayStartingAt(3) })
        {
            var first = calendar.StartOfDay(day.PlusDays(-3));
            var quarters = FactTable.From("quarters", Enumerable.Range(0, 4 * 24 * 6))
                .At(i => first + Duration.FromMinutes(15 * i)).Build();
            var count = Metric.Count("n", quarters);
            foreach (var hours in new[] { 1, 2, 24 })
            {
                var rolling = count.Rolling(hours, Grain.Hour);
                var table = new InMemorySource(calendar, quarters).Query(
                    Query.For(count, rolling).Between(day.PlusDays(-1), day.PlusDays(2)).By(Grain.Hour));

                table.Rows.Should().OnlyContain(row => row[rolling].Amount == 4 * hours);
                table.Rows.Should().OnlyContain(row => row[count].Amount == (decimal)row.Period.Length.TotalMinutes / 15m);
            }
        }
    }
}
