namespace GoalMetrics.Smart;

/// <summary>
/// The step from the baseline is one that can be made: a rise above 100 % is doubtful, one above 50 % or a fall by more than half is
/// worth knowing. Abstains unless the step is a share, or starts from a stated baseline above zero that is not a score.
/// </summary>
public sealed class StepRule() : SmartRule(SmartCriterion.Achievable)
{
    private const decimal Large = 1m;
    private const decimal Ambitious = 0.5m;

    private static readonly FindingKind TooLarge = new(
        "SMART-A-STEP",
        FindingSeverity.Warning,
        new(
            "The target lies {step} above the baseline: it more than doubles.",
            "Måltallet ligger {step} over udgangspunktet: mere end en fordobling."),
        new(
            "Cut it into steps, such as 25 % a quarter, or check the figure: 20 % is written 20.Percent() or 0.2m, not 20m.",
            "Del det op i trin, f.eks. 25 % pr. kvartal, eller kontrollér tallet: 20 % skrives 20.Percent() eller 0.2m, ikke 20m."));

    private static readonly FindingKind Demanding = new(
        "SMART-A-AMBITIOUS",
        FindingSeverity.Info,
        new(
            "The target lies {step} from the baseline: an ambitious step.",
            "Måltallet ligger {step} fra udgangspunktet: et ambitiøst spring."),
        new(
            "Make sure of the means, such as a budget and people named, and look at it again halfway.",
            "Sørg for ressourcerne, f.eks. budget og navngivne medarbejdere, og tag målet op igen halvvejs."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Target is not { } target || StepOf(target) is not { IsDefined: true } step)
        {
            context.Abstain();
            return;
        }

        if (step.Amount > Large)
        {
            context.Report(TooLarge, "target", [new("step", step)]);
        }
        else if (Math.Abs(step.Amount) > Ambitious)
        {
            context.Report(Demanding, "target", [new("step", Quantity.Ratio(Math.Abs(step.Amount)))]);
        }
    }

    // The step as a share of the baseline: negative for a fall from a stated baseline, but above zero where the target is a share.
    private static Quantity? StepOf(Target target)
    {
        if (target.Step is { Unit.Kind: UnitKind.Ratio } share)
        {
            return share;
        }

        if (target.Baseline?.Stated is { Amount: > 0m, Unit.Kind: not UnitKind.Score } from)
        {
            return (target.ValueFrom(from) - from).RatioTo(from);
        }

        return null;
    }
}
