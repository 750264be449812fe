namespace GoalMetrics.Smart;

/// <summary>Nobody owns more goals at a time than can be kept in mind: of a strategy's goals, those of one owner that overlap in time.</summary>
public sealed class LoadRule : SmartRule
{
    private static readonly FindingKind TooMany = new(
        "SMART-A-LOAD",
        FindingSeverity.Warning,
        new("{owner} has {count} goals that fall in {period}.", "{owner} har {count} mål, der falder i {period}."),
        new(
            "Agree on what comes first, such as the {most} goals that matter most, and move the others or hand them over.",
            "Aftal hvad der kommer først, f.eks. de {most} vigtigste mål, og flyt eller overdrag de andre."));

    /// <summary>The rule with a limit of your own.</summary>
    /// <param name="mostGoals">The most goals an owner can have at a time, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    public LoadRule(int mostGoals = 5)
        : base(SmartCriterion.Achievable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostGoals, 1);
        MostGoals = mostGoals;
    }

    /// <summary>The most goals an owner can have at a time; 5 unless told.</summary>
    public int MostGoals { get; }

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context is not { Strategy.Goals: var goals, Goal: { Owner: { } owner, Period: { } period } goal } || string.IsNullOrWhiteSpace(owner))
        {
            return;
        }

        // Most have fewer goals than it takes, and then nobody's need be looked at.
        if (goals.Count < MostGoals)
        {
            return;
        }

        var count = 1;
        for (var i = 0; i < goals.Count; i++)
        {
            if (goals[i].Id != goal.Id && goals[i].Period is { } other && other.Start < period.End && period.Start < other.End && IsSame(goals[i].Owner, owner))
            {
                count++;
            }
        }

        if (count > MostGoals)
        {
            context.Report(TooMany, "owner", [new("owner", owner.Trim()), new("count", count), new("period", period), new("most", MostGoals)]);
        }
    }

    private static bool IsSame(string? one, string other) =>
        one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
