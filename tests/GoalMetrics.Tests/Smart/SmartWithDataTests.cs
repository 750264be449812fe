using GoalMetrics.Tests.Tracking;
using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Smart;

/// <summary>
/// With a source, a goal is judged by the same data that it will be tracked in: whatever keeps the tracker from judging it is found
/// beforehand. The shop takes 10 orders a day for 100 visits in the fourth quarter of 2026, 920 orders in all.
/// </summary>
public sealed class SmartWithDataTests
{
    private static readonly Instant NewYear = Utc2027(1, 1);

    private static readonly FactTable Shop = Daily(new(2026, 10, 1), 92);

    public static TheoryData<string, Target, Direction> GoodTargets => new()
    {
        { "a value above a measured baseline", Target.Reach(Count(1_000), over: LastQuarter), Direction.HigherIsBetter },
        { "a share over it", Target.IncreaseBy(20.Percent(), over: LastQuarter), Direction.HigherIsBetter },
        { "an amount over it", Target.IncreaseBy(Count(50), over: LastQuarter), Direction.HigherIsBetter },
        { "a value below it, where less is better", Target.Reach(Count(900), over: LastQuarter), Direction.LowerIsBetter },
        { "a share under it", Target.DecreaseBy(20.Percent(), under: LastQuarter), Direction.LowerIsBetter },
        { "an amount under it", Target.DecreaseBy(Count(50), under: LastQuarter), Direction.LowerIsBetter },
        { "a value below it, where no direction is stated", Target.Reach(Count(900), over: LastQuarter), Direction.Neutral },
        { "a value from a stated baseline", Target.Reach(Count(1_000), from: Count(920)), Direction.HigherIsBetter },
        { "a least value", Target.StayAtLeast(Count(300)), Direction.HigherIsBetter },
        { "a greatest value", Target.StayAtMost(Count(300)), Direction.LowerIsBetter },
        { "a band", Target.StayWithin(Count(200), Count(400)), Direction.Neutral },
    };

    // What is found in the goal of the first quarter of 2027, at New Year and at noon on 15 February; data until the moment.
    public static TheoryData<string, Target, Direction, string> BadTargets => new()
    {
        {
            "equal to the baseline",
            Target.Reach(Count(920), over: LastQuarter),
            Direction.HigherIsBetter,
            "Error TRACK-TARGET-IS-BASELINE goals/goal/target: The target 920 equals the measured baseline: there is no way to go."
        },
        {
            "below it, where more is better",
            Target.Reach(Count(919), over: LastQuarter),
            Direction.HigherIsBetter,
            "Error TRACK-WRONG-WAY goals/goal/target: From the measured baseline 920 the target 919 leads the wrong way."
        },
        {
            "above it, where less is better",
            Target.Reach(Count(921), over: LastQuarter),
            Direction.LowerIsBetter,
            "Error TRACK-WRONG-WAY goals/goal/target: From the measured baseline 920 the target 921 leads the wrong way."
        },
        {
            "from a quarter before the data",
            Target.IncreaseBy(20.Percent(), over: Utc.Quarter(2026, 3)),
            Direction.HigherIsBetter,
            "Error TRACK-BASELINE-PARTIAL goals/goal/target/baseline: The data do not cover the whole baseline period 2026-Q3:"
            + " the data of table 'visits' begin with 2026-10-01."
        },
        {
            "from a quarter in which the data begin",
            Target.Reach(Count(1_000), over: Utc.Range(new(2026, 9, 30), new(2026, 12, 31))),
            Direction.HigherIsBetter,
            "Error TRACK-BASELINE-PARTIAL goals/goal/target/baseline: The data do not cover the whole baseline period"
            + " 2026-09-30/2026-12-31: the data of table 'visits' begin with 2026-10-01."
        },
    };

