using System.Diagnostics.Metrics;
using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Instruments;

/// <summary>A small shop's strategy, as a collector sees it on 11 February 2027.</summary>
public sealed class StrategyInstrumentsTests : IDisposable
{
    private static readonly FactTable Shop = FactTable.From("shop", new[]
    {
        (Day: new LocalDate(2027, 1, 20), Market: "DK", Orders: 60m, Visits: 600m),
        (Day: new LocalDate(2027, 2, 2), Market: "UK", Orders: 30m, Visits: 400m),
        (Day: new LocalDate(2027, 2, 10), Market: (string?)null, Orders: 20m, Visits: 400m),
        (Day: new LocalDate(2027, 2, 10), Market: "DK", Orders: 6m, Visits: 0m),
    }).At(row => (LocalDate?)row.Day).Dimension("market", row => row.Market)
        .Value("orders", row => row.Orders, Unit.Count("order")).Value("visits", row => row.Visits, Unit.Count("visit"))
        .Covering(new(2027, 1, 1), new(2027, 2, 11)).Build();

    private static readonly Metric Orders = Metric.Sum("orders", Shop, "orders").BetterWhen(Direction.HigherIsBetter);

    private static readonly Kpi OrdersKpi = Kpi.Of("orders-this-month", Orders).ShownBy("market").Titled(new("Orders", "Ordrer"));

