using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

// Tables of many chunks, in order and not, against sums by hand: numbers of every width, few members and many, so that every way in which
// the engine adds is taken. Run with DOTNET_EnableHWIntrinsic=0 too, the same results are had row by row.
public class LargeTablesTests
{
    private const int Rows = 20_011;

    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 0, 0);

    private static readonly (long Largest, int Scale)[] Sizes =
    [
        (1, 0), (100, 0), (127, 1), (30_000, 2), (2_000_000, 2), (2_147_483_647, 0), (4_000_000_000_000_000_000, 3),
    ];

    public static TheoryData<bool, int, long, int> Cases()
    {
        var cases = new TheoryData<bool, int, long, int>();
        foreach (var isSorted in (bool[])[true, false])
        {
            foreach (var members in (int[])[1, 3, 8, 16, 17, 300])
            {
                foreach (var (largest, scale) in Sizes)
                {
                    cases.Add(isSorted, members, largest, scale);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Query_ManyChunks_IsTheSumByHand(bool isSorted, int members, long largest, int scale)
    {
        var facts = Facts(isSorted, members, largest, scale);
        var table = FactTable.From("t", facts).At(fact => (Instant?)fact.Time).Dimension("member", fact => fact.Member)
            .Dimension("who", fact => (long?)fact.Who).Value("v", fact => fact.Value, Unit.Money("DKK"))
            .Value("flag", fact => fact.Who % 2, Unit.Count()).Build();
        var (count, sum, flags) = (Metric.Count("count", table), Metric.Sum("sum", table, "v"), Metric.Sum("flags", table, "flag"));
        var (who, least, most, mean) = (
            Metric.CountDistinct("who", table, "who"), Metric.Min("least", table, "v"), Metric.Max("most", table, "v"),
            Metric.Average("mean", table, "v"));

        var query = Query.For(count, sum, flags, who, least, most, mean).By(Grain.Week).By("member");
        var groups = facts.GroupBy(fact => (Calendar.WeekOf(Calendar.DateOf(fact.Time)).StartDate, fact.Member))
            .ToDictionary(group => group.Key, group => group.ToList());
        foreach (var source in Sources(table))
        {
            var answer = source.Query(query);
            foreach (var row in answer.Where(row => row[count].Amount > 0m))
            {
                Check(row, groups[(row.Period.Whole.StartDate, row.Members[0]!)]);
            }

            answer.Sum(row => row[count].Amount).Should().Be(Rows);
            Check(answer.Total, facts);
        }

        void Check(MetricRow row, List<Fact> of)
        {
            row[count].Amount.Should().Be(of.Count);
            row[sum].AmountOrNull.Should().Be(of.Exists(fact => fact.Value is not null) ? of.Sum(fact => fact.Value) : null);
            row[flags].Amount.Should().Be(of.Count(fact => fact.Who % 2 == 1));
            row[who].Amount.Should().Be(of.Select(fact => fact.Who).Distinct().Count());
            row[least].AmountOrNull.Should().Be(of.Min(fact => fact.Value));
            row[most].AmountOrNull.Should().Be(of.Max(fact => fact.Value));
            row[mean].IsDefined.Should().Be(of.Exists(fact => fact.Value is not null));
            ((row[mean].AmountOrNull ?? 0m) - (of.Average(fact => fact.Value) ?? 0m)).Should().BeInRange(-1e-6m, 1e-6m);
        }
    }

    [Fact] // So many members in so many cells that they are collected and sorted on the way.
    public void CountDistinct_ManyMembersInManyCells_IsTheCountByHand()
    {
        var random = new Random(5);
        List<(LocalDate Day, int Channel, int Who)> facts =
            [
                .. Enumerable.Range(0, 430_000)
                    .Select(_ => (new LocalDate(2025, 1, 1).PlusDays(random.Next(760)), random.Next(8), random.Next(64_000))),
            ];
        var table = FactTable.From("t", facts).At(fact => fact.Day).Dimension("channel", fact => (long)fact.Channel)
            .Dimension("who", fact => (long)fact.Who).Build();
        var who = Metric.CountDistinct("who", table, "who");

        var byMonth = facts.GroupBy(fact => (fact.Day.Year, fact.Day.Month, $"{fact.Channel}"))
            .ToDictionary(group => group.Key, group => group.Select(fact => fact.Who).Distinct().Count());
        foreach (var source in Sources(table))
        {
            var answer = source.Query(Query.For(who).By(Grain.Month).By("channel"));

            answer.Should().HaveCount(byMonth.Count).And.OnlyContain(
                row => row[who].Amount == byMonth[new(row.Period.StartDate.Year, row.Period.StartDate.Month, row.Members[0]!)]);
            answer.Total[who].Amount.Should().Be(facts.Select(fact => fact.Who).Distinct().Count());
            answer.MemberTotal("3")[who].Amount
                .Should().Be(facts.Where(fact => fact.Channel == 3).Select(fact => fact.Who).Distinct().Count());
        }
    }

    // By one thread, and by several.
    private static InMemorySource[] Sources(FactTable table) => [new(Calendar, table), new(Calendar, table) { Shares = 3 }];

    private static List<Fact> Facts(bool isSorted, int members, long largest, int scale)
    {
        var random = new Random(members * 31 + scale);
        return
        [
            .. Enumerable.Range(0, Rows).Select(row => new Fact(
                Start + Duration.FromMinutes(isSorted ? row * 10 : random.Next(Rows) * 10),
                $"m{random.Next(members)}",
                random.Next(3_000),
                random.Next(50) == 0 ? null : random.NextInt64(-largest, largest) / Power(scale))),
        ];
    }

    private static decimal Power(int scale) => scale switch { 0 => 1m, 1 => 10m, 2 => 100m, _ => 1_000m };

    private sealed record Fact(Instant Time, string Member, int Who, decimal? Value);
}
