using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

/// <summary>A balance at the first day of a period is another value than its last one, and is kept as such.</summary>
public sealed class LiveFirstBalanceTests
{
    private static readonly TableSchema Stock = TableSchema.Named("stock", FactTime.Date).Balance("items", Unit.Count("item"));

    private static readonly Metric Items = Metric.Balance("items", Stock, "items");

    [Fact] // 80 on the 1st, 20 on the 31st.
    public void Query_BalanceAtFirst_IsKeptByThatMeasureAlone()
    {
        var opening = Items.AtFirst(Grain.Day);
        var live = LiveTable.Of(Stock, ReportingCalendar.Utc).By(Grain.Month).Keeping(opening).Build();
        live.Add(new LocalDate(2026, 1, 1), [], [80]);
        live.Add(new LocalDate(2026, 1, 31), [], [20]);

        var table = new InMemorySource(ReportingCalendar.Utc, live).Query(Query.For(opening).During(ReportingCalendar.Utc.Month(2026, 1)));

        table.Total[opening].Amount.Should().Be(80);
    }
}
