using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

// Objects in a list, the same objects one by one, and the same cells in a reader make the same table, good rows and bad.
public class LoadingAgreesTests
{
    private static readonly LocalDate First = new(2026, 1, 1);

    private static readonly Gen<Row> AnyRow = Gen.Select(
        Gen.Frequency(
            (20, Gen.Int[0, 40].Select(n => (LocalDate?)First.PlusDays(n))),
            (1, Gen.Const((LocalDate?)null)),
            (1, Gen.Const((LocalDate?)new LocalDate(9999, 1, 1)))),
        Gen.OneOf(Gen.OneOfConst<string?>("UK", "DK", "", null), Gen.Int[0, 9].Select(n => (string?)$"{n}")),
        Gen.OneOf(Gen.OneOfConst<long?>(null, long.MinValue, -1), Gen.Long[0, 900].Select(n => (long?)n)),
        Gen.OneOf(
            Gen.Int[-500, 500].Select(n => (decimal?)n / 100m),
            Gen.Decimal.Select(n => (decimal?)n),
            Gen.OneOfConst<decimal?>(null, 1.000m, 0m, 1e-9m)),
        Gen.Frequency((30, Gen.Int[0, 5]), (1, Gen.Const(-1))),
        (date, text, number, amount, orders) => new Row(date, text, number, amount, orders));

    [Fact]
    public void Build_ListSequenceAndReader_MakeTheSameTable() => Gen.Select(AnyRow.Array[0, 60], Gen.OneOfConst(1, 1, 1, 30)).Sample(
        (some, times) =>
        {
            List<Row> rows = [.. Enumerable.Repeat(some, times).SelectMany(row => row)];
            var expected = Shown(Load(rows));
            Shown(Load(rows.Select(row => row))).Should().Equal(expected);
            var cells = rows.Select(row => new object?[] { row.Date, row.Text, row.Number, row.Amount, row.Orders });
            var reader = new FakeReader(["date", "text", "number", "amount", "orders"], cells) { NumberColumn = 2 };
            Shown(FactTable.From("t", reader).AtDate("date").Dimension("text").Dimension("number")
                .Value("amount", Unit.Money("DKK")).Value("orders", Unit.Count("order")).KeepGoodRows().Build()).Should().Equal(expected);
        },
        iter: 60);

    private static FactTable Load(IEnumerable<Row> rows) => FactTable.From("t", rows).At(row => row.Date).Dimension("text", row => row.Text)
        .Dimension("number", row => row.Number).Value("amount", row => row.Amount, Unit.Money("DKK"))
        .Value("orders", row => row.Orders, Unit.Count("order"))
        .KeepGoodRows().Build();

    // A column of times has a name in a reader, and none among functions.
    private static List<string> Shown(FactTable table)
    {
        Metric[] metrics =
        [
            Metric.Count("rows", table), Metric.Sum("amount", table, "amount"), Metric.Sum("orders", table, "orders"),
            Metric.CountDistinct("numbers", table, "number"),
        ];
        var query = Query.For(metrics).By("text", "number").Between(First, First.PlusDays(41));
        var answer = new InMemorySource(ReportingCalendar.Utc, table).Query(query);
        return
        [
            $"{table} {table.NullCount("amount")}",
            .. table.RefusedRows.Select(row => $"{row.RowNumber} {(row.Column == "time" ? "date" : row.Column)} {row.Found}"),
            .. answer.Rows.Select(row => $"{string.Join('|', row.Members)} {string.Join('|', metrics.Select(metric => row[metric]))}"),
        ];
    }

    private sealed record Row(LocalDate? Date, string? Text, long? Number, decimal? Amount, int Orders);
}
