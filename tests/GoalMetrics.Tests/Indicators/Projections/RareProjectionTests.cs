using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

// Where measures of rare events land, and what has no projection.
public class RareProjectionTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 1, 1);

    [Fact] // One order every tenth day: 18 in 180 days. Its deviation is √(180 · 0.1 · 0.9 · 2) = 5.7.
    public void Landing_AnOrderEveryTenthDay_IsAsManyAgain()
    {
        var projection = Project(180, day => day.DayOfYear % 10 == 0 ? 1m : 0m, Ahead(180, 180));
        var landing = projection.Landing();

        projection.Chosen!.Method.Should().Be(GoalMetrics.Statistics.ForecastMethod.Resampling);
        landing.Estimate.Should().BeApproximately(18d, 0.5);
        landing.Lower.Should().BeInRange(6d, 10d);
        landing.Upper.Should().BeInRange(27d, 32d);
        ((double)projection.ChanceOfAtLeast(Quantity.Count(30)).Amount).Should().BeLessThan(0.05);
        projection.Points.Should().OnlyContain(point => point.Value.Amount >= 0m);
    }

    [Fact]
    public void ToText_RareEvents_NamesTheModelInBothLanguages()
    {
        var projection = Project(90, day => day.DayOfYear % 10 == 0 ? 1m : 0m, Ahead(90, 30));

        projection.ToText().Should().EndWith(", by draws from the known values.");
        projection.ToText(CultureInfo.GetCultureInfo("da-DK")).Should().EndWith(", efter lodtrækning blandt de kendte værdier.");
    }

    [Fact] // An order on every tenth of 100 visits a day: 3 of 3,000 in 30 days.
    public void Landing_RareOrdersOfManyVisits_KeepsTheRate()
    {
        var table = FactTable.From("days", Enumerable.Range(0, 120).Select(First.PlusDays))
            .At(day => day)
            .Value("visits", _ => 100m, Unit.Count("visit"))
            .Value("orders", day => day.DayOfYear % 10 == 0 ? 1m : 0m, Unit.Count("order"))
            .Build();
        var rate = Kpi.Of("rate", Marketing.ConversionRate, Metric.Sum("orders", table, "orders"), Metric.Sum("visits", table, "visits"));
        var projection = new InMemorySource(Calendar, table).Project(rate, Grain.Day, AfterDays(120), Ahead(120, 30));

        projection.Landing().Estimate.Should().BeApproximately(0.001, 0.0001);
        projection.Landing().Upper.Should().BeLessThan(0.003);
    }

    [Fact] // 1,000 on every fifth day, and ten days that are a gap: what it is filled with to learn from is not drawn.
    public void Landing_AGapAmongRareEvents_IsNotDrawn()
    {
        var gap = new DateInterval(First.PlusDays(20), First.PlusDays(29));
        var projection = Project(120, day => day.DayOfYear % 5 == 0 ? 1_000m : 0m, Ahead(120, 30), gap);

        projection.Points.Should().OnlyContain(point => point.Interval(0.999).Upper == 0d || point.Interval(0.999).Upper == 1_000d);
        projection.Landing().Estimate.Should().BeApproximately(6_000d, 400d);
    }

    [Theory] // Steps, bursts, rare giants, decay: the estimate is inside at every level, of every step and total.
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Interval_OddSeries_HoldsItsEstimate(int series)
    {
        var random = new Random(series);
        Func<LocalDate, decimal>[] odd =
        [
            day => day.DayOfYear < 60 ? 100m : 0m,
            day => day.DayOfYear < 60 ? 0m : 100m,
            day => day.DayOfYear == 50 ? 10_000m : 1m,
            day => (decimal)Math.Pow(0.8, day.DayOfYear) * 1_000m,
            _ => (decimal)Math.Pow(random.NextDouble(), 12) * 1_000m,
            day => day.DayOfYear == 100 ? 900m : 0m,
        ];
        var projection = Project(100, odd[series], Ahead(100, 30));

        foreach (var level in new[] { 0.05, 0.5, 0.8, 0.95, 0.99 })
        {
            ShouldHold(projection.Landing(level));
            ShouldHold(projection.Landing(level));
            projection.Points.ToList().ForEach(point => ShouldHold(point.Interval(level)));
        }

        projection.Points.Should().OnlyContain(point => point.Interval(0.95).Contains((double)point.Value.Amount));
    }

    [Theory] // The ratio of two parts that stray apart.
    [InlineData(1)]
    [InlineData(2)]
    public void Landing_OddRatios_HoldTheirEstimate(int seed)
    {
        var random = new Random(seed);
        var table = FactTable.From("days", Enumerable.Range(0, 90).Select(First.PlusDays))
            .At(day => day)
            .Value("below", _ => (decimal)Math.Pow(random.NextDouble(), 8) * 100m, Unit.Count("visit"))
            .Value("above", _ => (decimal)Math.Pow(random.NextDouble(), 4) * 100m, Unit.Count("order"))
            .Build();
        var rate = Kpi.Of("rate", Marketing.ConversionRate, Metric.Sum("above", table, "above"), Metric.Sum("below", table, "below"));
        var projection = new InMemorySource(Calendar, table).Project(rate, Grain.Day, AfterDays(90), Ahead(90, 30));

        foreach (var level in new[] { 0.05, 0.5, 0.95 })
        {
            ShouldHold(projection.Landing(level));
            projection.Points.Where(point => point.Value.IsDefined).ToList().ForEach(point => ShouldHold(point.Interval(level)));
        }
    }

    [Fact] // The history begins in 2026: of 2025 nothing is known, which is not 0.
    public void Landing_PeriodBeforeTheHistory_IsUndefined()
    {
        var projection = Project(70, _ => 10m, Calendar.Month(2025, 11));

        projection.Landing().Reason.Should().Be(UndefinedReason.NoData);
        projection.Landing().Reason.Should().Be(UndefinedReason.NoData);
        projection.SoFar.ShouldBeUndefined(UndefinedReason.NoData, "sales");
        projection.ChanceOfAtLeast(Quantity.Count(1)).Reason.Should().Be(UndefinedReason.NoData);
        projection.ChanceOfAtMost(Quantity.Count(1)).Reason.Should().Be(UndefinedReason.NoData);
    }

    [Fact]
    public void Landing_OfALevelBeforeTheHistory_IsUndefined()
    {
        var sales = Days(70, _ => 10m);
        var average = Metric.Average("mean", sales, "amount");
        var projection = new InMemorySource(Calendar, sales).Project(average, Grain.Day, AfterDays(70), Calendar.Month(2025, 11));

        projection.Landing().Reason.Should().Be(UndefinedReason.NoData);
        projection.ChanceOfAtLeast(Quantity.Count(1)).Reason.Should().Be(UndefinedReason.NoData);
    }

    [Fact] // Each rolling sum has six days in common with the next.
    public void Of_OverlappingValues_IsRefusedWithAFinding()
    {
        var sales = Days(70, _ => 10m);
        var sum = Metric.Sum("sales", sales, "amount");
        Measure[] overlapping =
        [
            sum.Rolling(7, Grain.Day),
            sum.ToDate(Grain.Year),
            sum.Cumulative(),
            Measure.Of("share", (one, other) => one / other, sum.Rolling(7, Grain.Day), sum),
        ];

        foreach (var measure in overlapping)
        {
            var projection = new InMemorySource(Calendar, sales).Project(measure, Grain.Day, AfterDays(70), Ahead(70, 30));
            projection.Reason.Should().Be(UndefinedReason.InsufficientData);
            projection.Findings.Select(finding => finding.Code).Should().Equal("PROJECTION-OVERLAP");
        }
    }

    private static void ShouldHold(GoalMetrics.Statistics.Interval interval)
    {
        interval.IsDefined.Should().BeTrue();
        interval.Estimate.Should().BeInRange(interval.Lower, interval.Upper);
    }

    private static Projection Project(int days, Func<LocalDate, decimal> amount, ReportingPeriod period, params DateInterval[] gaps)
    {
        var table = Days(days, amount, gaps);
        return new InMemorySource(Calendar, table).Project(Metric.Sum("sales", table, "amount"), Grain.Day, AfterDays(days), period);
    }

    private static FactTable Days(int days, Func<LocalDate, decimal> amount, params DateInterval[] gaps)
    {
        var known = Enumerable.Range(0, days).Select(First.PlusDays).Where(day => !gaps.Any(gap => gap.Contains(day)));
        var table = FactTable.From("sales", known).At(day => day).Value("amount", amount, Unit.Count("sale"));
        return (gaps.Length == 0 ? table : table.Covering(First, First.PlusDays(days), gaps)).Build();
    }

    private static ReportingPeriod Ahead(int known, int days) =>
        Calendar.Range(First.PlusDays(known), First.PlusDays(known + days));

    private static Instant AfterDays(int days) => Calendar.StartOfDay(First.PlusDays(days));
}
