using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// A comparison uses only time that all tables of a measure cover, on both sides. Every day sells 100 in 10 orders to 100 visitors,
// so that a change or another rate than 10 % can only come from days that are missing.
public class QueryCoverageTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Theory] // Days until 1 March, seen on the 2nd: from its start, in the morning, at night.
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(23)]
    public void Change_OpenMonthAtAnyHour_ComparesAsManyDays(int hour)
    {
        var table = Days("t", 1, 1, 60);
        var row = Ask(MonthToDate(Sales(table)), At(3, 2, hour), table);

        row[Sales(table)].Should().Be(Money.Dkk(100));
        row.Earlier(Sales(table), PeriodComparison.PreviousPeriod).Should().Be(Money.Dkk(100));
        row.Change(Sales(table), PeriodComparison.PreviousPeriod).Relative.Should().Be(Quantity.Ratio(0));
    }

    [Fact] // Known until 20 April, seen on the 26th.
    public void Change_FeedSomeDaysLate_ComparesAsManyDaysAndSaysSo()
    {
        var table = Days("t", 1, 1, 110);
        var answer = Answer(Query.For(Sales(table)).During(Calendar.Month(2026, 4)).ComparedWith(PeriodComparison.PreviousPeriod)
            .AsOf(At(4, 26)), table);
        var change = answer.Total.Change(Sales(table), PeriodComparison.PreviousPeriod);

        (change.From, change.To).Should().Be((Money.Dkk(2_000), Money.Dkk(2_000)));
        answer.Total.IsFullyCovered.Should().BeFalse();
        answer.Findings.Select(finding => finding.Message()).Should().Equal(
            "The data of table 't' end with 2026-04-20; nothing after that day is counted or compared.");
    }

    [Fact] // The shop's data begin on 25 March: 3,000 in April are not 329 % more than the 700 of seven days.
    public void Change_EarlierPeriodPartlyCovered_IsUndefined()
    {
        var table = Days("t", 3, 25, 60);
        var answer = Answer(Query.For(Sales(table)).During(Calendar.Month(2026, 4)).ComparedWith(PeriodComparison.PreviousPeriod)
            .AsOf(At(5, 1)), table);
        var change = answer.Total.Change(Sales(table), PeriodComparison.PreviousPeriod);

        answer.Total.Earlier(Sales(table), PeriodComparison.PreviousPeriod).Should().Be(Money.Dkk(700));
        change.Relative.ShouldBeUndefined(UndefinedReason.InsufficientData, "sales");
        change.Absolute.ShouldBeUndefined(UndefinedReason.InsufficientData, "sales");
        answer.Findings.Select(finding => finding.Message()).Should().Equal(
            "The data of table 't' begin with 2026-03-25; nothing before that day is counted or compared.");
    }

    [Fact] // April is over, and its last ten days are missing: what is known of it is compared with as many days of March.
    public void Change_ClosedPeriodPartlyCovered_ComparesAsManyDays()
    {
        var table = Days("t", 1, 1, 110);
        var row = Ask(MonthToDate(Sales(table)), At(5, 3), table, Calendar.Month(2026, 4));

        row.State.Should().Be(PeriodState.Closed);
        row.IsFullyCovered.Should().BeFalse();
        var change = row.Change(Sales(table), PeriodComparison.PreviousPeriod);
        (change.From, change.To).Should().Be((Money.Dkk(2_000), Money.Dkk(2_000)));
    }

    [Fact] // A whole month is compared with an open one where that is asked for, as far as the data go.
    public void Change_WholeMonthsAsked_ComparesWithAllDays()
    {
        var table = Days("t", 1, 1, 100);
        var row = Ask(MonthToDate(Sales(table)).ComparingWholePeriods(), At(4, 11), table, Calendar.Month(2026, 4));

        row.Earlier(Sales(table), PeriodComparison.PreviousPeriod).Should().Be(Money.Dkk(3_100));
        row.Change(Sales(table), PeriodComparison.PreviousPeriod).To.Should().Be(Money.Dkk(1_000));
    }

    [Fact] // Orders until 10 April, visits until the 25th, so their quotient over all days would be 8.7 %.
    public void Total_TwoTablesThatEndApart_IsOverTheTimeBothCover()
    {
        var (orders, visits) = (Days("o", 1, 1, 100), Days("v", 1, 1, 115));
        var rate = Rate(orders, visits);
        var answer = Answer(Query.For(rate).AsOf(At(4, 26)), orders, visits);

        answer.Total[rate].Should().Be(10.Percent());
        answer.Total.Evidence(rate).Select(input => input.Value).Should().Equal(
            Quantity.Count(1_000, "order"), Quantity.Count(10_000, "visit"));
        answer.Findings.Select(finding => finding.Message()).Should().Equal(
            "The data of table 'o' end with 2026-04-10; nothing after that day is counted or compared.");
    }

    [Fact] // Orders since 20 March: March would come to 3.87 %, and April to 317 % more.
    public void Rows_TwoTablesThatBeginApart_AreOverTheTimeBothCover()
    {
        var (orders, visits) = (Days("o", 3, 20, 60), Days("v", 1, 1, 140));
        var rate = Rate(orders, visits);
        var answer = Answer(
            Query.For(rate).By(Grain.Month).ComparedWith(PeriodComparison.PreviousPeriod).AsOf(At(5, 1)), orders, visits);

        answer.Rows.Take(4).Select(row => row[rate].ToString(null)).Should().Equal(
            "undefined: no data (orders)", "undefined: no data (orders)", "10 %", "10 %");
        answer.Rows[3].Change(rate, PeriodComparison.PreviousPeriod).Relative.ShouldBeUndefined(
            UndefinedReason.InsufficientData, "rate");
        answer.Rows[2].IsFullyCovered.Should().BeFalse();
        answer.Rows[3].IsFullyCovered.Should().BeTrue();
    }

    [Fact] // What is asked for beside the quotient is of all days, as it would be alone.
    public void Rows_MeasuresAloneBesideTheirQuotient_KeepTheirOwnTime()
    {
        var (orders, visits) = (Days("o", 3, 20, 60), Days("v", 1, 1, 140));
        var (count, rate) = (Metric.Sum("visits", visits, "visits"), Rate(orders, visits));
        var row = Answer(Query.For(count, rate).During(Calendar.Month(2026, 3)), orders, visits).Total;

        (row[count], row[rate]).Should().Be((Quantity.Count(3_100, "visit"), 10.Percent()));
    }

    [Fact] // Data since 25 March: growth in April is not 329 %, and it is known in June.
    public void Growth_OverAPartlyCoveredMonth_IsUndefined()
    {
        var table = Days("t", 3, 25, 120);
        var growth = Measure.Of("growth", Finance.GrowthRate, Sales(table), Sales(table).Previous(Grain.Month));
        var answer = Answer(Query.For(growth).By(Grain.Month).AsOf(At(7, 1)), table);

        answer[Calendar.Month(2026, 4), growth].ShouldBeUndefined(UndefinedReason.InsufficientData, "growth");
        answer[Calendar.Month(2026, 5), growth].Should().Be(Quantity.Ratio(100m / 3_000m));
    }

    [Theory] // Seen at the end of the last day with data, in the next morning, and three days later.
    [InlineData(11, 0)]
    [InlineData(11, 10)]
    [InlineData(14, 10)]
    public void Growth_OpenMonth_ComparesAsManyDays(int day, int hour)
    {
        var table = Days("t", 1, 1, 100);
        var growth = Measure.Of("growth", Finance.GrowthRate, Sales(table), Sales(table).Previous(Grain.Month));
        var row = Ask(Query.For(growth), At(4, day, hour), table, Calendar.Month(2026, 4));

        row[growth].Should().Be(Quantity.Ratio(0));
    }

    [Fact] // By itself, the month before is all of it; set against a month of which ten days are missing, it is as many days.
    public void Previous_OfAClosedPeriodPartlyCovered_IsWholeByItselfAndCutInAFormula()
    {
        var table = Days("t", 1, 1, 110);
        var previous = Sales(table).Previous(Grain.Month);
        var growth = Measure.Of("growth", Finance.GrowthRate, Sales(table), previous);
        var row = Ask(Query.For(previous, growth), At(5, 3), table, Calendar.Month(2026, 4));

        (row[previous], row[growth]).Should().Be((Money.Dkk(3_100), Quantity.Ratio(0)));
    }

    [Fact] // The share of the last 28 days that fell on this one is unknown until there are 28 days.
    public void ShareOfRolling_BeforeTheWindowIsCovered_IsUndefined()
    {
        var table = Days("t", 1, 1, 40);
        var share = Measure.Of("share", (day, all) => day.DividedBy(all), Sales(table), Sales(table).Rolling(28, Grain.Day));
        var answer = Answer(Query.For(share).By(Grain.Day), table);

        answer[Calendar.Day(new(2026, 1, 27)), share].ShouldBeUndefined(UndefinedReason.InsufficientData, "share");
        answer[Calendar.Day(new(2026, 1, 28)), share].Should().Be(Quantity.Ratio(1m / 28m));
    }

    [Fact] // A sum since the data began has all its data, wherever the range begins.
    public void ShareOfCumulative_RangeBeforeTheData_IsKnown()
    {
        var table = Days("t", 2, 1, 59);
        var share = Measure.Of("share", (month, all) => month.DividedBy(all), Sales(table), Sales(table).Cumulative());
        var answer = Answer(Query.For(share).By(Grain.Month).Between(new(2026, 1, 1), new(2026, 4, 1)), table);

        answer[Calendar.Month(2026, 3), share].Should().Be(Quantity.Ratio(31m / 59m));
    }

    [Fact] // Orders since 11 June, visits long before: those of the month before are read all the same. What has added up since the data
           // began is that of the 35 days that both have.
    public void Quotient_OfNowAndWhatLooksBackInAnotherTable_ReadsThatTableWhereItLooks()
    {
        var (orders, visits) = (Days("o", 6, 11, 35), Days("v", 5, 1, 76));
        var (now, then) = (Metric.Sum("orders", orders, "orders"), Metric.Sum("visits", visits, "visits"));
        var before = Measure.Of("before", (one, other) => one / other, now, then.Previous(Grain.Month));
        var ever = Measure.Of("ever", (one, other) => one / other, now, then.Cumulative());
        var row = Ask(Query.For(before, ever), At(7, 16), [orders, visits], Calendar.Month(2026, 7));

        (row[before], row[ever]).Should().Be((10.Percent(), Quantity.Ratio(150m / 3_500m)));
    }

    [Fact] // Costs are totals of months, visits come by the day: in May 16 days of visits have no costs to stand against yet.
    public void Total_MonthsAndDays_AreSetAgainstEachOtherInWholeMonths()
    {
        var costs = FactTable.From("costs", [1, 2, 3, 4, 5]).At(month => new LocalDate(2026, month, 1)).EachFactCovers(Grain.Month)
            .Value("cost", _ => 310m, Unit.Money("DKK")).Build();
        var visits = Days("v", 1, 1, 136);
        var perVisit = Measure.Of(
            "per-visit", (cost, count) => cost / count, Metric.Sum("costs", costs, "cost"), Metric.Sum("visits", visits, "visits"));
        var row = Ask(Query.For(perVisit), At(5, 17), [costs, visits], Calendar.Quarter(2026, 2));

        row[perVisit].Amount.Should().Be(310m / 3_000m);
    }

    [Fact] // Costs of 1,000 a day until April, orders until the 28th of it: over the three months that both know, DKK 100 an order.
    public void Total_MonthsBesideDaysThatEndEarly_IsOverWholeMonths()
    {
        var costs = FactTable.From("costs", [1, 2, 3, 4]).At(month => new LocalDate(2026, month, 1)).EachFactCovers(Grain.Month)
            .Value("cost", month => 1_000m * Calendar.Month(2026, month).Days, Unit.Money("DKK")).Build();
        var orders = Days("o", 1, 1, 118);
        var each = Measure.Of(
            "each", (cost, count) => cost / count, Metric.Sum("costs", costs, "cost"), Metric.Sum("orders", orders, "orders"));

        Ask(Query.For(each), At(5, 1, 10), [costs, orders], Calendar.Year(2026))[each].Amount.Should().Be(100m);
    }

    [Fact] // Totals of months until April, seen in June: one month of the quarter is known, and compared with one.
    public void Change_TotalsOfMonthsThatAreLate_ComparesAsManyMonths()
    {
        var months = FactTable.From("m", Enumerable.Range(0, 16)).At(i => new LocalDate(2025, 1, 1).PlusMonths(i))
            .EachFactCovers(Grain.Month).Value("x", _ => 100, Unit.Count()).Build();
        var x = Metric.Sum("x", months, "x");
        var growth = Measure.Of("growth", Finance.GrowthRate, x, x.Previous(Grain.Quarter));
        var query = Query.For(x, growth).ComparedWith(PeriodComparison.PreviousPeriod, PeriodComparison.YearEarlier);
        foreach (var asOf in new[] { At(5, 5), At(6, 10), At(7, 2) })
        {
            var row = Ask(query, asOf, [months], Calendar.Quarter(2026, 2));
            row.Change(x, PeriodComparison.PreviousPeriod).Relative.Should().Be(Quantity.Ratio(0));
            row.Change(x, PeriodComparison.YearEarlier).Relative.Should().Be(Quantity.Ratio(0));
            row[growth].Should().Be(Quantity.Ratio(0));
        }
    }

    [Fact] // Every visit converts on the next day; eight days of conversions are missing, so February is not known.
    public void Change_GapOfTheConversions_IsUndefinedAndSaid()
    {
        var gap = new DateInterval(new(2026, 2, 5), new(2026, 2, 12));
        var visits = FactTable.From("visits", Enumerable.Range(0, 60)).At(i => new LocalDate(2026, 1, 1).PlusDays(i))
            .Dimension("who", i => $"{i}").Covering(new(2026, 1, 1), new(2026, 3, 2)).Build();
        var orders = FactTable.From("orders", Enumerable.Range(0, 60).Where(i => !gap.Contains(new LocalDate(2026, 1, 2).PlusDays(i))))
            .At(i => new LocalDate(2026, 1, 2).PlusDays(i)).Dimension("who", i => $"{i}")
            .Covering(new(2026, 1, 1), new(2026, 3, 15), except: [gap]).Build();
        var rate = Conversions.Of(visits, orders, entity: "who", within: Duration.FromDays(7)).Rate("rate");
        var answer = Answer(
            MonthToDate(rate).During(Calendar.Month(2026, 2)).AsOf(At(3, 15)), visits, orders);

        answer.Total.IsFullyCovered.Should().BeFalse();
        answer.Total.Change(rate, PeriodComparison.PreviousPeriod).Relative.Reason.Should().Be(UndefinedReason.InsufficientData);
        answer.Findings.Select(finding => finding.Message()).Should().Contain(
            "Table 'orders' has no data from 2026-02-05 to 2026-02-12; that time is neither counted nor compared.");
    }

    [Fact] // Whole months were asked for; of April, which is over, ten days are missing.
    public void Change_WholeMonthsAskedOfWhichDaysAreMissing_IsUndefined()
    {
        var table = Days("t", 1, 1, 110);
        var row = Ask(MonthToDate(Sales(table)).ComparingWholePeriods(), At(5, 10), table, Calendar.Month(2026, 4));

        row.Change(Sales(table), PeriodComparison.PreviousPeriod).Relative.Reason.Should().Be(UndefinedReason.InsufficientData);
    }

    [Fact] // A mean of days is of those that there are, with or without a factor.
    public void Formula_OverAMeanOfDays_IsKnownWhereTheMeanIs()
    {
        var table = Days("t", 3, 25, 60);
        var mean = Sales(table).AverageOver(Grain.Day);
        var twice = Measure.Of("twice", (value, factor) => value * factor, mean, Measure.Constant("two", Quantity.Ratio(2)));
        var row = Ask(Query.For(mean, twice), At(4, 1), table);

        (row[mean], row[twice]).Should().Be((Money.Dkk(100), Money.Dkk(200)));
    }

    private static Instant At(int month, int day, int hour = 0) =>
        Calendar.StartOfDay(new(2026, month, day)) + Duration.FromHours(hour);

    private static FactTable Days(string name, int month, int day, int count) => FactTable
        .From(name, Enumerable.Range(0, count))
        .At(i => new LocalDate(2026, month, day).PlusDays(i))
        .Value("amount", _ => 100m, Unit.Money("DKK"))
        .Value("orders", _ => 10, Unit.Count("order"))
        .Value("visits", _ => 100, Unit.Count("visit"))
        .Build();

    private static Metric Sales(FactTable table) => Metric.Sum("sales", table, "amount");

    private static Kpi Rate(FactTable orders, FactTable visits) => Kpi.Of(
        "rate", Marketing.ConversionRate, Metric.Sum("orders", orders, "orders"), Metric.Sum("visits", visits, "visits"));

    private static Query MonthToDate(Measure measure) => Query.For(measure).ComparedWith(PeriodComparison.PreviousPeriod);

    private static MetricTable Answer(Query query, params FactTable[] tables) => new InMemorySource(Calendar, tables).Query(query);

    private static MetricRow Ask(Query query, Instant asOf, FactTable table, ReportingPeriod? period = null) =>
        Ask(query, asOf, [table], period ?? Calendar.Month(2026, 3));

    private static MetricRow Ask(Query query, Instant asOf, FactTable[] tables, ReportingPeriod period) =>
        Answer(query.During(period).AsOf(asOf), tables).Total;
}
