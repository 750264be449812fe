using System.Globalization;
using System.Text.RegularExpressions;

namespace GoalMetrics.Smart;

/// <summary>
/// Statement and target say the same: where the target is a percentage and the statement names percentages, one of them is the
/// target's. Other figures are left alone, since they may be years or count anything.
/// </summary>
public sealed partial class FigureRule() : SmartRule(SmartCriterion.Specific)
{
    private static readonly FindingKind Contradicts = new(
        "SMART-S-FIGURE",
        FindingSeverity.Warning,
        new("The statement says {stated}, but the target says {target}.", "Formuleringen siger {stated}, men måltallet siger {target}."),
        new("Let both say the same: write {target} in the statement, or correct the target.", "Lad dem sige det samme: skriv {target} i formuleringen, eller ret måltallet."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Statement: { } statement, Target: { } target } || (target.Step ?? target.Value) is not { } said || !IsPercentage(said))
        {
            return;
        }

        decimal? first = null;
        foreach (var match in Percentage().EnumerateMatches(statement))
        {
            var (stated, accuracy) = Read(statement.AsSpan(match.Index, match.Length));
            if (stated is null || Agrees(target, stated.Value, accuracy))
            {
                return;
            }

            first ??= stated;
        }

        if (first is { } other)
        {
            context.Report(Contradicts, "statement", ("stated", Quantity.Ratio(other)), ("target", said));
        }
    }

    private static bool IsPercentage(Quantity? quantity) =>
        quantity is { IsDefined: true, Unit.Kind: UnitKind.Ratio or UnitKind.PercentagePoint };

    // A statement may name the step, the value, the baseline, or the change between these two.
    private static bool Agrees(Target target, decimal stated, decimal accuracy)
    {
        var from = target.Baseline?.Stated;
        var to = from is { } start ? target.ValueFrom(start) : target.Value;
        return Is(target.Step) || Is(to) || Is(target.Upper) || Is(from) || Is(to - from) || Is((to - from) / from);

        bool Is(Quantity? quantity) => IsPercentage(quantity) && Math.Abs(Math.Abs(quantity!.Value.Amount) - stated) <= accuracy;
    }

    // Half a unit of the last figure is rounding. Null where three figures after a separator may be thousands or decimals.
    private static (decimal? Share, decimal Accuracy) Read(ReadOnlySpan<char> percentage)
    {
        var number = percentage[..(percentage.LastIndexOfAnyInRange('0', '9') + 1)];
        var separator = number.IndexOfAny('.', ',');
        if (separator < 0)
        {
            return (int.Parse(number, CultureInfo.InvariantCulture) / 100m, 0.005m);
        }

        var decimals = number[(separator + 1)..];
        var scale = (decimal)Math.Pow(10, decimals.Length);
        return decimals.Length == 3
            ? (null, 0m)
            : ((int.Parse(number[..separator], CultureInfo.InvariantCulture) + int.Parse(decimals, CultureInfo.InvariantCulture) / scale) / 100m, 0.005m / scale);
    }

    [GeneratedRegex(@"(?<![0-9.,])[0-9]{1,6}(?:[.,][0-9]{1,6})?\s{0,2}(?:%|٪|％|per ?cent|pro[cz]ent|pct)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();
}
