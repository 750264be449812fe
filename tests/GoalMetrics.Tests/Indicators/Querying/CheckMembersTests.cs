using GoalMetrics.Sources;

namespace GoalMetrics.Tests.Indicators.Querying;

// The spelling of members that filters name, checked on demand.
public class CheckMembersTests
{
    private static readonly FactTable Sales = FactTable.From("sales", new[] { "email", "search" })
        .AllAt(new NodaTime.LocalDate(2026, 10, 1)).Dimension("channel", channel => channel).Build();

    private static readonly Metric Orders = Metric.Count("orders", Sales, "order");
    private static readonly Query Misspelt = Query.For(Orders).Where(Filter.Equal("channel", "emial"));

    [Fact]
    public async Task CheckMembersAsync_MembersAreNotCheap_FindsWhatTheQueryDoesNotLookFor()
    {
        var source = new ProbedSource(new InMemorySource(ReportingCalendar.Utc, Sales)) { Capabilities = SourceCapabilities.Default };

        (await source.QueryAsync(Misspelt)).Findings.Should().BeEmpty();
        (await source.CheckMembersAsync(Misspelt)).Should().ContainSingle().Which.Message().Should().Be(
            "No fact of table 'sales' has 'emial' in 'channel', which a filter of 'orders' names. The nearest: email.");
    }

    [Fact]
    public async Task CheckMembersAsync_AllOccur_FindsNothing()
    {
        var source = new InMemorySource(ReportingCalendar.Utc, Sales);

        (await source.CheckMembersAsync(Query.For(Orders).Where(Filter.Equal("channel", "email")))).Should().BeEmpty();
    }
}
