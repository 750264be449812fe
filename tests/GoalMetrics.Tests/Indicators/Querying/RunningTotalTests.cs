using GoalMetrics.Tests.Goals.Evidence;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// 10 subscriptions begin each day since 1 January 2026, and from 1 March on 4 end each day. At the end of March there are
// 90 × 10 − 31 × 4 = 776, and 31 × (10 − 4) = 186 have come since March began.
public class RunningTotalTests
{
    private const string Uncounted = "DATA-RUNNING-TOTAL starts 2026-03-01";

    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate End = new(2026, 4, 1);
    private static readonly FactTable Starts = Daily("starts", new(2026, 1, 1), 10m).Build();
    private static readonly FactTable Ends = Daily("ends", new(2026, 3, 1), 4m).Build();
    private static readonly FactTable AllEnds = Daily("ends", new(2026, 3, 1), 4m).Covering(new LocalDate(2026, 1, 1), End).Build();

    [Fact]
    public void Query_RunningTotalOfTablesThatBeginOnDifferentDays_SaysWhatIsNotInIt()
    {
        var subscribers = Subscribers(Ends);

        var table = new InMemorySource(Calendar, Starts, Ends).Query(Query.For(subscribers).During(Calendar.Month(2026, 3)));

        table.Total[subscribers].Amount.Should().Be(186m);
        table.Findings.OfData().Should().Contain(Uncounted);
    }

    [Fact]
    public void Query_OtherTableStatedToBeComplete_CountsAll()
    {
        var subscribers = Subscribers(AllEnds);

        var table = new InMemorySource(Calendar, Starts, AllEnds).Query(Query.For(subscribers).During(Calendar.Month(2026, 3)));

        table.Total[subscribers].Amount.Should().Be(776m);
        table.Findings.Should().BeEmpty();
    }

    [Fact]
    public void Query_SinceADateThatBothHave_SaysNothing()
    {
        var march = new LocalDate(2026, 3, 1);
        var since = Measure.Of(
            "new", (starts, ends) => starts - ends, Of(Starts).CumulativeSince(march), Of(Ends).CumulativeSince(march));

        var table = new InMemorySource(Calendar, Starts, Ends).Query(Query.For(since).During(Calendar.Month(2026, 3)));

        table.Total[since].Amount.Should().Be(186m);
        table.Findings.Should().BeEmpty();
    }

    [Fact]
    public void Goal_OnSuchATotal_SaysSoToo()
    {
        var goal = new SmartGoal("subscribers")
        {
            Measure = Subscribers(Ends),
            Target = Target.Reach(new Quantity(200m, Unit.Count("subscription"))),
            Period = Calendar.Month(2026, 3),
        };

        var progress = GoalTracker.Default.Track(goal, new InMemorySource(Calendar, Starts, Ends), Calendar.StartOfDay(End));

        progress.Findings.OfData().Should().Contain(Uncounted);
    }

    [Fact]
    public void Scorecard_OfSuchATotal_SaysSoToo()
    {
        var strategy = new Strategy { Kpis = [Kpi.Of("subscribers", Subscribers(Ends))] };

        var scorecard = Scorecard.Create(strategy, new InMemorySource(Calendar, Starts, Ends), Calendar.StartOfDay(End));

        scorecard.Findings.OfData().Should().Contain(Uncounted);
    }

    [Fact] // Totals of months since January, days since the 15th: both are read from February on. Only the totals have more.
    public void Query_TotalsOfMonthsBesideDaysThatBeginWithinOne_NamesTheTableThatHasMore()
    {
        var months = Enumerable.Range(0, 3).Select(month => new LocalDate(2026, 1, 1).PlusMonths(month));
        var starts = FactTable.From("starts", months).At(day => day).Value("n", _ => 300m, Unit.Count("subscription"))
            .EachFactCovers(Grain.Month).Build();
        var ends = Daily("ends", new(2026, 1, 15), 4m).Build();
        var subscribers = Measure.Of(
            "subscribers", (started, ended) => started - ended, Of(starts).Cumulative(), Of(ends).Cumulative());

        var table = new InMemorySource(Calendar, starts, ends).Query(Query.For(subscribers).During(Calendar.Month(2026, 3)));

        table.Total[subscribers].Amount.Should().Be(600m - (59m * 4m));
        table.Findings.OfData().Where(text => text.StartsWith("DATA-RUNNING-TOTAL", StringComparison.Ordinal))
            .Should().Equal("DATA-RUNNING-TOTAL starts 2026-02-01");
    }

    private static Measure Subscribers(FactTable ends) => Measure.Of(
        "subscribers", (starts, ended) => starts - ended, Of(Starts).Cumulative(), Of(ends).Cumulative());

    private static Metric Of(FactTable table) => Metric.Sum($"{table.Name}-count", table, "n");

    private static FactTableBuilder<int> Daily(string name, LocalDate from, decimal value) => FactTable
        .From(name, Enumerable.Range(0, Period.DaysBetween(from, End)))
        .At(day => from.PlusDays(day))
        .Value("n", _ => value, Unit.Count("subscription"));
}
