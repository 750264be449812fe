using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace GoalMetrics.Benchmarks;

/// <summary>A direct formula call against the bare decimal arithmetic of the same formula. Goal: at most 1.5 times, 0 bytes.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class Formulas
{
    // Fields, so that nothing is computed ahead.
    private readonly decimal _conversions = 1_908m;
    private readonly decimal _visitors = 12_330m;
    private readonly decimal _returned = 15_321.45m;
    private readonly decimal _invested = 10_000.20m;
    private readonly decimal _averageRevenue = 64.76m;
    private readonly decimal _grossMargin = 0.62m;
    private readonly decimal _churnRate = 0.0265m;
    private Quantity _conversionCount;
    private Quantity _visitorCount;
    private Quantity _returnedMoney;
    private Quantity _investedMoney;
    private Quantity _averageRevenueMoney;
    private Quantity _grossMarginRatio;
    private Quantity _churnRatio;

    /// <summary>Makes the quantities.</summary>
    [GlobalSetup]
    public void MakeQuantities()
    {
        _conversionCount = Quantity.Count(_conversions);
        _visitorCount = Quantity.Count(_visitors);
        _returnedMoney = Money.Dkk(_returned);
        _investedMoney = Money.Dkk(_invested);
        _averageRevenueMoney = Money.Usd(_averageRevenue);
        _grossMarginRatio = Quantity.Ratio(_grossMargin);
        _churnRatio = Quantity.Ratio(_churnRate);
    }

    /// <summary>Conversion rate, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("ConversionRate")]
    public decimal BareConversionRate() => _conversions / _visitors;

    /// <summary>Conversion rate, by the library, from quantities that there are, as out of a query.</summary>
    [Benchmark]
    [BenchmarkCategory("ConversionRate")]
    public Quantity ConversionRate() => Marketing.ConversionRate(_conversionCount, _visitorCount);

    /// <summary>Conversion rate, by the library, from decimals.</summary>
    [Benchmark]
    [BenchmarkCategory("ConversionRate")]
    public Quantity ConversionRateFromDecimals() => Marketing.ConversionRate(Quantity.Count(_conversions), Quantity.Count(_visitors));

    /// <summary>Return on investment, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("ReturnOnInvestment")]
    public decimal BareReturnOnInvestment() => (_returned - _invested) / _invested;

    /// <summary>Return on investment, by the library, from quantities that there are, as out of a query.</summary>
    [Benchmark]
    [BenchmarkCategory("ReturnOnInvestment")]
    public Quantity ReturnOnInvestment() => Finance.ReturnOnInvestment(_returnedMoney, _investedMoney);

    /// <summary>Return on investment, by the library, from decimals.</summary>
    [Benchmark]
    [BenchmarkCategory("ReturnOnInvestment")]
    public Quantity ReturnOnInvestmentFromDecimals() => Finance.ReturnOnInvestment(Money.Dkk(_returned), Money.Dkk(_invested));

    /// <summary>Customer lifetime value, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("CustomerLifetimeValue")]
    public decimal BareCustomerLifetimeValue() => _averageRevenue * _grossMargin / _churnRate;

    /// <summary>Customer lifetime value, by the library, from quantities that there are, as out of a query.</summary>
    [Benchmark]
    [BenchmarkCategory("CustomerLifetimeValue")]
    public Quantity CustomerLifetimeValue() => Customers.CustomerLifetimeValue(_averageRevenueMoney, _grossMarginRatio, _churnRatio);

    /// <summary>Customer lifetime value, by the library, from decimals.</summary>
    [Benchmark]
    [BenchmarkCategory("CustomerLifetimeValue")]
    public Quantity CustomerLifetimeValueFromDecimals() => Customers.CustomerLifetimeValue(Money.Usd(_averageRevenue), _grossMargin, _churnRate);
}
