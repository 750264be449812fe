using BenchmarkDotNet.Attributes;

namespace GoalMetrics.Benchmarks;

/// <summary>Loading a million objects into a table against adding them to a list. Goal: at most 3 times.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class Loading
{
    private List<Visit> _visits = [];

    /// <summary>Makes the visits.</summary>
    [GlobalSetup]
    public void MakeVisits() => _visits = Visit.Make(1_000_000, sorted: true);

    /// <summary>References into a list that grows: nothing is read, checked or copied.</summary>
    [Benchmark(Baseline = true)]
    public List<Visit> ListAdd()
    {
        var list = new List<Visit>();
        foreach (var visit in _visits)
        {
            list.Add(visit);
        }

        return list;
    }

    /// <summary>A date, a dimension and two values of each object, checked, into columns.</summary>
    [Benchmark]
    public FactTable FactTableBuild() => Visit.Load(_visits);
}
