using System.Globalization;
using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Tracking;

/// <summary>
/// The same facts are judged the same: no judgement changes when only the clock moves within a day without new facts, when facts
/// come in another order, when they stand in two tables, or when they have one more dimension.
/// </summary>
public sealed class SameFactsTests
{
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly LocalDate FirstOfFebruary = new(2026, 2, 1);

    private static readonly Gen<World> Worlds =
        from zone in Gen.OneOfConst("UTC", "Europe/Copenhagen", "America/Los_Angeles", "Pacific/Apia")
        from days in Gen.Int[20, 200]
        from facts in Gen.Select(Gen.Int[0, 199], Gen.Int[0, 30], Gen.Int[0, 300], Gen.OneOfConst("DK", "SE")).Array[1, 120]
        from gap in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 5]))
        from gapStart in Gen.Int[0, 180]
        from target in Gen.Int[1, 4_000]
        from lowerIsBetter in Gen.Bool
        from grain in Gen.OneOfConst(Grain.Week, Grain.Month, Grain.Quarter)
        from lateDays in Gen.Int[0, 40]
        select new World(
            ReportingCalendar.Iso(zone),
            days,
            [
                .. facts.Where(fact => fact.Item1 < days)
                    .Select(fact => new Fact(First.PlusDays(fact.Item1), fact.Item2, fact.Item3, fact.Item4)),
            ],
            gap == 0 || gapStart + gap >= days - 1 || gapStart == 0
                ? null
                : new DateInterval(First.PlusDays(gapStart), First.PlusDays(gapStart + gap - 1)),
            target,
            lowerIsBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            grain,
            lateDays);

    [Fact]
    public void Judgements_ClockMovesThroughADay_StayTheSame() => Worlds.Sample(world =>
    {
        // Data until the end of a day, and the day after it: from its first moment to its last.
        var tables = world.Together();
        var day = world.Calendar.Day(First.PlusDays(world.Days));
        var atStart = world.Judged(day.Start + Duration.Epsilon, tables);
        foreach (var share in (int[])[1, 5, 12, 23])
        {
            world.Judged(day.Start + ((day.End - day.Start) * share / 24), tables).Should().Equal(atStart);
        }

        // At the first moment itself the day before is the latest that has begun, and goals have nothing else to be judged by.
        world.JudgedGoals(day.Start, tables).Should().Equal(world.JudgedGoals(day.Start + Duration.Epsilon, tables));
    });

    [Fact]
    public void Judgements_FactsInAnotherOrder_StayTheSame() => Gen.Select(Worlds, Gen.Int[0, 1_000]).Sample((world, seed) =>
    {
        Fact[] shuffled = [.. world.Facts];
        new Random(seed).Shuffle(shuffled);

        world.Judged(world.AsOf, (world with { Facts = shuffled }).Together()).Should().Equal(world.Judged(world.AsOf, world.Together()));
    });

    [Fact]
    public void Judgements_TableSplitInTwo_StayTheSame() => Worlds.Sample(world =>
        world.Judged(world.AsOf, world.Apart()).Should().Equal(world.Judged(world.AsOf, world.Together())));

    [Fact]
    public void Judgements_OneMoreDimension_StayTheSame() => Worlds.Sample(world =>
        world.Judged(world.AsOf, world.Together(withMarket: true)).Should().Equal(world.Judged(world.AsOf, world.Together())));

    internal sealed record Fact(LocalDate Day, int Orders, int Visits, string Market);

    internal sealed record World(
        ReportingCalendar Calendar,
        int Days,
        IReadOnlyList<Fact> Facts,
        DateInterval? Gap,
        int Target,
        Direction Direction,
        Grain Grain,
        int LateDays)
    {
        public Instant AsOf => Calendar.StartOfDay(First.PlusDays(Days + LateDays)) + Duration.FromHours(10);

        // Orders and visits in the same rows.
        public FactTable[] Together(bool withMarket = false)
        {
            var shop = FactTable.From("shop", Facts).At(fact => fact.Day)
                .Value("orders", fact => fact.Orders, Unit.Count("order"))
                .Value("visits", fact => fact.Visits, Unit.Count("visit"));
            return [Covered(withMarket ? shop.Dimension("market", fact => fact.Market) : shop)];
        }

        public FactTable[] Apart() =>
        [
            Covered(FactTable.From("shop", Facts).At(fact => fact.Day).Value("orders", fact => fact.Orders, Unit.Count("order"))),
            Covered(FactTable.From("site", Facts).At(fact => fact.Day).Value("visits", fact => fact.Visits, Unit.Count("visit"))),
        ];

        public List<string> Judged(Instant asOf, FactTable[] tables)
        {
            var scorecard = Scorecard.Create(StrategyOver(tables), new InMemorySource(Calendar, tables), asOf);
            return
            [
                .. scorecard.Goals.Select(Line),
                .. scorecard.BusinessGoals.Select(goal => $"{goal.Goal.Id}: {Text(goal.Attainment)} {goal.WorstStatus}"),
                .. scorecard.Kpis.SelectMany(kpi => (string[])[Line(kpi.Current), Line(kpi.LatestClosed)]),
            ];
        }

        public List<string> JudgedGoals(Instant asOf, FactTable[] tables) => [.. StrategyOver(tables).Goals.Select(goal =>
            Line(GoalTracker.Default.Track(goal, new InMemorySource(Calendar, tables), asOf)))];

        private FactTable Covered(FactTableBuilder<Fact> table) =>
            table.Covering(First, First.PlusDays(Days), except: Gap is null ? null : [Gap]).Build();

        private Strategy StrategyOver(FactTable[] tables)
        {
            var orders = Metric.Sum("orders", tables[0], "orders").BetterWhen(Direction);
            var visits = Metric.Sum("visits", tables[^1], "visits").BetterWhen(Direction);
            var rate = Kpi.Of("rate", (one, other) => one / other, orders, visits).BetterWhen(Direction).Read(every: Grain);
            var growth = Kpi.Of("growth", Finance.GrowthRate, orders, orders.Previous(Grain.Month)).Read(every: Grain);
            var goal = new BusinessGoal("grow");
            var from = Quantity.Ratio(Target / (Direction == Direction.HigherIsBetter ? 8_000m : 2_000m));
            var rises = Direction == Direction.HigherIsBetter;
            return new()
            {
                BusinessGoals = [goal],
                Kpis = [rate, growth, Kpi.Of("orders-kpi", orders).Read(every: Grain)],
                Goals =
                [
                    Goal("flow", orders, GoalMetrics.Target.Reach(Quantity.Count(Target, "order"))),
                    Goal("level", rate, GoalMetrics.Target.Reach(Quantity.Ratio(Target / 4_000m), from)),
                    Goal("more", visits, rises
                        ? GoalMetrics.Target.IncreaseBy(20.Percent(), over: Calendar.Month(2026, 1))
                        : GoalMetrics.Target.DecreaseBy(20.Percent(), under: Calendar.Month(2026, 1))),
                    Goal("stay", orders, rises
                        ? GoalMetrics.Target.StayAtLeast(Quantity.Count(Target / 20m, "order"))
                        : GoalMetrics.Target.StayAtMost(Quantity.Count(Target / 20m, "order"))),
                ],
            };

            SmartGoal Goal(string id, Measure measure, Target target) => new(id)
            {
                Measure = measure,
                Target = target,
                Period = id == "more" ? Calendar.Range(FirstOfFebruary, new(2027, 1, 1)) : Calendar.Year(2026),
                ReadEvery = id == "stay" ? Grain : null,
                Serves = [goal],
            };
        }

        // All that is judged, and not when it was asked. What is not judged is not judged at any time.
        private static string Line(GoalProgress goal) => goal.Status is GoalStatus.NotStarted or GoalStatus.Unknown
            ? $"{goal.Goal.Id} {goal.Status}: {Text(goal.Actual)}, {Text(goal.Target)}, {Text(goal.Attainment)}, {Text(goal.Pace)}"
            : $"{goal.Goal.Id} {goal.Status} at {goal.JudgedAt}: {Text(goal.Actual)} of {Text(goal.Target)}, {Text(goal.Attainment)},"
            + $" {Text(goal.Expected)} expected, pace {Text(goal.Pace)}, lands at {Text(goal.Landing)}, required {Text(goal.RequiredRate)}";

        private static string Line(MeasureReading reading) =>
            $"{reading.Period}: {Text(reading.Value)} from {Text(reading.Previous)} {reading.Verdict},"
            + $" {Text(reading.FromYearEarlier.Relative)}";

        private static string Text(Quantity quantity) => quantity.ToString(CultureInfo.InvariantCulture);
    }
}
