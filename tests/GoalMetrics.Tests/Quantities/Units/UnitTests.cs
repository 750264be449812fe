using System.Globalization;
using CsCheck;

namespace GoalMetrics.Tests.Quantities.Units;

public sealed class UnitTests
{
    private static readonly Unit Dkk = Unit.Money("DKK");
    private static readonly Unit Eur = Unit.Money("EUR");
    private static readonly Unit Order = Unit.Count("order");
    private static readonly Unit Visitor = Unit.Count("visitor");
    private static readonly Unit Piece = Unit.Count("unit");
    private static readonly Unit Hour = Unit.Duration(DurationUnit.Hour);

    // Units that are dimensions of their own, and what is built of them.
    private static readonly Gen<Unit> Dimension = Gen.OneOfConst(
        Dkk, Eur, Order, Visitor, Hour, Unit.Score(0, 10), Dkk.Per(Order), Dkk.Per(Hour), Hour.Per(Order), Dkk.Times(Hour),
        Dkk.Per("user").Per("month"));

    [Fact]
    public void TimesThenOver_AnyDimensions_GivesBack() =>
        Gen.Select(Dimension, Dimension).Sample(
            (a, b) =>
            {
                a.Times(b).Should().Be(b.Times(a));
                a.Times(b).GetHashCode().Should().Be(b.Times(a).GetHashCode());
                a.Times(b).Over(b).Should().Be(a);
                a.Times(b).Over(a).Should().Be(b);
                a.Per(b).Times(b).Should().Be(a);
            },
            iter: 500);

    [Fact]
    public void Over_Itself_IsRatio() =>
        Gen.OneOf(Dimension, Gen.OneOfConst(Unit.Ratio, Unit.PercentagePoint, Unit.Count())).Sample(
            unit =>
            {
                unit.Over(unit).Should().Be(Unit.Ratio);
                unit.Per(unit).Should().Be(Unit.Ratio);
            },
            iter: 200);

    [Fact]
    public void Times_Ratio_LeavesTheOther() =>
        Gen.OneOf(Dimension, Gen.OneOfConst(Unit.Ratio, Unit.Count())).Sample(
            unit =>
            {
                unit.Times(Unit.Ratio).Should().Be(unit);
                Unit.Ratio.Times(unit).Should().Be(unit);
                unit.Over(Unit.Ratio).Should().Be(unit);
            },
            iter: 200);

    [Fact]
    public void PercentagePoint_PerDay_KeepsBoth()
    {
        var day = Unit.Duration(DurationUnit.Day);
        var rate = Unit.PercentagePoint.Per(day);
        rate.ToString().Should().Be("percentage points per day");
        new Quantity(0.0025m, rate).ToString(null).Should().Be("0.25 pp per day");
        new Quantity(0.0025m, rate).ToString(CultureInfo.GetCultureInfo("da-DK")).Should().Be("0,25 procentpoint pr. dag");
        rate.Times(day).Should().Be(Unit.PercentagePoint);
        rate.Over(rate).Should().Be(Unit.Ratio);
        rate.Times(Dkk).Should().Be(Dkk.Per(day));
        Dkk.Over(rate).Should().Be(Dkk.Times(day));
    }

    [Fact] // 0.05 points a day for 240 hours are 12 points × hours per day, which are half a point once the hours have cancelled.
    public void PercentagePoint_PerDayTimesHours_KeepsThePoints()
    {
        var day = Unit.Duration(DurationUnit.Day);
        var moved = new Quantity(0.0005m, Unit.PercentagePoint.Per(day)) * Quantity.Duration(240, DurationUnit.Hour);

        moved.ToString(null).Should().Be("12 pp × hour per day");
        (moved / Quantity.Duration(24, DurationUnit.Hour) * Quantity.Duration(1, DurationUnit.Day)).ToString(null).Should().Be("0.5 pp");
        (new Quantity(0.0005m, Unit.PercentagePoint.Per(day)) * Quantity.Duration(20, DurationUnit.Day)).ToString(null).Should().Be("1 pp");
    }

