using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

/// <summary>The ends of a 64-bit number are values like any others, with and without a decimal point in them.</summary>
public sealed class ExtremeValuesTests
{
    private static readonly LocalDate Day = new(2026, 9, 14);

    public static TheoryData<decimal> Ends => [long.MaxValue, long.MinValue, 92_233_720_368_547_758.07m, -92_233_720_368_547_758.08m];

    [Theory]
    [MemberData(nameof(Ends))]
    public void Query_ValueAtAnEnd_IsItsOwnSmallestAndLargest(decimal value)
    {
        var table = FactTable.From("t", new[] { value, value }).At(_ => Day).Value("v", it => it, Unit.Money("DKK")).Build();

        Check(table, new InMemorySource(ReportingCalendar.Utc, table), value, value);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void Query_ValueAtAnEndAmongOthers_IsCompared(decimal value)
    {
        var table = FactTable.From("t", new[] { 1m, value, 2m }).At(_ => Day).Value("v", it => it, Unit.Money("DKK")).Build();

        Check(table, new InMemorySource(ReportingCalendar.Utc, table), Math.Min(1m, value), Math.Max(2m, value));
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void Query_LiveValueAtAnEnd_IsItsOwnSmallestAndLargest(decimal value)
    {
        var schema = TableSchema.Named("t", FactTime.Date).Value("v", Unit.Money("DKK"));
        var live = LiveTable.Of(schema, ReportingCalendar.Utc)
            .Keeping(Metric.Min("min", schema, "v"), Metric.Max("max", schema, "v"))
            .Build();
        live.Add(Day, [], [value]);

        Check(schema, new InMemorySource(ReportingCalendar.Utc, live), value, value);
    }

    private static void Check(TableSchema table, InMemorySource source, decimal smallest, decimal largest)
    {
        var (min, max) = (Metric.Min("min", table, "v"), Metric.Max("max", table, "v"));
        var total = source.Query(Query.For(min, max)).Total;

        (total[min].Amount, total[max].Amount).Should().Be((smallest, largest));
    }
}
