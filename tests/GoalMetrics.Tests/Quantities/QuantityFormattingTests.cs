using System.Globalization;

namespace GoalMetrics.Tests.Quantities;

/// <summary>Figures as the cultures write them: Unicode CLDR, by way of ICU.</summary>
public sealed class QuantityFormattingTests
{
    private static readonly string[] Cultures = ["", "da", "da-DK", "en", "en-US", "en-GB", "de-DE", "sv-SE", "tr-TR", "ar-SA", "fa-IR"];
    private static readonly decimal[] ExtremeAmounts =
        [decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -7.9228162514264337593543950335m, 0m, 1.50m];

    private static readonly string[] Formats = ["G", "G0", "G28", "N", "N0", "N28", "R", "g3", "n3", "r"];

    private static readonly Unit[] SomeUnits =
    [
        Unit.Ratio, Unit.PercentagePoint, Unit.Count(), Unit.Count("order"), Unit.Money("DKK"), Unit.Money("JPY"),
        Unit.Duration(DurationUnit.Day), Unit.Score(-100, 100), Unit.Money("DKK").Per("order"), Unit.Count("unit").Per("order"),
        Unit.Duration(DurationUnit.Hour).Per("order"), Unit.Ratio.Over(Unit.Count("order")),
    ];

    public static TheoryData<string> CultureNames => [.. Cultures];

    [Theory]
    [InlineData("", "3.5 %")]
    [InlineData("da-DK", "3,5 %")]
    [InlineData("da", "3,5 %")]
    [InlineData("en-US", "3.5%")]
    [InlineData("en-GB", "3.5%")]
    [InlineData("en", "3.5%")]
    [InlineData("de-DE", "3,5 %")]
    [InlineData("sv-SE", "3,5 %")]
    [InlineData("tr-TR", "%3,5")]
    public void ToString_Ratio_IsPercentInTheCulture(string culture, string text) =>
        Quantity.Ratio(0.035m).ToString(Culture(culture)).Should().Be(text);

    [Theory]
    [InlineData("", "DKK 12,300.50", "-DKK 12,300.50")]
    [InlineData("da-DK", "12.300,50 kr.", "-12.300,50 kr.")]
    [InlineData("da", "12.300,50 DKK", "-12.300,50 DKK")]
    [InlineData("en-US", "DKK 12,300.50", "-DKK 12,300.50")]
    [InlineData("en-GB", "DKK 12,300.50", "-DKK 12,300.50")]
    [InlineData("en", "DKK 12,300.50", "-DKK 12,300.50")]
    [InlineData("de-DE", "12.300,50 DKK", "-12.300,50 DKK")]
    [InlineData("sv-SE", "12\u00A0300,50 DKK", "\u221212\u00A0300,50 DKK")]
    [InlineData("tr-TR", "DKK 12.300,50", "-DKK 12.300,50")]
    public void ToString_Kroner_AreInTheCulture(string culture, string text, string negative)
    {
        Money.Dkk(12_300.50m).ToString(Culture(culture)).Should().Be(text);
        Money.Dkk(-12_300.50m).ToString(Culture(culture)).Should().Be(negative);
    }

    [Theory]
    [InlineData("en-US", "USD", "$5.00", "-$5.00")]
    [InlineData("en-GB", "GBP", "£5.00", "-£5.00")]
    [InlineData("de-DE", "EUR", "5,00 €", "-5,00 €")]
    [InlineData("sv-SE", "SEK", "5,00 kr", "\u22125,00 kr")]
    [InlineData("en-US", "JPY", "JPY 5", "-JPY 5")]
    [InlineData("da-DK", "KWD", "5,000 KWD", "-5,000 KWD")]
    public void ToString_Money_TakesTheSymbolAtHomeAndTheCodeAbroad(string culture, string currency, string text, string negative)
    {
        Money.Of(5, currency).ToString(Culture(culture)).Should().Be(text);
        Money.Of(-5, currency).ToString(Culture(culture)).Should().Be(negative);
    }

    [Fact]
    public void ToString_MoneyInACultureWithoutARegion_TakesTheCode() =>
        Money.Eur(5).ToString(Culture("eo-001")).Should().Contain("EUR").And.Contain("5");

