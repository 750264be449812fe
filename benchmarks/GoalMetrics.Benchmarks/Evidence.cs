using BenchmarkDotNet.Attributes;
using GoalMetrics.Statistics;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// Statistics over many series, on one thread. Goals: charts with all rules over 10,000 series of 1,000 points within a second, a daily
/// series of two years forecast within 20 milliseconds, and 1,000 monthly series of 60 points within 2 seconds.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class Evidence
{
    private readonly Random _random = new(17);
    private double[][] _processes = [];
    private double[][] _monthly = [];
    private double[] _daily = [];

    /// <summary>Makes the series: a hundred processes that are charted in turn, months and days with trend and season.</summary>
    [GlobalSetup]
    public void MakeSeries()
    {
        _processes = [.. Enumerable.Range(0, 100).Select(_ => Noise(1_000))];
        _monthly = [.. Enumerable.Range(0, 1_000).Select(_ => WithSeason(60, 12))];
        _daily = WithSeason(730, 7);
    }

    /// <summary>XmR with all rules, 10,000 times 1,000 points.</summary>
    [Benchmark]
    public int Charts() => Enumerable.Range(0, 10_000).Sum(series => XmrChart.Of(_processes[series % _processes.Length]).Signals.Count);

    /// <summary>The default forecast of a quarter from two years of days, with 1,000 paths.</summary>
    [Benchmark]
    public Forecast Daily() => Forecast.Of(_daily, horizon: 90, period: 7);

    /// <summary>The choice of a model for a quarter ahead of two years of days, and its forecast.</summary>
    [Benchmark]
    public ForecastChoice Choice() => ForecastChoice.Of(_daily, horizon: 90, period: 7);

    /// <summary>The default forecasts of a year from 60 months, 1,000 times, with 1,000 paths each.</summary>
    [Benchmark]
    public double Monthly() => _monthly.Sum(series => Forecast.Of(series, horizon: 12, period: 12).Points[0]);

    private double[] Noise(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextDouble() + _random.NextDouble())];

    private double[] WithSeason(int count, int period) =>
        [.. Noise(count).Select((noise, i) => 200d + (i / 10d) + (30d * Math.Sin(2d * Math.PI * i / period)) + (20d * noise))];
}
