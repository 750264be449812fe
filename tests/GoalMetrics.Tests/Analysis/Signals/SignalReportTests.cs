using System.Globalization;
using System.Text.Json;
using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics.Tests.Analysis.Signals;

/// <summary>What moved more than it does anyway, of measures over facts.</summary>
public sealed class SignalReportTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;
    private static readonly LocalDate First = new(2026, 3, 1);

    // NIST/SEMATECH e-Handbook 6.3.2.2: the flow rates, limits 45.8159 to 55.8041 around 50.81.
    private static readonly decimal[] FlowRates = [49.6m, 47.6m, 49.9m, 51.3m, 47.8m, 51.2m, 52.6m, 52.4m, 53.6m, 52.1m];

    [Fact]
    public void Create_FlowRatesOfTheHandbook_HaveItsLimits()
    {
        var (source, rate) = Daily(FlowRates);

        var signals = SignalReport.Of(rate, source, At(10))[rate];

        signals.Method.Should().Be(SignalMethod.Xmr);
        signals.Pattern.Should().Be(SeasonalPattern.None);
        var limits = signals.Limits.Should().ContainSingle().Which;
        limits.Centre.Amount.Should().Be(50.81m);
        limits.LowerLimit.Amount.Should().BeApproximately(45.8159101654846m, 1e-12m);
        limits.UpperLimit.Amount.Should().BeApproximately(55.8040898345154m, 1e-12m);
        (limits.First, limits.Last, limits.Why).Should().Be((Utc.Day(First), Utc.Day(First.PlusDays(9)), null));
        signals.Points.Should().HaveCount(10).And.OnlyContain(point => point.IsJudged && point.Centre == limits.Centre);
        signals.Signals.Should().BeEmpty();
        signals.Findings.Should().BeEmpty();
    }

    [Fact] // The eleventh value lies 5.9 above the mean of the ten that the limits were frozen on: 3.5 sigma of 1.6647.
    public void Create_FrozenBaseline_JudgesWhatCameAfter()
    {
        var (source, rate) = Daily([.. FlowRates, 56.71m, 50m]);

        var signals = SignalReport.Of(rate, source, At(12), new() { Baseline = 10 })[rate];

        signals.Limits[0].Centre.Amount.Should().Be(50.81m);
        var signal = signals.Signals.Should().ContainSingle().Which;
        (signal.Kind, signal.Side).Should().Be((SignalKind.BeyondLimit, ChartSide.Above));
        (signal.First, signal.Last).Should().Be((Utc.Day(new(2026, 3, 11)), Utc.Day(new(2026, 3, 11))));
        (signal.Value.Amount, signal.Expected.Amount, signal.Difference.Amount).Should().Be((56.71m, 50.81m, 5.9m));
        signal.Sigmas.Should().BeApproximately(5.9 / (1.87777777777778 / 1.128), 1e-9);
        signal.Verdict.Should().Be(ChangeVerdict.Better);
        signal.ToText().Should().Be("rate 2026-03-11: 56.71, expected 50.81 (beyond a limit)");
        signal.ToText(new("da-DK")).Should().Be("rate 2026-03-11: 56,71, forventet 50,81 (uden for en grænse)");
        SignalReport.Of(rate, source, At(12), new() { Baseline = 10, Rules = [ChartRule.EightOnOneSide] }).Signals.Should().BeEmpty();
    }

    [Fact]
    public void Create_DeclaredShift_HasLimitsOfItsOwn()
    {
        var (source, rate) = Daily([.. FlowRates, .. FlowRates.Select(value => value + 20m)]);
        var other = Metric.Count("other", TableSchema.Named("other", FactTime.Date));

        var without = SignalReport.Of(rate, source, At(20))[rate];
        without.Signals.Select(signal => signal.Kind).Should().Contain(SignalKind.EightOnOneSide);

        DeclaredShift shift = new(First.PlusDays(10), "a larger pump", [rate]), elsewhere = new(First.PlusDays(5), "elsewhere", [other]);
        var with = SignalReport.Of(rate, source, At(20), new() { Shifts = [shift, elsewhere] })[rate];
        with.Signals.Should().BeEmpty();
        with.Limits.Select(limits => (limits.Centre.Amount, limits.Why)).Should().Equal((50.81m, null), (70.81m, "a larger pump"));
        with.Points[9].Centre.Amount.Should().Be(50.81m);
        with.Points[10].Centre.Amount.Should().Be(70.81m);
    }

    [Fact] // A shop that sells 100 on weekdays and 20 at weekends, give or take. The Saturday with 100 is the news, not the Saturdays.
    public void Create_WeekdayPattern_IsTakenOutAndSaid()
    {
        int[] noise = [3, -2, 1, -4, 2, 0, -1, 4, -3, 2, -2];
        var values = Enumerable.Range(0, 70).Select(day => (decimal)(Usual(day) + noise[day % noise.Length])).ToArray();
        values[62] = 100m;
        var (source, sales) = Daily(values);

        var signals = SignalReport.Of(sales, source, At(70))[sales];

        First.PlusDays(62).DayOfWeek.Should().Be(IsoDayOfWeek.Saturday);
        signals.Pattern.Should().Be(SeasonalPattern.Weekday);
        var signal = signals.Signals.Single(signal => signal.Kind == SignalKind.BeyondLimit);
        signal.First.StartDate.Should().Be(First.PlusDays(62));
        signal.Expected.Amount.Should().BeInRange(15m, 25m);
        signals.Points[61].Centre.Amount.Should().BeInRange(95m, 105m);
        signals.Points[61].LowerLimit.Amount.Should().BeGreaterThan(70m);

        static int Usual(int day) => First.PlusDays(day).DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 20 : 100;
    }

    [Fact] // 3 % of 1,000 visits a day; one day had 12 visits and 4 orders, 33 %.
    public void Create_ARateThatRestsOnTwelveVisitors_IsNoSignal()
    {
        int[] orders = [30, 33, 27, 29, 31, 34, 28, 30, 26, 32, 30, 29];
        List<(LocalDate Day, int Orders, int Visits)> days =
        [
            .. orders.Select((count, day) => (First.PlusDays(day), count, 1_000)),
            (First.PlusDays(12), 4, 12),
            (First.PlusDays(13), 31, 1_000),
        ];
        var table = FactTable.From("site", days).At(row => row.Day)
            .Value("orders", row => row.Orders, Unit.Count("order")).Value("visits", row => row.Visits, Unit.Count("visit")).Build();
        var (placed, visits) = (Metric.Sum("orders", table, "orders"), Metric.Sum("visits", table, "visits"));
        var rate = Kpi.Of("conversion", Marketing.ConversionRate, placed, visits).Read(every: Grain.Day);

        var signals = SignalReport.Of(rate, new InMemorySource(Utc, table), At(14))[rate];

        signals.Method.Should().Be(SignalMethod.LaneyP);
        signals.Signals.Should().BeEmpty();
        signals.Points[12].IsJudged.Should().BeFalse();
        signals.Points[12].N.Should().Be(12);
        signals.Points[12].UpperLimit.Amount.Should().BeGreaterThan(0.1m);
        signals.Findings.Select(finding => finding.Message()).Should().Equal(
            "1 of 14 values of 'conversion' rest on too few observations to be judged.");
    }

    [Fact] // The limits are those of Laney's chart over the counts themselves.
    public void Create_Shares_HaveTheLimitsOfLaneysChart()
    {
        (long Orders, long Visits)[] days =
            [(40, 1_000), (55, 1_200), (31, 900), (60, 1_500), (44, 1_050), (90, 1_100), (38, 950), (52, 1_300)];
        var table = FactTable.From("site", days.Select((day, i) => (Day: First.PlusDays(i), day.Orders, day.Visits))).At(row => row.Day)
            .Value("orders", row => row.Orders, Unit.Count("order")).Value("visits", row => row.Visits, Unit.Count("visit")).Build();
        var rate = Measure.Of(
            "rate", (orders, visits) => orders / visits, Metric.Sum("o", table, "orders"), Metric.Sum("v", table, "visits"));

        var signals = SignalReport.Of(rate, new InMemorySource(Utc, table), At(8))[rate];

        var chart = ProportionChart.LaneyP([.. days.Select(day => day.Orders)], [.. days.Select(day => day.Visits)]);
        for (var i = 0; i < days.Length; i++)
        {
            ((double)signals.Points[i].LowerLimit.Amount).Should().BeApproximately(chart.Points[i].LowerLimit.Value, 1e-12);
            ((double)signals.Points[i].UpperLimit.Amount).Should().BeApproximately(chart.Points[i].UpperLimit.Value, 1e-12);
        }

        signals.Limits[0].Centre.Amount.Should().BeApproximately(410m / 9_000m, 1e-12m);
        signals.Signals.Select(signal => (int)signal.Kind).Should().BeEquivalentTo(chart.Signals.Select(signal => (int)signal.Rule));
    }

    [Fact] // 1,000 subscribers and one or three more every day: the level rises all the time, and nothing has happened.
    public void Create_Balance_IsJudgedByItsChanges()
    {
        var table = FactTable.From("subscribers", Enumerable.Range(0, 30).Select(day => (Day: First.PlusDays(day), Count: Level(day))))
            .At(row => row.Day).Balance("count", row => row.Count, Unit.Count("subscriber")).Build();
        var level = Metric.Balance("subscribers", table, "count").BetterWhen(Direction.HigherIsBetter);

        var signals = SignalReport.Of(level, new InMemorySource(Utc, table), At(30))[level];

        signals.Method.Should().Be(SignalMethod.XmrOfChanges);
        var signal = signals.Signals.Where(found => found.Kind == SignalKind.BeyondLimit).Should().ContainSingle().Which;
        signal.First.StartDate.Should().Be(First.PlusDays(20));
        signal.Verdict.Should().Be(ChangeVerdict.Worse);
        signal.Value.Amount.Should().Be(Level(20));
        signal.Difference.Amount.Should().BeLessThan(-40m);
        signals.Reaches(Quantity.Count(900, "subscriber")).Should().Be(TargetReach.Unknown);

        static decimal Level(int day) => 1_000m + (2 * day) + (day % 2) - (day >= 20 ? 50m : 0m);
    }

    [Fact]
    public void Create_ARollingSum_IsNotJudged()
    {
        var (source, rate) = Daily([.. FlowRates, .. FlowRates]);
        foreach (var measure in (Measure[])[rate.Rolling(7, Grain.Day), rate.Cumulative(), rate.ToDate(Grain.Month),
            Kpi.Of("kpi", rate.Rolling(7, Grain.Day)).Read(every: Grain.Day)])
        {
            var signals = SignalReport.Of(measure, source, At(20))[measure];
            signals.Method.Should().Be(SignalMethod.None);
            signals.Signals.Should().BeEmpty();
            signals.Findings.Select(finding => finding.Code).Should().Contain("SIGNALS-OVERLAP");
        }
    }

    [Theory]
    [InlineData(1, SignalMethod.None)]
    [InlineData(5, SignalMethod.None)]
    [InlineData(6, SignalMethod.Xmr)]
    [InlineData(9, SignalMethod.Xmr)]
    public void Create_FewPeriods_SaysSo(int count, SignalMethod method)
    {
        var (source, rate) = Daily(FlowRates[..count]);

        var signals = SignalReport.Of(rate, source, At(count))[rate];

        signals.Method.Should().Be(method);
        signals.Findings.Single().Message().Should().Be(string.Create(
            CultureInfo.InvariantCulture, $"'rate' has {count} final values; limits need 6 and are dependable from 10 on."));
    }

    [Fact] // Data until 10 March, seen on the morning of the 14th: a day that is running is not late.
    public void Create_DataThatAreLate_AreASignal()
    {
        var (source, rate) = Daily(FlowRates);
        SignalReport.Of(rate, source, At(10) + Duration.FromHours(9)).Signals.Should().BeEmpty();

        var late = SignalReport.Of(rate, source, At(13) + Duration.FromHours(9)).Signals.Should().ContainSingle().Which;

        (late.Kind, late.Side, late.Verdict).Should().Be((SignalKind.LateData, null, ChangeVerdict.Unknown));
        (late.First, late.Last).Should().Be((Utc.Day(new(2026, 3, 11)), Utc.Day(new(2026, 3, 13))));
        late.Value.IsDefined.Should().BeFalse();
        late.ToText().Should().Be("rate 2026-03-11 to 2026-03-13: data are late");
        late.ToText(new("da-DK")).Should().Be("rate 2026-03-11 til 2026-03-13: data er forsinkede");
    }

    [Fact] // Days without rows among thirty with rows, and a gap that was stated.
    public void Create_DataThatAreMissing_AreASignal()
    {
        var days = Enumerable.Range(0, 60).Where(day => day is not 41).Select(day => (Day: First.PlusDays(day), Value: (decimal)(day % 5)));
        var found = FactTable.From("found", days).At(row => row.Day).Value("x", row => row.Value, Unit.Count()).Build();
        var others = days.Where(row => row.Day < new LocalDate(2026, 3, 20) || row.Day > new LocalDate(2026, 3, 22));
        var stated = FactTable.From("stated", others)
            .At(row => row.Day).Value("x", row => row.Value, Unit.Count())
            .Covering(First, First.PlusDays(60), except: [new DateInterval(new(2026, 3, 20), new(2026, 3, 22))]).Build();

        Missing(found).Should().Equal("2026-04-11 2026-04-11");
        Missing(stated).Should().Equal("2026-03-20 2026-03-22");

        static IEnumerable<string> Missing(FactTable table)
        {
            var sum = Metric.Sum("x", table, "x");
            return SignalReport.Of(sum, new InMemorySource(Utc, table), At(60)).Signals
                .Where(signal => signal.Kind == SignalKind.MissingData).Select(signal => $"{signal.First} {signal.Last}");
        }
    }

    [Fact] // Two measures of one title have a line each, with the ids that tell them apart.
    public void ToText_MeasuresOfTheSameTitle_AreToldApartByTheirIds()
    {
        var (source, rate) = Daily(FlowRates);
        var kpi = Kpi.Of("flow", rate).Titled("Flow").DrivenBy(PerformanceIndicator.Daily(rate.Titled("Flow")));

        SignalReport.Of(kpi, source, At(11)).ToText().Split('\n').Select(line => line.Split(':')[0])
            .Should().Equal("Flow (flow)", "Flow (rate)");
    }

    [Fact]
    public void Create_Kpi_ComesWithItsIndicators()
    {
        var (source, rate) = Daily([.. FlowRates, 70m, 50m]);
        var kpi = Kpi.Of("flow", rate).Read(every: Grain.Week).DrivenBy(PerformanceIndicator.Daily(rate));

        var report = SignalReport.Of(kpi, source, At(12));

        report.Measures.Select(one => (one.Measure.Id, one.Grain)).Should().Equal(("flow", Grain.Week), ("rate", Grain.Day));
        report.Measures[1].Drives.Should().Equal(kpi);
        report.Signals.Should().NotBeEmpty().And.OnlyContain(signal => signal.Drives.Single() == kpi);
        report.ToText().Should().Be(
            "flow: not judged. 'flow' has 1 final values; limits need 6 and are dependable from 10 on.\n"
            + "rate: 2026-03-11: 70, expected 52.34 (beyond a limit)");
    }

    [Fact]
    public void Create_Strategy_SetsTargetsAgainstWhatIsUsual()
    {
        var (source, rate) = Daily(FlowRates);
        var kpi = Kpi.Of("flow", rate).Read(every: Grain.Day);
        var strategy = new Strategy
        {
            Kpis = [kpi, Kpi.Of("failing", value => value.Amount > 50m ? throw new InvalidOperationException("boom") : value, rate)],
            Goals =
            [
                Goal("always", Target.StayAtLeast(Quantity.Count(45))), Goal("sometimes", Target.StayAtLeast(Quantity.Count(50))),
                Goal("never", Target.StayAtLeast(Quantity.Count(60))),
                Goal("within", Target.StayWithin(Quantity.Count(45), Quantity.Count(50))),
            ],
        };

        var report = SignalReport.Create(strategy, source, At(10));

        report[kpi].Targets.Select(target => (target.Goal.Id, target.Reach)).Should().Equal(
            ("always", TargetReach.Always), ("sometimes", TargetReach.Sometimes), ("never", TargetReach.Never),
            ("within", TargetReach.Sometimes));
        report[kpi].Reaches(Quantity.Count(60)).Should().Be(TargetReach.Never);
        report[kpi].Reaches(Quantity.Count(60), Direction.LowerIsBetter).Should().Be(TargetReach.Always);
        report[kpi].Reaches(Quantity.Count(60), Direction.Neutral).Should().Be(TargetReach.Unknown);
        report[kpi].Invoking(one => one.Reaches(Money.Dkk(60))).Should().Throw<UnitMismatchException>();
        report.Findings.Select(finding => finding.Code).Should().Contain("TRACK-FAILED");

        SmartGoal Goal(string id, Target target) => new(id)
        {
            Statement = id,
            Measure = rate,
            Target = target,
            Period = Utc.Year(2026),
            ReadEvery = Grain.Day,
            Owner = "Operations",
        };
    }

    [Fact]
    public void Of_MeasureOfAnUnknownTable_NamesThoseThatThereAre() =>
        Messages.Of<ArgumentException>(() => SignalReport.Of(Elsewhere, Daily(FlowRates).Source, At(10)))
            .Should().StartWith("The source has no table 'elsewhere'; it has facts.");

    [Fact]
    public void Indexer_MeasureThatTheReportIsNotAbout_NamesThoseThatItIs()
    {
        var (source, rate) = Daily(FlowRates);

        Messages.Of<KeyNotFoundException>(() => SignalReport.Of(rate, source, At(10))[Elsewhere])
            .Should().Be("The report is not about 'elsewhere'; it is about rate.");
    }

    [Fact]
    public void Baseline_TooShort_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new SignalOptions { Baseline = 1 }).Should().Contain("at least 6 periods");

    [Fact]
    public void DeclaredShift_WithoutReason_IsRefused() =>
        Messages.Of<ArgumentException>(() => new DeclaredShift(First, " ")).Should().Contain("why");

    [Fact]
    public void Json_HasWhatIsDrawn()
    {
        var (source, rate) = Daily([.. FlowRates, 70m]);
        var json = JsonSerializer.Serialize(SignalReport.Of(rate, source, At(11)));
        using var read = JsonDocument.Parse(json);
        var measure = read.RootElement.GetProperty("measures")[0];
        measure.GetProperty("method").GetString().Should().Be("xmr");
        measure.GetProperty("points").GetArrayLength().Should().Be(11);
        measure.GetProperty("points")[10].GetProperty("upperLimit").GetProperty("amount").GetDecimal().Should().BeLessThan(70m);
        var signal = measure.GetProperty("signals")[0];
        (signal.GetProperty("kind").GetString(), signal.GetProperty("side").GetString()).Should().Be(("beyondLimit", "above"));
        signal.GetProperty("last").GetProperty("name").GetString().Should().Be("2026-03-11");
    }

    [Fact]
    public async Task CreateAsync_AStrategy_TakesOneCallOfTheSource()
    {
        var (source, rate) = Daily(FlowRates);
        var counting = new ProbedSource(source);
        var strategy = new Strategy
        {
            Kpis = [Kpi.Of("daily", rate).Read(every: Grain.Day), Kpi.Of("weekly", rate).Read(every: Grain.Week)],
            PerformanceIndicators = [PerformanceIndicator.Daily(rate)],
        };

        await SignalReport.CreateAsync(strategy, counting, At(10), cancellationToken: TestContext.Current.CancellationToken);

        (counting.DescribeCount, counting.AggregateCount).Should().Be((1, 1));
    }

    private static Metric Elsewhere => Metric.Count("elsewhere", TableSchema.Named("elsewhere", FactTime.Date));

    private static Instant At(int days) => Utc.StartOfDay(First.PlusDays(days));

    private static (InMemorySource Source, Metric Rate) Daily(decimal[] values)
    {
        var table = FactTable.From("facts", values.Select((value, day) => (Day: First.PlusDays(day), Value: value))).At(row => row.Day)
            .Value("rate", row => row.Value, Unit.Count()).Covering(First, First.PlusDays(values.Length)).Build();
        return (new InMemorySource(Utc, table), Metric.Sum("rate", table, "rate").BetterWhen(Direction.HigherIsBetter));
    }
}
