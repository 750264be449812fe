using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Tracking;

/// <summary>The goal of the Webshop sample: "Increase revenue by 20 % in Q4 2011 over Q3 2011", on 10 November at midnight.</summary>
public sealed class WebshopGoalTests
{
    private static readonly ReportingCalendar London = ReportingCalendar.Iso("Europe/London");

    private const string ClosedInAugust =
        "Info DATA-DAYS-MISSING tables/webshop | Table 'webshop' has facts for almost every day, but none for 2011-08-29. | Tabellen"
        + " 'webshop' har data for næsten alle dage, men ingen for 2011-08-29.";

    private static readonly GoalProgress Progress = Track(London.StartOfDay(new(2011, 11, 10)));

    [Fact]
    public void Track_Webshop_HasThePublishedFigures()
    {
        Progress.Baseline.Should().Be(Money.Gbp(2_525_887.68m));
        Progress.Target.Should().Be(Money.Gbp(3_031_065.216m)); // 2,525,887.68 · 1.2
        Progress.Actual.Should().Be(Money.Gbp(1_609_217.60m));
        Progress.Attainment.ShouldRoundTo(0.5309m, Unit.Ratio);
        Progress.Expected.Amount.Should().Be(40m / 92m);
        Progress.Pace.ShouldRoundTo(1.221m, Unit.Ratio);
        Progress.Landing.ShouldRoundTo(3_701_200.48m, Unit.Money("GBP")); // 1,609,217.60 · 92 / 40
        Progress.RunRate.ToString(null).Should().Be("GBP 40,230.44 per day"); // 1,609,217.60 / 40
        Progress.RequiredRate.ToString(null).Should().Be("GBP 27,343.22 per day"); // (3,031,065.216 − 1,609,217.60) / 52
        (Progress.ElapsedDays, Progress.RemainingDays).Should().Be((40m, 52m));
    }

    [Fact] // The shop was closed on the bank holiday of August, a Monday in the quarter of the baseline.
    public void Track_Webshop_IsOnTrackAndMentionsTheEmptyDay()
    {
        (Progress.Status, Progress.Nature, Progress.State).Should().Be((GoalStatus.OnTrack, GoalNature.Flow, PeriodState.Open));
        Progress.JudgedAt.Should().Be(Progress.AsOf);
        Progress.Lines().Should().Equal(ClosedInAugust);
        Progress.ReadIn.Should().BeNull();
        Progress.Readings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "On track: 53.09 % of the target, 43.48 % expected, pace 1.22, lands at GBP 3,701,200.48, target GBP 3,031,065.22")]
    [InlineData("en-US", "On track: 53.09% of the target, 43.48% expected, pace 1.22, lands at GBP 3,701,200.48, target GBP 3,031,065.22")]
    [InlineData(
        "da-DK",
        "På rette spor: 53,09 % af måltallet, 43,48 % forventet, tempo 1,22, ender på 3.701.200,48 GBP, måltal 3.031.065,22 GBP")]
    public void ToText_Webshop_ReadsInTheLanguage(string culture, string text) =>
        Progress.ToText(CultureInfo.GetCultureInfo(culture)).Replace('\u00A0', ' ').Should().Be(text);

    [Fact]
    public void ToText_NoCulture_IsInvariant() => Progress.ToText().Should().Be(Progress.ToText(CultureInfo.InvariantCulture));

    [Fact]
    public void ToString_Webshop_IsIdAndLine() => Progress.ToString().Should().Be($"goal: {Progress.ToText()}");

    [Fact] // The data end with 9 December: 70 of 92 days.
    public void Track_WebshopAtTheYearsEnd_IsJudgedAtTheEndOfTheData()
    {
        var late = Track(London.StartOfDay(new(2012, 1, 5)));
        late.JudgedAt.Should().Be(London.StartOfDay(new(2011, 12, 10)));
        (late.ElapsedDays, late.State).Should().Be((70m, PeriodState.Open));
        late.Lines().Should().Equal(
            "Warning TRACK-DATA-END goals/goal/data | The goal is judged as of the end of 2011-12-09, as far as the data of table"
            + " 'webshop' go; days missing: 22. | Målet er opgjort ved udgangen af 2011-12-09, så langt data i tabellen 'webshop' rækker;"
            + " manglende dage: 22.",
            ClosedInAugust);
    }

    private static GoalProgress Track(Instant asOf)
    {
        using var reader = DataFiles.Csv(DataFiles.Sample("Webshop", "webshop_daily.csv"));
        var shop = FactTable.From("webshop", reader).AtDate("date").Value("revenue_gbp", Unit.Money("GBP")).Build();
        return shop.Track(
            Metric.Sum("revenue", shop, "revenue_gbp").BetterWhen(Direction.HigherIsBetter),
            Target.IncreaseBy(20.Percent(), over: London.Quarter(2011, 3)),
            London.Quarter(2011, 4),
            asOf);
    }
}
