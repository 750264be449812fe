using NodaTime;

namespace GoalMetrics.Tests.Indicators.Planning;

// Whether a value rests on facts that are complete is judged over all the time its measure looks at.
public class CoverageTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact] // The facts begin on 1 March: the 28 days that end with the 28th are the first that are all there.
    public void Rolling_AtTheFirstDays_IsNotFullyCovered()
    {
        var revenue = Daily(new(2026, 3, 1), new(2026, 4, 1), out var source);
        var rolling = revenue.Rolling(28, Grain.Day);
        var rows = source.Query(Query.For(revenue, rolling).By(Grain.Day)).Rows;
        rows.Select(row => row.IsFullyCoveredFor(rolling)).Should().Equal([.. Enumerable.Repeat(false, 27), .. Enumerable.Repeat(true, 4)]);
        rows.Select(row => row.IsFullyCovered).Should().Equal(rows.Select(row => row.IsFullyCoveredFor(rolling)));
        rows.Should().OnlyContain(row => row.IsFullyCoveredFor(revenue));
    }

    [Theory] // On the 19th, the last seven days of March, from the 25th on, have not begun: no value, and nothing that covers it.
    [InlineData(19)]
    [InlineData(31)]
    public void Rolling_BeforeItsWindowHasBegun_IsNotFullyCovered(int knownUntil)
    {
        var revenue = Daily(new(2026, 2, 1), new(2026, 3, knownUntil), out var source);
        var (rolling, longer) = (revenue.Rolling(7, Grain.Day), revenue.Rolling(28, Grain.Day));
        var rows = source.Query(Query.For(revenue, rolling, longer).Between(new(2026, 3, 1), new(2026, 5, 1)).By(Grain.Month)
            .AsOf(Calendar.StartOfDay(new(2026, 3, 19)))).Rows;

        (rows[0][rolling].IsDefined, rows[0].IsFullyCoveredFor(rolling)).Should().Be((false, false));
        (rows[0][longer].IsDefined, rows[0].IsFullyCoveredFor(longer)).Should().Be((true, true));
        (rows[1][revenue].IsDefined, rows[1].IsFullyCoveredFor(revenue)).Should().Be((false, false));
    }

    [Fact] // Half of February is known: March grew from half a month.
    public void Growth_FromAHalfKnownMonth_IsNotFullyCovered()
    {
        var revenue = Daily(new(2026, 2, 15), new(2026, 5, 1), out var source);
        var growth = Kpi.Of("growth", Finance.GrowthRate, revenue, revenue.Previous(Grain.Month));
        var rows = source.Query(
            Query.For(growth, revenue).Between(new(2026, 3, 1), new(2026, 5, 1)).By(Grain.Month)
            .ComparedWith(PeriodComparison.PreviousPeriod)).Rows;
        rows.Select(row => row.IsFullyCovered).Should().Equal(false, true);
        rows.Select(row => row.IsFullyCoveredFor(revenue)).Should().Equal(true, true);
        rows.Select(row => row.IsFullyCoveredFor(revenue, PeriodComparison.PreviousPeriod)).Should().Equal(false, true);
        rows[0].Invoking(row => row.IsFullyCoveredFor(revenue, PeriodComparison.YearEarlier)).Should().Throw<InvalidOperationException>();
        rows[0].Invoking(row => row.IsFullyCoveredFor(revenue.Cumulative())).Should().Throw<KeyNotFoundException>();
    }

    [Fact] // Orders are known up to 10 January. Of the visits of January, one a day, those of the first four days had their week.
    public void Conversions_WithWindowsBeyondTheOrders_AreImmature()
    {
        var orders = FactTable.From("orders", new[] { new LocalDate(2026, 1, 3) }).At(day => day).Dimension("who", _ => "2")
            .Covering(new(2026, 1, 1), new(2026, 1, 11)).Build();
        foreach (var withHours in (bool[])[false, true])
        {
            var visits = Visits(withHours);
            var weekly = Conversions.Of(visits, orders, "who", Duration.FromDays(7));
            var (rate, bases, immature) = (weekly.Rate("rate"), weekly.BaseEvents("bases"), weekly.Immature("immature"));
            var answer = new InMemorySource(Calendar, visits, orders).Query(
                Query.For(rate, bases, immature).During(Calendar.Month(2026, 1)).By(Grain.Day).AsOf(Calendar.StartOfDay(new(2026, 3, 1)))
                    .WithDataQuality());
            answer.Total[bases].Amount.Should().Be(4m);
            answer.Total[immature].Amount.Should().Be(27m);
            answer.Total[rate].Should().Be(Quantity.Ratio(0.25m));
            answer.Total.IsFullyCovered.Should().BeFalse();
            answer.Rows[3].IsFullyCovered.Should().Be(!withHours, "a visit late on the 4th has a window up to late on the 11th");
            answer.Rows[4].IsFullyCovered.Should().BeFalse();

            var quality = answer.QualityOf(bases);
            quality.Select(it => $"{it} until {it.Coverage!.Value.End.InZone(Calendar.Zone).Date:R}").Should().Equal(
                "bases (visits): 31 rows, 0 without a value, 0 refused until 2026-02-01",
                    "bases (orders): 1 rows, 0 without a value, 0 refused until 2026-01-11");
            quality.Select(it => it.Table.Name).Should().Equal("visits", "orders");
        }
    }

    [Fact] // Nothing at all is known of orders.
    public void Conversions_WithoutAnyOrders_AreImmature()
    {
        var visits = Visits(withHours: false);
        var orders = FactTable.From<LocalDate>("orders", []).At(day => day).Dimension("who", _ => "").Build();
        var rate = Conversions.Of(visits, orders, "who", Duration.FromDays(7)).Rate("rate");
        new InMemorySource(Calendar, visits, orders).Query(Query.For(rate).AsOf(Calendar.StartOfDay(new(2026, 3, 1)))).Total[rate].Reason
            .Should().Be(UndefinedReason.Immature);
    }

    [Fact] // The 23 hours of 29 March are a day of seven, as orders are known in days.
    public void Conversions_OverTheChangeOfClocks_AreCovered()
    {
        var visits = FactTable.From("visits", new[] { new LocalDate(2026, 3, 25) }).At(day => day).Dimension("who", _ => "a").Build();
        var orders = FactTable.From("orders", new[] { new LocalDate(2026, 3, 26) }).At(day => day).Dimension("who", _ => "a")
            .Covering(new(2026, 3, 1), new(2026, 4, 1)).Build();
        var rate = Conversions.Of(visits, orders, "who", Duration.FromDays(7)).Rate("rate");
        var answer = new InMemorySource(Calendar, visits, orders).Query(Query.For(rate).AsOf(Calendar.StartOfDay(new(2026, 5, 1))));
        answer.Total[rate].Should().Be(Quantity.Ratio(1m));
        answer.Total.IsFullyCovered.Should().BeTrue();
    }

    private static FactTable Visits(bool withHours)
    {
        var days = Enumerable.Range(1, 31).Select(day => new LocalDate(2026, 1, day));
        var builder = FactTable.From("visits", days);
        builder = withHours ? builder.At(day => Calendar.StartOfDay(day)) : builder.At(day => day);
        return builder.Dimension("who", day => $"{day.Day}").Build();
    }

    private static Metric Daily(LocalDate from, LocalDate until, out InMemorySource source)
    {
        var table = FactTable.From("sales", Enumerable.Range(0, Period.DaysBetween(from, until)).Select(from.PlusDays)).At(day => day)
            .Value("amount", _ => 100m, Unit.Money("DKK")).Build();
        source = new(Calendar, table);
        return Metric.Sum("rev", table, "amount");
    }
}
