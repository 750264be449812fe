namespace GoalMetrics.Benchmarks;

/// <summary>A row of the table of goals.</summary>
/// <param name="Goal">What is measured, against what.</param>
/// <param name="Limit">The limit; null for what is there only to be seen.</param>
/// <param name="Measured">What was found; null where one side is not there yet.</param>
/// <param name="Detail">The figures behind it.</param>
internal sealed record GoalRow(string Goal, GoalLimit? Limit, Measurement? Measured, string Detail)
{
    /// <summary>Whether it is one of so many that the screen is spared it.</summary>
    public bool IsInFullOnly { get; init; }

    /// <summary>How the limit was met.</summary>
    public string Verdict => (Limit, Measured) switch
    {
        (null, _) => "information",
        (_, null) => "not measured",
        var (limit, measured) => limit.IsKeptBy(measured) ? "kept" : "missed",
    };

    /// <summary>A row that takes at most, or is at least, so many times its peer; the detail has both times.</summary>
    public static GoalRow Of(string goal, GoalLimit? limit, double ours, string peer, double peers, Measurement measured) =>
        new(goal, limit, measured, $"{Elapsed.Show(ours)}; {peer} {Elapsed.Show(peers)}");

    /// <summary>Our time as a multiple of the peer's.</summary>
    public static GoalRow TimeOfPeer(string goal, GoalLimit? limit, string peer, Medians found) =>
        Of(goal, limit, found.Ours, peer, found.Peers, Measurement.Ratio(found.Ours, found.Peers));

    /// <summary>How many times as fast as the peer we are.</summary>
    public static GoalRow FasterThanPeer(string goal, GoalLimit? limit, string peer, Medians found) =>
        Of(goal, limit, found.Ours, peer, found.Peers, Measurement.Ratio(found.Peers, found.Ours));
}
