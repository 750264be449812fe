using CsCheck;
using GoalMetrics.Tests.Tracking;
using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Smart;

/// <summary>
/// Random goals over random tables: what is SMART with the data can be tracked in them, and both report the same of the data.
/// </summary>
public sealed class SmartAndTrackedLawsTests
{
    private const int Cases = 1_500;

    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly LocalDate FirstDay = new(2026, 9, 1);

    // Most often good, so that a law about good goals is not one about few.
    private static readonly Gen<Shop> Shops = Gen.Select(
        Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[0, 150])),
        Gen.Frequency((4, Gen.Const(260)), (1, Gen.Int[1, 200])),
        Gen.Frequency((5, Gen.Int[1, 9]), (1, Gen.Const(0))),
        Gen.Int[0, 3],
        Gen.Frequency((4, Gen.Const(-1)), (1, Gen.Int[1, 200])))
        .Select((start, days, orders, every, gap) => new Shop(FirstDay.PlusDays(start), days, orders, every + 1, gap));

    private static readonly Gen<Wish> Wishes = Gen.Select(
        Gen.Int[0, 7],
        Gen.Int[-2, 12],
        Gen.Enum<Direction>(),
        Gen.Int[0, 2],
        Gen.Bool,
        Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false))))
        .Select((kind, size, direction, measure, isMonthly, isUtc) => new Wish(kind, size, direction, measure, isMonthly, isUtc));

    // From the last days of the baseline to the end of the period.
    private static readonly Gen<Instant> Moments =
        Gen.Int[-10 * 24, (90 * 24) - 1].Select(hours => Utc2027(1, 1) + Duration.FromHours(hours));

    [Fact]
    public void IsSmart_WithData_CanBeTracked()
    {
        var (smart, unknown, foreign) = (0, 0, 0);
        Gen.Select(Shops, Wishes, Moments).Sample(
            (shop, wish, asOf) =>
            {
                if (Goal(shop, wish) is not { } goal)
                {
                    return;
                }

                var source = new InMemorySource(Utc, shop.Orders, shop.Visits);
                var report = SmartValidator.Default.Validate(goal, null, source, asOf);
                if (Tracked(goal, source, asOf) is not { } progress)
                {
                    report[SmartCriterion.TimeBound].Should().Be(SmartVerdict.NotMet);
                    foreign++;
                    return;
                }

                // A month that is not over yet is no matter of the data.
                var isEarly = progress.Findings.Any(finding => finding.Code == "TRACK-NOTHING-CLOSED");
                var isUnknown = progress.Status == GoalStatus.Unknown && !isEarly;
                (report.IsSmart && isUnknown).Should().BeFalse("{0}: {1} {2}", report, progress, string.Join(" ", progress.Findings));
                OfData(progress.Findings).Except(OfData(report.Findings)).Should().BeEmpty();
                smart += report.IsSmart ? 1 : 0;
                unknown += isUnknown ? 1 : 0;
            },
            Cases);

        // Enough of each for the law to mean something.
        smart.Should().BeGreaterThan(Cases / 6);
        unknown.Should().BeGreaterThan(Cases / 12);
        foreign.Should().BeGreaterThan(Cases / 60);
    }

    private static GoalProgress? Tracked(SmartGoal goal, InMemorySource source, Instant asOf)
    {
        try
        {
            return GoalTracker.Default.Track(goal, source, asOf);
        }
        catch (ArgumentException refused) when (refused.Message.Contains("is of the calendar", StringComparison.Ordinal))
        {
            return null;
        }
    }

    // Null where the goal contradicts itself, and is refused.
    private static SmartGoal? Goal(Shop shop, Wish wish)
    {
        try
        {
            return new("goal")
            {
                Statement = "A goal of the shop for the first quarter",
                Owner = "Marketing",
                Serves = ["grow"],
                Measure = shop.Measure(wish),
                Target = TargetOf(wish),
                Period = (wish.IsUtc ? Utc : Copenhagen).Quarter(2027, 1),
                ReadEvery = wish.IsMonthly ? Grain.Month : null,
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Target TargetOf(Wish wish)
    {
        // About as large as what is measured: some hundreds of orders, some per cent of visits.
        var size = wish.Measure == 0 ? Quantity.Count(wish.Size * 60m, "order") : Quantity.Ratio(wish.Size / 100m);
        var share = Quantity.Ratio(wish.Size / 10m);
        return wish.Kind switch
        {
            0 => Target.Reach(size, over: LastQuarter),
            1 => Target.IncreaseBy(share, over: LastQuarter),
            2 => Target.DecreaseBy(share, under: LastQuarter),
            3 => Target.Reach(size),
            4 => Target.Reach(size, from: size * Quantity.Ratio(0.5m)),
            5 => Target.StayAtLeast(size),
            6 => Target.StayAtMost(size),
            _ => Target.IncreaseBy(wish.Measure == 0 ? size : 1.PercentagePoints(), over: LastQuarter),
        };
    }

    // What is found in the data. That a level has no baseline is found in the goal, without them.
    private static IEnumerable<string> OfData(IEnumerable<Finding> findings) => findings
        .Where(finding => finding.Code is not ("TRACK-NOTHING-CLOSED" or "TRACK-NO-BASELINE"))
        .Select(finding => finding.ToString());

    private sealed record Wish(int Kind, int Size, Direction Direction, int Measure, bool IsMonthly, bool IsUtc);

    // Orders every few days, perhaps with an outage of three, and visits that are loaded for all days.
    private sealed class Shop(LocalDate start, int days, int orders, int every, int gap)
    {
        public FactTable Orders { get; } = OrdersOf(start, days, orders, every, gap);

        public FactTable Visits { get; } = Facts.Visits(
            FirstDay, FirstDay.PlusDays(260), [.. Enumerable.Range(0, 260).Select(day => (FirstDay.PlusDays(day), 1m, 100m))]);

        // A sum, a rate of two tables, and an average over a sum.
        public Measure Measure(Wish wish) => wish.Measure switch
        {
            0 => Sum(Orders, wish.Direction),
            1 => Rate(Sum(Orders)).BetterWhen(wish.Direction),
            _ => Rate(Metric.Average("average", Orders, "orders")).BetterWhen(wish.Direction),
        };

        private Kpi Rate(Metric sold) => Kpi.Of("rate", Marketing.ConversionRate, sold, Metric.Sum("visits", Visits, "visits"));

        private static FactTable OrdersOf(LocalDate start, int days, int orders, int every, int gap)
        {
            var sold = Enumerable.Range(0, days).Where(day => day % every == 0 && (gap < 0 || day < gap || day > gap + 2));
            DateInterval[] outages = gap < 0 || gap + 2 >= days ? [] : [new(start.PlusDays(gap), start.PlusDays(gap + 2))];
            return FactTable.From("orders", sold).At(day => start.PlusDays(day)).Value("orders", _ => orders, Unit.Count("order"))
                .Covering(start, start.PlusDays(days), except: outages).Build();
        }
    }
}
