using NodaTime;

namespace GoalMetrics.Tests.Sources.Json;

public sealed class TableDescriptionJsonTests
{
    private static readonly TableSchema Sales = TableSchema.Named("sales", FactTime.Instant)
        .Dimension("market").Value("revenue", Unit.Money("DKK"));

    [Fact]
    public void Write_Description_SaysWhatIsKnownOfTheTable() => new TableDescription(
        Sales, new Interval(Instant.FromUtc(2027, 1, 1, 0, 0), Instant.FromUtc(2027, 2, 1, 0, 0)))
    {
        Gaps = [new(Instant.FromUtc(2027, 1, 4, 0, 0), Instant.FromUtc(2027, 1, 6, 0, 0))],
        MissingDays = [new(2027, 1, 9)],
        IsLastDayShort = true,
        UnknownValues = new Dictionary<string, long?> { ["refund"] = 12, ["tip"] = null },
        EarliestFact = Instant.FromUtc(2027, 1, 1, 8, 0),
        Settling = Duration.FromHours(36) + Duration.FromSeconds(5),
        RefusedRows = 3,
        LatestFact = Instant.FromUtc(2027, 1, 31, 12, 30),
        KeptGrain = Grain.Day,
    }.AsJson().ShouldBeJson(
        """
        {
          "table": "sales",
          "coverage": { "start": "2027-01-01T00:00:00Z", "end": "2027-02-01T00:00:00Z" },
          "gaps": [{ "start": "2027-01-04T00:00:00Z", "end": "2027-01-06T00:00:00Z" }],
          "missingDays": ["2027-01-09"],
          "isLastDayShort": true,
          "unknownValues": { "refund": 12, "tip": null },
          "isCoverageStated": true,
          "isEmpty": false,
          "earliestFact": "2027-01-01T08:00:00Z",
          "latestFact": "2027-01-31T12:30:00Z",
          "settling": "PT36H5S",
          "refusedRows": 3,
          "keptGrain": "day",
          "breakdowns": ["market"]
        }
        """);

    [Fact]
    public void Write_EmptyTable_HasNulls() => new TableDescription(Sales, coverage: null).AsJson().ShouldBeJson(
        """
        {
          "table": "sales", "coverage": null, "gaps": [], "missingDays": [], "isLastDayShort": false, "unknownValues": null,
          "isCoverageStated": true, "isEmpty": true,
          "earliestFact": null, "latestFact": null, "settling": "P0D", "refusedRows": 0, "keptGrain": null, "breakdowns": ["market"]
        }
        """);
}
