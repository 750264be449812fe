using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.OverTime;

// A cut week has less than a whole one, so the two are not set against each other. Every day sells 10: nothing has changed.
public class CutPartsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly FactTable Table = FactTable.FromSeries("t", Unit.Count(), Enumerable.Range(0, 484).Select(day =>
        new SeriesPoint(new LocalDate(2025, 1, 1).PlusDays(day), 10m)));

    private static readonly InMemorySource Source = new(Calendar, Table);
    private static readonly Metric Sold = Metric.Sum("sold", Table, "value").BetterWhen(Direction.HigherIsBetter);

    public static TheoryData<Measure, int, int> Weekly => new(
        from measure in new Measure[] { Sold.AverageOver(Grain.Week), Sold.AtLast(Grain.Week), Sold.AtFirst(Grain.Week) }
        from date in new[] { (1, 7), (2, 3), (2, 9) }
        select (measure, date.Item1, date.Item2));

    // On 7 January the weeks are cut after four and two days, those of December after six. On 9 February there is a whole week, and in the
    // first eight days of January there is none.
    [Theory]
    [MemberData(nameof(Weekly))]
    public void Change_OfWeeksThatAreCutElsewhere_IsUndefined(Measure measure, int month, int day)
    {
        var kpi = Kpi.Of("weekly", measure).BetterWhen(Direction.HigherIsBetter);
        var current = Scorecard.Create(new Strategy { Kpis = [kpi] }, Source, At(month, day)).Kpis[0].Current;

        current.FromPrevious.Relative.Reason.Should().Be(UndefinedReason.InsufficientData);
        current.FromYearEarlier.Relative.Reason.Should().Be(UndefinedReason.InsufficientData);
        current.Verdict.Should().Be(ChangeVerdict.Unknown);

        var growth = Measure.Of("growth", Finance.GrowthRate, measure, measure.Previous(Grain.Month));
        Asked(growth, month, day)[growth].Reason.Should().Be(UndefinedReason.InsufficientData);
    }

    [Theory] // Whole weeks on both sides; and on 4 January three days on both, of one week each.
    [InlineData(1, 20, 70)]
    [InlineData(2, 20, 70)]
    [InlineData(1, 4, 30)]
    public void Change_OfWeeksThatAreAlike_IsZero(int month, int day, int sold)
    {
        var weekly = Sold.AverageOver(Grain.Week);
        var growth = Measure.Of("growth", Finance.GrowthRate, weekly, weekly.Previous(Grain.Month));
        var row = Asked(weekly, month, day, growth);

        row[weekly].Amount.Should().Be(sold);
        row[growth].Should().Be(Quantity.Ratio(0m));
        row.Change(weekly, PeriodComparison.PreviousPeriod).Relative.Should().Be(Quantity.Ratio(0m));
    }

    [Fact] // 19 days of the quarter's first month, beside 19 of the first month of the quarter before: 190 and 190.
    public void Change_OfMonthsThatAreCutAlike_IsThatOfTheirParts()
    {
        var monthly = Sold.AtLast(Grain.Month);
        var row = Source.Query(Query.For(monthly).During(Calendar.Quarter(2026, 1)).ComparedWith(PeriodComparison.PreviousPeriod)
            .AsOf(At(1, 20))).Total;

        (row[monthly].Amount, row.Earlier(monthly, PeriodComparison.PreviousPeriod).Amount).Should().Be((190m, 190m));
    }

    [Fact] // The mean of the sold per fact is 10 in any part of a week.
    public void Change_OfWhatIsTheSameInPartsOfWeeks_IsKnown()
    {
        var mean = Metric.Average("mean", Table, "value").AverageOver(Grain.Week);
        Asked(mean, 1, 7).Change(mean, PeriodComparison.PreviousPeriod).Relative.Should().Be(Quantity.Ratio(0m));
    }

    [Theory] // 1 and 2 January, 1 to 4, 1 to 6; the first whole week is that from the 5th to the 11th.
    [InlineData(3, null)]
    [InlineData(5, null)]
    [InlineData(7, null)]
    [InlineData(12, 70)]
    [InlineData(20, 70)]
    public void Track_WeeksOfWhichNoneIsOver_AreNotJudged(int day, int? sold)
    {
        var progress = Tracked(Sold.AverageOver(Grain.Week), Target.Reach(70, from: 35), Calendar.Month(2026, 1), At(1, day));

        progress.Actual.AmountOrNull.Should().Be(sold);
        progress.Status.Should().Be(sold is null ? GoalStatus.Unknown : GoalStatus.OnTrack);
        progress.Findings.Select(finding => finding.Code).Should().Equal(sold is null ? ["TRACK-NOTHING-CLOSED"] : []);
    }

    [Fact] // From Tuesday to Saturday there is no whole week to come either.
    public void Track_AGoalWithoutAnyWholeWeek_SaysSo() =>
        Tracked(Sold.AtLast(Grain.Week), Target.Reach(70, from: 35), Calendar.Range(new(2026, 3, 3), new(2026, 3, 8)), At(3, 20))
            .Findings.Select(finding => finding.Code).Should().Equal("TRACK-NO-WHOLE-PERIOD");

    [Fact] // A week is not kept to what is read by the month, of which it holds none.
    public void Track_MonthsKeptByTheWeek_AreNotJudged() =>
        GoalTracker.Default.Track(
            new SmartGoal("goal")
            {
                Measure = Sold.AtLast(Grain.Month),
                Target = Target.StayAtLeast(Quantity.Count(75m)),
                Period = Calendar.Month(2026, 3),
                ReadEvery = Grain.Week,
            },
            Source,
            At(3, 20)).Status.Should().Be(GoalStatus.Unknown);

    [Fact] // A baseline of three days is none for whole weeks.
    public void Track_ABaselineWithoutAWholeWeek_IsUnknown()
    {
        var target = Target.Reach(Quantity.Count(70m), over: Calendar.Range(new(2026, 1, 6), new(2026, 1, 9)));
        var progress = Tracked(Sold.AverageOver(Grain.Week), target, Calendar.Month(2026, 3), At(3, 20));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => finding.Code).Should().Equal("TRACK-BASELINE-UNKNOWN");
    }

    private static MetricRow Asked(Measure measure, int month, int day, params Measure[] others) => Source.Query(
        Query.For([measure, .. others]).During(Calendar.Month(2026, month)).ComparedWith(PeriodComparison.PreviousPeriod)
            .AsOf(At(month, day))).Total;

    private static GoalProgress Tracked(Measure measure, Target target, ReportingPeriod period, Instant asOf) =>
        GoalTracker.Default.Track(new("goal") { Measure = measure, Target = target, Period = period }, Source, asOf);

    private static Instant At(int month, int day) => Calendar.StartOfDay(new(2026, month, day));
}
