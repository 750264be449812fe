using GoalMetrics.Tests.Tracking;
using NodaTime;

namespace GoalMetrics.Tests.Smart;

// Four visits a day from January to 2 March 2026, of which one becomes an order the day after. What is found on 3 March is found at every
// hour.
public class SmartOfConversionsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    public static TheoryData<string, Func<Conversions, Measure>> Measures => new()
    {
        { "rate", conversions => conversions.Rate("rate") },
        { "per", conversions => conversions.PerBaseEvent("per") },
        { "time", conversions => conversions.AverageTimeToConvert("time") },
        { "converted", conversions => conversions.Converted("converted") },
    };

    [Theory]
    [MemberData(nameof(Measures), DisableDiscoveryEnumeration = true)]
    public void Validate_BaselineOfConversions_IsTheSameAllDay(string id, Func<Conversions, Measure> of)
    {
        foreach (var isStated in new[] { false, true })
        {
            var (visits, orders) = (Events("visits", 4, 0, isStated), Events("orders", 1, 1, isStated));
            var conversions = Conversions.Of(visits, orders, "who", Duration.FromDays(10));
            var source = new InMemorySource(Calendar, visits, orders);
            var goal = new SmartGoal("april")
            {
                Measure = of(conversions),
                Target = Target.IncreaseBy(20.Percent(), over: Calendar.Month(2026, 2)),
                Period = Calendar.Month(2026, 4),
            };
            var found = new[] { 0, 10, 23 }
                .Select(hour => SmartValidator.Default.Validate(goal, null, source, Calendar.At(new(2026, 3, 3, hour, 0))))
                .Select(report => string.Join('\n', report.Findings.Select(finding => $"{finding.Code} {finding.Message()}")))
                .Distinct();

            found.Should().ContainSingle(id);
        }
    }

    [Theory] // All windows of a day have closed when the next one begins, and nothing is known of that.
    [InlineData(0)]
    [InlineData(10)]
    public void Query_ComparedConversionsWhoseWindowsHaveClosed_AreNotImmature(int hour)
    {
        var (visits, orders) = (Events("visits", 4, 0, true), Events("orders", 1, 0, true));
        var converted = Conversions.Of(visits, orders, "who", Duration.FromDays(1)).Converted("converted");
        var query = Query.For(converted).During(Calendar.Month(2026, 3)).ComparedWith(PeriodComparison.PreviousPeriod)
            .AsOf(Calendar.At(new(2026, 3, 3, hour, 0)));

        new InMemorySource(Calendar, visits, orders).Query(query).Findings
            .Select(finding => finding.Code).Should().NotContain("DATA-IMMATURE");
    }

    [Theory] // The baseline is this month, which is not over; that the data end last night is nothing to mention.
    [InlineData(0)]
    [InlineData(10)]
    public void Track_BaselineThatIsRunning_IsFoundTheSameAllDay(int hour)
    {
        var table = Facts.Orders(new(2027, 1, 5), new(2027, 2, 11), (new(2027, 1, 5), 10m));
        var progress = table.Track(
            Facts.Sum(table),
            Target.IncreaseBy(20.Percent(), over: Facts.FirstQuarter),
            Facts.Utc.Quarter(2027, 2),
            Facts.Utc2027(2, 11, hour));

        progress.Findings.Select(finding => finding.Message()).Should().Contain(
            "The data do not cover the whole baseline period 2027-Q1: the data of table 'orders' begin with 2027-01-05.");
    }

    private static FactTable Events(string name, int each, int after, bool isStated)
    {
        var start = new LocalDate(2026, 1, 1);
        var facts =
            from day in Enumerable.Range(0, 61 - after)
            from number in Enumerable.Range(0, each)
            select (Day: day, Number: number);
        var rows = FactTable.From(name, facts)
            .At(row => start.PlusDays(row.Day + after)).Dimension("who", row => $"{row.Day}-{row.Number}");
        return (isStated ? rows.Covering(start, new(2026, 3, 3)) : rows).Build();
    }
}
