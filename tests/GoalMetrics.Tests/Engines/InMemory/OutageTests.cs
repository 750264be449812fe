using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

/// <summary>Days that are missing from the middle of a table are found, however many they are, and those of rare facts are not.</summary>
public sealed class OutageTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 1, 5);

    [Theory]
    [InlineData(60, 1)]
    [InlineData(60, 2)]
    [InlineData(60, 6)]
    [InlineData(90, 6)]
    [InlineData(60, 10)]
    [InlineData(90, 10)]
    [InlineData(180, 10)]
    [InlineData(60, 14)]
    [InlineData(180, 14)]
    [InlineData(180, 60)]
    public void MissingDays_AnOutageInTheMiddle_AreAllOfIt(int days, int missing)
    {
        var start = (days - missing) / 2;
        var table = Table(Enumerable.Range(0, days).Where(day => day < start || day >= start + missing));
        LocalDate[] outage = [.. Enumerable.Range(start, missing).Select(day => First.PlusDays(day))];

        Missing(table, Calendar).Should().Equal(outage);
        var signals = SignalReport.Of(Metric.Count("n", table), new InMemorySource(Calendar, table), At(days)).Signals;
        var signal = signals.Where(each => each.Kind == SignalKind.MissingData).Should().ContainSingle().Subject;
        (signal.First.StartDate, signal.Last.StartDate).Should().Be((outage[0], outage[^1]));
    }

    [Fact] // Monday to Friday; two weeks are missing, and a single Monday.
    public void MissingDays_AnOutageOverWeekends_AreItsWorkingDays()
    {
        int[] missing = [.. Enumerable.Range(49, 14), 84];
        var table = Table(Enumerable.Range(0, 120).Where(day => day % 7 < 5 && !missing.Contains(day)));

        Missing(table, Calendar).Should().Equal(
            missing.Where(day => day % 7 < 5).Select(day => First.PlusDays(day)));
    }

    [Fact] // A fortnight that the calendar declares off lacks nothing.
    public void MissingDays_DeclaredDaysOff_AreNone()
    {
        var table = Table(Enumerable.Range(0, 120).Where(day => day is < 49 or >= 63));

        Missing(table, Calendar.WithHolidays(Enumerable.Range(49, 14).Select(day => First.PlusDays(day)))).Should().BeEmpty();
    }

    // 300 tables of 180 days, of which a tenth, a fifth or a third have no facts by chance: that is not rare, and no silence is too long.
    // Chance may have one in a hundred, and of the tables with a tenth as many have so few that they are rare.
    [Theory]
    [InlineData(10)]
    [InlineData(5)]
    [InlineData(3)]
    public void MissingDays_FactsThatAreRareByChance_AreNone(int oneIn)
    {
        var noise = new Random(9);
        var found = 0;
        for (var each = 0; each < 300; each++)
        {
            var table = Table(Enumerable.Range(0, 180).Where(_ => noise.Next(oneIn) > 0).ToList());
            found += Missing(table, Calendar).Any() ? 1 : 0;
        }

        found.Should().BeLessThan(15);
    }

    private static IEnumerable<LocalDate> Missing(FactTable table, ReportingCalendar calendar) =>
        new InMemorySource(calendar, table).DescribeAsync(["facts"], TestContext.Current.CancellationToken).AsTask().Result[0].MissingDays;

    private static Instant At(int days) => Calendar.StartOfDay(First.PlusDays(days));

    private static FactTable Table(IEnumerable<int> days) => FactTable.From("facts", days).At(day => First.PlusDays(day)).Build();
}
