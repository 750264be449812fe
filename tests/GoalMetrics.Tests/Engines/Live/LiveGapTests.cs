using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

/// <summary>Facts of days for which facts are missing do not count, whichever engine has them; incomplete sums are judged alike.</summary>
public sealed class LiveGapTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly DateInterval Outage = new(new(2026, 1, 10), new(2026, 1, 12));

    [Theory] // 100 a day: 31 days, of which the 10th to the 12th are missing, are 2,800.
    [InlineData(true)]
    [InlineData(false)]
    public void Sum_FactsInAGap_AreNotCounted(bool hasDates)
    {
        Revenue(Loaded(hasDates)).Should().Be(2_800m);
        Revenue(Live(hasDates)).Should().Be(2_800m);
        Live(hasDates).FactCount.Should().Be(28L);
    }

    [Fact] // A fact in the gap leaves nothing: not its place among those that come after it.
    public void Add_BetweenFactsOfAGap_KeepsTheOthers()
    {
        var table = Live(hasDates: true);
        table.Add(new LocalDate(2026, 1, 11), [], [5m]);
        table.Add(new LocalDate(2026, 1, 13), [], [7m]);
        Revenue(table).Should().Be(2_807m);
    }

    [Theory] // 2,800 of 1,000 are reached, but a credit note may be among what is missing, unless it is known that there are none.
    [InlineData(true, GoalStatus.Achieved)]
    [InlineData(false, GoalStatus.Unknown)]
    public async Task Goal_SumOfWhichItIsNotKnownWhetherItMayFall_IsNotAchieved(bool isKnown, GoalStatus expected)
    {
        var loaded = Loaded(hasDates: true);
        var memory = new InMemorySource(Calendar, loaded);
        var source = new ProbedSource(memory) { Describe = table => isKnown ? table : Reworded(table) };
        var goal = new SmartGoal("revenue")
        {
            Measure = Metric.Sum("revenue", loaded, "revenue"),
            Target = Target.Reach(Money.Dkk(1_000)),
            Period = Calendar.Month(2026, 1),
        };
        var progress = await GoalTracker.Default.TrackAsync(
            goal, source, Calendar.StartOfDay(new(2026, 2, 5)), cancellationToken: TestContext.Current.CancellationToken);
        progress.Status.Should().Be(expected);
    }

    // With public members only, and nothing said of signs.
    private static TableDescription Reworded(TableDescription table) => new(table.Schema, table.Coverage)
    {
        Gaps = table.Gaps,
        UnknownValues = table.UnknownValues,
        LatestFact = table.LatestFact,
        EarliestFact = table.EarliestFact,
    };

    // Of January.
    private static decimal Revenue(InMemoryTable table)
    {
        var revenue = Metric.Sum("revenue", table.Schema, "revenue");
        var query = Query.For(revenue).During(Calendar.Month(2026, 1));
        return new InMemorySource(Calendar, table).Query(query).Total[revenue].Amount;
    }

    private static FactTable Loaded(bool hasDates)
    {
        var from = FactTable.From("sales", Enumerable.Range(0, 31).Select(day => First.PlusDays(day)));
        var at = hasDates ? from.At(day => day) : from.At(day => Noon(day));
        return at.Value("revenue", _ => 100m, Unit.Money("DKK")).Covering(First, new(2026, 2, 1), [Outage]).Build();
    }

    private static LiveTable Live(bool hasDates)
    {
        var schema = Loaded(hasDates).Schema;
        var table = LiveTable.Of(schema, Calendar)
            .Covering(First, new(2026, 2, 1), [Outage])
            .Keeping(Metric.Sum("revenue", schema, "revenue"))
            .Build();
        foreach (var day in Enumerable.Range(0, 31).Select(day => First.PlusDays(day)))
        {
            if (hasDates)
            {
                table.Add(day, [], [100m]);
            }
            else
            {
                table.Add(Noon(day), [], [100m]);
            }
        }

        return table;
    }

    private static Instant Noon(LocalDate day) => Calendar.StartOfDay(day) + Duration.FromHours(12);
}
