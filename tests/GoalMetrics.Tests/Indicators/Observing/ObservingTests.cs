using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Observing;

/// <summary>What a trace and a dashboard show of questions. Listeners hear the whole process, so no other tests run meanwhile.</summary>
[CollectionDefinition(nameof(ObservingTests), DisableParallelization = true)]
[Collection(nameof(ObservingTests))]
public sealed class ObservingTests
{
    private static readonly LocalDate Day = new(2026, 9, 14);
    private static readonly FactTable Visits = Load("visits", 5);
    private static readonly FactTable Orders = Load("orders", 3);
    private static readonly Metric Visited = Metric.Count("visits", Visits);
    private static readonly Metric Ordered = Metric.Count("orders", Orders);
    private static readonly Kpi Rate = Kpi.Of("conversion-rate", Marketing.ConversionRate, Ordered, Visited);
    private static readonly InMemorySource Source = new(ReportingCalendar.Utc, Visits, Orders);
    private static readonly SmartGoal Goal =
        new("more") { Measure = Visited, Target = Target.Reach(9), Period = ReportingCalendar.Utc.Day(Day) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Query_Heard_ReportsWhatWasAskedAndWhatItTook()
    {
        using var heard = new Heard();

        Source.Query(Query.For(Rate).By(Grain.Day).By("market"));

        heard.Activities.Should().Equal(
            "goalmetrics.query goalmetrics.measures=conversion-rate goalmetrics.tables=orders,visits goalmetrics.dimensions=market"
            + " goalmetrics.grain=Day goalmetrics.rows=2",
            "  goalmetrics.source.describe goalmetrics.tables=orders,visits goalmetrics.requests=2 goalmetrics.engine=InMemorySource",
            "  goalmetrics.source.aggregate goalmetrics.tables=orders,visits goalmetrics.requests=2 goalmetrics.engine=InMemorySource"
            + " goalmetrics.rows=6");
        heard.Measurements.Should().Equal(
            "goalmetrics.source.duration [s] {goalmetrics.source.call=describe,goalmetrics.tables=orders,visits} some",
            "goalmetrics.source.rows [{row}] {goalmetrics.table=orders} 3",
            "goalmetrics.source.rows [{row}] {goalmetrics.table=visits} 3",
            "goalmetrics.source.duration [s] {goalmetrics.source.call=aggregate,goalmetrics.tables=orders,visits} some",
            "goalmetrics.question.duration [s] {goalmetrics.question=query} some");
    }

    [Fact] // Rules ask the data themselves, beside what the validation is about.
    public void Validation_Heard_HoldsTheQuestionsOfItsRules()
    {
        using var heard = new Heard();

        SmartValidator.Of(new Asking()).Validate(Goal, null, Source, Instant.FromUtc(2026, 9, 15, 0, 0));

        heard.Activities.Select(line => line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries)[0]).Should().Equal(
            "goalmetrics.validation", "goalmetrics.query", "goalmetrics.source.describe", "goalmetrics.source.aggregate");
        heard.Activities[0].Should().Be("goalmetrics.validation goal.id=more goalmetrics.measures=visits goalmetrics.tables=visits");
        heard.Measurements[^1].Should().Be("goalmetrics.question.duration [s] {goalmetrics.question=validation} some");
    }

