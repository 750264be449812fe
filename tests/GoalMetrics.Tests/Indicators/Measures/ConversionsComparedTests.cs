using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>
/// Numbers of conversions, compared and judged while windows of a week are still open. In December 2025 there are two visitors a day, and
/// from January on one; every visitor buys two days later. All figures are counted by hand.
/// </summary>
public sealed class ConversionsComparedTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly ReportingPeriod January = Calendar.Month(2026, 1);
    private static readonly ReportingPeriod February = Calendar.Month(2026, 2);
    private static readonly PeriodComparison Before = PeriodComparison.PreviousPeriod;
    private static readonly (LocalDate Day, string Who)[] All = [.. Visitors()];
    private static readonly FactTable Visits = Table("visits", daysLater: 0);
    private static readonly FactTable Orders = Table("orders", daysLater: 2);
    private static readonly InMemorySource Source = new(Calendar, Visits, Orders);
    private static readonly Conversions Weekly = Conversions.Of(Visits, Orders, "who", Duration.FromDays(7));
    private static readonly Formula Divided = Formula.Of(
        "divided", (whole, part) => part.AsCount().DividedBy(whole.AsCount()), FormulaInput.Count("whole"), FormulaInput.Count("part"));

    private static readonly Formula LostShare = Formula.Of(
        "lost-share",
        (came, bought, before) => (came.AsCount() - bought.AsCount()).DividedBy(before.AsCount()),
        FormulaInput.Count("came"),
        FormulaInput.Count("bought"),
        FormulaInput.Count("before"));

    private static readonly Formula LostShareToo = Formula.Of(
        "lost-share-too",
        (bought, came, before) => (came.AsCount() - bought.AsCount()).DividedBy(before.AsCount()),
        FormulaInput.Count("bought"),
        FormulaInput.Count("came"),
        FormulaInput.Count("before"));

    private static readonly Metric Converted = Weekly.Converted("converted").BetterWhen(Direction.HigherIsBetter);

    [Fact] // On the 20th the windows of the visits up to the 13th have closed: 13 are set against the 26 of 1 to 13 December.
    public void Change_MonthInProgress_ComparesWhatHasMatured()
    {
        var (credited, visits) = (Weekly.Credited("credited"), Weekly.BaseEvents("visits"));
        var total = Ask(January, At(1, 20), Converted, credited, visits).Total;
        foreach (var measure in new[] { Converted, credited, visits })
        {
            total[measure].Amount.Should().Be(13m);
            total.Earlier(measure, Before).Amount.Should().Be(26m);
            total.Change(measure, Before).Relative.Amount.Should().Be(-0.5m);
        }
    }

    [Fact] // Of January, the last four days are still open on 3 February: 1 to 27 January, and 1 to 27 December.
    public void Change_MonthThatHasJustEnded_ComparesWhatHasMatured()
    {
        var answer = Ask(January, At(2, 3), Converted);
        answer.Total.Change(Converted, Before).Absolute.Amount.Should().Be(27m - 54m);
        answer.Findings.Select(found => found.Message()).Should().Equal(
            "'converted' is compared only up to the end of 2026-01-27: the windows of later conversions are still open.");
        answer.Total.Compared(Converted, Before).ToString().Should().Be("2026-01 to 2026-01-27 with 2025-12 to 2025-12-27");
    }

    [Fact] // 31 January + 7 days: on 7 February all windows have closed.
    public void Change_AllWindowsHaveClosed_ComparesAll()
    {
        var answer = Ask(January, At(2, 7), Converted);
        answer.Total.Change(Converted, Before).Absolute.Amount.Should().Be(31m - 62m);
        answer.Findings.Should().BeEmpty();
    }

    [Fact]
    public void Change_DaysWhoseWindowsAreOpen_IsNotKnown()
    {
        var rows = Source.Query(
            Query.For(Converted).Between(new(2026, 1, 12), new(2026, 1, 16)).By(Grain.Day).ComparedWith(Before).AsOf(At(1, 20))).Rows;
        rows.Select(row => row.Change(Converted, Before).Absolute).Select(change => change.AmountOrNull)
            .Should().Equal(0m, 0m, null, null);
        rows[2].Change(Converted, Before).Absolute.Reason.Should().Be(UndefinedReason.InsufficientData);
    }

    [Fact] // 17 of the visits of January were converted by the 20th, 4 of them with windows that are still open.
    public void Change_IncludingImmature_IsNotKnownWhileWindowsAreOpen()
    {
        var all = Weekly.IncludingImmature().Converted("all");
        var total = Ask(January, At(1, 20), all).Total;
        total[all].Amount.Should().Be(17m);
        total.Change(all, Before).Absolute.Reason.Should().Be(UndefinedReason.InsufficientData);
        var closed = Ask(January, At(2, 7), all).Total;
        closed.Change(all, Before).Absolute.Amount.Should().Be(-31m);
    }

    [Fact] // The rate leaves immature visits out by itself, and so is like for like: 13 of 13, and 38 of 38.
    public void Change_Rate_IsComparedAsItIs()
    {
        var rate = Weekly.Rate("rate");
        var total = Ask(January, At(1, 20), rate).Total;
        total.Change(rate, Before).Absolute.Amount.Should().Be(0m);
        total.Compared(rate, Before).ToString().Should().Be("2026-01 to 2026-01-19 with 2025-12 to 2025-12-19");
        Ask(January, At(1, 20), rate).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 3)]
    [InlineData(2, 7)]
    public void Formula_WithTheMonthBefore_SetsLikeAgainstLike(int month, int day)
    {
        var all = Weekly.IncludingImmature().Converted("all");
        var growth = Measure.Of("growth", Finance.GrowthRate, Converted, Converted.Previous(Grain.Month));
        var growthOfAll = Measure.Of("growth-of-all", Finance.GrowthRate, all, all.Previous(Grain.Month));
        var total = Source.Query(Query.For(growth, growthOfAll).During(January).AsOf(At(month, day))).Total;
        total[growth].Amount.Should().Be(-0.5m);
        total[growthOfAll].Amount.Should().Be(-0.5m);
    }

    [Theory] // 17 of the 19 visitors so far have bought, whichever is named first, and whatever stands beside it: open on both sides.
    [InlineData(true)]
    [InlineData(false)]
    public void Rate_IncludingImmature_IsTheSameBesideAComparison(bool isCompared)
    {
        var all = Weekly.IncludingImmature();
        var (converted, visitors, events) = (all.Converted("converted"), all.BaseEvents("visitors"), Metric.Count("events", Visits));
        Measure[] rates =
        [
            all.Rate("rate"),
            Measure.Of("of-visitors", Marketing.ConversionRate, converted, visitors),
            Measure.Of("from-visitors", Divided, visitors, converted),
            Measure.Of("of-events", Marketing.ConversionRate, converted, events),
            Measure.Of("from-events", Divided, events, converted),
        ];
        var query = Query.For(rates).During(January).AsOf(At(1, 20));
        var total = Source.Query(isCompared ? query.ComparedWith(Before) : query).Total;
        rates.Select(rate => total[rate].Amount).Should().OnlyContain(rate => rate == 17m / 19m);
        if (isCompared)
        {
            rates.Select(rate => total.Change(rate, Before).Absolute.Reason).Should().OnlyContain(
                reason => reason == UndefinedReason.InsufficientData);
        }
    }

    [Fact] // 13 visitors and 13 buyers up to the 13th, whose windows have closed, against the 26 visitors of 1 to 13 December.
    public void Formula_OfOpenWindowsAndTheMonthBefore_ReadsAllOfItUpToWhereTheyHaveClosed()
    {
        var (all, events) = (Weekly.IncludingImmature().Converted("all"), Metric.Count("events", Visits));
        var lost = Measure.Of("lost", LostShare, events, all, events.Previous(Grain.Month));
        var lostToo = Measure.Of("lost-too", LostShareToo, all, events, events.Previous(Grain.Month));
        var bought = Measure.Of("bought", Marketing.ConversionRate, all, events.Previous(Grain.Month));
        var total = Source.Query(Query.For(lost, lostToo, bought).During(January).AsOf(At(1, 20))).Total;
        total[lost].Amount.Should().Be(0m);
        total[lostToo].Amount.Should().Be(0m);
        total[bought].Amount.Should().Be(13m / 26m);
    }

    [Fact] // Whole periods were asked for, and January is not whole yet.
    public void Change_WholePeriodsWithOpenWindows_IsNotKnown()
    {
        var query = Query.For(Converted).During(January).ComparedWith(Before).ComparingWholePeriods();
        Source.Query(query.AsOf(At(2, 3))).Total.Change(Converted, Before).Absolute.Reason.Should().Be(UndefinedReason.InsufficientData);
        Source.Query(query.AsOf(At(2, 7))).Total.Change(Converted, Before).Absolute.Amount.Should().Be(-31m);
    }

    [Fact] // One a day is what the goal asks for, and what there is: 13 by the end of the 13th, not 13 by the 19th.
    public void Goal_OnANumberOfConversions_IsJudgedWhereWindowsHaveClosed()
    {
        var progress = Track(Target.Reach(Quantity.Count(31)), January, At(1, 20));
        progress.Actual.Amount.Should().Be(13m);
        progress.Expected.Amount.Should().BeApproximately(13m / 31m, 1e-20m);
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Findings.Select(found => $"{found.Code}: {found.Message()}").Should().Contain(
            "TRACK-IMMATURE: The goal is judged as of the end of 2026-01-13: the windows of later conversions of 'converted' are still"
            + " open; days left out: 6.");
    }

    [Fact]
    public void Goal_NoWindowHasClosedYet_IsUnknown()
    {
        var progress = Track(Target.Reach(Quantity.Count(31)), January, At(1, 5));
        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Actual.Reason.Should().Be(UndefinedReason.Immature);
    }

    [Fact] // 28 visits in February: on 8 March all windows have closed.
    public void Goal_PeriodHasEnded_IsDecidedOnceWindowsHaveClosed()
    {
        Track(Target.Reach(Quantity.Count(28)), February, At(3, 5)).Status.Should().Be(GoalStatus.OnTrack);
        Track(Target.Reach(Quantity.Count(28)), February, At(3, 8)).Status.Should().Be(GoalStatus.Achieved);
    }

    [Fact]
    public void Goal_BaselineWithOpenWindows_IsNotKnownYet()
    {
        var target = Target.IncreaseBy(10.Percent(), over: January);
        var early = Track(target, February, At(2, 3));
        early.Baseline.Reason.Should().Be(UndefinedReason.InsufficientData);
        early.Findings.Select(found => found.Message()).Should().Contain(
            "The windows of conversions of the baseline period 2026-01 are not all closed yet.");
        Track(target, February, At(2, 20)).Baseline.Amount.Should().Be(31m);
    }

    [Fact]
    public void Scorecard_NumberOfConversions_ComparesWhatHasMatured()
    {
        var kpi = Kpi.Of("kpi", Converted);
        var reading = Scorecard.Create(new() { Kpis = [kpi] }, Source, At(1, 20)).Kpis[0].Current;
        reading.Value.Amount.Should().Be(13m);
        reading.FromPrevious.Relative.Amount.Should().Be(-0.5m);
        reading.ReadUntil.Should().Be(At(1, 14));
    }

    [Fact] // The rate is read up to the moment, beside a number of the same table that is not.
    public void Scorecard_AMonthThatHasJustEnded_ComparesWhatHasMatured()
    {
        var (kpi, rate) = (Kpi.Of("kpi", Converted), Kpi.Of("rate", Weekly.Rate("weekly")));
        var scorecard = Scorecard.Create(new() { Kpis = [kpi, rate] }, Source, At(2, 3));
        var closed = scorecard.Kpis[0].LatestClosed;
        closed.Value.Amount.Should().Be(27m);
        closed.FromPrevious.Absolute.Amount.Should().Be(-27m);
        scorecard.Kpis[0].Current.FromPrevious.Absolute.IsDefined.Should().BeFalse();
        scorecard.Kpis[1].LatestClosed.ReadUntil.Should().Be(January.End);
        scorecard.Findings.Select(found => found.Message()).Should().Contain(
            "'kpi' is compared only up to the end of 2026-01-27: the windows of later conversions are still open.");
    }

    [Fact] // Orders are complete up to 10 January, so windows are known to have closed up to the 3rd.
    public void Change_ConversionsEndEarly_ComparesWhatIsKnown()
    {
        var orders = Table("orders", daysLater: 2, until: new(2026, 1, 11));
        var converted = Conversions.Of(Visits, orders, "who", Duration.FromDays(7)).Converted("converted");
        var total = new InMemorySource(Calendar, Visits, orders)
            .Query(Query.For(converted).During(January).ComparedWith(Before).AsOf(At(1, 20))).Total;
        total.Change(converted, Before).Absolute.Amount.Should().Be(4m - 8m);
    }

    private static MetricTable Ask(ReportingPeriod period, Instant asOf, params Measure[] measures) =>
        Source.Query(Query.For(measures).During(period).ComparedWith(Before).AsOf(asOf));

    private static GoalProgress Track(Target target, ReportingPeriod period, Instant asOf) =>
        GoalTracker.Default.Track(new("goal") { Measure = Converted, Target = target, Period = period }, Source, asOf);

    private static Instant At(int month, int day) => Calendar.StartOfDay(new(2026, month, day));

    private static IEnumerable<(LocalDate Day, string Who)> Visitors()
    {
        for (var day = new LocalDate(2025, 12, 1); day < new LocalDate(2026, 3, 1); day = day.PlusDays(1))
        {
            yield return (day, $"{day} a");
            if (day.Year == 2025)
            {
                yield return (day, $"{day} b");
            }
        }
    }

    private static FactTable Table(string name, int daysLater, LocalDate? until = null) => FactTable
        .From(name, All.Select(each => (Day: each.Day.PlusDays(daysLater), each.Who)).Where(each => until is null || each.Day < until))
        .At(each => each.Day)
        .Dimension("who", each => each.Who)
        .Covering(new(2025, 12, 1), until ?? new(2026, 4, 1))
        .Build();
}
