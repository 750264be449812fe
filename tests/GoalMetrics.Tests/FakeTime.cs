using NodaTime;
using NodaTime.Testing;

namespace GoalMetrics.Tests;

/// <summary>NodaTime's fake clock as a <see cref="TimeProvider"/>.</summary>
internal sealed class FakeTime(Instant now) : TimeProvider
{
    public FakeClock Clock { get; } = new(now);

    public override DateTimeOffset GetUtcNow() => Clock.GetCurrentInstant().ToDateTimeOffset();
}
