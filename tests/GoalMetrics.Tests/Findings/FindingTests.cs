using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Findings;

public sealed class FindingTests
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    private static readonly ReportingPeriod PartOfMay =
        ReportingCalendar.Iso("UTC").Range(new(2026, 5, 1), new(2026, 5, 21)).SplitBy(Grain.Month)[0];

    private static readonly FindingKind Kind = new(
        "TEST-1",
        FindingSeverity.Warning,
        new("Goal {goal} has {value}.", "Målet {goal} har {value}."),
        new("Give {goal} another.", "Giv {goal} en anden."));

    [Fact]
    public void Message_Language_IsFilledIn()
    {
        var finding = Kind.At("goals/more-visitors", [new("goal", "more-visitors"), new("value", "no owner")]);
        finding.Message(Danish).Should().Be("Målet more-visitors har no owner.");
        finding.Message(American).Should().Be("Goal more-visitors has no owner.");
        finding.Message(CultureInfo.GetCultureInfo("sv-SE")).Should().Be("Goal more-visitors has no owner.");
        finding.Suggestion(Danish).Should().Be("Giv more-visitors en anden.");
        finding.Suggestion().Should().Be("Give more-visitors another.");
        finding.Kind.Should().BeSameAs(Kind);
        finding.Code.Should().Be("TEST-1");
        finding.Severity.Should().Be(FindingSeverity.Warning);
        finding.Path.Should().Be("goals/more-visitors");
        finding.Arguments.Select(argument => argument.ToString()).Should().Equal("goal: more-visitors", "value: no owner");
        finding.ToString().Should().Be("Warning TEST-1 at goals/more-visitors: Goal more-visitors has no owner.");
        Kind.ToString().Should().Be("TEST-1");
    }

    [Fact]
    public void Message_NoCulture_IsEnglishWhateverIsCurrent()
    {
        using var _ = new CurrentCulture("da-DK");
        Value(1_234.5m).Message().Should().Be("Goal g has 1234.5.");
        Value(Money.Dkk(1_234.5m)).Message().Should().Be("Goal g has DKK 1,234.50.");
    }

    [Fact]
    public void Message_Arguments_AreInTheCulture()
    {
        Value(Money.Dkk(12_300.5m)).Message(Danish).Should().Be("Målet g har 12.300,50 kr.");
        Value(Money.Dkk(12_300.5m)).Message(American).Should().Be("Goal g has DKK 12,300.50.");
        Value(Quantity.Ratio(0.035m)).Message(Danish).Should().Be("Målet g har 3,5 %.");
        Value(Marketing.ConversionRate(0, 0)).Message(Danish).Should().Be("Målet g har udefineret: nævneren er nul (visitors).");
        new FindingKind("X", FindingSeverity.Info, new("It is: {reason}.", "Det er: {reason}."), new("Do", "Gør"))
            .At("x", [new("reason", Marketing.ConversionRate(0, 0))]).Message(Danish).Should().Be("Det er: nævneren er nul (visitors).");
        Value(1.5m).Message(Danish).Should().Be("Målet g har 1,5.");
        Value(1.5).Message(American).Should().Be("Goal g has 1.5.");
        Value(new LocalDate(2026, 11, 23)).Message(Danish).Should().Be("Målet g har 2026-11-23.");
        Value(new LocalizedText("owner", "ejer")).Message(Danish).Should().Be("Målet g har ejer.");
        Value(new[] { "a", "b" }).Message(Danish).Should().Be("Målet g har a, b.");
        Value(Unit.Money("DKK").Per("order")).Message(Danish).Should().Be("Målet g har DKK per order.");
        Value(PartOfMay).Message(American).Should().Be("Goal g has 2026-05 (part: 2026-05-01/2026-05-21).");
        Value(PartOfMay).Message(Danish).Should().Be("Målet g har 2026-05 (del: 2026-05-01/2026-05-21).");
        Value(null).Message(Danish).Should().Be("Målet g har –.");
    }

    [Fact]
    public void Message_ManyNames_ListsTenOfThem()
    {
        Value(Enumerable.Range(1, 10).Select(i => $"n{i}")).Message().Should().Be("Goal g has n1, n2, n3, n4, n5, n6, n7, n8, n9, n10.");
        Value(Enumerable.Range(1, 11).Select(i => $"n{i}")).Message().Should().Be("Goal g has n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, ….");
        Value(Array.Empty<string>()).Message().Should().Be("Goal g has –.");
    }

    [Fact]
    public void Message_MissingArgument_KeepsItsPlaceholder()
    {
        Kind.At("p", [new("goal", "g")]).Message().Should().Be("Goal g has {value}.");
        Kind.At("p").Message().Should().Be("Goal {goal} has {value}.");
        Kind.At("p", [new("goal", "g"), new("value", 1), new("more", 2)]).Message().Should().Be("Goal g has 1.");
    }

    [Theory]
    [InlineData("{", "{")]
    [InlineData("}{value", "}{value")]
    [InlineData("{value}{value}", "11")]
    [InlineData("{}", "{}")]
    [InlineData("a{value}", "a1")]
    [InlineData("{ value }", "{ value }")]
    public void Message_OddBraces_AreKept(string template, string message) =>
        new FindingKind("T", FindingSeverity.Info, template, "s").At("p", [new("value", 1)]).Message().Should().Be(message);

    [Fact]
    public void Message_ArgumentWithBraces_IsNotFilledAgain() =>
        Kind.At("p", [new("goal", "{value}"), new("value", "{goal}")]).Message().Should().Be("Goal {value} has {goal}.");

    [Fact]
    public void Message_LongArgument_IsCutToALine()
    {
        Value(new string('x', 10_000)).Message().Should().Be($"Goal g has {new string('x', 60)}… (10000 characters).");
        Value(new string('x', 60)).Message().Should().Be($"Goal g has {new string('x', 60)}.");
        Value(new string('x', 61)).Message().Should().Be($"Goal g has {new string('x', 60)}… (61 characters).");
        Value(new[] { new string('x', 10_000) }).Message().Should().Be($"Goal g has {new string('x', 60)}… (10000 characters).");
    }

    [Fact]
    public void Message_LinesAndTabs_BecomeOneLine() => Value("a\nb\r\nc\td").Message().Should().Be("Goal g has a b c d.");

    [Fact]
    public void Message_RightToLeftArgument_IsShownAsItIs()
    {
        Value("זכיות המרה").Message().Should().Be("Goal g has זכיות המרה.");
        Value("معدل التحويل").Message(Danish).Should().Be("Målet g har معدل التحويل.");
        Value(string.Concat(Enumerable.Repeat("ש", 10_000))).Message()
            .Should().Be($"Goal g has {new string('ש', 60)}… (10000 characters).");
    }

    [Fact]
    public void Message_CutInsideALetter_KeepsItWhole()
    {
        // 59 letters and one of two characters: it goes, rather than be halved.
        Value(new string('x', 59) + "😀" + "yyyy").Message().Should().Be($"Goal g has {new string('x', 59)}… (65 characters).");
        Value(new string('x', 59) + "e\u0301" + "yyyy").Message().Should().Be($"Goal g has {new string('x', 59)}… (65 characters).");
        Value(new string('x', 58) + "😀" + "yyyy").Message().Should().Be($"Goal g has {new string('x', 58)}😀… (64 characters).");
    }

    [Fact]
    public void Message_OneLetterLongerThanALine_IsCutAllTheSame()
    {
        Value("e" + new string('\u0301', 9_999)).Message().Should().Be($"Goal g has e{new string('\u0301', 59)}… (10000 characters).");
        var halved = "😀\uFE0F\uFE0F" + string.Concat(Enumerable.Repeat("\u200D😀", 40));
        Value(halved).Message().Should().Be($"Goal g has {halved[..59]}… (124 characters).");
        var flags = "😀" + string.Concat(Enumerable.Repeat("\u200D😀", 40));
        Value(flags).Message().Should().StartWith("Goal g has 😀\u200D😀").And.EndWith("… (122 characters).")
            .And.Match(text => text.Length <= "Goal g has ".Length + 60 + "… (122 characters).".Length);
    }

    [Fact]
    public void Path_VeryLong_IsCutInTheSummary() =>
        Kind.At(new string('p', 1_000), [new("goal", "g"), new("value", 1)]).ToString()
            .Should().Be($"Warning TEST-1 at {new string('p', 60)}… (1000 characters): Goal g has 1.");

    [Fact]
    public void At_NoPath_Throws() => Assert.Throws<ArgumentNullException>(() => Kind.At(null!));

    [Fact]
    public void NewKind_BlankCode_Throws() =>
        Assert.Throws<ArgumentException>(() => new FindingKind(" ", FindingSeverity.Info, "m", "s"));

    [Fact]
    public void NewKind_NoMessage_Throws() =>
        Assert.Throws<ArgumentNullException>(() => new FindingKind("T", FindingSeverity.Info, null!, "s"));

    [Fact]
    public void NewKind_NoSuggestion_Throws() =>
        Assert.Throws<ArgumentNullException>(() => new FindingKind("T", FindingSeverity.Info, "m", null!));

    private static Finding Value(object? value) => Kind.At("p", [new("goal", "g"), new("value", value)]);
}
