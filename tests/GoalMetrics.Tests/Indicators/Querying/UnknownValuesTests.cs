using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// S2.6: a null is not a zero. The sum of facts of which no value is known is undefined; where some are unknown, their number is reported.
public class UnknownValuesTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;

    // Sales of January and February, of which those of February are not known yet; cohorts of which R has no answer.
    private static readonly (LocalDate Day, string Cohort, decimal? Amount)[] Rows =
    [
        (new(2026, 1, 5), "P", 80m), (new(2026, 1, 6), "Q", 0m), (new(2026, 2, 5), "P", null), (new(2026, 2, 6), "R", null),
        (new(2026, 3, 1), "P", 5m), (new(2026, 3, 2), "Q", -5m), (new(2026, 3, 3), "Q", null),
    ];

    private static readonly FactTable Sales = Builder().Build();

    [Fact]
    public void Sum_NothingButNulls_IsUndefined()
    {
        var (sum, answer) = Ask(Sales);

        answer.Rows.Select(row => row[sum].ToString(null)).Should().Equal("EUR 80.00", "undefined: no data (sales)", "EUR 0.00");
        answer.Total[sum].Should().Be(Money.Eur(80));
        answer.Findings.Select(finding => finding.Message()).Should().Equal(
            "Facts of table 'sales' without a value of 'amount': 3. They are in none of its sums and averages.");
    }

    [Fact] // Growth from 80 to what is not known is not −100 %.
    public void Change_ToNothingButNulls_IsUndefined()
    {
        var (sum, answer) = Ask(Sales, query => query.ComparedWith(PeriodComparison.PreviousPeriod));

        answer[Utc.Month(2026, 2), sum].Reason.Should().Be(UndefinedReason.NoData);
        answer.TotalOf(Utc.Month(2026, 2)).Change(sum, PeriodComparison.PreviousPeriod).Relative.IsDefined.Should().BeFalse();
    }

    [Fact] // A member without facts in a month sold nothing; one whose facts have no value is not known.
    public void Sum_ByMember_TellsNoFactsFromUnknownOnes()
    {
        var (sum, answer) = Ask(Sales, query => query.By("cohort"));

        answer.Rows.Select(row => $"{row.Period} {row.Members[0]} {row[sum].ToString(null)}").Should().Equal(
            "2026-01 P EUR 80.00",
            "2026-01 Q EUR 0.00",
            "2026-01 R EUR 0.00",
            "2026-02 P undefined: no data (sales)",
            "2026-02 Q EUR 0.00",
            "2026-02 R undefined: no data (sales)",
            "2026-03 P EUR 5.00",
            "2026-03 Q -EUR 5.00",
            "2026-03 R EUR 0.00");
    }

    [Fact] // Its own filter decides which facts there are.
    public void Sum_WithAFilter_IsUndefinedWhereItsFactsAreUnknown()
    {
        var ofQ = Metric.Sum("q", Sales, "amount").Where(Filter.Equal("cohort", "Q"));
        var ofR = Metric.Sum("r", Sales, "amount").Where(Filter.Equal("cohort", "R"));
        var answer = new InMemorySource(Utc, Sales).Query(Query.For(ofQ, ofR).By(Grain.Month));

        answer.Rows.Select(row => row[ofQ].ToString(null)).Should().Equal("EUR 0.00", "EUR 0.00", "-EUR 5.00");
        answer.Rows.Select(row => row[ofR].ToString(null)).Should().Equal("EUR 0.00", "undefined: no data (r)", "EUR 0.00");
    }

    [Fact] // Over two weeks of which one is unknown, the other counts.
    public void Sum_OverWindowsThatArePartlyUnknown_IsThatOfTheKnownOnes()
    {
        var sum = Metric.Sum("sales", Sales, "amount").Rolling(2, Grain.Month);
        var answer = new InMemorySource(Utc, Sales).Query(Query.For(sum).By(Grain.Month));

        answer.Rows.Select(row => row[sum].ToString(null)).Should().Equal("EUR 80.00", "EUR 80.00", "EUR 0.00");
    }

    [Fact] // Facts of different things in one table: no value of one of them is none of it.
    public void NullMeansNone_NothingButNulls_IsZeroAndNoFinding()
    {
        var (sum, answer) = Ask(Builder().NullMeansNone("amount").Build());

        answer.Rows.Select(row => row[sum].ToString(null)).Should().Equal("EUR 80.00", "EUR 0.00", "EUR 0.00");
        answer.Findings.Should().BeEmpty();
    }

    [Fact]
    public void NullMeansNone_UnknownColumn_IsRefused()
    {
        var act = () => Builder().NullMeansNone("amonut");

        act.Should().Throw<ArgumentException>().WithMessage(
            "Table 'sales' has no value column 'amonut'; it has amount. Did you mean 'amount'?*");
    }

    [Theory]
    [InlineData(false, "undefined: no data (sales)")]
    [InlineData(true, "EUR 0.00")]
    public void LiveTable_NothingButNulls_IsTheSame(bool nullMeansNone, string february)
    {
        var schema = TableSchema.Named("sales", FactTime.Date).Dimension("cohort").Value("amount", Unit.Money("EUR"));
        var sum = Metric.Sum("sales", schema, "amount");
        var builder = LiveTable.Of(schema, Utc).By(Grain.Day, "cohort").Keeping(sum).Covering(new(2026, 1, 1), new(2026, 4, 1));
        var live = (nullMeansNone ? builder.NullMeansNone("amount") : builder).Build();
        foreach (var (day, cohort, amount) in Rows)
        {
            live.Add(day, [cohort], [amount]);
        }

        var answer = new InMemorySource(Utc, live).Query(Query.For(sum).By(Grain.Month));

        answer.Rows.Select(row => row[sum].ToString(null)).Should().Equal("EUR 80.00", february, "EUR 0.00");
    }

    private static FactTableBuilder<(LocalDate Day, string Cohort, decimal? Amount)> Builder() => FactTable.From("sales", Rows)
        .At(row => row.Day)
        .Dimension("cohort", row => row.Cohort)
        .Value("amount", row => row.Amount, Unit.Money("EUR"))
        .Covering(new(2026, 1, 1), new(2026, 4, 1));

    private static (Metric Sum, MetricTable Answer) Ask(FactTable table, Func<Query, Query>? more = null)
    {
        var sum = Metric.Sum("sales", table, "amount");
        var query = Query.For(sum).By(Grain.Month);
        return (sum, new InMemorySource(Utc, table).Query(more?.Invoke(query) ?? query));
    }
}
