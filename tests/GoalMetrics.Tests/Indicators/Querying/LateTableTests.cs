using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// 10 orders a day since 1 January 2026, and 20 visits a day since 5 February: the rate is 50 % wherever both are known.
public class LateTableTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly FactTable Orders = Daily("orders", new(2026, 1, 1), 10m);
    private static readonly FactTable Visits = Daily("visits", new(2026, 2, 5), 20m);
    private static readonly InMemorySource Source = new(Calendar, Orders, Visits);
    private static readonly Measure Rate = Measure.Of(
        "rate", (orders, visits) => orders / visits, Metric.Sum("o", Orders, "n"), Metric.Sum("v", Visits, "n"));

    public static TheoryData<Measure, bool> Views => new()
    {
        { Rate, false },
        { Rate.ToDate(Grain.Month), false },
        { Rate.ToDate(Grain.Quarter), false },
        { Rate.Rolling(28, Grain.Day), false },
        { Rate.Rolling(7, Grain.Day), true },
        { Rate.Cumulative(), true },
    };

    [Theory] // February ends on the 28th: 28 days hold four without visits, the last 7 hold none.
    [MemberData(nameof(Views), DisableDiscoveryEnumeration = true)]
    public void Query_MonthInWhichATableBegins_IsOfTheDaysThatBothHave(Measure view, bool isCovered)
    {
        var february = Source.Query(Query.For(view).During(Calendar.Month(2026, 2))).Total;

        february[view].Should().Be(50.Percent());
        february.IsFullyCovered.Should().Be(isCovered);
    }

    [Fact] // And February is no better or worse than January, of which no rate is known.
    public void Query_ChangeOfSuchARate_IsUndefined()
    {
        var view = Rate.ToDate(Grain.Month);
        var total = Source.Query(Query.For(view).During(Calendar.Month(2026, 3)).ComparedWith(PeriodComparison.PreviousPeriod)).Total;

        total[view].Should().Be(50.Percent());
        total.Change(view, PeriodComparison.PreviousPeriod).Absolute.IsDefined.Should().BeFalse();
    }

    [Fact] // Only the orders have a month before February.
    public void Query_WhatLooksBackInOneTableAlone_ReadsItsTimeBefore()
    {
        var orders = Metric.Sum("o", Orders, "n");
        var view = Measure.Of("view", (before, visits) => before / visits, orders.Previous(Grain.Month), Metric.Sum("v", Visits, "n"));

        Source.Query(Query.For(view).During(Calendar.Month(2026, 3))).Total[view].Amount.Should().BeApproximately(280m / 620m, 1e-20m);
    }

    private static FactTable Daily(string name, LocalDate from, decimal value) => FactTable
        .From(name, Enumerable.Range(0, Period.DaysBetween(from, new(2026, 4, 1))))
        .At(day => from.PlusDays(day))
        .Value("n", _ => value, Unit.Count(name))
        .Build();
}