    [Fact] // Three times a point are three points; a point of three orders is a share of them.
    public void PercentagePoint_TimesCounts_StaysUnlessItIsOfAThing()
    {
        var point = new Quantity(0.01m, Unit.PercentagePoint);

        (point * Quantity.Count(3)).ToString(null).Should().Be("3 pp");
        (Quantity.Count(3) * point).ToString(null).Should().Be("3 pp");
        (point * Quantity.Ratio(3m)).ToString(null).Should().Be("3 pp");
        (point * Quantity.Count(300, "order")).Should().Be(Quantity.Count(3, "order"));
    }

    [Fact]
    public void PlainCount_WithADimension_IsANumberOfTimes()
    {
        Dkk.Times(Unit.Count()).Should().Be(Dkk);
        Unit.Count().Times(Dkk).Should().Be(Dkk);
        Dkk.Over(Unit.Count()).Should().Be(Dkk);
        Dkk.Per(Unit.Count()).Should().Be(Dkk);
        Hour.Over(Unit.Count()).Should().Be(Hour);
        Unit.Count().Times(Unit.Ratio).Should().Be(Unit.Count());
        Unit.Ratio.Times(Unit.Count()).Should().Be(Unit.Count());
        Unit.Count().Over(Unit.Ratio).Should().Be(Unit.Count());
    }

    [Fact]
    public void Over_CountsOfAnything_IsRatio()
    {
        Order.Over(Visitor).Should().Be(Unit.Ratio);
        Order.Over(Unit.Count()).Should().Be(Unit.Ratio);
        Unit.Count().Over(Order).Should().Be(Unit.Ratio);
        Unit.Count().Over(Unit.Count()).Should().Be(Unit.Ratio);
        Dkk.Over(Visitor).Over(Dkk.Over(Order)).Should().Be(Unit.Ratio);
    }

    [Fact]
    public void Per_Counts_KeepsWhatIsCounted()
    {
        Piece.Per(Order).ToString().Should().Be("unit per order");
        Piece.Per("order").Should().Be(Piece.Per(Order));
        Piece.Per(Order).Kind.Should().Be(UnitKind.Compound);
        Piece.Per(Order).Times(Unit.Ratio).ToString().Should().Be("unit per order");
        Unit.Ratio.Times(Piece.Per(Order)).ToString().Should().Be("unit per order");
        Piece.Per(Order).Times(Order).Should().Be(Piece);
        Piece.Per(Order).Times(Order.Per(Visitor)).ToString().Should().Be("unit per visitor");
        Piece.Per(Order).Times(Dkk).Over(Dkk).Should().Be(Piece.Per(Order));
        Piece.Per(Order).Times(Visitor).Over(Visitor).Should().Be(Piece.Per(Order));

        Piece.Per(Order).Times(Dkk).Times(Unit.Ratio.Over(Dkk)).Should().Be(Piece.Per(Order));
        Unit.Ratio.Over(Dkk).Times(Piece.Per(Order).Times(Dkk)).Should().Be(Piece.Per(Order));

        // Back at a count, the next count makes a ratio of it.
        Piece.Per(Order).Times(Order).Over(Order).Should().Be(Unit.Ratio);
    }

    [Fact]
    public void Over_MoneyByCount_IsMoneyPerNoun()
    {
        Dkk.Over(Order).ToString().Should().Be("DKK per order");
        Dkk.Over(Order).Should().Be(Dkk.Per("order"));
        Dkk.Over(Order).Times(Order).Should().Be(Dkk);
        Dkk.Over(Dkk.Over(Order)).Should().Be(Order);
        Order.Over(Dkk).ToString().Should().Be("order per DKK");
        Unit.Ratio.Over(Hour).ToString().Should().Be("per hour");
    }

    [Fact]
    public void Combine_TwoCurrencies_KeepsBoth()
    {
        Dkk.Over(Eur).ToString().Should().Be("DKK per EUR");
        Dkk.Times(Eur).ToString().Should().Be("DKK × EUR");
        Dkk.Times(Dkk).ToString().Should().Be("DKK × DKK");
    }

    [Fact]
    public void Combine_SeveralBelowTheLine_NamesAll() =>
        Dkk.Over(Order).Over(Hour).ToString().Should().Be("DKK per order and hour");

