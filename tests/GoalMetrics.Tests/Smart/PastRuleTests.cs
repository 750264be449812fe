using GoalMetrics.Smart;
using NodaTime;

namespace GoalMetrics.Tests.Smart;

/// <summary>Whether a goal asks a measure to move farther than it ever did in as much time.</summary>
public sealed class PastRuleTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2024, 1, 1);

    // Months of 1,000, 1,010, 1,020 and so on to December 2025: 24 of them, and 23 steps, the largest of which is the first, 1 %.
    private static readonly FactTable Growing = Months(24, month => 1_000m + (10m * month));
    private static readonly Instant AsOf = Calendar.StartOfDay(new(2026, 1, 1));

    [Theory] // 1,240 in January 2026 would be 10 more than December's 1,230, or 0.8 %; 1,243 is 1.06 %, 1,476 is 20 %.
    [InlineData(1_240, false)]
    [InlineData(1_242, false)]
    [InlineData(1_243, true)]
    [InlineData(1_476, true)]
    public void Rise_BeyondTheLargestBefore_IsDoubtful(int target, bool isBeyond)
    {
        var report = Validate(Growing, Target.Reach(Quantity.Count(target, "order")), Calendar.Month(2026, 1));
        report.Findings.Any(finding => finding.Code == "SMART-A-PAST").Should().Be(isBeyond);
        report[SmartCriterion.Achievable].Should().Be(isBeyond ? SmartVerdict.Doubtful : SmartVerdict.Met);
    }

    [Fact] // From 1,230 to 1,476.
    public void Finding_Beyond_SaysHowFar()
    {
        var report = Validate(Growing, Target.Reach(Quantity.Count(1_476, "order")), Calendar.Month(2026, 1));
        report.Findings.Single(finding => finding.Code == "SMART-A-PAST").Message(null).Should().Be(
            "The target asks for 20 % from 2025-12 on; the most in 23 months before was 1 %, in 2024-02.");
    }

    [Fact] // Six months ahead, in June: 1,230 to 1,300 is 5.7 %, and 1,000 to 1,060 was 6 %.
    public void Rise_SeveralPeriodsAhead_IsSetAgainstStepsAsLong()
    {
        var past = Past(Growing, Target.Reach(Quantity.Count(1_300, "order")), Calendar.Month(2026, 6))!;
        past.Length.Should().Be(6);
        past.Count.Should().Be(18);
        past.Largest.Should().Be(Quantity.Ratio(0.06m));
        past.Asked.Should().Be(Quantity.Ratio(70m / 1_230m));
        past.IsBeyondPast.Should().BeFalse();
        past.ToString().Should().Be("5.69 % from 2025-12; at most 6 % in 18 months");
    }

    [Fact] // What sells three times as much each December may do so again: 1,000 to 3,000 is no more than before.
    public void Season_WasThereBefore_IsNoDoubt()
    {
        var table = Months(23, month => month % 12 == 11 ? 3_000m : 1_000m);
        var asOf = Calendar.StartOfDay(new(2025, 12, 1));
        Past(table, Target.Reach(Quantity.Count(3_000, "order")), Calendar.Month(2025, 12), asOf)!.IsBeyondPast.Should().BeFalse();
        Past(table, Target.Reach(Quantity.Count(3_001, "order")), Calendar.Month(2025, 12), asOf)!.IsBeyondPast.Should().BeTrue();
    }

    [Fact] // From 100 down to 91, by 1 a month: at most 1 of 92, so a fall by 1 of 91 was never seen before either.
    public void Fall_BeyondTheLargestBefore_IsDoubtful()
    {
        var table = Months(10, month => 100m - month);
        var asOf = Calendar.StartOfDay(new(2024, 11, 1));
        Falling(90m).IsBeyondPast.Should().BeTrue();
        Falling(90m).Largest.Should().Be(Quantity.Ratio(-1m / 92m));
        Falling(90.02m).IsBeyondPast.Should().BeFalse();

        PastSteps Falling(decimal to)
        {
            var target = Target.Reach(Quantity.Count(to, "order"), Quantity.Count(100, "order"));
            return Past(table, target, Calendar.Month(2024, 11), asOf, Direction.LowerIsBetter)!;
        }
    }

    [Fact] // Rates move by percentage points: 2 % to 3 % is one point, and a tenth of a point was the most.
    public void Rate_MovesByPercentagePoints()
    {
        var table = FactTable.From("months", Enumerable.Range(0, 12))
            .At(month => First.PlusMonths(month))
            .Value("orders", month => 20m + month, Unit.Count("order"))
            .Value("visits", _ => 1_000m, Unit.Count("visit"))
            .Covering(First, new(2025, 1, 1))
            .Build();
        var rate = Kpi.Of(
            "rate", Marketing.ConversionRate, Metric.Sum("orders", table, "orders"), Metric.Sum("visits", table, "visits"));
        var past = Evidence(rate, table, Target.Reach(4.1m.Percent()), Calendar.Month(2025, 1), Calendar.StartOfDay(new(2025, 1, 1)))!;
        past.Asked.Should().Be(1.PercentagePoints());
        past.Largest.Should().Be(new Quantity(0.001m, Unit.PercentagePoint));
        past.IsBeyondPast.Should().BeTrue();
    }

    [Fact] // Four months have three steps; a period of the data's own has none like it; what is kept asks for none.
    public void Past_TooLittleOrNoSteps_IsNull()
    {
        var target = Target.Reach(Quantity.Count(2_000, "order"));
        Past(Months(4, _ => 1_000m), target, Calendar.Month(2024, 5), Calendar.StartOfDay(new(2024, 5, 1))).Should().BeNull();
        Past(Growing, target, Calendar.Range(new(2026, 1, 5), new(2026, 2, 1))).Should().BeNull();
        Past(Growing, Target.StayAtLeast(Quantity.Count(900, "order")), Calendar.Month(2026, 1)).Should().BeNull();
    }

    [Fact] // A week has no whole month to be read by: there is no past to ask, and the goal can be judged all the same.
    public void Past_ReadByLongerPeriodsThanTheGoal_IsNull()
    {
        var goal = new SmartGoal("goal")
        {
            Measure = Metric.Average("mean", Growing, "orders"),
            Target = Target.Reach(Quantity.Count(2_000, "order"), Quantity.Count(1_000, "order")),
            Period = Calendar.Week(2026, 2),
            ReadEvery = Grain.Month,
        };
        var rule = new Asking();
        SmartValidator.Of(rule).Validate(goal, null, new InMemorySource(Calendar, Growing), AsOf);
        rule.Findings.Should().NotContain("TRACK-FAILED");
        rule.Past.Should().BeNull();
    }

    private static SmartReport Validate(FactTable table, Target target, ReportingPeriod period) =>
        SmartValidator.Of(new PastRule()).Validate(Goal(Orders(table), target, period), null, new InMemorySource(Calendar, table), AsOf);

    private static PastSteps? Past(
        FactTable table, Target target, ReportingPeriod period, Instant? asOf = null, Direction direction = Direction.HigherIsBetter) =>
        Evidence(Orders(table, direction), table, target, period, asOf ?? AsOf);

    private static PastSteps? Evidence(Measure measure, FactTable table, Target target, ReportingPeriod period, Instant asOf)
    {
        var rule = new Asking();
        SmartValidator.Of(rule).Validate(Goal(measure, target, period), null, new InMemorySource(Calendar, table), asOf);
        return rule.Past;
    }

    private static SmartGoal Goal(Measure measure, Target target, ReportingPeriod period) =>
        new("goal") { Measure = measure, Target = target, Period = period };

    private static Kpi Orders(FactTable table, Direction direction = Direction.HigherIsBetter) =>
        Kpi.Of("orders", Metric.Sum("sum", table, "orders")).BetterWhen(direction);

    private static FactTable Months(int count, Func<int, decimal> orders) => FactTable.From("months", Enumerable.Range(0, count))
        .At(month => First.PlusMonths(month))
        .Value("orders", orders, Unit.Count("order"))
        .Covering(First, First.PlusMonths(count))
        .Build();

    private sealed class Asking : ISmartRule
    {
        public PastSteps? Past { get; private set; }

        public IReadOnlyList<string> Findings { get; private set; } = [];

        public SmartCriterion Criterion => SmartCriterion.Achievable;

        public async ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default)
        {
            var evidence = await context.EvidenceAsync(cancellationToken).ConfigureAwait(false);
            Past = evidence?.Past;
            Findings = [.. evidence!.Findings.Select(finding => finding.Code)];
        }
    }
}
