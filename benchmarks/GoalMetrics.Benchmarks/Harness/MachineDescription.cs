using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Environments;

namespace GoalMetrics.Benchmarks;

/// <summary>What must be known to read the numbers: the machine, the date, the runtime, the settings.</summary>
internal sealed class MachineDescription(RunOptions options)
{
    /// <summary>A line for each.</summary>
    public IEnumerable<string> Lines =>
    [
        $"Machine: {Processor()}, {Environment.ProcessorCount} logical processors; {RuntimeInformation.OSDescription}",
        string.Create(CultureInfo.InvariantCulture, $"Date: {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC"),
        $"Runtime: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, vectors of {Vectors()} bits",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Rows: {options.Rows:N0} (the limits are stated for 10,000,000); times are {Clock}, medians"),
    ];

    private string Clock => options.ProcessorTime ? "processor time of the process" : "on the wall";

    private static string Processor() => CpuInfo() is { Length: > 0 } name ? name : "unknown processor";

    private static string? CpuInfo() => HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName?.Trim();

    private static int Vectors()
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return 512;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            return 256;
        }

        return Vector128.IsHardwareAccelerated ? 128 : 0;
    }
}
