using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

/// <summary>What a live table is built to keep, and what it refuses to be built for.</summary>
public sealed class LiveKeptTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;
    private static readonly LocalDate Day = new(2026, 1, 5);

    private static readonly TableSchema Accounts = TableSchema.Named("accounts", FactTime.Date)
        .Dimension("market").Dimension("account").Balance("held", Unit.Money("DKK"));

    // Account a has 10 and later 30, account b has 5. Summed are the first ones, the last ones, and the means 20 and 5.
    [Theory]
    [InlineData(BalanceValue.First, 15)]
    [InlineData(BalanceValue.Last, 35)]
    [InlineData(BalanceValue.Average, 25)]
    public void Balance_OfHoldersThatAreNotInBy_KeepsEachOfThem(BalanceValue value, int expected)
    {
        var held = Metric.Balance("held", Accounts, "held", value, "account");
        var live = LiveTable.Of(Accounts, Utc).By(Grain.Day, "market").Keeping(held).Covering(Day, Day.PlusDays(4)).Build();
        live.Add(Day, ["DK", "a"], [10m]);
        live.Add(Day.PlusDays(1), ["DK", "b"], [5m]);
        live.Add(Day.PlusDays(2), ["DK", "a"], [30m]);

        var query = Query.For(held).Between(Day, Day.PlusDays(4)).By("market");
        new InMemorySource(Utc, live).Query(query)["DK", held].Should().Be(Money.Dkk(expected));
    }

    [Fact] // In Denmark 0.5 is written 0,5.
    public void Load_WhatWasSavedUnderAnotherCulture_IsTaken()
    {
        var schema = TableSchema.Named("t", FactTime.Date).Value("v", Unit.Money("DKK"));
        var dear = Metric.Percentile("p", schema, "v", 0.75m).Where(Filter.Compare("v", Comparison.Greater, 0.5m));
        LiveTable NewTable() => LiveTable.Of(schema, Utc).Keeping(dear).Build();
        using var file = new MemoryStream();
        using (new CurrentCulture("da-DK"))
        {
            var saved = NewTable();
            saved.Add(Day, [], [1.5m]);
            saved.Save(file);
        }

        file.Position = 0;
        using (new CurrentCulture("en-US"))
        {
            var loaded = NewTable();
            loaded.Load(file);
            loaded.FactCount.Should().Be(1);
        }
    }

    [Fact]
    public void InMemorySource_ALiveTableOfAnotherCalendar_IsRefused()
    {
        var live = LiveTable.Of(Accounts, ReportingCalendar.Iso("Europe/Copenhagen")).Build();

        FluentActions.Invoking(() => new InMemorySource(Utc, live)).Should().Throw<ArgumentException>().WithMessage(
            "Live table 'accounts' keeps its periods by the calendar *Europe/Copenhagen*; the source has *UTC*. Give both the same.*");
    }

    [Fact]
    public void Keeping_AMetricOfAnotherUnit_IsRefused()
    {
        var inEuro = TableSchema.Named("accounts", FactTime.Date)
            .Dimension("market").Dimension("account").Balance("held", Unit.Money("EUR"));
        var builder = LiveTable.Of(Accounts, Utc);

        builder.Invoking(it => it.Keeping(Metric.Balance("held", inEuro, "held"))).Should().Throw<ArgumentException>().WithMessage(
            "'held' was defined on another table 'accounts' than the source has. "
            + "Its column 'held' holds DKK, a balance, and the metric expects EUR, a balance.");
    }

    [Fact]
    public void Keeping_AMetricOfAnotherTable_IsRefused()
    {
        var visits = Metric.Count("visits", TableSchema.Named("site", FactTime.Date));

        LiveTable.Of(Accounts, Utc).Invoking(it => it.Keeping(visits)).Should().Throw<ArgumentException>().WithMessage(
            "'visits' has no metric of table 'accounts'; it is of site. (Parameter 'measures')");
    }

    [Fact] // At once, and not when the table is built or asked.
    public void By_ADimensionThatTheTableDoesNotHave_IsRefused() =>
        LiveTable.Of(Accounts, Utc).Invoking(it => it.By(Grain.Day, "markets")).Should().Throw<ArgumentException>().WithMessage(
            "*'markets'*did you mean 'market'*").And.ParamName.Should().Be("dimensions");

    [Fact] // Upper and lower case are two dimensions, merged and saved as such.
    public void Merge_DimensionsThatDifferInCase_StayTwo()
    {
        var schema = TableSchema.Named("t", FactTime.Date).Dimension("market").Dimension("Market");
        var count = Metric.Count("n", schema);
        LiveTable NewTable() => LiveTable.Of(schema, Utc).By(Grain.Day, "market", "Market").Keeping(count).Build();
        var (first, second) = (NewTable(), NewTable());
        first.Add(Day, ["a", "b"], []);
        using var file = new MemoryStream();
        first.Save(file);
        file.Position = 0;
        second.Load(file);
        second.Merge(first);

        var table = new InMemorySource(Utc, second).Query(Query.For(count).By("market", "Market"));
        table.Rows.Select(row => (row["market"], row["Market"], row[count].Amount)).Should().Equal(("a", "b", 2m));
    }
}
