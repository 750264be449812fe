namespace GoalMetrics.Smart;

/// <summary>
/// The target is a value that the measure can have: on the scale of a score, not below zero for counts and durations, and from 0 to
/// 100 % for a ratio of two counts. Abstains where the target's value is not known without data.
/// </summary>
public sealed class LimitRule() : SmartRule(SmartCriterion.Achievable)
{
    private static readonly FindingKind OffScale = new(
        "SMART-A-SCALE",
        FindingSeverity.Error,
        new(
            "The target {target} is off the scale of {minimum} to {maximum}.",
            "Måltallet {target} ligger uden for skalaen fra {minimum} til {maximum}."),
        new("Choose a value on the scale, such as {maximum} at most.", "Vælg en værdi på skalaen, f.eks. højst {maximum}."));

    private static readonly FindingKind BelowZero = new(
        "SMART-A-BELOW-ZERO",
        FindingSeverity.Warning,
        new(
            "The target {target} is below zero, where no count, no share of one and no time can be.",
            "Måltallet {target} er under nul, og det kan hverken et antal, en andel eller en varighed være."),
        new("Aim at zero or above, such as {example}.", "Vælg nul eller derover, f.eks. {example}."));

    private static readonly FindingKind MoreThanAll = new(
        "SMART-A-SHARE",
        FindingSeverity.Warning,
        new(
            "The target {target} is above 100 %, more '{part}' than '{whole}'.",
            "Måltallet {target} er over 100 %, altså flere '{part}' end '{whole}'."),
        new(
            "Check the figure: 4 % is written 4.Percent() or 0.04m, not 4m.",
            "Kontrollér tallet: 4 % skrives 4.Percent() eller 0.04m, ikke 4m."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal.Target is not { } target || !AreChecked(context, target))
        {
            context.Abstain();
        }
    }

    // Whether any value is known without data: a step leads to a known value only from a stated baseline.
    private static bool AreChecked(SmartContext context, Target target)
    {
        var isChecked = IsChecked(context, target.Value);
        isChecked |= IsChecked(context, target.Upper);
        if (target is { Step: not null, Baseline.Stated: { } baseline })
        {
            isChecked |= IsChecked(context, target.ValueFrom(baseline));
        }

        return isChecked;
    }

    private static bool IsChecked(SmartContext context, Quantity? value)
    {
        if (value is not { IsDefined: true } known)
        {
            return false;
        }

        Check(context, known);
        return true;
    }

    private static void Check(SmartContext context, Quantity value)
    {
        var unit = value.Unit!;
        switch (unit.Kind)
        {
            case UnitKind.Score when value.Amount < unit.Minimum || value.Amount > unit.Maximum:
                context.Report(OffScale, "target", [new("target", value), new("minimum", unit.Minimum), new("maximum", unit.Maximum)]);
                break;
            case UnitKind.Count or UnitKind.Duration when value.IsNegative:
                context.Report(BelowZero, "target", [new("target", value), new("example", new Quantity(0m, unit))]);
                break;
            case UnitKind.Ratio when (value.IsNegative || value.Amount > 1m)
                && context.Goal.Measure?.Metrics is [{ Unit.Kind: UnitKind.Count } part, { Unit.Kind: UnitKind.Count } whole]:
                CheckShare(context, value, part, whole);
                break;
        }
    }

    private static void CheckShare(SmartContext context, Quantity value, Metric part, Metric whole)
    {
        if (value.IsNegative)
        {
            context.Report(BelowZero, "target", [new("target", value), new("example", Quantity.Ratio(0m))]);
        }
        else
        {
            context.Report(MoreThanAll, "target", [new("target", value), new("part", part.Id), new("whole", whole.Id)]);
        }
    }
}
