using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Formulas.Families;

public sealed class CashFlowTests
{
    // Microsoft's documentation of XNPV and XIRR: 1 January 2008 and four dates after it.
    private static readonly CashFlow[] Excel =
    [
        new(new(2008, 1, 1), Money.Usd(-10_000)), new(new(2008, 3, 1), Money.Usd(2_750)), new(new(2008, 10, 30), Money.Usd(4_250)),
        new(new(2009, 2, 15), Money.Usd(3_250)), new(new(2009, 4, 1), Money.Usd(2_750)),
    ];

    [Fact]
    public void NetPresentValue_ExcelsExamples_AreThePublishedValues()
    {
        // Reference fin-npv-excel: printed 1188.44; digits from gnumeric 1.12.55.
        Finance.NetPresentValue(0.10m, Usd(-10_000, 3_000, 4_200, 6_800)).ShouldRoundTo(1188.443412335223m, Unit.Money("USD"));

        // Reference fin-npv-begin: printed 1922.06; 8 %, what is invested now.
        Finance.NetPresentValueFromNow(0.08m, Usd(-40_000, 8_000, 9_200, 10_000, 12_000, 14_500))
            .ShouldRoundTo(1922.0615549323722m, Unit.Money("USD"));
    }

    [Fact]
    public void NetPresentValue_RateOfZero_IsTheSum() => Finance.NetPresentValue(0m, Usd(-10, 4, 7.5m)).Should().Be(Money.Usd(1.5m));

