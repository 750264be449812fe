using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>
/// Groupings, shares and weighted averages against the obvious way, in zones whose clocks change oddly. More cases with
/// GOALMETRICS_CASES=100000.
/// </summary>
public sealed class GroupingAgreesTests
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), out var cases) ? cases : 300;

    private static readonly Instant First = Instant.FromUtc(2019, 3, 20, 0, 0);

    private static readonly MemberGrouping<int>[] Numbers = [TimeGrouping.HourOfDay, TimeGrouping.DayOfMonth, TimeGrouping.MonthOfYear];

    private static readonly Gen<Fact> AnyFact =
        from minutes in Gen.Int[0, 300 * 24 * 60]
        from source in Gen.OneOfConst("mail", "web", null)
        from who in Gen.OneOfConst("ann", "bob", "cid", null)
        from value in Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[-40, 40].Select(tenths => (decimal?)tenths / 4m))
        from weight in Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[0, 20].Select(tenths => (decimal?)tenths / 10m))
        select new Fact(First + Duration.FromMinutes(minutes), source, who, value, weight);

    private static readonly Gen<(string Zone, Fact[] Facts, int Part)> AnyCase = Gen.Select(
        Gen.OneOfConst("Europe/Copenhagen", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu", "Antarctica/Troll", "UTC"),
        AnyFact.Array[1, 40],
        Gen.Int[0, 4]);

    [Fact]
    public void Query_ByAnyGrouping_AgreesWithTheObviousWay() => AnyCase.Sample(it => Check(it.Zone, it.Facts, it.Part), iter: Cases);

    private static void Check(string zone, Fact[] facts, int part)
    {
        var calendar = ReportingCalendar.Iso(zone);
        var table = FactTable.From("facts", facts).At(fact => fact.At)
            .Dimension("source", fact => fact.Source).Dimension("who", fact => fact.Who)
            .Value("value", fact => fact.Value, Unit.Score(-100, 100)).Value("weight", fact => fact.Weight, Unit.Money("EUR"))
            .Build();
        var count = Metric.Count("count", table);
        var people = Metric.CountDistinct("people", table, "who");
        var mean = Metric.WeightedAverage("mean", table, "value", "weight");
        var share = people.ShareOf("source");
        var (grouping, memberOf) = Grouped(part, calendar);
        var answer = new InMemorySource(calendar, table).Query(Query.For(count, people, mean, share).By(grouping).By("source"));

        var groups = facts.ToLookup(fact => (Member: memberOf(fact), fact.Source));
        var closed = Closed(part, calendar, facts, memberOf).SelectMany(_ => facts, (member, fact) => (Member: member, fact.Source));
        var keys = groups.Select(group => group.Key).Concat(closed).Distinct().ToList();
        answer.Should().HaveSameCount(keys);
        foreach (var key in keys)
        {
            var (row, group) = (answer.Row(answer.Total.Period, key.Member, key.Source), groups[key].ToList());
            row[count].Amount.Should().Be(group.Count);
            row[people].Amount.Should().Be(People(group));
            Rounded(row[mean].AmountOrNull).Should().Be(Rounded(Mean(group)));
            var all = People(facts.Where(fact => memberOf(fact) == key.Member));
            row[share].AmountOrNull.Should().Be(all == 0 ? null : People(group) / (decimal)all);
        }
    }

    // The members that have a row without facts too: those of the days from the first fact to the last, and the bands between others.
    private static string?[] Closed(int part, ReportingCalendar calendar, Fact[] facts, Func<Fact, string?> memberOf)
    {
        if (part == 4)
        {
            string[] bands = ["<-5", "-5..<0", "0..<2.5", ">=2.5"];
            var places = facts.Select(memberOf).OfType<string>().Select(member => Array.IndexOf(bands, member)).ToList();
            return places.Count == 0 ? [] : bands[places.Min()..(places.Max() + 1)];
        }

        var start = calendar.StartOfDay(facts.Min(fact => fact.At).InZone(calendar.Zone).Date);
        var end = calendar.StartOfDay(facts.Max(fact => fact.At).InZone(calendar.Zone).Date.PlusDays(1));
        var quarters = Enumerable.Range(0, (int)((end - start).TotalMinutes / 15)).Select(quarter => Duration.FromMinutes(15 * quarter));
        return [.. quarters.Select(after => memberOf(new(start + after, null, null, null, null))).Distinct()];
    }

    private static (Grouping Grouping, Func<Fact, string?> MemberOf) Grouped(int part, ReportingCalendar calendar)
    {
        if (part == 4)
        {
            return (Bands.Of("value", -5, 0, 2.5m), fact => fact.Value switch
            {
                null => null,
                < -5m => "<-5",
                < 0m => "-5..<0",
                < 2.5m => "0..<2.5",
                _ => ">=2.5",
            });
        }

        LocalDateTime Local(Fact fact) => fact.At.InZone(calendar.Zone).LocalDateTime;
        return part == 3
            ? (TimeGrouping.Weekday, fact => $"{Local(fact).DayOfWeek}")
            : (Numbers[part], fact => $"{new[] { Local(fact).Hour, Local(fact).Day, Local(fact).Month }[part]}");
    }

    private static int People(IEnumerable<Fact> facts) => facts.Select(fact => fact.Who).OfType<string>().Distinct().Count();

    private static decimal? Mean(IEnumerable<Fact> facts)
    {
        var known = facts.Where(fact => fact is { Value: not null, Weight: not null }).ToList();
        var weight = known.Sum(fact => fact.Weight!.Value);
        return weight == 0m ? null : known.Sum(fact => fact.Value!.Value * fact.Weight!.Value) / weight;
    }

    private static decimal? Rounded(decimal? value) => value is { } known ? Math.Round(known, 24) : null;

    private sealed record Fact(Instant At, string? Source, string? Who, decimal? Value, decimal? Weight);
}
