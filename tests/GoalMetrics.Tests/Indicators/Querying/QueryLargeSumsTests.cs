using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// Totals of pieces near the ends of decimals. Asked by month too, a total is of months; all of them may have room where two of them, or one
// alone, have none, or not for all digits.
public class QueryLargeSumsTests
{
    [Theory] // The exact sum of what is there, to the digits that have room.
    [
        InlineData(
            "70000000000000000000000000000", "70000000000000000000000000000", "70000000000000000000000000000",
            "-70000000000000000000000000000")]
    [InlineData("7000000000000000000000000000.5", "7000000000000000000000000000.4", "0.04", "0.06")]
    [
        InlineData(
            "70000000000000000000000000000", "70000000000000000000000000000 70000000000000000000000000000",
            "-70000000000000000000000000000")]
    [
        InlineData(
            "-1", "-70000000000000000000000000000 -70000000000000000000000000000",
            "70000000000000000000000000000 69999999999999999999999999999")]
    [InlineData("4.0000000000000000000000000004", "4.5 3.5000000000000000000000000004", "-4")] // January alone rounds to 8
    [InlineData("0.04", "79228162514264337593543950334 0.04", "-79228162514264337593543950334")]
    [InlineData("overflow", "70000000000000000000000000000", "70000000000000000000000000000", "1")]
    [InlineData("overflow", "70000000000000000000000000000 70000000000000000000000000000", "70000000000000000000000000000", "-1")]
    public void Total_OfMonths_IsExact(string total, params string[] months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var (source, sum) = ByMonth(months);
        foreach (var query in (Query[])[Query.For(sum).By(Grain.Month), Query.For(sum).By(Grain.Month).By("part"), Query.For(sum)])
        {
            var answer = source.Query(query.Between(new(2026, 1, 1), new(2026, 1 + months.Length, 1)));
            Shown(answer.Total[sum]).Should().Be(total);
        }
    }

    [Fact] // Of each part, January is more than a decimal has room for.
    public void Parts_OverTime_AreExactEach()
    {
        var (source, sum) = ByMonth(
            "70000000000000000000000000000 4.5", "70000000000000000000000000000 3.5000000000000000000000000004",
            "-70000000000000000000000000000 -4");
        var (cumulative, rolling) = (sum.Cumulative(), sum.Rolling(90, Grain.Day));
        var answer = source.Query(
            Query.For(sum, cumulative, rolling).By(Grain.Quarter).By("part").Between(new(2026, 1, 1), new(2026, 4, 1)));
        foreach (var measure in (Measure[])[sum, cumulative, rolling])
        {
            Shown(answer.MemberTotal("0")[measure]).Should().Be("70000000000000000000000000000");
            Shown(answer.MemberTotal("1")[measure]).Should().Be("4.0000000000000000000000000004");
            answer.Rows.Select(row => Shown(row[measure]))
                .Should().Equal("70000000000000000000000000000", "4.0000000000000000000000000004");
        }

        var months = source.Query(Query.For(cumulative).By(Grain.Month).By("part").Between(new(2026, 1, 1), new(2026, 4, 1)));
        months.Rows.Where(row => row.Members[0] == "0").Select(row => row[cumulative].AmountOrNull)
            .Should().Equal(70_000_000_000_000_000_000_000_000_000m, null, 70_000_000_000_000_000_000_000_000_000m);
        months.Rows.Where(row => row.Members[0] == "1").Select(row => row[cumulative].AmountOrNull)
            .Should().Equal(4.5m, 8m, 4.0000000000000000000000000004m);
    }

    [Fact] // −5 and 5 are −0 to decimals.
    public void Total_OfMonthsThatCancelOut_IsZeroAndNotBelow()
    {
        var (source, sum) = ByMonth("-5", "5");
        var total = source.Query(Query.For(sum).By(Grain.Month).Between(new(2026, 1, 1), new(2026, 3, 1))).Total[sum];
        decimal.GetBits(total.Amount).Should().Equal(0, 0, 0, 0);
    }

