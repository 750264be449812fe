using System.Text.Json;
using CsCheck;

namespace GoalMetrics.Tests.Texts.Json;

public sealed class LocalizedTextJsonTests
{
    private static readonly Gen<string> Words = Gen.OneOfConst("Grow revenue", "Øg omsætningen", "\"quoted\" \\ ", "多い", " x ");

    [Fact]
    public void Write_Text_IsByLanguage()
    {
        var text = new LocalizedText("Grow revenue", "Voks").With("de-AT", "Wachsen");

        JsonSerializer.Serialize(text).Should().Be("""{"en":"Grow revenue","da":"Voks","de-AT":"Wachsen"}""");
        JsonSerializer.Serialize(new LocalizedText("Grow")).Should().Be("""{"en":"Grow"}""");
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Gen.Select(Words, Gen.Dictionary(Gen.OneOfConst("da", "de", "de-AT", "zh-Hans", "EN"), Words)[0, 4]).Sample(
            (english, others) =>
            {
                var text = new LocalizedText(english, others);
                JsonSerializer.Deserialize<LocalizedText>(JsonSerializer.Serialize(text)).Should().Be(text);
            });

    [Fact]
    public void Read_TextAlone_IsEnglish() =>
        JsonSerializer.Deserialize<LocalizedText>("\"Grow\"").Should().Be(new LocalizedText("Grow"));

    [Theory]
    [InlineData(
        "3",
        "Expected a text, or texts by language such as {\"en\":\"Grow revenue\",\"da\":\"Øg omsætningen\"}; found 3.")]
    [InlineData("{}", "Expected \"en\", the text in English; found {}.")]
    [InlineData("""{"da":"Voks"}""", "Expected \"en\", the text in English; found {\"da\":\"Voks\"}.")]
    [InlineData("""{"en":"Grow","da":3}""", "Expected a text; found 3.")]
    [InlineData(
        """{"en":"Grow","da_DK":"Voks"}""",
        "Expected the name of a language or a culture, such as 'de' or 'de-AT'; found 'da_DK'. (Parameter 'cultureName')")]
    public void Read_NoText_SaysWhatIsExpected(string json, string message) =>
        Messages.Of<JsonException>(() => JsonSerializer.Deserialize<LocalizedText>(json)).Should().Be(message);
}
