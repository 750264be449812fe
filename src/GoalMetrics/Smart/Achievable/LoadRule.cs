namespace GoalMetrics.Smart;

/// <summary>
/// The owner has no more goals at a time than can be kept in mind: those in the strategy whose periods overlap the goal's. Abstains
/// without a strategy, an owner or a period.
/// </summary>
public sealed class LoadRule : SmartRule
{
    private static readonly FindingKind TooMany = new(
        "SMART-A-LOAD",
        FindingSeverity.Warning,
        new("{owner} has {count} goals that fall in {period}.", "{owner} har {count} mål på én gang i {period}."),
        new(
            "Agree on what comes first, such as the {most} goals that matter most, and move the others or hand them over.",
            "Aftal, hvad der kommer først, f.eks. de {most} vigtigste mål, og flyt eller overdrag resten."));

    /// <summary>The rule with a limit of your own.</summary>
    /// <param name="mostGoals">The most goals an owner can have at a time, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    public LoadRule(int mostGoals = 5)
        : base(SmartCriterion.Achievable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostGoals, 1);
        MostGoals = mostGoals;
    }

    /// <summary>The most goals an owner can have at a time. Defaults to 5.</summary>
    public int MostGoals { get; }

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context is not { Strategy.Goals: var goals, Goal: { Owner: { } owner, Period: { } period } goal }
            || string.IsNullOrWhiteSpace(owner))
        {
            context.Abstain();
            return;
        }

        // The goal counts whether or not the strategy has it.
        var count = 1 + goals.Count(another =>
            another.Id != goal.Id && Overlap(another.Period, period) && IsSame(another.Owner, owner));
        if (count > MostGoals)
        {
            context.Report(
                TooMany, "owner", [new("owner", owner.Trim()), new("count", count), new("period", period), new("most", MostGoals)]);
        }
    }

    private static bool IsSame(string? one, string other) =>
        string.Equals(one?.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Overlap(ReportingPeriod? one, ReportingPeriod other) =>
        one is not null && one.Start < other.End && other.Start < one.End;
}