    // .NET's currency patterns (NumberFormatInfo.CurrencyPositivePattern and CurrencyNegativePattern), with the code set off
    // by a space, and a minus where accountants write parentheses.
    [Theory]
    [InlineData(0, 0, "DKK 1.00", "-DKK 1.00")]
    [InlineData(1, 1, "1.00 DKK", "-DKK 1.00")]
    [InlineData(2, 2, "DKK 1.00", "DKK -1.00")]
    [InlineData(3, 3, "1.00 DKK", "DKK 1.00-")]
    [InlineData(0, 4, "DKK 1.00", "-1.00 DKK")]
    [InlineData(0, 5, "DKK 1.00", "-1.00 DKK")]
    [InlineData(0, 6, "DKK 1.00", "1.00- DKK")]
    [InlineData(0, 7, "DKK 1.00", "1.00 DKK-")]
    [InlineData(0, 8, "DKK 1.00", "-1.00 DKK")]
    [InlineData(0, 9, "DKK 1.00", "-DKK 1.00")]
    [InlineData(0, 10, "DKK 1.00", "1.00 DKK-")]
    [InlineData(0, 11, "DKK 1.00", "DKK 1.00-")]
    [InlineData(0, 12, "DKK 1.00", "DKK -1.00")]
    [InlineData(0, 13, "DKK 1.00", "1.00- DKK")]
    [InlineData(0, 14, "DKK 1.00", "-DKK 1.00")]
    [InlineData(0, 15, "DKK 1.00", "-1.00 DKK")]
    [InlineData(0, 16, "DKK 1.00", "DKK -1.00")]
    public void ToString_ForeignMoney_KeepsThePatternOfTheCulture(int positive, int negative, string text, string negativeText)
    {
        var culture = (CultureInfo)Culture("en-US").Clone();
        culture.NumberFormat.CurrencyPositivePattern = positive;
        culture.NumberFormat.CurrencyNegativePattern = negative;
        Money.Dkk(1).ToString(culture).Should().Be(text);
        Money.Dkk(-1).ToString(culture).Should().Be(negativeText);
    }

    [Theory]
    [InlineData("", "DKK 240.50 per order")]
    [InlineData("da-DK", "240,50 kr. pr. order")]
    [InlineData("en-US", "DKK 240.50 per order")]
    public void ToString_MoneyPerOrder_IsInTheCulture(string culture, string text) =>
        Commerce.AverageOrderValue(Money.Dkk(2_405), 10).ToString(Culture(culture)).Should().Be(text);

    [Theory]
    [InlineData("en-US", 1.5, DurationUnit.Hour, "1.5 hours")]
    [InlineData("da-DK", 1.5, DurationUnit.Hour, "1,5 timer")]
    [InlineData("en-US", 1.0, DurationUnit.Day, "1 day")]
    [InlineData("en-US", -1.0, DurationUnit.Day, "-1 day")]
    [InlineData("da-DK", 1.0, DurationUnit.Day, "1 dag")]
    [InlineData("da-DK", 2.0, DurationUnit.Day, "2 dage")]
    [InlineData("da-DK", 0.0, DurationUnit.Second, "0 sekunder")]
    [InlineData("da-DK", 3.0, DurationUnit.Minute, "3 minutter")]
    [InlineData("da-DK", 3.0, DurationUnit.Week, "3 uger")]
    [InlineData("da-DK", 3.0, DurationUnit.Month, "3 måneder")]
    [InlineData("da-DK", 3.0, DurationUnit.Year, "3 år")]
    [InlineData("en-GB", 3.0, DurationUnit.Second, "3 seconds")]
    [InlineData("en-GB", 3.0, DurationUnit.Minute, "3 minutes")]
    [InlineData("en-GB", 3.0, DurationUnit.Week, "3 weeks")]
    [InlineData("en-GB", 3.0, DurationUnit.Month, "3 months")]
    [InlineData("en-GB", 1.0, DurationUnit.Year, "1 year")]
    public void ToString_Duration_IsInTheCulture(string culture, double amount, DurationUnit unit, string text) =>
        Quantity.Duration((decimal)amount, unit).ToString(Culture(culture)).Should().Be(text);

