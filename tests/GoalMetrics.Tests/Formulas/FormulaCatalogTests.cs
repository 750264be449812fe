using System.Globalization;

namespace GoalMetrics.Tests.Formulas;

public sealed class FormulaCatalogTests
{
    [Theory]
    [InlineData("return-on-investment", "return-on-investment")]
    [InlineData("roi", "return-on-investment")]
    [InlineData("ROI", "return-on-investment")]
    [InlineData("Konverteringsfrekvens", "conversion-rate")]
    [InlineData("konverterings-frekvens", "conversion-rate")]
    [InlineData("Konverteringsrate", "conversion-rate")]
    [InlineData("KONVERTERINGSRATE", "conversion-rate")]
    [InlineData("CONVERSION-RATE", "conversion-rate")]
    [InlineData("DÆKNINGSGRAD", "contribution-margin")]
    [InlineData("Cagr", "compound-growth-rate")]
    public void Find_IdOrSynonymInAnyCase_FindsIt(string name, string id)
    {
        FormulaCatalog.Default.Find(name).Id.Should().Be(id);
        using var _ = new CurrentCulture("tr-TR");
        FormulaCatalog.Default.Find(name).Id.Should().Be(id);
        FormulaCatalog.Of([.. Finance.Formulas, .. Marketing.Formulas]).Find(name).Id.Should().Be(id);
    }

    // Upper and lower case as each culture makes them: Turkish and Azeri have an i with a dot and one without, in both cases.
    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("da-DK")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Find_EveryNameInTheCaseOfACulture_FindsIt(string culture)
    {
        using var _ = new CurrentCulture(culture);
        var cased = CultureInfo.GetCultureInfo(culture);
        foreach (var formula in FormulaCatalog.Default.Formulas)
        {
            foreach (var name in formula.Description.Synonyms.Prepend(formula.Id))
            {
                var upper = name.ToUpper(cased);
                foreach (var written in (string[])[name, upper, name.ToLower(cased), upper.ToLower(cased), upper.ToLowerInvariant()])
                {
                    FormulaCatalog.Default.Find(written).Should().BeSameAs(formula, written);
                    FormulaCatalog.Default.Find(written.Normalize(System.Text.NormalizationForm.FormD)).Should().BeSameAs(formula, written);
                }
            }
        }
    }

    [Fact]
    public void Find_RoiInTurkishCase_FindsIt()
    {
        FormulaCatalog.Default.Find("ROİ").Id.Should().Be("return-on-investment");
        FormulaCatalog.Default.Find("roı").Id.Should().Be("return-on-investment");
    }

    [Fact]
    public void Find_TitleInAnyLanguage_FindsIt()
    {
        FormulaCatalog.Default.Find("kundens livstidsværdi").Id.Should().Be("customer-lifetime-value");
        foreach (var formula in FormulaCatalog.Default.Formulas)
        {
            FormulaCatalog.Default.Find(formula.Title.English).Should().BeSameAs(formula);
            FormulaCatalog.Default.Find(formula.Title.In(CultureInfo.GetCultureInfo("da"))).Should().BeSameAs(formula);
        }
    }

    [Fact]
    public void Find_TitleThatIsTheNameOfAnother_FindsTheOther()
    {
        var first = Formula.Of("first", q => q).DescribedBy(new() { Title = "Second" });
        var second = Formula.Of("second", q => q).DescribedBy(new() { Title = new LocalizedText("Shared").With("de", "Umsatz") });
        var third = Formula.Of("third", q => q).DescribedBy(new() { Title = "Shared" });
        var catalog = FormulaCatalog.Of(first, second, third);
        catalog.Find("SECOND").Should().BeSameAs(second);
        catalog.Find("shared").Should().BeSameAs(second);
        catalog.Find("umsatz").Should().BeSameAs(second);
    }

    [Theory]
    [InlineData("break-even-units", "Nulpunktsafsætning")]
    [InlineData("absence-rate", "Fraværsprocent")]
    [InlineData("backlog-rate", "Andel åbne sager")]
    [InlineData("close-rate", "Andel vundne salgsmuligheder")]
    public void Title_Danish_IsTheTermOfTheField(string id, string title) =>
        FormulaCatalog.Default.Find(id).Title.In(CultureInfo.GetCultureInfo("da")).Should().Be(title);

    [Fact]
    public void Find_UnknownId_NamesTheNearest()
    {
        Messages.Of<KeyNotFoundException>(() => FormulaCatalog.Default.Find("converson-rate"))
            .Should().Be("No formula is named 'converson-rate'. Did you mean 'conversion-rate'?");
        Messages.Of<KeyNotFoundException>(() => FormulaCatalog.Of([.. Finance.Formulas]).Find("GROSS-MARGEN"))
            .Should().Be("No formula is named 'GROSS-MARGEN'. Did you mean 'gross-margin'?");
        Messages.Of<KeyNotFoundException>(() => Abc().Find("abd"))
            .Should().Be("No formula is named 'abd'. Did you mean 'abc', 'abx'?");
    }

