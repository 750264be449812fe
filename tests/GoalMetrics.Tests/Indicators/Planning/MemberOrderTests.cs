using NodaTime;

namespace GoalMetrics.Tests.Indicators.Planning;

// The order of members in results.
public class MemberOrderTests
{
    private static readonly LocalDate Day = new(2026, 10, 1);

    private static readonly FactTable Sales = FactTable.From<(string? Plan, long? Customer)>(
        "sales", [("pro", 10), ("free", 9), (null, null), ("enterprise", -2), ("basic", 100), ("trial", 9)])
        .AllAt(Day)
        .Dimension("plan", fact => fact.Plan)
        .Dimension("customer", fact => fact.Customer)
        .MembersInOrder("plan", "free", "basic", "pro")
        .Build();

    private static readonly Metric Orders = Metric.Count("orders", Sales, "order");
    private static readonly InMemorySource Source = new(ReportingCalendar.Utc, Sales);

    [Fact]
    public void Rows_DimensionStatesAnOrder_ListedMembersFirstAndNullLast() =>
        Members(Query.For(Orders).By("plan")).Should().Equal("free", "basic", "pro", "enterprise", "trial", null);

    [Fact]
    public void Rows_DimensionOfWholeNumbers_BySize() =>
        Members(Query.For(Orders).By("customer")).Should().Equal("-2", "9", "10", "100", null);

    [Fact]
    public void Rows_TwoDimensions_EachInItsOwnOrder() =>
        Source.Query(Query.For(Orders).By("customer", "plan")).Where(row => row["customer"] == "9").Select(row => row["plan"])
            .Should().Equal("free", "trial");

    [Fact] // All have one order; among equal ones the first by name are kept, and are listed in the dimension's order.
    public void Top_EqualMembers_FirstByNameAreKept() =>
        Members(Query.For(Orders).By("plan").Top(2, "plan", by: Orders)).Should().Equal("basic", "enterprise", "other");

    [Fact] // Numbers in one table and texts in the other: all are ordered as texts.
    public void Rows_TablesThatDiffer_AsTexts()
    {
        var visits = FactTable.From("visits", new[] { "10", "9" }).AllAt(Day).Dimension("customer", member => member).Build();
        var seen = Metric.Count("visits", visits, "visit");

        new InMemorySource(ReportingCalendar.Utc, Sales, visits).Query(Query.For(Orders, seen).By("customer"))
            .Select(row => row["customer"]).Should().Equal("-2", "10", "100", "9", null);
    }

    [Fact]
    public void MembersInOrder_UnknownDimension_NamesTheNearest() =>
        FluentActions.Invoking(() => Sales.Schema.MembersInOrder("plam", "free"))
            .Should().Throw<ArgumentException>()
            .WithMessage("Table 'sales' has no dimension 'plam'; it has plan, customer. Did you mean 'plan'?*");

    [Fact]
    public void InOrder_MemberTwice_IsRefused() =>
        FluentActions.Invoking(() => new FactDimension("plan").InOrder("free", "pro", "free"))
            .Should().Throw<ArgumentException>()
            .WithMessage("The order of 'plan' lists 'free' twice; expected each member once.*");

    [Fact]
    public void Schema_OfATable_SaysWhatMembersAre() =>
        Sales.Schema.Dimensions.Should().Equal(
            new FactDimension("plan").InOrder("free", "basic", "pro"), new FactDimension("customer", MemberKind.WholeNumber));

    private static IEnumerable<string?> Members(Query query) => Source.Query(query).Select(row => row.Members[0]);
}
