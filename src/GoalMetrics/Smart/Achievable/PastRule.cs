namespace GoalMetrics.Smart;

/// <summary>
/// The data have shown that the measure can move so far: where the target lies farther from the latest value than the measure ever moved
/// in as much time, the goal is doubtful. Abstains without a source, with fewer than four steps before, and where none are known: see
/// <see cref="GoalEvidence.Past"/>.
/// </summary>
public sealed class PastRule : ISmartRule
{
    private static readonly FindingKind Unseen = new(
        "SMART-A-PAST",
        FindingSeverity.Warning,
        new(
            "The target asks for {asked} from {from} on; the most in {count} {grains} before was {largest}, in {in}.",
            "Måltallet kræver {asked} fra {from}; det meste i {count} {grains} før var {largest}, i {in}."),
        new(
            "Check the figure, say what will be different this time, or cut it into steps such as {largest}.",
            "Kontrollér tallet, skriv, hvad der er anderledes denne gang, eller del det op i trin som {largest}."));

    /// <inheritdoc/>
    public SmartCriterion Criterion => SmartCriterion.Achievable;

    /// <inheritdoc/>
    public ValueTask CheckAsync(SmartContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Source is not null)
        {
            return ReadAsync(context, cancellationToken);
        }

        context.Abstain();
        return ValueTask.CompletedTask;
    }

    private static async ValueTask ReadAsync(SmartContext context, CancellationToken cancellationToken)
    {
        if (await context.EvidenceAsync(cancellationToken).ConfigureAwait(false) is not { Past: { } past })
        {
            context.Abstain();
        }
        else if (past.IsBeyondPast)
        {
            context.Report(
                Unseen,
                "target",
                [
                    new("asked", past.Asked),
                    new("from", past.From.Period),
                    new("count", past.Count),
                    new("grains", past.Grain.Plural()),
                    new("largest", past.Largest),
                    new("in", past.LargestIn),
                ]);
        }
    }
}
