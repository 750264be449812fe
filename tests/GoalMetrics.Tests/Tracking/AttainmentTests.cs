using System.Globalization;
using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>Limits that are kept or broken, rates that keep their units, and paces without dust.</summary>
public sealed class AttainmentTests
{
    private static readonly ReportingPeriod June = Utc.Month(2026, 6);

    private static readonly Instant July = Utc.StartOfDay(new(2026, 7, 1));

    [Theory] // A week of 100 a day: nothing is said on Monday morning, whatever has come by then.
    [InlineData(7, 8, "")]
    [InlineData(7, 23, "")]
    [InlineData(7, 24, "700")]
    [InlineData(8, 12, "")]
    [InlineData(2, 23, "")]
    [InlineData(1, 8, "300")]
    public void Landing_OfAShortGoal_NeedsAWholeDayToo(int days, int hour, string landing)
    {
        var table = FactTable.From("orders", Enumerable.Range(0, 20)).At(day => Utc2027(1, 4) + Duration.FromDays(day))
            .Value("orders", _ => 100, Unit.Count()).Covering(new(2027, 1, 4), new(2027, 1, 24)).Build();
        var period = Utc.Range(new(2027, 1, 4), new LocalDate(2027, 1, 4).PlusDays(days));

        var progress = table.Track(Sum(table), Target.Reach(100 * days), period, Utc2027(1, 4) + Duration.FromHours(hour));

        $"{progress.Landing.AmountOrNull}".Should().Be(landing);
        progress.Status.Should().Be(days == 1 ? GoalStatus.Achieved : GoalStatus.OnTrack);
    }

