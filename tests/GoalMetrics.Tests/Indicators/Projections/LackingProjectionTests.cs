using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

// What data are missing for a landing, and that the projection says so: 100 a day.
public class LackingProjectionTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private static readonly LocalDate First = new(2026, 1, 1);

    [Fact] // 17 days of October are known, and no more will come: nothing is expected, by no model.
    public void Landing_PeriodThatIsOverAndHasAGap_IsNotForecast()
    {
        var projection = Project(Orders(new(2026, 11, 29), OctoberGap), Grain.Month, At(2026, 11, 30), Calendar.Month(2026, 10));

        projection.Chosen.Should().BeNull();
        projection.Candidates.Should().BeEmpty();
        projection.Points.Should().ContainSingle().Which.Value.Amount.Should().Be(1_700m);
        projection.ToText().Should().Be(
            "orders: 1,700 in total in 2026-10."
            + " 'orders' over all of 2026-10 is incomplete: so far, data are missing for 1 of its months.");
        projection.ToText(Danish).Should().Be(
            "orders: 1.700 i alt i 2026-10."
            + " 'orders' for hele 2026-10 er ufuldstændig: indtil videre mangler der data for 1 af periodens måneder.");
    }

    [Theory] // By the month as by the day: the quarter and the year lack what October does.
    [InlineData(Grain.Month, 4, "data are missing for 1 of its months")]
    [InlineData(Grain.Month, 0, "data are missing for 1 of its months")]
    [InlineData(Grain.Day, 4, "data are missing for 14 of its days")]
    public void Findings_GapAfterTheLastThatIsLearnt_SaySo(Grain grain, int quarter, string expected)
    {
        var period = quarter == 0 ? Calendar.Year(2026) : Calendar.Quarter(2026, quarter);
        var projection = Project(Orders(new(2026, 11, 29), OctoberGap), grain, At(2026, 11, 30), period);

        projection.Findings.Should().ContainSingle().Which.Message().Should().Contain(expected);
        projection.Chosen.Should().NotBeNull();
    }

    [Fact] // A gap in the month that runs is missing as well; that the data end with yesterday is not.
    public void Findings_GapInTheRunningPeriod_SaySo()
    {
        var gap = new DateInterval(new(2026, 11, 5), new(2026, 11, 8));
        var november = Calendar.Month(2026, 11);

        Codes(Project(Orders(new(2026, 11, 15), gap), Grain.Month, At(2026, 11, 16), november)).Should().Equal("PROJECTION-LACKING");
        Codes(Project(Orders(new(2026, 11, 15)), Grain.Month, At(2026, 11, 16), november)).Should().BeEmpty();
    }

    [Theory] // Known to 28 August, asked at the end of November: three months are forecast that should be known.
    [InlineData(Grain.Month)]
    [InlineData(Grain.Day)]
    public void Findings_DataThatEndedLongAgo_SaySo(Grain grain)
    {
        var projection = Project(Orders(new(2026, 8, 28)), grain, At(2026, 11, 30), Calendar.Month(2026, 10));

        Codes(projection).Should().Equal("DATA-END");
        projection.ToText().Should().EndWith(
            "The data of table 'shop' end with 2026-08-28; nothing after that day is counted or compared.");
        projection.ToText(Danish).Should().Contain("Data i tabellen 'shop' slutter med ");
    }

    [Fact] // A month earlier, the 31 days of October are those of September, the last of them twice.
    public void LandsAs_ShiftThatDaysDoNotAddUpTo_IsNone()
    {
        var orders = Orders(new(2026, 11, 15));
        var shifted = Metric.Sum("orders", orders, "orders").Previous(Grain.Month);
        var (source, asOf, october) = (new InMemorySource(Calendar, orders), At(2026, 11, 16), Calendar.Month(2026, 10));
        var byDay = source.Project(shifted, Grain.Day, asOf, october);
        var named = source.Project(PerformanceIndicator.Daily(shifted), Grain.Day, asOf, october);
        var byMonth = source.Project(shifted, Grain.Month, asOf, Calendar.Quarter(2026, 3));

        byDay.LandsAs.Should().Be(LandingKind.None);
        byDay.Landing().Reason.Should().Be(UndefinedReason.NotAdditive);
        named.LandsAs.Should().Be(LandingKind.None);
        byMonth.LandsAs.Should().Be(LandingKind.Total);
        byMonth.Landing().Estimate.Should().Be(9_200d);
    }

    [Fact] // A week earlier, they are 31 days in a row: from 24 September on.
    public void LandsAs_ShiftByWholeWeeks_AddsUpOverDays()
    {
        var orders = Orders(new(2026, 11, 15));
        var shifted = Metric.Sum("orders", orders, "orders").Previous(Grain.Week);
        var projection = new InMemorySource(Calendar, orders).Project(shifted, Grain.Day, At(2026, 11, 16), Calendar.Month(2026, 10));

        projection.LandsAs.Should().Be(LandingKind.Total);
        projection.Landing().Estimate.Should().Be(3_100d);
    }

    private static readonly DateInterval OctoberGap = new(new(2026, 10, 5), new(2026, 10, 18));

    private static IEnumerable<string> Codes(Projection projection) => projection.Findings.Select(finding => finding.Code);

    private static Projection Project(FactTable orders, Grain grain, Instant asOf, ReportingPeriod period) =>
        new InMemorySource(Calendar, orders).Project(Metric.Sum("orders", orders, "orders"), grain, asOf, period);

    private static FactTable Orders(LocalDate last, params DateInterval[] gaps) => FactTable
        .From("shop", new DateInterval(First, last).Where(day => !Array.Exists(gaps, gap => gap.Contains(day))))
        .At(day => day)
        .Value("orders", _ => 100m, Unit.Count("order"))
        .Covering(First, last.PlusDays(1), except: gaps)
        .Build();

    private static Instant At(int year, int month, int day) => Calendar.StartOfDay(new(year, month, day));
}
