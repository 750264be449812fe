using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>Goals to keep a value, on a conversion rate of 11 % in January, 16 % in February and 13 % in March.</summary>
public sealed class StayTests
{
    private static readonly FactTable Table = Visits(
        new(2026, 1, 1), new(2027, 4, 1), (new(2027, 1, 2), 11m, 100m), (new(2027, 2, 10), 16m, 100m), (new(2027, 3, 10), 13m, 100m));

    public static TheoryData<Target, string> Kept => new()
    {
        { Target.StayAtLeast(11.Percent()), "Achieved: periods kept: 3 of 3, 13 % in 2027-03, wanted: at least 11 %" },
        { Target.StayWithin(11.Percent(), 16.Percent()), "Achieved: periods kept: 3 of 3, 13 % in 2027-03, wanted: 11 % to 16 %" },
        { Target.StayAtLeast(11.1m.Percent()), "Missed: periods kept: 2 of 3, 13 % in 2027-03, wanted: at least 11.1 %" },
        { Target.StayWithin(11.1m.Percent(), 16.Percent()), "Missed: periods kept: 2 of 3, 13 % in 2027-03, wanted: 11.1 % to 16 %" },
        { Target.StayWithin(11.Percent(), 15.9m.Percent()), "Missed: periods kept: 2 of 3, 13 % in 2027-03, wanted: 11 % to 15.9 %" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Track_StayInTheEnd_IsKeptInEveryMonthOrMissed(Target target, string text) =>
        Table.Track(Rate(Table), target, FirstQuarter, Utc2027(4, 1)).ToText().Should().Be(text);

    [Theory]
    [InlineData(16)]
    [InlineData(15)]
    public void Track_StayAtMost_IsKeptInEveryMonthOrMissed(int most)
    {
        var progress = Table.Track(Rate(Table, Direction.LowerIsBetter), Target.StayAtMost(most.Percent()), FirstQuarter, Utc2027(4, 1));
        progress.Status.Should().Be(most == 16 ? GoalStatus.Achieved : GoalStatus.Missed);
        progress.Readings.Select(reading => reading.IsKept).Should().Equal(true, most == 16, true);
        progress.ToText(Danish).Replace('\u00A0', ' ').Should().Be(most == 16
            ? "Nået: perioder overholdt: 3 af 3, 13 % i 2027-03, ønsket: højst 16 %"
            : "Ikke nået: perioder overholdt: 2 af 3, 13 % i 2027-03, ønsket: højst 15 %");
    }

    [Fact] // "Never" is broken by once: February's 16 % cannot be undone in March.
    public void Track_StayBrokenOnce_IsMissedAtOnce()
    {
        var progress = Table.Track(Rate(Table, Direction.LowerIsBetter), Target.StayAtMost(15.Percent()), FirstQuarter, Utc2027(3, 1));
        (progress.Status, progress.State).Should().Be((GoalStatus.Missed, PeriodState.Open));
        (progress.Attainment, progress.Pace, progress.Expected).Should().Be((50.Percent(), 50.Percent(), 100.Percent()));
    }

    [Fact]
    public void Track_StayKeptSoFar_IsOnTrackAndNotAchieved()
    {
        var progress = Table.Track(Rate(Table), Target.StayAtLeast(11.Percent()), FirstQuarter, Utc2027(2, 20));
        (progress.Status, progress.Nature, progress.ReadIn).Should().Be((GoalStatus.OnTrack, GoalNature.Stay, January));
        progress.Readings.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Period = January, Value = 11.Percent(), IsKept = true });
        (progress.Actual, progress.Landing, progress.Attainment).Should().Be((11.Percent(), 11.Percent(), 100.Percent()));
    }

    [Fact]
    public void Track_StayBeforeAMonthHasClosed_IsUnknown()
    {
        var progress = Table.Track(Rate(Table), Target.StayAtLeast(11.Percent()), FirstQuarter, Utc2027(1, 31));
        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.ToText(Danish).Should().Be("Ukendt: Målet opgøres pr. måned, og den første opgørelse er ikke afsluttet endnu.");
    }

    [Fact] // A flow is kept per period too: 60 orders in January, 50 in February.
    public void Track_StayOfAFlow_IsJudgedPerPeriod()
    {
        var table = Orders(new(2027, 1, 1), new(2027, 4, 1), (new(2027, 1, 2), 60m), (new(2027, 2, 20), 50m));
        table.Track(Sum(table), Target.StayAtLeast(Quantity.Count(50, "order")), FirstQuarter, Utc2027(3, 1)).Status
            .Should().Be(GoalStatus.OnTrack);
        table.Track(Sum(table), Target.StayAtLeast(Quantity.Count(51, "order")), FirstQuarter, Utc2027(3, 1)).Status
            .Should().Be(GoalStatus.Missed);
    }

