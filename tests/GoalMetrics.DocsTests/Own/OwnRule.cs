#region own-rule
using GoalMetrics;

#endregion

namespace DocsTests;

/// <summary>The guide to adding a SMART rule: the regions are its snippets.</summary>
public sealed class OwnRule
{
    [Fact]
    public void Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region own-rule-use
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var goal = new SmartGoal("more-visits")
        {
            Measure = Metric.Count("visits", TableSchema.Named("site", FactTime.Date)),
            Target = Target.Reach(Quantity.Count(5_000)),
            Period = calendar.Month(2026, 10),
        };
        var validator = SmartValidator.Default.With(new QuarterRule());

        SmartReport report = validator.Validate(goal, asOf: calendar.StartOfDay(new(2026, 9, 1)));
        Finding found = report.Findings.Single(finding => finding.Code == "ACME-QUARTER");
        Console.WriteLine(found.Message());                             // We plan in quarters; the goal runs over 2026-10.
        #endregion

        found.Message().Should().Be("We plan in quarters; the goal runs over 2026-10.");
        found.Severity.Should().Be(FindingSeverity.Info);
    }
}

#region own-rule
public sealed class QuarterRule() : SmartRule(SmartCriterion.TimeBound)
{
    private static readonly FindingKind NotAQuarter = new(
        "ACME-QUARTER",
        FindingSeverity.Info,
        new("We plan in quarters; the goal runs over {period}.", "Vi planlægger i kvartaler; målet løber over {period}."),
        new("Choose a quarter.", "Vælg et kvartal."));

    protected override void Check(SmartContext context)
    {
        if (context.Goal.Period is { } period && period.Grain != Grain.Quarter)
        {
            context.Report(NotAQuarter, "period", [new("period", period)]);
        }
    }
}
#endregion
