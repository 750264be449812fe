using NodaTime;

namespace GoalMetrics.Tests.Findings.Json;

public sealed class FindingJsonTests
{
    private static readonly FindingKind Kind = new(
        "SHOP-SLOW",
        FindingSeverity.Warning,
        new("Sold {sold} in {period}.", "Solgte for {sold} i {period}."),
        new LocalizedText("Sell more."));

    [Fact]
    public void Write_Finding_HasCodeTextsAndArguments()
    {
        var period = ReportingCalendar.Utc.Month(2027, 3);

        Kind.At("kpis/revenue", [new("sold", Money.Dkk(1_200.5m)), new("period", period)]).AsJson().ShouldBeJson(
            """
            {
              "code": "SHOP-SLOW",
              "severity": "warning",
              "path": "kpis/revenue",
              "message": { "en": "Sold DKK 1,200.50 in 2027-03.", "da": "Solgte for 1.200,50 kr. i 2027-03." },
              "suggestion": { "en": "Sell more." },
              "arguments": {
                "sold": { "amount": 1200.5, "unit": "DKK" },
                "period": { "name": "2027-03", "grain": "month", "start": "2027-03-01", "end": "2027-04-01" }
              }
            }
            """);
    }

    [Fact]
    public void Write_Arguments_AreWhatTheyAre() => Kind.At(
        "path",
        [
            new("nothing", null), new("text", "DK"), new("yes", true), new("whole", 3), new("long", 9_000_000_000), new("amount", 2.50m),
            new("double", 0.5), new("infinite", double.PositiveInfinity), new("names", new[] { "a", "b" }), new("named", Grain.HalfYear),
            new("date", new LocalDate(2027, 3, 1)), new("instant", Instant.FromUtc(2027, 3, 1, 12, 30)),
            new("words", new LocalizedText("month", "måned")), new("other", Duration.FromHours(2)), new("text", "a second one"),
        ]).AsJson()["arguments"].ShouldBeJson(
        """
        {
          "nothing": null, "text": "DK", "yes": true, "whole": 3, "long": 9000000000, "amount": 2.50,
          "double": 0.5, "infinite": "Infinity", "names": ["a", "b"], "named": "halfYear",
          "date": "2027-03-01", "instant": "2027-03-01T12:30:00Z",
          "words": { "en": "month", "da": "måned" }, "other": "0:02:00:00"
        }
        """);

    [Fact] // A culture that no machine knows by that name has no numbers to write.
    public void Write_TextOfAnyLanguage_IsInIt()
    {
        var kind = new FindingKind("A", FindingSeverity.Info, new LocalizedText("{x}").With("de", "{x}!").With("fr-CA", "{x} !"), "b");

        kind.At("path", [new("x", 1_234.5m)]).AsJson()["message"]!.AsObject().Select(text => text.Key).Should().Equal("en", "de", "fr-CA");
        kind.At("path", [new("x", 1_234.5m)]).AsJson()["message"]!["de"]!.GetValue<string>().Should().Be("1234,5!");
    }
}
