using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

// A live table against a loaded one with the same facts: the same answers, to the last bit, whichever way the facts came in. More cases
// with GOALMETRICS_CASES=100000.
public class LiveAgreesTests
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), out var cases) ? cases : 300;
    private static readonly TableSchema Schema = TableSchema.Named("t", FactTime.Instant)
        .Dimension("a").Dimension("b").Dimension("c").Value("v", Unit.Money("DKK")).Balance("held", Unit.Money("DKK"))
        .Value("n", Unit.Count("order"));

    private static readonly Metric[] Metrics =
    [
        Metric.Count("count", Schema, "visit"), Metric.CountDistinct("distinct", Schema, "c"),
        Metric.CountDistinct("distinct-a", Schema, "a"),
        Metric.Sum("sum", Schema, "v"), Metric.Sum("orders", Schema, "n"), Metric.Average("average", Schema, "v"),
        Metric.Min("min", Schema, "v"), Metric.Max("max", Schema, "v"),
        Metric.First("first", Schema, "v"), Metric.Last("last", Schema, "v"), Metric.Median("median", Schema, "v"),
        Metric.PercentileNearestRank("rank", Schema, "v", 0.25m),
        Metric.PercentileExclusive("exclusive", Schema, "v", 0.25m),
        Metric.ApproximateCountDistinct("nearly", Schema, "c"), Metric.ApproximateCountDistinct("nearly-a", Schema, "a"),
        Metric.ApproximatePercentile("p90", Schema, "v", 0.9m),
        Metric.Balance("balance", Schema, "held"), Metric.Balance("opening", Schema, "held", BalanceValue.First, "c"),
        Metric.Balance("mean", Schema, "held", BalanceValue.Average, "c"),
        Metric.Sum("sum-of-dk", Schema, "v").Where(Filter.Equal("a", "DK")),
        Metric.Sum("large", Schema, "v").Where(Filter.Compare("v", Comparison.Greater, 1m)),
        Metric.Count("both", Schema).Where(Filter.Equal("b", null) & Filter.Compare("n", Comparison.GreaterOrEqual, 1m)),
        Metric.Count("of-c", Schema).Where(Filter.In("c", "x", "z")),
    ];

    private static readonly Gen<string?> AnyMember = Gen.OneOfConst("UK", "DK", "", null);

    // Values of all sizes, so that columns change their scale and become decimals on the way.
    private static readonly Gen<decimal?> AnyValue = Gen.Frequency(
        (1, Gen.Const((decimal?)null)),
        (6, Gen.Int[-300, 300].Select(cents => (decimal?)cents / 100m)),
        (2, Gen.Int[0, 3].Select(whole => (decimal?)whole)),
        (1, Gen.OneOfConst<decimal?>(1.50m, 1.500m, 0.0000000000000000000000000001m, 79228162514264337593543950335m, -9223372036854775808m,
            4611686018427387904m)));

    private static readonly Gen<Fact[]> AnyFacts = Gen.Select(
        Gen.Int[0, 40 * 48], AnyMember, AnyMember, Gen.OneOfConst("x", "y", "z", null), AnyValue, AnyValue, Gen.Int[0, 3],
        (at, a, b, c, v, held, n) => new Fact(Instant.FromUtc(2018, 10, 1, 0, 0) + Duration.FromMinutes(30 * at), [a, b, c],
            [v, held, n])).Array[0, 60];

    // Sums of some are too large, or have more digits than find room, and sums of more are not.
    private static readonly Gen<Fact[]> LargeFacts = Gen.Select(
        Gen.Int[0, 40 * 48], AnyMember, Gen.OneOfConst<decimal?>(
            5m, -5m, decimal.MaxValue, decimal.MinValue, 70000000000000000000000000000m, -70000000000000000000000000000m, 4.5m,
            3.5000000000000000000000000004m, -4m, 0.04m, -7000000000000000000000000000.4m),
        (at, a, v) => new Fact(Instant.FromUtc(2018, 10, 1, 0, 0) + Duration.FromMinutes(30 * at), [a, null, null],
            [v, null, null])).Array[0, 12];

    private static readonly Gen<Query> AnyQuery =
        from grain in Gen.OneOfConst<Grain?>(null, Grain.Day, Grain.Week, Grain.Month)
        from dimensions in Gen.OneOfConst<string[]>([], ["a"], ["b", "a"])
        from filter in Gen.OneOfConst(null, Filter.Equal("a", "DK"), !Filter.In("b", "UK", null) | Filter.Equal("a", null))
        select Shape(grain, dimensions, filter);

    [Fact]
    public void Query_AnyFacts_AnswersAsALoadedTable() => Gen.Select(Calendars(), AnyFacts, AnyQuery).Sample(
        (calendar, facts, query) =>
        {
            var live = Empty(calendar);
            Array.ForEach(facts, fact => live.Add(fact.Time, fact.Members, fact.Values));
            Same(calendar, Loaded(facts), live, query);
        },
        iter: Cases);

    [Fact] // Windows that cut a period with facts on both sides of the cut are undefined in a table that keeps the period, and left out.
    public void Query_LargeFacts_AnswersAsALoadedTable() =>
        Gen.Select(Calendars(), LargeFacts, AnyQuery, Gen.OneOfConst(Grain.Day, Grain.Week, Grain.Month)).Sample(
        (calendar, facts, query, kept) =>
        {
            var live = LiveTable.Of(Schema, calendar).By(kept, "a", "b").Keeping(Metrics).Build();
            Array.ForEach(facts, fact => live.Add(fact.Time, fact.Members, fact.Values));
            var (expected, found) = (new InMemorySource(calendar, Loaded(facts)).Query(query),
                new InMemorySource(calendar, live).Query(query));
            var rows = Rows(found).ToLookup(Key);
            foreach (var row in Rows(expected))
            {
                var other = rows[Key(row)].First();
                foreach (var metric in Metrics.Where(metric => kept == Grain.Day
                    || other[metric].Reason != UndefinedReason.InsufficientData))
                {
                    Text(other[metric]).Should().Be(Text(row[metric]), "of {0} {1}", Key(row), metric);
                }
            }
        },
        iter: Cases);

    [Fact]
    public void Merge_PartsOfTheFacts_AnswersAsALoadedTable() => Gen.Select(Calendars(), AnyFacts, AnyQuery, Gen.Int[0, 60]).Sample(
        (calendar, facts, query, cut) =>
        {
            LiveTable first = Empty(calendar), second = Empty(calendar);
            foreach (var (fact, i) in facts.Select((fact, i) => (fact, i)))
            {
                (i < cut ? first : second).Add(fact.Time, fact.Members, fact.Values);
            }

            first.Merge(second);
            Same(calendar, Loaded(facts), first, query);
        },
        iter: Cases);

    [Fact]
    public void Load_WhatWasSaved_AnswersAsALoadedTable() => Gen.Select(Calendars(), AnyFacts, AnyQuery, Gen.Int[0, 60]).Sample(
        (calendar, facts, query, cut) =>
        {
            LiveTable before = Empty(calendar), after = Empty(calendar);
            Array.ForEach(facts[..Math.Min(cut, facts.Length)], fact => before.Add(fact.Time, fact.Members, fact.Values));
            after.Load(new MemoryStream(Saved(before)));
            Saved(after).Should().Equal(Saved(before));
            Array.ForEach(facts[Math.Min(cut, facts.Length)..], fact => after.Add(fact.Time, fact.Members, fact.Values));
            Same(calendar, Loaded(facts), after, query);
        },
        iter: Cases);

    [Fact]
    public void Save_SameFactsInAnyOrder_SameBytes() => AnyFacts.Sample(
        facts =>
        {
            // What the order of facts decides is left out.
            var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
            LiveTable forth = Unordered(calendar), back = Unordered(calendar);
            Array.ForEach(facts, fact => forth.Add(fact.Time, fact.Members, fact.Values));
            Array.ForEach([.. Enumerable.Reverse(facts)], fact => back.Add(fact.Time, fact.Members, fact.Values));
            Saved(back).Should().Equal(Saved(forth));
        },
        iter: Cases);

    private static LiveTable Unordered(ReportingCalendar calendar) => LiveTable.Of(Schema, calendar).By(Grain.Day, "a", "b")
        .Keeping([.. Metrics.Where(metric => metric.Id is not ("first" or "last" or "balance" or "opening" or "mean"))]).Build();

    private static Gen<ReportingCalendar> Calendars() =>
        Gen.OneOfConst("Europe/Copenhagen", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC").Select(zone => ReportingCalendar.Iso(zone));

    private static LiveTable Empty(ReportingCalendar calendar) =>
        LiveTable.Of(Schema, calendar).By(Grain.Day, "a", "b").Keeping(Metrics).Build();

    private static FactTable Loaded(Fact[] facts) => FactTable.From("t", facts)
        .At(fact => (Instant?)fact.Time)
        .Dimension("a", fact => fact.Members[0]).Dimension("b", fact => fact.Members[1]).Dimension("c", fact => fact.Members[2])
        .Value("v", fact => fact.Values[0], Unit.Money("DKK")).Balance("held", fact => fact.Values[1], Unit.Money("DKK"))
        .Value("n", fact => fact.Values[2], Unit.Count("order"))
        .Build();

    private static Query Shape(Grain? grain, string[] dimensions, Filter? filter)
    {
        var query = Query.For(Metrics).Between(new LocalDate(2018, 9, 20), new LocalDate(2018, 11, 20)).WithDataQuality();
        query = grain is { } by ? query.By(by) : query;
        query = dimensions.Length > 0 ? query.By(dimensions) : query;
        return filter is null ? query : query.Where(filter);
    }

    private static byte[] Saved(LiveTable table)
    {
        var stream = new MemoryStream();
        table.Save(stream);
        return stream.ToArray();
    }

    private static void Same(ReportingCalendar calendar, FactTable loaded, LiveTable live, Query query)
    {
        var (expected, found) = (new InMemorySource(calendar, loaded).Query(query), new InMemorySource(calendar, live).Query(query));
        Lines(found).Should().Equal(Lines(expected));
    }

    // With the bits of every amount, so that 1.5 and 1.50 are told apart.
    private static IEnumerable<string> Lines(MetricTable table) =>
        Rows(table).SelectMany(row => Metrics.Select(metric => $"{Key(row)} {metric.Id} {Text(row[metric])}"))
            .Concat(Metrics.Select(metric =>
                string.Join(" ", table.QualityOf(metric).Select(quality => $"{quality} {quality.Coverage} {quality.LatestFact}"))));

    private static string Key(MetricRow row) =>
        $"{row.Period} {row.Members.Count}: {string.Join('|', row.Members.Select(member => member ?? "null"))}";

    private static IEnumerable<MetricRow> Rows(MetricTable table) =>
        table.Rows.Concat(table.Rows.Select(row => row.Period).Distinct().Select(table.TotalOf))
            .Concat(table.Rows.Where(row => row.Members.Count == 1).Select(row => row.Members[0]).Distinct()
                .Select(member => table.MemberTotal(member))).Append(table.Total);

    private static string Text(Quantity quantity) =>
        quantity.AmountOrNull is { } amount ? string.Join(',', decimal.GetBits(amount)) + quantity.Unit
            : quantity.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Fact(Instant Time, string?[] Members, decimal?[] Values);
}