    [Fact]
    public void Track_StayReadByDay_HasAReadingForEveryClosedDay()
    {
        var table = Orders(new(2027, 1, 1), new(2027, 4, 1), (new(2027, 1, 2), 60m));
        var goal = new SmartGoal("goal")
        {
            Measure = Sum(table, Direction.LowerIsBetter),
            Target = Target.StayAtMost(60),
            Period = January,
            ReadEvery = Grain.Day,
        };
        GoalTracker.Default.Track(goal, new InMemorySource(Utc, table), Utc2027(1, 4, 12)).Readings.Select(reading => reading.Value.Amount)
            .Should().Equal(0m, 60m, 0m);
    }

    [Fact] // No visits in February: not known to be kept, and not broken either.
    public void Track_StayWithAnUnknownMonth_IsNotAchieved()
    {
        var table = Visits(new(2027, 1, 1), new(2027, 4, 1), (new(2027, 1, 2), 11m, 100m), (new(2027, 3, 10), 13m, 100m));
        var open = table.Track(Rate(table), Target.StayAtLeast(11.Percent()), FirstQuarter, Utc2027(3, 1));
        (open.Status, open.Attainment).Should().Be((GoalStatus.OnTrack, 100.Percent()));
        open.Readings[1].IsKept.Should().BeNull();
        var closed = table.Track(Rate(table), Target.StayAtLeast(11.Percent()), FirstQuarter, Utc2027(4, 1));
        closed.Status.Should().Be(GoalStatus.Unknown);
        closed.Lines().Should().Equal(
            "Warning TRACK-READING-UNKNOWN goals/goal/measure | Whether 'conversion' kept its limits in 2027-02 is not known: zero"
            + " denominator (visitors). | Det vides ikke, om 'conversion' holdt sig inden for grænserne i 2027-02: nævneren er nul"
            + " (visitors).");
        closed.ToText().Should().Be("Unknown: periods kept: 2 of 3, not known: 1, 13 % in 2027-03, wanted: at least 11 %");
        closed.ToText(Danish).Replace('\u00A0', ' ').Should().Be(
            "Ukendt: perioder overholdt: 2 af 3, ukendt: 1, 13 % i 2027-03, ønsket: mindst 11 %");
        table.Track(Rate(table), Target.StayAtLeast(12.Percent()), FirstQuarter, Utc2027(4, 1)).Status.Should().Be(GoalStatus.Missed);
    }