    [Fact] // Beside a month that is too large, all others and other metrics are what they are.
    public void Rows_BesideOneTooLarge_AreRight()
    {
        var (source, sum) = ByMonth("70000000000000000000000000000 70000000000000000000000000000", "-70000000000000000000000000000", "2 3");
        var count = Metric.Count("n", sum.Table);
        var answer = source.Query(Query.For(sum, count).By(Grain.Month).By("part").Between(new(2026, 1, 1), new(2026, 4, 1)));
        answer.Rows.Where(row => row[count].Amount > 0m).Select(row => $"{row.Period} {row.Members[0]} {Shown(row[sum])} {row[count]}")
            .Should().Equal(
            "2026-01 0 70000000000000000000000000000 1", "2026-01 1 70000000000000000000000000000 1",
                "2026-02 0 -70000000000000000000000000000 1", "2026-03 0 2 1", "2026-03 1 3 1");
        ((string[])["2026-01", "2026-02", "2026-03"])
            .Select(month => Shown(answer[ReportingPeriod.Parse(month, ReportingCalendar.Utc), sum])).Should().Equal(
            "overflow", "-70000000000000000000000000000", "5");
        answer.Total[sum].Should().Be(Money.Dkk(70_000_000_000_000_000_000_000_000_005m));
        answer.Total[count].Amount.Should().Be(5m);
    }

    [Fact] // What a source of one's own changes in the groups of another is what is added.
    public async Task Source_ThatChangesValues_IsAddedAsItSays()
    {
        var (inner, sum) = ByMonth("4.5 3.5000000000000000000000000004", "-4");
        var query = Query.For(sum).By(Grain.Month).Between(new(2026, 1, 1), new(2026, 3, 1));
        var same = await new ProbedSource(inner).QueryAsync(query, TestContext.Current.CancellationToken);
        Shown(same.Total[sum]).Should().Be("4.0000000000000000000000000004");
        var rounding = new ProbedSource(inner) { Change = value => value.Amount!.Value };
        var rounded = await rounding.QueryAsync(query, TestContext.Current.CancellationToken);
        Shown(rounded.Total[sum]).Should().Be("4");
        var doubling = new ProbedSource(inner) { Change = value => value.Amount!.Value * 2m };
        var doubled = await doubling.QueryAsync(query, TestContext.Current.CancellationToken);
        Shown(doubled.Total[sum]).Should().Be("8");
    }

    [Fact] // As of a moment before the range there is nothing to ask for.
    public async Task Source_WithoutWindows_IsNotAsked()
    {
        var (inner, sum) = ByMonth("1");
        var query = Query.For(sum).By(Grain.Month).Between(new(2026, 1, 1), new(2026, 3, 1)).AsOf(Instant.FromUtc(2025, 12, 1, 0, 0));
        var answer = await new ProbedSource(inner).QueryAsync(query, TestContext.Current.CancellationToken);
        answer.Total[sum].Reason.Should().Be(UndefinedReason.NoData);
    }

    // Each month's values, told apart by where they stand in it.
    private static (InMemorySource Source, Metric Sum) ByMonth(params string[] months)
    {
        var facts = months.SelectMany((values, month) => values.Split(' ').Select((value, i) => (
            Date: new LocalDate(2026, month + 1, 1 + i), Part: i.ToString(CultureInfo.InvariantCulture),
                Value: decimal.Parse(value, CultureInfo.InvariantCulture)))).ToArray();
        var table = FactTable.From("t", facts).At(fact => fact.Date).Dimension("part", fact => fact.Part)
            .Value("v", fact => fact.Value, Unit.Money("DKK"))
            .Covering(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)).Build();
        return (new(ReportingCalendar.Utc, table), Metric.Sum("v", table, "v"));
    }

    private static string Shown(Quantity quantity) => quantity.AmountOrNull?.ToString(CultureInfo.InvariantCulture)
        ?? (quantity == Quantity.Undefined(UndefinedReason.Overflow, "v", Unit.Money("DKK")) ? "overflow" : quantity.ToString(null));
}
