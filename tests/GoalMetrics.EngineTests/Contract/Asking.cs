namespace EngineTests.Contract;

/// <summary>How an engine is asked the questions of a case. The answers are the same.</summary>
public enum Asking
{
    /// <summary>All in one call.</summary>
    Together = 0,

    /// <summary>One after the other, of one <see cref="IMetricSource.Snapshot"/>.</summary>
    InTurn,

    /// <summary>Each in calls of its own, from several threads at once.</summary>
    AtOnce,
}
