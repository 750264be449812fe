using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.OverTime;

// The value at a coarser grain: which shorter periods count, and what becomes of balances.
public class PartsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly ReportingPeriod March = Calendar.Month(2026, 3);
    private static readonly ReportingPeriod January = Calendar.Month(2026, 1);

    // Ann 100 on the 1st and 80 on the 31st; Bob 50 on the 10th; no balance is recorded on two other days.
    private static readonly FactTable Accounts = FactTable.From<(int Day, string Account, decimal Balance)>("accounts",
        [(1, "ann", 100m), (10, "bob", 50m), (31, "ann", 80m)])
        .At(fact => new LocalDate(2026, 1, fact.Day)).Dimension("account", fact => fact.Account)
        .Balance("balance", fact => fact.Balance, Unit.Money("DKK"))
        .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();

    private static readonly Metric Balance = Metric.Balance("bal", Accounts, "balance");

    [Fact] // 1 March ends week 9 and 30 and 31 March begin week 14: in between are four weeks of 700.
    public void Parts_CutByThePeriod_AreNoWeeks()
    {
        var revenue = Daily(new(2026, 2, 1), new(2026, 5, 1), out var source);
        At(source, revenue.AverageOver(Grain.Week), March).Should().Be(Money.Dkk(700m));
        At(source, revenue.AtLast(Grain.Week), March).Should().Be(Money.Dkk(700m));
        At(source, revenue.AtFirst(Grain.Week), March).Should().Be(Money.Dkk(700m));
    }

    [Fact] // From Wednesday 4 March: week 10 has five days, weeks 11 to 13 seven. To the 25th: weeks 11 and 12.
    public void Parts_CutByTheEndsOfTheFacts_AreNoWeeks()
    {
        var late = Daily(new(2026, 3, 4), new(2026, 4, 1), out var source);
        At(source, late.AverageOver(Grain.Week), March).Should().Be(Money.Dkk(700m));
        var short_ = Daily(new(2026, 3, 4), new(2026, 3, 26), out source);
        At(source, short_.AverageOver(Grain.Week), March).Should().Be(Money.Dkk(700m));
        At(source, short_.AtLast(Grain.Week), March).Should().Be(Money.Dkk(700m));
        source.Query(Query.For(short_.AtLast(Grain.Week)).During(March)).Total.IsFullyCovered.Should().BeFalse();
    }

    [Fact] // The week of the 25th has not ended at noon of that day.
    public void Parts_CutByTheMoment_AreNoWeeks()
    {
        var revenue = Daily(new(2026, 2, 1), new(2026, 5, 1), out var source);
        var noon = Calendar.At(new(2026, 3, 25, 12, 0));
        source.Query(Query.For(revenue.AtLast(Grain.Week)).During(March).AsOf(noon)).Total[revenue.AtLast(Grain.Week)]
            .Should().Be(Money.Dkk(700m));
    }

    [Fact] // Monday and Tuesday are all there is: two days of 100.
    public void Parts_OfWhichAllAreCut_Count()
    {
        var revenue = Daily(new(2026, 2, 1), new(2026, 5, 1), out var source);
        At(source, revenue.AverageOver(Grain.Week), Calendar.Range(new(2026, 3, 30), new(2026, 4, 1))).Should().Be(Money.Dkk(200m));
    }

    [Fact] // The last 36 hours of 10 March begin at noon of the 9th: that day is cut, and only the 10th, of 24 hours, counts.
    public void Parts_OfAStretchOfHours_AreCutWhereItBegins()
    {
        var hours = Enumerable.Range(0, 72).Select(hour => Calendar.StartOfDay(new(2026, 3, 8)) + Duration.FromHours(hour)).ToArray();
        var table = FactTable.From("hours", hours).At(hour => hour).Build();
        var count = Metric.Count("n", table);
        At(new(Calendar, table), count.AverageOver(Grain.Day).Rolling(36, Grain.Hour), Calendar.Day(new(2026, 3, 10)))
            .Should().Be(Quantity.Count(24m));
    }

    [Fact] // Ann's 80 and Bob's 50, which is not recorded on the 31st; first Ann's 100 and Bob's 50.
    public void Balance_AtLastAndFirst_IsThatOfEveryEntity()
    {
        At(new(Calendar, Accounts), Balance.AtLast(Grain.Day), January).Should().Be(Money.Dkk(130m));
        At(new(Calendar, Accounts), Kpi.Of("kpi", Balance).AtLast(Grain.Day), January).Should().Be(Money.Dkk(130m));
        At(new(Calendar, Accounts), Balance.AtFirst(Grain.Day), January).Should().Be(Money.Dkk(150m));
    }

    [Fact] // 100 on 9 days, 150 on 21 and 130 on the last: 4180 / 31.
    public void Balance_AverageOverDays_CarriesEveryEntityOnInThePeriod() =>
        At(new(Calendar, Accounts), Balance.AverageOver(Grain.Day), January).Amount.Should().BeApproximately(4180m / 31m, 1e-20m);

    [Fact] // One fact on the last day, over the 130 that all accounts have then.
    public void Balance_InAFormulaAtLast_IsThatOfEveryEntity()
    {
        var perBalance = Measure.Of("per-balance", Formula.Parse("facts / balance"), Metric.Count("n", Accounts), Balance);
        At(new(Calendar, Accounts), perBalance.AtLast(Grain.Day), January).Amount.Should().Be(1m / 130m);
        perBalance.Invoking(it => it.AtFirst(Grain.Day)).Should().Throw<ArgumentException>().WithMessage(
            "'per-balance' cannot be read at the first day: an entity of the balance 'bal' may have no fact in it. Make the balance"
            + " with Metric.Balance(\"bal\", …, over: BalanceValue.First), and read the measure as it is.");
    }

    [Fact]
    public void Balance_OverItsMean_IsNotReadByDay() =>
        FluentActions.Invoking(() => Metric.Balance("mean", Accounts, "balance", BalanceValue.Average).AtLast(Grain.Day))
            .Should().Throw<ArgumentException>().WithMessage(
            "'mean' cannot be read by day: the balance 'mean' already determines which value of each entity stands for a period. Read it as"
            + " it is, or make it with Metric.Balance(\"mean\", …, over: BalanceValue.Last).");

    [Fact] // January: 100 + 50. February: Ann's 110 and Bob's 50 from January. March: Ann's 20 and Bob's 50.
    public void CarriedForward_Balances_AreThoseLastRecorded()
    {
        var table = FactTable.From<(int Month, string Account, decimal Balance)>(
            "accounts", [(1, "ann", 100m), (1, "bob", 50m), (2, "ann", 110m), (3, "ann", 20m)])
            .At(fact => new LocalDate(2026, fact.Month, 10)).Dimension("account", fact => fact.Account)
            .Balance("balance", fact => fact.Balance, Unit.Money("DKK"))
            .Covering(new(2026, 1, 1), new(2026, 4, 1)).Build();
        var balance = Metric.Balance("bal", table, "balance");
        var carried = balance.CarriedForward();
        var answer = new InMemorySource(Calendar, table).Query(Query.For(balance, carried).By(Grain.Month));
        answer.Rows.Select(row => row[balance].Amount).Should().Equal(150m, 110m, 20m);
        answer.Rows.Select(row => row[carried].Amount).Should().Equal(150m, 160m, 70m);
        (carried.Id, carried.Unit, carried.Additivity).Should().Be(("bal-carried-forward", Unit.Money("DKK"), Additivity.SemiAdditive));
        carried.Title.In(new("da")).Should().Be("bal, videreført");
        FluentActions.Invoking(() => Metric.Count("n", table).CarriedForward()).Should().Throw<InvalidOperationException>()
            .WithMessage(
                "'n' cannot be carried forward: it is not a balance. Make it with Metric.Balance(\"n\", …), over: BalanceValue.Last, or use"
                + " Cumulative() for what has added up.");
    }

    private static Metric Daily(LocalDate from, LocalDate until, out InMemorySource source)
    {
        var table = FactTable.From("sales", Enumerable.Range(0, Period.DaysBetween(from, until)).Select(from.PlusDays)).At(day => day)
            .Value("amount", _ => 100m, Unit.Money("DKK")).Build();
        source = new(Calendar, table);
        return Metric.Sum("rev", table, "amount");
    }

    private static Quantity At(InMemorySource source, Measure measure, ReportingPeriod period) =>
        source.Query(Query.For(measure).During(period)).Total[measure];
}