    [Fact]
    public void ToString_PercentagePoints_AreInTheCulture()
    {
        2.PercentagePoints().ToString(Culture("en-US")).Should().Be("2 pp");
        (-0.25m).PercentagePoints().ToString(Culture("da-DK")).Should().Be("-0,25 procentpoint");
        1_234.5m.PercentagePoints().ToString(Culture("da-DK")).Should().Be("1.234,5 procentpoint");
        2.PercentagePoints().ToString("G1", Culture("tr-TR")).Should().Be("2,0 pp");
        0.0312345m.PercentagePoints().ToString("R", null).Should().Be("0.0312345 pp");
    }

    [Fact]
    public void ToString_CountsAndScores_AreNumbers()
    {
        Quantity.Count(1_234_567, "order").ToString(Culture("da-DK")).Should().Be("1.234.567");
        Quantity.Count(2.456m).ToString(Culture("en-US")).Should().Be("2.46");
        Quantity.Score(45, -100, 100).ToString(Culture("da-DK")).Should().Be("45");
    }

    [Fact]
    public void ToString_Compounds_ReadAsPeopleSayThem()
    {
        Commerce.UnitsPerOrder(24, 10).ToString(Culture("en-US")).Should().Be("2.4 per order");
        Quantity.Duration(90, DurationUnit.Minute).Per("order").ToString(Culture("en-US")).Should().Be("90 minutes per order");
        Quantity.Duration(1, DurationUnit.Minute).Per("order").ToString(Culture("da-DK")).Should().Be("1 minut pr. order");
        (Money.Dkk(5).Per("user") / Quantity.Duration(1, DurationUnit.Month)).ToString(Culture("en-US"))
            .Should().Be("DKK 5.00 per user per month");
        (Money.Dkk(5).Per("user") / Quantity.Duration(1, DurationUnit.Month)).ToString(Culture("da-DK"))
            .Should().Be("5,00 kr. pr. user pr. måned");
        (Money.Dkk(6) * Money.Eur(2)).ToString(null).Should().Be("DKK 12.00 × EUR");
        (Quantity.Ratio(5m) / Quantity.Duration(1, DurationUnit.Hour)).ToString(null).Should().Be("5 per hour");
    }

    [Theory]
    [InlineData(null, "DKK 1,234.57", "3.46 %", "1,234.57", "1.23 hours")]
    [InlineData("", "DKK 1,234.57", "3.46 %", "1,234.57", "1.23 hours")]
    [InlineData("G", "DKK 1,234.57", "3.46 %", "1,234.57", "1.23 hours")]
    [InlineData("g3", "DKK 1,234.568", "3.457 %", "1,234.568", "1.235 hours")]
    [InlineData("G0", "DKK 1,235", "3 %", "1,235", "1 hours")]
    [InlineData("N", "1,234.5678", "0.034567", "1,234.5678", "1.2345")]
    [InlineData("N2", "1,234.57", "0.03", "1,234.57", "1.23")]
    [InlineData("n0", "1,235", "0", "1,235", "1")]
    [InlineData("R", "DKK 1,234.5678", "3.45674 %", "1,234.5678", "1.2345 hours")]
    public void ToString_Format_DecidesUnitAndDecimals(string? format, string money, string ratio, string count, string duration)
    {
        Money.Dkk(1_234.5678m).ToString(format, null).Should().Be(money);
        Quantity.Ratio(0.0345674m).ToString(format, null).Should().Be(ratio);
        Quantity.Count(1_234.5678m).ToString(format, null).Should().Be(count);
        Quantity.Duration(1.2345m, DurationUnit.Hour).ToString(format, null).Should().Be(duration);
    }

    [Fact]
    public void ToString_Halves_RoundAwayFromZero()
    {
        Money.Dkk(0.125m).ToString(null).Should().Be("DKK 0.13");
        Money.Dkk(-0.125m).ToString(null).Should().Be("-DKK 0.13");
        Quantity.Ratio(0.00125m).ToString(null).Should().Be("0.13 %");
        Quantity.Ratio(0.00005m).ToString(null).Should().Be("0.01 %");
        Quantity.Count(0.125m).ToString(null).Should().Be("0.13");
        Quantity.Count(0.005m).ToString(null).Should().Be("0.01");
    }

