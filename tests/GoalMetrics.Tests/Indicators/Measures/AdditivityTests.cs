using NodaTime;
using NodaTime.Text;

namespace GoalMetrics.Tests.Indicators.Measures;

// What must not be added is refused, with the reason and the right way.
public class AdditivityTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    // Two accounts; ann's balance is recorded under two plans, the second the later one.
    private static readonly FactTable Accounts = FactTable.From<(int Day, string Account, string Plan, decimal Balance)>("accounts",
        [(1, "ann", "basic", 100m), (10, "ann", "plus", 40m), (5, "bob", "basic", 10m), (20, "bob", "basic", 30m)])
        .At(fact => new LocalDate(2026, 1, fact.Day)).Dimension("account", fact => fact.Account).Dimension("plan", fact => fact.Plan)
        .Balance("balance", fact => fact.Balance, Unit.Money("DKK")).Build();

    private static readonly FactTable Monthly = FactTable.From<(int Month, decimal Revenue, long Users)>(
        "monthly", [(1, 10m, 5), (2, 20m, 6), (3, 30m, 7)])
        .At(fact => new LocalDate(2026, fact.Month, 15)).Value("revenue", fact => fact.Revenue, Unit.Money("DKK"))
        .DistinctCount("users", fact => fact.Users, Unit.Count("user"), per: Grain.Month).EachFactCovers(Grain.Month)
        .Covering(new(2026, 1, 1), new(2026, 4, 1)).Build();

    [Theory] // By account: ann's last is 40 and bob's 30; first 100 and 10; mean 70 and 20. By account and plan ann has two.
    [InlineData(BalanceValue.Last, "account", 70)]
    [InlineData(BalanceValue.First, "account", 110)]
    [InlineData(BalanceValue.Average, "account", 90)]
    [InlineData(BalanceValue.Last, null, 170)]
    [InlineData(BalanceValue.First, null, 150)]
    [InlineData(BalanceValue.Average, null, 160)]
    public void Balance_OfEachEntity_IsSummed(BalanceValue over, string? entity, int expected)
    {
        var balance = Metric.Balance("balance", Accounts, "balance", over, entity);
        new InMemorySource(Calendar, Accounts).Query(Query.For(balance).During(Calendar.Month(2026, 1))).Total[balance]
            .Should().Be(Money.Dkk(expected));
        balance.Additivity.Should().Be(Additivity.SemiAdditive);
    }

    [Fact]
    public void Sum_OfBalances_IsRefusedAndNamesBalance() =>
        FluentActions.Invoking(() => Metric.Sum("sum", Accounts, "balance")).Should().Throw<ArgumentException>().WithMessage(
            "Column 'balance' of table 'accounts' holds balances of DKK, which do not add up over time: the sum of two days' is not that"
            + " of both. Use Metric.Balance, which adds over dimensions and takes the last, first or mean value over time.*");

    [Theory] // Two shops' rates of 10 % are not 20 %.
    [InlineData("rate", "ratio")]
    [InlineData("nps", "score -100…100")]
    public void Balance_OfRatiosOrScores_IsRefused(string column, string unit)
    {
        var schema = TableSchema.Named("rates", FactTime.Date).Value("rate", Unit.Ratio).Value("nps", Unit.Score(-100m, 100m));
        FluentActions.Invoking(() => Metric.Balance("rate", schema, column)).Should().Throw<ArgumentException>().WithMessage(
            $"Column '{column}' of table 'rates' is in {unit}, which does not add up over entities. Load what the ratio is made of and"
            + " divide the balances, or use Metric.Last, First or Average.*");
    }

    [Fact] // Two months' profits add up, as revenue and cost do; what does more than add does not.
    public void Additivity_OfFormulas_FollowsFromWhatTheyDo()
    {
        var revenue = Metric.Sum("revenue", Monthly, "revenue");
        var (orders, who) = (Metric.Count("orders", Accounts), Metric.CountDistinct("who", Accounts, "account"));
        var profit = Measure.Of("profit", (a, b) => a - b, revenue, revenue.Previous(Grain.Year));

        profit.Additivity.Should().Be(Additivity.Additive);
        Kpi.Of("kpi", profit).Previous(Grain.Month).Additivity.Should().Be(Additivity.Additive);
        profit.Rolling(3, Grain.Month).Additivity.Should().Be(Additivity.SemiAdditive);
        Measure.Of("doubled", (a, b) => a * b, revenue, Measure.Constant("two", 2m)).Additivity.Should().Be(Additivity.Additive);
        Measure.Of("rate", (a, b) => a.RatioTo(b), orders, orders).Additivity.Should().Be(Additivity.NonAdditive);
        Measure.Of("average", Commerce.AverageOrderValue, revenue, orders).Additivity.Should().Be(Additivity.NonAdditive);
        Measure.Of("less", (a, b) => a - b, orders, who).Additivity.Should().Be(Additivity.NonAdditive);
        Measure.Of("fee", (a, b) => a - b, revenue, Measure.Constant("fee", Money.Dkk(5))).Additivity.Should().Be(Additivity.NonAdditive);
    }

    [Fact] // The same customer in two months would be counted twice; 10 % and 10 % are not 20 %.
    public void AddingUpOverTime_OfWhatDoesNot_IsRefused()
    {
        var (facts, who, balance) = (
            Metric.Count("n", Accounts), Metric.CountDistinct("who", Accounts, "account"), Metric.Balance("bal", Accounts, "balance"));
        FluentActions.Invoking(() => Kpi.Of("kpi", (a, b) => a - b, who, facts).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>().WithMessage(
            "KPI 'kpi' cannot add up over time: 'who' does not. A goal on the KPI is judged on its level without AddingUpOverTime(); to"
            + " accumulate, compute it from sums and counts alone.")
            .Which.Measure.Should().BeSameAs(who);
        FluentActions.Invoking(() => Kpi.Of("kpi", balance).AddingUpOverTime()).Should().Throw<NotAdditiveException>();
        FluentActions.Invoking(() => Kpi.Of("kpi", facts.Rolling(7, Grain.Day)).AddingUpOverTime()).Should().Throw<NotAdditiveException>();
        FluentActions.Invoking(() => Kpi.Of("kpi", (a, b) => a.RatioTo(b), facts, facts).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>()
            .WithMessage("KPI 'kpi' cannot add up over time: it is in ratio, and two months' are not the sum of both.*");
        Kpi.Of("kpi", (a, b) => a - b, facts, facts.Previous(Grain.Year)).AddingUpOverTime().Additivity.Should().Be(Additivity.Additive);
        Kpi.Of("kpi", (a, b) => a * b, facts, Measure.Constant("price", Money.Dkk(2m))).AddingUpOverTime().Additivity
            .Should().Be(Additivity.Additive);
    }

    [Fact] // 6300 / 3300 = 1.91 and 6700 / 3700 = 1.81, but 13000 / 7000 = 1.86.
    public void AddingUpOverTime_OfAQuotient_IsRefusedWithAnExample()
    {
        var (revenue, orders) = (Metric.Sum("revenue", Monthly, "revenue"), Metric.Count("orders", Monthly, "order"));
        var refused = FluentActions.Invoking(() => Kpi.Of("order-value", Commerce.AverageOrderValue, revenue, orders).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>().Which;
        refused.Measure.Id.Should().Be("order-value");
        refused.Message.Should().Be(
            "KPI 'order-value' cannot add up over time: its formula does more than add. Where revenue DKK 6,300.00, orders 3,300 gives"
            + " DKK 1.91 per order"
            + " and revenue DKK 6,700.00, orders 3,700 gives DKK 1.81 per order, both together give DKK 1.86 per order. A goal on the KPI"
            + " is judged on its"
            + " level without AddingUpOverTime(); to accumulate, set the goal on what it is made of: revenue, orders.");
    }

    [Theory]
    [InlineData("revenue + (cost / 4)", true)]
    [InlineData("(revenue - cost) * 3 / 7", true)]
    [InlineData("cost - if(revenue > 0, revenue, revenue)", true)]
    [InlineData("max(revenue, cost)", false)]
    [InlineData("abs(revenue - cost)", false)]
    [InlineData("if(revenue > cost, revenue, cost)", false)]
    [InlineData("revenue * cost", false)]
    [InlineData("revenue * revenue / cost", false)]
    [InlineData("max(revenue, 0 * revenue)", false)] // refunds may be more than what came in
    [InlineData("abs(revenue)", false)]
    [InlineData("max(revenue - (30 * cost), 0 * revenue)", false)]
    [InlineData("if(revenue > 100 * cost, revenue, cost)", false)]
    [InlineData("(2 * revenue) - (cost * 0.25) + (revenue / 1.25)", true)]
    [InlineData("(revenue / 3) - (cost / 7)", true)]
    public void AddingUpOverTime_FormulaThatOnlyAdds_IsTaken(string formula, bool adds)
    {
        var revenue = Metric.Sum("revenue", Monthly, "revenue");
        Measure[] inputs = [revenue, revenue.Previous(Grain.Year, "cost")];
        var parsed = Formula.Parse(formula);
        var kpi = Kpi.Of("kpi", parsed, [.. parsed.Inputs.Select(input => inputs.Single(measure => measure.Id == input.Name))]);
        if (adds)
        {
            kpi.AddingUpOverTime().Additivity.Should().Be(Additivity.Additive);
        }
        else
        {
            kpi.Invoking(it => it.AddingUpOverTime())
                .Should().Throw<NotAdditiveException>().WithMessage("KPI 'kpi' cannot add up over time: *");
        }
    }

    [Fact] // What does not show in whole amounts of a usual size.
    public void AddingUpOverTime_OfACapOrARounding_IsRefused()
    {
        var revenue = Metric.Sum("revenue", Monthly, "revenue");
        FluentActions.Invoking(
            () => Kpi.Of("capped", (a, b) => a > b ? b : a, revenue, Measure.Constant("cap", Money.Dkk(1_000_000_000m))).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>();
        FluentActions.Invoking(
            () => Kpi.Of("rounded", it => new Quantity(Math.Round((it.AmountOrNull ?? 0m) * 1.1m, 2), Unit.Money("DKK")), revenue)
            .AddingUpOverTime())
            .Should().Throw<NotAdditiveException>();
        FluentActions.Invoking(
            () => Kpi.Of("boxes", it => Quantity.Count(Math.Ceiling((it.AmountOrNull ?? 0m) / 10m), "box"), Metric.Count("n", Monthly))
            .AddingUpOverTime())
            .Should().Throw<NotAdditiveException>();
        FluentActions.Invoking(
            () => Kpi.Of("nothing", (a, b) => b.AmountOrNull == 0m ? a * Quantity.Ratio(0m) : a, revenue, Metric.Count("n", Monthly))
            .AddingUpOverTime())
            .Should().Throw<NotAdditiveException>();
        FluentActions.Invoking(
            () => Kpi.Of("whole", it => new Quantity(Math.Round(it.AmountOrNull ?? 0m), Unit.Money("DKK")), revenue).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>();
    }

    [Fact]
    public void AddingUpOverTime_OfAnEarlierDifference_IsTaken()
    {
        var revenue = Metric.Sum("revenue", Monthly, "revenue");
        var profit = Measure.Of("profit", (a, b) => a - b, revenue, revenue.Previous(Grain.Month));
        Kpi.Of("earlier", profit.Previous(Grain.Year)).AddingUpOverTime().Additivity.Should().Be(Additivity.Additive);
        Kpi.Of("growth", (a, b) => a - b, profit, profit.Previous(Grain.Year)).AddingUpOverTime().Additivity
            .Should().Be(Additivity.Additive);
        FluentActions.Invoking(() => Kpi.Of("rate", (a, b) => a.RatioTo(b), profit, profit.Previous(Grain.Year)).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>();
        FluentActions.Invoking(() => Kpi.Of("product", (a, b) => a * b, profit, profit.Previous(Grain.Year)).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>();
    }

    [Fact] // A fixed fee of 5 a month is 15 in a quarter; the constant says 5 there too.
    public void AddingUpOverTime_WithAConstantAdded_IsRefused()
    {
        var revenue = Metric.Sum("revenue", Monthly, "revenue");
        FluentActions.Invoking(() => Kpi.Of("net", (a, b) => a - b, revenue, Measure.Constant("fee", Money.Dkk(5m))).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>();
        FluentActions.Invoking(() => Kpi.Of("none", it => it.RatioTo(it - it) * it, revenue).AddingUpOverTime())
            .Should().Throw<NotAdditiveException>()
            .WithMessage(
                "KPI 'none' cannot add up over time: its formula does more than add. It is undefined for every input that was tried.*");
    }

    [Fact]
    public void Balance_UnknownEntity_NamesTheNearest() =>
        FluentActions.Invoking(() => Metric.Balance("balance", Accounts, "balance", entity: "acount")).Should().Throw<ArgumentException>()
            .WithMessage("Table 'accounts' has no dimension 'acount'; it has account, plan. Did you mean 'account'?*");

    [Fact]
    public void Query_WholeMonthsOfFactsOfMonths_IsAnswered()
    {
        var (revenue, source) = (Metric.Sum("revenue", Monthly, "revenue"), new InMemorySource(Calendar, Monthly));
        source.Query(Query.For(revenue).By(Grain.Month)).Rows.Select(row => row[revenue].Amount).Should().Equal(10m, 20m, 30m);
        source.Query(Query.For(revenue).During(Calendar.Quarter(2026, 1))).Total[revenue].Amount.Should().Be(60m);
        source.Query(Query.For(revenue).Between(new(2026, 2, 1), new(2026, 4, 1))).Total[revenue].Amount.Should().Be(50m);
    }

    [Fact]
    public void Query_WeeksOfFactsOfMonths_NamesTheFirstThatCutsAMonth()
    {
        var (revenue, source) = (Metric.Sum("revenue", Monthly, "revenue"), new InMemorySource(Calendar, Monthly));

        Messages.Of<ArgumentException>(() => source.Query(Query.For(revenue).By(Grain.Week))).Should().Be(
            "Each fact of table 'monthly' is the total of a whole month; 'revenue' was asked for 2026-W01 (part: 2026-01-01/2026-01-05),"
            + " which cuts 2026-01."
            + " Ask by month, or for several whole ones, or load finer facts.");
    }

    [Theory]
    [InlineData("2026-01-10", "2026-03-01", "2026-01")]
    [InlineData("2026-01-01", "2026-02-28", "2026-02")]
    [InlineData("2026-01-01", "2026-02-02", "2026-02")]
    [InlineData("2026-01-10", "2026-02-15", "2026-01")]
    [InlineData("2026-02-10", "2026-02-15", "2026-02")]
    public void Query_RangeThatCutsAFactsMonth_NamesTheMonth(string start, string end, string month)
    {
        var (revenue, source) = (Metric.Sum("revenue", Monthly, "revenue"), new InMemorySource(Calendar, Monthly));
        var query = Query.For(revenue).Between(LocalDatePattern.Iso.Parse(start).Value, LocalDatePattern.Iso.Parse(end).Value);

        Messages.Of<ArgumentException>(() => source.Query(query)).Should().Be(
            $"Each fact of table 'monthly' is the total of a whole month; 'revenue' was asked for {start}/{end}, which cuts {month}."
            + " Ask by month, or for several whole ones, or load finer facts.");
    }

    [Fact]
    public void EachFactCovers_Hour_IsRefused() =>
        FluentActions.Invoking(() => Monthly.Schema.EachFactCovers(Grain.Hour)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Query_PartOfAPeriodThatWasCounted_IsRefused()
    {
        var users = Metric.Sum("users", Monthly, "users");
        new InMemorySource(Calendar, Monthly)
            .Invoking(it => it.Query(Query.For(users).By(Grain.Month).Between(new(2026, 1, 10), new(2026, 3, 1)))).Should()
            .Throw<NotAdditiveException>().WithMessage(
                "'users' was counted for each whole month before it was loaded, but the query asks for a part: 2026-01 (part:"
                + " 2026-01-10/2026-02-01). Ask about whole periods, or add WidenedToWholePeriods() to the query.");
    }
}
