using static GoalMetrics.Tests.Goals.Evidence.LookedBackOn;

namespace GoalMetrics.Tests.Tracking.Scorecards;

/// <summary>Where a value or a change of a scorecard rests on days without data, a finding names the table, once.</summary>
public sealed class ScorecardLackingTests
{
    private const string BeginsOn20January = "DATA-BEGIN t 2026-01-20";

    private const string Lacks10To12February = "DATA-GAP t 2026-02-10 2026-02-12";

    [Fact] // 71 days from 20 January to 31 March, 10 each; those before the 20th are missing.
    public void ToDate_DataBeginWithinTheYear_IsFound()
    {
        var table = Days(D(1, 20), 100);
        var scorecard = table.Card(X(table).ToDate(Grain.Year), At(4, 1));
        var current = scorecard.Kpis[0].Current;

        (current.Value.Amount, current.IsFullyCovered).Should().Be((710m, false));
        current.FromPrevious.Absolute.Reason.Should().Be(UndefinedReason.InsufficientData);
        scorecard.Findings.OfData().Should().Equal(BeginsOn20January);
    }

    [Fact] // The 90 days before 1 April begin on 1 January.
    public void Rolling_DataBeginWithinTheWindow_IsFound()
    {
        var table = Days(D(1, 20), 100);

        table.Card(X(table).Rolling(90, Grain.Day), At(4, 1)).Findings.OfData().Should().Equal(BeginsOn20January);
    }

    [Fact]
    public void CumulativeSince_DataBeginLater_IsFound()
    {
        var table = Days(D(1, 20), 100);

        table.Card(X(table).CumulativeSince(D(1, 1)), At(4, 1)).Findings.OfData().Should().Equal(BeginsOn20January);
    }

    [Fact] // What has added up since the data began lacks nothing.
    public void Cumulative_DataBegin_IsNotFound()
    {
        var table = Days(D(1, 20), 102);

        table.Card(X(table).Cumulative(), At(5, 1)).Findings.OfData().Should().BeEmpty();
    }

    [Fact] // March grew over February, which is compared with how February grew over a January of which 12 days are known.
    public void Growth_EarlierMonthPartlyKnown_IsFound()
    {
        var table = Days(D(1, 20), 100);
        var growth = Kpi.Of("growth", Finance.GrowthRate, X(table), X(table).Previous(Grain.Month));
        var scorecard = table.Card(growth, At(4, 1));

        scorecard.Kpis[0].Current.FromPrevious.Absolute.Reason.Should().Be(UndefinedReason.InsufficientData);
        scorecard.Findings.OfData().Should().Equal(BeginsOn20January);
    }

    [Fact] // In May: the year to date looks back on February, a sum and what it is compared with do not.
    public void ToDate_GapSomeMonthsAgo_IsFoundWhereItMatters()
    {
        var table = Days(D(1, 1), 151, Gap(D(2, 10), D(2, 12)));

        table.Card(X(table).ToDate(Grain.Year), At(6, 1)).Findings.OfData().Should().Equal(Lacks10To12February);
        table.Card(X(table), At(6, 1)).Findings.OfData().Should().BeEmpty();
        table.Card(X(table).Rolling(28, Grain.Day), At(6, 1)).Findings.OfData().Should().BeEmpty();
    }

    [Fact] // Half of March 2025 is known: no year to compare with.
    public void Sum_YearEarlierPartlyKnown_IsFound()
    {
        var table = Days(D(3, 20, 2025), 377);
        var scorecard = table.Card(X(table), At(4, 1));

        scorecard.Kpis[0].Current.FromYearEarlier.Absolute.Reason.Should().Be(UndefinedReason.InsufficientData);
        scorecard.Findings.OfData().Should().Equal("DATA-BEGIN t 2025-03-20");
    }

    [Fact]
    public void Sum_GapAYearEarlier_IsFound()
    {
        var table = Days(D(1, 1, 2025), 455, Gap(D(3, 10, 2025), D(3, 12, 2025)), Gap(D(6, 1, 2025), D(6, 2, 2025)));

        table.Card(X(table), At(4, 1)).Findings.OfData().Should().Equal("DATA-GAP t 2025-03-10 2025-03-12");
    }

    [Fact] // There is no year to compare with, as in any company's first year.
    public void Sum_NoYearEarlier_IsNotFound()
    {
        var table = Days(D(1, 1), 90);

        table.Card(X(table), At(4, 1)).Findings.OfData().Should().BeEmpty();
    }

    [Fact]
    public void Standings_ManyMeasuresOfOneTable_AreFoundOnce()
    {
        var table = Days(D(1, 20), 100);
        var strategy = new Strategy
        {
            Kpis =
            [
                Kpi.Of("ytd", X(table).ToDate(Grain.Year)),
                Kpi.Of("rolling", X(table).Rolling(90, Grain.Day)),
                Kpi.Of("weekly", X(table).ToDate(Grain.Year)).Read(Grain.Week),
            ],
        };

        Scorecard.Create(strategy, Source(table), At(4, 1)).Findings.OfData().Should().Equal(BeginsOn20January);
    }

    [Fact] // Orders look back on days before they begin, visits do not; unlike times are not set against each other.
    public void ToDate_OfTwoTables_NamesTheOneThatBeginsLate()
    {
        var (orders, visits) = (Days("o", D(1, 20), 71), Days("v", D(1, 1), 90));
        var rate = Kpi.Of("rate", Marketing.ConversionRate, X(orders).ToDate(Grain.Year), V(visits).ToDate(Grain.Year));
        var scorecard = Scorecard.Create(new Strategy { Kpis = [rate] }, Source(orders, visits), At(4, 1));

        scorecard.Findings.OfData().Should().Equal(
            "DATA-BEGIN o 2026-01-20",
            "SCORECARD-NO-VALUE");
    }

    [Fact] // A mean by month of running sums over 90 days.
    public void AverageOver_OfWhatLooksBack_IsFound()
    {
        var table = Days(D(1, 20), 71);

        table.Card(X(table).Rolling(90, Grain.Day).AverageOver(Grain.Week), At(4, 1)).Findings.OfData().Should().Equal(BeginsOn20January);
    }
}
