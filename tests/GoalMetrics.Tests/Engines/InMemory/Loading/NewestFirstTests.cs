using System.Data;
using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

/// <summary>Files that stand newest first: of facts at the same time, the first row is the latest.</summary>
public sealed class NewestFirstTests
{
    private static readonly Unit Euros = Unit.Money("EUR");

    // The statement of a day, whose last balance is 1,852.80.
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
        var answer = new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(balance));

        answer.Total[balance].Amount.Should().Be(1_855.40m);
        var finding = answer.Findings.Single();
        (finding.Code, finding.Path, finding.Severity).Should().Be(("DATA-ORDER", "tables/bank", FindingSeverity.Warning));
        finding.Message().Should().Be(
            "Table 'bank' lists its newest facts first, which is not stated: of several facts at the same time, as on 2026-01-03,"
            + " 'balance' takes the last row for the latest.");
        finding.Suggestion().Should().Be(
            "State NewestFirst() when it is loaded, or with OrderedBy the column that numbers its rows.");
    }

    [Theory, MemberData(nameof(Readers))]
    public void NewestFirst_Stated_NeedsNoFinding(bool isReader)
    {
        var table = Table(isReader, isNewestFirst: true);
        var balance = Metric.Balance("balance", table, "balance");
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(balance)).Findings.Should().BeEmpty();
    }

    [Fact] // A sum and a mean are the same in any order.
    public void NewestFirst_NotStated_MattersToWhatTakesOneOfTheFactsOnly()
    {
        var table = Table(isReader: false, isNewestFirst: false);
        Codes(table, Metric.Balance("mean", table, "balance", BalanceValue.Average)).Should().BeEmpty();
        Codes(table, Metric.Max("largest", table, "balance")).Should().BeEmpty();
        Codes(table, Metric.Count("rows", table)).Should().BeEmpty();
        Codes(table, Metric.First("first", table, "balance")).Should().Equal("DATA-ORDER");
        Codes(table, Metric.Balance("opening", table, "balance").Opening()).Should().Equal("DATA-ORDER");
        Codes(table, Metric.Last("last", table, "balance"), Metric.Balance("balance", table, "balance")).Should().Equal("DATA-ORDER");
    }

    public static TheoryData<string, bool> Orders => new()
    {
        // Day, account, balance; whether the order of the rows is in doubt for the balance of each account.
        { "", false },
        { "3 a 1", false },
        { "3 a 1, 3 a 2", false }, // One day has no direction.
        { "3 a 1, 2 a 2, 1 a 3", false }, // One row a day needs none.
        { "3 a 1, 3 a 2, 2 a 3", true },
        { "2 a 3, 3 a 1, 3 a 2", false }, // Oldest first.
        { "3 a 1, 3 b 2, 2 a 3, 2 b 4", false }, // Each account once a day.
        { "3 a 1, 3 b 2, 3 a 5, 2 b 4", true },
        { "3 a 1, 3 a 1, 2 a 3", false }, // The same whichever it is.
        { "3 a 1, 3 a -, 2 a 3", false }, // No value is no balance.
        { "3 a 1, 1 a 2, 2 a 3, 2 a 4", false }, // In no order at all.
    };

    [Theory, MemberData(nameof(Orders))]
    public void Order_OfRows_IsInDoubtWhereItMatters(string rows, bool isInDoubt)
    {
        var table = FactTable.From("bank", rows.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(' ')))
            .At(row => new LocalDate(2026, 1, int.Parse(row[0], CultureInfo.InvariantCulture)))
            .Dimension("account", row => row[1])
            .Balance("balance", row => row[2] == "-" ? (decimal?)null : decimal.Parse(row[2], CultureInfo.InvariantCulture), Euros)
            .Covering(new(2026, 1, 1), new(2026, 1, 4)).Build();

        Codes(table, Metric.Balance("balance", table, "balance", entity: "account")).Contains("DATA-ORDER").Should().Be(isInDoubt);
        Codes(table, Metric.Balance("balance", table, "balance")).Contains("DATA-ORDER").Should().Be(isInDoubt);
    }

    [Fact] // Of one account, or among the booked lines, other facts are set against each other.
    public void Order_OfRows_IsThatOfTheMetric()
    {
        var table = FactTable.From("bank", new[] { (3, "pending", 9m), (3, "booked", 1m), (2, "booked", 2m) })
            .At(row => new LocalDate(2026, 1, row.Item1)).Dimension("status", row => row.Item2)
            .Balance("balance", row => row.Item3, Euros).Build();
        var balance = Metric.Balance("balance", table, "balance");
        var booked = Metric.Balance("booked", table, "balance", among: Filter.Equal("status", "booked")).OfOneAccount();

        Codes(table, balance).Should().BeEmpty();
        Codes(table, balance.OfOneAccount()).Should().Equal("DATA-ORDER");
        Codes(table, booked).Should().BeEmpty();
        Codes(table, Metric.Last("last", table, "balance").Where(Filter.Equal("status", "booked"))).Should().BeEmpty();
    }

    [Fact] // A statement by booking, dated by the day of value, has a row or two out of order.
    public void Order_OfRowsThatAlmostAllFall_IsNewestFirst()
    {
        int[] days = [28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 9, 9, 6, 5];
        var table = FactTable.From("bank", days.Select((day, row) => (Day: day, Row: row))).At(row => new LocalDate(2026, 1, row.Day))
            .Balance("balance", row => row.Row, Euros).Build();

        Codes(table, Metric.Balance("balance", table, "balance")).Should().Contain("DATA-ORDER");
    }

    [Theory] // A scope asks of its own rows only, and says nothing about those of others.
    [InlineData("a 3 1, a 3 2, a 2 3", "DATA-ORDER on 2026-01-03")]
    [InlineData("a 3 1, b 4 9, a 3 2, b 9 9, a 2 3", "DATA-ORDER on 2026-01-03")] // Rows of others lie between.
    [InlineData("b 9 1, b 9 2, b 8 1, a 3 1, a 2 2, a 2 2", "")] // Those of others are in doubt.
    [InlineData("b 9 1, b 8 2, b 7 1, b 6 1, b 5 1, a 2 1, a 3 1, a 3 2", "")] // Those of others stand newest first.
    [InlineData("b 9 1", "")]
    public void Order_WithinAScope_IsThatOfItsRows(string rows, string expected)
    {
        var table = FactTable.From("bank", rows.Split(", ").Select(row => row.Split(' ')))
            .At(row => new LocalDate(2026, 1, int.Parse(row[1], CultureInfo.InvariantCulture)))
            .Dimension("tenant", row => row[0])
            .Balance("balance", row => decimal.Parse(row[2], CultureInfo.InvariantCulture), Euros)
            .Covering(new(2026, 1, 1), new(2026, 1, 10)).Build();
        var query = Query.For(Metric.Balance("balance", table, "balance").OfOneAccount());

        var findings = new InMemorySource(ReportingCalendar.Utc, table).Within(Filter.Equal("tenant", "a")).Query(query).Findings;

        var found = findings.Where(finding => finding.Code == "DATA-ORDER")
            .Select(finding => $"{finding.Code} on {finding.Arguments.Single(argument => argument.Name == "day").Value:R}");
        string.Join(", ", found).Should().Be(expected);
    }

    [Fact]
    public void Order_InDoubt_IsReportedByGoalsToo()
    {
        var table = Table(isReader: false, isNewestFirst: false);
        var goal = new SmartGoal("save")
        {
            Measure = Metric.Balance("balance", table, "balance").BetterWhen(Direction.HigherIsBetter),
            Target = Target.Reach(Money.Eur(2_500)),
            Period = ReportingCalendar.Utc.Month(2026, 1),
        };
        var progress = GoalTracker.Default.Track(goal, new InMemorySource(ReportingCalendar.Utc, table), Instant.FromUtc(2026, 1, 4, 0, 0));

        progress.Findings.Select(finding => finding.Code).Should().Contain("DATA-ORDER");
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

    private static IEnumerable<string> Codes(FactTable table, params Measure[] measures) =>
        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(measures)).Findings.Select(finding => finding.Code);

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
