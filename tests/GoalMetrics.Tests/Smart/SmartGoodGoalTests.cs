using NodaTime;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

/// <summary>Nothing is found in good goals, whatever they are like and whenever they are judged.</summary>
public sealed class SmartGoodGoalTests
{
    private static readonly ReportingCalendar Retail = Copenhagen.WithRetailYear(RetailCalendar.Nrf);
    private static readonly Metric Delivery = Metric.Average(
        "delivery", TableSchema.Named("parcels", FactTime.Date).Value("hours", Unit.Duration(DurationUnit.Hour)), "hours");
    private static readonly Kpi Loyalty = Kpi.Of("loyalty", Revenue).Serving("grow-market-share", "delight-customers");

    // The goals of others, and KPIs that say nothing of the goal before one that does.
    private static readonly Strategy Large = new()
    {
        BusinessGoals = [.. Enumerable.Range(1, 20).Select(i => new BusinessGoal($"grow-{i}")), .. Shop.BusinessGoals],
        Kpis = [Loyalty, Conversion, Satisfaction, Kpi.Of("speed", Delivery).Serving("grow-market-share")],
        Goals =
        [
            MoreVisitors,
            .. Enumerable.Range(1, 20).Select(i => new SmartGoal($"goal-{i}") { Owner = $"Owner {i}", Period = Copenhagen.Year(2027) }),
        ],
    };

    public static TheoryData<string, SmartGoal, Instant> GoodGoals
    {
        get
        {
            var goals = new TheoryData<string, SmartGoal, Instant>
            {
                { "before its period", MoreVisitors, AsOf },
                { "midway", MoreVisitors, Instant.FromUtc(2027, 2, 10, 9, 0) },
                { "the day before the clocks change", With(Copenhagen.Month(2027, 10)), Instant.FromUtc(2027, 10, 28, 9, 0) },
                {
                    "on the day the clocks change",
                    With(Copenhagen.Range(new(2027, 3, 1), new(2027, 4, 1))),
                    Instant.FromUtc(2027, 3, 28, 9, 0)
                },
                { "near its end", With(Copenhagen.Month(2027, 2)), Instant.FromUtc(2027, 2, 24, 9, 0) },
                { "of a week, near its end", With(Copenhagen.Week(2027, 6)), Copenhagen.StartOfDay(new(2027, 2, 13)) },
                { "of a day", With(Copenhagen.Day(new(2027, 2, 10))), Instant.FromUtc(2027, 2, 10, 20, 0) },
                {
                    "a rate from a stated baseline",
                    On(Conversion, Target.Reach(4.Percent(), from: 3.Percent()), "Take conversion from 3 % to 4 % in 2027"),
                    AsOf
                },
                {
                    "a change that is named",
                    On(Conversion, Target.Reach(4.Percent(), from: 3.Percent()), "Raise conversion by a third, 33.3 %, in 2027"),
                    AsOf
                },
                {
                    "percentage points",
                    On(Conversion, Target.IncreaseBy(1.PercentagePoints(), from: 3.Percent()), "Raise conversion by 1 percentage point"),
                    AsOf
                },
                { "money", On(Revenue, Target.IncreaseBy(Money.Dkk(500), from: Money.Dkk(2_000)), "Sell for 500 kroner more"), AsOf },
                {
                    "a score",
                    On(Rating, Target.Reach(Quantity.Score(4.5m, 1m, 5m), from: Quantity.Score(4m, 1m, 5m)), "Take the rating to 4.5 of 5"),
                    AsOf
                },
                {
                    "hours against minutes",
                    On(
                        Delivery,
                        Target.Reach(Quantity.Duration(2m, DurationUnit.Hour), from: Quantity.Duration(150m, DurationUnit.Minute)),
                        "Deliver within 2 hours"),
                    AsOf
                },
                { "a band", On(Conversion, Target.StayWithin(3.Percent(), 5.Percent()), "Keep conversion between 3 % and 5 %"), AsOf },
                {
                    "milestones",
                    On(
                        null,
                        Target.Complete(
                            new("Sign the lease", new(2027, 2, 1)),
                            new("Open", new LocalDate(2027, 3, 1).WithCalendar(CalendarSystem.Julian))),
                        "Open the new shop in Aarhus"),
                    AsOf
                },
            };
            foreach (var grain in Enum.GetValues<Grain>())
            {
                var year = grain == Grain.RetailYear ? Retail.Period(grain, new(2027, 6, 1)) : Retail.Year(2027);
                goals.Add($"read by the {grain}", With(grain == Grain.FiscalYear ? Retail.FiscalYear(2027) : year, grain), AsOf);
            }

            return goals;
        }
    }

    [Theory]
    [MemberData(nameof(GoodGoals), DisableDiscoveryEnumeration = true)]
    public void Validate_GoodGoal_IsSmartAndFindsNothing(string what, SmartGoal goal, Instant asOf)
    {
        foreach (var strategy in new[] { null, Large })
        {
            var report = SmartValidator.Default.Validate(goal, strategy, asOf);

            report.Findings.Should().BeEmpty("the goal is fine, {0}", what);
            report.IsSmart.Should().BeTrue("every criterion was checked, {0}", what);
        }
    }

    [Theory]
    [InlineData(Grain.Week, 2027, 1, 4, 2027, 1, 12)]
    [InlineData(Grain.Month, 2027, 1, 20, 2027, 3, 5)]
    [InlineData(Grain.Quarter, 2027, 1, 1, 2027, 7, 1)]
    [InlineData(Grain.Year, 2026, 12, 31, 2028, 1, 2)]
    public void Validate_ReadingsInARange_FindsNothing(Grain grain, int year, int month, int day, int toYear, int toMonth, int toDay)
    {
        var goal = With(Copenhagen.Range(new(year, month, day), new(toYear, toMonth, toDay)), grain);

        SmartValidator.Default.Validate(goal, Shop, AsOf).Findings.Should().BeEmpty();
    }

    private static SmartGoal With(ReportingPeriod period, Grain? readEvery = null) => new("g")
    {
        Statement = "Have 500 site visitors",
        Owner = "Marketing",
        Measure = Visits,
        Target = Target.Reach(500, from: 450),
        Period = period,
        Serves = ["grow-market-share"],
        ReadEvery = readEvery,
    };

    private static SmartGoal On(Measure? measure, Target target, string statement) => new("g")
    {
        Statement = statement,
        Owner = "Marketing",
        Measure = measure,
        Target = target,
        Period = Copenhagen.Quarter(2027, 1),
        Serves = ["grow-market-share", "delight-customers"],
    };
}
