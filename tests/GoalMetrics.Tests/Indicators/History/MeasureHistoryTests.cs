using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.History;

// What is in a history, and what of it is evidence, with figures worked out by hand.
public class MeasureHistoryTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact] // Ten a day from 10 January to 20 April, seen on the 26th at noon.
    public void History_LateDataAndPartialFirstMonth_AreInItMarkedAndNotSettled()
    {
        var sales = Daily("sales", new(2026, 1, 10), 101);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Month, At(2026, 4, 26, 12));

        history.Points.Select(point => point.ToString()).Should().Equal(
            "2026-01: 220 (partly covered)", "2026-02: 280", "2026-03: 310", "2026-04: 200 (open, partly covered)");
        history.Settled.Select(point => point.Period.ToString()).Should().Equal("2026-02", "2026-03");
        history.Values.Should().Equal(null, 280d, 310d, null);
        history.KnownUntil.Should().Be(At(2026, 4, 21));
        history.AddsUp.Should().BeTrue();
        history.Findings.Select(finding => finding.Code).Should().Equal("DATA-BEGIN", "DATA-END");
        history[Calendar.Month(2026, 3)].Value.Should().Be(Quantity.Count(310, "sale"));
    }

    [Fact] // Between the end of the data and the moment there is nothing to be known.
    public void History_DaysAfterTheData_AreNotCovered()
    {
        var sales = Daily("sales", new(2026, 3, 1), 3);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Day, At(2026, 3, 5, 9));

        history.Points.Select(point => point.ToString()).Should().Equal(
            "2026-03-01: 10",
            "2026-03-02: 10",
            "2026-03-03: 10",
            "2026-03-04: undefined: no data (sales) (not covered)",
            "2026-03-05: undefined: no data (sales) (open, not covered)");
        history.Values.Should().Equal(10d, 10d, 10d, null, null);
    }

    [Fact] // A day that the table covers and that has no sale is 0; a gap that was stated is none.
    public void Values_DaysWithoutFacts_AreZeroAndGapsAreNull()
    {
        var sales = FactTable.From("sales", new[] { new LocalDate(2026, 3, 1), new(2026, 3, 4), new(2026, 3, 5) })
            .At(day => day)
            .Value("amount", _ => 7m, Unit.Money("DKK"))
            .Covering(new(2026, 3, 1), new(2026, 3, 6), except: [new DateInterval(new(2026, 3, 3), new(2026, 3, 3))])
            .Build();
        var history = new InMemorySource(Calendar, sales).History(Metric.Sum("revenue", sales, "amount"), Grain.Day, At(2026, 3, 6));

        history.Values.Should().Equal(7d, 0d, null, 7d, 7d);
        history.Points[2].Coverage.Should().Be(HistoryCoverage.None);
    }

    [Fact] // At midnight the last day is the one that has just ended, and it is whole.
    public void History_AtMidnight_EndsWithTheDayBefore()
    {
        var sales = Daily("sales", new(2026, 3, 1), 5);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Day, At(2026, 3, 3));

        history.Points.Should().HaveCount(2).And.OnlyContain(point => point.IsSettled);
    }

    [Fact]
    public void From_InsideAPeriod_ReadsTheRestOfItAndDoesNotSettleIt()
    {
        var sales = Daily("sales", new(2026, 1, 1), 90);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Month, At(2026, 4, 1), from: new(2026, 2, 20));

        history.Points.Select(point => (point.Value.Amount, point.IsSettled)).Should().Equal((90m, false), (310m, true));
    }

    [Fact]
    public void From_BeforeTheData_BeginsThere()
    {
        var sales = Daily("sales", new(2026, 3, 1), 31);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Month, At(2026, 4, 1), from: new(2026, 2, 1));

        history.Points.Select(point => point.Coverage).Should().Equal(HistoryCoverage.None, HistoryCoverage.Full);
    }

    [Fact]
    public void From_NotBeforeTheMoment_IsRefused()
    {
        var sales = Daily("sales", new(2026, 3, 1), 31);
        var source = new InMemorySource(Calendar, sales);

        source.Invoking(s => s.History(Sum(sales), Grain.Month, At(2026, 4, 1), from: new(2026, 5, 1)))
            .Should().Throw<ArgumentException>().WithMessage(
                "The history of 'sales' was asked for from 2026-05-01, which is not before the moment 2026-03-31T22:00:00Z."
                + " Give an earlier date.*");
    }

    [Fact]
    public void History_NothingBeforeTheMoment_IsEmpty()
    {
        var sales = Daily("sales", new(2026, 3, 1), 31);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Day, At(2026, 2, 1));

        history.Points.Should().BeEmpty();
        history.Values.Should().BeEmpty();
        history.KnownUntil.Should().BeNull();
        history.ToString().Should().Be("sales by day: no periods");
    }

    [Fact]
    public void History_EmptyTable_SaysSo()
    {
        var sales = Daily("sales", new(2026, 3, 1), 0);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Day, At(2026, 2, 1));

        history.Points.Should().BeEmpty();
        history.Findings.Select(finding => finding.Code).Should().Equal("DATA-EMPTY");
    }

    [Fact]
    public void History_OneDay_HasOnePoint()
    {
        var sales = Daily("sales", new(2026, 3, 1), 1);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Day, At(2026, 3, 2));

        history.Values.Should().Equal(10d);
        history.ToText(CultureInfo.GetCultureInfo("da-DK")).Should().Be(
            "sales pr. dag: 1 fra 2026-03-01 til 2026-03-01, 1 heraf afsluttede");
    }

    [Fact] // Hours after the latest fact are not known to be without one; and hours to come are none of the past.
    public void History_Hours_EndWithTheMoment()
    {
        var visits = FactTable.From("visits", new[] { At(2026, 3, 1, 22), At(2026, 3, 2, 0), At(2026, 3, 2, 1) })
            .At(time => time)
            .Build();
        var history = new InMemorySource(Calendar, visits).History(Metric.Count("visits", visits), Grain.Hour, At(2026, 3, 2, 3));

        history.Points.Should().HaveCount(27);
        history.Values.Skip(22).Should().Equal(1d, 0d, 1d, null, null);
        history.Points[^2].Coverage.Should().Be(HistoryCoverage.Partial);
        history.Points[^1].Coverage.Should().Be(HistoryCoverage.None);
    }

    [Fact] // Facts may come for another two days.
    public void History_FactsThatComeLate_AreSettling()
    {
        var sales = FactTable.From("sales", Enumerable.Range(0, 5).Select(day => new LocalDate(2026, 3, 1).PlusDays(day)))
            .At(day => day)
            .SettlesAfter(Duration.FromDays(2))
            .Build();
        var history = new InMemorySource(Calendar, sales).History(Metric.Count("sales", sales), Grain.Day, At(2026, 3, 6));

        history.Points.Select(point => point.State).Should().Equal(
            PeriodState.Closed, PeriodState.Closed, PeriodState.Closed, PeriodState.Settling, PeriodState.Settling);
        history.Settled.Should().HaveCount(3);
    }

    [Fact]
    public void History_OfAMember_CountsOnlyItsFacts()
    {
        var visits = Visits((1, "email", 30), (1, "search", 70), (2, "search", 50));
        var (source, count) = (new InMemorySource(Calendar, visits), Metric.Sum("visits", visits, "visits"));
        var history = source.History(count, Grain.Day, At(2026, 3, 3), where: Filter.Equal("channel", "email"));

        history.Values.Should().Equal(30d, 0d);
        history.Filter.Should().Be(Filter.Equal("channel", "email"));
        source.History(count, Grain.Day, At(2026, 3, 3), where: Filter.Equal("channel", "emial")).Findings
            .Select(finding => finding.Code).Should().Equal("QUERY-UNKNOWN-MEMBER");
    }

    [Fact] // Several measures, with different tables and each with its own beginning.
    public async Task Histories_SeveralMeasures_AreReadInOneCall()
    {
        var (early, late) = (Daily("early", new(2026, 1, 1), 60), Daily("late", new(2026, 2, 1), 28));
        var probed = new ProbedSource(new InMemorySource(Calendar, early, late));
        var histories = await probed.HistoriesAsync(
            [Sum(early), Kpi.Of("share", Marketing.ConversionRate, Sum(early), Sum(late)), Sum(late).Rolling(7, Grain.Day)],
            Grain.Day,
            At(2026, 3, 1));

        (probed.DescribeCount, probed.AggregateCount).Should().Be((1, 1));
        histories.Select(history => history.Measure.Id).Should().Equal("early", "share", "late-rolling-7-days");
        histories.Select(history => history.Points.Count).Should().Equal(59, 59, 28);
        histories.Select(history => history.Settled.Count).Should().Equal(59, 28, 22);
    }

    [Fact] // Data of orders since 20 March and of visits until 10 April: what one of them lacks is not known.
    public void History_TwoTablesThatCoverOtherTimes_IsSettledWhereBothDo()
    {
        var (orders, visits) = (Daily("orders", new(2026, 3, 20), 40), Daily("visits", new(2026, 3, 1), 41));
        var rate = Measure.Of("rate", Marketing.ConversionRate, Sum(orders), Sum(visits));
        var history = new InMemorySource(Calendar, orders, visits).History(rate, Grain.Week, At(2026, 4, 29));

        history.Points.Select(point => $"{point.Period} {point.Coverage}").Should().Equal(
            "2026-W09 None", "2026-W10 None", "2026-W11 None", "2026-W12 Partial", "2026-W13 Full", "2026-W14 Full",
            "2026-W15 Partial", "2026-W16 None", "2026-W17 None", "2026-W18 None");
        history.Values.Where(value => value is not null).Should().Equal(1d, 1d);
        history.KnownUntil.Should().Be(At(2026, 4, 11));
        history.AddsUp.Should().BeFalse();
    }

    [Fact] // From the first day of the data on, a cumulative sum is whole, wherever the periods begin.
    public void History_CumulativeSum_IsSettledFromTheBeginningOfTheData()
    {
        var sales = Daily("sales", new(2026, 1, 10), 60);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales).Cumulative(), Grain.Month, At(2026, 3, 11));

        history.Values.Should().Equal(220d, 500d, null);
        history.AddsUp.Should().BeFalse();
    }

    [Fact] // The year before is not there for the first year.
    public void History_YearEarlier_IsSettledWhereTheEarlierIsCovered()
    {
        var sales = Daily("sales", new(2025, 1, 1), 365);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales).Previous(Grain.Year), Grain.Year, At(2027, 1, 1));

        history.Values.Should().Equal(null, 3_650d);
    }

    [Fact]
    public void History_UnknownPeriod_NamesThoseThereAre()
    {
        var sales = Daily("sales", new(2026, 3, 1), 31);
        var history = new InMemorySource(Calendar, sales).History(Sum(sales), Grain.Month, At(2026, 4, 1));

        history.Invoking(h => h[Calendar.Month(2026, 5)]).Should().Throw<KeyNotFoundException>()
            .WithMessage("The history of 'sales' by month has no period 2026-05. Its periods: 2026-03.");
    }

    [Fact]
    public void History_NoMeasure_IsRefused()
    {
        var sales = Daily("sales", new(2026, 3, 1), 1);
        var source = new InMemorySource(Calendar, sales);

        source.Invoking(s => s.History(null!, Grain.Day, At(2026, 4, 1))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void History_UnknownGrain_IsRefused()
    {
        var sales = Daily("sales", new(2026, 3, 1), 1);
        var source = new InMemorySource(Calendar, sales);

        source.Invoking(s => s.History(Sum(sales), (Grain)99, At(2026, 4, 1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void History_HoursOfDates_AreRefused()
    {
        var sales = Daily("sales", new(2026, 3, 1), 1);
        var source = new InMemorySource(Calendar, sales);

        source.Invoking(s => s.History(Sum(sales), Grain.Hour, At(2026, 4, 1))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Histories_NoMeasures_AreNone()
    {
        var sales = Daily("sales", new(2026, 3, 1), 1);
        var source = new InMemorySource(Calendar, sales);

        source.Histories([], Grain.Day, At(2026, 4, 1)).Should().BeEmpty();
    }

    [Fact] // As for a query: one wrong date would make hundreds of thousands of periods.
    public void History_ByDayFromAWrongDate_IsRefusedWithWhatToState()
    {
        var sales = FactTable.From("sales", new[] { new LocalDate(1026, 3, 1), new(2026, 3, 1) }).At(day => day).Build();
        var source = new InMemorySource(Calendar, sales);

        source.Invoking(s => s.History(Metric.Count("sales", sales), Grain.Day, At(2026, 3, 2))).Should()
            .Throw<InvalidOperationException>()
            .WithMessage("*of which one may have a wrong date: state from which date on with 'from'.");
    }

    private static Metric Sum(FactTable table) => Metric.Sum(table.Schema.Name, table, "amount");

    // Ten a day.
    private static FactTable Daily(string name, LocalDate first, int days) => FactTable
        .From(name, Enumerable.Range(0, days).Select(first.PlusDays))
        .At(day => day)
        .Value("amount", _ => 10m, Unit.Count(name.TrimEnd('s')))
        .Build();

    private static FactTable Visits(params (int Day, string Channel, int Visits)[] rows) => FactTable.From("visits", rows)
        .At(row => new LocalDate(2026, 3, row.Day))
        .Dimension("channel", row => row.Channel)
        .Value("visits", row => row.Visits, Unit.Count("visit"))
        .Build();

    private static Instant At(int year, int month, int day, int hour = 0) => Calendar.At(new(year, month, day, hour, 0));
}
