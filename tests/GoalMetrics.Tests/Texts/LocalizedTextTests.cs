using System.Globalization;

namespace GoalMetrics.Tests.Texts;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Text = new LocalizedText("colour", "farve").With("de", "Farbe").With("de-AT", "Farb'")
        .With("en-US", "color");

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
        Text.In().Should().Be("colour");
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
    public void Constructor_Translations_AreEachFound()
    {
        var text = new LocalizedText("colour", new Dictionary<string, string> { ["fr"] = "couleur", ["de"] = "Farbe" });

        text.In(CultureInfo.GetCultureInfo("fr-CA")).Should().Be("couleur");
        text.In(CultureInfo.GetCultureInfo("de-CH")).Should().Be("Farbe");
        text.In(CultureInfo.GetCultureInfo("da-DK")).Should().Be("colour");
        text.Languages.Should().Equal("en", "de", "fr");
    }

    [Fact]
    public void Constructor_EnglishAmongTheTranslations_IsTheEnglishText() =>
        new LocalizedText("colour", [KeyValuePair.Create("en", "color")]).English.Should().Be("color");

    [Fact]
    public void Constructor_BlankText_Throws()
    {
        Messages.Of<ArgumentException>(() => new LocalizedText(" ")).Should().Contain("'english'");
        Messages.Of<ArgumentException>(() => new LocalizedText("colour", " ")).Should().Contain("'danish'");
        Messages.Of<ArgumentNullException>(() => new LocalizedText(null!)).Should().Contain("'english'");
        Messages.Of<ArgumentException>(() => new LocalizedText("colour", [KeyValuePair.Create("fr", "")])).Should().Contain("'text'");
        Messages.Of<ArgumentNullException>(() => new LocalizedText("colour", (IEnumerable<KeyValuePair<string, string>>)null!))
            .Should().Contain("'translations'");
    }

    [Fact]
    public void With_BlankText_Throws() => Messages.Of<ArgumentException>(() => Text.With("fr", "")).Should().Contain("'text'");

    [Theory]
    [InlineData("de_AT", "'de_AT'")]
    [InlineData("-de", "'-de'")]
    [InlineData("de-", "'de-'")]
    [InlineData("português", "'português'")]
    [InlineData("abcdefghi", "'abcdefghi'")]
    public void With_NameOfNoCulture_SaysWhatItLooksLike(string cultureName, string found) =>
        Messages.Of<ArgumentException>(() => Text.With(cultureName, "x")).Should().Be(
            $"Expected the name of a language or a culture, such as 'de' or 'de-AT'; found {found}. (Parameter 'cultureName')");

    [Fact]
    public void With_BlankName_Throws() => Messages.Of<ArgumentException>(() => Text.With(" ", "x")).Should().Contain("'cultureName'");

    [Fact]
    public void Equals_SameTextsInTheSameLanguages_IsTrue()
    {
        var one = new LocalizedText("colour", "farve").With("de", "Farbe");
        var other = new LocalizedText("colour").With("DE", "Farbe").With("da", "farve");

        (one == other).Should().BeTrue();
        one.Equals((object)other).Should().BeTrue();
        one.GetHashCode().Should().Be(other.GetHashCode());
        (one == new LocalizedText("colour", "farve")).Should().BeFalse();
        (one == one.With("de", "Farben")).Should().BeFalse();
        (one == one.With("en", "color")).Should().BeFalse();
        (one != one.With("fr", "couleur")).Should().BeTrue();
        (new LocalizedText("colour").With("de", "x") == new LocalizedText("colour").With("fr", "x")).Should().BeFalse();
    }

    [Fact]
    public void Equals_Null_IsFalse()
    {
        LocalizedText? none = null;

        (Text == none).Should().BeFalse();
        (none == Text).Should().BeFalse();
        (none == null).Should().BeTrue();
        Text.Equals("colour").Should().BeFalse();
    }

    [Fact]
    public void Conversion_String_IsEnglishOnly()
    {
        LocalizedText text = "colour";
        text.English.Should().Be("colour");
        text.Languages.Should().Equal("en");
    }
}
