using Perfolizer.Horology;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// Counts the processor time of this process instead of the time on the wall, so that what else runs on the machine is not
/// counted. It still shares caches and memory with it.
/// </summary>
internal sealed class ProcessorClock : IClock
{
    /// <inheritdoc/>
    public string Title => "processor time";

    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
