using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Json;

public sealed class RefusedRowJsonTests
{
    [Fact] // The exception that caused it is not written.
    public void Write_RefusedRow_SaysWhereAndWhy() => FactTable.From("amounts", [1, double.NaN]).AllAt(new LocalDate(2027, 1, 4))
        .Value("amount", amount => amount, Unit.Money("EUR"))
        .KeepGoodRows().Build().RefusedRows.AsJson().ShouldBeJson(
        """
        [
          {
            "table": "amounts", "rowNumber": 2, "column": "amount", "found": "NaN",
            "expected": "a finite number, or null where there is none"
          }
        ]
        """);
}
