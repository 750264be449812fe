using System.Data;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

/// <summary>Files that stand newest first: of facts at the same time, the first row is the latest.</summary>
public sealed class NewestFirstTests
{
    private static readonly Unit Euros = Unit.Money("EUR");

    // Case D13 of 28 November 2026: the statement of a day, whose last balance is 1,852.80.
    private static readonly (int Day, decimal Balance)[] Statement =
        [(3, 1_852.80m), (3, 1_855.40m), (2, 1_900m), (2, 1_910m), (1, 2_000m)];

    public static TheoryData<bool> Readers => [false, true];

    [Theory, MemberData(nameof(Readers))]
    public void NewestFirst_SeveralBalancesOfADay_TheFirstRowIsTheLatest(bool isReader)
    {
        var table = Table(isReader, isNewestFirst: true);
        var balance = Metric.Balance("balance", table, "balance");
        var opening = Metric.Balance("opening", table, "balance", BalanceValue.First);
        var (last, first) = (Metric.Last("last", table, "balance"), Metric.First("first", table, "balance"));
        var query = Query.For(balance, opening, last, first);
        var source = new InMemorySource(ReportingCalendar.Utc, table);

        var all = source.Query(query).Total;
        new[] { all[balance].Amount, all[last].Amount, all[opening].Amount, all[first].Amount }
            .Should().Equal(1_852.80m, 1_852.80m, 2_000m, 2_000m);
        var second = source.Query(query.During(ReportingCalendar.Utc.Day(new(2026, 1, 2)))).Total;
        new[] { second[balance].Amount, second[last].Amount, second[opening].Amount, second[first].Amount }
            .Should().Equal(1_900m, 1_900m, 1_910m, 1_910m);
    }

    [Theory, MemberData(nameof(Readers))] // What is not stated stays as it is: the last row is the latest.
    public void NewestFirst_NotStated_TheLastRowIsTheLatest(bool isReader)
    {
        var table = Table(isReader, isNewestFirst: false);
        var balance = Metric.Balance("balance", table, "balance");
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(balance)).Total[balance].Amount.Should().Be(1_855.40m);
    }

    [Fact] // Of two purchases of a day the upper one is the repeat.
    public void NewestFirst_PurchasesOfADay_TheUpperRepeatsTheLower()
    {
        var table = FactTable.From("orders", new[] { "upper", "lower" }).At(_ => new LocalDate(2026, 1, 1))
            .Dimension("row", row => row).Dimension("customer", _ => "ann").NewestFirst()
            .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();
        var repeated = Conversions.Of(table, table, "customer", Duration.FromDays(1)).Converted("repeated");

        var answer = new InMemorySource(ReportingCalendar.Utc, table)
            .Query(Query.For(repeated).By("row").AsOf(Instant.FromUtc(2026, 1, 20, 0, 0)));

        (answer["lower", repeated].Amount, answer["upper", repeated].Amount).Should().Be((1m, 0m));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void NewestFirst_WithAnotherOrder_IsRefused(bool isOrderedFirst)
    {
        var builder = FactTable.From("bank", Statement).At(row => new LocalDate(2026, 1, row.Day))
            .Value("number", row => row.Balance, Euros);
        var act = () => isOrderedFirst ? builder.OrderedBy("number").NewestFirst() : builder.NewestFirst().OrderedBy("number");
        act.Should().Throw<InvalidOperationException>().WithMessage(
            "Table 'bank' has two orders for facts of the same time: NewestFirst() and OrderedBy(\"number\"). Leave one out.");
    }

    private static FactTable Table(bool isReader, bool isNewestFirst)
    {
        if (!isReader)
        {
            var builder = FactTable.From("bank", Statement).At(row => new LocalDate(2026, 1, row.Day))
                .Balance("balance", row => row.Balance, Euros);
            return (isNewestFirst ? builder.NewestFirst() : builder).Build();
        }

        var rows = new DataTable();
        rows.Columns.Add("day", typeof(DateOnly));
        rows.Columns.Add("balance", typeof(decimal));
        foreach (var (day, balance) in Statement)
        {
            rows.Rows.Add(new DateOnly(2026, 1, day), balance);
        }

        using var reader = rows.CreateDataReader();
        var ofReader = FactTable.From("bank", reader).AtDate("day").Balance("balance", Euros);
        return (isNewestFirst ? ofReader.NewestFirst() : ofReader).Build();
    }
}
