using GoalMetrics.Tests.Tracking;
using static GoalMetrics.Tests.Goals.Evidence.LookedBackOn;

namespace GoalMetrics.Tests.Goals.Evidence;

/// <summary>A table of totals of months beside one of days: 300 orders a month, 100 visits a day. Goals of the first quarter.</summary>
public sealed class TotalsBesideDaysTests
{
    private static readonly FactTable Totals = Months("m", D(1, 1), 6);

    [Fact] // Visits since 15 January: 14 days are missing, and January cannot be read. 600 of 28 + 31 days of 100.
    public void Track_DaysBeginWithinAMonth_SaysWhenAndFromWhereItIsRead()
    {
        var progress = Track(Days("d", D(1, 15), 200));

        progress.Actual.Amount.Should().Be(600m / 5_900m);
        Line(progress, "TRACK-WHOLE-BEGIN").Should().Be(
            "The goal is read from 2026-02-01, the first whole month, as each fact of table 'm' is the total of one:"
            + " the data of table 'd' begin on 2026-01-15; days missing: 14."
            + " | Målet er opgjort fra 2026-02-01, da tabellen 'm' kun har totaler for hele perioder (måned): data i tabellen"
            + " 'd' begynder 2026-01-15; manglende dage: 14.");
        progress.Findings.Select(finding => finding.Code).Should().NotContain("TRACK-DATA-BEGIN");
    }

    [Fact] // Visits until 20 March: 11 days are missing, and March cannot be read.
    public void Track_DaysEndWithinAMonth_SaysWhenAndHowFarItIsJudged()
    {
        var progress = Track(Days("d", D(1, 1), 79));

        progress.JudgedAt.Should().Be(At(3, 1));
        progress.Actual.Amount.Should().Be(600m / 5_900m);
        Line(progress, "TRACK-WHOLE-END").Should().Be(
            "The goal is judged as of the end of 2026-02-28, the last whole month, as each fact of table 'm' is the total of one: the data"
            + " of table 'd' end with 2026-03-20; days missing: 11."
            + " | Målet er opgjort ved udgangen af 2026-02-28, da tabellen 'm' kun har totaler for hele perioder (måned): data i tabellen"
            + " 'd' slutter 2026-03-20; manglende dage: 11.");
        progress.Findings.Select(finding => finding.Code).Should().NotContain("TRACK-DATA-END");
    }

    [Fact] // Whole months are missing where the days begin with one.
    public void Track_DaysBeginWithAMonth_SaysNoMoreThanThat() => Track(Days("d", D(2, 1), 200)).Findings.OfData()
        .Should().Contain("TRACK-DATA-BEGIN d 2026-02-01").And.NotContain(finding => finding.StartsWith("TRACK-WHOLE"));

    [Fact] // January and March are whole: 600 of 31 + 31 days of 100.
    public void Track_GapOfDaysWithinAMonth_IsJudgedByTheWholeMonths()
    {
        var progress = Track(Days("d", D(1, 1), 200, Gap(D(2, 10), D(2, 12))));

        progress.Actual.Amount.Should().Be(600m / 6_200m);
        progress.Findings.OfData().Should().Contain("DATA-GAP d 2026-02-10 2026-02-12");
    }

    [Fact] // The same in a query and a scorecard: the quarter's rate is that of January and March.
    public void Query_GapOfDaysWithinAMonth_IsOfTheWholeMonths()
    {
        var days = Days("d", D(1, 1), 200, Gap(D(2, 10), D(2, 12)));
        var rate = Rate(days);
        var table = Source(Totals, days).Query(Query.For(rate).During(Calendar.Quarter(2026, 1)).By(Grain.Month));

        table.Total[rate].Amount.Should().Be(600m / 6_200m);
        table[0][rate].Amount.Should().Be(300m / 3_100m);
        table[1][rate].Reason.Should().NotBeNull("no whole February is known of both");
        table[2][rate].Amount.Should().Be(300m / 3_100m);
    }

    [Fact] // Visits end with 20 March in a gap of other visits from the 15th on: these are what ends first.
    public void Track_DaysEndInAGapOfAnotherTable_NamesTheTableThatEndsFirst()
    {
        var (one, other) = (Days("one", D(1, 1), 79), Days("other", D(1, 1), 200, Gap(D(3, 15), D(3, 25))));
        var both = Measure.Of("both", (first, second) => first + second, V(one), V(other));
        var progress = GoalTracker.Default.Track(
            new("goal") { Measure = both, Target = Target.Reach(Quantity.Count(100_000)), Period = Calendar.Quarter(2026, 1) },
            Source(one, other),
            At(4, 1));

        progress.JudgedAt.Should().Be(At(3, 15));
        progress.Findings.OfData().Should().Contain("TRACK-DATA-END other 2026-03-14");
    }

    private static Kpi Rate(FactTable days) => Kpi.Of("rate", Marketing.ConversionRate, X(Totals), V(days));

    private static GoalProgress Track(FactTable days) => GoalTracker.Default.Track(
        new("goal") { Measure = Rate(days), Target = Target.Reach(12.Percent(), from: 8.Percent()), Period = Calendar.Quarter(2026, 1) },
        Source(Totals, days),
        At(4, 1));

    private static string Line(GoalProgress progress, string code) => progress.Findings.Where(finding => finding.Code == code)
        .Select(finding => $"{finding.Message()} | {finding.Message(Facts.Danish)}").Single();
}
