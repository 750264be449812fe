using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>
/// No asynchronous call comes back to the context it was made in: an application with a user interface may wait for it on its only thread.
/// </summary>
/// <remarks>
/// Each of the source's answers in turn is late. Up to there the call runs in the context, and so every method that waits for the late
/// answer would come back to it without <c>ConfigureAwait(false)</c>.
/// </remarks>
public sealed class AsynchronousCallsTests
{
    private static readonly FactTable Table = FactTable.From("visits", new[]
    {
        (Day: new LocalDate(2026, 12, 5), Market: "DK", Orders: 5m, Visits: 200m),
        (Day: new LocalDate(2027, 1, 4), Market: "UK", Orders: 6m, Visits: 200m),
        (Day: new LocalDate(2027, 2, 3), Market: "DK", Orders: 8m, Visits: 160m),
    }).At(row => row.Day).Dimension("market", row => row.Market)
        .Value("orders", row => row.Orders, Unit.Count("order")).Value("visits", row => row.Visits, Unit.Count("visit"))
        .Covering(new(2026, 1, 1), new(2027, 4, 1)).Build();

    private static readonly Metric Orders = Metric.Sum("orders", Table, "orders").BetterWhen(Direction.HigherIsBetter);

    private static readonly SmartGoal Flow = new("more-orders") { Measure = Orders, Target = Target.Reach(20), Period = FirstQuarter };

    private static readonly SmartGoal Level = new("better-rate")
    {
        Measure = Rate(Table),
        Target = Target.IncreaseBy(20.Percent(), over: Utc.Month(2026, 12)),
        Period = FirstQuarter,
    };

    private static readonly SmartGoal Stay = new("enough-orders")
    {
        Measure = Orders,
        Target = Target.StayAtLeast(5),
        Period = FirstQuarter,
    };

    private static readonly Strategy Strategy = new()
    {
        Goals = [Flow, Level, Stay],
        Kpis = [Kpi.Of("orders-kpi", Orders).DrivenBy(PerformanceIndicator.Daily(Metric.Sum("visits", Table, "visits")))],
    };

    private static readonly Instant AsOf = Utc2027(2, 11);

    public static TheoryData<string> Calls => ["query", "top", "quality", "filter", "flow", "level", "stay", "scorecard", "validation", "signals"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WhoseSourceAnswersLate_DoesNotComeBackToTheContext(string name)
    {
        var answers = 0;
        for (var late = 1; late == 1 || late <= answers; late++)
        {
            var context = new CountingContext();
            var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            answers = 0;
            var source = new ProbedSource(new InMemorySource(Utc, Table))
            {
                Before = () => Interlocked.Increment(ref answers) == late ? released.Task : Task.CompletedTask,
            };
            var call = context.Start(() => Call(name, source));
            released.SetResult();
            await call.WaitAsync(TestContext.Current.CancellationToken);
            context.Posts.Should().Be(0, "answer {0} was late", late);
        }

        answers.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WithAToken_HandsItToTheSource(string name)
    {
        using var cancellation = new CancellationTokenSource();
        var source = new ProbedSource(new InMemorySource(Utc, Table));

        await Call(name, source, cancellation.Token);

        source.Tokens.Should().NotBeEmpty().And.OnlyContain(token => token == cancellation.Token);
    }

    [Fact]
    public async Task Start_ACallThatComesBack_IsSeen()
    {
        var context = new CountingContext();
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var call = context.Start(async () => await released.Task);
        released.SetResult();
        await call;

        context.Posts.Should().Be(1);
    }

    private static async Task Call(string name, ProbedSource source, CancellationToken cancel = default)
    {
        var query = Query.For(Orders).AsOf(AsOf);
        var running = name switch
        {
            "query" => source.QueryAsync(query.By(Grain.Month), cancel).AsTask(),
            "top" => source.QueryAsync(query.By("market").Top(1, "market", by: Orders), cancel).AsTask(),
            "quality" => source.QueryAsync(query.WithDataQuality(), cancel).AsTask(),
            "filter" => source.QueryAsync(query.Where(Filter.Equal("market", "unknown")), cancel).AsTask(),
            "flow" => GoalTracker.Default.TrackAsync(Flow, source, AsOf, null, cancel).AsTask(),
            "level" => GoalTracker.Default.TrackAsync(Level, source, AsOf, null, cancel).AsTask(),
            "stay" => GoalTracker.Default.TrackAsync(Stay, source, AsOf, null, cancel).AsTask(),
            "validation" => SmartValidator.Of(new AskingRule()).ValidateAsync(Flow, Strategy, source, AsOf, cancel).AsTask(),
            "signals" => SignalReport.CreateAsync(Strategy, source, AsOf, null, cancel).AsTask(),
            _ => (Task)Scorecard.CreateAsync(Strategy, source, AsOf, null, cancel).AsTask(),
        };
        await running.ConfigureAwait(false);
    }

    /// <summary>A rule that needs the source's answer.</summary>
    private sealed class AskingRule : ISmartRule
    {
        public SmartCriterion Criterion => SmartCriterion.Measurable;

        public async ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default) =>
            await context.Source!.DescribeAsync(["visits"], cancellationToken).ConfigureAwait(false);
    }
}
