using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

/// <summary>One question sees one state of a live table, though facts are added after each of its calls.</summary>
public sealed class LiveQuestionTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;
    private static readonly TableSchema Schema =
        TableSchema.Named("clicks", FactTime.Instant).Dimension("market").Value("count", Unit.Count());

    private static readonly Metric Clicks = Metric.Sum("clicks", Schema, "count");
    private static readonly Instant TheEnd = Instant.FromUtc(2027, 2, 12, 0, 0);

    private readonly LiveTable _live;
    private readonly InMemorySource _source;
    private readonly GrowingSource _growing;

    public LiveQuestionTests()
    {
        _live = LiveTable.Of(Schema, Utc).By(Grain.Day, "market").Keeping(Clicks).Build();
        Add(new(2027, 2, 10), "UK", 4m);
        Add(new(2027, 2, 11), "DK", 3m);
        _source = new(Utc, _live);
        _growing = new(_source, Grow);
    }

    [Fact] // Described as two days with 7 clicks, answered as that.
    public async Task Query_FactsAddedMeanwhile_AreNotInIt()
    {
        var table = await _growing.QueryAsync(Query.For(Clicks).By("market").WithDataQuality());

        (table.Total[Clicks].Amount, table["UK", Clicks].Amount, table["DK", Clicks].Amount).Should().Be((7m, 4m, 3m));
        table.QualityOf(Clicks).Single().Rows.Should().Be(2);
        _live.FactCount.Should().Be(6); // Four more, two after each of its two calls.
    }

    [Fact] // Which members are largest decides what is asked next: DK is the largest as soon as there are more facts.
    public async Task Query_TopMembers_AreThoseOfTheValuesShown()
    {
        var table = await _growing.QueryAsync(Query.For(Clicks).By("market").Top(1, "market", Clicks));

        table.Rows.Select(row => (row.Members[0], row[Clicks].Amount)).Should().Equal(("UK", 4m), ("other", 3m));
    }

    [Fact]
    public async Task CheckMembers_AMemberThatComesMeanwhile_IsUnknown()
    {
        var findings = await _growing.CheckMembersAsync(Query.For(Clicks.Where(Filter.Equal("market", "SE"))));

        findings.Single().Code.Should().Be("QUERY-UNKNOWN-MEMBER");
    }

    [Fact] // 10 a goal, of which 7 are reached.
    public async Task Track_FactsAddedMeanwhile_AreNotInIt()
    {
        var progress = await GoalTracker.Default.TrackAsync(Goal(), _growing, TheEnd);

        (progress.Actual.Amount, progress.Attainment).Should().Be((7m, 70.Percent()));
    }

    [Fact]
    public async Task Create_FactsAddedMeanwhile_AreInNoPartOfTheScorecard()
    {
        var kpi = Kpi.Of("clicks-kpi", Clicks).ShownBy("market");
        var scorecard = await Scorecard.CreateAsync(new() { Kpis = [kpi], Goals = [Goal()] }, _growing, TheEnd);

        (scorecard.Goals.Single().Actual.Amount, scorecard.Kpis.Single().Current.Value.Amount).Should().Be((7m, 7m));
    }

    [Fact] // Both of its rules ask, the second after more facts have come.
    public async Task Validate_FactsAddedMeanwhile_AreSeenByNoRule()
    {
        var seen = new List<decimal>();
        var asking = new AskingRule(async context => seen.Add((await context.Source!.QueryAsync(Query.For(Clicks))).Total[Clicks].Amount));

        await SmartValidator.Of(asking, new AskingRule(asking.Ask)).ValidateAsync(Goal(), strategy: null, _growing, TheEnd);

        seen.Should().Equal(7m, 7m);
    }

    [Fact] // What it sees at each call is what there is then.
    public async Task Query_SourceThatDoesNotPassOnSnapshots_StillAnswers()
    {
        (await new ProbedSource(_source).QueryAsync(Query.For(Clicks))).Total[Clicks].Amount.Should().Be(7m);
        var probed = new ProbedSource(_source) { Before = Grown };
        (await probed.QueryAsync(Query.For(Clicks))).Total[Clicks].Amount.Should().BeGreaterThan(7m);

        Task Grown()
        {
            Grow();
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Snapshot_OfLoadedTables_IsTheSourceItself()
    {
        IMetricSource loaded = new InMemorySource(Utc, FactTable.FromSeries("visits", Unit.Count(), []));

        loaded.Snapshot().Should().BeSameAs(loaded);
    }

    [Fact] // It has the table as it was first asked for, and so has a question put to it.
    public async Task Snapshot_OfASnapshot_IsThatSnapshot()
    {
        var snapshot = ((IMetricSource)_source).Snapshot();
        (await snapshot.QueryAsync(Query.For(Clicks))).Total[Clicks].Amount.Should().Be(7m);
        Grow();

        snapshot.Snapshot().Should().BeSameAs(snapshot);
        (await snapshot.QueryAsync(Query.For(Clicks))).Total[Clicks].Amount.Should().Be(7m);
    }

    // From the day on which the facts begin.
    private static SmartGoal Goal() => new("more-clicks")
    {
        Measure = Clicks,
        Target = Target.Reach(10),
        Period = Utc.Range(new(2027, 2, 10), new(2027, 3, 1)),
    };

    private void Grow()
    {
        Add(new(2027, 2, 11), "DK", 100m);
        Add(new(2027, 2, 11), "SE", 1_000m);
    }

    private void Add(LocalDate day, string market, decimal count) => _live.Add(Utc.StartOfDay(day), [market], [count]);

    // Adds facts after each of a question's calls.
    private sealed class GrowingSource(IMetricSource inner, Action grow) : IMetricSource
    {
        public ReportingCalendar Calendar => inner.Calendar;

        public SourceCapabilities Capabilities => inner.Capabilities;

        public IMetricSource Snapshot() => new GrowingSource(inner.Snapshot(), grow);

        public async ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
            IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
        {
            var described = await inner.DescribeAsync(tables, cancellationToken);
            grow();
            return described;
        }

        public async ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
            IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
        {
            var answers = await inner.AggregateAsync(requests, cancellationToken);
            grow();
            return answers;
        }
    }

    private sealed class AskingRule(Func<SmartContext, Task> ask) : ISmartRule
    {
        public Func<SmartContext, Task> Ask => ask;

        public SmartCriterion Criterion => SmartCriterion.Measurable;

        public async ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default) => await ask(context);
    }
}
