using GoalMetrics.Tests.Tracking;
using NodaTime;
using NodaTime.Text;
using static GoalMetrics.Tests.Goals.Evidence.LookedBackOn;

namespace GoalMetrics.Tests.Goals.Evidence;

/// <summary>300 orders a month, loaded as totals of months until August 2026: no week of them is known, and no data are missing.</summary>
public sealed class TotalsCutTests
{
    private static readonly FactTable Totals = Months("m", D(1, 1), 8);

    private static readonly ReportingPeriod ThirdQuarter = Calendar.Quarter(2026, 3);

    [Theory] // Also in September, of which no total is known yet.
    [InlineData(8, 20)]
    [InlineData(9, 1)]
    [InlineData(9, 20)]
    public void Track_StayByTheWeek_SaysThatTotalsAreOfMonths(int month, int day)
    {
        var progress = Track(Target.StayAtLeast(Quantity.Count(50)), ThirdQuarter, At(month, day), Grain.Week);

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => finding.Code).Should().Equal("TRACK-TOTALS-CUT");
        progress.Findings[0].Message().Should().Be(
            "Each fact of table 'm' is the total of a whole month; 'x' cannot be computed for 2026-W28, which cuts 2026-07.");
        progress.Findings[0].Message(Facts.Danish).Should().Be(
            "Tabellen 'm' har kun totaler for hele perioder (måned); 'x' kan ikke opgøres for 2026-W28, som kun rummer en del af 2026-07.");
    }

    [Fact]
    public void Track_HalfMonths_SaysThatTotalsAreOfMonths()
    {
        var progress = Track(Target.Reach(Quantity.Count(900)), Calendar.Range(D(3, 15), D(6, 15)), At(9, 1));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => finding.Code).Should().Equal("TRACK-TOTALS-CUT");
        progress.Findings[0].Message().Should().EndWith("which cuts 2026-03.");
    }

    [Fact] // From 1 March to 14 June: until the end of May whole months show where it stands.
    public void Track_EndsWithinAMonth_IsJudgedUntilThatMonth()
    {
        var period = Calendar.Range(D(3, 1), D(6, 15));
        var running = Track(Target.Reach(Quantity.Count(2_000)), period, At(6, 1));
        var over = Track(Target.Reach(Quantity.Count(2_000)), period, At(9, 1));

        (running.Actual.Amount, running.Findings.Select(finding => finding.Code).First()).Should().Be((900m, "TRACK-TOTALS-CUT"));
        (over.Status, over.Findings.Single().Code).Should().Be((GoalStatus.Unknown, "TRACK-TOTALS-CUT"));
    }

    [Fact]
    public void Track_BaselineOfHalfMonths_SaysThatTotalsAreOfMonths()
    {
        var baseline = Calendar.Range(D(1, 15), D(3, 15));
        var progress = Track(Target.IncreaseBy(10.Percent(), over: baseline), ThirdQuarter, At(9, 1));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => (finding.Code, finding.Path)).Should()
            .Contain(("TRACK-TOTALS-CUT", "goals/goal/target/baseline"));
    }

    [Fact] // A rate by the month, from 15 March to 14 June: April and May are kept, the halves of March and June cannot be had.
    public void Track_StayOverHalfMonths_SaysThatTotalsAreOfMonths()
    {
        var rate = Kpi.Of("rate", Marketing.ConversionRate, X(Totals), V(Totals));
        var progress = GoalTracker.Default.Track(
            new("goal") { Measure = rate, Target = Target.StayAtLeast(5.Percent()), Period = Calendar.Range(D(3, 15), D(6, 15)) },
            Source(Totals),
            At(9, 1));

        progress.Readings.Select(reading => reading.IsKept).Should().Equal(null, true, true, null);
        progress.Findings.Select(finding => finding.Code).Should().Equal("TRACK-TOTALS-CUT");
    }

    [Fact]
    public void Validate_StayByTheWeek_SaysThatTotalsAreOfMonths()
    {
        var goal = new SmartGoal("goal")
        {
            Measure = X(Totals),
            Target = Target.StayAtLeast(Quantity.Count(50)),
            Period = Calendar.Quarter(2026, 4),
            ReadEvery = Grain.Week,
        };
        var report = SmartValidator.Default.Validate(goal, null, Source(Totals), At(9, 1));

        report.Findings.Select(finding => finding.Code).Where(code => code.StartsWith("TRACK-", StringComparison.Ordinal))
            .Should().Equal("TRACK-TOTALS-CUT");
    }

    [Theory] // Whole months, in any number, cut none.
    [InlineData(null)]
    [InlineData(Grain.Month)]
    [InlineData(Grain.Quarter)]
    public void Track_WholeMonths_SaysNothing(Grain? every) =>
        Track(Target.StayAtLeast(Quantity.Count(200)), Calendar.Quarter(2026, 2), At(9, 1), every).Findings.Should().BeEmpty();

    [Theory] // Totals of January to October, or to November: that of December cannot be there before December is over.
    [InlineData(11, "2026-12-31T09:00:00Z", null)]
    [InlineData(11, "2027-01-01T00:00:00Z", 31)]
    [InlineData(10, "2026-11-30T23:00:00Z", null)]
    [InlineData(10, "2026-12-31T09:00:00Z", 30)]
    public void Track_TotalsOfMonths_AreLateOnceTheMonthIsOver(int months, string asOf, int? missing)
    {
        var totals = FactTable.From("m", Enumerable.Range(1, months).Select(month => new LocalDate(2026, month, 1))).At(day => day)
            .Value("x", _ => 100m, Unit.Count())
            .EachFactCovers(Grain.Month)
            .Build();
        var goal = new SmartGoal("goal") { Measure = X(totals), Target = Target.Reach(1200), Period = ReportingCalendar.Utc.Year(2026) };
        var source = new InMemorySource(ReportingCalendar.Utc, totals);
        var moment = InstantPattern.General.Parse(asOf).Value;

        var progress = GoalTracker.Default.Track(goal, source, moment);
        var answer = source.Query(Query.For(X(totals)).During(goal.Period).AsOf(moment));

        progress.Findings.Where(finding => finding.Code == "TRACK-DATA-END")
            .Select(finding => finding.Arguments.Single(argument => argument.Name == "gap").Value)
            .Should().Equal(missing is { } days ? [days] : Array.Empty<object>());
        answer.Findings.Any(finding => finding.Code == "DATA-END").Should().Be(missing is not null);
    }

    [Theory] // October's total has ten days to come in; and the calendar ends with 9998.
    [InlineData("2026-11-05T00:00:00Z", false)]
    [InlineData("2026-11-12T00:00:00Z", true)]
    [InlineData("9998-12-31T00:00:00Z", true)]
    public void Query_TotalsOfMonthsThatSettle_AreLateOnceTheyHad(string asOf, bool isLate)
    {
        var totals = FactTable.From("m", Enumerable.Range(1, 9).Select(month => new LocalDate(2026, month, 1))).At(day => day)
            .Value("x", _ => 100m, Unit.Count()).EachFactCovers(Grain.Month).SettlesAfter(Duration.FromDays(10)).Build();
        var query = Query.For(X(totals)).Between(new(2026, 1, 1), new(9999, 1, 1)).AsOf(InstantPattern.General.Parse(asOf).Value);

        new InMemorySource(ReportingCalendar.Utc, totals).Query(query).Findings.Any(finding => finding.Code == "DATA-END")
            .Should().Be(isLate);
    }

    [Theory] // Totals until September, days until the end of September or 5 October, asked on 20 October: the days are late.
    [InlineData(30, true, "TRACK-DATA-END")]
    [InlineData(30, false, "TRACK-DATA-END")]
    [InlineData(35, true, "TRACK-TOTAL-TO-COME", "DATA-END")]
    [InlineData(35, false, "TRACK-TOTAL-TO-COME", "DATA-END")]
    public void Track_LateDaysBesideTotals_AreSaid(int days, bool totalsFirst, params string[] codes)
    {
        var totals = FactTable.From("m", Enumerable.Range(1, 9).Select(month => new LocalDate(2026, month, 1))).At(day => day)
            .Value("x", _ => 100m, Unit.Count()).EachFactCovers(Grain.Month).Build();
        var daily = FactTable.From("d", Enumerable.Range(0, 243 + days).Select(day => new LocalDate(2026, 1, 1).PlusDays(day)))
            .At(day => day).Value("x", _ => 1m, Unit.Count()).Build();
        var (x, y) = (X(totals), Metric.Sum("y", daily, "x"));
        var goal = new SmartGoal("goal")
        {
            Measure = totalsFirst ? Kpi.Of("k", (a, b) => a + b, x, y) : Kpi.Of("k", (a, b) => a + b, y, x),
            Target = Target.Reach(1200),
            Period = ReportingCalendar.Utc.Year(2026),
        };

        var progress = GoalTracker.Default.Track(
            goal, new InMemorySource(ReportingCalendar.Utc, totals, daily), Instant.FromUtc(2026, 10, 20, 0, 0));

        progress.Findings.Select(finding => finding.Code).Where(code => code.Contains("END", StringComparison.Ordinal)
            || code.Contains("COME", StringComparison.Ordinal)).Should().Equal(codes);
    }

    [Theory]
    [InlineData(Grain.Day, "day")]
    [InlineData(Grain.Week, "week")]
    public void Read_MoreOftenThanTotalsAreKept_IsRefused(Grain every, string shown)
    {
        var read = () => Kpi.Of("orders", X(Totals)).Read(every);

        read.Should().Throw<ArgumentException>().WithMessage(
            "Each fact of table 'm' is the total of a whole month; "
            + $"'orders' cannot be computed by {shown}. Ask by month, or load finer facts.*");
    }

    [Theory]
    [InlineData(Grain.Month)]
    [InlineData(Grain.Quarter)]
    [InlineData(Grain.FiscalYear)]
    public void Read_AsOftenOrLess_IsTaken(Grain every) => Kpi.Of("orders", X(Totals)).Read(every).ReadEvery.Should().Be(every);

    private static GoalProgress Track(Target target, ReportingPeriod period, Instant asOf, Grain? every = null)
    {
        var goal = new SmartGoal("goal")
        {
            Measure = X(Totals),
            Target = target,
            Period = period,
            ReadEvery = every,
        };
        return GoalTracker.Default.Track(goal, Source(Totals), asOf);
    }
}
