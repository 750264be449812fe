using System.Text.Json;
using CsCheck;

namespace GoalMetrics.Tests.Quantities.Json;

public sealed class UnitJsonTests
{
    // Nouns that read like other units, and letters that other texts give a meaning to.
    private static readonly string[] Nouns =
    [
        "order", "site visit", "e-mail", "page_view", "ordre på 1 dag", "day", "Days", "dkk", "ALL", "top", "ratio", "count", "score",
        "count of x", "score 1 to 5", "percentage points", "per", "order per visit", "this and that", "a * b", "a, b", "[x]", "x]", "]]",
        "a] per [b", " x", "x  y", "\"quoted\"", "🚀", "per day", "hour",
    ];

    private static readonly Gen<Unit> Noun = Gen.OneOfConst(Nouns).Select(Unit.Count);

    private static readonly Gen<Unit> Factor = Gen.OneOf(
        Noun,
        Gen.OneOfConst("DKK", "EUR", "ALL").Select(Unit.Money),
        Gen.OneOfConst(Enum.GetValues<DurationUnit>()).Select(Unit.Duration),
        Gen.OneOfConst(Unit.Score(-100, 100), Unit.Score(0.5m, 1), Unit.Score(-1_000_000.25m, decimal.MaxValue)));

    private static readonly Gen<Unit> Any = Gen.OneOf(
        Gen.OneOfConst(Unit.Ratio, Unit.PercentagePoint, Unit.Count(), Unit.PercentagePoint.Per("day").Per("[")),
        Factor,
        Gen.Select(Factor.Array[0, 3], Factor.Array[0, 3]).Select(
            (above, below) => below.Aggregate(above.Aggregate(Unit.Ratio, (all, next) => all.Times(next)), (all, next) => all.Per(next))));

    public static TheoryData<Unit, string> Texts => new()
    {
        { Unit.Ratio, "ratio" },
        { Unit.PercentagePoint, "percentage points" },
        { Unit.Count(), "count" },
        { Unit.Count("order"), "count of order" },
        { Unit.Count("day"), "count of day" },
        { Unit.Money("DKK"), "DKK" },
        { Unit.Duration(DurationUnit.Day), "days" },
        { Unit.Score(-100, 100), "score -100 to 100" },
        { Unit.Score(0.5m, 10.0m), "score 0.5 to 10" },
        { Unit.Money("DKK").Per("order"), "DKK per order" },
        { Unit.Money("DKK").Per("site visit"), "DKK per site visit" },
        { Unit.Money("DKK").Per("day"), "DKK per [day]" },
        { Unit.Money("DKK").Per(Unit.Duration(DurationUnit.Day)), "DKK per day" },
        { Unit.Money("DKK").Per("working day"), "DKK per working day" },
        { Unit.Money("DKK").Per("order").Per(Unit.Duration(DurationUnit.Day)), "DKK per order and day" },
        { Unit.Count("employee").Times(Unit.Duration(DurationUnit.Day)), "employee * day" },
        { Unit.Count("order").Times(Unit.Count("order")), "order * order" },
        { Unit.Ratio.Per(Unit.Duration(DurationUnit.Month)), "per month" },
        { Unit.Money("DKK").Per("]"), "DKK per []]]" },
        { Unit.PercentagePoint.Per(Unit.Duration(DurationUnit.Day)), "percentage points per day" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Write_Unit_IsItsText(Unit unit, string text)
    {
        JsonSerializer.Serialize(unit).Should().Be($"\"{text}\"");
        JsonSerializer.Deserialize<Unit>($"\"{text}\"").Should().Be(unit);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameUnit() => Any.Sample(
        unit => JsonSerializer.Deserialize<Unit>(JsonSerializer.Serialize(unit)).Should().Be(unit), iter: 5_000);

    [Fact]
    public void Write_DifferentUnits_AreDifferentTexts() => Gen.Select(Any, Any).Sample(
        (one, other) => (JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other)).Should().Be(one == other), iter: 2_000);

    [Theory]
    [InlineData("\"dkk\"", "found 'dkk'. Did you mean 'DKK'?")]
    [InlineData("\"order\"", "found 'order'. For a count of things, write \"count of order\".")]
    [InlineData("\"day\"", "found 'day'. Did you mean 'days'?")]
    [InlineData("\"DKK per dkk\"", "found 'DKK per dkk'.")]
    [InlineData("\"DKK per order per visit\"", "found 'DKK per order per visit'.")]
    [InlineData("\"DKK and order\"", "found 'DKK and order'.")]
    [InlineData("\"DKK per order * day\"", "found 'DKK per order * day'.")]
    [InlineData("\"DKK per [order\"", "found 'DKK per [order'.")]
    [InlineData("\"DKK per \"", "found 'DKK per '.")]
    [InlineData("\"DKK per [x]y\"", "found 'DKK per [x]y'.")]
    [InlineData("\" * a * b\"", "found ' * a * b'.")]
    [InlineData("\" and a\"", "found ' and a'.")]
    [InlineData("\"DKK per a/b\"", "found 'DKK per a/b'.")]
    [InlineData("\"\"", "found ''.")]
    [InlineData("\"score 1-5\"", "found 'score 1-5'.")]
    public void Read_NoUnit_SaysWhatIsExpected(string json, string found) =>
        Messages.Of<JsonException>(() => JsonSerializer.Deserialize<Unit>(json)).Should().Be(
            "Expected a unit such as \"ratio\", \"count\", \"count of order\", \"DKK\", \"days\", \"score 1 to 5\" or \"DKK per order\"; "
            + found);

    [Fact] // The time it takes grows with the square of the number of factors.
    public void Read_EndlessText_IsRefused() =>
        Messages.Of<JsonException>(() => JsonSerializer.Deserialize<Unit>($"\"{string.Join(" * ", Enumerable.Repeat("a", 501))}\""))
            .Should().EndWith("… (2001 characters)'.");

    [Theory]
    [InlineData("1", "Expected a unit such as \"ratio\" or \"DKK\"; found 1.")]
    [InlineData(
        "\"DKK per []\"", "The value cannot be an empty string or composed entirely of whitespace. (Parameter 'noun')")]
    [InlineData("\"score 5 to 1\"", "A scale ends above its start; found 5 to 1. (Parameter 'maximum')")]
    public void Read_AnotherThing_IsRefused(string json, string message) =>
        Messages.Of<JsonException>(() => JsonSerializer.Deserialize<Unit>(json)).Should().Be(message);
}
