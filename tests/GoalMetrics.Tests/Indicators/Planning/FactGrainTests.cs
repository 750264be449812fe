using NodaTime;

namespace GoalMetrics.Tests.Indicators.Planning;

// Facts say nothing about less than each of them stands for, in whatever stretch of time a measure reads them.
public class FactGrainTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    // October to March: 1, 2, 4, 10, 20, 30, each dated on the 15th.
    private static readonly FactTable Monthly = FactTable.From<(int Year, int Month, decimal Revenue, long Users)>("monthly",
        [(2025, 10, 1m, 5), (2025, 11, 2m, 6), (2025, 12, 4m, 7), (2026, 1, 10m, 8), (2026, 2, 20m, 9), (2026, 3, 30m, 10)])
        .At(fact => new LocalDate(fact.Year, fact.Month, 15)).Value("revenue", fact => fact.Revenue, Unit.Money("DKK"))
        .DistinctCount("users", fact => fact.Users, Unit.Count("user"), per: Grain.Month).EachFactCovers(Grain.Month).Build();

    private static readonly FactTable Days = FactTable.From("days", new[] { new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 2) })
        .At(day => day).Build();
    private static readonly InMemorySource Source = new(Calendar, Monthly, Days);
    private static readonly Metric Revenue = Metric.Sum("rev", Monthly, "revenue");
    private static readonly Metric Users = Metric.Sum("users", Monthly, "users");

    [Fact]
    public void TotalsOfMonths_ReadInWindowsThatCutThem_AreRefused()
    {
        Asking(Query.For(Revenue.Rolling(28, Grain.Day)).During(Calendar.Month(2026, 1))).Should().Throw<ArgumentException>().WithMessage(
            "Each fact of table 'monthly' is the total of a whole month; 'rev' was asked for 2026-01-04/2026-02-01, which cuts 2026-01."
            + " Ask by month, or for several whole ones, or load finer facts.");
        var daily = () => Revenue.AverageOver(Grain.Day);
        daily.Should().Throw<ArgumentException>().WithMessage(
            "Each fact of table 'monthly' is the total of a whole month; 'rev' cannot be computed by day."
            + " Ask by month, or load finer facts.*");
        Asking(Query.For(Revenue.CumulativeSince(new(2026, 1, 10))).During(Calendar.Month(2026, 1))).Should().Throw<ArgumentException>();
        At(Revenue.Rolling(3, Grain.Month), Calendar.Month(2026, 1)).Should().Be(Money.Dkk(16m));
        At(Revenue.Cumulative(), Calendar.Month(2026, 1)).Should().Be(Money.Dkk(17m));
        At(Revenue.AverageOver(Grain.Month), Calendar.Quarter(2026, 1)).Should().Be(Money.Dkk(20m));
    }

    [Theory] // Weeks and months cut each other; a year of retail is 52 or 53 weeks, and made of its periods.
    [InlineData(Grain.Month, Grain.Week, false)]
    [InlineData(Grain.Month, Grain.RetailPeriod, false)]
    [InlineData(Grain.Month, Grain.RetailYear, false)]
    [InlineData(Grain.Week, Grain.Month, false)]
    [InlineData(Grain.RetailWeek, Grain.Year, false)]
    [InlineData(Grain.Quarter, Grain.Month, false)]
    [InlineData(Grain.Month, Grain.FiscalQuarter, true)]
    [InlineData(Grain.Month, Grain.Month, true)]
    [InlineData(Grain.RetailPeriod, Grain.RetailYear, true)]
    [InlineData(Grain.Day, Grain.RetailPeriod, true)]
    [InlineData(Grain.Day, Grain.Month, true)]
    public void TotalsOfAGrain_ReadByAnother_AreRefusedWhereThatCutsThem(Grain kept, Grain asked, bool fits)
    {
        var table = FactTable.From("totals", new[] { new LocalDate(2026, 1, 5) }).At(day => day).Value("sales", _ => 1m, Unit.Count())
            .EachFactCovers(kept).Build();
        var sales = Metric.Sum("sales", table, "sales");

        Action read = () => Kpi.Of("kpi", sales).Read(asked);

        if (fits)
        {
            read.Should().NotThrow();
        }
        else
        {
            read.Should().Throw<ArgumentException>().WithMessage(
                "Each fact of table 'totals' is the total of a whole *; 'kpi' cannot be computed by *.*");
        }
    }

    [Fact]
    public void CountsOfMonths_ReadInOtherWindows_AreRefused()
    {
        Asking(Query.For(Users.Rolling(7, Grain.Day)).By(Grain.Month)).Should().Throw<NotAdditiveException>().WithMessage(
            "'users' was counted for each whole month before it was loaded, but the query asks for 2025-10-25/2025-11-01, which cuts"
            + " 2025-10."
            + " Ask about whole periods, or add WidenedToWholePeriods() to the query.");
        Asking(Query.For(Users.Rolling(3, Grain.Month)).By(Grain.Month)).Should().Throw<NotAdditiveException>().WithMessage(
            "'users' was counted for each month before it was loaded, but the query asks for 2025-08-01/2025-11-01. Such counts cannot"
            + " be added up: the same user in two of them would be counted twice."
            + " Load facts with a key of each and use Metric.CountDistinct.");
        var answer = Source.Query(Query.For(Users.Previous(Grain.Month)).Between(new(2026, 2, 1), new(2026, 4, 1)).By(Grain.Month));
        answer.Rows.Select(row => row[Users.Previous(Grain.Month)].Amount).Should().Equal(8m, 9m);
        answer.Total[Users.Previous(Grain.Month)].Reason.Should().Be(UndefinedReason.NotAdditive);
    }

    [Fact] // Only March is there of the half-year: its count is not that of the half-year.
    public void CountsOfMonths_OverMore_AreUndefinedEvenWhereOneIsThere()
    {
        var table = FactTable.From<(int Month, long Users)>("few", [(3, 10)]).At(fact => new LocalDate(2026, fact.Month, 15))
            .DistinctCount("users", fact => fact.Users, Unit.Count("user"), per: Grain.Month).Build();
        var users = Metric.Sum("users", table, "users");
        new InMemorySource(Calendar, table)
            .Query(Query.For(users).Between(new(2026, 1, 1), new(2026, 7, 1)).By(Grain.Month)).Total[users].Reason
            .Should().Be(UndefinedReason.NotAdditive);
    }

    [Fact]
    public void Dates_ReadInHours_AreRefused()
    {
        var count = Metric.Count("n", Days);
        Asking(Query.For(count.Rolling(5, Grain.Hour)).By(Grain.Day)).Should().Throw<ArgumentException>().WithMessage(
            "Table 'days' has dates, and no times of day: 'n' cannot be computed from 2026-01-01T18:00:00Z to 2026-01-01T23:00:00Z. Ask for"
            + " whole days, or load instants.");
        Asking(Query.For(count.Shifted(-3, Grain.Hour)).By(Grain.Day))
            .Should().Throw<ArgumentException>().WithMessage("Table 'days' has dates, and no times of day: *");
    }

    [Theory] // February's total is not known before it has ended, wherever in it the fact is dated.
    [InlineData(10)]
    [InlineData(20)]
    public void TotalsOfMonths_WhileTheMonthIsOpen_AreNotThere(int day)
    {
        var answer = Source.Query(
            Query.For(Revenue, Revenue.Previous(Grain.Month)).Between(new(2026, 1, 1), new(2026, 3, 1)).By(Grain.Month)
            .AsOf(Calendar.StartOfDay(new(2026, 2, day))).ComparedWith(PeriodComparison.PreviousPeriod));
        answer.Rows.Select(row => row[Revenue])
            .Should().Equal(Money.Dkk(10m), Quantity.Undefined(UndefinedReason.NoData, "rev", Unit.Money("DKK")));
        answer.Rows[1].Earlier(Revenue, PeriodComparison.PreviousPeriod).Reason.Should().Be(UndefinedReason.NoData);
        answer.Rows[1][Revenue.Previous(Grain.Month)].Reason.Should().Be(UndefinedReason.NoData);
        answer.Total[Revenue].Should().Be(Money.Dkk(10m));
    }

    [Fact] // At 20 March two months of the quarter have ended, 10 + 20; of the quarter before, October and November: 1 + 2.
    public void TotalsOfMonths_OfAnOpenQuarter_AreComparedWithAsManyMonths()
    {
        var answer = Source.Query(
            Query.For(Revenue, Revenue.ToDate(Grain.Year), Revenue.Previous(Grain.Quarter)).During(Calendar.Quarter(2026, 1))
            .AsOf(Calendar.At(new(2026, 3, 20, 12, 0))).ComparedWith(PeriodComparison.PreviousPeriod));
        answer.Total[Revenue].Should().Be(Money.Dkk(30m));
        answer.Total[Revenue.ToDate(Grain.Year)].Should().Be(Money.Dkk(30m));
        answer.Total.Earlier(Revenue, PeriodComparison.PreviousPeriod).Should().Be(Money.Dkk(3m));
        answer.Total[Revenue.Previous(Grain.Quarter)].Should().Be(Money.Dkk(3m));
    }

    [Fact] // October's fact is dated on the 15th, and is all of October.
    public void Query_TotalsOfMonths_CoverTheirMonths() =>
        Source.Query(Query.For(Revenue).By(Grain.Month)).Rows.Should().HaveCount(6).And.OnlyContain(row => row.IsFullyCovered);

    [Fact] // At 20 March a goal stands at what January and February came to.
    public void Track_TotalsOfMonths_AreThoseOfWholeMonths()
    {
        var goal = new SmartGoal("revenue")
        {
            Statement = "Have 100 in a quarter",
            Measure = Revenue,
            Target = Target.Reach(Money.Dkk(100m)),
            Period = Calendar.Quarter(2026, 1),
        };
        GoalTracker.Default.Track(goal, Source, Calendar.StartOfDay(new(2026, 3, 20))).Actual.Should().Be(Money.Dkk(30m));
    }

    private static Action Asking(Query query) => () => Source.Query(query);

    private static Quantity At(Measure measure, ReportingPeriod period) => Source.Query(Query.For(measure).During(period)).Total[measure];
}