    [Theory] // Half of the sales that are wanted, and at most 2 complaints.
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(9, 2d / 9)]
    [InlineData(20, 0.1)]
    public void Attainment_LimitWithoutBaseline_FallsAsItIsBroken(int complaints, double attainment)
    {
        var scorecard = SalesAndComplaints(complaints, Target.Reach(Quantity.Count(2)));
        var few = scorecard.Goals[0];

        few.Attainment.Amount.Should().BeApproximately((decimal)attainment, 1e-14m);
        few.LimitUsed.Should().Be(Quantity.Ratio(complaints / 2m));
        few.Status.Should().Be(complaints <= 2 ? GoalStatus.Achieved : GoalStatus.Missed);
        scorecard.BusinessGoals[0].Attainment.Amount.Should().BeApproximately(((decimal)attainment + 0.5m) / 2m, 1e-14m);
    }

    [Theory] // From 12 complaints down to 2.
    [InlineData(12, 0)]
    [InlineData(9, 0.3)]
    [InlineData(2, 1)]
    [InlineData(0, 1.2)]
    public void Attainment_LimitWithBaseline_IsTheShareOfTheWay(int complaints, double attainment)
    {
        var scorecard = SalesAndComplaints(complaints, Target.Reach(Quantity.Count(2), from: Quantity.Count(12)));

        scorecard.Goals[0].Attainment.Should().Be(Quantity.Ratio((decimal)attainment));
        scorecard.BusinessGoals[0].Attainment.Should().Be(Quantity.Ratio((Math.Min((decimal)attainment, 1m) + 0.5m) / 2m));
        scorecard.BusinessGoals[0].UnclippedAttainment.Should().Be(Quantity.Ratio(((decimal)attainment + 0.5m) / 2m));
    }

    [Theory] // 31 complaints in July and one on 1 August are no share of the way to two fewer, until it is known where August lands.
    [InlineData(9, null)]
    [InlineData(23, null)]
    [InlineData(24, 0)] // one a day lands at 31
    public void Attainment_LimitWithBaseline_BeginsWithTheFirstLanding(int hours, int? percent)
    {
        var table = Orders(new(2026, 7, 1), new(2026, 9, 1), (new(2026, 7, 15), 31m), (new(2026, 8, 1), 1m));
        var (august, july) = (Utc.Month(2026, 8), Utc.Month(2026, 7));
        var measure = Sum(table, Direction.LowerIsBetter);
        Target[] targets =
            [Target.DecreaseBy(Quantity.Count(2, "order"), under: july), Target.Reach(Quantity.Count(29, "order"), over: july)];
        foreach (var target in targets)
        {
            var progress = table.Track(measure, target, august, Utc.StartOfDay(new(2026, 8, 1)) + Duration.FromHours(hours));

            (progress.Attainment.AmountOrNull * 100m).Should().Be(percent);
            progress.Status.Should().Be(hours < 24 ? GoalStatus.OnTrack : GoalStatus.AtRisk);
        }
    }

    [Fact] // Broken on the first day, it is.
    public void Attainment_LimitWithBaselineBrokenOnTheFirstDay_IsBelowZero()
    {
        var table = Orders(new(2026, 7, 1), new(2026, 9, 1), (new(2026, 8, 1), 40m));
        var progress = table.Track(
            Sum(table, Direction.LowerIsBetter),
            Target.Reach(Quantity.Count(2, "order"), from: Quantity.Count(12, "order")),
            Utc.Month(2026, 8),
            Utc.StartOfDay(new(2026, 8, 1)) + Duration.FromHours(9));

        (progress.Attainment.Amount, progress.Status).Should().Be((-2.8m, GoalStatus.Missed)); // (12 − 40) / (12 − 2)
    }

    [Fact] // August 2026 begins on a Saturday, when the path of working days expects nothing: no pace, as for what is to be reached.
    public void Pace_OfALimitBeforeAnythingIsExpected_IsUndefined()
    {
        var calendar = Utc.WithDayWeights(DayWeights.WorkingDays);
        var table = Orders(new(2026, 8, 1), new(2026, 9, 1), (new(2026, 8, 1), 1m));
        var goal = new SmartGoal("few")
        {
            Measure = Sum(table, Direction.LowerIsBetter),
            Target = Target.Reach(Quantity.Count(30, "order")),
            Period = calendar.Month(2026, 8),
            Path = WeightedDaysPath.Instance,
        };
        var progress = GoalTracker.Default.Track(goal, new InMemorySource(calendar, table), calendar.StartOfDay(new(2026, 8, 3)));

        progress.Pace.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "expected");
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.ToText().Should().NotContain("pace 0.00");
    }

    [Fact] // 10 of 300 are 3 ⅓ %: a third of the way from 3 % to 4 %, after 10 of 30 days. Then 400 rates and means that lie on their path.
    public void Pace_OfARateOnItsPath_IsExactlyOne()
    {
        Track(10m, 300m, 3.Percent(), 4.Percent(), 10).ToText().Should().Be(
            "On track: 33.33 % of the way, 33.33 % expected, pace 1.00, stands at 3.33 %, target 4 %");
        // 52 of 3,000 are two thirds of the way from 1.6 % to 1.8 %, with fewer digits than a larger rate has.
        Track(52m, 3_000m, 1.6m.Percent(), 1.8m.Percent(), 20).Pace.Amount.Should().Be(1m);
        Track(302m, 30_000m, 1.1m.Percent(), 1.Percent(), 28).Status.Should().Be(GoalStatus.OnTrack);
        var random = new Random(20261129);
        for (var i = 0; i < 400; i++)
        {
            var (days, from, way) = (random.Next(1, 30), random.Next(1, 40), random.Next(-30, 60));
            if (way is 0 || from + way <= 0)
            {
                continue;
            }

            // from + way · days / 30, over 100, as a quotient of whole numbers.
            var progress = Track((30 * from) + (way * days), 3_000m, from.Percent(), (from + way).Percent(), days);
            (progress.Pace.Amount, progress.Status).Should().Be((1m, GoalStatus.OnTrack), $"{from} % {way} {days}");
        }

        static GoalProgress Track(decimal orders, decimal visits, Quantity from, Quantity to, int days)
        {
            var table = Visits(new(2026, 6, 1), new(2026, 7, 1), (new(2026, 6, 1), orders, visits));
            var direction = to > from ? Direction.HigherIsBetter : Direction.LowerIsBetter;
            var asOf = Utc.StartOfDay(new LocalDate(2026, 6, 1).PlusDays(days));
            return table.Track(Rate(table, direction), Target.Reach(to, from: from), June, asOf);
        }
    }

    [Fact] // A rate a hair behind its path stays behind.
    public void Pace_OfARateJustBehindItsPath_IsBelowOne()
    {
        var table = Visits(new(2026, 6, 1), new(2026, 7, 1), (new(2026, 6, 1), 999_999_999_999m, 30_000_000_000_000m));
        var progress = table.Track(
            Rate(table), Target.Reach(4.Percent(), from: 3.Percent()), June, Utc.StartOfDay(new(2026, 6, 11)));

        progress.Pace.Amount.Should().BeInRange(0.99m, 0.999999999999m);
        progress.Status.Should().Be(GoalStatus.AtRisk);
    }

    [Theory] // A budget of 3,000.
    [InlineData(1_500, "100 %", "Achieved: used 50 % of the limit, 100 % expected, pace 2.00, ended at 1,500, limit 3,000")]
    [InlineData(6_000, "50 %", "Missed: used 200 % of the limit, 100 % expected, pace 0.50, ended at 6,000, limit 3,000")]
    public void ToText_Budget_SpeaksOfItsLimit(int spent, string attainment, string text)
    {
        var table = Orders(new(2026, 6, 1), new(2026, 7, 1), (new(2026, 6, 5), spent));
        var progress = table.Track(Sum(table, Direction.LowerIsBetter), Target.Reach(Quantity.Count(3_000)), June, July);

        progress.Attainment.ToString(null).Should().Be(attainment);
        progress.ToText().Should().Be(text);
    }

    [Theory] // Returns of 4 % of the orders, all the time.
    [InlineData(5, GoalStatus.OnTrack, "100 %", "On track: stands at 4 %, limit 5 %")]
    [InlineData(4, GoalStatus.OnTrack, "100 %", "On track: stands at 4 %, limit 4 %")]
    [InlineData(3.8, GoalStatus.AtRisk, "95 %", "At risk: stands at 4 %, limit 3.8 %")]
    [InlineData(2, GoalStatus.OffTrack, "50 %", "Off track: stands at 4 %, limit 2 %")]
    public void Track_LevelToKeepDownWithoutBaseline_IsALimit(double limit, GoalStatus status, string attainment, string text)
    {
        var table = Visits(new(2026, 6, 1), new(2026, 7, 1), (new(2026, 6, 1), 4m, 100m));
        var progress = table.Track(
            Rate(table, Direction.LowerIsBetter), Target.Reach(((decimal)limit).Percent()), June, Utc.StartOfDay(new(2026, 6, 11)));

        progress.Status.Should().Be(status);
        progress.Attainment.ToString(null).Should().Be(attainment);
        progress.ToText().Should().Be(text);
        progress.Findings.Should().BeEmpty();
    }

    [Fact] // 60 of 160 hours in 10 of 30 days.
    public void Rates_OfHours_StayHoursPerDay()
    {
        var table = FactTable.From("work", new[] { (Day: new LocalDate(2026, 6, 3), Hours: 60m) })
            .At(row => row.Day)
            .Value("hours", row => row.Hours, Unit.Duration(DurationUnit.Hour))
            .Covering(new(2026, 6, 1), new(2026, 7, 1))
            .Build();
        var worked = Metric.Sum("hours", table, "hours").BetterWhen(Direction.HigherIsBetter);
        var progress = table.Track(
            worked, Target.Reach(Quantity.Duration(160, DurationUnit.Hour)), June, Utc.StartOfDay(new(2026, 6, 11)));

        progress.RunRate.ToString(null).Should().Be("6 hours per day");
        progress.RequiredRate.ToString(null).Should().Be("5 hours per day");
    }

    [Fact] // 66 of 100 hours in 20 of 30 days, in a column of seconds: 237,600. 34 hours are left for 10 days.
    public void Track_SecondsWithATargetInHours_AreStatedInHours()
    {
        var table = FactTable.From("work", new[] { (Day: new LocalDate(2026, 6, 3), Took: TimeSpan.FromHours(66)) })
            .At(row => row.Day)
            .Value("took", row => row.Took)
            .Covering(new(2026, 6, 1), new(2026, 7, 1))
            .Build();
        var worked = Metric.Sum("took", table, "took").BetterWhen(Direction.HigherIsBetter);
        var asOf = Utc.StartOfDay(new(2026, 6, 21));
        var progress = table.Track(worked, Target.Reach(Quantity.Duration(100, DurationUnit.Hour)), June, asOf);
        var inDays = table.Track(worked, Target.Reach(Quantity.Duration(5, DurationUnit.Day)), June, asOf);
        var kept = table.Track(
            Metric.Sum("took", table, "took"), Target.StayAtMost(Quantity.Duration(70, DurationUnit.Hour)), June, July);

        progress.ToText().Should().Be(
            "At risk: 66 % of the target, 66.67 % expected, pace 0.99, lands at 99 hours, target 100 hours");
        progress.Actual.Should().Be(Quantity.Duration(66, DurationUnit.Hour));
        progress.RunRate.ToString(null).Should().Be("3.3 hours per day");
        progress.RequiredRate.ToString(null).Should().Be("3.4 hours per day");
        inDays.Landing.Should().Be(Quantity.Duration(4.125m, DurationUnit.Day));
        inDays.RequiredRate.ToString(null).Should().Be("5.4 hours per day");
        kept.Readings.Single().Value.Should().Be(Quantity.Duration(66, DurationUnit.Hour));

        // 66 hours in June, and 60 to reach in July.
        var lower = Target.Reach(Quantity.Duration(60, DurationUnit.Hour), over: June);
        table.Track(worked, lower, Utc.Month(2026, 7), July).Findings.Select(finding => finding.Message()).Should().ContainSingle()
            .Which.Should().Be("From the measured baseline 66 hours the target 60 hours leads the wrong way.");
    }

    [Fact] // Nothing took any time in May, in a column of seconds.
    public void Track_BaselineOfNoSecondsWithATargetInHours_IsStatedInHours()
    {
        var may = Utc.Month(2026, 5);
        var table = FactTable.From("work", new[] { (Day: new LocalDate(2026, 5, 3), Took: TimeSpan.Zero) })
            .At(row => row.Day)
            .Value("took", row => row.Took)
            .Covering(new(2026, 5, 1), new(2026, 7, 1))
            .Build();
        var worked = Metric.Sum("took", table, "took").BetterWhen(Direction.HigherIsBetter);
        var target = Target.Reach(Quantity.Duration(60, DurationUnit.Hour), over: may);

        table.Track(worked, target, June, July).Findings.Select(finding => finding.Message()).Should().ContainSingle()
            .Which.Should().Be("The baseline measured over 2026-05 is 0 hours.");
    }

    [Fact] // From 14 days of delivery to 2 in 30 days, and 10 of them have gone: 12 days over 20.
    public void Rates_OfDays_AreHoursPerDay()
    {
        var table = FactTable.From("deliveries", new[] { (Day: new LocalDate(2026, 6, 3), Took: 14m) })
            .At(row => row.Day)
            .Value("took", row => row.Took, Unit.Duration(DurationUnit.Day))
            .Covering(new(2026, 6, 1), new(2026, 7, 1))
            .Build();
        var took = Metric.Average("took", table, "took").BetterWhen(Direction.LowerIsBetter);
        var target = Target.Reach(Quantity.Duration(2, DurationUnit.Day), from: Quantity.Duration(16, DurationUnit.Day));
        var progress = table.Track(took, target, June, Utc.StartOfDay(new(2026, 6, 11)));

        progress.RequiredRate.ToString(null).Should().Be("-14.4 hours per day");
    }

    [Fact] // 22 days from Monday to Friday and 4 Saturdays of half weight are 24 working days.
    public void Rates_OnAPathOfWeights_CountHalfDaysAsHalf()
    {
        var table = Orders(new(2025, 9, 1), new(2025, 10, 1), (new(2025, 9, 1), 60m));
        var weights = DayWeights.Of(1m, 1m, 1m, 1m, 1m, 0.5m, 0m);
        GoalProgress Track(DayWeights by) => GoalTracker.Default.Track(
            new("goal")
            {
                Measure = Sum(table),
                Target = Target.Reach(Quantity.Count(160)),
                Period = ReportingCalendar.Utc.WithDayWeights(by).Month(2025, 9),
                Path = WeightedDaysPath.Instance,
            },
            new InMemorySource(ReportingCalendar.Utc.WithDayWeights(by), table),
            Utc.StartOfDay(new(2025, 9, 11)));

        // 1 to 10 September: 8 days from Monday to Friday, and Saturday the 6th: 8.5 of 22 + 2 = 24.
        Track(weights).RequiredRate.ToString(CultureInfo.GetCultureInfo("da-DK")).Should().Be("6,45 pr. arbejdsdag");
        Track(weights).RunRate.Amount.Should().BeApproximately(60m / 8.5m, 1e-20m);
        Track(DayWeights.Of(2m, 2m, 2m, 2m, 2m, 2m, 2m)).RequiredRate.ToString(null).Should().Be("5 per day");
        Track(DayWeights.Even).RunRate.ToString(null).Should().Be("6 per day");
    }

    [Theory] // 60 of 160 by 11 September 2025, after 8 of 22 working days; on Saturday the 27th two are left.
    [InlineData(11, 7.5, "7.14 per working day")]
    [InlineData(27, 3, "50 per working day")]
    public void Rates_OnAPathOfWorkingDays_GoByWorkingDays(int day, double run, string required)
    {
        var calendar = ReportingCalendar.Utc.WithDayWeights(DayWeights.WorkingDays);
        var table = Orders(new(2025, 9, 1), new(2025, 10, 1), (new(2025, 9, 1), 60m));
        var goal = new SmartGoal("goal")
        {
            Measure = Sum(table),
            Target = Target.Reach(160),
            Period = calendar.Month(2025, 9),
            Path = WeightedDaysPath.Instance,
        };
        var progress = GoalTracker.Default.Track(goal, new InMemorySource(calendar, table), calendar.StartOfDay(new(2025, 9, day)));

        progress.RunRate.Amount.Should().Be((decimal)run);
        progress.RequiredRate.ToString(null).Should().Be(required);
    }

    [Fact] // 20,180 of 40,320 minutes of February 2023 have gone, and as many of the orders have come.
    public void Track_ExactlyOnPace_IsOnTrack()
    {
        var table = Orders(new(2023, 2, 1), new(2023, 3, 1), (new(2023, 2, 1), 20_180m));
        var asOf = Utc.StartOfDay(new(2023, 2, 15)) + Duration.FromMinutes(20);
        var progress = table.Track(Sum(table), Target.Reach(40_320), Utc.Month(2023, 2), asOf);

        progress.Pace.Should().Be(Quantity.Ratio(1m));
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Landing.Amount.Should().Be(40_320m);
    }

    [Fact] // On pace at every minute, in whatever month, so also under the limit.
    public void Track_ExactlyOnPace_IsSoAtEveryMinute()
    {
        foreach (var minutes in Enumerable.Range(0, 1_100).Select(i => 1_440 + (i * 37)))
        {
            var table = Orders(new(2027, 1, 1), new(2027, 2, 1), (new(2027, 1, 1), 3m * minutes));
            var (asOf, target) = (January.Start + Duration.FromMinutes(minutes), Target.Reach(3 * 44_640));
            table.Track(Sum(table), target, January, asOf).Pace.Should().Be(Quantity.Ratio(1m));
            table.Track(Sum(table, Direction.LowerIsBetter), target, January, asOf).Pace.Should().Be(Quantity.Ratio(1m));
        }
    }

    [Theory] // 12 on the first day of 30.
    [InlineData(1, null)]
    [InlineData(86_399, null)]
    [InlineData(86_400, 360)]
    public void Landing_OfAFlow_NeedsAWholeDay(int seconds, int? landing)
    {
        var table = Orders(new(2026, 6, 1), new(2026, 7, 1), (new(2026, 6, 1), 12m));
        var progress = table.Track(Sum(table), Target.Reach(360), June, June.Start + Duration.FromSeconds(seconds));

        progress.Landing.AmountOrNull.Should().Be(landing);
        progress.Landing.Reason.Should().Be(landing is null ? UndefinedReason.InsufficientData : null);
    }

    private static Scorecard SalesAndComplaints(int complaints, Target target)
    {
        var table = FactTable.From("days", new[] { (Day: new LocalDate(2026, 6, 5), Complaints: complaints, Sales: 50m) })
            .At(row => row.Day)
            .Value("complaints", row => row.Complaints, Unit.Count())
            .Value("sales", row => row.Sales, Unit.Money("EUR"))
            .Covering(new(2026, 6, 1), new(2026, 7, 1))
            .Build();
        var few = new SmartGoal("few")
        {
            Measure = Metric.Sum("complaints", table, "complaints").BetterWhen(Direction.LowerIsBetter),
            Target = target,
            Period = June,
            Serves = ["happier"],
        };
        var sell = new SmartGoal("sell")
        {
            Measure = Metric.Sum("sales", table, "sales").BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Money.Eur(100)),
            Period = June,
            Serves = ["happier"],
        };
        var strategy = new Strategy { BusinessGoals = [new("happier")], Goals = [few, sell] };
        return Scorecard.Create(strategy, new InMemorySource(Utc, table), July);
    }
}
