using System.Data;
using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// Order, top members, conditions, subtotals, data quality and data tables.
public class QueryShapesTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    private static readonly FactTable Sales = FactTable.From<(int Day, string? Market, string Channel, string? Customer, decimal? Revenue)>(
        "sales",
        [
            (1, "UK", "email", "ann", 50m), (1, "UK", "search", "bob", 20m), (1, "DK", "email", "ann", 30m), (2, "SE", "email", "ann", 25m),
            (2, null, "email", "cid", 5m), (3, "NO", "search", "bob", 7m), (3, "DK", "search", null, 10m), (3, "NO", "search", "dan", null),
        ])
        .At(fact => Day(fact.Day)).Dimension("market", fact => fact.Market).Dimension("channel", fact => fact.Channel)
        .Dimension("customer", fact => fact.Customer)
        .Value("revenue", fact => fact.Revenue, Unit.Money("DKK")).Build();

    private static readonly Metric Orders = Metric.Count("orders", Sales, "order");
    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "revenue");
    private static readonly Metric Customers = Metric.CountDistinct("customers", Sales, "customer", "customer");
    private static readonly InMemorySource Source = new(Calendar, Sales);

    [Fact]
    public void OrderedBy_LargestFirst_UndefinedLast()
    {
        var average = Metric.Average("average", Sales, "revenue");
        Names(Ask(Query.For(Revenue).By("market").OrderedBy(Revenue))).Should().Equal("UK", "DK", "SE", "NO", "none");
        Names(Ask(Query.For(Revenue).By("market").OrderedBy(Revenue, SortOrder.Ascending))).Should().Equal("none", "NO", "SE", "DK", "UK");
        Names(Ask(Query.For(average).By("customer").OrderedBy(average, SortOrder.Ascending)))
            .Should().Equal("cid", "none", "bob", "ann", "dan");
    }

    [Fact] // 70 + 40 of 147; the rest are 3 markets, counted anew: ann, cid, bob and dan.
    public void Top_Rest_IsOneRowComputedFromItsFacts()
    {
        var answer = Ask(Query.For(Revenue, Customers).By("market").Top(2, "market", by: Revenue));
        answer.Rows.Select(row => $"{row["market"]} {row[Revenue].Amount:0} {row[Customers].Amount:0} {row.IsRest}")
            .Should().Equal("DK 40 1 False", "UK 70 2 False", "other 37 4 True");
        answer.Rows.Sum(row => row[Revenue].Amount).Should().Be(answer.Total[Revenue].Amount).And.Be(147m);
        answer["other", Revenue].Should().Be(Money.Dkk(37m));
        Names(Ask(Query.For(Revenue).By("market").OrderedBy(Revenue, SortOrder.Ascending).Top(1, "market", by: Revenue)))
            .Should().Equal("UK", "other");
        Names(Ask(Query.For(Revenue).By("market").Top(9, "market", by: Revenue))).Should().Equal("DK", "NO", "SE", "UK", "none");
    }

    [Fact] // The markets are those of the whole range, in every period.
    public void Top_ByPeriodAndAnotherDimension_RanksOverTheWholeRange()
    {
        var answer = Ask(Query.For(Revenue).By(Grain.Day).By("channel", "market").Top(1, "market", by: Revenue, restAs: "elsewhere"));
        answer.Row(Calendar.Day(Day(1)), "email", "UK")[Revenue].Should().Be(Money.Dkk(50m));
        answer.Row(Calendar.Day(Day(2)), "email", "elsewhere")[Revenue].Should().Be(Money.Dkk(30m));
        answer.Row(Calendar.Day(Day(3)), "search", "elsewhere")[Revenue].Should().Be(Money.Dkk(17m));
        answer.Rows.Sum(row => row[Revenue].Amount).Should().Be(147m);
    }

    [Fact]
    public void Having_Conditions_LeaveOutRowsAndKeepTotals()
    {
        var answer = Ask(
            Query.For(Revenue, Orders).By("market").Having(Revenue, Comparison.GreaterOrEqual, Money.Dkk(20m))
            .Having(Orders, Comparison.Less, 2));
        Names(answer).Should().Equal("SE");
        answer.Total[Revenue].Should().Be(Money.Dkk(147m));
        answer["UK", Revenue].Should().Be(Money.Dkk(70m));
        answer.Invoking(table => table.Row(answer.Rows[0].Period, "UK")).Should().Throw<KeyNotFoundException>()
            .WithMessage("The row for 'UK' in 2026-01-01/2026-01-04 was left out: it does not meet the query's Having.");
    }

    [Fact]
    public void WithSubtotals_TwoDimensions_AreThoseOfTheFirst()
    {
        var answer = Ask(Query.For(Revenue, Customers).By("channel", "market").WithSubtotals());
        answer.Subtotals.Select(row => $"{row["channel"]} {row[Revenue].Amount:0} {row[Customers].Amount:0}")
            .Should().Equal("email 110 2", "search 37 2");
        answer["email", Revenue].Should().Be(Money.Dkk(110m));
        answer.Row(answer.Total.Period, "search")[Customers].Should().Be(Quantity.Count(2, "customer"));
        Ask(Query.For(Revenue).By("channel", "market")).Invoking(table => table["email", Revenue]).Should().Throw<ArgumentException>();
        answer.Subtotals[0].Invoking(row => row["market"]).Should().Throw<KeyNotFoundException>()
            .WithMessage("The row is not by 'market'; it is by channel.");
    }

    [Fact]
    public void QualityOf_Metric_CountsFactsNullsRefusedAndFreshness()
    {
        var table = FactTable.From<(LocalDate Day, decimal? Value, double Bad)>(
            "t", [(Day(1), 1m, 0), (Day(2), null, 0), (Day(3), 2m, double.NaN), (Day(4), 3m, 0)])
            .At(fact => fact.Day).Value("value", fact => fact.Value, Unit.Count()).Value("bad", fact => fact.Bad, Unit.Count())
            .KeepGoodRows().Build();
        var sum = Metric.Sum("sum", table, "value");
        var late = sum.Where(Filter.Compare("value", Comparison.Greater, 1m));
        var answer = new InMemorySource(Calendar, table)
            .Query(Query.For(sum).Between(Day(1), Day(5)).AsOf(Calendar.StartOfDay(Day(6))).WithDataQuality());

        var quality = answer.QualityOf(sum).Should().ContainSingle().Subject;
        (quality.Rows, quality.Nulls, quality.RefusedRows).Should().Be((3, 1, 1));
        quality.Coverage.Should().Be(new Interval(Calendar.StartOfDay(Day(1)), Calendar.StartOfDay(Day(5))));
        (quality.LatestFact, quality.Age).Should().Be((Calendar.StartOfDay(Day(4)), Duration.FromDays(2)));
        quality.ToString().Should().Be("sum: 3 rows, 1 without a value, 1 refused");
        answer.QualityOf(late).Should().BeEmpty();
        Ask(Query.For(Customers).WithDataQuality()).QualityOf(Customers)[0].Nulls.Should().Be(1);
        Ask(Query.For(Revenue)).Invoking(it => it.QualityOf(Revenue)).Should().Throw<InvalidOperationException>()
            .WithMessage("The query did not ask for data quality: add WithDataQuality() to it.");
    }

    [Fact]
    public void Filter_MemberThatNoFactHas_IsAFindingWithTheNearest()
    {
        var answer = Ask(Query.For(Revenue).Where(Filter.Equal("channel", "emial")));
        var finding = answer.Findings.Should().ContainSingle().Which;
        (finding.Code, finding.Path).Should().Be(("QUERY-UNKNOWN-MEMBER", "measures/revenue"));
        finding.Message()
            .Should().Be("No fact of table 'sales' has 'emial' in 'channel', which a filter of 'revenue' names. The nearest: email.");
        finding.Message(new("da-DK"))
            .Should().Be("Ingen rækker i tabellen 'sales' har 'emial' i 'channel', som et filter på 'revenue' bruger. Nærmest: email.");
        Ask(Query.For(Revenue).Where(Filter.Equal("channel", "email"))).Findings.Should().BeEmpty();
    }

    [Fact] // With nothing near, the sentence about it is left out.
    public void Filter_MemberThatIsLikeNone_IsAFindingWithoutANearest()
    {
        var finding = Ask(Query.For(Revenue).Where(Filter.Equal("channel", "carrier pigeon"))).Findings.Should().ContainSingle().Which;
        finding.Message()
            .Should().Be("No fact of table 'sales' has 'carrier pigeon' in 'channel', which a filter of 'revenue' names.");
        finding.Message(new("da-DK"))
            .Should().Be("Ingen rækker i tabellen 'sales' har 'carrier pigeon' i 'channel', som et filter på 'revenue' bruger.");
    }

    [Fact] // Other facts pass, and the mistake hides behind them.
    public void Filter_MemberThatNoFactHas_IsFoundBesideOthers()
    {
        Unknown(Query.For(Revenue).Where(Filter.In("market", "DK", "SV"))).Should().Equal("measures/revenue: SV in market");
        Unknown(Query.For(Revenue).Where(Filter.Equal("channel", "email") | Filter.Equal("channel", "serach")))
            .Should().Equal("measures/revenue: serach in channel");
        Unknown(Query.For(Revenue).Where(!Filter.Equal("channel", "emial"))).Should().Equal("measures/revenue: emial in channel");
        Unknown(Query.For(Orders, Revenue.Where(Filter.Equal("customer", "annn")))).Should().Equal("measures/revenue: annn in customer");
        var rate = Conversions.Of(Sales, Sales, "customer", Duration.FromDays(1)).Where(Filter.Equal("channel", "mail"))
            .WhereConversion(Filter.Equal("market", "Dk")).BaseEvents("bases");
        Unknown(Query.For(rate)).Should().Equal("measures/bases: mail in channel", "measures/bases: Dk in market");

        static IEnumerable<string> Unknown(Query query) =>
            Ask(query).Findings.Where(finding => finding.Code == "QUERY-UNKNOWN-MEMBER")
                .Select(finding => $"{finding.Path}: {Argument(finding, "member")} in {Argument(finding, "dimension")}");
        static object? Argument(Finding finding, string name) => finding.Arguments.Single(argument => argument.Name == name).Value;
    }

    [Fact]
    public void ToDataTable_InACulture_HasPeriodsMembersAndMeasures()
    {
        var order = Revenue.Titled(new("Revenue", "Omsætning"));
        var table = Ask(Query.For(order, Metric.Average("average", Sales, "revenue")).By(Grain.Day).By("market"))
            .ToDataTable(new CultureInfo("da-DK"));
        table.Columns.Cast<DataColumn>()
            .Select(column => $"{column.ColumnName} {column.DataType.Name} {column.Caption} {column.ExtendedProperties["unit"]}".Trim())
            .Should().Equal(
                "period String period", "start DateOnly start", "end DateOnly end", "market String market",
                "revenue Decimal Omsætning DKK", "average Decimal average DKK");
        table.Rows.Count.Should().Be(15);
        table.Rows[3].ItemArray.Should().Equal("2026-01-01", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), "UK", 70m, 35m);
        table.Rows[4].ItemArray
            .Should().Equal("2026-01-01", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), DBNull.Value, 0m, DBNull.Value);
    }

    [Fact]
    public void Table_AsAList_IsItsRows()
    {
        var records = Ask(Query.For(Revenue).By("market")).Select(row => (Market: row["market"], Revenue: row[Revenue].AmountOrNull))
            .ToList();
        records.Should().HaveCount(5).And.Contain(("UK", 70m));
        Ask(Query.For(Revenue)).Measure("revenue").Should().BeSameAs(Revenue);
        Ask(Query.For(Revenue)).Invoking(table => table.Measure("revenu")).Should().Throw<KeyNotFoundException>()
            .WithMessage("The query did not ask for 'revenu'; it asked for revenue. Did you mean 'revenue'?");
    }

    private sealed record Line(string Period, string? Market, decimal? Revenue, Quantity Average);

    [Fact] // By two days and five markets: ten rows, two measures each.
    public void ToRecords_WithAndWithoutAShape_AreOnesOwnOrTidyOnes()
    {
        var average = Metric.Average("average", Sales, "revenue");
        var table = Ask(Query.For(Revenue, average).By("market").By(Grain.Day).Between(Day(1), Day(3)));
        var lines = table.ToRecords(row => new Line($"{row.Period}", row["market"], row[Revenue].AmountOrNull, row[average]));
        lines.Should().HaveCount(table.Count);
        lines.Single(line => line is { Period: "2026-01-01", Market: "UK" }).Should().Be(new Line("2026-01-01", "UK", 70m, Money.Dkk(35m)));

        var records = table.ToRecords();
        records.Should().HaveCount(2 * table.Count);
        records.Should().Contain(new MetricRecord(Calendar.Day(Day(1)), ["UK"], "revenue", Money.Dkk(70m)))
            .And.Contain(new MetricRecord(Calendar.Day(Day(1)), ["UK"], "average", Money.Dkk(35m)))
            .And.Contain(new MetricRecord(Calendar.Day(Day(2)), [null], "revenue", Money.Dkk(5m)));
        records.Select(record => record.MeasureId).Take(4).Should().Equal("revenue", "average", "revenue", "average");
        records[0].GetHashCode().Should().Be(table.ToRecords()[0].GetHashCode());
        new MetricRecord(Calendar.Day(Day(1)), ["UK", null], "revenue", Money.Dkk(70m)).ToString()
            .Should().Be("2026-01-01 (UK, null) revenue: DKK 70.00");
    }

    [Fact]
    public void OrderedBy_AnotherMeasure_SaysWhatTheQueryIsAbout() =>
        Messages.Of<ArgumentException>(() => Query.For(Revenue, Orders).OrderedBy(Customers)).Should().StartWith(
            "The query is not about 'customers'; it is about revenue, orders. Add the measure to Query.For.");

    [Fact]
    public void Top_UnknownDimension_NamesTheNearest() =>
        Messages.Of<ArgumentException>(() => Query.For(Revenue).By("market").Top(3, "markt", Revenue)).Should().StartWith(
            "The query is not by 'markt'; it is by market. Add By(\"markt\") before Top. Did you mean 'market'?");

    [Fact]
    public void Top_NoMembers_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Query.For(Revenue).By("market").Top(0, "market", Revenue)).Should().StartWith(
            "Expected 1 member or more.");

    [Fact]
    public void Top_RestCalledAsAMember_AsksForAnotherName() =>
        Messages.Of<ArgumentException>(() => Ask(Query.For(Revenue).By("market").Top(1, "market", Revenue, restAs: "SE"))).Should().Be(
            "Dimension 'market' has a member 'SE', so the rest cannot be called so too."
            + " Give it another name: Top(1, \"market\", by, restAs: \"…\").");

    [Fact]
    public void Having_ValueInAnotherUnit_NamesBoth() =>
        Messages.Of<ArgumentException>(() => Query.For(Revenue).Having(Revenue, Comparison.Greater, Money.Eur(5m))).Should().StartWith(
            "'revenue' is in DKK, and cannot be compared with EUR 5.00: ");

    [Fact]
    public void Having_UndefinedValue_IsRefused() =>
        Messages.Of<ArgumentException>(() => Query.For(Revenue).Having(Revenue, Comparison.Greater, default)).Should().StartWith(
            "Expected a value to compare with; found undefined");

    private static IEnumerable<string> Names(MetricTable table) => table.Rows.Select(row => row.Members[0] ?? "none");

    private static MetricTable Ask(Query query) => Source.Query(query);

    private static LocalDate Day(int day) => new(2026, 1, day);
}
