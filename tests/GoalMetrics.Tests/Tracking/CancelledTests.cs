using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>A call that is cancelled stops, whatever it was reading.</summary>
public sealed class CancelledTests
{
    private static readonly FactTable Table = Orders(new(2026, 1, 1), new(2027, 4, 1), (new(2027, 1, 1), 10m));

    private static readonly InMemorySource Source = new(Utc, Table);

    private static readonly SmartGoal Goal = new("goal") { Measure = Sum(Table), Target = Target.Reach(20), Period = January };

    private static readonly CancellationToken Cancelled = new(canceled: true);

    public static TheoryData<string, Strategy> Strategies => new()
    {
        { "goals", new() { Goals = [Goal] } },
        { "KPIs", new() { Kpis = [Kpi.Of("orders-kpi", Sum(Table))] } },
        { "performance indicators", new() { PerformanceIndicators = [PerformanceIndicator.Daily(Sum(Table))] } },
    };

    [Theory]
    [MemberData(nameof(Strategies))]
    public async Task CreateAsync_Cancelled_Stops(string ofWhat, Strategy strategy)
    {
        var create = async () => await Scorecard.CreateAsync(strategy, Source, Utc2027(1, 11), tracker: null, Cancelled);

        await create.Should().ThrowAsync<OperationCanceledException>("a scorecard of {0} was asked for", ofWhat);
    }

    [Fact]
    public async Task TrackAsync_Cancelled_Stops()
    {
        var track = async () => await GoalTracker.Default.TrackAsync(Goal, Source, Utc2027(1, 11), previous: null, Cancelled);

        await track.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void SynchronousCalls_Cancelled_Stop()
    {
        var (tracker, validator, asOf) = (GoalTracker.Default, SmartValidator.Default, Utc2027(1, 11));
        var (measure, strategy) = (Goal.Measure!, new Strategy { Goals = [Goal] });
        Action[] calls =
        [
            () => tracker.Track(Goal, Source, asOf, cancellationToken: Cancelled),
            () => Scorecard.Create(strategy, Source, asOf, cancellationToken: Cancelled),
            () => SignalReport.Of(measure, Source, asOf, cancellationToken: Cancelled),
            () => SignalReport.Create(new() { Kpis = [Kpi.Of("kpi", measure)] }, Source, asOf, cancellationToken: Cancelled),
            () => validator.Validate(Goal, strategy, Source, asOf, Cancelled),
            () => validator.ValidateAll(strategy, Source, asOf, Cancelled),
        ];

        calls.Should().AllSatisfy(call => call.Should().Throw<OperationCanceledException>());
    }
}
