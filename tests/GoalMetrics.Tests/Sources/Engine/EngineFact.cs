namespace GoalMetrics.Tests.Sources.Engine;

internal sealed record EngineFact(int Day, string? A, string? B, decimal? V);
