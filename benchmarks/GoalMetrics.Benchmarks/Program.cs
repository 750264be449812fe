using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using GoalMetrics.Benchmarks;
using GoalMetrics.Benchmarks.Backtests;

if (args is [var verb, .. var options] && GoalGroups.Knows(verb))
{
    return GoalRunner.Run(verb, options);
}

if (args is ["signals"])
{
    return SignalBacktest.Run();
}

if (args is ["coverage"])
{
    return CoverageBacktest.Run();
}

// With the folder of the series, such as ../shared/data/reference/series, and a file such as m3_monthly if not all are asked for.
if (args is ["forecasts", var folder, .. var files])
{
    return ForecastBacktest.Run(folder, files.FirstOrDefault());
}

// On a machine that does other work too: --processor-time, beside the options of BenchmarkDotNet.
const string processorTime = "--processor-time";
var config = args.Contains(processorTime)
    ? DefaultConfig.Instance.AddJob(InProcessJob.Create(processorTime: true))
    : DefaultConfig.Instance;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. args.Where(arg => arg != processorTime)], config);
return 0;