    [Fact]
    public void ToString_BelowTheLastDecimal_IsZeroWithoutSign()
    {
        Money.Dkk(-0.001m).ToString(Culture("en-US")).Should().Be("DKK 0.00");
        Quantity.Ratio(-0.00001m).ToString(Culture("en-US")).Should().Be("0%");
        (-Quantity.Count(0)).ToString(Culture("en-US")).Should().Be("0");
    }

    [Fact]
    public void ToString_RoundTripFormat_KeepsEveryDecimal()
    {
        Money.Dkk(5).ToString("R", null).Should().Be("DKK 5.00");
        Money.Of(5.5m, "JPY").ToString("R", null).Should().Be("JPY 5.5");
        Money.Dkk(5.120000m).ToString("R", null).Should().Be("DKK 5.12");
        Quantity.Ratio(0.1234567890123456789012345678m).ToString("R", null).Should().Be("12.34567890123456789012345678 %");
        Quantity.Count(0.0000000000000000000000000001m).ToString("R", null).Should().Be("0.0000000000000000000000000001");
        Quantity.Count(0.0000000000000000000000000001m).ToString("N28", null).Should().Be("0.0000000000000000000000000001");
    }

    [Theory]
    [InlineData("X")]
    [InlineData("G29")]
    [InlineData("G-1")]
    [InlineData("G 1")]
    [InlineData("N2x")]
    [InlineData("R2")]
    [InlineData("0.00")]
    [InlineData(" ")]
    [InlineData("G99999999999")]
    public void ToString_UnknownFormat_Throws(string format) =>
        Messages.Of<FormatException>(() => Money.Dkk(1).ToString(format, null))
            .Should().Be($"Unknown quantity format '{format}': expected G, G0 to G28, N, N0 to N28, or R.");

    [Fact]
    public void ToString_UnknownFormatOfAnUndefined_ThrowsToo() =>
        Assert.Throws<FormatException>(() => default(Quantity).ToString("X", null));

    [Theory]
    [InlineData(UndefinedReason.NoData, "undefined: no data", "udefineret: ingen data")]
    [InlineData(UndefinedReason.ZeroDenominator, "undefined: zero denominator", "udefineret: nævneren er nul")]
    [InlineData(UndefinedReason.Immature, "undefined: too early to tell", "udefineret: for tidligt at sige")]
    [InlineData(UndefinedReason.InsufficientData, "undefined: insufficient data", "udefineret: for få data")]
    [InlineData(UndefinedReason.OutOfDomain, "undefined: outside the domain", "udefineret: uden for definitionsområdet")]
    [InlineData(UndefinedReason.Overflow, "undefined: overflow", "udefineret: for stort tal")]
    [InlineData(UndefinedReason.NotAdditive, "undefined: not additive", "udefineret: kan ikke lægges sammen")]
    public void ToString_Undefined_SaysWhyInTheLanguage(UndefinedReason reason, string english, string danish)
    {
        Quantity.Undefined(reason).ToString(Culture("en-US")).Should().Be(english);
        Quantity.Undefined(reason, "visitors", Unit.Money("DKK")).ToString(Culture("de-DE")).Should().Be(english + " (visitors)");
        Quantity.Undefined(reason).ToString(Culture("da")).Should().Be(danish);
        Quantity.Undefined(reason, "besøgende").ToString("N", Culture("da-DK")).Should().Be(danish + " (besøgende)");
    }

    [Fact]
    public void ToString_EveryReason_HasWords()
    {
        foreach (var reason in Enum.GetValues<UndefinedReason>())
        {
            Quantity.Undefined(reason).ToString(Culture("da-DK")).Should().StartWith("udefineret: ").And.NotEndWith(": ");
        }
    }

