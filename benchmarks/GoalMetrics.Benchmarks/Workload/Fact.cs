using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>A visit to a shop, as an application has it: an object.</summary>
internal sealed record Fact(Instant Time, string Channel, int Customer, bool Ordered, decimal Revenue);
