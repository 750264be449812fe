using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

/// <summary>What is one sum over another is projected by its sums, whatever the formula looks like.</summary>
public sealed class SumOverSumTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2025, 1, 1), Today = new(2026, 11, 16);
    private static readonly ReportingPeriod October = Calendar.Month(2026, 10), November = Calendar.Month(2026, 11);

    private static readonly FactTable Shop = FactTable.From("shop", new DateInterval(First, Today.PlusDays(-1)))
        .At(day => day)
        .Value("sales", day => IsSunday(day) ? 0m : 1_000m, Unit.Money("DKK"))
        .Value("cost", day => IsSunday(day) ? 0m : 600m, Unit.Money("DKK"))
        .Value("returns", day => IsSunday(day) ? 0m : 200m, Unit.Money("DKK"))
        .Value("promoters", _ => 60m, Unit.Count("answer"))
        .Value("detractors", _ => 22m, Unit.Count("answer"))
        .Value("answers", _ => 100m, Unit.Count("answer"))
        .Build();

    private static readonly Metric Sales = Metric.Sum("sales", Shop, "sales");
    private static readonly Metric Cost = Metric.Sum("cost", Shop, "cost");
    private static readonly Metric Returns = Metric.Sum("returns", Shop, "returns");

    // Every day but Sundays, on which there is no ratio, is like every other.
    public static TheoryData<string, Measure, double> Alike => new()
    {
        { "a margin", Measure.Of("m", (sales, cost) => (sales - cost) / sales, Sales, Cost), 0.4 },
        { "over a difference", Measure.Of("m", (cost, sales, returns) => cost / (sales - returns), Cost, Sales, Returns), 0.75 },
        { "the same, turned", Measure.Of("m", (sales, returns, cost) => cost / (sales - returns), Sales, Returns, Cost), 0.75 },
        { "the promoter score", Kpi.Of("k", Customers.NetPromoterScore, Marks("promoters"), Marks("detractors"), Marks("answers")), 38d },
        { "retained", Kpi.Of("k", Customers.GrossRevenueRetention, Sales, Returns, Cost.Where(Filter.NoValue("cost"))), 0.8 },
        { "seven inputs", Measure.Of("m", SevenSums, Sales, Cost, Cost, Cost, Cost, Cost, Cost), -2.6 },
        { "half a share", Measure.Of("m", (sales, cost) => 0.5m * cost / (sales + (2m * cost)), Sales, Cost), 0.3 / 2.2 },
    };

    private static Formula SevenSums { get; } = Formula.OfSeries(
        "seven",
        all => (all[0] - all[1] - all[2] - all[3] - all[4] - all[5] - all[6]) / all[0],
        [.. Enumerable.Range(0, 7).Select(place => FormulaInput.Any($"x{place}"))]);

    [Theory]
    [MemberData(nameof(Alike))]
    public void Landing_OfDaysThatAreAlike_IsWhatTheyAre(string what, Measure measure, double expected)
    {
        var projection = Project(Shop, measure, Grain.Day, November);
        var over = Project(Shop, measure, Grain.Day, October);

        projection.LandsAs.Should().Be(LandingKind.Ratio, what);
        projection.Landing().Estimate.Should().BeApproximately(expected, Math.Abs(expected) * 1e-6);
        over.Landing().Estimate.Should().BeApproximately(expected, Math.Abs(expected) * 1e-9);
    }

    [Fact] // 100 a day before, and 200 since 1 November: a share of a fixed target lands where the sum does, and so does what is over it.
    public void Landing_OfWhatIsSetAgainstATarget_FollowsTheSum()
    {
        var table = Amounts(day => day.Month == 11 && day.Year == 2026 ? 200m : 100m);
        var sum = Metric.Sum("sum", table, "amount");
        var target = Measure.Constant("target", Quantity.Count(10_000));
        var expected = Project(table, sum, Grain.Month, November).Landing().Estimate;
        var share = Project(table, Measure.Of("share", (known, all) => known / all, sum, target), Grain.Month, November);
        var over = Project(table, Measure.Of("over", (known, all) => known - all, sum, target), Grain.Month, November);

        expected.Should().BeInRange(4_200d, 4_800d);
        share.Landing().Estimate.Should().BeApproximately(expected / 10_000d, 1e-9);
        share.SoFar.Should().Be(30.Percent());
        share.ChanceOfAtLeast(40.Percent()).Should().Be(Quantity.Ratio(1));
        over.Landing().Estimate.Should().BeApproximately(expected - 10_000d, 1e-6);
    }

    [Fact] // By the day the target is set against the sum of the days, once: 30 days of 100.
    public void Landing_OfWhatIsSetAgainstATarget_HasItOnce()
    {
        var table = Amounts(_ => 100m);
        var sum = Metric.Sum("sum", table, "amount");
        var target = Measure.Constant("target", Quantity.Count(10_000));

        Landed(Measure.Of("over", (known, all) => known - all, sum, target)).Should().BeApproximately(-7_000d, 1e-6);
        Landed(Measure.Of("share", (known, all) => known / all, sum, target)).Should().BeApproximately(0.3, 1e-9);
        Landed(Measure.Of("times", (known, all) => all / known, sum, target)).Should().BeApproximately(10d / 3d, 1e-6);
        Landed(Measure.Of("left", (known, all) => (known - all) / known, sum, target)).Should().BeApproximately(-7d / 3d, 1e-6);

        // No day has 300, and the month has 3,000: 3,000 / (3,000 − 300).
        Landed(Measure.Of("rest", (known, all) => known / (known - (0.03m * all)), sum, target)).Should().BeApproximately(1d / 0.9, 1e-6);

        // Less than what is fixed: 3,000 / (3,000 − 10,000).
        Landed(Measure.Of("less", (known, all) => known / (known - all), sum, target)).Should().BeApproximately(-3d / 7d, 1e-6);

        double Landed(Measure measure) => Project(table, measure, Grain.Day, November).Landing().Estimate;
    }

    [Fact] // 20 orders a day, of which 8 come back after 25 days: 60 % are kept, though of October's orders few are back yet.
    public void Landing_OfWhatIsLeftAfterConversions_WaitsForThem()
    {
        var orders = new DateInterval(First, Today.PlusDays(-1))
            .SelectMany(day => Enumerable.Range(0, 20).Select(who => (Day: day, Who: who)));
        var ordered = Events("orders", orders);
        var returned = Events("returns", orders.Where(order => order.Who < 8 && order.Day < Today.PlusDays(-25))
            .Select(order => (order.Day.PlusDays(25), order.Who, order.Day)));
        var count = Metric.Count("orders", ordered, "order");
        var back = Conversions.Of(ordered, returned, "customer", within: Duration.FromDays(30)).Converted("back");
        var kept = Measure.Of("kept", (all, some) => (all - some) / all, count, back);
        var number = Measure.Of("number", (all, some) => all - some, count, back);

        Landed(kept, Grain.Day).Should().BeApproximately(0.6, 1e-6);
        Landed(kept, Grain.Month).Should().BeApproximately(0.6, 1e-6);
        Landed(number, Grain.Day).Should().BeApproximately(372d, 1e-6);
        Landed(number, Grain.Month).Should().BeInRange(340d, 390d);

        double Landed(Measure measure, Grain grain) =>
            new InMemorySource(Calendar, ordered, returned).Project(measure, grain, At(Today), October).Landing().Estimate;
    }

    [Fact] // Twice the largest amounts there are is none: the margin is that of what it can be computed of, and nothing throws.
    public void Landing_OfAmountsBeyondAllLimits_IsNoError()
    {
        var table = FactTable.From("amounts", new DateInterval(First, Today.PlusDays(-1)))
            .At(day => day)
            .Value("sales", day => day.Day == 7 ? decimal.MaxValue : 1_000m, Unit.Money("DKK"))
            .Value("cost", day => day.Day == 7 ? decimal.MinValue : 600m, Unit.Money("DKK"))
            .Build();
        var (sales, cost) = (Metric.Sum("sales", table, "sales"), Metric.Sum("cost", table, "cost"));
        var margin = Measure.Of("margin", (all, some) => (all - some) / all, sales, cost);
        var share = Measure.Of("share", (all, some) => all / (all + (1_000_000_000_000_000m * some)), sales, cost);

        Project(table, margin, Grain.Day, November).LandsAs.Should().Be(LandingKind.Ratio);
        Project(table, margin, Grain.Day, October).Invoking(projection => projection.ToText()).Should().NotThrow();
        Project(table, margin, Grain.Day, Calendar.Year(2026)).Invoking(projection => projection.ToText()).Should().NotThrow();
        Project(table, sales, Grain.Day, Calendar.Year(2026)).SoFar.ShouldBeUndefined(UndefinedReason.Overflow, "sales");
        Project(table, sales, Grain.Day, Calendar.Year(2026)).Landing().Reason.Should().Be(UndefinedReason.Overflow);
        Project(table, share, Grain.Day, November).Invoking(projection => projection.ToText()).Should().NotThrow();
    }

    [Fact] // More purchases than carts on one day: what a month of such days is, is not known, least of all for certain.
    public void Landing_OfAFormulaOutsideItsDomain_IsNone()
    {
        var table = FactTable.From("carts", new DateInterval(First, Today.PlusDays(-1)))
            .At(day => day)
            .Value("carts", _ => 100m, Unit.Count("cart"))
            .Value("purchases", day => day == new LocalDate(2026, 10, 5) ? 5_000m : 30m, Unit.Count("purchase"))
            .Build();
        var rate = Kpi.Of(
            "k", Marketing.CartAbandonmentRate, Metric.Sum("purchases", table, "purchases"), Metric.Sum("carts", table, "carts"));

        Project(table, rate, Grain.Day, October).LandsAs.Should().Be(LandingKind.None);
    }

    [Fact] // A gap until 20 November, and 2,000 a day after it: 3 days are known, and 7 of 1,000 lie ahead.
    public void Landing_MeanOfDaysWithAGap_IsThatOfTheOthers()
    {
        var gap = new DateInterval(new(2026, 11, 1), new(2026, 11, 20));
        var days = new DateInterval(First, new(2026, 11, 23)).Where(day => !gap.Contains(day));
        var table = FactTable.From("amounts", days)
            .At(day => day)
            .Value("amount", day => day > gap.End ? 2_000m : 1_000m, Unit.Count("thing"))
            .Covering(First, new(2026, 11, 24), except: [gap])
            .Build();
        var mean = Metric.Sum("sum", table, "amount").AverageOver(Grain.Day);
        var projection = new InMemorySource(Calendar, table).Project(mean, Grain.Month, At(new(2026, 11, 24)), November);

        projection.Landing().Estimate.Should().BeApproximately(1_300d, 1e-6);
    }

    private static Metric Marks(string column) => Metric.Sum(column, Shop, column);

    private static Projection Project(FactTable table, Measure measure, Grain grain, ReportingPeriod period) =>
        new InMemorySource(Calendar, table).Project(measure, grain, At(Today), period);

    private static FactTable Amounts(Func<LocalDate, decimal> amount) => FactTable
        .From("amounts", new DateInterval(First, Today.PlusDays(-1)))
        .At(day => day)
        .Value("amount", amount, Unit.Count())
        .Build();

    private static FactTable Events(string name, IEnumerable<(LocalDate Day, int Who, LocalDate Ordered)> rows) => FactTable
        .From(name, rows)
        .At(row => row.Day)
        .Dimension("customer", row => $"{row.Ordered}-{row.Who}")
        .Covering(First, Today)
        .Build();

    private static FactTable Events(string name, IEnumerable<(LocalDate Day, int Who)> rows) =>
        Events(name, rows.Select(row => (row.Day, row.Who, row.Day)));

    private static Instant At(LocalDate day) => Calendar.At(day.At(new(9, 0)));

    private static bool IsSunday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Sunday;
}
