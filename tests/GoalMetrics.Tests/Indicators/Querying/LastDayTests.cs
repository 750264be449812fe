using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// A shop sells every hour from 8 to 22 in November 2026; the last load came at three in the morning, or at some other time of a day.
public class LastDayTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Theory] // Loaded at eleven on the 20th, and asked the day after: the hours until ten in the evening are missing.
    [InlineData(11, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    [InlineData(22, false)]
    public void Query_LastDayThatEndsEarly_IsAFindingOnceItIsOver(int until, bool isShort)
    {
        var table = Shop(19, until, _ => 22);
        Query At(int day, int hour) => Query.For(Orders(table)).During(Calendar.Month(2026, 11)).AsOf(Moment(day, hour));
        var source = new InMemorySource(Calendar, table);

        source.Query(At(20, 23)).Findings.Select(finding => finding.Code).Should().NotContain("DATA-LAST-DAY");
        source.Query(At(21, 0)).Findings.Select(finding => finding.Code).Contains("DATA-LAST-DAY").Should().Be(isShort);
        source.Query(At(28, 12)).Findings.Select(finding => finding.Code).Contains("DATA-LAST-DAY").Should().Be(isShort);
    }

    [Fact]
    public void Findings_OfQueryTrackerAndValidator_SayWhenTheFactsEnd()
    {
        const string Said = "The facts of table 'shop' end at 11:00 on 2026-11-20, its last day; on almost all others they go on later.";
        var table = Shop(19, 11, _ => 22);
        var source = new InMemorySource(Calendar, table);
        var goal = new SmartGoal("sell")
        {
            Measure = Orders(table).BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Quantity.Count(400)),
            Period = Calendar.Month(2026, 11),
        };

        source.Query(Query.For(Orders(table)).AsOf(Moment(21, 10))).Findings.Select(finding => finding.Message()).Should().Contain(Said);
        GoalTracker.Default.Track(goal, source, Moment(21, 10)).Findings.Select(finding => finding.Message()).Should().Equal(Said);
        SmartValidator.Default.Validate(goal, null, source, Moment(21, 10)).Findings
            .Select(finding => finding.Message()).Should().Contain(Said);
        GoalTracker.Default.Track(goal, source, Moment(20, 23)).Findings.Should().BeEmpty("the day is not over");
    }

    [Fact] // On Sundays the shop closes at two: one day in seven is not rare.
    public void Query_DayThatIsOftenShort_IsNothingToMention()
    {
        var table = Shop(21, 14, day => day.DayOfWeek == IsoDayOfWeek.Sunday ? 14 : 22);

        new InMemorySource(Calendar, table).Query(Query.For(Orders(table)).AsOf(Moment(28, 0))).Findings
            .Select(finding => finding.Code).Should().NotContain("DATA-LAST-DAY");
    }

    [Fact] // Four orders a day at any minute: such days end at all hours, and the last of 400 tables is hardly ever called short.
    public void Describe_FewFactsAtAnyTime_SaysNothing()
    {
        var random = new Random(20261129);
        var isShort = Enumerable.Range(0, 400).Count(_ =>
        {
            var times = Enumerable.Range(1, 30).SelectMany(day => Enumerable.Range(0, 4)
                .Select(_ => Moment(day, 0) + Duration.FromMinutes(random.Next(24 * 60))));
            return FactTable.From("shop", times).At(time => time).Build().Describe(Calendar).IsLastDayShort;
        });

        isShort.Should().BeLessThan(4);
    }

    [Fact] // What is stated, what has no times, and what is less than ten days old cannot be told apart from a day that was short.
    public void Describe_OtherTables_DoNotSay()
    {
        var stated = FactTable.From("shop", Hours(19, 11, _ => 22)).At(time => time)
            .Covering(new(2026, 11, 1), new(2026, 11, 21)).Build();
        var byDate = FactTable.From("shop", Hours(19, 11, _ => 22)).At(time => Calendar.DateOf(time)).Build();

        stated.Describe(Calendar).IsLastDayShort.Should().BeFalse();
        byDate.Describe(Calendar).IsLastDayShort.Should().BeFalse();
        Shop(9, 11, _ => 22).Describe(Calendar).IsLastDayShort.Should().BeFalse();
        Shop(10, 11, _ => 22).Describe(Calendar).IsLastDayShort.Should().BeTrue();
    }

    private static FactTable Shop(int days, int until, Func<LocalDate, int> closing) =>
        FactTable.From("shop", Hours(days, until, closing)).At(time => time).Build();

    // Whole days, and one more until an hour.
    private static List<Instant> Hours(int days, int until, Func<LocalDate, int> closing)
    {
        var all = new List<Instant>();
        for (var day = 1; day <= days + 1; day++)
        {
            var last = day > days ? until : closing(new(2026, 11, day));
            all.AddRange(Enumerable.Range(8, last - 7).Select(hour => Moment(day, hour)));
        }

        return all;
    }

    private static Instant Moment(int day, int hour) => Calendar.At(new(2026, 11, day, hour, 0));

    private static Metric Orders(FactTable table) => Metric.Count("orders", table);
}
