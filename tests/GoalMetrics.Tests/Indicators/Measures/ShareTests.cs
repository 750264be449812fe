using System.Text.Json;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>The share of a total as a measure. Figures worked out by hand.</summary>
public sealed class ShareTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    // January: mail 3 (ann twice, bob), search 1 (ann). February: mail 2 (ann, bob), phone 2 (cid, dan).
    private static readonly FactTable Sales = FactTable.From("sales", new (int Month, string Source, string Customer, string Market)[]
        {
            (1, "mail", "ann", "DK"), (1, "mail", "ann", "SE"), (1, "mail", "bob", "DK"),
            (1, "search", "ann", "DK"), (2, "mail", "ann", "DK"), (2, "mail", "bob", "SE"), (2, "phone", "cid", "SE"),
            (2, "phone", "dan", "SE"),
        })
        .At(fact => new LocalDate(2026, fact.Month, 5))
        .Dimension("source", fact => fact.Source)
        .Dimension("customer", fact => fact.Customer)
        .Dimension("market", fact => fact.Market)
        .Value("amount", fact => fact.Month == 1 ? 10m : -10m, Unit.Money("DKK"))
        .Covering(new(2026, 1, 1), new(2026, 4, 1))
        .Build();

    private static readonly Metric Orders = Metric.Count("orders", Sales);
    private static readonly Metric Customers = Metric.CountDistinct("customers", Sales, "customer");
    private static readonly ShareMeasure OfOrders = Orders.ShareOf("source");
    private static readonly ShareMeasure OfCustomers = Customers.ShareOf("source");
    private static readonly InMemorySource Source = new(Calendar, Sales);

    [Fact] // The largest sales of two sources are no parts of anything, nor is a product of two sums.
    public void ShareOf_AFormulaThatDoesNotAddUp_IsRefused()
    {
        var largest = Metric.Max("largest", Sales, "amount");
        var sum = Metric.Sum("sum", Sales, "amount");
        foreach (var measure in (Measure[])[
            Measure.Of("twice", (one, other) => one + other, largest, largest),
            Measure.Of("product", (one, orders) => one * orders.Amount, sum, Orders)])
        {
            measure.Invoking(one => one.ShareOf("source")).Should().Throw<ArgumentException>().WithMessage("*is not an amount of which*");
        }

        Measure.Of("both", (one, other) => one + other, Orders, Orders).ShareOf("source").Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void ShareOf_AMeanOverDaysByWeekday_IsRefused() =>
        Messages.Of<ArgumentException>(() => Orders.AverageOver(Grain.Day).ShareOf(TimeGrouping.Weekday)).Should().StartWith(
            "'orders-average-over-day' is read period by period, and 'weekday' has some of these periods: each of its members would");

    [Fact]
    public void ShareOf_ByMonth_IsOfAllMembersInTheMonth()
    {
        var table = Source.Query(Query.For(OfOrders).By(Grain.Month).By("source"));

        table[Calendar.Month(2026, 1), "mail", OfOrders].Should().Be(Quantity.Ratio(0.75m));
        table[Calendar.Month(2026, 1), "search", OfOrders].Amount.Should().Be(0.25m);
        table[Calendar.Month(2026, 1), "phone", OfOrders].Amount.Should().Be(0m);
        table[Calendar.Month(2026, 2), "phone", OfOrders].Amount.Should().Be(0.5m);
        table["mail", OfOrders].Amount.Should().Be(5m / 8m);
        table.Total[OfOrders].Amount.Should().Be(1m);

        // Nothing was ordered in March, which the facts cover.
        table[Calendar.Month(2026, 3), "mail", OfOrders].Reason.Should().Be(UndefinedReason.ZeroDenominator);
    }

    [Fact] // Of three customers in January and February's mail … 2 of 4; the shares of distinct counts need not sum to 1.
    public void ShareOf_ADistinctCount_CountsTheWholeAnew()
    {
        var table = Source.Query(Query.For(OfCustomers).By(Grain.Month).By("source"));

        table[Calendar.Month(2026, 1), "mail", OfCustomers].Amount.Should().Be(1m);
        table[Calendar.Month(2026, 1), "search", OfCustomers].Amount.Should().Be(0.5m);
        table["mail", OfCustomers].Amount.Should().Be(0.5m);
        table["phone", OfCustomers].Amount.Should().Be(0.5m);
        table["search", OfCustomers].Amount.Should().Be(0.25m);
    }

    [Fact]
    public void ShareOf_WithOtherDimensions_IsWithinTheirMembers()
    {
        var table = Source.Query(Query.For(OfOrders).During(Calendar.Month(2026, 1)).By("market").By("source").WithSubtotals());

        table.Row(table.Total.Period, "DK", "mail")[OfOrders].Amount.Should().Be(2m / 3m);
        table.Row(table.Total.Period, "SE", "mail")[OfOrders].Amount.Should().Be(1m);
        table.Row(table.Total.Period, "DK")[OfOrders].Amount.Should().Be(1m);
        table.Where(row => row["market"] == "DK").Sum(row => row[OfOrders].Amount).Should().BeApproximately(1m, 1e-27m);
    }

    [Fact]
    public void ShareOf_WithFilters_FiltersBothSides()
    {
        var danish = Orders.Where(Filter.Equal("market", "DK")).As("danish").ShareOf("source");
        var table = Source.Query(Query.For(OfOrders, danish).During(Calendar.Month(2026, 1)).By("source"));
        var filtered = Source.Query(Query.For(OfOrders).During(Calendar.Month(2026, 1)).By("source").Where(Filter.Equal("market", "DK")));

        table["search", danish].Should().Be(filtered["search", OfOrders]);
        table["search", danish].Amount.Should().Be(1m / 3m);
    }

    [Fact]
    public void ShareOf_WithTop_IsOfAllMembersAndNotOfThoseThatAreKept()
    {
        var table = Source.Query(Query.For(Orders, OfOrders).By("source").Top(1, "source", by: OfOrders));

        table.Select(row => $"{row["source"]} {row[OfOrders].Amount}").Should().Equal("mail 0.625", "other 0.375");
        table.Total[OfOrders].Amount.Should().Be(1m);
    }

    [Fact]
    public void ShareOf_OverTime_IsReadThere()
    {
        var rolling = OfOrders.Rolling(2, Grain.Month);
        var before = OfOrders.Previous(Grain.Month);
        var mean = OfOrders.AverageOver(Grain.Month);
        var toDate = Orders.ToDate(Grain.Year).ShareOf("source");
        var table = Source.Query(Query.For(rolling, before, toDate, mean, OfOrders).During(Calendar.Month(2026, 2)).By("source")
            .ComparedWith(PeriodComparison.PreviousPeriod));

        table["mail", rolling].Amount.Should().Be(0.625m);
        table["mail", before].Amount.Should().Be(0.75m);
        table["mail", toDate].Amount.Should().Be(0.625m);
        table["mail", mean].Amount.Should().Be(0.5m);
        table.MemberTotal("mail").Change(OfOrders, PeriodComparison.PreviousPeriod).Absolute.Amount.Should().Be(-0.25m);
    }

    [Fact]
    public void ShareOf_OfATotalOfZero_IsUndefined()
    {
        var share = Metric.Sum("amount", Sales, "amount").ShareOf("source");
        var table = Source.Query(Query.For(share).By("source"));

        table["search", share].Should().Be(Quantity.Undefined(UndefinedReason.ZeroDenominator, "amount", Unit.Ratio));
        table.Total[share].Reason.Should().Be(UndefinedReason.ZeroDenominator);
    }

    [Fact] // 1/3 three times, and sevenths: 28 digits each.
    public void ShareOf_ManyMembers_SumToOne()
    {
        var facts = Enumerable.Range(0, 700).Select(i => (Member: $"m{i % 7}", Value: (i * 37 % 101) / 7m)).ToList();
        var table = FactTable.From("many", facts).AllAt(new LocalDate(2026, 1, 1))
            .Dimension("member", fact => fact.Member).Value("value", fact => fact.Value, Unit.Money("EUR")).Build();
        var share = Metric.Sum("value", table, "value").ShareOf("member");

        new InMemorySource(Calendar, table).Query(Query.For(share).By("member")).Sum(row => row[share].Amount)
            .Should().BeApproximately(1m, 1e-26m);
    }

    [Fact]
    public void ShareOf_AGrouping_IsOfAllItsMembers()
    {
        var share = Orders.ShareOf(TimeGrouping.MonthOfYear);

        Source.Query(Query.For(share).By(TimeGrouping.MonthOfYear)).Select(row => row[share].Amount).Should().Equal(0.5m, 0.5m, 0m);
        share.Id.Should().Be("orders-share-of-month-of-year");
    }

    [Fact]
    public void ShareOf_InAKpi_IsAMeasureLikeAnyOther()
    {
        var kpi = Kpi.Of("mail-lead", Measure.Of("lead", (one, other) => one - other, OfOrders, OfCustomers));

        Source.Query(Query.For(kpi).During(Calendar.Month(2026, 1)).By("source"))["mail", kpi].Amount.Should().Be(-0.25m);
    }

    [Fact]
    public void ShareOf_AskedByNoDimension_IsRefusedWithTheRemedy() =>
        FluentActions.Invoking(() => Source.Query(Query.For(OfOrders))).Should().Throw<ArgumentException>().WithMessage(
            "'orders-share-of-source' is the share of each 'source', and was asked for by no dimension. Add By(\"source\") to the query.*");

    [Fact]
    public void ShareOf_AskedByAnotherDimension_IsRefused() =>
        FluentActions.Invoking(() => Source.Query(Query.For(OfOrders, Orders).By("market").Top(1, "market", by: Orders)))
            .Should().Throw<ArgumentException>().WithMessage("*was asked for by market.*");

    [Fact]
    public void ShareOf_RankingAnotherDimension_IsRefused() =>
        FluentActions.Invoking(() => Source.Query(Query.For(OfOrders).By("source").By("market").Top(1, "market", by: OfOrders)))
            .Should().Throw<ArgumentException>().WithMessage("*cannot rank 'market'*");

    [Fact]
    public void ShareOf_WhatHasNoParts_IsRefused()
    {
        var mean = Metric.Average("mean", Sales, "amount");
        var rate = Measure.Of("rate", (one, other) => one / other, Orders, Customers);
        foreach (var measure in new Measure[] { mean, rate, rate.Rolling(2, Grain.Month), OfOrders, Kpi.Of("kpi", mean) })
        {
            FluentActions.Invoking(() => measure.ShareOf("source")).Should().Throw<ArgumentException>()
                .WithMessage($"'{measure.Id}' is not an amount of which each 'source' has a part*");
        }

        Measure.Of("both", (one, other) => one + other, Orders, Orders).ShareOf("source").Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void ShareOf_SeveralTables_IsOfWhatIsCovered()
    {
        var visits = FactTable.From("visits", new[] { "mail", "web", "web", "web" }).AllAt(new LocalDate(2026, 1, 9))
            .Dimension("source", fact => fact).Covering(new(2026, 1, 1), new(2026, 4, 1)).Build();
        var ofVisits = Metric.Count("visits", visits).ShareOf("source");
        var table = new InMemorySource(Calendar, Sales, visits)
            .Query(Query.For(OfOrders, ofVisits).During(Calendar.Month(2026, 1)).By("source"));

        table["web", ofVisits].Amount.Should().Be(0.75m);
        table["web", OfOrders].Amount.Should().Be(0m);
        table["search", ofVisits].Amount.Should().Be(0m);
    }

    [Fact]
    public void Json_OfAShare_IsANumberLikeAnyOther()
    {
        var table = Source.Query(Query.For(OfOrders).During(Calendar.Month(2026, 1)).By("source"));
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(table));

        var (row, measure) = (json.RootElement.GetProperty("rows")[0], json.RootElement.GetProperty("measures")[0]);
        row.GetProperty("values").GetProperty("orders-share-of-source").GetDecimal().Should().Be(0.75m);
        measure.GetProperty("title").GetProperty("da").GetString().Should().Be("orders, andel af hver source");
    }
}
