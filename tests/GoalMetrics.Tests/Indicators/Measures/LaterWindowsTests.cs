using CsCheck;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>Windows that start later than their base event, such as "visits in week 5".</summary>
public sealed class LaterWindowsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    // Ann signs up on 1 January and comes on the 2nd, the 28th day after (29 January) and the 35th (5 February). Bob signs up on the 1st
    // and comes on the 34th day after (4 February). Cid signs up on the 3rd and never comes.
    private static readonly FactTable SignUps = Table("sign-ups", (0, "ann"), (0, "bob"), (2, "cid"));
    private static readonly FactTable Visits = Table("visits", (1, "ann"), (28, "ann"), (35, "ann"), (34, "bob"));
    private static readonly Conversions InWeekFive =
        Conversions.Of(SignUps, Visits, "who", from: Duration.FromDays(28), to: Duration.FromDays(35));

    private static readonly InMemorySource Memory = new(Calendar, SignUps, Visits);

    [Theory, InlineData("memory"), InlineData("facts"), InlineData("scope")]
    public async Task Converted_InWeekFive_IsFromDay28ToDay34(string engine)
    {
        var (rate, credited, immature) = (InWeekFive.Rate("rate"), InWeekFive.Credited("credited"), InWeekFive.Immature("immature"));
        var total = (await Source(engine).QueryAsync(
            Query.For(rate, credited, immature).During(Calendar.Month(2026, 1)).AsOf(At(new(2026, 3, 1))),
            TestContext.Current.CancellationToken)).Total;
        total[rate].Amount.Should().Be(2m / 3m);
        total[credited].Amount.Should().Be(2m);
        total[immature].Amount.Should().Be(0m);
    }

    [Fact] // On 5 February the windows of the 1st have closed, the one of the 3rd is open until the 7th.
    public void Immature_LaterWindow_FollowsItsEnd()
    {
        var (rate, immature) = (InWeekFive.Rate("rate"), InWeekFive.Immature("immature"));
        var query = Query.For(rate, immature).During(Calendar.Month(2026, 1));
        var table = Memory.Query(query.AsOf(At(new(2026, 2, 5)))).Total;
        table[immature].Amount.Should().Be(1m);
        table[rate].Amount.Should().Be(1m);
        Memory.Query(query.AsOf(At(new(2026, 2, 4)))).Total[rate].Reason.Should().Be(UndefinedReason.Immature);
        table.State.Should().Be(PeriodState.Settling);
    }

    [Fact] // Two sign-ups: the 30th day of the one is the 10th of the other, which is too early for that.
    public void Credited_LaterBaseEventIsTooRecent_IsTheOneWhoseWindowItIsIn()
    {
        var signUps = Table("sign-ups", (0, "ann"), (20, "ann"));
        var visits = Table("visits", (30, "ann"));
        var credited = Conversions.Of(signUps, visits, "who", Duration.FromDays(28), Duration.FromDays(35)).Credited("credited");
        var rows = new InMemorySource(Calendar, signUps, visits).Query(
            Query.For(credited).Between(new(2026, 1, 1), new(2026, 1, 31)).By(Grain.Day).AsOf(At(new(2026, 4, 1)))).Rows;
        rows.Where(row => row[credited].Amount > 0m).Select(row => row.Period.StartDate).Should().Equal(new LocalDate(2026, 1, 1));
    }

    [Fact] // The clocks go forward on 29 March: a window of dates opens at the start of a day, one of instants after as many hours.
    public void Opening_DaylightSaving_IsADayForDatesAndHoursForInstants()
    {
        var visits = FactTable.From("visits", new[] { At(new(2026, 3, 30)) }).At(at => at).Dimension("who", _ => "ann")
            .Covering(new(2026, 3, 1), new(2026, 5, 1)).Build();
        var dates = FactTable.From("dates", new[] { new LocalDate(2026, 3, 29) }).At(day => day).Dimension("who", _ => "ann").Build();
        var instants = FactTable.From("instants", new[] { At(new(2026, 3, 29)) }).At(at => at).Dimension("who", _ => "ann").Build();
        var source = new InMemorySource(Calendar, visits, dates, instants);
        decimal Converted(FactTable signUps)
        {
            var converted = Conversions.Of(signUps, visits, "who", Duration.FromDays(1), Duration.FromDays(2)).Converted("converted");
            return source.Query(Query.For(converted).During(Calendar.Month(2026, 3)).AsOf(At(new(2026, 4, 20)))).Total[converted].Amount;
        }

        Converted(dates).Should().Be(1m);
        Converted(instants).Should().Be(0m);
    }

    [Fact] // What is the base event of one is not its own conversion, whatever the window.
    public void Converted_RepeatsInALaterWindow_DoNotConvertThemselves()
    {
        var orders = Table("orders", (0, "ann"), (0, "ann"), (7, "ann"), (7, "ann"));
        var repeated = Conversions.Of(orders, orders, "who", Duration.FromDays(7), Duration.FromDays(14));
        var (converted, credited) = (repeated.Converted("converted"), repeated.Credited("credited"));
        var total = new InMemorySource(Calendar, orders).Query(
            Query.For(converted, credited).During(Calendar.Month(2026, 1)).AsOf(At(new(2026, 4, 1)))).Total;
        total[converted].Amount.Should().Be(1m);
        total[credited].Amount.Should().Be(2m);
    }

    [Fact] // The visits are known from 20 January on, and so is the fifth week of those who signed up in January; the first week is not.
    public void IsFullyCovered_ConversionsBeginLater_AsksForTheirWindowsOnly()
    {
        var visits = FactTable.From("visits", new[] { (Day: 28, Who: "ann") }).At(each => new LocalDate(2026, 1, 1).PlusDays(each.Day))
            .Dimension("who", each => each.Who).Covering(new(2026, 1, 20), new(2026, 4, 1)).Build();
        var source = new InMemorySource(Calendar, SignUps, visits);
        bool IsCovered(int from, int to)
        {
            var rate = Conversions.Of(SignUps, visits, "who", Duration.FromDays(from), Duration.FromDays(to)).Rate("rate");
            return source.Query(Query.For(rate).During(Calendar.Month(2026, 1)).AsOf(At(new(2026, 3, 30)))).Total.IsFullyCovered;
        }

        IsCovered(28, 35).Should().BeTrue();
        IsCovered(0, 7).Should().BeFalse();
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(8, 7)]
    [InlineData(-1, 7)]
    public void Of_WindowThatDoesNotEndAfterItStarts_SaysSo(int from, int to) =>
        Messages.Of<ArgumentOutOfRangeException>(
                () => Conversions.Of(SignUps, Visits, "who", Duration.FromDays(from), Duration.FromDays(to)))
            .Should().StartWith(
                $"Expected a window that starts at zero or later, and before its end of 7:00:00:00; found {Duration.FromDays(from)}.");

    [Fact]
    public void Of_HoursOverDates_AsksForWholeDays() =>
        Messages.Of<ArgumentException>(() => Conversions.Of(SignUps, Visits, "who", Duration.FromHours(36), Duration.FromDays(7)))
            .Should().StartWith(
                "Table 'sign-ups' has dates, and no times of day: expected a window of whole days, such as Duration.FromDays(7);"
                + " found 1:12:00:00.");

    [Fact] // A window is the sum of its parts, while no one signs up twice.
    public void Converted_OfDisjointWindows_AddUp()
    {
        var events = Gen.Select(Gen.Int[0, 90], Gen.OneOfConst("ann", "bob", "cid")).Array[0, 20];
        Gen.Select(events, Gen.Int[1, 40], Gen.Int[41, 80]).Sample((visits, cut, end) =>
        {
            var table = Table("visits", visits);
            decimal Credited(int from, int to)
            {
                var credited = Conversions.Of(SignUps, table, "who", Duration.FromDays(from), Duration.FromDays(to)).Credited("credited");
                return new InMemorySource(Calendar, SignUps, table).Query(
                    Query.For(credited).During(Calendar.Month(2026, 1)).AsOf(At(new(2026, 12, 1)))).Total[credited].Amount;
            }

            Credited(0, end).Should().Be(Credited(0, cut) + Credited(cut, end));
        });
    }

    private static IMetricSource Source(string engine)
    {
        return engine switch
        {
            "memory" => Memory,
            "scope" => Memory.Within(!Filter.Equal("who", "nobody")),
            _ => new ProbedSource(Memory) { Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true } },
        };
    }

    private static Instant At(LocalDate date) => Calendar.StartOfDay(date);

    private static FactTable Table(string name, params (int Day, string Who)[] facts) => FactTable.From(name, facts)
        .At(fact => new LocalDate(2026, 1, 1).PlusDays(fact.Day)).Dimension("who", fact => fact.Who)
        .Covering(new(2026, 1, 1), new(2026, 12, 31)).Build();
}
