using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>"Bands of a number (tenure 0–6, 7–12 …)", of issue 16: every edge, worked out by hand.</summary>
public sealed class BandsTests
{
    private static readonly Bands Tenure = Bands.Of("tenure", 0, 7, 13, 25);

    private static readonly FactTable Customers = FactTable.From("customers", new (string Name, decimal? Tenure, decimal Paid)[]
        {
            ("ann", 0m, 10m), ("bob", 6m, 20m), ("cid", 6.999m, 30m), ("dan", 7m, 40m), ("dan", 12m, 50m), ("eve", 25m, 60m),
            ("fay", -0.5m, 70m), ("gus", null, 80m),
        })
        .AllAt(new LocalDate(2026, 1, 1))
        .Dimension("name", fact => fact.Name)
        .Value("tenure", fact => fact.Tenure, Unit.Ratio)
        .Value("paid", fact => fact.Paid, Unit.Money("EUR"))
        .Build();

    private static readonly Metric Paid = Metric.Sum("paid", Customers, "paid");
    private static readonly Metric Names = Metric.CountDistinct("names", Customers, "name");
    private static readonly Metric Median = Metric.Median("median", Customers, "paid");
    private static readonly Metric Mean = Metric.Average("mean", Customers, "paid");
    private static readonly InMemorySource Source = new(ReportingCalendar.Utc, Customers);

    [Fact]
    public void By_Bands_PutsEachNumberInOne_AndNullLast()
    {
        var table = Source.Query(Query.For(Paid, Names, Median, Mean).By(Tenure));

        string[] expected =
        [
            "<0: 70, 1, 70, 70", "0..<7: 60, 3, 20, 20", "7..<13: 90, 1, 45, 45", "13..<25: 0, 0, -, -", ">=25: 60, 1, 60, 60",
            "null: 80, 1, 80, 80",
        ];
        Measure[] measures = [Paid, Names, Median, Mean];
        table.Select(row => $"{row["tenure"] ?? "null"}: {string.Join(", ", measures.Select(measure => Amount(row, measure)))}")
            .Should().Equal(expected);
        table.Total[Names].Amount.Should().Be(7m);
        table.Select(row => row.Member(Tenure)).Should().Equal([.. Tenure.All.Select(band => (Band?)band), null]);
        table[Tenure.MemberOf(Tenure.Holding(6.999m)), Paid].Amount.Should().Be(60m);
    }

    [Fact]
    public void Bands_All_AreOneMoreThanEdges()
    {
        Tenure.All.Select(band => band.ToString()).Should().Equal("< 0", "0 – < 7", "7 – < 13", "13 – < 25", "≥ 25");
        Tenure.All.Select(band => (band.From, band.Below)).Should().Equal((null, 0m), (0m, 7m), (7m, 13m), (13m, 25m), (25m, null));
        (Tenure.All[1].Holds(0m), Tenure.All[1].Holds(6.999m), Tenure.All[1].Holds(7m)).Should().Be((true, true, false));
        (Tenure.All[0].Holds(-1m), Tenure.All[4].Holds(25m), default(Band).Holds(3m)).Should().Be((true, true, true));
        default(Band).ToString().Should().Be("…");
    }

    [Fact]
    public void ToText_OfABand_IsInTheNumbersOfTheReader()
    {
        var danish = CultureInfo.GetCultureInfo("da-DK");
        var bands = Bands.Of("paid", -1.5m, 1_000m);

        bands.ToText(bands.Holding(0m), danish).Should().Be("-1,5 – < 1.000");
        bands.ToText(null, danish).Should().Be("ukendt");
        bands.ToText(null).Should().Be("not known");
        Source.Query(Query.For(Paid).By(Tenure))[0].ToText(Tenure, danish).Should().Be("< 0");
    }

    [Fact]
    public void Titled_Bands_AreCalledSoInEachLanguage_AndKeepTheirMembers()
    {
        var danish = CultureInfo.GetCultureInfo("da-DK");
        var titled = Tenure.Titled("not begun", new LocalizedText("new", "ny"), "settled", "loyal", new("old", "gammel"));
        var table = Source.Query(Query.For(Paid).By(titled));

        table.Select(row => row.ToText(titled)).Should().Equal("not begun", "new", "settled", "loyal", "old", "not known");
        table.Select(row => row.ToText(titled, danish)).Should().Equal("not begun", "ny", "settled", "loyal", "gammel", "ukendt");
        table.Select(row => row["tenure"]).Should().Equal(Source.Query(Query.For(Paid).By(Tenure)).Select(row => row["tenure"]));
        table["0..<7", Paid].Amount.Should().Be(60m);
        titled.As("months").ToText(titled.Holding(25m)).Should().Be("old");
        Tenure.ToText(Tenure.Holding(25m)).Should().Be("≥ 25", "the bands it was made of have no names");
        Query.For(Paid).By(Tenure).By(titled).Should().NotBeNull();
    }

