using GoalMetrics.Tests.Tracking;
using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Goals.Evidence;

// A number of customers only grows until its period ends: what it has reached stays reached. Two new customers come each day of 2027.
public sealed class ReachedForGoodTests
{
    private static readonly FactTable Table = FactTable.From("visits", Enumerable.Range(0, 365).SelectMany(day => new[]
        {
            (Day: day, Customer: $"a{day}"), (Day: day, Customer: $"b{day}"),
        }))
        .At(visit => (LocalDate?)new LocalDate(2027, 1, 1).PlusDays(visit.Day))
        .Dimension("customer", visit => visit.Customer)
        .Value("size", visit => visit.Day, Unit.Count())
        .Covering(new(2027, 1, 1), new(2028, 1, 1)).Build();

    private static readonly Metric Customers = Metric.CountDistinct("customers", Table, "customer", "customer");
    private static readonly Metric Visits = Metric.Count("visits", Table);

    [Theory] // 40 customers by the 20th, 50 by the 25th, 58 by the 29th.
    [InlineData(21, GoalStatus.OnTrack, GoalStatus.OffTrack)]
    [InlineData(26, GoalStatus.OnTrack, GoalStatus.Achieved)]
    [InlineData(30, GoalStatus.Missed, GoalStatus.Achieved)]
    [InlineData(32, GoalStatus.Missed, GoalStatus.Achieved)]
    public void Track_ANumberOfCustomers_IsDecidedWhenItGoesBeyond(int day, GoalStatus limit, GoalStatus target)
    {
        var at = January.Start + Duration.FromDays(day - 1);
        Track(Customers, Direction.LowerIsBetter, Target.Reach(50), at).Status.Should().Be(limit);

        // On the 20th, 40 are 6 of the 16 from 34 to 50, or 37.5 % of the way, and 64.5 % were expected.
        Track(Customers, Direction.HigherIsBetter, Target.Reach(50, from: 34), at).Status.Should().Be(target);
    }

    public static TheoryData<Measure, bool> Measures => new()
    {
        { Customers, true },
        { Kpi.Of("kpi", Customers), true },
        { Measure.Of("twice", one => one * 2, Customers), true },
        { Metric.Max("largest", Table, "size"), true },
        { Visits.Cumulative(), true },
        { Visits.ToDate(Grain.Year), true },

        // These may be lower tomorrow: a week begins again, 28 days go on, and rates and means move either way.
        { Visits.ToDate(Grain.Week), false },
        { Visits.ToDate(Grain.Week).Cumulative(), false },
        { Visits.Rolling(28, Grain.Day), false },
        { Customers.AverageOver(Grain.Day), false },
        { Metric.Average("mean", Table, "size"), false },
        { Measure.Of("per-visit", (one, all) => one / all, Customers, Visits), false },
    };

    [Theory] // All of them are above 0.5 and below 1,000 on 20 January.
    [MemberData(nameof(Measures))]
    public void Track_WhatCanOnlyGrow_IsAchievedOrMissedForGood(Measure measure, bool staysReached)
    {
        var at = Utc2027(1, 20);
        Track(measure, Direction.HigherIsBetter, Target.Reach(Half(measure), from: Quarter(measure)), at).Status
            .Should().Be(staysReached ? GoalStatus.Achieved : GoalStatus.OnTrack, measure.Id);
        Track(measure, Direction.LowerIsBetter, Target.Reach(Half(measure)), at).Status
            .Should().Be(staysReached ? GoalStatus.Missed : GoalStatus.OffTrack, measure.Id);
    }

    [Fact] // The smallest can only fall: 0 since the first day.
    public void Track_WhatCanOnlyFall_IsAchievedOrMissedForGood()
    {
        var smallest = Metric.Min("smallest", Table, "size");
        Track(smallest, Direction.HigherIsBetter, Target.Reach(5, from: 1), Utc2027(1, 20)).Status.Should().Be(GoalStatus.Missed);
        Track(smallest, Direction.LowerIsBetter, Target.Reach(5), Utc2027(1, 20)).Status.Should().Be(GoalStatus.Achieved);
    }

    [Fact] // Read in the latest whole week, 14 customers, it may be another number next week.
    public void Track_ANumberOfCustomersByTheWeek_IsNotDecidedBeforeTheClose()
    {
        var goal = new SmartGoal("goal")
        {
            Measure = Kpi.Of("kpi", Customers).BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(10, from: 5),
            Period = January,
            ReadEvery = Grain.Week,
        };
        GoalTracker.Default.Track(goal, new InMemorySource(Utc, Table), Utc2027(1, 20)).Status.Should().Be(GoalStatus.OnTrack);
    }

    [Fact] // Returns take from what has added up: 100 on the 2nd is no longer so on the 3rd.
    public void Track_ARunningTotalThatHoldsReturns_IsNotDecidedBeforeTheClose()
    {
        var table = FactTable.From<(int Day, decimal Sold)>("shop", [(2, 100m), (3, -10m)]).At(row => new LocalDate(2027, 1, row.Day))
            .Value("sold", row => row.Sold, Unit.Money("DKK")).Covering(new(2027, 1, 1), new(2027, 3, 1)).Build();
        var total = Kpi.Of("kpi", Metric.Sum("sold", table, "sold").Cumulative()).BetterWhen(Direction.HigherIsBetter);

        table.Track(total, Target.Reach(Money.Dkk(95), from: Money.Dkk(10)), January, Utc2027(1, 3)).Status.Should().Be(GoalStatus.OnTrack);
    }

    private static decimal At20(Measure measure) => new InMemorySource(Utc, Table)
        .Query(Query.For(measure).During(Utc.Range(new(2027, 1, 1), new(2027, 1, 20))).AsOf(Utc2027(1, 20))).Total[measure].Amount;

    private static Quantity Half(Measure measure) => new(At20(measure) / 2m, measure.Unit!);

    private static Quantity Quarter(Measure measure) => new(At20(measure) / 4m, measure.Unit!);

    private static GoalProgress Track(Measure measure, Direction direction, Target target, Instant at) =>
        Table.Track(Kpi.Of("kpi-of", measure).BetterWhen(direction), target, January, at);
}
