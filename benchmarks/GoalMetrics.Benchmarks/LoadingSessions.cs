using BenchmarkDotNet.Attributes;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// Loading a million objects with instants and the numbers of customers, and what ten million of them take in a table. Goals: at
/// most 3 times as long as adding them to a list, and 25 bytes a row.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class LoadingSessions
{
    private const int Rows = 1_000_000;
    private const int RowsToWeigh = 10_000_000;

    private List<Session> _sessions = [];

    /// <summary>Makes the sessions.</summary>
    [GlobalSetup]
    public void MakeSessions() => _sessions = [.. Session.Make(Rows)];

    /// <summary>References into a list that grows: nothing is read, checked or copied.</summary>
    [Benchmark(Baseline = true)]
    public List<Session> ListAdd()
    {
        var list = new List<Session>();
        foreach (var session in _sessions)
        {
            list.Add(session);
        }

        return list;
    }

    /// <summary>An instant, two dimensions and two values of each object, checked, into columns.</summary>
    [Benchmark]
    public FactTable FactTableBuild() => Session.Load(_sessions);

    /// <summary>Says what ten million rows take, once they are loaded: every session is dropped as soon as it is read.</summary>
    [GlobalCleanup(Target = nameof(FactTableBuild))]
    public void Weigh()
    {
        _sessions = [];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var table = Session.Load(Session.Make(RowsToWeigh));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"// {table} takes {held / 1e6:0.0} MB, {(double)held / RowsToWeigh:0.0} bytes a row.");
    }
}
