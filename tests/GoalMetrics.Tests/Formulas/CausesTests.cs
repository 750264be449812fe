using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Formulas;

/// <summary>Causes that are words are said in the language of the reader; the names of inputs stay as they are.</summary>
public sealed class CausesTests
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public static TheoryData<Quantity, string, string> Known => new()
    {
        { Finance.InternalRateOfReturn([Money.Dkk(5), Money.Dkk(10)]), "no sign change", "intet fortegnsskift" },
        { Finance.InternalRateOfReturn([Money.Dkk(100), Money.Dkk(-100), Money.Dkk(100)]), "no root", "ingen løsning" },
        {
            Finance.InternalRateOfReturn([Money.Dkk(100), Money.Dkk(-220), Money.Dkk(121)]),
            "roots too close to tell apart", "løsningerne ligger for tæt til at skelnes"
        },
        { Finance.PaybackPeriodOfFlows([Money.Dkk(-10), Money.Dkk(3)]), "not paid back", "ikke tjent hjem" },
        {
            Finance.Xirr([new(new(2027, 1, 1), Money.Usd(-1m)), new(new(2027, 1, 2), Money.Usd(1e-14m))]),
            "too near −100 %", "for tæt på −100 %"
        },
        { FormulaCatalog.Default.Find("oee").GoalSeek("quality", 2m, 1m, 1m, 1m).Value, "unreachable", "kan ikke nås" },
        { Marketing.ConversionRate(-0, default), "visitors", "visitors" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void ToString_Danish_SaysTheCauseInDanish(Quantity value, string english, string danish)
    {
        value.Cause.Should().Be(english);
        value.ToString(CultureInfo.InvariantCulture).Should().EndWith($" ({english})");
        value.ToString(Danish).Should().EndWith($" ({danish})").And.StartWith("udefineret: ");
    }

    [Fact] // The oil pump of Lorie & Savage, 1955, and one with a rate of 12.5 %: (x - 1.125)(x - 1.2) in x = 1 + rate.
    public void ToString_SeveralRoots_ShowsEachAsARate()
    {
        var pump = Finance.InternalRateOfReturn([Money.Dkk(-1_600), Money.Dkk(10_000), Money.Dkk(-10_000)]);
        var close = Finance.InternalRateOfReturn([Money.Dkk(-1_000), Money.Dkk(2_325), Money.Dkk(-1_350)]);

        pump.Cause.Should().Be("several roots (0.25, 4)");
        pump.ToString(CultureInfo.InvariantCulture).Should().Be("undefined: outside the domain (several roots: 25 %, 400 %)");
        close.ToString(CultureInfo.GetCultureInfo("en-US"))
            .Should().Be("undefined: outside the domain (several roots: 12.5%, 20%)");
        close.ToString(Danish).Should().Be("udefineret: uden for definitionsområdet (flere løsninger: 12,5 %, 20 %)");
    }

    [Fact] // (x - 1.1)(x - 1.10001) = x² - 2.20001 x + 1.210011 in x = 1 + rate.
    public void ToString_RootsCloseTogether_ShowsWhereTheyDiffer()
    {
        var rate = Finance.InternalRateOfReturn([Money.Dkk(1_000_000), Money.Dkk(-2_200_010), Money.Dkk(1_210_011)]);

        rate.Cause.Should().Be("several roots (0.1, 0.10001)");
        rate.ToString(CultureInfo.InvariantCulture).Should().EndWith("(several roots: 10 %, 10.001 %)");
    }

    [Theory]
    [InlineData(new[] { 0.1, 0.1000001 }, "several roots (0.1, 0.1000001)")]
    [InlineData(new[] { 1d / 3, 0.5 }, "several roots (0.333333, 0.5)")]
    public void SeveralRoots_CloseTogether_HasTheDecimalsThatTellThemApart(double[] rates, string cause) =>
        Causes.SeveralRoots([.. rates.Select(rate => (decimal?)rate)]).Should().Be(cause);

    [Fact]
    public void ToString_RootTooLarge_SaysSoInTheLanguageOfTheReader()
    {
        var start = new LocalDate(2027, 1, 1);
        var rate = Finance.Xirr(
        [
            new(start, Money.Usd(1)), new(start.PlusDays(10), Money.Usd(-11)), new(start.PlusDays(20), Money.Usd(10)),
        ]);

        rate.ToString(CultureInfo.InvariantCulture).Should().Be("undefined: outside the domain (several roots: 0 %, overflow)");
        rate.ToString(Danish).Should().Be("udefineret: uden for definitionsområdet (flere løsninger: 0 %, for stort tal)");
    }

    [Fact]
    public void ToString_ManyRoots_ShowsTheFirstTen()
    {
        var cause = $"several roots ({string.Join(", ", Enumerable.Range(1, 100))})";

        Quantity.Undefined(UndefinedReason.OutOfDomain, cause).ToString(CultureInfo.InvariantCulture).Should().Be(
            "undefined: outside the domain (several roots: 100 %, 200 %, 300 %, 400 %, 500 %, 600 %, 700 %, 800 %, 900 %, 1,000 %, …)");
    }

    [Theory]
    [InlineData("several roots (of all evil)")]
    [InlineData("several roots (2)")]
    public void ToString_CauseThatOnlyLooksLikeRoots_StandsAsItIs(string cause) =>
        Quantity.Undefined(UndefinedReason.OutOfDomain, cause).ToString(Danish)
            .Should().Be($"udefineret: uden for definitionsområdet ({cause})");

    [Fact] // To find the cause, each input that is zero is tried as 1.
    public void Evaluate_CancelledWhileTheCauseIsSought_Stops()
    {
        var formula = Formula.Of("ratio", (above, below) =>
            above.Amount == 1m ? throw new OperationCanceledException() : Quantity.Count(1) / (above + below));

        FluentActions.Invoking(() => formula.Evaluate(Quantity.Count(0), Quantity.Count(0))).Should().Throw<OperationCanceledException>();
    }
}