    [Fact]
    public void Track_StayWithNothingKnown_IsUnknown()
    {
        var table = Visits(new(2027, 1, 1), new(2027, 4, 1));
        var progress = table.Track(Rate(table), Target.StayAtLeast(11.Percent()), FirstQuarter, Utc2027(3, 1));
        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Attainment.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "conversion");
        progress.ToText().Should().Be(
            "Unknown: periods kept: 0 of 2, not known: 2, wanted: at least 11 %. Table 'visits' has no facts. The measure 'conversion' has"
            + " no value to judge by: zero denominator (visitors).");
        progress.Findings.Select(finding => finding.Code).Should().Equal("DATA-EMPTY", "TRACK-NO-VALUE");
    }

    [Fact] // Facts settle for 3 days; January has, though the data end with it, ten days before the moment.
    public void Track_StayWhoseDataEnded_SettlesByTheMomentAsked()
    {
        var table = FactTable.From("orders", new[] { new Date(2027, 1, 31) }).At(day => (LocalDate?)day.Value)
            .Value("orders", _ => 5m, Unit.Count("order")).Covering(new(2027, 1, 1), new(2027, 2, 1))
            .SettlesAfter(Duration.FromDays(3)).Build();
        table.Track(Sum(table), Target.StayAtLeast(5), FirstQuarter, Utc2027(2, 3)).Status.Should().Be(GoalStatus.Unknown);
        table.Track(Sum(table), Target.StayAtLeast(5), FirstQuarter, Utc2027(2, 10)).Status.Should().Be(GoalStatus.OnTrack);
    }

    [Theory] // 10 % in January and March, 50 % in February but for one day that is missing: those that are known stand for it.
    [InlineData(20, "2027-01 True, 2027-02 False, 2027-03 True", GoalStatus.Missed)]
    [InlineData(60, "2027-01 True, 2027-02 True, 2027-03 True", GoalStatus.Achieved)]
    public void Track_StayOfARateWithAMissingDay_IsJudgedByTheOthers(int limit, string expected, GoalStatus status)
    {
        var table = FactTable.From("visits", Enumerable.Range(0, 90)).At(day => (LocalDate?)new LocalDate(2027, 1, 1).PlusDays(day))
            .Value("orders", day => day is >= 31 and < 59 ? 50 : 10, Unit.Count("order")).Value("visits", _ => 100, Unit.Count("visit"))
            .Covering(new(2027, 1, 1), new(2027, 4, 1), except: [new(new(2027, 2, 12), new(2027, 2, 12))]).Build();

        var progress = table.Track(
            Rate(table, Direction.LowerIsBetter), Target.StayAtMost(limit.Percent()), FirstQuarter, Utc2027(4, 1));

        string.Join(", ", progress.Readings.Select(reading => $"{reading.Period} {reading.IsKept}")).Should().Be(expected);
        progress.Status.Should().Be(status);
        progress.Findings.Select(finding => finding.Code).Should().Equal("DATA-GAP");
    }

    // One new customer and ten orders a day; of March and May the goal has twelve and twenty days.
    public static TheoryData<Func<FactTable, Measure>, int> Growing => new()
    {
        { table => Metric.Sum("orders", table, "orders"), 300 },
        { table => Metric.CountDistinct("customers", table, "customer"), 30 },
        { table => Metric.Sum("orders", table, "orders").ToDate(Grain.Month), 300 },
        { table => Metric.CountDistinct("customers", table, "customer").Previous(Grain.Year), 30 },
    };

    [Theory, MemberData(nameof(Growing))]
    public void Track_StayOfWhatGrowsWithTime_LeavesOutPartsOfMonths(Func<FactTable, Measure> of, int inApril)
    {
        var table = FactTable.From("orders", Enumerable.Range(0, 800)).At(day => (LocalDate?)new LocalDate(2026, 1, 1).PlusDays(day))
            .Dimension("customer", day => $"{day}").Value("orders", _ => 10, Unit.Count()).Build();
        var period = Utc.Range(new(2027, 3, 20), new(2027, 5, 21));

        var progress = table.Track(of(table), Target.StayAtLeast(inApril), period, Utc2027(6, 1));

        progress.Readings.Select(reading => (reading.Period, reading.Value.Amount)).Should().Equal((Utc.Month(2027, 4), inApril));
        progress.Status.Should().Be(GoalStatus.Achieved);
    }

    [Fact] // The largest order, and the sum of 28 days, are the same in a part of a month as in all of it.
    public void Track_StayOfWhatDoesNotGrowWithTime_ReadsPartsOfMonthsToo()
    {
        var table = FactTable.From("orders", Enumerable.Range(0, 800)).At(day => (LocalDate?)new LocalDate(2026, 1, 1).PlusDays(day))
            .Value("orders", _ => 10, Unit.Count()).Build();
        var period = Utc.Range(new(2027, 3, 20), new(2027, 5, 21));
        Measure[] measures = [Metric.Max("largest", table, "orders"), Metric.Sum("orders", table, "orders").Rolling(28, Grain.Day)];

        foreach (var measure in measures)
        {
            table.Track(measure, Target.StayAtLeast(10), period, Utc2027(6, 1)).Readings.Should().HaveCount(3)
                .And.OnlyContain(reading => reading.IsKept == true);
        }
    }

    [Theory] // No whole month ever lies between 15 February and 15 March; the rate of a part of one says something.
    [InlineData(true, "Unknown: The goal is kept by the month, but 2027-02-15/2027-03-15 holds no whole one.", false)]
    [InlineData(false, "Achieved: periods kept: 2 of 2, 10 % in 2027-03 (part: 2027-03-01/2027-03-15), wanted: at least 5 %", true)]
    public void Track_StayWithoutAWholeMonth_IsNeverJudgedWhereItGrows(bool isSum, string expected, bool isSmart)
    {
        var table = FactTable.From("visits", Enumerable.Range(0, 120)).At(day => (LocalDate?)new LocalDate(2027, 1, 1).PlusDays(day))
            .Value("orders", _ => 10, Unit.Count("order")).Value("visits", _ => 100, Unit.Count("visit")).Build();
        var goal = new SmartGoal("goal")
        {
            Measure = isSum ? Sum(table) : Rate(table),
            Target = isSum ? Target.StayAtLeast(Quantity.Count(250, "order")) : Target.StayAtLeast(5.Percent()),
            Period = Utc.Range(new(2027, 2, 15), new(2027, 3, 15)),
        };
        var source = new InMemorySource(Utc, table);

        GoalTracker.Default.Track(goal, source, Utc2027(4, 1)).ToText().Should().Be(expected);
        var findings = SmartValidator.Default.Validate(goal, Utc2027(1, 10)).Findings.Select(finding => finding.Code);
        findings.Contains("SMART-M-READING").Should().Be(!isSmart);
    }

    private sealed record Date(int Year, int Month, int Day)
    {
        public LocalDate Value => new(Year, Month, Day);
    }
}
