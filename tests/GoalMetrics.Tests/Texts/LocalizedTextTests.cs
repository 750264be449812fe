using System.Globalization;

namespace GoalMetrics.Tests.Texts;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Text = new LocalizedText("colour", "farve").With("de", "Farbe").With("de-AT", "Farb'").With("en-US", "color");

    [Theory]
    [InlineData("da-DK", "farve")]
    [InlineData("da", "farve")]
    [InlineData("da-GL", "farve")]
    [InlineData("de-AT", "Farb'")]
    [InlineData("de-CH", "Farbe")]
    [InlineData("de", "Farbe")]
    [InlineData("en-US", "color")]
    [InlineData("en-GB", "colour")]
    [InlineData("en", "colour")]
    [InlineData("sv-SE", "colour")]
    [InlineData("fa-IR", "colour")]
    [InlineData("", "colour")]
    public void In_Culture_FallsBackFromSpecificToNeutralToEnglish(string culture, string text)
    {
        Text.In(CultureInfo.GetCultureInfo(culture)).Should().Be(text);
        using var _ = new CurrentCulture("da-DK");
        Text.In(CultureInfo.GetCultureInfo(culture)).Should().Be(text);
    }

    [Fact]
    public void In_ScriptBetweenLanguageAndRegion_IsFound() =>
        new LocalizedText("colour").With("zh-Hant", "顏色").In(CultureInfo.GetCultureInfo("zh-TW")).Should().Be("顏色");

    [Fact]
    public void In_NoCulture_IsEnglish()
    {
        using var _ = new CurrentCulture("da-DK");
        Text.In(null).Should().Be("colour");
        Text.ToString().Should().Be("colour");
    }

    [Fact]
    public void With_AnotherLanguage_LeavesTheTextAsItWas()
    {
        var english = new LocalizedText("colour");
        english.With("da", "farve").In(CultureInfo.GetCultureInfo("da")).Should().Be("farve");
        english.In(CultureInfo.GetCultureInfo("da")).Should().Be("colour");
        english.Languages.Should().Equal("en");
    }

    [Fact]
    public void With_KnownLanguage_Replaces()
    {
        Text.With("DA", "kulør").In(CultureInfo.GetCultureInfo("da-DK")).Should().Be("kulør");
        var american = Text.With("en", "color");
        american.English.Should().Be("color");
        american.In(CultureInfo.GetCultureInfo("en-GB")).Should().Be("color");
        american.In(CultureInfo.GetCultureInfo("da")).Should().Be("farve");
    }

    [Fact]
    public void Languages_All_AreListedOnceEnglishFirst()
    {
        Text.Languages.Should().Equal("en", "da", "de", "de-AT", "en-US");
        Text.With("en", "color").Languages.Should().Equal("en", "da", "de", "de-AT", "en-US");
    }

    [Fact]
    public void Constructor_BlankText_Throws()
    {
        Assert.Throws<ArgumentException>(() => new LocalizedText(" "));
        Assert.Throws<ArgumentException>(() => new LocalizedText("colour", " "));
        Assert.Throws<ArgumentException>(() => Text.With("fr", ""));
        Assert.Throws<ArgumentException>(() => Text.With(" ", "couleur"));
        Assert.Throws<ArgumentNullException>(() => new LocalizedText(null!));
    }

    [Fact]
    public void Conversion_String_IsEnglishOnly()
    {
        LocalizedText text = "colour";
        text.English.Should().Be("colour");
        text.Languages.Should().Equal("en");
    }
}
