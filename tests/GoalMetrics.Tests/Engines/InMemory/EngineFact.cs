namespace GoalMetrics.Tests.Engines.InMemory;

internal sealed record EngineFact(int Day, string? A, string? B, decimal? V);
