using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking.Scorecards;

/// <summary>One goal or measure that fails is one finding with its id, and the rest of the scorecard stands.</summary>
public sealed class ScorecardFailureTests
{
    private const string NoTable = "The source has no table 'lost'; it has orders.";

    private static readonly FactTable Table = Orders(new(2027, 1, 1), new(2027, 2, 1), (new(2027, 1, 2), 310m));

    private static readonly Metric Lost = Metric.Count("lost-orders", TableSchema.Named("lost", FactTime.Date));

    private static readonly InMemorySource Source = new(Utc, Table);

    private static readonly Instant February = Utc2027(2, 1);

    // Fails only for what there is, so not when it is defined.
    private static Kpi Failing => Kpi.Of(
        "failing", orders => orders.AmountOrNull == 310m ? throw new InvalidOperationException("boom") : orders, Sum(Table));

    private static Kpi Standing => Kpi.Of("standing", Sum(Table));

    [Fact]
    public void Create_FormulaThrows_IsAFindingAndTheRestStands()
    {
        var scorecard = Create(new() { Kpis = [Failing, Standing] });

        scorecard.Kpis[0].Current.Value.ShouldBeUndefined(UndefinedReason.InsufficientData, "failing");
        scorecard.Kpis[1].Current.Value.Amount.Should().Be(310m);
        Failures(scorecard).Should().Equal("kpis/failing: 'failing' could not be evaluated: boom");
        scorecard.Findings.Single(finding => finding.Code == "TRACK-FAILED").Message(new("da"))
            .Should().Be("'failing' kunne ikke beregnes. Fejlmeddelelse: »boom«");
    }

    [Fact] // The month before has no data, so a formula that computes with bare amounts has no value there, and one where there are.
    public void Create_FormulaReadsAmounts_HasAValueWhereItsInputsHave()
    {
        var tenth = Kpi.Of("tenth", orders => Quantity.Count(orders.Amount / 10m, "order"), Sum(Table)).Read(every: Grain.Month);
        var scorecard = Create(new() { Kpis = [tenth] });

        scorecard.Kpis[0].LatestClosed.Value.Amount.Should().Be(31m);
        scorecard.Kpis[0].LatestClosed.FromYearEarlier.Relative.Reason.Should().Be(UndefinedReason.NoData);
        Failures(scorecard).Should().BeEmpty();
    }

    [Fact]
    public void Create_TableIsMissing_IsAFindingAndTheRestStands()
    {
        var scorecard = Create(new() { Kpis = [Kpi.Of("lost", Lost), Standing] });

        scorecard.Kpis[0].Current.Value.IsDefined.Should().BeFalse();
        scorecard.Kpis[1].Current.Value.Amount.Should().Be(310m);
        Failures(scorecard).Should().Equal($"kpis/lost: 'lost' could not be evaluated: {NoTable}");
    }

    [Fact]
    public void Create_GoalsFail_AreUnknownAndTheRestStands()
    {
        var scorecard = Create(new()
        {
            BusinessGoals = [new("growth")],
            Goals = [Goal("lost-goal", Lost), Goal("failing-goal", Failing), Goal("standing-goal", Sum(Table))],
        });

        scorecard.Goals.Select(goal => goal.Status).Should().Equal(GoalStatus.Unknown, GoalStatus.Unknown, GoalStatus.Achieved);
        scorecard.BusinessGoals[0].Attainment.Should().Be(Quantity.Ratio(1m));
        scorecard.BusinessGoals[0].UnknownGoals.Should().HaveCount(2);
        Failures(scorecard).Should().Equal(
            $"goals/lost-goal: 'lost-goal' could not be evaluated: {NoTable}",
            "goals/failing-goal: 'failing-goal' could not be evaluated: boom");
    }

    [Fact]
    public void Create_GoalOfAnotherCalendar_IsUnknownAndTheRestStands()
    {
        var foreign = new SmartGoal("foreign")
        {
            Measure = Sum(Table),
            Target = Target.Reach(Quantity.Count(310, "order")),
            Period = ReportingCalendar.Iso("Europe/Copenhagen").Month(2027, 1),
        };
        var scorecard = Create(new() { Goals = [foreign, Goal("standing-goal", Sum(Table))] });

        scorecard.Goals.Select(goal => goal.Status).Should().Equal(GoalStatus.Unknown, GoalStatus.Achieved);
        scorecard.Goals[0].ToText().Should().Be(
            "Unknown: The goal's period 2027-01 is of another calendar than its data: Europe/Copenhagen instead of UTC.");
        scorecard.Findings.Count(finding => finding.Code == "TRACK-CALENDAR").Should().Be(1);
    }

    [Fact]
    public void Create_NoTableAtAll_IsAFindingForEach()
    {
        var scorecard = Scorecard.Create(new() { Kpis = [Standing] }, new InMemorySource(Utc), February);

        Failures(scorecard).Should().ContainSingle()
            .Which.Should().Contain("'standing' could not be evaluated: The source has no table 'orders'");
    }

    private static Scorecard Create(Strategy strategy) => Scorecard.Create(strategy, Source, February);

    private static IEnumerable<string> Failures(Scorecard scorecard) => scorecard.Findings
        .Where(finding => finding.Code == "TRACK-FAILED")
        .Select(finding => $"{finding.Path}: {finding.Message()}");

    private static SmartGoal Goal(string id, Measure measure) => new(id)
    {
        Measure = measure,
        Target = Target.Reach(Quantity.Count(310, "order")),
        Period = January,
        Serves = ["growth"],
    };
}