    private static readonly Kpi Conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, Orders,
        Metric.Sum("visits", Shop, "visits")).ShownBy("market");

    private static readonly Strategy Strategy = new()
    {
        Goals = [new("more-orders") { Measure = Orders, Target = Target.Reach(280), Period = Utc.Month(2027, 2) }],
        Kpis = [OrdersKpi, Conversion, Kpi.Of("yearly", Orders).Read(Grain.Year)],
    };

    private static readonly InMemorySource Source = new(Utc, Shop);

    private readonly Meter _meter = new("Strategy");

    private readonly FakeTime _time = new(Utc2027(2, 11));

    public void Dispose() => _meter.Dispose();

    // February so far: 30 + 20 + 6 of 280 is 20 %, and 10 of 28 days are gone: pace 0.56. DK has no visits, and so no rate.
    [Theory]
    [InlineData("")]
    [InlineData("da-DK")]
    [InlineData("tr-TR")]
    public void Publish_Strategy_MeasuresWhatIsDefined(string culture)
    {
        using var _ = new CurrentCulture(culture);
        var published = StrategyInstruments.Publish(_meter, Strategy, Source, _time);

        Collected.From(_meter).Should().Equal(
            "goalmetrics.goal.attainment{goal.id=more-orders} 0.2",
            "goalmetrics.goal.pace{goal.id=more-orders} 0.56",
            "goalmetrics.goal.status{goal.id=more-orders,goal.status=achieved} 0",
            "goalmetrics.goal.status{goal.id=more-orders,goal.status=at_risk} 0",
            "goalmetrics.goal.status{goal.id=more-orders,goal.status=missed} 0",
            "goalmetrics.goal.status{goal.id=more-orders,goal.status=not_started} 0",
            "goalmetrics.goal.status{goal.id=more-orders,goal.status=off_track} 1",
            "goalmetrics.goal.status{goal.id=more-orders,goal.status=on_track} 0",
            "goalmetrics.goal.status{goal.id=more-orders,goal.status=unknown} 0",
            "goalmetrics.kpi.conversion_rate{} 0.07",
            "goalmetrics.kpi.orders_this_month{} 56",
            "goalmetrics.kpi.yearly{} 116",
            "goalmetrics.kpi_breakdown.conversion_rate{market=UK} 0.075",
            "goalmetrics.kpi_breakdown.conversion_rate{} 0.05",
            "goalmetrics.kpi_breakdown.orders_this_month{market=DK} 6",
            "goalmetrics.kpi_breakdown.orders_this_month{market=UK} 30",
            "goalmetrics.kpi_breakdown.orders_this_month{} 20");
        published.Failures.Should().BeEmpty();
    }

    [Fact]
    public void Publish_Instruments_HaveUnitsAndTitles()
    {
        StrategyInstruments.Publish(_meter, Strategy, Source, _time);

        Collected.InstrumentsOf(_meter).Should().BeEquivalentTo(
            "ObservableGauge goalmetrics.kpi.orders_this_month [{order}] Orders",
            "ObservableGauge goalmetrics.kpi_breakdown.orders_this_month [{order}] Orders by market",
            "ObservableGauge goalmetrics.kpi.conversion_rate [1] Conversion rate",
            "ObservableGauge goalmetrics.kpi_breakdown.conversion_rate [1] Conversion rate by market",
            "ObservableGauge goalmetrics.kpi.yearly [{order}] yearly",
            "ObservableGauge goalmetrics.goal.attainment [1] The share of the way to the target that is done",
            "ObservableGauge goalmetrics.goal.pace [1] What is done over what is expected by now; 1 is on time",
            "ObservableUpDownCounter goalmetrics.goal.status [{goal}] 1 for the status that the goal has, 0 for the others",
            "ObservableCounter goalmetrics.evaluation.failures [{failure}] KPIs and goals that could not be evaluated");
    }

    [Fact] // On every day, also at midnight and outside what the table covers.
    public void Publish_AnyMoment_EqualsTheScorecard()
    {
        StrategyInstruments.Publish(_meter, Strategy, Source, _time);
        for (var asOf = Utc2027(1, 1); asOf < Utc2027(3, 3); asOf += Duration.FromHours(12))
        {
            _time.Clock.Reset(asOf);
            var card = Scorecard.Create(Strategy, Source, asOf);
            Collected.From(_meter).Where(line => !line.Contains("status", StringComparison.Ordinal)).Should().BeEquivalentTo(
            [
                .. card.Kpis.SelectMany(kpi => Line($"kpi.{kpi.Measure.Id.Replace('-', '_')}{{}}", kpi.Current.Value)),
                .. card.Kpis.SelectMany(kpi => kpi.Breakdown.SelectMany(part => Line(
                    $"kpi_breakdown.{kpi.Measure.Id.Replace('-', '_')}{{{(part.Members[0] is { } market ? "market=" + market : "")}}}",
                    part.Reading.Value))),
                .. card.Goals.SelectMany(goal => Line("goal.attainment{goal.id=more-orders}", goal.Attainment)),
                .. card.Goals.SelectMany(goal => Line("goal.pace{goal.id=more-orders}", goal.Pace)),
            ]);
            Collected.From(_meter).Single(line => line.Contains("status", StringComparison.Ordinal)
                && line.EndsWith(" 1", StringComparison.Ordinal))
                .Replace("_", "", StringComparison.Ordinal).Should()
                .Contain($"goal.status={card.Goals[0].Status.ToString().ToLowerInvariant()}}}");
        }

        static IEnumerable<string> Line(string name, Quantity value) =>
            value.AmountOrNull is { } amount ? [FormattableString.Invariant($"goalmetrics.{name} {(double)amount}")] : [];
    }

    [Theory]
    [InlineData(GoalStatus.Unknown, "unknown")]
    [InlineData(GoalStatus.NotStarted, "not_started")]
    [InlineData(GoalStatus.OnTrack, "on_track")]
    [InlineData(GoalStatus.AtRisk, "at_risk")]
    [InlineData(GoalStatus.OffTrack, "off_track")]
    [InlineData(GoalStatus.Achieved, "achieved")]
    [InlineData(GoalStatus.Missed, "missed")]
    public void Publish_EveryStatus_HasItsName(GoalStatus status, string name)
    {
        var (goal, tracker) = status switch
        {
            GoalStatus.Unknown => (new("goal") { Measure = Orders }, GoalTracker.Default),
            GoalStatus.NotStarted => (Goal(10, 3), GoalTracker.Default),
            GoalStatus.OnTrack => (Goal(140, 2), GoalTracker.Default),
            GoalStatus.AtRisk => (Goal(280, 2), new GoalTracker(new StatusPolicy { AtRiskFrom = 0.5m })),
            GoalStatus.OffTrack => (Goal(280, 2), GoalTracker.Default),
            GoalStatus.Achieved => (Goal(60, 1), GoalTracker.Default),
            _ => (Goal(61, 1), GoalTracker.Default),
        };
        StrategyInstruments.Publish(_meter, new() { Goals = [goal] }, Source, _time, tracker: tracker);

        var series = Collected.From(_meter).Where(line => line.StartsWith("goalmetrics.goal.status", StringComparison.Ordinal)).ToList();
        series.Should().HaveCount(7);
        series.Single(line => line.EndsWith(" 1", StringComparison.Ordinal)).Should()
            .Be($"goalmetrics.goal.status{{goal.id=goal,goal.status={name}}} 1");

        static SmartGoal Goal(decimal target, int month) =>
            new("goal") { Measure = Orders, Target = Target.Reach(Quantity.Count(target, "order")), Period = Utc.Month(2027, month) };
    }

    [Fact]
    public void Publish_OneFails_TheOthersAreMeasuredAndItIsReported()
    {
        var lost = FactTable.From("lost", Array.Empty<int>()).At(_ => (LocalDate?)null).Value("orders", _ => 0m, Unit.Count("order"))
            .Build();
        var published = StrategyInstruments.Publish(
            _meter,
            new()
            {
                Kpis = [Kpi.Of("lost", Metric.Sum("orders", lost, "orders")), OrdersKpi],
                Goals = [new("other-calendar") { Measure = Orders, Target = Target.Reach(1),
                    Period = ReportingCalendar.Iso("Europe/Copenhagen").Month(2027, 2) }],
            },
            Source,
            _time);
        published.Failures.Should().BeEmpty();

        string[] expected =
        [
            "goalmetrics.evaluation.failures{goalmetrics.path=goals/other-calendar,error.type=System.ArgumentException} 1",
            "goalmetrics.evaluation.failures{goalmetrics.path=kpis/lost,error.type=System.ArgumentException} 1",
            "goalmetrics.kpi.orders_this_month{} 56",
            "goalmetrics.kpi_breakdown.orders_this_month{market=DK} 6",
            "goalmetrics.kpi_breakdown.orders_this_month{market=UK} 30",
            "goalmetrics.kpi_breakdown.orders_this_month{} 20",
        ];
        Collected.From(_meter).Should().Equal(expected);
        published.Failures.Select(failure => $"{failure.Path}: {failure.Error.Message}").Should().Equal(
            "kpis/lost: The source has no table 'lost'; it has shop. (Parameter 'tables')",
            "goals/other-calendar: Goal 'other-calendar': its period 2027-02 is of the calendar Europe/Copenhagen, weeks from Monday "
                + "(week 1 has at least 4 days), fiscal years from January; the source has UTC, weeks from Monday (week 1 has at least 4 "
                + "days), fiscal years from January. Take periods from the source's calendar. (Parameter 'goal')");

        _time.Clock.AdvanceSeconds(10);
        Collected.From(_meter)[0].Should().EndWith(" 2");
    }

    [Fact]
    public void Publish_CollectedOften_EvaluatesAtMostOnceAnInterval()
    {
        var source = new ProbedSource(Source) { Before = async () => await Task.Yield() };
        StrategyInstruments.Publish(_meter, new() { Kpis = [OrdersKpi] }, source, _time, Duration.FromMinutes(1));
        source.AggregateCount.Should().Be(0);

        Collected.From(_meter).Should().Contain("goalmetrics.kpi.orders_this_month{} 56");
        var once = source.AggregateCount;
        once.Should().BePositive();
        _time.Clock.AdvanceSeconds(59);
        Collected.From(_meter);
        source.AggregateCount.Should().Be(once);
        _time.Clock.AdvanceSeconds(1);
        Collected.From(_meter);
        source.AggregateCount.Should().Be(2 * once);
        _time.Clock.AdvanceSeconds(-1); // the clock is set back
        Collected.From(_meter);
        source.AggregateCount.Should().Be(3 * once);
    }

    [Fact]
    public async Task Publish_CollectedBySeveralThreads_IsEvaluatedOnce()
    {
        var source = new ProbedSource(Source) { Before = async () => await Task.Yield() };
        StrategyInstruments.Publish(_meter, Strategy, source, _time);
        var expected = Collected.From(_meter);
        var once = source.AggregateCount;
        _time.Clock.AdvanceMinutes(1);

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Collected.From(_meter))));

        source.AggregateCount.Should().Be(2 * once);
        all.Should().AllSatisfy(lines => lines.Where(line => !line.Contains("pace", StringComparison.Ordinal)).Should()
            .Equal(expected.Where(line => !line.Contains("pace", StringComparison.Ordinal))));
    }

    [Fact] // A fact that comes in during an evaluation is later than its moment, and must not make it fail.
    public async Task Publish_LiveTableThatFactsComeInto_NeverFails()
    {
        var schema = TableSchema.Named("clicks", FactTime.Instant).Value("count", Unit.Count());
        var clicks = Metric.Sum("clicks", schema, "count");
        var live = LiveTable.Of(schema, Utc).Keeping(clicks).Build();
        var published = StrategyInstruments.Publish(_meter, new() { Kpis = [Kpi.Of("clicks", clicks).Read(Grain.Day)] },
            new InMemorySource(Utc, live), _time, Duration.Epsilon);
        using var clicking = new Meter("Strategy.Clicks");
        var counter = clicking.CreateCounter<int>("clicks");
        using var bridge = InstrumentBridge.Listen(_time).Into(live, "Strategy.Clicks", "clicks").Start();

        var added = 0;
        using var stop = new CancellationTokenSource();
        var adding = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                _time.Clock.AdvanceTicks(1);
                counter.Add(1);
                added++;
            }
        });
        for (var i = 0; i < 100 || Volatile.Read(ref added) < 10_000; i++)
        {
            Collected.From(_meter);
            published.Failures.Should().BeEmpty();
        }

        await stop.CancelAsync();
        await adding;
        _time.Clock.AdvanceTicks(1);
        Collected.From(_meter).Should().Equal($"goalmetrics.kpi.clicks{{}} {added}");
    }

    [Fact] // Clocks tick slowly: a fact may come in at the moment itself, and others at midnight.
    public void Publish_LiveFactAtTheVeryMoment_IsMeasured()
    {
        var schema = TableSchema.Named("clicks", FactTime.Instant).Value("count", Unit.Count());
        var clicks = Metric.Sum("clicks", schema, "count");
        var live = LiveTable.Of(schema, Utc).Keeping(clicks).Build();
        var published = StrategyInstruments.Publish(_meter, new() { Kpis = [Kpi.Of("clicks", clicks).Read(Grain.Day)] },
            new InMemorySource(Utc, live), _time);
        live.Add(Utc2027(2, 10, 23), [], [2m]);
        Collected.From(_meter).Should().Equal("goalmetrics.kpi.clicks{} 2"); // at midnight, the day that has just ended

        _time.Clock.AdvanceHours(1);
        live.Add(Utc2027(2, 11), [], [3m]);
        live.Add(Utc2027(2, 11, 1), [], [4m]);
        Collected.From(_meter).Should().Equal("goalmetrics.kpi.clicks{} 7");
        published.Failures.Should().BeEmpty();
    }

    [Theory] // OpenTelemetry: [A-Za-z][A-Za-z0-9_.\-/]*, letter case does not count.
    [InlineData("page-views", "page_views", "page_views")]
    [InlineData("page-views", "Page-Views", "page_views")]
    [InlineData("omsætning", "omsaetning", "omsaetning")]
    public void Publish_KpisOfOneName_IsRefusedAndNamesBoth(string one, string other, string name)
    {
        Strategy strategy = new() { Kpis = [Kpi.Of(one, OrdersKpi), Kpi.Of("between", OrdersKpi), Kpi.Of(other, OrdersKpi)] };

        Messages.Of<ArgumentException>(() => StrategyInstruments.Publish(_meter, strategy, Source, _time)).Should().Be(
            $"The KPIs '{one}' and '{other}' would both be published as '{name}'."
            + " Expected ids that differ in more than letter case, hyphens and underscores. (Parameter 'strategy')");
        Collected.InstrumentsOf(_meter).Should().BeEmpty();
    }

    [Theory]
    [InlineData("page_views", "page_views")]
    [InlineData("Omsætning-på-ÆØÅ", "Omsaetning_paa_AeOeAa")]
    [InlineData("größe", "groesse")]
    [InlineData("目標", "u76eeu6a19")]
    [InlineData("2-year", "2_year")]
    public void Publish_KpiOfAnyId_HasANameThatOpenTelemetryTakes(string id, string name)
    {
        StrategyInstruments.Publish(_meter, new() { Kpis = [Kpi.Of(id, OrdersKpi)] }, Source, _time);

        var published = Collected.InstrumentsOf(_meter)
            .Select(instrument => instrument.Split(' ')[1])
            .Single(instrument => instrument.StartsWith("goalmetrics.kpi.", StringComparison.Ordinal));
        published.Should().Be($"goalmetrics.kpi.{name}").And.MatchRegex(@"^[A-Za-z][A-Za-z0-9_.\-/]{0,254}$");
    }

    [Fact]
    public void Publish_IdThatIsTooLongSpelledOut_IsRefused() => Messages.Of<ArgumentException>(() => StrategyInstruments.Publish(
        _meter, new() { Kpis = [Kpi.Of(new('目', 46), OrdersKpi)] }, Source, _time)).Should().Be(
            $"The id '{new string('目', 46)}' gives an instrument a name of 230 characters, since letters outside ASCII are spelled out;"
            + " expected at most 225. Give it a shorter id.");

    [Fact]
    public void Publish_NoTimeBetweenEvaluations_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => StrategyInstruments.Publish(_meter, Strategy, Source, _time, Duration.Zero)).Should()
            .StartWith("Expected a time above zero between two evaluations.");

    [Fact]
    public void Publish_NoMeter_IsRefused() =>
        Messages.Of<ArgumentNullException>(() => StrategyInstruments.Publish(null!, Strategy, Source, _time)).Should().Contain("'meter'");

    [Fact]
    public void Publish_NoStrategy_IsRefused() =>
        Messages.Of<ArgumentNullException>(() => StrategyInstruments.Publish(_meter, null!, Source, _time)).Should().Contain("'strategy'");

    [Fact]
    public void Publish_NoSource_IsRefused() =>
        Messages.Of<ArgumentNullException>(() => StrategyInstruments.Publish(_meter, Strategy, null!, _time)).Should().Contain("'source'");

    [Fact]
    public void Publish_NoTime_IsRefused() =>
        Messages.Of<ArgumentNullException>(() => StrategyInstruments.Publish(_meter, Strategy, Source, null!)).Should().Contain("'time'");

    [Fact]
    public void Publish_Refused_CreatesNoInstruments()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StrategyInstruments.Publish(_meter, Strategy, Source, _time, Duration.Zero));
        Assert.Throws<ArgumentNullException>(() => StrategyInstruments.Publish(_meter, null!, Source, _time));
        Assert.Throws<ArgumentNullException>(() => StrategyInstruments.Publish(_meter, Strategy, null!, _time));
        Assert.Throws<ArgumentNullException>(() => StrategyInstruments.Publish(_meter, Strategy, Source, null!));

        Collected.InstrumentsOf(_meter).Should().BeEmpty();
    }
}
