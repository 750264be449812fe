using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GoalMetrics.Benchmarks;

// On a machine that does other work too: --processor-time, beside the options of BenchmarkDotNet.
const string processorTime = "--processor-time";
var config = args.Contains(processorTime)
    ? DefaultConfig.Instance.AddJob(Job.ShortRun.WithIterationCount(9).WithToolchain(InProcessEmitToolchain.Instance).WithClock(new ProcessorClock()))
    : DefaultConfig.Instance;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. args.Where(arg => arg != processorTime)], config);
