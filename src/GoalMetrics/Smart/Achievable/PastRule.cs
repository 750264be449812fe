namespace GoalMetrics.Smart;

/// <summary>
/// The data have shown that the measure can move so far: where the target lies farther from the latest value than the measure ever moved
/// in as much time, the goal is doubtful. Abstains without a source, with fewer than four steps before, and where none are known: see
/// <see cref="GoalEvidence.Past"/>.
/// </summary>
public sealed class PastRule() : SmartEvidenceRule(SmartCriterion.Achievable)
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
    protected override void Check(SmartContext context, GoalEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Past is not { } past)
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
