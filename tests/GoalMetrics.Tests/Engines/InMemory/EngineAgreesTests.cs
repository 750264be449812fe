using CsCheck;
using GoalMetrics.Sources;
using GoalMetrics.Tests.Indicators.Measures.OverTime;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

// The engine against the obvious way, on tables, filters, grains, dimensions, zones and moments at random. More cases with
// GOALMETRICS_CASES=100000.
public class EngineAgreesTests
{
    // Days around the changes of clocks in Lord Howe (7 October), Copenhagen (28 October) and São Paulo (4 November).
    private static readonly LocalDate First = new(2018, 9, 28);
    private const int Span = 45;
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), out var cases)
        ? cases
        : 1_000;

    // All of them are ahead of midnight or on it when clocks go back: the date on the wall never falls.
    private static readonly Gen<ReportingCalendar> AnyCalendar =
        Gen.Select(
            Gen.OneOfConst(
                "Europe/Copenhagen", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Kathmandu", "Antarctica/Troll",
                "Africa/Casablanca", "Pacific/Chatham", "UTC"),
            Gen.OneOfConst(1, 4, 11),
            OverTimeAgreesTests.AnyWeeks,
            OverTimeAgreesTests.AnyRetail,
            Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 12])),
            (zone, month, weeks, retail, firstHour) => ReportingCalendar.Iso(zone).WithDayStartingAt(firstHour)
                .WithFiscalYearStartingIn(month).WithWeeksStartingOn(weeks.Day, weeks.Least)
                    .WithRetailYear(retail));

    private static readonly Gen<string?> AnyMember = Gen.OneOfConst("UK", "DK", "", null);

    // Half-hours, so that many stand at midnight or at the same time.
    private static readonly Gen<(int HalfHours, string? A, string? B, decimal? V)[]> AnyRows = Gen.Select(
        Gen.Int[0, Span * 48],
        AnyMember,
        AnyMember,
        Gen.Frequency(
            (1, Gen.Const((decimal?)null)),
            (6, Gen.Int[-300, 300].Select(cents => (decimal?)cents / 100m)),
            (2, Gen.Int[0, 3].Select(whole => (decimal?)whole)))).Array[0, 60];

    private static readonly Gen<Filter> AnyFilter = Gen.Recursive<Filter>((depth, inner) => depth > 3
        ? Simple()
        : Gen.Frequency(
            (4, Simple()),
            (1, Gen.Select(inner, inner, (left, right) => left & right)),
            (1, Gen.Select(inner, inner, (left, right) => left | right)),
            (1, inner.Select(filter => !filter))));

    private static readonly Gen<Question> AnyQuestion =
        from grain in Gen.OneOfConst<Grain?>(
            null, Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.FiscalQuarter, Grain.RetailWeek, Grain.RetailPeriod)
        from dimensions in Gen.OneOfConst<string[]>([], ["a"], ["b", "a"])
        from filter in Gen.Frequency((2, Gen.Const((Filter?)null)), (1, AnyFilter.Select(filter => (Filter?)filter)))
        from own in Gen.Frequency((2, Gen.Const((Filter?)null)), (1, AnyFilter.Select(filter => (Filter?)filter)))
        from start in Gen.Int[-5, Span]
        from days in Gen.Int[1, Span]
        from asOf in Gen.Frequency((1, Gen.Const((int?)null)), (2, Gen.Int[-100, (Span + 5) * 48].Select(at => (int?)at)))
        from widened in Gen.Bool
        select new Question(grain, dimensions, filter, own, start, days, asOf, widened);

    [Fact]
    public void Query_Instants_AgreesWithTheObviousWay() => Gen.Select(AnyCalendar, AnyRows, AnyQuestion).Sample(
        (calendar, rows, question) =>
        {
            var from = calendar.StartOfDay(First);
            List<SlowRow> slow =
            [
                .. rows.Select(row => SlowRow.At(from + Duration.FromMinutes(30 * row.HalfHours), calendar, row.A, row.B, row.V)),
            ];
            Check(calendar, slow, FactTable.From("t", slow).At(row => row.Time), question);
        },
        iter: Cases);

    [Fact]
    public void Query_Dates_AgreesWithTheObviousWay() => Gen.Select(AnyCalendar, AnyRows, AnyQuestion).Sample(
        (calendar, rows, question) =>
        {
            List<SlowRow> slow =
            [
                .. rows.Select(row => SlowRow.On(First.PlusDays(row.HalfHours / 48), calendar, row.A, row.B, row.V)),
            ];
            Check(calendar, slow, FactTable.From("t", slow).At(row => row.Date), question);
        },
        iter: Cases);

    [Fact] // Nothing but counts in the engine: what else there is comes from the facts that it reads.
    public void Query_EngineLacksAggregates_AgreesWithTheObviousWay() => Gen.Select(AnyCalendar, AnyRows, AnyQuestion).Sample(
        (calendar, rows, question) =>
        {
            List<SlowRow> slow =
                [.. rows.Select(row => SlowRow.On(First.PlusDays(row.HalfHours / 48), calendar, row.A, row.B, row.V))];
            Check(calendar, slow, FactTable.From("t", slow).At(row => row.Date), question, Counting);
        },
        iter: Cases);

    private static ProbedSource Counting(InMemorySource source) => new(source)
    {
        Capabilities = new() { Aggregates = new HashSet<AggregateKind> { AggregateKind.Count }, ReadsFacts = true },
        Request = request => request.Aggregates.Should().OnlyContain(aggregate => aggregate.Kind == AggregateKind.Count),
    };

    private static void Check(
        ReportingCalendar calendar,
        List<SlowRow> rows,
        FactTableBuilder<SlowRow> builder,
        Question question,
        Func<InMemorySource, IMetricSource>? behind = null)
    {
        var table = builder.Dimension("a", row => row.A).Dimension("b", row => row.B).Value("v", row => row.V, Unit.Money("DKK")).Build();
        Metric[] metrics =
        [
            Metric.Count("count", table, "visit"), Metric.CountDistinct("distinct", table, "a"),
            Metric.Sum("sum", table, "v"), Metric.Average("average", table, "v"),
            Metric.Min("min", table, "v"), Metric.Max("max", table, "v"),
            Metric.First("first", table, "v"), Metric.Last("last", table, "v"),
            Metric.Balance("balance", table, "v"), Metric.Balance("opening", table, "v", BalanceValue.First),
            Metric.Balance("held", table, "v", entity: "b"), Metric.Balance("mean", table, "v", BalanceValue.Average, entity: "b"),
            Metric.Median("median", table, "v"), Metric.Percentile("p90", table, "v", 0.9m),
            Metric.PercentileNearestRank("rank", table, "v", 0.25m), Metric.PercentileExclusive("exclusive", table, "v", 0.3m),
        ];
        if (question.Own is { } own)
        {
            metrics =
            [
                .. metrics, Metric.Count("own-count", table).Where(own), Metric.Sum("own-sum", table, "v").Where(own),
                Metric.Average("own-average", table, "v").Where(own), Metric.Balance("own-held", table, "v", entity: "b").Where(own),
                Metric.Balance("own-mean", table, "v", BalanceValue.Average, entity: "b").Where(own),
            ];
        }

        var (start, end) = (First.PlusDays(question.Start), First.PlusDays(question.Start + question.Days));
        var query = Query.For(metrics).Between(start, end).By(question.Dimensions);
        query = question.Grain is { } grain ? query.By(grain) : query;
        query = question.Filter is null ? query : query.Where(question.Filter);
        query = question.IsWidened ? query.WidenedToWholePeriods() : query;
        Instant? moment = question.AsOf is { } halfHours ? calendar.StartOfDay(First) + Duration.FromMinutes(30 * halfHours) : null;
        query = moment is { } at ? query.AsOf(at) : query;
        var memory = new InMemorySource(calendar, table);
        var answer = behind is null ? memory.Query(query) : behind(memory).QueryAsync(query).AsTask().GetAwaiter().GetResult();

        if (question is { IsWidened: true, Grain: { } wide })
        {
            (start, end) = (calendar.Period(wide, start).StartDate, calendar.Period(wide, end.PlusDays(-1)).EndDate);
        }

        var asOf = moment ?? calendar.StartOfDay(end);
        var passing = rows.Where(row => SlowEngine.Holds(question.Filter, row)).ToList();
        var seen = passing.Where(row => row.Date >= start && row.Date < end && row.Time < asOf).ToList();
        List<ReportingPeriod> periods = question.Grain is { } by
            ? [.. calendar.Range(start, end).SplitBy(by)]
            : [calendar.Range(start, end)];
        List<string?[]> members =
        [
            .. seen.Select(row => Key(row)).DistinctBy(key => string.Join('|', key.Select(member => member ?? "null")))
                .OrderBy(key => key, Comparer<string?[]>.Create(Compare)),
        ];

        if (question.Dimensions.Length > 0)
        {
            Assert.Equal(
                periods.SelectMany(period => members.Select(key => Name(period, key))),
                answer.Rows.Select(row => Name(row.Period, [.. row.Members])));
        }
        else
        {
            Assert.Equal(periods, answer.Rows.Select(row => row.Period));
        }

        foreach (var row in answer.Rows)
        {
            Same(row, row.Period, [.. row.Members]);
        }

        foreach (var period in periods)
        {
            Same(answer.TotalOf(period), period, []);
        }

        foreach (var key in question.Dimensions.Length > 0 ? members : [])
        {
            Same(answer.MemberTotal(key), null, key);
        }

        Same(answer.Total, null, []);

        void Same(MetricRow row, ReportingPeriod? period, string?[] key)
        {
            var (from, until) = period is null ? (start, end) : (period.StartDate, period.EndDate);
            var window = rows.Where(row => row.Date >= from && row.Date < until && row.Time < asOf).ToList();
            var cell =
                seen.Where(fact => fact.Date >= from && fact.Date < until && (key.Length == 0 || Key(fact).SequenceEqual(key))).ToList();
            var isCovered = rows.Count > 0
                && calendar.StartOfDay(from) < asOf
                && from <= rows.Max(fact => fact.Date)
                && until > rows.Min(fact => fact.Date)
                && (asOf > calendar.StartOfDay(rows.Min(fact => fact.Date)));
            foreach (var metric in metrics)
            {
                var expected = SlowEngine.Evaluate(metric, cell, window, isCovered);
                Assert.True(
                    expected == row[metric] || AlmostMean(metric, expected, row[metric]),
                    $"{metric} at {Name(row.Period, key)} in {calendar.Zone} as of {asOf}: expected {expected}, found {row[metric]}.");
            }
        }

        string?[] Key(SlowRow row) => [.. question.Dimensions.Select(dimension => dimension == "a" ? row.A : row.B)];
    }

    // A sum of quotients, each rounded to 28 digits, in one order or another.
    private static bool AlmostMean(Metric metric, Quantity expected, Quantity found) =>
        metric.Id is "mean" or "own-mean" && expected.IsDefined && found.IsDefined && Math.Abs(expected.Amount - found.Amount) < 1e-24m;

    private static string Name(ReportingPeriod period, string?[] members) =>
        $"{period} {string.Join('|', members.Select(member => member ?? "null"))}";

    private static int Compare(string?[]? left, string?[]? right) => left!.Zip(right!, (a, b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => string.CompareOrdinal(a, b),
    }).FirstOrDefault(order => order != 0);

    private static Gen<Filter> Simple() => Gen.OneOf(
        Gen.Select(Gen.OneOfConst("a", "b"), AnyMember, Filter.Equal),
        Gen.OneOfConst("a", "b").Select(Filter.IsNull),
        Gen.Select(Gen.OneOfConst("a", "b"), AnyMember.Array[0, 3], (dimension, members) => Filter.In(dimension, members)),
        Gen.Select(
            Gen.Enum<Comparison>(), Gen.OneOfConst(-1m, 0m, 1m, 1.5m), (comparison, value) => Filter.Compare("v", comparison, value)));

    internal sealed record Question(
        Grain? Grain, string[] Dimensions, Filter? Filter, Filter? Own, int Start, int Days, int? AsOf, bool IsWidened);
}
