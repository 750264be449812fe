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
    private readonly decimal _promoters = 60m;
    private readonly decimal _detractors = 15m;
    private readonly decimal _responses = 101m;
    private readonly decimal _talkMinutes = 400m;
    private readonly decimal _holdMinutes = 50m;
    private readonly decimal _workMinutes = 150m;
    private readonly decimal _uptime = 0.9995m;
    private readonly decimal _target = 0.999m;
    private Quantity _promoterCount;
    private Quantity _detractorCount;
    private Quantity _responseCount;
    private Quantity _talkTime;
    private Quantity _holdTime;
    private Quantity _workTime;
    private Quantity _spanTime;
    private Quantity _uptimeRatio;
    private Quantity _targetRatio;
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
        _promoterCount = Quantity.Count(_promoters);
        _detractorCount = Quantity.Count(_detractors);
        _responseCount = Quantity.Count(_responses);
        _talkTime = Quantity.Duration(_talkMinutes, DurationUnit.Minute);
        _holdTime = Quantity.Duration(_holdMinutes, DurationUnit.Minute);
        _workTime = Quantity.Duration(_workMinutes, DurationUnit.Minute);
        _spanTime = Quantity.Duration(_responses, DurationUnit.Minute);
        _uptimeRatio = Quantity.Ratio(_uptime);
        _targetRatio = Quantity.Ratio(_target);
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
    public Quantity CustomerLifetimeValueFromDecimals() =>
        Customers.CustomerLifetimeValue(Money.Usd(_averageRevenue), _grossMargin, _churnRate);

    /// <summary>Net promoter score, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("NetPromoterScore")]
    public decimal BareNetPromoterScore() => 100m * (_promoters - _detractors) / _responses;

    /// <summary>Net promoter score, by the library, which also sees that no more answered than there are answers.</summary>
    [Benchmark]
    [BenchmarkCategory("NetPromoterScore")]
    public Quantity NetPromoterScore() => Customers.NetPromoterScore(_promoterCount, _detractorCount, _responseCount);

    /// <summary>Average handle time, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("AverageHandleTime")]
    public decimal BareAverageHandleTime() => (_talkMinutes + _holdMinutes + _workMinutes) / _promoters;

    /// <summary>Average handle time, by the library.</summary>
    [Benchmark]
    [BenchmarkCategory("AverageHandleTime")]
    public Quantity AverageHandleTime() => CustomerService.AverageHandleTime(_talkTime, _holdTime, _workTime, _promoterCount);

    /// <summary>Error budget remaining, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("ErrorBudgetRemaining")]
    public decimal BareErrorBudgetRemaining() => 1m - ((1m - _uptime) / (1m - _target));

    /// <summary>Error budget remaining, by the library, which also sees that both are shares.</summary>
    [Benchmark]
    [BenchmarkCategory("ErrorBudgetRemaining")]
    public Quantity ErrorBudgetRemaining() => CustomerService.ErrorBudgetRemaining(_uptimeRatio, _targetRatio);

    /// <summary>Uptime, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Uptime")]
    public decimal BareUptime() => _talkMinutes / _responses;

    /// <summary>Uptime, by the library.</summary>
    [Benchmark]
    [BenchmarkCategory("Uptime")]
    public Quantity Uptime() => CustomerService.Uptime(_talkTime, _spanTime);

    /// <summary>Gross margin, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("GrossMargin")]
    public decimal BareGrossMargin() => (_returned - _invested) / _returned;

    /// <summary>Gross margin, by the library.</summary>
    [Benchmark]
    [BenchmarkCategory("GrossMargin")]
    public Quantity GrossMargin() => Finance.GrossMargin(_returnedMoney, _investedMoney);

    /// <summary>Overall equipment effectiveness, by hand: two multiplications, the least a formula computes.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("OverallEquipmentEffectiveness")]
    public decimal BareOverallEquipmentEffectiveness() => _uptime * _grossMargin * _target;

    /// <summary>Overall equipment effectiveness, by the library, which also sees that two factors are shares.</summary>
    [Benchmark]
    [BenchmarkCategory("OverallEquipmentEffectiveness")]
    public Quantity OverallEquipmentEffectiveness() =>
        Operations.OverallEquipmentEffectiveness(_uptimeRatio, _grossMarginRatio, _targetRatio);

    /// <summary>Days sales outstanding, by hand.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("DaysSalesOutstanding")]
    public decimal BareDaysSalesOutstanding() => _invested * _responses / _returned;

    /// <summary>Days sales outstanding, by the library.</summary>
    [Benchmark]
    [BenchmarkCategory("DaysSalesOutstanding")]
    public Quantity DaysSalesOutstanding() => Finance.DaysSalesOutstanding(_investedMoney, _returnedMoney, _spanTime);

    /// <summary>Annual recurring revenue, by hand: one multiplication.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("AnnualRecurringRevenue")]
    public decimal BareAnnualRecurringRevenue() => 12m * _invested;

    /// <summary>Annual recurring revenue, by the library.</summary>
    [Benchmark]
    [BenchmarkCategory("AnnualRecurringRevenue")]
    public Quantity AnnualRecurringRevenue() => Customers.AnnualRecurringRevenue(_investedMoney);

    /// <summary>Budget variance, by hand: one subtraction.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("BudgetVariance")]
    public decimal BareBudgetVariance() => _returned - _invested;

    /// <summary>Budget variance, by the library.</summary>
    [Benchmark]
    [BenchmarkCategory("BudgetVariance")]
    public Quantity BudgetVariance() => Finance.BudgetVariance(_returnedMoney, _investedMoney);

    /// <summary>Cash conversion cycle, by hand: a sum of three.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("CashConversionCycle")]
    public decimal BareCashConversionCycle() => _talkMinutes + _holdMinutes - _workMinutes;

    /// <summary>Cash conversion cycle, by the library.</summary>
    [Benchmark]
    [BenchmarkCategory("CashConversionCycle")]
    public Quantity CashConversionCycle() => Finance.CashConversionCycle(_talkTime, _holdTime, _workTime);
}