    [Fact]
    public void Titled_MoreOrFewerNamesThanBands_IsRefused()
    {
        Messages.Of<ArgumentException>(() => Bands.Of("tenure", 0, 7).Titled("new", "old")).Should().StartWith(
            "'tenure' has 3 bands, < 0, 0 – < 7, ≥ 7, and needs a name for each; found 2.");
        FluentActions.Invoking(() => Bands.Of("tenure", 0).Titled("new", null!)).Should().Throw<ArgumentException>();
    }

    [Fact] // 1.50 and 1.5 are one edge.
    public void Of_WrittenOtherwise_IsTheSame() =>
        Source.Query(Query.For(Paid).By(Bands.Of("tenure", 1.50m)).By(Bands.Of("tenure", 1.5m))).Dimensions.Should().Equal("tenure");

    [Fact]
    public void Of_EdgesThatDoNotAscend_AreRefused()
    {
        FluentActions.Invoking(() => Bands.Of("tenure", 0, 7, 7)).Should().Throw<ArgumentException>()
            .WithMessage("Each band begins above the one before; found 7 after 7.*");
        FluentActions.Invoking(() => Bands.Of("tenure")).Should().Throw<ArgumentException>().WithMessage("Expected the first number*");
        FluentActions.Invoking(() => Tenure.MemberOf(new Band())).Should().Throw<ArgumentException>().WithMessage("'tenure' has no band*");
    }

    [Fact]
    public void By_BandsOfAnUnknownColumn_NamesTheNearest() =>
        FluentActions.Invoking(() => Source.Query(Query.For(Paid).By(Bands.Of("tenuer", 0)))).Should().Throw<ArgumentException>()
            .WithMessage("*tenuer*tenure*");

    [Fact]
    public void By_BandsOfMoneyInSeveralCurrencies_IsRefused()
    {
        var loans = FactTable.From("loans", new[] { ("EUR", 1m) }).AllAt(new LocalDate(2026, 1, 1))
            .Value("amount", loan => loan.Item2, currency: loan => loan.Item1).Build();

        FluentActions.Invoking(() => new InMemorySource(ReportingCalendar.Utc, loans)
                .Query(Query.For(Metric.Count("count", loans)).By(Bands.Of("amount", 100))))
            .Should().Throw<ArgumentException>().WithMessage("Column 'amount' of table 'loans' is money in the currency of its *");
    }

    [Fact]
    public void By_SeveralTables_NeedsTheColumnInEach()
    {
        var visits = FactTable.From("visits", new[] { 3m, 8m })
            .AllAt(new LocalDate(2026, 1, 1)).Value("tenure", fact => fact, Unit.Ratio).Build();
        var perVisit = Measure.Of("per-visit", (paid, count) => paid / count, Paid, Metric.Count("visits", visits));
        var table = new InMemorySource(ReportingCalendar.Utc, Customers, visits).Query(Query.For(perVisit).By(Tenure));

        table["0..<7", perVisit].Amount.Should().Be(60m);
        table["7..<13", perVisit].Amount.Should().Be(90m);
        table[">=25", perVisit].Reason.Should().Be(UndefinedReason.ZeroDenominator);
    }

    [Fact]
    public void Json_OfATableByBands_HasTheMembersOfRows()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Source.Query(Query.For(Paid).By(Tenure))));

        json.RootElement.GetProperty("dimensions")[0].GetString().Should().Be("tenure");
        json.RootElement.GetProperty("rows")[1].GetProperty("members").GetProperty("tenure").GetString().Should().Be("0..<7");
    }

    private static string Amount(MetricRow row, Measure measure) =>
        row[measure].AmountOrNull?.ToString("0.#", CultureInfo.InvariantCulture) ?? "-";

    [Fact] // More than are kept at a time, each asked for twice.
    public void By_ManyDifferentBands_AreEachRight()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var edge = 1; edge <= 20; edge++)
            {
                var bands = Bands.Of("tenure", edge);
                Source.Query(Query.For(Paid).By(bands))[bands.MemberOf(bands.Holding(edge)), Paid].Amount
                    .Should().Be(edge switch { <= 6 => 200m, 7 => 150m, <= 12 => 110m, _ => 60m });
            }
        }
    }
}
