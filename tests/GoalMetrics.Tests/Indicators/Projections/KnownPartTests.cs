using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

// What is known of a period that runs, or that is over and has a gap: what was reached stays, and a balance goes on from where it is.
public class KnownPartTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly ReportingPeriod October = Calendar.Month(2026, 10), November = Calendar.Month(2026, 11);
    private static readonly DateInterval OctoberGap = new(new(2026, 10, 5), new(2026, 10, 18));

    [Fact] // 5 customers a day are 140 to 155 a month; in November 20 a day are 300 on the 15th.
    public void Landing_DistinctCountThatWasReached_DoesNotFall()
    {
        var customers = Customers(new(2026, 11, 15), day => day.Month == 11 ? 20 : 5);
        var projection = Project(customers, Metric.CountDistinct("customers", customers, "who"), At(2026, 11, 16, 9), November);

        projection.Points[0].Known!.Value.Amount.Should().Be(300m);
        projection.SoFar.Amount.Should().Be(300m);
        projection.Landing().Estimate.Should().Be(300d);
        projection.Landing().Lower.Should().Be(300d);
        projection.ChanceOfAtLeast(Quantity.Count(300)).Should().Be(Quantity.Ratio(1));
        projection.ChanceOfAtLeast(Quantity.Count(400)).Should().Be(Quantity.Ratio(0));
    }

    [Fact] // As above: 300 in November so far, so that twice as many are 600, and 1,000 less as many are 700.
    public void Landing_FormulaOfWhatWasReached_DoesNotGoBack()
    {
        var table = Customers(new(2026, 11, 15), day => day.Month == 11 ? 20 : 5);
        var customers = Metric.CountDistinct("customers", table, "who");
        var twice = Project(table, Kpi.Of("twice", known => known * 2m, customers), At(2026, 11, 16, 9), November);
        var left = Project(table, Kpi.Of("left", known => 1_000 - known, customers), At(2026, 11, 16, 9), November);

        twice.Landing().ToString(null).Should().Be("600 [600; 600]");
        twice.SoFar.Amount.Should().Be(600m);
        left.Landing().ToString(null).Should().Be("700 [700; 700]");
    }

    [Fact] // 100 a day before, and 200 a day in the first half of November: the mean of the month is 150.
    public void Landing_MeanOfDays_TakesThoseThatAreKnown()
    {
        var table = Amounts(new(2026, 11, 15), day => day.Month == 11 ? 200m : 100m);
        var mean = Metric.Sum("amount", table, "amount").AverageOver(Grain.Day);
        var projection = Project(table, mean, At(2026, 11, 16, 9), November);

        projection.Landing().Estimate.Should().BeApproximately(150d, 1e-6);
        projection.SoFar.Amount.Should().Be(200m);
    }

    [Fact] // Of a mean of weeks, those that are over count: in the first three days of November there is none.
    public void Landing_MeanOfWeeksBeforeOneIsOver_IsForecast()
    {
        var table = Amounts(new(2026, 11, 3), day => day.Month == 11 ? 2_000m : 100m);
        var mean = Metric.Sum("amount", table, "amount").AverageOver(Grain.Week);

        Project(table, mean, At(2026, 11, 4, 9), November).Landing().Estimate.Should().BeApproximately(700d, 1e-6);
    }

    [Theory] // 10 more every day: 7,980 on 30 November. Today's balance is that of the whole day, at nine o'clock as at the end.
    [InlineData(false, 9)]
    [InlineData(true, 9)]
    [InlineData(false, 22)]
    [InlineData(true, 22)]
    public void Landing_BalanceOfTheDayThatRuns_IsThatOfTheWholeDay(bool hasToday, int hour)
    {
        var first = new LocalDate(2025, 1, 1);
        var table = FactTable.From("balances", new DateInterval(first, new(2026, 11, hasToday ? 16 : 15)))
            .At(day => day)
            .Balance("amount", day => 1_000m + (10m * Period.DaysBetween(first, day)), Unit.Count("thing"))
            .Build();
        var last = Metric.Balance("subscribers", table, "amount");
        var projection = new InMemorySource(Calendar, table).Project(last, Grain.Day, At(2026, 11, 16, hour), November);

        projection.Landing().Estimate.Should().BeApproximately(7_980d, 0.1);
        projection.SoFar.Amount.Should().Be(hasToday ? 7_840m : 7_830m);
    }

    [Fact] // The total of a day that runs is not known yet, as in a query: with it or without, 15 days of November are.
    public void Landing_TotalOfTheDayThatRuns_IsNotAddedTwice()
    {
        var asOf = At(2026, 11, 16, 12);
        Landed(16).Should().Be(Landed(15));

        double Landed(int day)
        {
            var table = FactTable.From("totals", Days(new(2026, 11, day)))
                .At(each => each)
                .EachFactCovers(Grain.Day)
                .Value("amount", _ => 100m, Unit.Count("thing"))
                .Build();
            return Project(table, Metric.Sum("amount", table, "amount"), asOf, November).Landing().Estimate;
        }
    }

    [Fact] // The largest value of every month is 131 or less, and the smallest 101; in November there was one of 900, and one of 7.
    public void Landing_MaximumAndMinimumThatWereReached_Stay()
    {
        var table = Amounts(new(2026, 11, 15), day => (day.Month, day.Day) switch
        {
            (11, 3) => 900m,
            (11, 4) => 7m,
            _ => 100m + day.Day,
        });
        var largest = Project(table, Metric.Max("largest", table, "amount"), At(2026, 11, 16, 9), November);
        var smallest = Project(table, Metric.Min("smallest", table, "amount"), At(2026, 11, 16, 9), November);

        largest.Landing().ToString(null).Should().Be("900 [900; 900]");
        largest.ChanceOfAtLeast(Quantity.Count(900)).Should().Be(Quantity.Ratio(1));
        smallest.Landing().ToString(null).Should().Be("7 [7; 7]");
        smallest.ChanceOfAtMost(Quantity.Count(7)).Should().Be(Quantity.Ratio(1));
    }

    [Fact] // 100 at the end of every month, and 100 more every day of November: 1,600 on the 15th, from where the level goes on.
    public void Landing_LastBalance_GoesOnFromTheLatest()
    {
        var table = Balances(new(2026, 11, 15), day => day.Month == 11 ? 100m + (100m * day.Day) : 100m);
        var projection = Project(table, Metric.Balance("subscribers", table, "amount"), At(2026, 11, 16), Calendar.Month(2026, 12));

        projection.Points.Select(point => point.Value.Amount).Should().Equal(1_600m, 1_600m);
        projection.Landing().Estimate.Should().Be(1_600d);
        projection.Landing().Lower.Should().BeGreaterThan(1_000d);
    }

    [Fact] // 4,000 more since 13 October: the opening of December goes on from that of November, which is known.
    public void Landing_OpeningAfterAJump_GoesOnFromTheLatest()
    {
        var table = Balances(new(2026, 11, 15), day => 1_000m + (day < new LocalDate(2026, 10, 13) ? 0m : 4_000m));
        var opening = Metric.Balance("subscribers", table, "amount").Opening();
        var projection = Project(table, opening, At(2026, 11, 16), Calendar.Month(2026, 12));

        projection.Landing().Estimate.Should().BeApproximately(5_000d, 1d);
    }

    [Fact] // Each customer comes once and costs 50. The cost known so far, held as a bound against a month of customers, would be −25.
    public void Landing_CostOfEachCustomer_IsThatOfOne()
    {
        var table = Customers(new(2026, 11, 15), _ => 5);
        var customers = Metric.CountDistinct("customers", table, "who");
        var cost = Measure.Of("cost", (facts, who) => facts * -50m / who, Metric.Count("facts", table), customers);
        var projection = Project(table, cost, At(2026, 11, 16, 9), November);

        projection.Landing().Estimate.Should().BeApproximately(-50d, 1d);
    }

    [Fact] // The mean of the days of a month that runs lacks nothing: its days follow each other.
    public void Findings_MeanOfDaysWithoutGaps_NameNoGap()
    {
        var table = Amounts(new(2026, 11, 15), day => 100m + day.Day);
        var mean = Metric.Sum("amount", table, "amount").AverageOver(Grain.Day);
        var projection = Project(table, mean, At(2026, 11, 16, 9), November);

        projection.Findings.Select(finding => finding.Code).Should().NotContain("PROJECTION-LACKING");
    }

    [Fact] // It grows by 1 a day, and is 1,332 on the 29th: with one day of November left, it is 1,333 at most.
    public void Landing_LastBalanceWithOneDayLeft_IsAlmostKnown()
    {
        var table = Balances(new(2026, 11, 29), day => 1_000m + Period.DaysBetween(First, day));
        var landing = Project(table, Metric.Balance("subscribers", table, "amount"), At(2026, 11, 30), November).Landing();

        landing.Estimate.Should().BeInRange(1_332d, 1_333d);
        landing.Lower.Should().BeGreaterThan(1_320d);
        landing.Upper.Should().BeLessThan(1_345d);
    }

    [Fact] // What October ended with, and what the 1st of November has, changes no more.
    public void Landing_OpeningBalances_AreFinalOnceThePeriodHasBegun()
    {
        var table = Balances(new(2026, 11, 15), day => 1_000m + Period.DaysBetween(First, day));
        var (last, first) = (Metric.Balance("last", table, "amount"), Metric.Balance("first", table, "amount", BalanceValue.First));
        var opening = Project(table, last.Opening(), At(2026, 11, 16), November);
        var earliest = Project(table, first, At(2026, 11, 16), November);
        var next = Project(table, first, At(2026, 11, 16), Calendar.Month(2026, 12));

        opening.Landing().ToString(null).Should().Be("1,303 [1,303; 1,303]");
        opening.Chosen.Should().BeNull();
        opening.ToText().Should().Be("last, opening: 1,303 in 2026-11.");
        earliest.Landing().ToString(null).Should().Be("1,304 [1,304; 1,304]");
        next.Chosen.Should().NotBeNull();
    }

    [Fact] // October has a gap and is over: 17 days of 5 customers, and the balance of the 31st. The query says the same.
    public void Landing_PeriodThatIsOverAndHasAGap_IsWhatIsKnownOfIt()
    {
        var asOf = At(2026, 11, 16);
        var customers = Customers(new(2026, 11, 15), _ => 5, OctoberGap);
        var balances = Balances(new(2026, 11, 15), day => 1_000m + Period.DaysBetween(First, day), OctoberGap);
        var (who, last) = (Metric.CountDistinct("customers", customers, "who"), Metric.Balance("subscribers", balances, "amount"));

        Project(customers, who, asOf, October).Landing().ToString(null).Should().Be("85 [85; 85]");
        Project(balances, last, asOf, October).ToText().Should().Be("subscribers: 1,303 at the end of 2026-10.");
        new InMemorySource(Calendar, customers).Query(Query.For(who).During(October).AsOf(asOf)).Total[who].Amount.Should().Be(85m);
        new InMemorySource(Calendar, balances).Query(Query.For(last).During(October).AsOf(asOf)).Total[last].Amount.Should().Be(1_303m);
    }

    [Fact] // November is settled as well, so that nothing is forecast: October is known as far as before.
    public void Landing_AnEarlierPeriodWithAGap_IsWhatIsKnownOfIt()
    {
        var customers = Customers(new(2026, 11, 30), _ => 5, OctoberGap);
        var who = Metric.CountDistinct("customers", customers, "who");

        Project(customers, who, At(2026, 12, 1), October).Landing().ToString(null).Should().Be("85 [85; 85]");
    }

    [Fact] // Where the gap is at the end of October, its balance is not known: it goes on from 1,296 on the 24th, by 7 at most.
    public void Landing_BalanceWithAGapAtTheEnd_GoesOnOverIt()
    {
        var gap = new DateInterval(new(2026, 10, 25), new(2026, 10, 31));
        var table = Balances(new(2026, 11, 15), day => 1_000m + Period.DaysBetween(First, day), gap);
        var projection = Project(table, Metric.Balance("subscribers", table, "amount"), At(2026, 11, 16), October);

        projection.Chosen.Should().NotBeNull();
        projection.Landing().Estimate.Should().BeInRange(1_297d, 1_303d);
    }

    [Fact] // 28 accounts of 100, each read on a day of its own: on the 14th, half of them are known, and say nothing about the rest.
    public void Landing_BalancesOfEntitiesWithTimesOfTheirOwn_AreNotCutToThoseThatAreKnown()
    {
        var rows = new DateInterval(First, new(2026, 11, 14)).Where(day => day.Day <= 28);
        var table = FactTable.From("accounts", rows)
            .At(day => day)
            .Dimension("account", day => $"account-{day.Day}")
            .Balance("amount", _ => 100m, Unit.Count("thing"))
            .Covering(First, new(2026, 11, 15))
            .Build();
        var last = Metric.Balance("last", table, "amount", entity: "account");
        var first = Metric.Balance("first", table, "amount", BalanceValue.First, "account");
        var projection = Project(table, last, At(2026, 11, 15), November);

        projection.Points[0].Known!.Value.Amount.Should().Be(1_400m);
        projection.Landing().Estimate.Should().BeApproximately(2_800d, 1e-6);
        Project(table, first, At(2026, 11, 15), November).Landing().Estimate.Should().BeApproximately(2_800d, 1e-6);
        Project(table, last.CarriedForward(), At(2026, 11, 15), November).Landing().Estimate.Should().BeApproximately(2_800d, 1e-6);
    }

    [Fact] // 5 customers a day with 2 orders each, and 20 in November: twice as many orders as customers, however many are to come.
    public void Landing_ARatioToCustomers_TakesBothSidesAlike()
    {
        var table = Customers(new(2026, 11, 14), day => day.Month == 11 ? 20 : 5);
        var (orders, customers) = (Metric.Sum("orders", table, "orders"), Metric.CountDistinct("customers", table, "who"));
        var each = Kpi.Of("each", (Quantity some, Quantity all) => some / all, orders, customers);

        Project(table, each, At(2026, 11, 15), November).Landing().Estimate.Should().BeApproximately(2d, 1e-6);
    }

    [Fact] // Data to 28 August: September a month earlier is August, of which 28 days are known, and nothing of it is added twice.
    public void Points_AShiftBeyondTheEndOfTheData_AreForecastOnce()
    {
        var table = Amounts(new(2026, 8, 28), _ => 1m);
        var shifted = Metric.Sum("sum", table, "amount").Previous(Grain.Month);
        var projection = Project(table, shifted, At(2026, 11, 16), October);

        projection.Points.Should().OnlyContain(point => point.Value.Amount > 20m && point.Value.Amount < 40m);
    }

    private static Projection Project(FactTable table, Measure measure, Instant asOf, ReportingPeriod period) =>
        new InMemorySource(Calendar, table).Project(measure, Grain.Month, asOf, period);

    private static FactTable Customers(LocalDate last, Func<LocalDate, int> count, params DateInterval[] gaps) => FactTable
        .From("visits", Days(last, gaps).SelectMany(day => Enumerable.Range(0, count(day)).Select(who => (Day: day, Who: $"{day}-{who}"))))
        .At(row => row.Day)
        .Dimension("who", row => row.Who)
        .Value("orders", _ => 2m, Unit.Count("order"))
        .Covering(First, last.PlusDays(1), except: gaps)
        .Build();

    private static FactTable Amounts(LocalDate last, Func<LocalDate, decimal> amount) => FactTable
        .From("amounts", Days(last))
        .At(day => day)
        .Value("amount", amount, Unit.Count("thing"))
        .Build();

    private static FactTable Balances(LocalDate last, Func<LocalDate, decimal> amount, params DateInterval[] gaps) => FactTable
        .From("balances", Days(last, gaps))
        .At(day => day)
        .Balance("amount", amount, Unit.Count("thing"))
        .Covering(First, last.PlusDays(1), except: gaps)
        .Build();

    private static List<LocalDate> Days(LocalDate last, params DateInterval[] gaps) =>
        [.. new DateInterval(First, last).Where(day => !Array.Exists(gaps, gap => gap.Contains(day)))];

    private static Instant At(int year, int month, int day, int hour = 0) => Calendar.At(new LocalDateTime(year, month, day, hour, 0));
}
