using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

/// <summary>Facts that lie in a stated gap count nowhere: nothing in an answer or a description shows that they are there.</summary>
public sealed class FactsInGapsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate January = new(2026, 1, 1);

    [Fact] // Ann visits on the 1st, and orders on the 5th, of which nothing is known.
    public void Converted_ByAFactInAGap_IsNotCounted() =>
        Converted(visits: Events("visits", (1, "ann")), orders: Events("orders", gap: (4, 6), (5, "ann"))).Should().Be(0m);

    [Fact] // Ann visits on the 1st and the 5th, and orders on the 7th: as far as is known, her visit of the 1st was the last one before.
    public void Converted_AfterABaseEventInAGap_CreditsTheOneBefore() =>
        Converted(visits: Events("visits", gap: (4, 6), (1, "ann"), (5, "ann")), orders: Events("orders", (7, "ann"))).Should().Be(1m);

    [Fact]
    public void Describe_FactsInAGapAlone_SaysThatThereAreNone() => Events("visits", gap: (4, 6), (5, "ann")).Describe(Calendar)
        .IsEmpty.Should().BeTrue();

    [Fact]
    public void Query_FactsInAGapAlone_FindsThatThereAreNone()
    {
        var visits = Events("visits", gap: (4, 6), (5, "ann"));

        new InMemorySource(Calendar, visits).Query(Query.For(Metric.Count("n", visits))).Findings.Select(finding => finding.Message())
            .Should().Contain("Table 'visits' has no facts.");
    }

    [Fact]
    public void Describe_FirstAndLastFactInGaps_NamesThoseThatCount()
    {
        var described = Events("visits", gap: (4, 6), (5, "ann"), (9, "ann"), (8, "bob"), (6, "cid")).Describe(Calendar);

        described.EarliestFact.Should().Be(Calendar.StartOfDay(new(2026, 1, 8)));
        described.LatestFact.Should().Be(Calendar.StartOfDay(new(2026, 1, 9)));
    }

    [Fact]
    public void Describe_ValueMissingInAGap_IsNotUnknown() =>
        Amounts((1, 10m), (5, null)).Describe(Calendar).UnknownValues.Should().BeEmpty();

    [Fact]
    public void Describe_ValuesMissingInAGapToo_CountsTheOthers() =>
        Amounts((1, null), (2, null), (5, null)).Describe(Calendar).UnknownValues.Should().Equal(
            new Dictionary<string, long?> { ["amount"] = 2 });

    [Fact]
    public void Describe_NegativeInAGap_IsNone() =>
        Amounts((1, 10m), (5, -1m)).Describe(Calendar).HasNegatives!("amount").Should().BeFalse();

    [Fact]
    public void Describe_NegativeBesideAGap_IsOne() =>
        Amounts((1, -1m), (5, 10m)).Describe(Calendar).HasNegatives!("amount").Should().BeTrue();

    [Fact] // Newest first, as it seems, with two values on the 5th.
    public void Describe_OrderInDoubtInAGap_IsNoMatter() => Amounts((9, 1m), (5, 2m), (5, 3m), (1, 4m)).Describe(Calendar)
        .OrderInDoubt!(new Aggregate.Last("amount")).Should().BeNull();

    [Fact]
    public void Describe_OrderInDoubtBesideAGap_NamesTheTime() => Amounts((9, 1m), (5, 2m), (3, 3m), (3, 4m)).Describe(Calendar)
        .OrderInDoubt!(new Aggregate.Last("amount")).Should().Be(Calendar.StartOfDay(new(2026, 1, 3)));

    [Fact] // The same dates are other instants, and lie in the same gap.
    public void Describe_AnotherCalendar_HasGapsOfItsOwn()
    {
        var table = Events("visits", gap: (4, 6), (1, "ann"), (5, "bob"));
        table.Describe(Calendar);

        var described = table.Describe(ReportingCalendar.Utc);

        described.Gaps.Should().Equal(new Interval(Instant.FromUtc(2026, 1, 4, 0, 0), Instant.FromUtc(2026, 1, 7, 0, 0)));
        described.LatestFact.Should().Be(Instant.FromUtc(2026, 1, 1, 0, 0));
    }

    private static decimal? Converted(FactTable visits, FactTable orders)
    {
        var converted = Conversions.Of(visits, orders, "customer", Duration.FromDays(10)).Converted("converted");
        return new InMemorySource(Calendar, visits, orders).Query(Query.For(converted).AsOf(Calendar.StartOfDay(new(2026, 2, 1))))
            .Total[converted].Amount;
    }

    private static FactTable Events(string name, params (int Day, string Customer)[] facts) => Facts(name, facts)
        .Covering(January, new(2026, 2, 1)).Build();

    private static FactTable Events(string name, (int First, int Last) gap, params (int Day, string Customer)[] facts) => Facts(name, facts)
        .Covering(January, new(2026, 2, 1), except: [new(new(2026, 1, gap.First), new(2026, 1, gap.Last))]).Build();

    private static FactTableBuilder<(int Day, string Customer)> Facts(string name, (int Day, string Customer)[] facts) =>
        FactTable.From(name, facts).At(fact => new LocalDate(2026, 1, fact.Day)).Dimension("customer", fact => fact.Customer);

    // Of January, but for the 4th to the 6th.
    private static FactTable Amounts(params (int Day, decimal? Amount)[] facts) => FactTable.From("amounts", facts)
        .At(fact => new LocalDate(2026, 1, fact.Day)).Value("amount", fact => fact.Amount, Unit.Money("DKK"))
        .Covering(January, new(2026, 2, 1), except: [new(new(2026, 1, 4), new(2026, 1, 6))]).Build();
}
