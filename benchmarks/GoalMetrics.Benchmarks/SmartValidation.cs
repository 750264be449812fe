using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using FluentValidation.Results;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// A good SMART goal judged by the 25 built-in rules, against FluentValidation with 15 rules over a plain object that says the same.
/// Goal: at most 2 times.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class SmartValidation
{
    private static readonly TimeSpan TrainingTime = TimeSpan.FromSeconds(1);

    private readonly SmartCases _cases = new();

    /// <summary>
    /// Validates all of them in turn for a second, as an application would, so that the runtime compiles the rules for goals of all kinds;
    /// else it compiles them for the first goal only.
    /// </summary>
    [GlobalSetup]
    public void ValidateAll()
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TrainingTime;)
        {
            FluentValidation();
            Alone();
            WithinStrategy();
            HalfwayWithinStrategy();
            RateWithinStrategy();
        }
    }

    /// <summary>FluentValidation.</summary>
    [Benchmark(Baseline = true)]
    public ValidationResult FluentValidation() => _cases.Fluent.Validate(_cases.Plain);

    /// <summary>The library, the goal alone.</summary>
    [Benchmark]
    public SmartReport Alone() => SmartValidator.Default.Validate(_cases.Goal, _cases.AsOf);

    /// <summary>The library, the goal within its strategy: what it serves and is measured by is looked up.</summary>
    [Benchmark]
    public SmartReport WithinStrategy() => SmartValidator.Default.Validate(_cases.Goal, _cases.Strategy, _cases.AsOf);

    /// <summary>The library, halfway through the goal's period.</summary>
    [Benchmark]
    public SmartReport HalfwayWithinStrategy() => SmartValidator.Default.Validate(_cases.Goal, _cases.Strategy, _cases.Halfway);

    /// <summary>The library, a goal that says more than the plain one.</summary>
    [Benchmark]
    public SmartReport RateWithinStrategy() => SmartValidator.Default.Validate(_cases.Rate, _cases.Strategy, _cases.AsOf);
}
