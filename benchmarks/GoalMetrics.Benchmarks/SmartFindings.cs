using BenchmarkDotNet.Attributes;
using FluentValidation.Results;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// A bad SMART goal, in which three things are found, against FluentValidation. No limit is set; the library also looks for what was meant.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class SmartFindings
{
    private readonly SmartCases _cases = new();

    /// <summary>FluentValidation.</summary>
    [Benchmark(Baseline = true)]
    public ValidationResult FluentValidation() => _cases.Fluent.Validate(_cases.PlainBad);

    /// <summary>The library.</summary>
    [Benchmark]
    public SmartReport WithinStrategy() => SmartValidator.Default.Validate(_cases.Bad, _cases.Strategy, _cases.AsOf);
}
