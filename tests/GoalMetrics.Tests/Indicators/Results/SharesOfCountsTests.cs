using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Results;

/// <summary>Which measures are shares of counts, and which rows may be compared.</summary>
public sealed class SharesOfCountsTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;
    private static readonly PeriodComparison Before = PeriodComparison.PreviousPeriod;

    // In January A has 30 orders of 600 carts and B 50 of 400; in February A 3 of 60, and B nothing.
    private static readonly FactTable Shop = FactTable
        .From<(LocalDate Day, string Market, int Orders, int Carts)>("shop",
        [
            (new(2027, 1, 10), "A", 30, 600), (new(2027, 1, 10), "B", 50, 400), (new(2027, 2, 10), "A", 3, 60),
        ])
        .At(row => row.Day).Dimension("market", row => row.Market)
        .Value("orders", row => row.Orders, Unit.Count("order")).Value("carts", row => row.Carts, Unit.Count("cart"))
        .Value("revenue", row => row.Orders * 10m, Unit.Money("DKK"))
        .Covering(new(2027, 1, 1), new(2027, 3, 1)).Build();

    private static readonly Metric Orders = Metric.Sum("orders", Shop, "orders");
    private static readonly Metric Carts = Metric.Sum("carts", Shop, "carts");
    private static readonly Metric Revenue = Metric.Sum("revenue", Shop, "revenue");
    private static readonly Measure Rate = Measure.Of("rate", (one, all) => one / all, Orders, Carts);

    public static TheoryData<Measure, long, long> Shares => new()
    {
        // In January, of A.
        { Rate, 30, 600 },
        { Kpi.Of("kpi", Rate).Rolling(2, Grain.Month), 30, 600 },
        { Measure.Of("same-time", (one, all) => one / all, Orders.Rolling(1, Grain.Month), Carts.Rolling(1, Grain.Month)), 30, 600 },

        // What the part leaves of the whole.
        { Measure.Of("abandoned", Marketing.CartAbandonmentRate, Orders, Carts), 570, 600 },
        { Measure.Of("left", (one, all) => 1m - (one / all), Orders, Carts), 570, 600 },

        // 30 of the 80 orders of both, and 600 of 1,000 carts.
        { Orders.ShareOf("market"), 30, 80 },
        { Kpi.Of("share-of-carts", Carts.ShareOf("market")), 600, 1000 },
    };

    [Theory]
    [MemberData(nameof(Shares))]
    public void Interval_OfAShareOfCounts_IsWilsons(Measure measure, long part, long whole)
    {
        var table = Ask(measure);
        table.Row(Utc.Month(2027, 1), "A").Interval(measure).Should().Be(Proportion.Interval(part, whole));
    }

    [Fact] // 57 of 60 in February against 570 of 600 in January: nothing has changed.
    public void Evidence_OfWhatIsLeft_IsThatOfItsCounts()
    {
        var left = Measure.Of("abandoned", Marketing.CartAbandonmentRate, Orders, Carts);
        var evidence = Ask(left).Row(Utc.Month(2027, 2), "A").Evidence(left, Before);

        (evidence.From, evidence.To).Should().Be((Proportion.Interval(570, 600), Proportion.Interval(57, 60)));
        evidence.Difference.Estimate.Should().BeApproximately(0d, 1e-12);
    }

    [Fact] // All 3 orders of February came from A, and 30 of 80 in January.
    public void Evidence_OfAShareOfEachMember_IsThatOfItsCounts()
    {
        var share = Orders.ShareOf("market");
        Ask(share).Row(Utc.Month(2027, 2), "A").Evidence(share, Before).Difference
            .Should().Be(Proportion.Difference(3, 3, 30, 80));
    }

    public static TheoryData<Measure> NoShares => new()
    {
        // The orders of a month are no part of those of the month before, nor seven days of four weeks in the same sense.
        Measure.Of("growth", (one, before) => one / before, Orders, Orders.Previous(Grain.Month)),
        Measure.Of("rest-of-growth", (one, before) => 1m - (one / before), Orders, Orders.Previous(Grain.Month)),
        Measure.Of("unlike", (one, all) => one / all, Orders.Rolling(7, Grain.Day), Carts.ToDate(Grain.Year)),

        // A base event may be credited with several conversions.
        Conversions.Of(Shop, Shop, "market", Duration.FromDays(7)).PerBaseEvent("per-base"),

        // Means, changes and shares of money.
        Measure.Of("mean", (one, all) => one / all, Revenue, Orders),
        Measure.Of("rise", Finance.GrowthRate, Orders, Orders.Previous(Grain.Month)),
        Measure.Of("thousand", (one, all) => one * 1000 / all, Orders, Carts),
        Revenue.ShareOf("market"),
        Orders,
    };

    [Theory]
    [MemberData(nameof(NoShares))]
    public void Interval_OfAnythingElse_IsRefused(Measure measure)
    {
        var row = Ask(measure).Row(Utc.Month(2027, 1), "A");
        var message = $"'{measure.Id}' is not a share of counts, so a single value of it has no interval: it is neither a / b*";
        row.Invoking(it => it.Interval(measure)).Should().Throw<InvalidOperationException>().WithMessage(message);
        row.Invoking(it => it.Evidence(measure, Before)).Should().Throw<InvalidOperationException>().WithMessage(message);
    }

    [Fact] // A's 30 of 600 are among the 80 of 1,000.
    public void EvidenceAgainst_TheTotalThatARowIsPartOf_IsRefused()
    {
        var table = Ask(Rate);
        var (january, year) = (table.TotalOf(Utc.Month(2027, 1)), table.Total);
        var (a, b) = (table.Row(Utc.Month(2027, 1), "A"), table.Row(Utc.Month(2027, 1), "B"));

        Messages.Of<ArgumentException>(() => a.EvidenceAgainst(january, Rate)).Should().StartWith(
            "The rows of 'A' in 2027-01 and of all members in 2027-01 rest on the same facts of 'rate', so no test of two samples says"
            + " anything of them."
            + " Compare with another member or another period, or with the rest: all other members, by a filter of their own.");
        MetricRow[][] refused = [[january, a], [a, year], [january, year], [a, table.MemberTotal("A")], [a, a]];
        foreach (var pair in refused)
        {
            pair[0].Invoking(it => it.EvidenceAgainst(pair[1], Rate)).Should().Throw<ArgumentException>();
        }

        a.EvidenceAgainst(b, Rate).Difference.Should().Be(Proportion.Difference(30, 600, 50, 400));
        a.EvidenceAgainst(table.MemberTotal("B"), Rate).Difference.IsDefined.Should().BeTrue();
        a.EvidenceAgainst(table.TotalOf(Utc.Month(2027, 2)), Rate).Difference.IsDefined.Should().BeTrue();
        a.EvidenceAgainst(Ask(Rate, Filter.Equal("market", "B")).Total, Rate).Difference.IsDefined.Should().BeTrue("it is the rest");
    }

    [Fact] // What A gains of one whole B loses: both rest on all orders of January. Those of February are others.
    public void EvidenceAgainst_AnotherShareOfTheSameWhole_IsRefused()
    {
        var share = Orders.ShareOf("market");
        var table = Ask(share);
        var (a, b) = (table.Row(Utc.Month(2027, 1), "A"), table.Row(Utc.Month(2027, 1), "B"));

        a.Invoking(it => it.EvidenceAgainst(b, share)).Should().Throw<ArgumentException>();
        a.EvidenceAgainst(table.Row(Utc.Month(2027, 2), "A"), share).Difference.IsDefined.Should().BeTrue();
    }

    [Fact]
    public void EvidenceAgainst_TheRestOfATop_IsThatOfTheOthers()
    {
        var source = new InMemorySource(Utc, Shop);
        var rows = source.Query(Query.For(Rate, Carts).By("market").Top(1, "market", by: Carts)).Rows;

        rows[0].EvidenceAgainst(rows[1], Rate).Difference.Should().Be(Proportion.Difference(33, 660, 50, 400));
    }

    private static MetricTable Ask(Measure measure, Filter? filter = null)
    {
        var query = Query.For(measure).By(Grain.Month).By("market").Between(new(2027, 1, 1), new(2027, 3, 1)).ComparedWith(Before);
        return new InMemorySource(Utc, Shop).Query(filter is null ? query : query.Where(filter));
    }
}
