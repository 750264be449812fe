using NodaTime;

namespace GoalMetrics.Tests.Goals.Json;

public sealed class TargetJsonTests
{
    public static TheoryData<Target, string> Targets => new()
    {
        { Target.Reach(Money.Dkk(600)), """{"kind":"reach","value":{"amount":600,"unit":"DKK"}}""" },
        {
            Target.Reach(4.Percent(), from: 2.Percent()),
            """{"kind":"reach","value":{"amount":0.04,"unit":"ratio"},"baseline":{"stated":{"amount":0.02,"unit":"ratio"}}}"""
        },
        {
            Target.IncreaseBy(20.Percent(), over: ReportingCalendar.Utc.Quarter(2026, 4)),
            """
            {
              "kind": "increaseBy", "step": { "amount": 0.2, "unit": "ratio" },
              "baseline": { "period": { "name": "2026-Q4", "grain": "quarter", "start": "2026-10-01", "end": "2027-01-01" } }
            }
            """
        },
        {
            Target.StayWithin(Quantity.Count(5), Quantity.Count(9)),
            """{"kind":"stayWithin","value":{"amount":5,"unit":"count"},"upper":{"amount":9,"unit":"count"}}"""
        },
        {
            Target.Complete(new Milestone("Open the shop", new LocalDate(2027, 3, 1)) { CompletedOn = new(2027, 2, 27), Weight = 2 }),
            """
            {
              "kind": "complete",
              "milestones": [{ "name": "Open the shop", "due": "2027-03-01", "completedOn": "2027-02-27", "weight": 2 }]
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Write_Target_HasWhatItsKindHas(Target target, string json) => target.AsJson().ShouldBeJson(json);

    [Fact]
    public void Write_BusinessGoal_HasIdAndTexts() =>
        new BusinessGoal("growth") { Title = new("Growth", "Vækst"), Description = "More of it" }.AsJson().ShouldBeJson(
            """{"id":"growth","title":{"en":"Growth","da":"Vækst"},"description":{"en":"More of it"}}""");
}