    [Fact]
    public void Combine_ManyPartners_StaysRight()
    {
        // More partners than are remembered.
        var unit = Unit.Money("NOK");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 40; i++)
            {
                unit.Over(Unit.Count($"thing{i}")).ToString().Should().Be($"NOK per thing{i}");
                unit.Times(Unit.Count($"thing{i}")).ToString().Should().Be($"NOK × thing{i}");
            }
        }
    }

    [Fact]
    public void Combine_FromManyThreads_StaysRight() =>
        Parallel.For(0, 2_000, i => Unit.Money("SEK").Over(Unit.Count($"thing{i % 25}")).ToString().Should().Be($"SEK per thing{i % 25}"));

    [Fact]
    public void Equals_EveryPart_Counts()
    {
        Unit.Count("order").Should().Be(Order);
        Unit.Count("order").Should().NotBe(Unit.Count("Order"));
        Unit.Count("order").Should().NotBe(Unit.Count());
        Unit.Duration(DurationUnit.Hour).Should().NotBe(Unit.Duration(DurationUnit.Day));
        Unit.Score(0, 10).Should().NotBe(Unit.Score(0, 9));
        Unit.Score(0, 10).Should().NotBe(Unit.Score(1, 10));
        Dkk.Per(Order).Should().NotBe(Dkk.Per(Visitor));
        Dkk.Per(Order).Should().NotBe(Dkk.Times(Order));
        (Dkk == Unit.Money("DKK"), Dkk != Unit.Money("DKK"), Dkk == Eur, Dkk != Eur).Should().Be((true, false, false, true));
        Dkk.Equals("DKK").Should().BeFalse();
        (Dkk == null, null == Dkk, (Unit?)null == null).Should().Be((false, false, true));
    }

    [Fact]
    public void ToString_Each_IsInWords()
    {
        using var _ = new CurrentCulture("tr-TR");
        Unit.Ratio.ToString().Should().Be("ratio");
        Unit.PercentagePoint.ToString().Should().Be("percentage points");
        Unit.Count().ToString().Should().Be("count");
        Order.ToString().Should().Be("count of order");
        Dkk.ToString().Should().Be("DKK");
        Unit.Duration(DurationUnit.Minute).ToString().Should().Be("minutes");
        Unit.Score(-0.5m, 10).ToString().Should().Be("score -0.5…10");
        Dkk.Per(Unit.Duration(DurationUnit.Minute)).ToString().Should().Be("DKK per minute");
    }

    [Fact]
    public void Count_BadNoun_Throws()
    {
        Unit.Count(new string('n', 100)).Noun.Should().HaveLength(100);
        Messages.Of<ArgumentException>(() => Unit.Count(new string('n', 101)))
            .Should().Be($"A noun has at most 100 characters; found 101: '{new string('n', 60)}… (101 characters)'. (Parameter 'noun')");
        Assert.Throws<ArgumentException>(() => Unit.Count(" "));
        Assert.Throws<ArgumentNullException>(() => Unit.Count(null!));
    }

    [Fact]
    public void Duration_UnknownUnit_Throws() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Unit.Duration((DurationUnit)9))
            .Should().Be(
                "Expected one of Second, Minute, Hour, Day, Week, Month, Year."
                + $" (Parameter 'unit'){Environment.NewLine}Actual value was 9.");

    [Fact]
    public void Score_OfTheSameScale_CancelsHoweverItIsWritten()
    {
        var (one, other) = (Unit.Score(0m, 10m), Unit.Score(0.0m, 10.00m));
        other.ToString().Should().Be("score 0…10");
        one.Over(other).Should().Be(Unit.Ratio);
        one.Over(one).Should().Be(Unit.Ratio);
    }

    [Fact] // More than are remembered, from several threads at once.
    public async Task Combinations_OfManyUnits_AreAlwaysRight()
    {
        var money = Unit.Money("SEK");
        var nouns = Enumerable.Range(0, 200).Select(number => Unit.Count($"noun{number}")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                var noun = nouns[(i * (thread + 1)) % nouns.Length];
                var price = money.Over(noun);
                price.ToString().Should().Be($"SEK per {noun.Noun}");
                price.Times(noun).Should().Be(money);
            }
        })));
    }
}
