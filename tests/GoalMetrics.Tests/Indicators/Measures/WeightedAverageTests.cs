using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>A mean in which each value counts as much as its weight, on every engine.</summary>
public sealed class WeightedAverageTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly TableSchema Classes = TableSchema.Named("classes", FactTime.Date)
        .Dimension("school").Value("grade", Unit.Score(0, 100)).Value("students", Unit.Count("student"));

    private static readonly Metric Grade = Metric.WeightedAverage("grade", Classes, "grade", "students");

    // 20 pupils with a mean of 80 and 30 with a mean of 90: (20·80 + 30·90) / 50 = 86 (Wikipedia, "Weighted arithmetic mean").
    private static readonly Row[] TwoClasses =
    [
        new(new(2026, 1, 5), "north", 80m, 20m), new(new(2026, 2, 5), "south", 90m, 30m),
    ];

    public static TheoryData<string> Engines => ["memory", "live", "facts"];

    [Theory, MemberData(nameof(Engines))]
    public async Task WeightedAverage_TwoClasses_IsThatOfTheirPupils(string engine)
    {
        var table = await AskAsync(engine, TwoClasses, Query.For(Grade, Grade.ToDate(Grain.Year), Grade.Rolling(2, Grain.Month))
            .Between(new(2026, 1, 1), new(2026, 3, 1)).By(Grain.Month).By("school"));

        table.Total[Grade].Should().Be(new Quantity(86m, Unit.Score(0, 100)));
        table["north", Grade].Amount.Should().Be(80m);
        table.TotalOf(Calendar.Month(2026, 2))[Grade].Amount.Should().Be(90m);
        table.TotalOf(Calendar.Month(2026, 2))[Grade.ToDate(Grain.Year)].Amount.Should().Be(86m);
        table.TotalOf(Calendar.Month(2026, 2))[Grade.Rolling(2, Grain.Month)].Amount.Should().Be(86m);
        table[Calendar.Month(2026, 1), "south", Grade].Reason.Should().Be(UndefinedReason.NoData);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task WeightedAverage_OfFactsThatLackEither_LeavesThemOut(string engine)
    {
        Row[] rows = [.. TwoClasses, new(new(2026, 2, 6), "south", null, 500m), new(new(2026, 2, 7), "south", 10m, null)];
        var table = await AskAsync(engine, rows, Query.For(Grade).WithDataQuality());

        table.Total[Grade].Amount.Should().Be(86m);
        var quality = table.QualityOf(Grade).Single();
        (quality.Rows, quality.Nulls).Should().Be((4L, 2L));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task WeightedAverage_WithoutWeight_IsUndefined(string engine)
    {
        var weightless = await AskAsync(engine, [new(new(2026, 1, 5), "north", 80m, 0m)], Query.For(Grade));
        var unknown = await AskAsync(engine, [new(new(2026, 1, 5), "north", 80m, null)], Query.For(Grade));
        var missing = await AskAsync(
            engine, TwoClasses, Query.For(Grade).During(Calendar.Month(2026, 1)).Where(Filter.Equal("school", "south")));

        weightless.Total[Grade].Reason.Should().Be(UndefinedReason.ZeroDenominator);
        unknown.Total[Grade].Reason.Should().Be(UndefinedReason.NoData);
        missing.Total[Grade].Reason.Should().Be(UndefinedReason.NoData);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task WeightedAverage_WithAWeightBelowZero_IsOutOfItsDomain(string engine)
    {
        var schema = TableSchema.Named("classes", FactTime.Date).Dimension("school")
            .Value("grade", Unit.Score(0, 100)).Value("students", Unit.Money("EUR"));
        var metric = Metric.WeightedAverage("grade", schema, "grade", "students");
        var table = await AskAsync(
            engine,
            [new(new(2026, 1, 5), "north", 80m, -1m), new(new(2026, 1, 6), "south", 80m, 3m)],
            Query.For(metric).By("school"),
            metric);

        table.Total[metric].Should().Be(Quantity.Undefined(UndefinedReason.OutOfDomain, "students", metric.Unit));
        table["north", metric].Reason.Should().Be(UndefinedReason.OutOfDomain);
        table["south", metric].Amount.Should().Be(80m);
    }

    [Theory, MemberData(nameof(Engines))] // 1/3 of a weight beyond what a decimal product can hold, worked out by hand.
    public async Task WeightedAverage_OfProductsBeyondADecimal_IsExact(string engine)
    {
        var schema = TableSchema.Named("classes", FactTime.Date).Dimension("school")
            .Value("grade", Unit.Money("EUR")).Value("students", Unit.Money("EUR"));
        var metric = Metric.WeightedAverage("grade", schema, "grade", "students");
        const decimal small = 0.0000000000000000000000000003m;
        Row[] rows =
        [
            new(new(2026, 1, 5), "a", decimal.MaxValue, decimal.MaxValue), new(new(2026, 1, 6), "a", -decimal.MaxValue, decimal.MaxValue),
            new(new(2026, 1, 7), "b", small, small), new(new(2026, 1, 8), "b", 0m, 2 * small),
        ];
        var table = await AskAsync(engine, rows, Query.For(metric).By("school"), metric);

        table["a", metric].Amount.Should().Be(0m);
        table["b", metric].Amount.Should().Be(small / 3m);
        table.Total[metric].Amount.Should().Be(0m);
    }

    [Fact]
    public void WeightedAverage_IsNeverAddedUp()
    {
        Grade.Additivity.Should().Be(Additivity.NonAdditive);
        Grade.Weight.Should().Be("students");
        Grade.Where(Filter.Equal("school", "north")).Weight.Should().Be("students");
        Metric.Average("mean", Classes, "grade").Weight.Should().BeNull();
    }

    [Fact]
    public async Task WeightedAverage_ByAnEngineThatLacksProducts_IsRefusedByName()
    {
        var memory = Memory(TwoClasses, Classes);
        var lacking = new ProbedSource(memory)
        {
            Capabilities = new() { Aggregates = new HashSet<AggregateKind> { AggregateKind.Sum, AggregateKind.Count } },
        };

        var asking = async () => await lacking.QueryAsync(Query.For(Grade));

        (await asking.Should().ThrowAsync<NotSupportedException>()).WithMessage("*does not answer SumOfProducts, which 'grade' needs.*");
    }

    [Fact]
    public void WeightedAverage_ByMoneyInSeveralCurrencies_IsRefused()
    {
        var schema = TableSchema.Named("loans", FactTime.Date)
            .Dimension("currency").Value("rate", Unit.Ratio).Value("amount", currency: "currency");

        FluentActions.Invoking(() => Metric.WeightedAverage("rate", schema, "rate", "amount"))
            .Should().Throw<ArgumentException>().WithMessage("Column 'amount' of table 'loans' is money in the currency of its *");
        FluentActions.Invoking(() => Metric.WeightedAverage("rate", schema, "rate", "amuont"))
            .Should().Throw<ArgumentException>().WithMessage("*amuont*amount*");
    }

    private static async Task<MetricTable> AskAsync(string engine, Row[] rows, Query query, Metric? kept = null)
    {
        var schema = (kept ?? Grade).Table;
        if (engine == "live")
        {
            var live = LiveTable.Of(schema, Calendar).By(Grain.Day, "school").Keeping(kept ?? Grade).Build();
            foreach (var row in rows)
            {
                live.Add(row.Day, [row.School], [row.Grade, row.Students]);
            }

            return await new InMemorySource(Calendar, live).QueryAsync(query);
        }

        var memory = Memory(rows, schema);
        return await (engine == "memory" ? memory : (IMetricSource)new ProbedSource(memory)
        {
            Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true },
        }).QueryAsync(query);
    }

    private static InMemorySource Memory(Row[] rows, TableSchema schema) => new(Calendar, FactTable.From("classes", rows)
        .At(row => row.Day)
        .Dimension("school", row => row.School)
        .Value("grade", row => row.Grade, schema.Columns[0].Unit!)
        .Value("students", row => row.Students, schema.Columns[1].Unit!)
        .Build());

    private sealed record Row(LocalDate Day, string School, decimal? Grade, decimal? Students);
}