    [Fact]
    public void Goal_Heard_IsNamed()
    {
        using var heard = new Heard();

        GoalTracker.Default.Track(Goal, Source, Instant.FromUtc(2026, 9, 15, 0, 0));

        heard.Activities[0].Should().Be("goalmetrics.goal goal.id=more goalmetrics.measures=visits goalmetrics.tables=visits");
        heard.Activities.Skip(1).Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("  goalmetrics.source."));
        heard.Measurements[^1].Should().Be("goalmetrics.question.duration [s] {goalmetrics.question=goal} some");
    }

    [Fact]
    public void Scorecard_Heard_IsOneQuestion()
    {
        using var heard = new Heard();

        Scorecard.Create(new Strategy { Kpis = [Rate], Goals = [Goal] }, Source, Instant.FromUtc(2026, 9, 15, 0, 0));

        heard.Activities[0].Should().Be(
            "goalmetrics.scorecard goalmetrics.measures=conversion-rate,visits goalmetrics.tables=orders,visits goalmetrics.goals=more");
        heard.Activities.Skip(1).Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("  goalmetrics.source."));
        heard.Measurements[^1].Should().Be("goalmetrics.question.duration [s] {goalmetrics.question=scorecard} some");
    }

    [Fact]
    public async Task CheckMembers_Heard_IsAQuestionOfItsOwn()
    {
        using var heard = new Heard();

        await Source.CheckMembersAsync(Query.For(Visited).Where(Filter.Equal("market", "DK")), Token);

        heard.Activities[0].Should().StartWith("goalmetrics.member_check goalmetrics.measures=visits goalmetrics.tables=visits");
    }

    [Fact] // The name of the exception, and not its message, which may quote data.
    public async Task Query_ThatFails_ReportsWhereAndWhy()
    {
        using var heard = new Heard();
        var broken = new ProbedSource(Source) { Request = _ => throw new TimeoutException("of customer 4711") };

        await FluentActions.Awaiting(() => broken.QueryAsync(Query.For(Visited), Token).AsTask()).Should().ThrowAsync<TimeoutException>();

        heard.Activities.Should().HaveCount(3);
        heard.Activities[0].Should().StartWith("goalmetrics.query Error").And.EndWith("error.type=System.TimeoutException");
        heard.Activities[2].Should().Be(
            "  goalmetrics.source.aggregate Error goalmetrics.tables=visits goalmetrics.requests=1 goalmetrics.engine=ProbedSource"
            + " error.type=System.TimeoutException goalmetrics.rows=0");
        heard.Measurements.TakeLast(2).Should().Equal(
            "goalmetrics.source.duration [s] {goalmetrics.source.call=aggregate,goalmetrics.tables=visits,"
            + "error.type=System.TimeoutException} some",
            "goalmetrics.question.duration [s] {goalmetrics.question=query,error.type=System.TimeoutException} some");
    }

    [Fact] // An engine that lacks aggregates is read fact by fact. Its name is reported, not those of what stands before it.
    public async Task Read_Heard_CountsFacts()
    {
        using var heard = new Heard();
        var reading = new ProbedSource(Source)
        {
            Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true },
        };

        await reading.Within(Filter.Equal("market", "DK")).QueryAsync(Query.For(Visited), Token);

        heard.Activities[^1].Should().Be(
            "  goalmetrics.source.read goalmetrics.tables=visits goalmetrics.requests=1 goalmetrics.engine=ProbedSource"
            + " goalmetrics.rows=3");
        heard.Measurements.Should().Contain("goalmetrics.source.rows [{row}] {goalmetrics.table=visits} 3");
    }

    [Fact] // They come in batches, and are one answer.
    public async Task Read_ManyFactsHeard_AreOneMeasurement()
    {
        var many = FactTable.From("many", Enumerable.Range(0, 10_000)).At(second => Instant.FromUnixTimeSeconds(second)).Build();
        var reading = new ProbedSource(new InMemorySource(ReportingCalendar.Utc, many))
        {
            Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true },
        };
        using var heard = new Heard();

        await reading.QueryAsync(Query.For(Metric.Count("facts", many)), Token);

        heard.Measurements.Where(line => line.StartsWith("goalmetrics.source.rows", StringComparison.Ordinal)).Should().Equal(
            "goalmetrics.source.rows [{row}] {goalmetrics.table=many} 10000");
    }

    [Fact] // Nothing is made or measured then.
    public void Query_NothingListens_AsksTheSourceItself()
    {
        Telemetry.IsHeard.Should().BeFalse();
        ObservedSource.Over(Source).Should().BeSameAs(Source);
        using (new Heard())
        {
            Telemetry.IsHeard.Should().BeTrue();
            ObservedSource.Over(Source).Should().NotBeSameAs(Source);
        }

        Telemetry.IsHeard.Should().BeFalse();
    }

    [Fact] // Whether it is heard or not.
    public async Task Query_ThatAnEngineCannotAnswer_NamesTheEngine()
    {
        var limited = new ProbedSource(Source) { Capabilities = new() { Aggregates = new HashSet<AggregateKind> { AggregateKind.Sum } } };
        var asking = async () => await limited.Within(Filter.Equal("market", "DK")).QueryAsync(Query.For(Visited), Token);
        const string Refusal = "The source ProbedSource does not answer Count, which 'visits' needs. It answers Sum.";

        (await asking.Should().ThrowAsync<NotSupportedException>()).WithMessage(Refusal);
        using var heard = new Heard();
        (await asking.Should().ThrowAsync<NotSupportedException>()).WithMessage(Refusal);
    }

    private static FactTable Load(string name, int count) => FactTable.From(name, Enumerable.Range(0, count))
        .At(_ => Day)
        .Dimension("market", number => number % 2 == 0 ? "DK" : "SE")
        .Build();

    private sealed class Asking : ISmartRule
    {
        public SmartCriterion Criterion => SmartCriterion.Measurable;

        public async ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default) =>
            await context.Source!.QueryAsync(Query.For(Visited), cancellationToken);
    }
}
