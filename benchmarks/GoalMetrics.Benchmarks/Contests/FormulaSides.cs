namespace GoalMetrics.Benchmarks;

/// <summary>Calls so many times and gives the last result.</summary>
internal delegate TResult Repeated<out TResult>(int calls);

/// <summary>A formula over some inputs, and the same by hand; null where it is not written by hand.</summary>
internal sealed record FormulaSides(Repeated<Quantity> Ours, Repeated<decimal>? Bare);