    [Fact]
    public void Find_NothingNear_NamesNone() =>
        Messages.Of<KeyNotFoundException>(() => Abc().Find("kundetilfredshed")).Should().Be("No formula is named 'kundetilfredshed'.");

    [Fact]
    public void Find_SwappedLetters_CountAsOneMistake() =>
        Messages.Of<KeyNotFoundException>(() => Abc().Find("acb")).Should().Be("No formula is named 'acb'. Did you mean 'abc'?");

    [Fact]
    public void Find_VeryLongName_IsCutInTheMessage() =>
        Messages.Of<KeyNotFoundException>(() => Abc().Find(new string('a', 10_000)))
            .Should().Be($"No formula is named '{new string('a', 60)}… (10000 characters)'.");

    [Fact]
    public void Find_Null_Throws() => Messages.Of<ArgumentNullException>(() => Abc().Find(null!)).Should().Contain("'name'");

    [Fact]
    public void TryFind_KnownAndUnknown_SaysWhether()
    {
        FormulaCatalog.Default.TryFind("nps", out var nps).Should().BeTrue();
        nps!.Id.Should().Be("net-promoter-score");
        FormulaCatalog.Default.TryFind("nqs", out var none).Should().BeFalse();
        none.Should().BeNull();
    }

    [Fact]
    public void With_TakenId_ThrowsAndNamesBoth() =>
        Messages.Of<ArgumentException>(() => FormulaCatalog.Default.With(Formula.Of("conversion-rate", (sold, asked) => sold / asked)))
            .Should().Be(
                "Two formulas are named 'conversion-rate': conversion-rate(conversions, visitors) and conversion-rate(sold, asked)."
                + " Give one of them another id or synonym. (Parameter 'formulas')");

    [Fact]
    public void With_FormulaThatIsNull_Throws()
    {
        Messages.Of<ArgumentException>(() => FormulaCatalog.Default.With((Formula)null!))
            .Should().Be("Expected no nulls; found one at index 0. (Parameter 'formulas')");
        Messages.Of<ArgumentException>(() => FormulaCatalog.Of(Formula.Of("mine", q => q), null!))
            .Should().Be("Expected no nulls; found one at index 1. (Parameter 'formulas')");
        Messages.Of<ArgumentNullException>(() => FormulaCatalog.Of(null!)).Should().Contain("'formulas'");
    }

    [Fact]
    public void With_TakenSynonymInAnotherCase_ThrowsAndNamesBoth()
    {
        var mine = Formula.Of("rate-of-interest", (paid, owed) => paid / owed).DescribedBy(new() { Synonyms = ["ROI"] });
        Messages.Of<ArgumentException>(() => FormulaCatalog.Default.With(mine))
            .Should().Be("Two formulas are named 'ROI': return-on-investment(returned, invested) and rate-of-interest(paid, owed). "
                + "Give one of them another id or synonym. (Parameter 'formulas')");
    }

    [Fact]
    public void Of_TheSameFormulaTwice_Throws()
    {
        var mine = Formula.Of("mine", q => q);
        Messages.Of<ArgumentException>(() => FormulaCatalog.Of(mine, mine))
            .Should().Be(
                "Two formulas are named 'mine': mine(q) and mine(q). Give one of them another id or synonym. (Parameter 'formulas')");
    }

    [Fact]
    public void Of_SynonymEqualToItsOwnId_IsAccepted()
    {
        var mine = Formula.Of("mine", q => q).DescribedBy(new() { Synonyms = ["MINE", "min", "min"] });
        FormulaCatalog.Of(mine).Find("Min").Should().BeSameAs(mine);
    }

    [Fact]
    public void With_NewFormula_LeavesTheCatalogueAsItWas()
    {
        var mine = Formula.Of("qualified-share", (qualified, leads) => qualified / leads);
        var more = FormulaCatalog.Default.With(mine);
        more.Formulas.Should().Equal([.. FormulaCatalog.Default.Formulas, mine]);
        more.Find("qualified-share").Should().BeSameAs(mine);
        more.Find("roi").Id.Should().Be("return-on-investment");
        FormulaCatalog.Default.TryFind("qualified-share", out _).Should().BeFalse();
    }

    [Fact]
    public void Of_ListChangedAfterwards_StaysAsItWas()
    {
        var list = new[] { Formula.Of("mine", q => q) };
        var catalog = FormulaCatalog.Of(list);
        list[0] = Formula.Of("other", q => q);
        catalog.Formulas.Should().ContainSingle(formula => formula.Id == "mine");
    }

    [Fact]
    public void InFamily_AnyCase_ListsTheFamilyOnly()
    {
        FormulaCatalog.Default.InFamily("MARKETING").Should().Equal(Marketing.Formulas);
        FormulaCatalog.Default.InFamily("finance").Should().Equal(Finance.Formulas);
        FormulaCatalog.Default.InFamily("nothing").Should().BeEmpty();
    }

    private static FormulaCatalog Abc() =>
        FormulaCatalog.Of(Formula.Of("abx", q => q), Formula.Of("abc", q => q), Formula.Of("xyz", q => q));
}