    [Fact]
    public void ToString_LongCause_IsCut() =>
        Quantity.Undefined(UndefinedReason.NoData, new string('x', 10_000)).ToString(null)
            .Should().Be($"undefined: no data ({new string('x', 60)}… (10000 characters))");

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void ToString_ExtremeAmounts_NeverThrow(string culture)
    {
        foreach (var unit in SomeUnits)
        {
            foreach (var amount in ExtremeAmounts)
            {
                foreach (var format in Formats)
                {
                    new Quantity(amount, unit).ToString(format, Culture(culture)).Should().NotBeNullOrWhiteSpace();
                }
            }
        }
    }

    [Fact]
    public void ToString_LargestAmount_IsWhole()
    {
        Quantity.Ratio(decimal.MaxValue).ToString(null).Should().Be("7,922,816,251,426,433,759,354,395,033,500 %");
        new Quantity(decimal.MaxValue, Unit.PercentagePoint).ToString(null).Should().Be("7,922,816,251,426,433,759,354,395,033,500 pp");
        Money.Dkk(decimal.MinValue).ToString(null).Should().Be("-DKK 79,228,162,514,264,337,593,543,950,335.00");
        Quantity.Count(decimal.MaxValue).ToString(null).Should().Be("79,228,162,514,264,337,593,543,950,335");
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void ToString_AnyCurrentCulture_MakesNoDifference(string current)
    {
        var expected = Everything();
        using var _ = new CurrentCulture(current);
        Everything().Should().Equal(expected);

        static List<string> Everything() =>
        [
            .. from unit in SomeUnits
               from amount in new[] { -12_300.5m, 0.035m }
               from culture in Cultures
               from format in Formats
               select new Quantity(amount, unit).ToString(format, Culture(culture)),
            .. SomeUnits.Select(unit => new Quantity(-12_300.5m, unit).ToString(null, null)),
            .. SomeUnits.Select(unit => $"{unit}: {Invariantly(new(-12_300.5m, unit))}"),
            default(Quantity).ToString(null, null),
        ];

#pragma warning disable CA1305 // The overload without a culture is what is tested.
        static string Invariantly(Quantity quantity) => quantity.ToString();
#pragma warning restore CA1305
    }

    [Fact]
    public void ToString_NumberFormatAlone_IsTaken() =>
        Money.Dkk(1_234.5m).ToString(new NumberFormatInfo { CurrencyDecimalSeparator = ";", CurrencyGroupSeparator = "_" })
            .Should().Be("DKK 1_234;50");

    [Fact]
    public void ToString_Interpolated_TakesFormatAndCulture() =>
        string.Create(Culture("da-DK"), $"{Money.Dkk(12_300.5m)} | {Quantity.Ratio(0.03456m):G1} | {Quantity.Ratio(0.035m):N}")
            .Should().Be("12.300,50 kr. | 3,5 % | 0,035");

    [Fact]
    public void TryFormat_ExactBuffer_Fits()
    {
        Span<char> exact = stackalloc char["12.300,50 kr.".Length];
        Money.Dkk(12_300.5m).TryFormat(exact, out var written, "G", Culture("da-DK")).Should().BeTrue();
        written.Should().Be(13);
        exact.ToString().Should().Be("12.300,50 kr.");
    }

    [Fact]
    public void TryFormat_LargerBuffer_LeavesTheRest()
    {
        Span<char> large = ['x', 'x', 'x', 'x', 'x', 'x'];
        Quantity.Ratio(0.035m).TryFormat(large, out var written, "", Culture("en-US")).Should().BeTrue();
        written.Should().Be(4);
        large.ToString().Should().Be("3.5%xx");
    }

    [Fact]
    public void TryFormat_TooSmallBuffer_WritesNothing()
    {
        Span<char> small = ['x', 'x', 'x'];
        Quantity.Ratio(0.035m).TryFormat(small, out var written, default, Culture("en-US")).Should().BeFalse();
        written.Should().Be(0);
        small.ToString().Should().Be("xxx");
        Quantity.Ratio(0.035m).TryFormat([], out written, default, null).Should().BeFalse();
        written.Should().Be(0);
    }

    private static CultureInfo Culture(string name) => CultureInfo.GetCultureInfo(name);
}
