using GoalMetrics.Tests.Goals.Evidence;
using static GoalMetrics.Tests.Goals.Evidence.LookedBackOn;

namespace GoalMetrics.Tests.Indicators.Planning;

/// <summary>A query says which table does not reach as far back as its measures look.</summary>
public sealed class LackingDataTests
{
    private const string BeginsOn20January = "DATA-BEGIN t 2026-01-20";

    private const string Lacks10To12February = "DATA-GAP t 2026-02-10 2026-02-12";

    public static TheoryData<string> Views => ["to date", "rolling", "since", "growth", "average"];

    [Theory]
    [MemberData(nameof(Views))]
    public void Run_LooksBackBeyondTheFirstDay_IsFound(string view)
    {
        var table = Days(D(1, 20), 71);

        Findings(table, Seen(view, table), view == "growth" ? 2 : 3).Should().Equal(BeginsOn20January);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Run_LooksBackOverAGap_IsFound(string view)
    {
        var table = Days(D(1, 1), 90, Gap(D(2, 10), D(2, 12)));

        Findings(table, Seen(view, table), 3).Should().Equal(Lacks10To12February);
    }

    [Theory] // All of what is looked back on is known.
    [MemberData(nameof(Views))]
    public void Run_LooksBackOnWhatIsCovered_IsNotFound(string view)
    {
        var table = Days(D(1, 1, 2025), 455, Gap(D(6, 10, 2025), D(6, 12, 2025)));

        Findings(table, Seen(view, table), 3).Should().BeEmpty();
    }

    [Fact] // One row of each day, of which the first 89 do not reach back far enough: one finding.
    public void Run_ByDay_IsFoundOnce()
    {
        var table = Days(D(1, 20), 120);
        var found = Source(table).Query(Query.For(X(table).Rolling(90, Grain.Day)).By(Grain.Day).Between(D(1, 20), D(5, 20)));

        found.Findings.OfData().Should().Equal(BeginsOn20January);
    }

    [Fact] // The month before each of two: February beside a January that is partly known.
    public void Run_EarlierSideOfAComparisonLooksBack_IsFound()
    {
        var table = Days(D(1, 20), 71);
        var found = Source(table).Query(Query.For(X(table).Previous(Grain.Month)).During(Calendar.Month(2026, 3))
            .ComparedWith(PeriodComparison.PreviousPeriod));

        found.Total.Change(X(table).Previous(Grain.Month), PeriodComparison.PreviousPeriod).Absolute.Reason
            .Should().Be(UndefinedReason.InsufficientData);
        found.Findings.OfData().Should().Equal(BeginsOn20January);
    }

    [Fact] // Three days of February are missing from an account's balances, which are carried forward over it.
    public void Run_CarriedForwardOverAGap_IsFound()
    {
        var table = Days(D(1, 1), 90, Gap(D(2, 10), D(2, 12)));
        var balance = Metric.Balance("b", table, "v").CarriedForward();

        Findings(table, balance, 3).Should().Equal(Lacks10To12February);
    }

    private static IEnumerable<string> Findings(FactTable table, Measure measure, int month) =>
        Source(table).Query(Query.For(measure).During(Calendar.Month(2026, month))).Findings.OfData();

    private static Measure Seen(string view, FactTable table) => view switch
    {
        "to date" => X(table).ToDate(Grain.Year),
        "rolling" => X(table).Rolling(90, Grain.Day),
        "since" => X(table).CumulativeSince(D(1, 1)),
        "growth" => Kpi.Of("growth", Finance.GrowthRate, X(table), X(table).Previous(Grain.Month)),
        _ => X(table).Rolling(60, Grain.Day).AverageOver(Grain.Week),
    };
}
