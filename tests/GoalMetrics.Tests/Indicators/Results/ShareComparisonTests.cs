using System.Globalization;
using System.Text.Json;
using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Results;

/// <summary>How sure a share of a table is, and whether its change is more than noise.</summary>
public sealed class ShareComparisonTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;

    // Newcombe 1998, table II: 56 of 70 against 48 of 80, and 9 of 10 against 3 of 10.
    private static readonly FactTable Shop = FactTable
        .From<(LocalDate Day, string Market, long Orders, long Visits)>("shop",
        [
            (new(2026, 1, 10), "DK", 48, 80), (new(2026, 2, 10), "DK", 56, 70), (new(2026, 1, 10), "SE", 3, 10),
            (new(2026, 2, 10), "SE", 9, 10), (new(2026, 1, 10), "NO", 0, 0), (new(2026, 2, 10), "NO", 7, 5),
        ])
        .At(day => day.Day).Dimension("market", day => day.Market)
        .Value("orders", day => day.Orders, Unit.Count("order")).Value("visits", day => day.Visits, Unit.Count("visit"))
        .Value("revenue", day => day.Orders * 10m, Unit.Money("DKK"))
        .Covering(new(2026, 1, 1), new(2026, 3, 1)).Build();

    private static readonly Metric Orders = Metric.Sum("orders", Shop, "orders");
    private static readonly Metric Visits = Metric.Sum("visits", Shop, "visits");
    private static readonly Metric Revenue = Metric.Sum("revenue", Shop, "revenue");
    private static readonly Kpi Conversion = Kpi.Of("conversion", Marketing.ConversionRate, Orders, Visits);
    private static readonly Measure PerVisit = Measure.Of("per-visit", (revenue, visits) => revenue / visits, Revenue, Visits);

    private static readonly MetricTable Table = new InMemorySource(Utc, Shop).Query(
        Query.For(Conversion, PerVisit, Orders).By(Grain.Month).By("market").Between(new(2026, 1, 1), new(2026, 3, 1))
            .ComparedWith(PeriodComparison.PreviousPeriod));

    private static MetricRow Row(int month, string market) => Table.Row(Utc.Month(2026, month), market);

    [Fact] // Wilson's bounds of 56 of 70 and 48 of 80, as Newcombe computes his intervals from.
    public void Interval_OfAShare_IsWilsons()
    {
        var interval = Table.Interval(Row(2, "DK"), Conversion);

        interval.Should().Be(Proportion.Interval(56, 70));
        (interval.N, interval.Level, interval.Method).Should().Be((70, 0.95, IntervalMethod.Wilson));
        Row(2, "DK").Interval(Conversion, 0.9).Level.Should().Be(0.9);
        Row(2, "DK").Interval(Conversion).ToString("G1", null).Should().Be("80.0 % [69.2 %; 87.7 %]");
    }

    [Fact] // Newcombe 1998 prints 0.0524 to 0.3339 for method 10.
    public void Evidence_OfAChange_IsNewcombesIntervalAndATest()
    {
        var evidence = Row(2, "DK").Evidence(Conversion, PeriodComparison.PreviousPeriod);

        evidence.Difference.Estimate.Should().BeApproximately(0.2, 1e-12);
        evidence.Difference.Lower.Should().BeApproximately(0.0524, 5e-5);
        evidence.Difference.Upper.Should().BeApproximately(0.3339, 5e-5);
        (evidence.Test.Method, evidence.RestsOnFew, evidence.IsMoreThanNoise).Should().Be((TestMethod.PooledZ, false, true));
        (evidence.From.N, evidence.To.N).Should().Be((80, 70));
        evidence.ToText().Should().Be("20.00 pp [5.24 pp; 33.39 pp]: more than noise");
        evidence.ToText(new("da-DK")).Should().Contain("mere end støj");
    }

    [Fact] // 9 of 10 against 3 of 10: p = 0.0198 by Fisher's exact test (R 4, fisher.test).
    public void Evidence_OfFew_IsExactAndSaysSo()
    {
        var evidence = Row(2, "SE").Evidence(Conversion, PeriodComparison.PreviousPeriod);

        (evidence.Test.Method, evidence.RestsOnFew, evidence.IsMoreThanNoise).Should().Be((TestMethod.FisherExact, true, true));
        evidence.Test.PValue.Value.Should().BeApproximately(0.01977, 5e-5);
        evidence.ToText().Should().EndWith(
            ", p = 0.02 by Fisher's exact test: more than noise (9 of 10 against 3 of 10: few)");
        Row(2, "SE").Evidence(Conversion, PeriodComparison.PreviousPeriod, level: 0.99).IsMoreThanNoise.Should().BeFalse();
    }

    [Fact]
    public void Evidence_OfTwoRows_ComparesThem()
    {
        var evidence = Row(1, "DK").EvidenceAgainst(Row(1, "SE"), Conversion);

        evidence.Difference.Should().Be(Proportion.Difference(48, 80, 3, 10));
        evidence.IsMoreThanNoise.Should().BeFalse();
    }

    [Fact] // 84 days of which 77 are the same a week later.
    public void Evidence_OfWindowsThatOverlap_IsUndefined()
    {
        var days = Enumerable.Range(0, 200)
            .Select(day => (Day: new LocalDate(2026, 1, 5).PlusDays(day), Orders: 5 + (day % 3), Visits: 100));
        var table = FactTable.From("site", days).At(row => row.Day)
            .Value("orders", row => row.Orders, Unit.Count("order")).Value("visits", row => row.Visits, Unit.Count("visit")).Build();
        var rate = Kpi.Of("rate", Marketing.ConversionRate, Metric.Sum("o", table, "orders"), Metric.Sum("v", table, "visits"));
        var rolling = rate.Rolling(84, Grain.Day);
        var rows = new InMemorySource(Utc, table).Query(Query.For(rate, rolling).By(Grain.Week)
            .Between(new(2026, 1, 5), new(2026, 7, 20)).ComparedWith(PeriodComparison.PreviousPeriod)).Rows;

        var overlapping = rows[^1].Evidence(rolling, PeriodComparison.PreviousPeriod);
        overlapping.IsMoreThanNoise.Should().BeNull();
        overlapping.Difference.ToString(CultureInfo.InvariantCulture).Should()
            .Be("undefined: insufficient data (both rest on the same facts)");
        overlapping.Difference.ToString(new CultureInfo("da-DK")).Should().EndWith("(begge hviler på de samme data)");
        rows[^1].Evidence(rate, PeriodComparison.PreviousPeriod).IsMoreThanNoise.Should().BeFalse();
    }

    [Fact]
    public void Interval_WithoutWholeOrPart_IsUndefined()
    {
        Row(1, "NO").Interval(Conversion).Reason.Should().Be(UndefinedReason.ZeroDenominator);
        Row(2, "NO").Interval(Conversion).Reason.Should().Be(UndefinedReason.OutOfDomain, "7 of 5 visits are no share");
        var evidence = Row(1, "DK").Evidence(Conversion, PeriodComparison.PreviousPeriod);
        evidence.Difference.Reason.Should().Be(UndefinedReason.InsufficientData);
        evidence.IsMoreThanNoise.Should().BeNull();
        evidence.ToText().Should().Be("undefined: insufficient data (conversion)");
    }

    [Fact]
    public void Interval_OfAMean_IsRefusedWithWhatToDo()
    {
        const string Message = "'per-visit' is not a share of counts, so a single value of it has no interval: it is neither a / b nor"
            + " 1 - a / b of two counts of the same time, the first a part of the second, nor ShareOf a count. For a mean, give its values"
            + " to Mean.Interval; to find changes beyond noise in a series, use SignalReport.";

        Messages.Of<InvalidOperationException>(() => Row(2, "DK").Interval(PerVisit)).Should().Be(Message);
    }

    [Fact]
    public void Interval_OfACount_IsRefused() =>
        Row(2, "DK").Invoking(row => row.Interval(Orders)).Should().Throw<InvalidOperationException>();

    [Fact]
    public void Interval_LevelInPercent_IsRefused() =>
        Row(2, "DK").Invoking(row => row.Interval(Conversion, level: 95)).Should().Throw<ArgumentException>();

    [Fact]
    public void Json_HasBothSidesAndTheVerdict()
    {
        using var read = JsonDocument.Parse(
            JsonSerializer.Serialize(Row(2, "DK").Evidence(Conversion, PeriodComparison.PreviousPeriod)));
        read.RootElement.GetProperty("to").GetProperty("n").GetInt64().Should().Be(70);
        read.RootElement.GetProperty("difference").GetProperty("lower").GetDouble().Should().BeApproximately(0.0524, 5e-5);
        read.RootElement.GetProperty("isMoreThanNoise").GetBoolean().Should().BeTrue();
        JsonSerializer.Serialize(Row(1, "NO").Interval(Conversion)).Should().StartWith("{\"estimate\":null,\"reason\":\"zeroDenominator\"");
    }
}