    [Theory]
    [MemberData(nameof(GoodTargets), DisableDiscoveryEnumeration = true)]
    public void Validate_TargetThatTheBaselineLeadsTo_IsSmart(string what, Target target, Direction direction)
    {
        var report = Validate(Goal(Sum(Shop, direction), target), Shop, NewYear);

        Found(report).Should().BeEmpty(what);
        report[SmartCriterion.Measurable].Should().Be(SmartVerdict.Met);
        report.IsSmart.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(BadTargets), DisableDiscoveryEnumeration = true)]
    public void Validate_TargetThatTheTrackerCannotJudge_IsNotMeasurable(string what, Target target, Direction direction, string found)
    {
        foreach (var asOf in new[] { NewYear, Utc2027(2, 15, 12) })
        {
            var table = Daily(new(2026, 10, 1), 92 + (int)(asOf - NewYear).TotalDays + 1);
            var report = Validate(Goal(Sum(table, direction), target), table, asOf);

            Found(report).Should().Equal([found], what);
            report[SmartCriterion.Measurable].Should().Be(SmartVerdict.NotMet);
            report.IsSmart.Should().BeFalse();
        }
    }

    [Theory] // The data end with the year, and it is 20 January: no month of the goal is over, and nothing is known of the one that runs.
    [InlineData(null)]
    [InlineData(Grain.Week)]
    public void Validate_GoalsReadByMonthsWithoutData_SaysWhereTheDataEnd(Grain? every)
    {
        const string Found =
            "Error TRACK-NO-VALUE goals/goal/measure: The measure 'orders' has no value to judge by: the data of table 'visits' end with"
            + " 2026-12-31.";
        var asOf = Utc2027(1, 20, 10);
        var stay = Goal(Sum(Shop), Target.StayAtLeast(Count(300)), readEvery: every);
        var level = Goal(Rate(Shop), Target.Reach(12.Percent(), from: 10.Percent()), readEvery: every ?? Grain.Month);
        foreach (var goal in new[] { stay, level })
        {
            var measure = goal.Measure!.Id;
            SmartWithDataTests.Found(Validate(goal, Shop, asOf)).Should().Equal(Found.Replace("orders", measure, StringComparison.Ordinal));
            Lines(GoalTracker.Default.Track(goal, new InMemorySource(Utc, Shop), asOf).Findings)
                .Should().Equal(Found.Replace("orders", measure, StringComparison.Ordinal));
        }
    }

    [Theory] // A rate of 10 % in the fourth quarter.
    [InlineData(10, Direction.HigherIsBetter, "TRACK-TARGET-IS-BASELINE")]
    [InlineData(5, Direction.HigherIsBetter, "TRACK-WRONG-WAY")]
    [InlineData(11, Direction.LowerIsBetter, "TRACK-WRONG-WAY")]
    [InlineData(11, Direction.HigherIsBetter, null)]
    [InlineData(9, Direction.LowerIsBetter, null)]
    [InlineData(9, Direction.Neutral, null)]
    public void Validate_LevelFromAMeasuredBaseline_IsSmartIfItLeadsTheRightWay(int percent, Direction direction, string? code)
    {
        var goal = Goal(Rate(Shop, direction), Target.Reach(percent.Percent(), over: LastQuarter));

        Codes(Validate(goal, Shop, NewYear)).Should().Equal(code is null ? [] : [code]);
    }

    public static MatrixTheoryData<string, Grain> ZonesAndGrains => new(
        ["Europe/Copenhagen", "Asia/Kolkata", "America/New_York", "UTC"],
        [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.HalfYear, Grain.Year]);

    [Theory] // The same 10 a day in every zone, from the period of any grain to the next.
    [MemberData(nameof(ZonesAndGrains))]
    public void Validate_EveryZoneAndGrain_KnowsTheBaseline(string zone, Grain grain)
    {
        var calendar = ReportingCalendar.Iso(zone);
        var period = calendar.Period(grain, new(2027, 1, 1)).Next();
        var baseline = period.Previous();
        var whole = Daily(baseline.StartDate, baseline.Days);
        var partial = Daily(baseline.StartDate.PlusDays(1), baseline.Days);

        Codes(Judge(whole, Target.Reach(Count((10 * baseline.Days) + 1), over: baseline))).Should().BeEmpty();
        Codes(Judge(whole, Target.Reach(Count(10 * baseline.Days), over: baseline))).Should().Equal("TRACK-TARGET-IS-BASELINE");
        Codes(Judge(whole, Target.Reach(Count((10 * baseline.Days) - 1), over: baseline))).Should().Equal("TRACK-WRONG-WAY");
        Codes(Judge(partial, Target.Reach(Count(9_999), over: baseline))).Should().Equal("TRACK-BASELINE-PARTIAL");

        SmartReport Judge(FactTable table, Target target) => SmartValidator.Default.Validate(
            Goal(Sum(table), target, period), null, new InMemorySource(calendar, table), period.Start);
    }

    [Fact] // Baselines without a visit: a share of nothing, and a share that nothing can be a share of.
    public void Validate_BaselineWithoutFacts_IsFound()
    {
        var table = Visits(new(2026, 1, 1), new(2027, 1, 1), (new(2026, 12, 24), 0m, 0m));

        Found(Validate(Goal(Sum(table), Target.IncreaseBy(20.Percent(), over: LastQuarter)), table, NewYear)).Should().Equal(
            "Error TRACK-TARGET-IS-BASELINE goals/goal/target: The target 0 equals the measured baseline: there is no way to go.");
        Found(Validate(Goal(Sum(table), Target.Reach(Count(100), over: LastQuarter)), table, NewYear)).Should().Equal(
            "Warning TRACK-BASELINE-ZERO goals/goal/target/baseline: The baseline measured over 2026-Q4 is 0.");
        Found(Validate(Goal(Rate(table), Target.Reach(5.Percent(), over: LastQuarter)), table, NewYear)).Should().Equal(
            "Error TRACK-BASELINE-UNKNOWN goals/goal/target/baseline: The baseline of the goal has no value: zero denominator (visitors).");
    }

    [Fact] // A loss of 500: 20 % more is a loss of 400, which nothing can be divided by, but which can be reached; 1,000 can be reached.
    public void Validate_NegativeBaseline_IsFound()
    {
        var table = FactTable.From("books", [-500m]).At(_ => new LocalDate(2026, 10, 5)).Value("profit", value => value, Unit.Money("DKK"))
            .Covering(new(2026, 10, 1), new(2027, 1, 1)).Build();
        var profit = Metric.Sum("profit", table, "profit").BetterWhen(Direction.HigherIsBetter);

        Found(Validate(Goal(profit, Target.IncreaseBy(20.Percent(), over: LastQuarter)), table, NewYear)).Should().Equal(
            "Warning TRACK-BASELINE-NEGATIVE goals/goal/target/baseline: The baseline measured over 2026-Q4 is below zero: -DKK 500.00.",
            "Warning TRACK-NO-SHARE goals/goal/target: No share of the target -DKK 400.00 can be computed for a total:"
            + " the goal is judged by where it lands.");
        Codes(Validate(Goal(profit, Target.Reach(Money.Dkk(1_000), over: LastQuarter)), table, NewYear))
            .Should().Equal("TRACK-BASELINE-NEGATIVE");
    }

    [Fact] // Net promoter scores may well be negative, or zero.
    public void Validate_NegativeScore_IsFine()
    {
        foreach (var score in new[] { -20m, 0m })
        {
            var table = FactTable.From("answers", [score]).At(_ => new LocalDate(2026, 11, 5))
                .Value("score", value => value, Unit.Score(-100m, 100m)).Covering(new(2026, 10, 1), new(2027, 1, 1)).Build();
            var measure = Metric.Average("nps", table, "score").BetterWhen(Direction.HigherIsBetter);
            var goal = Goal(measure, Target.Reach(Quantity.Score(30m, -100m, 100m), over: LastQuarter));

            Codes(Validate(goal, table, NewYear)).Should().BeEmpty();
        }
    }

    [Theory] // 1 December: the quarter that is compared with still runs. Without its first days it will never be known.
    [InlineData(10, "Warning TRACK-BASELINE-OPEN goals/goal/target/baseline: The baseline period 2026-Q4 is not over yet.")]
    [InlineData(
        11,
        "Error TRACK-BASELINE-PARTIAL goals/goal/target/baseline: The data do not cover the whole baseline period 2026-Q4: the data of"
        + " table 'visits' begin with 2026-11-01.")]
    public void Validate_BaselinePeriodThatIsNotOver_IsDoubtful(int firstMonth, string found)
    {
        var first = new LocalDate(2026, firstMonth, 1);
        var table = Daily(first, Period.DaysBetween(first, new(2026, 12, 1)));
        var report = Validate(
            Goal(Sum(table), Target.IncreaseBy(20.Percent(), over: LastQuarter)), table, Instant.FromUtc(2026, 12, 1, 0, 0));

        Found(report).Should().Equal(found);
        report[SmartCriterion.Measurable].Should().Be(firstMonth == 10 ? SmartVerdict.Doubtful : SmartVerdict.NotMet);
    }

    [Fact]
    public void Validate_OtherCalendar_IsNotTimeBound()
    {
        var copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");
        var goal = Goal(Sum(Shop), Target.IncreaseBy(20.Percent(), over: copenhagen.Quarter(2026, 4)), copenhagen.Quarter(2027, 1));
        var report = Validate(goal, Shop, NewYear);

        Found(report).Should().Equal(
            "Error TRACK-CALENDAR goals/goal/period: The goal's period 2027-Q1 is of another calendar than its data: Europe/Copenhagen"
            + " instead of UTC.",
            "Error TRACK-CALENDAR goals/goal/target/baseline: The goal's baseline period 2026-Q4 is of another calendar than its data:"
            + " Europe/Copenhagen instead of UTC.");
        report[SmartCriterion.TimeBound].Should().Be(SmartVerdict.NotMet);
        Codes(SmartValidator.Default.Validate(
            goal, null, new InMemorySource(copenhagen, Shop), copenhagen.StartOfDay(new(2027, 1, 1)))).Should().BeEmpty();
    }

    [Fact]
    public void Validate_MilestonesOfAnotherCalendar_AreNotTimeBound()
    {
        var target = Target.Complete(new Milestone("launch", new(2027, 2, 1)));

        Codes(Validate(Goal(null, target, ReportingCalendar.Iso("Europe/Copenhagen").Quarter(2027, 1)), Shop, NewYear))
            .Should().Equal("TRACK-CALENDAR");
        Codes(Validate(Goal(null, target), Shop, NewYear)).Should().BeEmpty();
    }

    [Theory] // Before the goal's period, and in it.
    [InlineData(2026, 12, "TRACK-FAILED")]
    [InlineData(2027, 2, "TRACK-FAILED")]
    public void Validate_MeasureThatThrows_IsOneFinding(int year, int month, string code)
    {
        var kpi = Kpi.Of("failing", orders => orders.AmountOrNull > 100m ? throw new InvalidOperationException("boom") : orders, Sum(Shop))
            .BetterWhen(Direction.HigherIsBetter);
        var (stated, measured) = (Target.Reach(Count(1_000), from: Count(900)), Target.IncreaseBy(5.Percent(), over: Utc.Month(2026, 11)));
        foreach (var target in new[] { stated, measured })
        {
            var report = Validate(Goal(kpi, target), Daily(new(2026, 10, 1), 200), Instant.FromUtc(year, month, 15, 0, 0));

            Codes(report).Should().Equal(code);
            report.FindingsOn(SmartCriterion.Measurable)[0].Message().Should().Be("'goal' could not be evaluated: boom");
            report.IsSmart.Should().BeFalse();
        }
    }

    [Fact]
    public void Validate_TableThatIsNotThere_IsOneFinding()
    {
        var lost = Metric.Count("lost-orders", TableSchema.Named("lost", FactTime.Date)).BetterWhen(Direction.HigherIsBetter);

        Found(Validate(Goal(lost, Target.Reach(1_000)), Shop, NewYear)).Should().Equal(
            "Error TRACK-FAILED goals/goal: 'goal' could not be evaluated: The source has no table 'lost'; it has visits."
            + "");
    }

    [Theory]
    [InlineData(2026, 12, "2026-12")]
    [InlineData(2027, 2, "2027-Q1")]
    public void Validate_EmptyTable_IsNotMeasurable(int year, int month, string period)
    {
        var table = FactTable.From("orders", Array.Empty<decimal>()).At(_ => (LocalDate?)null)
            .Value("orders", value => value, Unit.Count("order")).Build();
        var asOf = Instant.FromUtc(year, month, 15, 0, 0);

        var finding = Validate(Goal(Sum(table), Target.Reach(Count(1_000))), table, asOf).FindingsOn(SmartCriterion.Measurable)[0];
        finding.Message().Should().Be("The measure 'orders' has no value to judge by: no data (orders).");
        finding.Suggestion().Should().Be($"See that its facts are loaded for {period}.");
        Codes(Validate(Goal(Sum(table), Target.IncreaseBy(5.Percent(), over: Utc.Quarter(2026, 3))), table, Utc2027(1, 1)))
            .Should().Equal("TRACK-BASELINE-UNKNOWN", "DATA-EMPTY");
    }

    [Fact] // A row is enough to show that the measure can be computed, even if that was a day before.
    public void Validate_OneRowBeforeThePeriod_IsSmart()
    {
        var row = Orders(new(2026, 12, 31), new(2027, 1, 1), (new(2026, 12, 31), 5m));

        Codes(Validate(Goal(Sum(row), Target.Reach(Count(1_000))), row, NewYear)).Should().BeEmpty();
    }

    [Fact] // Totals of months are tried out in whole months, and counts per month in one of them.
    public void Validate_FactsOfMonths_AreTriedOutInWholeMonths()
    {
        foreach (var asOf in new[] { NewYear, Instant.FromUtc(2026, 12, 20, 12, 0) })
        {
            var months = FactTable.From("months", Enumerable.Range(10, 3)).At(month => new LocalDate(2026, month, 1))
                .EachFactCovers(Grain.Month).Value("orders", _ => 100m, Unit.Count("order"))
                .DistinctCount("customers", _ => 40, Unit.Count("customer"), per: Grain.Month).Build();
            var orders = Metric.Sum("orders", months, "orders").BetterWhen(Direction.HigherIsBetter);
            var customers = Metric.Sum("customers", months, "customers").BetterWhen(Direction.HigherIsBetter);

            Codes(Validate(Goal(orders, Target.Reach(Count(1_000))), months, asOf)).Should().BeEmpty();
            Codes(Validate(Goal(customers, Target.StayAtLeast(Quantity.Count(30))), months, asOf)).Should().BeEmpty();
        }
    }

    [Fact] // There are no weeks in totals of months, and no quarters in customers counted per month.
    public void Validate_FactsOfMonthsThatAreReadOtherwise_CannotBeComputed()
    {
        var months = FactTable.From("months", Enumerable.Range(1, 12)).At(month => new LocalDate(2026, month, 1))
            .EachFactCovers(Grain.Month).Value("orders", _ => 100m, Unit.Count("order"))
            .DistinctCount("customers", _ => 40, Unit.Count("customer"), per: Grain.Month).Build();
        var orders = Metric.Sum("orders", months, "orders").BetterWhen(Direction.HigherIsBetter);
        var customers = Metric.Sum("customers", months, "customers").BetterWhen(Direction.HigherIsBetter);
        var from = Target.Reach(Quantity.Count(1_000), from: Quantity.Count(900));

        Codes(Validate(Goal(orders, from, Utc.Week(2027, 2)), months, NewYear)).Should().Equal("TRACK-TOTALS-CUT");
        Codes(Validate(Goal(orders, from, Utc.Year(2027)), months, NewYear)).Should().BeEmpty();
        Codes(Validate(Goal(customers, from), months, NewYear)).Should().Equal("TRACK-NO-VALUE");
        Codes(Validate(Goal(customers, from, January), months, NewYear)).Should().BeEmpty();
    }

    [Fact] // The order rate needs both tables; visits of November and orders of December show nothing.
    public void Validate_TwoTablesThatDoNotMeet_CannotBeComputed()
    {
        var orders = Orders(new(2026, 12, 1), new(2027, 1, 1), (new(2026, 12, 5), 10m));
        var visits = Visits(new(2026, 11, 1), new(2026, 12, 1), (new(2026, 11, 5), 10m, 100m));
        var measure = Kpi.Of("conversion", Marketing.ConversionRate, Sum(orders), Metric.Sum("visits", visits, "visits"))
            .BetterWhen(Direction.HigherIsBetter);
        var goal = Goal(measure, Target.Reach(5.Percent(), over: Utc.Month(2026, 12)));

        Codes(SmartValidator.Default.Validate(goal, null, new InMemorySource(Utc, orders, visits), NewYear))
            .Should().Equal("TRACK-BASELINE-PARTIAL");
        Codes(SmartValidator.Default.Validate(
                Goal(measure, Target.Reach(5.Percent(), from: 4.Percent())), null, new InMemorySource(Utc, orders, visits), NewYear))
            .Should().Equal("TRACK-NO-VALUE");
    }

    [Fact]
    public void Validate_DataThatBeginAndEndWithinThePeriod_LeaveWhatAccumulatesUnknown()
    {
        var table = Daily(new(2027, 1, 11), 10);
        var report = Validate(Goal(Sum(table), Target.Reach(Count(1_000), from: Count(920))), table, Utc2027(2, 1));

        Found(report).Should().Equal(
            "Error TRACK-DATA-GAP goals/goal/data: Days of 2027-Q1 are missing, so the value for the whole period is not known.",
            "Warning TRACK-DATA-BEGIN goals/goal/data: The goal's data begin late: those of table 'visits' on 2027-01-11; days missing:"
            + " 10.",
            "Warning TRACK-DATA-END goals/goal/data: The goal is judged as of the end of 2027-01-20, as far as the data of table"
            + " 'visits' go; days missing: 11.");
        report[SmartCriterion.Measurable].Should().Be(SmartVerdict.NotMet);
    }

    [Theory] // 10 a day with an outage of five days: open while the target is not there yet, and the limit not broken.
    [InlineData(310, Direction.HigherIsBetter, SmartVerdict.NotMet)]
    [InlineData(140, Direction.HigherIsBetter, SmartVerdict.Doubtful)]
    [InlineData(310, Direction.LowerIsBetter, SmartVerdict.NotMet)]
    [InlineData(140, Direction.LowerIsBetter, SmartVerdict.Doubtful)]
    public void Validate_GapInWhatAccumulates_IsNotMeasurableWhereItLeavesTheGoalOpen(int target, Direction direction, SmartVerdict verdict)
    {
        var gap = new DateInterval(new(2027, 1, 10), new(2027, 1, 14));
        var days = Enumerable.Range(0, 31).Select(new LocalDate(2027, 1, 1).PlusDays).Where(day => !gap.Contains(day));
        var table = FactTable.From("orders", days).At(day => day).Value("orders", _ => 10m, Unit.Count("order"))
            .Covering(new(2027, 1, 1), new(2027, 2, 1), except: [gap]).Build();
        var goal = Goal(Sum(table, direction), Target.Reach(Count(target)), January);
        var report = Validate(goal, table, Utc2027(1, 21));

        report[SmartCriterion.Measurable].Should().Be(verdict);
        Codes(report).Should().Equal(verdict == SmartVerdict.NotMet ? ["TRACK-DATA-GAP", "DATA-GAP"] : ["DATA-GAP"]);
        (table.Track(goal.Measure!, goal.Target!, January, Utc2027(1, 21)).Status == GoalStatus.Unknown)
            .Should().Be(verdict == SmartVerdict.NotMet);
    }

    [Fact] // Data until last night: the same at every hour of the day, for the goal and where it stands.
    public void Validate_AtAnyHourOfADayWithoutFacts_IsTheSame()
    {
        var table = Daily(new(2027, 1, 1), 31);
        var goal = Goal(Sum(table), Target.Reach(Count(1_000), from: Count(920)));
        var answers = Enumerable.Range(0, 24).Select(hour => Utc2027(2, 1, hour)).Select(asOf =>
            Validate(goal, table, asOf).ToText() + GoalTracker.Default.Track(goal, new InMemorySource(Utc, table), asOf).ToText());

        answers.Distinct().Should().ContainSingle();
        Codes(Validate(goal, table, Utc2027(2, 1, 23))).Should().BeEmpty();
        Codes(Validate(goal, table, Utc2027(2, 2))).Should().Equal("TRACK-DATA-END");
    }

    [Fact]
    public void Validate_MisspeltMemberAndRefusedRows_AreTheFindingsOfAQuery()
    {
        var table = FactTable.From("shop", new[] { "DK", "SE", "x" }).At(market => new LocalDate(2026, 12, 5))
            .Dimension("market", market => market)
            .Value("orders", market => market == "x" ? throw new FormatException("no number") : 5m, Unit.Count("order"))
            .KeepGoodRows().Covering(new(2026, 10, 1), new(2027, 1, 1)).Build();
        var dk = Metric.Sum("dk", table, "orders").Where(Filter.Equal("market", "dk")).BetterWhen(Direction.HigherIsBetter);
        var source = new InMemorySource(Utc, table);
        string[] found =
        [
            "Warning DATA-REFUSED-ROWS tables/shop: Table 'shop' lacks the rows that were refused when it was loaded: 1.",
            "Warning QUERY-UNKNOWN-MEMBER measures/dk: No fact of table 'shop' has 'dk' in 'market', which a filter of 'dk' names. The"
            + " nearest: DK.",
        ];

        var goal = Goal(dk, Target.Reach(Count(100), from: Count(90)));
        Lines(SmartValidator.Default.Validate(goal, null, source, NewYear).FindingsOn(SmartCriterion.Measurable)).Should().Equal(found);
        Lines(source.Query(Query.For(dk).During(LastQuarter)).Findings).Should().Equal(found);
        Lines(GoalTracker.Default.Track(goal, source, NewYear).Findings).Should().Equal(found);
        Lines(Scorecard.Create(new() { Goals = [goal] }, source, NewYear).Findings
            .Where(finding => !finding.Code.StartsWith("STRATEGY", StringComparison.Ordinal))).Should().Equal(found);
    }

    private static SmartReport Validate(SmartGoal goal, FactTable table, Instant asOf) =>
        SmartValidator.Default.Validate(goal, null, new InMemorySource(Utc, table), asOf);

    // What the data say; being compared with nothing earlier is no matter of data.
    private static IEnumerable<string> Found(SmartReport report) => Lines(report.Findings.Where(IsOfData));

    private static IEnumerable<string> Codes(SmartReport report) => report.Findings.Where(IsOfData).Select(finding => finding.Code);

    private static bool IsOfData(Finding finding) => !finding.Code.StartsWith("SMART", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{finding.Severity} {finding.Code} {finding.Path}: {finding.Message()}");

    // 10 orders and 100 visits a day.
    private static FactTable Daily(LocalDate from, int days) => Visits(
        from, from.PlusDays(days), [.. Enumerable.Range(0, days).Select(day => (from.PlusDays(day), 10m, 100m))]);

    private static Quantity Count(decimal amount) => Quantity.Count(amount, "order");

    private static SmartGoal Goal(Measure? measure, Target target, ReportingPeriod? period = null, Grain? readEvery = null) => new("goal")
    {
        ReadEvery = readEvery,
        Statement = "A goal of the shop for the first quarter",
        Owner = "Marketing",
        Serves = ["grow"],
        Measure = measure,
        Target = target,
        Period = period ?? FirstQuarter,
    };
}