    [Theory]
    [InlineData("-1")]
    [InlineData("-1.5")]
    public void NetPresentValue_RateOfMinusOneOrBelow_IsOutOfDomain(string rate)
    {
        var below = Quantity.Ratio(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture));
        var value = Finance.NetPresentValue(below, Usd(-10, 11));
        value.ShouldBeUndefined(UndefinedReason.OutOfDomain, "rate");
        value.Unit.Should().Be(Unit.Money("USD"));
        Finance.NetPresentValueFromNow(below, Usd(-10, 11)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "rate");
        Finance.Xnpv(below, Excel).ShouldBeUndefined(UndefinedReason.OutOfDomain, "rate");
        Finance.DiscountedPaybackPeriodOfFlows(below, Usd(-10, 11)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "rate");
        FormulaCatalog.Default.Find("npv").Evaluate([below, .. Usd(-10, 11)]).ShouldBeUndefined(UndefinedReason.OutOfDomain, "rate");
    }

    [Fact]
    public void Flows_None_AreInsufficientData()
    {
        Finance.NetPresentValue(0.1m, []).ShouldBeUndefined(UndefinedReason.InsufficientData, "flows");
        Finance.NetPresentValueFromNow(0.1m, []).ShouldBeUndefined(UndefinedReason.InsufficientData, "flows");
        Finance.Xnpv(0.1m, []).ShouldBeUndefined(UndefinedReason.InsufficientData, "flows");
        Finance.InternalRateOfReturn([]).ShouldBeUndefined(UndefinedReason.InsufficientData, "flows");
        Finance.Xirr([]).ShouldBeUndefined(UndefinedReason.InsufficientData, "flows");
        Finance.PaybackPeriodOfFlows([]).ShouldBeUndefined(UndefinedReason.InsufficientData, "flows");
    }

    [Fact]
    public void Flows_OneUndefined_CarriesItsReasonAndPlace()
    {
        Quantity[] flows = [Money.Usd(-10), Quantity.Undefined(UndefinedReason.Immature), default];
        Finance.NetPresentValue(0.1m, flows).ShouldBeUndefined(UndefinedReason.Immature, "flows[1]");
        Finance.InternalRateOfReturn(flows).ShouldBeUndefined(UndefinedReason.Immature, "flows[1]");
        Finance.PaybackPeriodOfFlows(flows).ShouldBeUndefined(UndefinedReason.Immature, "flows[1]");
        Finance.Xirr([Excel[0], new(new(2009, 1, 1), default)]).ShouldBeUndefined(UndefinedReason.NoData, "flows[1]");
        Finance.Xnpv(0.1m, [Excel[0], new(new(2009, 1, 1), default)]).ShouldBeUndefined(UndefinedReason.NoData, "flows[1]");
        Finance.NetPresentValue(default, flows).ShouldBeUndefined(UndefinedReason.NoData, "rate");
        Finance.InternalRateOfReturn(flows).Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void Flows_TwoCurrencies_Throw()
    {
        Quantity[] flows = [Money.Usd(-10), Money.Eur(11)];
        const string message = "Cannot add USD and EUR: convert one of them first, with ExchangeRate.";
        Messages.Of<UnitMismatchException>(() => Finance.NetPresentValue(0.1m, flows)).Should().Be(message);
        Messages.Of<UnitMismatchException>(() => Finance.InternalRateOfReturn(flows)).Should().Be(message);
        Messages.Of<UnitMismatchException>(() => Finance.Xirr([Excel[0], new(new(2009, 1, 1), Money.Eur(1))])).Should().Be(message);
    }

    [Fact]
    public void Flows_NotMoney_Throw() =>
        Messages.Of<ArgumentException>(() => Finance.InternalRateOfReturn([Money.Usd(-10), 11])).Should().Be(
            "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found count 11. (Parameter 'flows[1]')");

    [Fact]
    public void InternalRateOfReturn_ExcelsExamples_AreThePublishedRates()
    {
        // Reference fin-irr-excel: printed 8.7 %; digits from gnumeric 1.12.55.
        Finance.InternalRateOfReturn(Usd(-70_000, 12_000, 15_000, 18_000, 21_000, 26_000)).ShouldBeAbout(0.08663094803653161m);

        // Microsoft's documentation of IRR: after four years -2.1 %.
        Finance.InternalRateOfReturn(Usd(-70_000, 12_000, 15_000, 18_000, 21_000)).ShouldBeAbout(-0.021244848273410m, 1e-9m);
    }

    [Fact]
    public void InternalRateOfReturn_ByHand_IsTheRoot()
    {
        Finance.InternalRateOfReturn(Usd(-100, 110)).ShouldBeAbout(0.1m);
        Finance.InternalRateOfReturn(Usd(-100, 100)).ShouldBeAbout(0m);
        Finance.InternalRateOfReturn(Usd(100, -110)).ShouldBeAbout(0.1m);
        Finance.InternalRateOfReturn(Usd(0, -100, 0, 121)).ShouldBeAbout(0.1m);
        Finance.InternalRateOfReturn(Usd(-100, 1)).ShouldBeAbout(-0.99m);
        Finance.InternalRateOfReturn(Usd(-100, 100.0001m)).ShouldBeAbout(0.000001m);
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-6)]
    [InlineData(1e12)]
    [InlineData(1e22)]
    public void InternalRateOfReturn_HugeAndTinyFlows_IsTheSame(double scale)
    {
        var flows = Usd(-70_000, 12_000, 15_000, 18_000, 21_000, 26_000).Select(flow => flow * Quantity.Ratio((decimal)scale)).ToArray();
        Finance.InternalRateOfReturn(flows).ShouldBeAbout(0.08663094803653161m);
    }

    [Fact]
    public void InternalRateOfReturn_HugeReturns_IsFoundOrOverflow()
    {
        Finance.InternalRateOfReturn([Money.Usd(-0.0001m), Money.Usd(10_000_000)]).ShouldBeAbout(99_999_999_999m, 1m);
        Finance.Xirr([new(new(2027, 1, 1), Money.Usd(-1)), new(new(2027, 1, 2), Money.Usd(1_000))])
            .ShouldBeUndefined(UndefinedReason.Overflow, "flows");
    }

    [Theory]
    [InlineData(new double[] { 100, 100 }, "no sign change")]
    [InlineData(new double[] { -100, -5, 0 }, "no sign change")]
    [InlineData(new double[] { 0, 0 }, "no sign change")]
    [InlineData(new double[] { -100 }, "no sign change")]
    [InlineData(new double[] { 100, -100, 100 }, "no root")]
    // Lorie & Savage, Three Problems in Rationing Capital, 1955: the oil pump, 25 % and 400 %.
    [InlineData(new double[] { -1_600, 10_000, -10_000 }, "several roots (0.25, 4)")]
    // (x - 1.1)(x - 1.2)(x - 1.3) = x³ - 3.6 x² + 4.31 x - 1.716 in x = 1 + rate: 10 %, 20 % and 30 %.
    [InlineData(new double[] { 1_000, -3_600, 4_310, -1_716 }, "several roots (0.1, 0.2, 0.3)")]
    public void InternalRateOfReturn_NotOneRoot_IsOutOfDomainAndSaysWhy(double[] flows, string cause)
    {
        Finance.InternalRateOfReturn(Usd([.. flows.Select(flow => (decimal)flow)])).ShouldBeUndefined(UndefinedReason.OutOfDomain, cause);
        Finance.Xirr(Yearly(flows)).ShouldBeUndefined(UndefinedReason.OutOfDomain, cause);
    }

    [Fact]
    public void InternalRateOfReturn_SeveralSignChangesButOneRoot_IsThatRoot()
    {
        // (x - 1.1)(x² - x + 1) = x³ - 2.1 x² + 2.1 x - 1.1: two of the three roots are not real.
        Finance.InternalRateOfReturn(Usd(1_000, -2_100, 2_100, -1_100)).ShouldBeAbout(0.1m);
    }

    // Multiplied out by hand: (x - 1.1)² = x² - 2.2 x + 1.21, (x - 1.1)³, (x - 1)³, (x - 1)⁴, (4x - 5)² in x = 1 + rate; and
    // (x - 1)²(x - 1.1), of which one stands apart.
    [Theory]
    [InlineData(new double[] { 100, -220, 121 })]
    [InlineData(new double[] { -1_000, 3_300, -3_630, 1_331 })]
    [InlineData(new double[] { -1, 3, -3, 1 })]
    [InlineData(new double[] { -1, 4, -6, 4, -1 })]
    [InlineData(new double[] { -16, 40, -25 })]
    [InlineData(new double[] { 10, -31, 32, -11 })]
    public void InternalRateOfReturn_RootSeveralTimesOver_CannotBeToldApart(double[] flows)
    {
        Finance.InternalRateOfReturn(Usd([.. flows.Select(flow => (decimal)flow)]))
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "roots too close to tell apart");
        Finance.Xirr(Yearly(flows)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "roots too close to tell apart");
    }

    // In x = 1 + rate: (x - 1.1)(x - 1.101) = x² - 2.201 x + 1.2111; and (x - 1.1)² + 1e-6, which has none.
    [Theory]
    [InlineData(new double[] { 1_000, -2_201, 1_211.1 }, "several roots (0.1, 0.101)")]
    [InlineData(new double[] { 1, -2.2, 1.210001 }, "no root")]
    // (x - 1.1)(x - 1.1000000001) and (x - 1.1)² + 1e-14: double sees nothing but rounding there.
    [InlineData(new double[] { 1, -2.2000000001, 1.21000000011 }, "roots too close to tell apart")]
    [InlineData(new double[] { 1, -2.2, 1.21000000000001 }, "roots too close to tell apart")]
    public void InternalRateOfReturn_RootsCloseTogether_AreListedWhereTheyCanBeToldApart(double[] flows, string cause) =>
        Finance.InternalRateOfReturn(Usd([.. flows.Select(flow => (decimal)flow)])).ShouldBeUndefined(UndefinedReason.OutOfDomain, cause);

    // The oil pump on three days running: 25 % and 400 % a day are 1.25^365 = 2.3e35 and 5^365 = 1.3e255 a year.
    // 1 - 10.1 y + y² = (1 - 10 y)(1 - 0.1 y): 900 % a day, and a loss of 90 % a day, of which 1e-365 is left in a year.
    // Every tenth day, (1 - 10 y)(1 - y): 900 % and 0 %.
    [Theory]
    [InlineData(1, -1_600, 10_000, -10_000, "several roots (overflow, overflow)")]
    [InlineData(1, 10, -101, 10, "several roots (-1, overflow)")]
    [InlineData(10, 1, -11, 10, "several roots (0, overflow)")]
    public void Xirr_RootsBeyondDecimal_AreListedAsThat(int days, int first, int then, int last, string cause)
    {
        var start = new LocalDate(2027, 1, 1);
        CashFlow[] flows =
        [
            new(start, Money.Usd(first)), new(start.PlusDays(days), Money.Usd(then)), new(start.PlusDays(2 * days), Money.Usd(last)),
        ];

        Finance.Xirr(flows).ShouldBeUndefined(UndefinedReason.OutOfDomain, cause);
    }

    [Fact]
    public void InternalRateOfReturn_AllButEverythingLost_IsNotAllOfIt()
    {
        // By hand: 1e-20 comes back of 1.
        Finance.InternalRateOfReturn(Usd(-1m, 1e-20m)).Should().Be(Quantity.Ratio(-0.99999999999999999999m));

        // By hand: 1e-14 of 1 within a day, is (1e-14)^365 in a year.
        Finance.Xirr([new(new(2027, 1, 1), Money.Usd(-1m)), new(new(2027, 1, 2), Money.Usd(1e-14m))])
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "too near −100 %");
    }

    [Fact]
    public void Xirr_TimesWithoutBounds_AreSearchedAllTheSame()
    {
        // Two months of a universe apart; the goal seek of an input of time tries such.
        var xirr = FormulaCatalog.Default.Find("xirr");
        Quantity[] inputs =
        [
            Money.Usd(-10_000), Days(0), Money.Usd(2_750), Days(1e20m), Money.Usd(-4_250), Days(2e20m), Money.Usd(30_000), Days(1),
        ];
        (xirr.Evaluate(inputs) is { IsDefined: true } or { Cause: not null }).Should().BeTrue();
    }

    [Fact]
    public void Xnpv_ExcelsExample_IsThePublishedValue() =>
        // Reference fin-xnpv-excel: printed 2086.65; digits from gnumeric 1.12.55.
        Finance.Xnpv(0.09m, Excel).ShouldBeAbout(2086.6476020315367m, 1e-9m);

    [Fact]
    public void Xirr_ExcelsExample_IsThePublishedRate() =>
        // Reference fin-xirr-excel: printed 0.373362535; digits from gnumeric 1.12.55.
        Finance.Xirr(Excel).ShouldBeAbout(0.37336253351883153m);

    [Fact]
    public void Xirr_ZerosBeforeAndAfter_ChangeNothing() =>
        // Reference xirr-zeros has more zeros around the same two flows; this is its first five lines: 10 back of 100 after 366 days.
        Finance.Xirr(
        [
            new(new(2021, 12, 31), Money.Usd(0)), new(new(2022, 12, 31), Money.Usd(0)), new(new(2023, 12, 31), Money.Usd(-100)),
            new(new(2024, 12, 31), Money.Usd(10)), new(new(2025, 12, 31), Money.Usd(0)),
        ]).ShouldBeAbout((decimal)Math.Pow(0.1, 365d / 366d) - 1m);

    [Fact]
    public void Xirr_FlowsOfOneDay_AreAddedUp() =>
        Finance.Xirr(
        [
            new(new(2027, 1, 1), Money.Usd(-0.1m)), new(new(2027, 1, 1), Money.Usd(-0.2m)), new(new(2027, 1, 1), Money.Usd(0.3m)),
            new(new(2027, 2, 1), Money.Usd(-100)), new(new(2028, 2, 1), Money.Usd(110)),
        ]).ShouldBeAbout(0.1m);

    [Fact]
    public void Xirr_AnyOrder_IsTheSame()
    {
        var random = new Random(20271124);
        for (var i = 0; i < 20; i++)
        {
            var shuffled = Excel.ToArray();
            random.Shuffle(shuffled);
            Finance.Xirr(shuffled).Should().Be(Finance.Xirr(Excel));
            Finance.Xnpv(0.09m, shuffled).ShouldBeAbout(2086.6476020315367m, 1e-9m);
        }
    }

    [Fact]
    public void CatalogueEntries_OverAmountsAndDays_AreTheCallsWithDates()
    {
        var catalog = FormulaCatalog.Default;
        var start = new LocalDate(2007, 5, 1);
        Quantity[] pairs = [.. Excel.SelectMany(flow => new[] { flow.Amount, Days(Period.DaysBetween(start, flow.Date)) })];
        catalog.Find("xirr").Evaluate(pairs).ShouldBeAbout(0.37336253351883153m);
        catalog.Find("xnpv").Evaluate([0.09m, .. pairs]).ShouldBeAbout(2086.6476020315367m, 1e-9m);
        catalog.Find("xirr").Evaluate([.. pairs[..^1], default]).ShouldBeUndefined(UndefinedReason.NoData, "after[4]");
        catalog.Find("irr").Evaluate(Usd(-100, 110)).ShouldBeAbout(0.1m);
        Messages.Of<ArgumentException>(() => catalog.Find("xirr").Evaluate(pairs[..^1])).Should().Be(
            "Formula 'xirr' takes 2 inputs (flows, after) or more, the last 2 again and again; found 9. (Parameter 'inputs')");
        catalog.Find("npv").ResultUnit(Unit.Ratio, Unit.Money("DKK"), Unit.Money("DKK")).Should().Be(Unit.Money("DKK"));
        Messages.Of<ArgumentException>(() => catalog.Find("npv").ResultUnit(Unit.Ratio, Unit.Money("DKK"), Unit.Money("EUR"))).Should().Be(
            "Formula 'net-present-value' cannot take rate (ratio), flows[0] (DKK), flows[1] (EUR). "
            + "Cannot add DKK and EUR: convert one of them first, with ExchangeRate.");
    }

    [Fact]
    public void PaybackPeriodOfFlows_ByHand_IsWithinAPeriodInProportion()
    {
        // By hand: after 2 years 3,000 of 10,000 are missing, of the third's 4,500: 2 + 3,000 / 4,500.
        Finance.PaybackPeriodOfFlows(Usd(-10_000, 3_000, 4_000, 4_500, 4_500)).ShouldRoundTo(2.66666666666667m, Unit.Count("period"));

        // By hand at 10 %: 2,727.27 + 3,305.79 = 6,033.06; 3,966.94 missing; 3,380.92 in year 3; 586.03 of year 4's 3,073.56.
        Finance.DiscountedPaybackPeriodOfFlows(0.10m, Usd(-10_000, 3_000, 4_000, 4_500, 4_500))
            .ShouldRoundTo(3.19066666666667m, Unit.Count("period"));
        Finance.PaybackPeriodOfFlows(Usd(-10, 10)).Should().Be(Quantity.Count(1, "period"));
    }

    [Fact]
    public void PaybackPeriodOfFlows_NotPaidBackOrNothingInvested_IsOutOfDomain()
    {
        Finance.PaybackPeriodOfFlows(Usd(-10, 3, 3)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "not paid back");
        Finance.PaybackPeriodOfFlows(Usd(10, 3, 3)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "flows[0]");
        Finance.PaybackPeriodOfFlows(Usd(-10)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "not paid back");
    }

    [Fact]
    public void DiscountedPaybackPeriodOfFlows_BeyondTheRangeOfDecimal_IsStillKnown()
    {
        // By hand: 1 a period for ever is worth 10 at 10 %, which is less than 100; 0 is worth 0.
        Finance.DiscountedPaybackPeriodOfFlows(0.1m, Usd([-100m, .. Enumerable.Repeat(1m, 2_000)]))
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "not paid back");
        Finance.DiscountedPaybackPeriodOfFlows(-0.9m, Usd([-100m, .. Enumerable.Repeat(0m, 40)]))
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "not paid back");

        // By hand: 1e-30 · 1e60 in period 30, of which 100 · 1e-30 is the share needed.
        Finance.DiscountedPaybackPeriodOfFlows(-0.9m, Usd([-100m, .. Enumerable.Repeat(0m, 29), 1m])).ShouldBeAbout(29m);
        Finance.DiscountedPaybackPeriodOfFlows(0m, Usd(-10, 4, 4, 4)).Should().Be(Quantity.Count(2.5m, "period"));
    }

    [Fact]
    public void InternalRateOfReturn_RandomRoots_AreAllFound()
    {
        // Flows made from chosen roots, multiplied out in decimal: all the roots there are.
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var number = random.Next(1, 5);
            var roots = new HashSet<decimal>();
            while (roots.Count < number)
            {
                roots.Add(Math.Round(((decimal)random.NextDouble() * 2.9m) - 0.9m, 2));
            }

            decimal[] flows = [1m];
            foreach (var root in roots)
            {
                flows = Times(flows, -(1m + root), 1m);
            }

            // A pair of roots that are not real: x² - x + 1.
            flows = random.Next(2) == 0 ? flows : TimesQuadratic(flows);
            var rate = Finance.InternalRateOfReturn(Usd([.. Enumerable.Reverse(flows)]));
            if (number == 1)
            {
                rate.ShouldBeAbout(roots.Single(), 1e-9m);
            }
            else
            {
                rate.ShouldBeUndefined(UndefinedReason.OutOfDomain, $"several roots ({string.Join(", ", Rates(roots))})");
            }
        }
    }

    [Fact]
    public void Xirr_ManyFlowsOfRandomSigns_HasARateOrSaysWhy()
    {
        var random = new Random(11);
        for (var i = 0; i < 5; i++)
        {
            var flows = Enumerable.Range(0, 500)
                .Select(n => new LocalDate(2020, 1, 1).PlusDays(4 * n))
                .Select(day => new CashFlow(day, Money.Usd((decimal)(random.NextDouble() - 0.5) * 1_000m)))
                .ToArray();

            var rate = Finance.Xirr(flows);

            if (rate.IsDefined)
            {
                Math.Abs(Finance.Xnpv(rate, flows).Amount).Should().BeLessThan(1e-6m);
            }
            else
            {
                rate.Cause.Should().Contain("root");
            }
        }
    }

    // A law: what flows are worth at their internal rate is nothing.
    [Fact]
    public void InternalRateOfReturn_AnyInvestment_IsWorthNothingAtThatRate()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var flows = Usd([-1_000m, .. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (decimal)random.Next(1, 900))]);

            var rate = Finance.InternalRateOfReturn(flows);

            Math.Abs(Finance.NetPresentValueFromNow(rate, flows).Amount).Should().BeLessThan(1e-6m, string.Join(", ", flows));
        }
    }

    private static decimal[] Times(decimal[] polynomial, decimal constant, decimal linear)
    {
        var product = new decimal[polynomial.Length + 1];
        for (var i = 0; i < polynomial.Length; i++)
        {
            product[i] += polynomial[i] * constant;
            product[i + 1] += polynomial[i] * linear;
        }

        return product;
    }

    private static decimal[] TimesQuadratic(decimal[] polynomial)
    {
        var product = new decimal[polynomial.Length + 2];
        for (var i = 0; i < polynomial.Length; i++)
        {
            product[i] += polynomial[i];
            product[i + 1] -= polynomial[i];
            product[i + 2] += polynomial[i];
        }

        return product;
    }

    // As a cause lists them.
    private static IEnumerable<string> Rates(IEnumerable<decimal> roots) =>
        roots.Order().Select(root => root.ToString("0.######", CultureInfo.InvariantCulture));

    private static CashFlow[] Yearly(double[] flows) =>
        [.. flows.Select((flow, i) => new CashFlow(new LocalDate(2027, 1, 1).PlusDays(365 * i), Money.Usd((decimal)flow)))];

    private static Quantity Days(decimal days) => Quantity.Duration(days, DurationUnit.Day);

    private static Quantity[] Usd(params decimal[] amounts) => [.. amounts.Select(Money.Usd)];
}
